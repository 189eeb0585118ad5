"""The form of a card."""

from __future__ import annotations

from django import forms

from onward.practice.cards import POINTS
from onward.practice.ways import KINDS
from onward.wording.client_details import BEFORE
from onward_app.web.boxes import LookedAtForm

WAYS = [(way.key, f"{way.name}. {way.plain}") for way in KINDS if way.questions == 1]
_POINT_MISSING = {"required": "A card has three points. One short thing that a good answer has."}
_LABELS = ("A good answer has", "And", "And as a third")


class AddCardForm(LookedAtForm):
    """A question and the three points a good answer has."""

    question = forms.CharField(
        label="The question", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), help_text=BEFORE,
        error_messages={"required": "Which question came, or could come?"},
    )  # fmt: skip
    point1 = forms.CharField(label=_LABELS[0], max_length=200, error_messages=_POINT_MISSING)
    point2 = forms.CharField(label=_LABELS[1], max_length=200, error_messages=_POINT_MISSING)
    point3 = forms.CharField(label=_LABELS[2], max_length=200, error_messages=_POINT_MISSING)
    practice = forms.ChoiceField(
        label="How to practice it", choices=WAYS, widget=forms.RadioSelect, initial="say_aloud",
        error_messages={"required": "Choose one."},
    )  # fmt: skip

    @property
    def points(self) -> list[str]:
        """The three points."""
        return [self.cleaned_data[f"point{n}"] for n in range(1, POINTS + 1)]
