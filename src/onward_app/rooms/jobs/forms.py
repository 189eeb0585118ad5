"""What a person may say of a job, in fields."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django import forms

from onward.facts import AWAITED, ENDINGS, EVENT_KINDS, OTHER_EVENTS, STAGES, THEIR_NOS, EventKind, Stage, say_happened
from onward.notice.verdict import Reason
from onward.values.gate import GATED
from onward.wording.days import say_day
from onward_app.records.models import Event, Opportunity
from onward_app.records.writing.csv_rows import LONGEST
from onward_app.rooms.jobs.sheet_text import Unreadable, read_sheet_text
from onward_app.web.boxes import LookedAtForm

WHO = {"required": "Say who: the employer’s name, or what you call them."}
WHEN = {"required": "Say on which day.", "invalid": "That day can’t be read. Write it like 2026-03-04."}
ADDED_AS = (Stage.LEAD, *AWAITED, *(no for no in THEIR_NOS if not no.means.needs))  # what may be known of a job first


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


def kinds(these: Iterable[EventKind]) -> list[tuple[str, str]]:
    """Kinds of events with the words they are offered in."""
    return [(str(kind), kind.means.label or str(kind)) for kind in these]


KINDS: list[Any] = [
    ("", "choose"),
    ("How far it has come", kinds(STAGES)),
    ("How it ended", kinds(ENDINGS)),
    ("Something else", kinds(OTHER_EVENTS)),
]


class SearchForm(LookedAtForm):
    """A word to find a job by. Nothing is kept of it."""

    q = forms.CharField(required=False)


class JobForm(LookedAtForm):
    """What there is to know of a job."""

    employer = forms.CharField(label="Employer", max_length=LONGEST, error_messages=WHO)
    role = forms.CharField(label="Role", max_length=LONGEST, required=False)
    agency = forms.CharField(label="Agency in between", max_length=LONGEST, required=False)
    place = forms.CharField(label="Place", max_length=LONGEST, required=False)
    link = forms.CharField(label="Where it was posted", max_length=500, required=False)
    notes = forms.CharField(label="Notes", required=False, widget=forms.Textarea(attrs={"rows": 4}))


class AddForm(JobForm):
    """A new job and the first thing that happened."""

    kind = forms.ChoiceField(label="How far is it?", choices=kinds(ADDED_AS), initial=Stage.APPLIED)
    on = day_field("Since which day?")
    folded = ("agency", "place", "link", "notes")
    field_order = ("employer", "role", "kind", "on")


class EditForm(JobForm):
    """What is known of a job, and the two days an employer may have named."""

    promised_on = day_field("They said I’d hear by", required=False, help_text="Waiting is counted from that day on.")
    deadline_on = day_field("Their offer stands until", required=False)
    field_order = ("employer", "role", "promised_on", "deadline_on")


class EventForm(LookedAtForm):
    """One thing that happened, on a day."""

    kind = forms.ChoiceField(
        label="What happened?",
        choices=KINDS,
        error_messages={"invalid_choice": "Choose one of the list.", "required": "Choose what happened."},
    )
    on = day_field("On which day?")
    reason = forms.ChoiceField(
        label="Did they give a reason?",
        required=False,
        choices=[("", "not that I know"), *((str(reason), str(reason)) for reason in Reason)],
    )
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    recorded = forms.BooleanField(
        label="I have already accepted or signed. Just record it.",
        required=False,
        help_text="Otherwise Onward first holds up the lines you set.",
    )

    def __init__(self, *args: Any, lines: bool = False, without: Collection[str] = (), **kwargs: Any) -> None:
        """`without` are kinds that the page offers elsewhere."""
        super().__init__(*args, **kwargs)
        self.chosen = self.data.get("kind") or self.initial.get("kind") or ""
        if self.chosen in EVENT_KINDS:
            self.fields["kind"].widget = forms.HiddenInput()
        if without:
            self.fields["kind"] = _chosen(self.fields["kind"], _leave_out(without))
        if not lines or self.chosen not in ("", *GATED):
            del self.fields["recorded"]
        if self.chosen not in ("", *THEIR_NOS):
            del self.fields["reason"]

    @property
    def said(self) -> str:
        """The sentence of the kind that is meant, once it is known."""
        return say_happened(self.chosen, who="I") if self.chosen in EVENT_KINDS else ""


class MergeForm(LookedAtForm):
    """Which other entry is the same job, and whose name stays."""

    other = forms.ChoiceField(
        label="Which one is the same job?",
        error_messages={"invalid_choice": "Choose one of the list.", "required": "Choose the other one."},
    )
    keep = forms.ChoiceField(
        label="Whose name stays?",
        choices=(("first", "the one that was here first"), ("this", "this one"), ("other", "the other one")),
        initial="first",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, others: Sequence[Opportunity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "choose one"), *((str(row.pk), row.title) for row in others)]
        self.fields["other"] = _chosen(self.fields["other"], choices)


class SplitForm(LookedAtForm):
    """Which events belong to another job, and what that is called."""

    events = forms.MultipleChoiceField(
        label="What belongs to the other job?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one event that belongs to the other job."},
    )
    employer = forms.CharField(label="Employer of the other job", max_length=LONGEST, error_messages=WHO)
    role = forms.CharField(label="Role of the other job", max_length=LONGEST, required=False)

    def __init__(self, *args: Any, of: Sequence[Event], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(event.pk), f"{say_happened(event.kind)}, {say_day(event.on)}") for event in of]
        self.fields["events"] = _chosen(self.fields["events"], choices)


class SheetForm(LookedAtForm):
    """A spreadsheet as a file, or pasted."""

    either = ("file", "text")  # one of them is needed, so neither is called optional

    file = forms.FileField(
        label="A CSV file",
        required=False,
        error_messages={"empty": "That file is empty. Save the spreadsheet as CSV and choose it again."},
    )
    text = forms.CharField(
        label="Or paste it",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    order = forms.ChoiceField(
        label="Dates like 3/4/2026 mean",
        required=False,
        choices=(("day", "3 April: the day comes first"), ("month", "March 4: the month comes first")),
        widget=forms.RadioSelect,
    )
    rows = ""  # what was chosen or pasted

    def clean(self) -> dict[str, Any]:
        """The rows, from the file or else from the box; a sentence at the field when there are none."""
        said = super().clean() or {}
        try:
            self.rows = self._rows(said)
        except Unreadable as why:
            self.add_error("file", str(why))
        return said

    def list_texts(self) -> dict[str, str]:
        """The rows, wherever they came from."""
        return super().list_texts() | ({} if self.errors else {"text": self.rows})

    def shown_again(self) -> SheetForm:
        """The same rows in the box, to be looked at and changed or kept."""
        again = SheetForm(initial={"text": self.rows, "order": self.cleaned_data["order"]})
        again.marks.update(self.marks)
        return again

    def _rows(self, said: dict[str, Any]) -> str:
        file = said.get("file")
        text = (read_sheet_text(file) if file else said.get("text", "")).replace("\0", "")
        if not text.strip() and "file" not in self.errors:
            raise Unreadable("Choose a CSV file, or paste the rows below.")
        return text


def _leave_out(without: Collection[str]) -> list[Any]:
    """The choices of a kind but these, still in their groups."""
    groups = [(name, [one for one in some if one[0] not in without]) for name, some in KINDS[1:]]
    return [KINDS[0], *((name, some) for name, some in groups if some)]


def _chosen(field: forms.Field, choices: list[Any]) -> forms.Field:
    field.choices = choices  # type: ignore[attr-defined]
    return field
