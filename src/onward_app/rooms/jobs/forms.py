"""What a person may say of a job, in fields."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from onward.facts import (
    AWAITED,
    ENDINGS,
    EVENT_KINDS,
    LONGEST_NAME,
    OTHER_EVENTS,
    STAGES,
    THEIR_NOS,
    EventKind,
    Stage,
    say_happened,
)
from onward.notice.verdict import Reason
from onward.tracker.read import read_tables
from onward.tracker.tables import TrackerTable
from onward.values.gate import GATED
from onward.wording.days import say_day
from onward_app.records.models import Event, Opportunity
from onward_app.rooms.jobs.held import find_tables
from onward_app.trackers.opening import open_tracker
from onward_app.trackers.room import Allowance
from onward_app.trackers.troubles import TrackerTrouble
from onward_app.web.boxes import LookedAtForm
from onward_app.web.day_fields import make_day_field
from onward_app.web.job_choice import JobChoiceForm
from onward_app.web.replies import request_owner

_LETTERS = re.compile(r"[^\W\d_]{3}")  # what may be words, and no day or number
PASTED = "what you pasted"
WHO = {"required": "Say who: the employer’s name, or what you call them."}
ADDED_AS = (Stage.LEAD, *AWAITED, *(no for no in THEIR_NOS if not no.means.needs))  # what may be known of a job first


def list_kind_choices(these: Iterable[EventKind]) -> list[tuple[str, str]]:
    """Kinds of events with the words they are offered in."""
    return [(str(kind), kind.means.label or str(kind)) for kind in these]


KINDS: list[Any] = [
    ("", "choose"),
    ("How far it has come", list_kind_choices(STAGES)),
    ("How it ended", list_kind_choices(ENDINGS)),
    ("Something else", list_kind_choices(OTHER_EVENTS)),
]


class SearchForm(LookedAtForm):
    """A word to find a job by. Nothing is kept of it."""

    q = forms.CharField(required=False)


class JobForm(LookedAtForm):
    """What there is to know of a job."""

    employer = forms.CharField(label="Employer", max_length=LONGEST_NAME, error_messages=WHO)
    role = forms.CharField(label="Role", max_length=LONGEST_NAME, required=False)
    agency = forms.CharField(label="Agency in between", max_length=LONGEST_NAME, required=False)
    place = forms.CharField(label="Place", max_length=LONGEST_NAME, required=False)
    link = forms.CharField(label="Where it was posted", max_length=500, required=False)
    notes = forms.CharField(label="Notes", required=False, widget=forms.Textarea(attrs={"rows": 4}))


class AddForm(JobForm):
    """A new job and the first thing that happened."""

    kind = forms.ChoiceField(label="How far is it?", choices=list_kind_choices(ADDED_AS), initial=Stage.APPLIED)
    on = make_day_field("Since which day?")
    folded = ("agency", "place", "link", "notes")
    field_order = ("employer", "role", "kind", "on")


class EditForm(JobForm):
    """What is known of a job, and what an employer may have named."""

    promised_on = make_day_field(
        "They said I’d hear by", required=False, help_text="Waiting is counted from that day on."
    )
    deadline_on = make_day_field("Their offer stands until", required=False)
    starts_on = make_day_field("It would start on", required=False)
    pay = forms.CharField(label="What they say of pay", max_length=LONGEST_NAME, required=False)
    folded = ("agency", "place", "link", "starts_on", "pay")
    field_order = ("employer", "role", "promised_on", "deadline_on", "starts_on", "pay")


class EventForm(LookedAtForm):
    """One thing that happened, on a day."""

    kind = forms.ChoiceField(
        label="What happened?",
        choices=KINDS,
        error_messages={"invalid_choice": "Choose one of the list.", "required": "Choose what happened."},
    )
    on = make_day_field("On which day?")
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
            self.fields["kind"] = _set_choices(self.fields["kind"], _leave_out(without))
        if not lines or self.chosen not in ("", *GATED):
            del self.fields["recorded"]
        if self.chosen not in ("", *THEIR_NOS):
            del self.fields["reason"]

    @property
    def said(self) -> str:
        """The sentence of the kind that is meant, once it is known."""
        return say_happened(self.chosen, who="I") if self.chosen in EVENT_KINDS else ""


class MergeForm(JobChoiceForm):
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

    def __init__(self, *args: Any, others: QuerySet[Opportunity], likely: Sequence[Opportunity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_jobs("other", others, first=likely, blank="choose one")

    def clean(self) -> dict[str, Any]:
        """One has to be meant, chosen or typed."""
        said = super().clean()
        if not said.get("other") and not self.errors:
            self.add_error("other", "Choose the other one.")
        return said


class SplitForm(LookedAtForm):
    """Which events belong to another job, and what that is called."""

    events = forms.MultipleChoiceField(
        label="What belongs to the other job?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one event that belongs to the other job."},
    )
    employer = forms.CharField(label="Employer of the other job", max_length=LONGEST_NAME, error_messages=WHO)
    role = forms.CharField(label="Role of the other job", max_length=LONGEST_NAME, required=False)

    def __init__(self, *args: Any, of: Sequence[Event], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(event.pk), f"{say_happened(event.kind)}, {say_day(event.on)}") for event in of]
        self.fields["events"] = _set_choices(self.fields["events"], choices)


class SheetFilesInput(forms.ClearableFileInput):
    """Where one file or several are chosen."""

    allow_multiple_selected = True


class SheetFilesField(forms.FileField):
    """One file or several."""

    widget = SheetFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file that was chosen; one that is empty is an error."""
        return [super(SheetFilesField, self).clean(one, initial) for one in data or []]


class SheetForm(LookedAtForm):
    """A tracker's file, several of them, or rows that were copied."""

    either = ("file", "text")  # one of them is needed, so neither is called optional

    file = SheetFilesField(
        label="The file",
        required=False,
        error_messages={"empty": "That file is empty. Export it again, or choose another."},
    )
    text = forms.CharField(
        label="Or paste the rows, with their headings",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    again = forms.CharField(required=False, widget=forms.HiddenInput())  # a file that wanted a look, by its word
    tables: tuple[TrackerTable, ...] = ()  # what was chosen or pasted
    words = ""

    def clean(self) -> dict[str, Any]:
        """The tables, from the files or else from the box; a sentence at the field for a file that can't be read."""
        said = super().clean() or {}
        try:
            self.tables = tuple(self._open_tables(said))
        except TrackerTrouble as why:
            self.add_error("file", str(why))
        return said

    def list_texts(self) -> dict[str, str]:
        """The rows, wherever they came from."""
        return super().list_texts() | ({} if self.errors or not self.tables else {"text": self._write_out()})

    def shown_again(self, word: str) -> SheetForm:
        """The same once more, after a look was asked for: what was pasted in its box, a file by its word."""
        pasted = "" if self.cleaned_data.get("file") else self.cleaned_data.get("text", "")
        again = SheetForm(initial={"text": pasted, "again": "" if pasted.strip() else word})
        again.marks.update(self.marks)
        return again

    def _find_held(self, said: dict[str, Any]) -> tuple[TrackerTable, ...]:
        word = said.get("again", "")
        return (find_tables(request_owner(self.request), word) if word and self.request else None) or ()

    def _write_out(self) -> str:
        if not self.words:
            cells = (cell for table in self.tables for line in table.lines for cell in line.cells)
            self.words = "\n".join(dict.fromkeys(cell for cell in cells if _LETTERS.search(cell)))
        return self.words

    def _open_tables(self, said: dict[str, Any]) -> Iterator[TrackerTable]:
        files = said.get("file") or []
        for file in files:
            yield from open_tracker(file.name or "the file", file.read())
        text = said.get("text", "").replace("\0", "")
        if not files and text.strip():
            Allowance().take(text.encode("utf-8", "replace"), PASTED)
            yield from read_tables(text, PASTED)
        elif held := self._find_held(said):
            yield from held
        elif not files and "file" not in self.errors:
            raise TrackerTrouble("Choose a file, or paste the rows below.")


def _leave_out(without: Collection[str]) -> list[Any]:
    """The choices of a kind but these, still in their groups."""
    groups = [(name, [one for one in some if one[0] not in without]) for name, some in KINDS[1:]]
    return [KINDS[0], *((name, some) for name, some in groups if some)]


def _set_choices(field: forms.Field, choices: list[Any]) -> forms.Field:
    field.choices = choices  # type: ignore[attr-defined]
    return field
