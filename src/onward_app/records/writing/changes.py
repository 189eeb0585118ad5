"""Change: whatever is done is done here, so that whatever is done can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from django.apps import apps
from django.db import models, transaction

from onward_app import clock
from onward_app.records.models import Change, Event, Opportunity, Owner, Part, Review, Undoable
from onward_app.records.writing.caches import refresh

Row = TypeVar("Row", bound=Undoable)
BATCH = 500  # rows in one statement
UNDID = "Undid: "


class CannotUndo(Exception):
    """That can't be undone as things stand."""


class Doing:
    """An open change. Rows are made, edited and struck through it, and it remembers how to take that back."""

    def __init__(self, record: Change) -> None:
        self.record = record
        self.owner = record.owner
        self._parts: list[Part] = []
        self._touched: set[int] = set()

    def make(self, model: type[Row], **fields: Any) -> Row:
        """A new row of the owner's."""
        row = model.objects.create(owner=self.owner, **fields)
        self._made(row)
        return cast(Row, row)

    def make_many(self, rows: Sequence[Row]) -> list[Row]:
        """New rows, in one statement. They must carry their owner."""
        if not rows:
            return []
        made = cast(list[Row], type(rows[0]).objects.bulk_create(rows, batch_size=BATCH))
        for row in made:
            self._made(row)
        return made

    def edit(self, row: Undoable | Owner, **fields: Any) -> None:
        """Set fields of a row, or settings of the owner's, to new values. Those that already have them are left alone."""
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
            self._note(row, before, after)

    def put(self, row: Undoable | Owner, **columns: Any) -> None:
        """Set what filing may set again: undoing brings it back as it was, whatever has become of it by then."""
        before = {column: getattr(row, column) for column in columns}
        for column, value in columns.items():
            setattr(row, column, value)
        row.save(update_fields=list(columns))
        self._note(row, before, {})

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
            for batch in _batches([row.pk for row in some]):
                model.objects.filter(pk__in=batch).update(stands=False)
            for row in some:
                row.stands = False
                self._note(row, {"stands": True}, {"stands": False})

    def close(self) -> None:
        """Store the parts, and recompute what is cached of the opportunities that were touched."""
        Part.objects.bulk_create(self._parts, batch_size=BATCH)
        refresh(self._touched)

    @property
    def empty(self) -> bool:
        """Whether nothing was done."""
        return not self._parts

    def _made(self, row: Undoable) -> None:
        self._note(row, None, {"stands": True})

    def _note(self, row: Undoable | Owner, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        part = Part(change=self.record, table=str(row._meta.model_name), row=row.pk, before=before, after=after)
        self._parts.append(part)
        if isinstance(row, Opportunity):
            self._touched.add(row.pk)
        elif isinstance(row, Event):
            self._touched.add(row.opportunity_id)
            self._touched.update(pk for pk in [(before or {}).get("opportunity_id")] if pk is not None)


@contextmanager
def change(
    owner: Owner, intention: str, summary: str, *, by: str = "person", opportunity: Opportunity | None = None
) -> Iterator[Doing]:
    """One intention: a transaction and a Change. A change in which nothing was done leaves no trace."""
    with transaction.atomic():
        record = Change.objects.create(
            owner=owner, intention=intention, summary=summary[:300], by=by, at=clock.now(), opportunity=opportunity
        )
        doing = Doing(record)
        yield doing
        doing.close()
        if doing.empty:
            record.delete()


def undo(owner: Owner, record: Change) -> Change:
    """Take a change back. The undoing is itself a change, and undoing that brings everything back.

    Raises:
        CannotUndo: it is undone already, or something newer rests on it; the message says what to do.
    """
    if record.owner_id != owner.pk:
        raise CannotUndo("That isn’t yours to undo.")
    with transaction.atomic():
        if Change.objects.filter(undoes=record).exists():
            raise CannotUndo("That is already undone.")
        with change(owner, "undo", _undone(record), opportunity=record.opportunity) as doing:
            _take_all_back(doing, list(record.parts.order_by("-id")))
            doing.record.undoes = record
            doing.record.save(update_fields=["undoes"])
        _read_again(owner, record)
        return doing.record


def _undone(record: Change) -> str:
    """What undoing it comes to: an undo is taken back to what was done, anything else is undone."""
    if record.undoes_id and record.summary.startswith(UNDID):
        return record.summary.removeprefix(UNDID)
    return UNDID + record.summary


def _take_all_back(doing: Doing, parts: Sequence[Part]) -> None:
    """What was made goes last: it is the oldest that was done to a row, and thousands go in a few statements.

    What was forgotten since isn't there: what was deleted for good can't come back, and the rest may.
    """
    rows = _rows(doing.owner, parts)
    there = [(part, rows[part.table, part.row]) for part in parts if (part.table, part.row) in rows]
    for part, row in there:
        if part.before is not None:
            _is_untouched(part, row)
            back = doing.edit if part.after else doing.put
            back(row, **{_name(row, name): _read(row, name, value) for name, value in part.before.items()})
    made = [(part, row) for part, row in there if part.before is None]
    for part, row in made:
        _is_untouched(part, row)
    doing.strike_all(row for _, row in made)


def _is_untouched(part: Part, row: Any) -> None:
    if any(getattr(row, name) != _read(row, name, value) for name, value in part.after.items()):
        raise CannotUndo(_newer(part))


def _rows(owner: Owner, parts: Iterable[Part]) -> dict[tuple[str, int], Any]:
    """The owner's rows that these parts are of, each once, by table and id."""
    wanted: dict[str, set[int]] = {}
    for part in parts:
        wanted.setdefault(part.table, set()).add(part.row)
    found: dict[tuple[str, int], Any] = {}
    for table, ids in wanted.items():
        model = apps.get_model("records", table)
        mine: dict[str, Any] = {"pk": owner.pk} if model is Owner else {"owner": owner}
        for batch in _batches(sorted(ids)):
            rows = model._default_manager.filter(pk__in=batch).filter(**mine)
            found.update(((table, row.pk), row) for row in rows)
    return found


def _batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def _newer(part: Part) -> str:
    later = Part.objects.filter(table=part.table, row=part.row, id__gt=part.pk).order_by("-id").first()
    what = f" (“{later.change.summary}”, change {later.change_id})" if later else ""
    return f"Something newer changed the same thing{what}. Undo that first."


def _read(row: models.Model, column: str, value: Any) -> Any:
    """A value as it came out of JSON, as the field has it."""
    field = _field(row, column)
    return value if value is None or isinstance(field, models.JSONField) else field.to_python(value)


def _field(row: models.Model, column: str) -> Any:
    return next(field for field in row._meta.concrete_fields if field.attname == column)


def _name(row: models.Model, column: str) -> str:
    return str(_field(row, column).attname)


def _read_again(owner: Owner, record: Change) -> None:
    """What was said of a letter is taken back (or brought back): the letters are linked again in its light; so is a card's schedule."""
    if record.parts.filter(table__in=("decision", "event")).exists():
        from onward_app.records.writing.notice import settle

        settle(owner, summary="Filed the letters again after an undo.")
    reviewed = record.parts.filter(table="review").values_list("row", flat=True)
    if reviewed:
        from onward_app.records.writing import practice

        cards = Review.objects.filter(owner=owner, pk__in=list(reviewed)).values_list("card_id", flat=True)
        practice.rebuild(owner, set(cards))
