"""What the door for a no takes, and what is asked the next morning. Nothing is needed; everything can wait."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast

from django import forms

from onward_app import clock
from onward_app.brought import read_brought
from onward_app.records.models import Opportunity, Owner
from onward_app.records.reading.rows import find_opportunity, list_open_opportunities
from onward_app.web.boxes import LookedAtForm
from onward_app.web.day_fields import make_day_field

CHOICES = 6  # jobs that are offered by name; any other is typed


class NoForm(LookedAtForm):
    """A no: pasted, typed, a name, or nothing but that it came."""

    text = forms.CharField(
        label="What they wrote, or who it was",
        required=False,
        max_length=2_500_000,
        help_text="Paste it as it is, or type a name. Leave it empty if you like: all of it can wait.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    job = forms.ChoiceField(label="Which job?", required=False, widget=forms.RadioSelect)
    on = make_day_field("When did it come?", required=False)

    def __init__(self, *args: Any, owner: Owner, job: Opportunity | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner
        rows = list_open_opportunities(owner).order_by("-stage_on", "-pk")[:CHOICES]
        offered = [job, *(row for row in rows if row != job)] if job else list(rows)
        if not offered:
            del self.fields["job"]
            return
        choices = [("", "Another one, or say it tomorrow"), *((str(row.pk), row.title) for row in offered)]
        cast(forms.ChoiceField, self.fields["job"]).choices = choices
        self.initial["job"] = str(job.pk) if job else ""

    def clean_on(self) -> date:
        """Today, where nothing is said."""
        on: date = self.cleaned_data["on"] or clock.today()
        if on > clock.today():
            raise forms.ValidationError("That day hasn’t come yet. Leave it empty if it was today.")
        return on

    @property
    def row(self) -> Opportunity | None:
        """The job that was chosen."""
        chosen = self.cleaned_data.get("job")
        return find_opportunity(self.owner, chosen) if chosen else None

    def clean_text(self) -> str:
        """What was typed; an invitation's file belongs elsewhere."""
        text = str(self.cleaned_data["text"])
        if read_brought(text).is_invitation:
            raise forms.ValidationError(
                "That is an invitation from a calendar, and no letter. “I have an interview” takes it as a file."
            )
        return text


WHEN = {"yesterday": 1, "days": 3, "week": 7, "weeks": 14, "month": 30}


class MetForm(LookedAtForm):
    """Whether somebody was met there, with whom, and about when."""

    met = forms.ChoiceField(
        label="Did you talk with somebody there?",
        choices=(("once", "Yes, once"), ("more", "Yes, more than once"), ("form", "No, only a form")),
        widget=forms.RadioSelect,
        error_messages={"required": "Press one of the three."},
    )
    people = forms.CharField(
        label="With whom?", max_length=300, required=False, help_text="A name is fine; it stays here."
    )
    when = forms.ChoiceField(
        label="About when was it, the last time?",
        required=False,
        choices=(
            ("", "I don’t know"), ("yesterday", "yesterday"), ("days", "a few days ago"), ("week", "last week"),
            ("weeks", "two weeks ago"), ("month", "longer ago"),
        ),
    )  # fmt: skip

    def day(self) -> date | None:
        """About on which day."""
        back = WHEN.get(self.cleaned_data.get("when") or "")
        return clock.today() - timedelta(days=back) if back else None
