"""What may be typed on the pages after a no."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from onward.recover.pause import USUAL, refuse_pause
from onward.recover.rejection_day import RESTART, list_restarts
from onward_app import clock
from onward_app.records.models import RejectionDay
from onward_app.web.boxes import LookedAtForm


class PersonForm(LookedAtForm):
    """Somebody who makes the person smile."""

    name = forms.CharField(label="Name", max_length=120, error_messages={"required": "A first name is enough."})
    reach = forms.CharField(
        label="How to reach them", max_length=200, required=False, help_text="A number, an address, “two doors down”."
    )


class ClosingForm(LookedAtForm):
    """When to go on: tomorrow unless said otherwise, within 72 hours."""

    restart_on = forms.TypedChoiceField(label=RESTART, widget=forms.RadioSelect, coerce=date.fromisoformat)

    def __init__(self, *args: Any, day: RejectionDay, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = list_restarts(day.on)
        field: Any = self.fields["restart_on"]
        field.choices = [(choice.on.isoformat(), choice.words) for choice in choices]
        self.initial["restart_on"] = next(choice.on for choice in choices if choice.default).isoformat()


class PauseForm(LookedAtForm):
    """Until when Onward is silent."""

    until = forms.DateField(label="Silent until", widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("until", clock.today() + USUAL)

    def clean_until(self) -> date:
        """A day that is ahead, and not too far."""
        until: date = self.cleaned_data["until"]
        if refusal := refuse_pause(until, clock.today()):
            raise forms.ValidationError(refusal)
        return until


class KindWordsForm(LookedAtForm):
    """A sentence to keep for a bad day."""

    text = forms.CharField(
        label="Their words", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="As they wrote or said them.",
        error_messages={"required": "What did they say? One sentence will do."},
    )  # fmt: skip
    who = forms.CharField(label="Who", max_length=300, required=False)


class TaughtForm(LookedAtForm):
    """What this search taught me."""

    words = forms.CharField(
        label="What this search taught me", max_length=10_000, required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Only for you. Nothing rates it.",
    )  # fmt: skip
