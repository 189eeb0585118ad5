"""Undo: a change is taken back part by part, by a change of its own, which can be undone too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps
from django.db import models, transaction

from onward_app.records.lots import lots
from onward_app.records.models import Change, Decision, Owner, Part, Review
from onward_app.records.reading.rows import list_undo_ids
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.decisions import AGAIN, ASIDE, keep_in_step
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.practice import rebuild_schedules

UNDID = "Undid: "


class CannotUndo(Exception):
    """That can't be undone as things stand."""


def undo_change(owner: Owner, record: Change) -> Change:
    """Take a change back. The undoing is itself a change, and undoing that brings everything back.

    Raises:
        CannotUndo: it is undone already, or something newer rests on it; the message says what to do.
    """
    if record.owner_id != owner.pk:
        raise CannotUndo("That isn’t yours to undo.")
    with transaction.atomic():
        if Change.objects.filter(undoes=record).exists():
            raise CannotUndo("That is already undone.")
        with open_change(owner, "undo", _describe_undo(owner, record), opportunity=record.opportunity) as change:
            _take_all_back(change, list(record.parts.order_by("-id")), filed=_find_first(record).by == "onward")
            change.record.undoes = record
            change.record.save(update_fields=["undoes"])
        _read_again(owner, record)
        return change.record


def _describe_undo(owner: Owner, record: Change) -> str:
    """What undoing it comes to: an undo is taken back to what was done, anything else is undone."""
    if record.pk in list_undo_ids(owner):
        return record.summary.removeprefix(UNDID).removesuffix(f" {AGAIN}")
    return f"{UNDID}{record.summary} {AGAIN}" if record.intention == ASIDE else UNDID + record.summary


def _find_first(record: Change) -> Change:
    """What was done first, where a change undoes an undo of an undo."""
    while record.undoes is not None:
        record = record.undoes
    return record


def _take_all_back(change: ChangeInProgress, parts: Sequence[Part], *, filed: bool) -> None:
    """What was made goes last: it is the oldest that was done to a row, and thousands go in a few statements.

    What was forgotten since isn't there: what was deleted for good can't come back, and the rest may.
    """
    rows = _map_rows(change.owner, parts)
    there = [(part, rows[part.table, part.row]) for part in parts if (part.table, part.row) in rows]
    for part, row in there:
        if part.before is not None:
            _set_back(change, part, row, filed=filed)
    made = [row for part, row in there if part.before is None and not _is_filed_anew(part, row, filed=filed)]
    change.strike_all(made)


def _set_back(change: ChangeInProgress, part: Part, row: Any, *, filed: bool) -> None:
    if _is_filed_anew(part, row, filed=filed):
        change.edit_unchecked(row, **{name: getattr(row, name) for name in part.after})
        return
    back = change.edit if part.after else change.edit_unchecked
    back(row, **{name: _read_value(row, name, value) for name, value in (part.before or {}).items()})


def _is_filed_anew(part: Part, row: Any, *, filed: bool) -> bool:
    """Whether what Onward `filed` was filed again by it since: that stands, for it follows from what the letters and
    the person say now.

    Raises:
        CannotUndo: the person changed the same thing since.
    """
    other = {name for name, value in part.after.items() if getattr(row, name) != _read_value(row, name, value)}
    if not other:
        return False
    later = Part.objects.filter(table=part.table, row=part.row, id__gt=part.pk).exclude(change__by="onward")
    if not filed or any(other & one.after.keys() for one in later):
        raise CannotUndo(_say_newer(part))
    return True


def _map_rows(owner: Owner, parts: Iterable[Part]) -> dict[tuple[str, int], Any]:
    """The owner's rows that these parts are of, each once, by table and id."""
    wanted: dict[str, set[int]] = {}
    for part in parts:
        wanted.setdefault(part.table, set()).add(part.row)
    found: dict[tuple[str, int], Any] = {}
    for table, ids in wanted.items():
        model = apps.get_model("records", table)
        mine: dict[str, Any] = {"pk": owner.pk} if model is Owner else {"owner": owner}
        for batch in lots(sorted(ids)):
            rows = model._default_manager.filter(pk__in=batch).filter(**mine)
            found.update(((table, row.pk), row) for row in rows)
    return found


def _say_newer(part: Part) -> str:
    later = Part.objects.filter(table=part.table, row=part.row, id__gt=part.pk).order_by("-id").first()
    if later is None:
        return "Something newer changed the same thing. Undo that first."
    what = f"“{later.change.summary}”, change {later.change_id}"
    return f"Something newer changed the same thing ({what}). Undo that first."


def _read_value(row: models.Model, column: str, value: Any) -> Any:
    """A value as it came out of JSON, as the field has it."""
    field = next(field for field in row._meta.concrete_fields if field.attname == column)
    return value if value is None or isinstance(field, models.JSONField) else field.to_python(value)


def _read_again(owner: Owner, record: Change) -> None:
    """File letters again in the light of what was taken back (or brought back) of them; a card's schedule likewise."""
    decided = record.parts.filter(table="decision").values_list("row", flat=True)
    names: set[str] = set()
    if decided:
        names = keep_in_step(
            owner, Decision.objects.filter(owner=owner, pk__in=list(decided)).values_list("key", flat=True)
        )
    if record.parts.filter(table__in=("decision", "event", "letter")).exists():
        file_letters(owner, summary="Filed the letters again after an undo.", names=names)
    reviewed = record.parts.filter(table="review").values_list("row", flat=True)
    if reviewed:
        cards = Review.objects.filter(owner=owner, pk__in=list(reviewed)).values_list("card_id", flat=True)
        rebuild_schedules(owner, set(cards))
