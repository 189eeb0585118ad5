"""What the first page's doors ask: which job, when, and little more."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms

from onward.facts import LONGEST_NAME, OFFERS, TALKS, Stage
from onward_app import clock
from onward_app.records.models import Opportunity, Owner
from onward_app.records.reading.jobs import find_same_job
from onward_app.records.reading.rows import find_opportunity, list_open_opportunities, list_opportunities
from onward_app.web.boxes import LookedAtForm
from onward_app.web.day_fields import make_day_field
from onward_app.web.job_choice import MOST

LATELY = timedelta(days=21)  # an interview at a job that ended so lately may still be noted
CLOCK = {"invalid": "That time can’t be read. Write it like 14:30."}


class WhichJob(LookedAtForm):
    """A job that is there, or the name of a new one."""

    either = ("job", "employer")  # one of them is needed, so neither is called optional
    more: tuple[str, ...] = ()  # behind “more”: nobody is stopped by them

    job = forms.ChoiceField(
        label="Which job?", required=False, error_messages={"invalid_choice": "Choose one of the list."}
    )
    employer = forms.CharField(label="Who?", max_length=LONGEST_NAME, required=False)
    role = forms.CharField(label="For which role?", max_length=LONGEST_NAME, required=False)

    def __init__(self, *args: Any, owner: Owner, job: Opportunity | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner
        rows = self.list_rows(owner)[:MOST]  # another one is found by its name
        if job is not None:
            rows = [job, *(row for row in rows if row != job)]
            self.initial["job"] = str(job.pk)
            self.more = ("job", "employer", *self.more)  # it is known, and can still be another one
        if not rows:
            del self.fields["job"]
            return
        choices = [("", "another one, named below"), *((str(row.pk), row.title) for row in rows)]
        self.fields["job"].choices = choices  # type: ignore[attr-defined]
        self.fields["employer"].label = "Or who?"

    def list_rows(self, owner: Owner) -> list[Opportunity]:
        """The jobs it may be about."""
        return list(list_open_opportunities(owner)[:MOST])

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
    """An interview that is to come or has been, also at a job that ended just now."""

    more = ("role", "kind")

    on = make_day_field("On which day?")
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
    field_order = ("job", "employer", "on", "at", "people", "format", "role", "kind")

    def list_rows(self, owner: Owner) -> list[Opportunity]:
        """Those that are open, then those that ended in the last weeks."""
        ended = list_opportunities(owner).filter(ended_on__gte=clock.today() - LATELY).exclude(ended="")
        return [*super().list_rows(owner), *ended.order_by("-ended_on")[:MOST]]

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to come, as far as is known."""
        said, now = self.cleaned_data, clock.now()
        at = said["at"]
        return bool(said["on"] > now.date() or (said["on"] == now.date() and at is not None and at > now.time()))


class QuietForm(WhichJob):
    """An employer who doesn't answer."""

    since = make_day_field("Since when?", help_text="The day you applied, or last heard from them.")


class OfferForm(WhichJob):
    """An offer: from whom, how it came, until when, and what it is."""

    more = ("role", "on")

    kind = forms.ChoiceField(
        label="How did it come?",
        choices=[(str(offer), offer.means.asked or str(offer)) for offer in OFFERS],
        initial=Stage.VERBAL,
        widget=forms.RadioSelect,
    )
    deadline_on = make_day_field("By when do they want an answer?", required=False)
    note = forms.CharField(
        label="What is offered?",
        required=False,
        help_text="Pay, hours, supervision, the first day: what you want to have before you.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    on = make_day_field("When did it come?")
    field_order = ("job", "employer", "kind", "deadline_on", "note", "role", "on")

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        on, deadline = said.get("on"), said.get("deadline_on")
        if on and deadline and deadline < on:
            self.add_error("deadline_on", "That is before the offer came. Check both days.")
        return said
