"""Finding words where the database has no index for them: every row is read. Slower, and by the same rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from onward.wording.matching import find_places, fold_word
from onward_app.full_text import NO_WORDS, TABLES, IndexedTable, Matches
from onward_app.records.models import Owner, Undoable


def read_for(owner: Owner, words: Sequence[str], *, most: int) -> list[Matches]:
    """The owner's rows in which every word stands, from its beginning on; the newest first."""
    found = []
    for one in TABLES if words else ():
        ids = [pk for pk, text in list_texts(owner, one) if _has_all(text, words)]
        if ids:
            found.append(Matches(one.table, len(ids), tuple(ids[:most])))
    return found


def list_texts(owner: Owner, one: IndexedTable) -> list[tuple[int, str]]:
    """The words of each row of a table that can be found, with its number; the newest first."""
    rows = _list_rows(owner, one).order_by("-pk")
    columns = [name for name in one.columns if name not in ("stands", "owner_id", "merged_into_id")]
    return [(pk, " ".join(map(_say_value, texts))) for pk, *texts in rows.values_list("pk", *columns).iterator()]


def _say_value(value: Any) -> str:
    """The words of a column, also of one that holds JSON."""
    if isinstance(value, dict):
        return " ".join(_say_value(one) for key, one in value.items() if key not in NO_WORDS)
    return " ".join(map(_say_value, value)) if isinstance(value, list) else str(value)


def _list_rows(owner: Owner, one: IndexedTable) -> QuerySet[Any]:
    model = apps.get_model("records", one.table)
    rows: QuerySet[Any] = model._default_manager.filter(owner=owner)
    if issubclass(model, Undoable):
        rows = rows.filter(stands=True)
    return rows.filter(Q(merged_into=None)) if "merged_into_id" in one.columns else rows


def _has_all(text: str, words: Sequence[str]) -> bool:
    folded = fold_word(text)
    return all(word in folded and any(True for _ in find_places(text, (word,))) for word in words)
