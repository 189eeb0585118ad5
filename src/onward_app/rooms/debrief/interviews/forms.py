"""Forms for an interview's record: by hand, from a calendar file, and changed later."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from onward.debrief.meeting import MOST_BYTES, Meeting
from onward.facts import TALKS
from onward.wording.days import capitalize_first
from onward_app.records.models import Interview, Owner
from onward_app.records.reading.calendars import describe_meeting
from onward_app.records.reading.rows import list_open_opportunities
from onward_app.web.boxes import LookedAtForm
from onward_app.web.job_choice import JobChoiceForm

ROUNDS = [(str(talk), capitalize_first(talk.means.asked or str(talk))) for talk in TALKS]
TOO_LARGE = "That file is larger than a calendar file is. Save only the invitation as .ics and drop that."


class AddInterviewForm(JobChoiceForm):
    """An interview, by hand or as a calendar file has it."""

    job = forms.ChoiceField(label="Which job?", required=False)
    employer = forms.CharField(label="Or a new one: who is it with?", required=False, max_length=200)
    role = forms.CharField(label="And for what role?", required=False, max_length=200)
    on = forms.DateField(label="Day", widget=forms.DateInput(attrs={"type": "date"}))
    at = forms.TimeField(label="Time", required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    minutes = forms.IntegerField(label="How many minutes?", required=False, min_value=1, max_value=2880)
    round = forms.ChoiceField(label="Which round?", choices=ROUNDS)
    format = forms.CharField(label="How?", required=False, max_length=40, help_text="Phone, video, on site.")
    people = forms.CharField(
        label="With whom?",
        required=False,
        max_length=300,
        help_text="Initials and what they do are enough: “D. W., clinical director”.",
    )
    uid = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def __init__(self, *args: Any, owner: Owner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_jobs("job", list_open_opportunities(owner), blank="A new one")

    def clean(self) -> dict[str, Any]:
        """A job that is there, or the name of a new one."""
        told = super().clean()
        named = told.get("job") or (told.get("employer") or "").strip() or self.typed in self.errors
        if not named:
            self.add_error(
                "employer" if "employer" in self.fields else "job", "Choose the job above, or say who it is with."
            )
        return told

    def details(self) -> dict[str, Any]:
        """What is kept of it beside the job and the day."""
        told = self.cleaned_data
        return {name: told[name] for name in ("at", "minutes", "round", "format", "people", "uid")}


class EditInterviewForm(AddInterviewForm):
    """An interview's record, changed. Its job may be one that has ended."""

    def __init__(self, *args: Any, interview: Interview, **kwargs: Any) -> None:
        kwargs["initial"] = {
            name: getattr(interview, name) for name in ("on", "at", "minutes", "round", "format", "people", "uid")
        } | {"job": interview.opportunity_id}
        super().__init__(*args, **kwargs)
        here, owner, round_ = interview.opportunity, kwargs["owner"], cast(forms.ChoiceField, self.fields["round"])
        self.fields.pop(self.typed, None)
        self.fields["job"].required = True
        self.offer_jobs("job", list_open_opportunities(owner), first=[here])
        if interview.round not in dict(ROUNDS):
            round_.required = False
            round_.choices = [(interview.round, interview.round or "not said"), *ROUNDS]
        for name in ("employer", "role"):
            del self.fields[name]


class CalendarForm(LookedAtForm):
    """The file of an invitation."""

    file = forms.FileField(
        label="The invitation",
        help_text="An .ics file, as calendars and mail programs save an invitation. You can drop it here.",
        error_messages={"empty": "That file is empty. Save the invitation again and drop it here."},
    )

    def clean_file(self) -> bytes:
        """Its bytes."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        return cast(bytes, file.read())


def meeting_form(owner: Owner, meeting: Meeting, job: int | None, place: int) -> AddInterviewForm:
    """The form for one event of a calendar file, filled in as far as the file goes."""
    known = {"job": job or "", **describe_meeting(owner, meeting)}
    return AddInterviewForm(owner=owner, initial=known, auto_id=f"id_{place}_%s")
