"""The message, and what came back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

from onward.ask.whom import Recipient, explain_unread
from onward.notice.job.mailboxes import is_read_by_people
from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.reading.ask import list_kinks_to_choose
from onward_app.records.reading.kinds import list_kinds
from onward_app.web.boxes import LookedAtForm

KEEPING = ("keep", "eml", "sent")  # buttons after which the message stays, or leaves as a file


class MessageForm(LookedAtForm):
    """What the person sends by their own hand."""

    to_name = forms.CharField(label="To", max_length=200, required=False, help_text="The person you spoke with.")
    to_address = forms.EmailField(
        label="Their mail address", max_length=320, required=False,
        error_messages={"invalid": "That doesn’t look like a mail address. It can stay empty."},
    )  # fmt: skip
    subject = forms.CharField(label="Subject", max_length=300, required=False)
    text = forms.CharField(
        label="Message", max_length=10_000, widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "true"}),
        error_messages={"required": "The message is empty. A few words are enough."},
    )  # fmt: skip

    def __init__(self, *args: Any, find_instead: Callable[[], Recipient] = Recipient, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._find_instead = find_instead

    def clean_to_address(self) -> str:
        """An ask is never addressed to what nobody reads."""
        address = str(self.cleaned_data["to_address"])
        if address and not is_read_by_people(address):
            raise forms.ValidationError(explain_unread(address, self._find_instead()))
        return address

    def wants_details(self) -> bool:
        """The check marks them by itself, and keeps nothing."""
        return self.data.get("do") in KEEPING

    def clean_text(self) -> str:
        """Browsers send line ends as CR LF; offsets and word counts are by the plain text."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")


class AdviceForm(LookedAtForm):
    """What came back: their words, my reading, and how to test it."""

    quote = forms.CharField(
        label="Their words", max_length=10_000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="As they wrote them. They stay as they are.",
        error_messages={"required": "Paste what they wrote, word for word."},
    )  # fmt: skip
    reading = forms.CharField(
        label="My reading", max_length=5_000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What I take it to mean. It may be wrong.",
    )  # fmt: skip
    test = forms.CharField(
        label="Test", max_length=5_000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="How I would find out, in the next interview or with somebody’s help.",
    )  # fmt: skip
    kink = forms.ChoiceField(label="Is it about one of these?", required=False)
    on = forms.DateField(label="When it came", widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, owner: Owner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = list(list_kinks_to_choose(owner))
        named = {kink.kind for kink in mine}
        new = [(f"new:{kind.key}", kind.name) for kind in list_kinds(owner) if kind.key not in named]
        field: Any = self.fields["kink"]
        field.choices = [
            ("", "Not now"),
            *([("Mine", [(str(kink.pk), kink.name) for kink in mine])] if mine else []),
            ("New", new),
        ]
        self.initial.setdefault("on", clock.today())

    def clean_on(self) -> Any:
        """Nothing comes from the future."""
        on = self.cleaned_data["on"]
        if on > clock.today():
            raise forms.ValidationError("That day hasn’t come yet.")
        return on
