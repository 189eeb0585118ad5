"""What the pages of somebody who helps ask."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms

from onward.packet.packet import HEADINGS
from onward_app.records.models import Helper
from onward_app.records.reading.helpers import AGENCY
from onward_app.records.reading.offered import OfferedItem
from onward_app.records.writing.helpers import KIND, KINK, LEAVE, ROW, STRENGTH
from onward_app.web.boxes import LookedAtForm
from onward_app.web.passphrases import make_passphrase_field

SORTS = (("advisor", "An advisor"), ("coach", "A coach"), (AGENCY, "An agency"), ("friend", "A friend"))
FRESH_FOR = timedelta(days=30)
LONGEST = timedelta(days=366)


class HelperForm(LookedAtForm):
    """A card for somebody who helps."""

    name = forms.CharField(label="Name", max_length=120, error_messages={"required": "Whom is the card for?"})
    sort = forms.ChoiceField(label="Who are they?", choices=SORTS, widget=forms.RadioSelect)
    reach = forms.CharField(
        label="How to reach them",
        max_length=200,
        required=False,
        help_text="A number or an address, for one tap.",
    )
    may_see = forms.MultipleChoiceField(
        label="What they may see",
        choices=[(str(sort), words) for sort, words in HEADINGS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What a packet for them can hold. Nothing is given by that alone.",
    )
    places_people = forms.BooleanField(
        label="They said: “My employer also places people”",
        required=False,
        help_text="Then pay, your lines and other employers are unticked in a packet.",
    )

    def told(self) -> dict[str, Any]:
        """The fields of the card."""
        return {name: self.cleaned_data[name] for name in self.fields}


class PacketForm(LookedAtForm):
    """What goes into a packet. Nothing is ticked beforehand; for who also places people, some is unticked once more."""

    items = forms.MultipleChoiceField(label="What goes in", error_messages={"required": "Tick at least one thing."})
    asks = forms.CharField(
        label="What you’d like from them", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    by = forms.CharField(
        label="Your name, as they know you", max_length=120, error_messages={"required": "Who gives it?"}
    )
    since = forms.BooleanField(label="Say since when you have been looking", required=False)
    stale_on = forms.DateField(
        label="Good until",
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="After that day it says that it is stale.",
    )
    meant = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, offered: list[OfferedItem], helper: Helper, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered, self.on, self.unticked = offered, on, False
        field: Any = self.fields["items"]
        field.choices = [(one.key, one.item.title) for one in offered]
        self.initial["stale_on"] = (on + FRESH_FOR).isoformat()
        if self.is_bound and helper.places_people and not self.data.get("meant"):
            guarded = {one.key for one in offered if one.guarded}
            kept = [key for key in self.ticked if key not in guarded]
            if len(kept) < len(self.ticked):
                self.unticked = True
                sent: Any = self.data
                self.data = sent = sent.copy()
                sent.setlist("items", kept)
                sent["meant"] = "1"

    def clean(self) -> dict[str, Any]:
        """What was unticked comes back once, so that it is seen."""
        if self.unticked:
            raise forms.ValidationError(
                "They said that their employer also places people, so pay, your lines and other employers are unticked "
                "below. Tick them again if you mean them."
            )
        return self.cleaned_data

    def clean_stale_on(self) -> date:
        """A day from tomorrow on, within a year."""
        day: date = self.cleaned_data["stale_on"]
        if not self.on < day <= self.on + LONGEST:
            raise forms.ValidationError("A day from tomorrow on, within a year.")
        return day

    @property
    def ticked(self) -> list[str]:
        """The keys that are ticked, as the page shows them again."""
        sent: Any = self.data
        return list(sent.getlist("items")) if self.is_bound else []


class SealForm(LookedAtForm):
    """A passphrase to seal a packet with."""

    passphrase = make_passphrase_field(
        "Four or five words that belong to nothing. Tell them by phone, not in the same mail."
    )


class CommentsForm(LookedAtForm):
    """Comments that came back: a file, or the words of a mail."""

    file = forms.FileField(label="The file that came back", required=False)
    text = forms.CharField(
        label="Or the words of the mail", required=False, max_length=200_000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        if not self.cleaned_data.get("file") and not self.cleaned_data.get("text"):
            raise forms.ValidationError("Choose the file, or paste the words of the mail.")
        return self.cleaned_data


class CommentForm(LookedAtForm):
    """What one comment is."""

    what = forms.ChoiceField(
        label="What is it to you?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one; “leave it” is one too."},
    )

    def __init__(self, *args: Any, on: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["what"]
        row = [(ROW, f"It is about “{on}”: their word for it")] if on else []
        field.choices = [
            *row,
            (STRENGTH, "Something else that works: a strength of its own"),
            (KINK, "Something else to work on"),
            (KIND, "Kind words, for a bad day"),
            (LEAVE, "Leave it"),
        ]
