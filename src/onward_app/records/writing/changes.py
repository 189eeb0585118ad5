"""Every write: a Change, of one Part for each row it touched, so that undo can take it back (docs/decisions/0001).

A Part holds a row's fields as they were (`before`, None where the row was made) and as they are since (`after`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any, Literal, TypeVar, cast

from django.db import transaction

from onward_app import clock
from onward_app.records.lots import lots
from onward_app.records.models import Ask, Change, Event, Interview, Letter, Opportunity, Owner, Part, Undoable
from onward_app.records.writing.kinks_touched import KinksTouched

Row = TypeVar("Row", bound=Undoable)
BATCH = 500  # rows in one statement
_program: ContextVar[str] = ContextVar("program", default="")  # which other program acts just now


class ChangeInProgress:
    """An open change. Rows are made, edited and struck through it, and it remembers how to take that back."""

    def __init__(self, record: Change) -> None:
        self.record = record
        self.owner = record.owner
        self._parts: list[Part] = []
        self._touched: set[int] = set()  # jobs of which what is cached may be another
        self._asked: set[date] = set()  # days of asks that are, or were, or will be sent
        self._judged: set[int] = set()  # letters of which something else was read than before
        self._kinks = KinksTouched()

    def make(self, model: type[Row], **fields: Any) -> Row:
        """A new row of the owner's."""
        row = model.objects.create(owner=self.owner, **fields)
        self._note_part(row, None, {"stands": True})
        return cast(Row, row)

    def make_many(self, rows: Sequence[Row]) -> list[Row]:
        """New rows of one model, in one statement. They must carry their owner."""
        if not rows:
            return []
        made = cast(list[Row], type(rows[0]).objects.bulk_create(rows, batch_size=BATCH))
        for row in made:
            self._note_part(row, None, {"stands": True})
        return made

    def edit(self, row: Undoable | Owner, **fields: Any) -> None:
        """Set fields of a row, or settings of the owner's, to new values. Those that already have them are left
        alone, so a list has to be given anew: one that was changed in place looks as it did.
        """
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        for name, value in fields.items():
            column = row._meta.get_field(name).attname  # type: ignore[union-attr]
            was = getattr(row, column)
            setattr(row, name, value)
            if getattr(row, column) != was:
                before[column], after[column] = was, getattr(row, column)
        if after:
            row.save(update_fields=list(after))
            self._note_part(row, before, after)

    def edit_unchecked(self, row: Undoable | Owner, **columns: Any) -> None:
        """Set what filing may set again, also to what it is: undoing brings it back as it was, whatever has become of
        it by then. An `edit` is only undone where nobody has changed the same fields since; without an `after`, nothing
        is compared.
        """
        before = {column: getattr(row, column) for column in columns}
        for column, value in columns.items():
            setattr(row, column, value)
        row.save(update_fields=list(columns))
        self._note_part(row, before, {})

    def strike(self, row: Undoable) -> None:
        """Take a row out of force."""
        self.edit(row, stands=False)

    def strike_all(self, rows: Iterable[Undoable]) -> None:
        """Take rows out of force, in a few statements whatever their number."""
        kinds: dict[type[Undoable], list[Undoable]] = {}
        for row in rows:
            if row.stands:
                kinds.setdefault(type(row), []).append(row)
        for model, some in kinds.items():
            for lot in lots(row.pk for row in some):
                model.objects.filter(pk__in=lot).update(stands=False)
            for row in some:
                row.stands = False
                self._note_part(row, {"stands": True}, {"stands": False})

    @property
    def kept(self) -> Change | None:
        """The Change once it is done, None where nothing was: such a one leaves no trace."""
        return self.record if self._parts else None

    @property
    def jobs(self) -> frozenset[int]:
        """The jobs that it touched so far."""
        return frozenset(self._touched)

    def finish(self) -> None:
        """Store the parts, and recompute what is kept of the opportunities and kinks that were touched."""
        # What computes it is loaded with the first change: a page that only shows something does without.
        from onward_app.records.writing.answers import refresh_answers_around
        from onward_app.records.writing.caches import refresh_opportunities
        from onward_app.records.writing.marks import refresh_letter_marks

        Part.objects.bulk_create(self._parts, batch_size=BATCH)
        refresh_opportunities(self._touched)
        for lot in lots(sorted(self._judged)):
            refresh_letter_marks(self.owner, Letter.objects.filter(owner=self.owner, pk__in=lot).defer("body"))
        if self._touched or self._asked:
            refresh_answers_around(self.owner, jobs=self._touched, days=self._asked)
        self._kinks.refresh()

    def _note_part(self, row: Undoable | Owner, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        table = str(row._meta.model_name)
        part = Part(owner=self.owner, change=self.record, table=table, row=row.pk, before=before, after=after)
        self._parts.append(part)
        self._kinks.note(row, before or {})
        if isinstance(row, Opportunity):
            self._touched.add(row.pk)
        elif isinstance(row, Event | Ask | Letter | Interview):
            moved_from = (before or {}).get("opportunity_id")
            self._touched |= {job for job in (row.opportunity_id, moved_from) if job is not None}
        if isinstance(row, Letter) and "verdict" in (before or {}):
            self._judged.add(row.pk)
        if isinstance(row, Ask):
            self._asked |= {day for day in (row.sent_on, (before or {}).get("sent_on")) if day is not None}


@contextmanager
def acting_as(program: str) -> Iterator[None]:
    """While the block lasts, every change says that this program made it."""
    token = _program.set(program)
    try:
        yield
    finally:
        _program.reset(token)


@contextmanager
def open_change(
    owner: Owner,
    intention: str,
    summary: str,
    *,
    by: Literal["person", "onward"] = "person",
    opportunity: Opportunity | None = None,
) -> Iterator[ChangeInProgress]:
    """One intention: a transaction and a Change. A change in which nothing was done leaves no trace."""
    program = _program.get()
    who = "program" if program and by == "person" else by
    with transaction.atomic():
        # Made first, since rows and parts carry its id; deleted again where it was not needed.
        record = Change.objects.create(
            owner=owner, intention=intention, summary=summary[:300], by=who, program=program, at=clock.now(),
            opportunity=opportunity,
        )  # fmt: skip
        change = ChangeInProgress(record)
        yield change
        change.finish()
        if change.kept is None:
            record.delete()
