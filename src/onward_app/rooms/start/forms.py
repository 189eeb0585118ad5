"""What the first page's doors ask: which job, when, and little more."""

from __future__ import annotations

from typing import Any

from django import forms

from onward.facts import OFFERS, TALKS, Stage
from onward_app.records.models import Opportunity, Owner
from onward_app.records.reading.jobs import find_same_job
from onward_app.records.reading.rows import find_opportunity, list_open_opportunities
from onward_app.records.writing.csv_rows import LONGEST
from onward_app.web.boxes import LookedAtForm

WHEN = {"required": "Say on which day.", "invalid": "That day can’t be read. Write it like 2026-03-04."}
CLOCK = {"invalid": "That time can’t be read. Write it like 14:30."}


def day_field(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    """A day, as browsers offer it."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages=WHEN,
    )


class WhichJob(LookedAtForm):
    """A job that is there, or the name of a new one."""

    either = ("job", "employer")  # one of them is needed, so neither is called optional

    job = forms.ChoiceField(
        label="Which job?", required=False, error_messages={"invalid_choice": "Choose one of the list."}
    )
    employer = forms.CharField(label="Who?", max_length=LONGEST, required=False)
    role = forms.CharField(label="For which role?", max_length=LONGEST, required=False)

    def __init__(self, *args: Any, owner: Owner, job: Opportunity | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner
        rows = list(list_open_opportunities(owner))
        if job is not None:
            rows = [job, *(row for row in rows if row != job)]
            self.initial["job"] = str(job.pk)
        self._offer(rows)

    def _offer(self, rows: list[Opportunity]) -> None:
        if not rows:
            del self.fields["job"]
            return
        choices = [("", "another one, named below"), *((str(row.pk), row.title) for row in rows)]
        self.fields["job"].choices = choices  # type: ignore[attr-defined]
        self.fields["employer"].label = "Or who?"

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("job") and not said.get("employer") and "employer" not in self.errors:
            self.add_error("employer", "Say who: the employer’s name, or what you call them.")
        return said

    def row(self) -> Opportunity | None:
        """The job that is meant: chosen, or the one open job of that name; None for a new one."""
        said = self.cleaned_data
        if said.get("job"):
            return find_opportunity(self.owner, said["job"])
        return find_same_job(self.owner, said["employer"], said["role"])


class InterviewForm(WhichJob):
    """An interview that is to come or has been."""

    on = day_field("On which day?")
    at = forms.TimeField(
        label="At what time?",
        required=False,
        error_messages=CLOCK,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )
    kind = forms.ChoiceField(
        label="Which round?",
        initial=Stage.INTERVIEW,
        choices=[(str(talk), talk.means.asked or str(talk)) for talk in TALKS],
    )
    format = forms.ChoiceField(
        label="How?",
        required=False,
        choices=(("", "not known yet"), ("phone", "by phone"), ("video", "by video"), ("on site", "on site")),
    )
    people = forms.CharField(
        label="With whom?", max_length=300, required=False, help_text="Initials or what they do are enough."
    )


class QuietForm(WhichJob):
    """An employer who doesn't answer."""

    since = day_field("Since when?", help_text="The day you applied, or last heard from them.")


class OfferForm(WhichJob):
    """An offer, and how long it stands."""

    kind = forms.ChoiceField(
        label="How did it come?",
        choices=[(str(offer), offer.means.asked or str(offer)) for offer in OFFERS],
        initial=Stage.VERBAL,
        widget=forms.RadioSelect,
    )
    on = day_field("When?")
    deadline_on = day_field("They want an answer by", required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        on, deadline = said.get("on"), said.get("deadline_on")
        if on and deadline and deadline < on:
            self.add_error("deadline_on", "That is before the offer came. Check both days.")
        return said
