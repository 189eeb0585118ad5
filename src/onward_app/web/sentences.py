"""What a form says when it can't take something, in words that say what to do. A field's own sentence comes first.

Django keeps such sentences on its classes, so they are exchanged there, once, before any form is made (`boxes.py`,
which every form stands on).
"""

from __future__ import annotations

from django.core import validators
from django.forms import fields

DAY = "That day can’t be read. Write it like 2026-03-04."
CHOOSE = "Choose one of those shown."
OF_FIELDS: dict[type[fields.Field], dict[str, str]] = {
    fields.Field: {"required": "This is still empty, and it is needed to go on."},
    fields.IntegerField: {"invalid": "Write it as a whole number."},
    fields.DateField: {"required": "Say on which day.", "invalid": DAY},
    fields.TimeField: {"invalid": "That time can’t be read. Write it like 14:30."},
    fields.ChoiceField: {"required": "Choose one.", "invalid_choice": CHOOSE},
    fields.MultipleChoiceField: {"required": "Choose at least one.", "invalid_choice": CHOOSE},
    fields.TypedChoiceField: {"required": "Choose one.", "invalid_choice": CHOOSE},
    fields.FileField: {
        "required": "Choose a file.",
        "invalid": "No file arrived. Choose it again.",
        "missing": "No file arrived. Choose it again.",
        "empty": "That file is empty. Choose another.",
    },
}
OF_VALIDATORS: dict[type, str] = {
    validators.MaxLengthValidator: "At most %(limit_value)d characters fit here, and it has %(show_value)d.",
    validators.MinValueValidator: "It can’t be less than %(limit_value)s.",
    validators.MaxValueValidator: "It can’t be more than %(limit_value)s.",
    validators.EmailValidator: "That isn’t a whole mail address. It looks like name@example.org.",
    validators.ProhibitNullCharactersValidator: "There are characters in it that can’t be kept. Type it again.",
}


def speak_plainly() -> None:
    """Put these sentences in the place of the framework's."""
    for field, sentences in OF_FIELDS.items():
        field.default_error_messages = {**field.default_error_messages, **sentences}
    for validator, sentence in OF_VALIDATORS.items():
        validator.message = sentence  # type: ignore[attr-defined]
