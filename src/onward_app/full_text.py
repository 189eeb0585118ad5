"""The index behind the one box: full text by SQLite's FTS5, kept by triggers in the very change that alters a row.

It holds no text, only which words stand in which row, and every way to write (a Change, an import, what is forgotten in
a backup) keeps it, because the database itself does. Nothing else of Onward's knows FTS5. `db` is a connection of
SQLite's own, since backups and imports are files that Django never sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from onward.wording.matching import LETTERS
from onward_app.sqlite_file import OperationalError

INDEX = "onward_find"  # not one of the tables of a search, and not taken for one
CREATE = (
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5(whose, head, body, content='', prefix='2 3', "
    "tokenize='unicode61 remove_diacritics 2')"
)
ROOM = 32  # a row's number in the index is its own number times this, and which table it is in
RANKED = 1000  # as many as are put in order by how well they fit; of more, the newest come first
NO_WORDS = ("chip", "kind")  # what was chosen beside the words of a debrief
HEAD_WEIGHS, BODY_WEIGHS = 10.0, 1.0
_COLUMN = re.compile(r'\{row\}\."(\w+)"')


@dataclass(frozen=True, slots=True)
class IndexedTable:
    """A table of the index: its number there, and what of a row goes in, in SQL with `{row}` for the row."""

    number: int
    table: str
    head: str
    body: str
    when: str

    @property
    def place(self) -> str:
        """Its name in the database."""
        return f"records_{self.table}"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that decide what the index has of a row: a change of any other costs nothing."""
        return (*dict.fromkeys(_COLUMN.findall(f"{self.head} {self.body} {self.when}")), "owner_id")


def _join_columns(*names: str) -> str:
    return " || ' ' || ".join(f'{{row}}."{name}"' for name in names) or "''"


def select_texts(name: str) -> str:
    """The words in a column of JSON."""
    words = f'json_tree({{row}}."{name}") WHERE "type" = \'text\' AND coalesce("key", \'\') NOT IN {NO_WORDS}'
    return f"coalesce((SELECT group_concat(\"atom\", ' ') FROM {words}), '')"  # noqa: S608 - our own names


STANDS = '{row}."stands"'
TABLES = (
    IndexedTable(
        1,
        "opportunity",
        _join_columns("employer", "role", "agency"),
        _join_columns("place", "link", "notes"),
        f'{STANDS} AND {{row}}."merged_into_id" IS NULL',
    ),
    IndexedTable(2, "event", "''", _join_columns("note"), f"{STANDS} AND {{row}}.\"note\" <> ''"),
    IndexedTable(3, "letter", _join_columns("subject", "sender_name", "sender"), _join_columns("body"), "1"),
    IndexedTable(
        4,
        "contact",
        _join_columns("name"),
        _join_columns("employer", "role", "reach", "how", "notes"),
        f'{STANDS} AND {{row}}."merged_into_id" IS NULL',
    ),
    IndexedTable(5, "companion", _join_columns("name"), _join_columns("reach", "note"), STANDS),
    IndexedTable(
        6,
        "interview",
        _join_columns("people"),
        _join_columns("round", "format", "place", "liked", "may_go_wrong"),
        STANDS,
    ),
    IndexedTable(7, "question", _join_columns("asked"), _join_columns("said"), STANDS),
    IndexedTable(
        8,
        "ask",
        _join_columns("to_name", "to_address", "subject"),
        _join_columns("text", "quote", "reading", "test"),
        STANDS,
    ),
    IndexedTable(9, "debrief", "''", select_texts("answers"), STANDS),
    IndexedTable(10, "kink", _join_columns("name"), _join_columns("if_they", "then_i"), STANDS),
    IndexedTable(11, "sighting", "''", _join_columns("text"), STANDS),
    IndexedTable(12, "card", _join_columns("question"), select_texts("points"), STANDS),
    IndexedTable(13, "review", "''", _join_columns("answer"), f"{STANDS} AND {{row}}.\"answer\" <> ''"),
    IndexedTable(14, "transcript", _join_columns("name"), _join_columns("text"), STANDS),
    IndexedTable(15, "kindwords", "''", _join_columns("text", "who"), STANDS),
)


def ensure_index(db: Any) -> None:
    """The index and its triggers as they should be: made anew where they aren't, and then filled from what is there."""
    # What the file has of it
    query = "SELECT name, sql FROM sqlite_master WHERE name = ? OR (type = 'trigger' AND substr(name, 1, ?) = ?)"
    if dict(db.execute(query, (INDEX, len(INDEX), INDEX))) != dict(_list_made()):
        drop_triggers(db)
        db.execute(f"DROP TABLE IF EXISTS {INDEX}")
        with suppress(*OperationalError):  # a SQLite without FTS5: what is looked for is then read for
            for _, statement in _list_made():
                db.execute(statement)
            _fill_index(db)


def drop_triggers(db: Any) -> None:
    """Let the tables be changed in their shape; `ensure_index` puts the triggers back."""
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        if name.startswith(INDEX):
            db.execute(f'DROP TRIGGER "{name}"')


def is_indexed(db: Any) -> bool:
    """Whether this file has the index."""
    return bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (INDEX,)).fetchone())


def clean_index(db: Any) -> None:
    """Merge the index, so that no word of a row that went is left in it; what was free is overwritten by whoever calls.

    FTS5 only notes that a row is gone, and drops its words when parts are merged. Its own `secure-delete` would make
    the file unreadable to SQLite before 3.42, and a search moves from computer to computer.
    """
    if is_indexed(db):
        db.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('optimize')")  # noqa: S608 - our own name


@dataclass(frozen=True, slots=True)
class Matches:
    """How many rows of a table have every word, and the first of them."""

    table: str
    total: int
    ids: tuple[int, ...]


def match_rows(db: Any, owner: int, words: Sequence[str], *, most: int) -> list[Matches]:
    """The owner's rows in which every word stands, from its beginning on. Words are folded, and nothing but letters."""
    if not words:
        return []
    asked = " AND ".join(f'"{word}"*' if len(word) > 1 else f'"{word}"' for word in words)
    counts = dict(_count_found(db, f'whose : "{_name_owner(owner)}" AND {{head body}} : ({asked})'))
    return [
        Matches(one.table, counts[one.number], _find_first(db, owner, one, asked, counts[one.number], most))
        for one in TABLES
        if counts.get(one.number)
    ]


def _count_found(db: Any, asked: str) -> Iterator[tuple[int, int]]:
    query = f"SELECT rowid % {ROOM}, COUNT(*) FROM {INDEX} WHERE {INDEX} MATCH ? GROUP BY 1"  # noqa: S608
    yield from db.execute(query, (asked,)).fetchall()


def _find_first(db: Any, owner: int, one: IndexedTable, asked: str, total: int, most: int) -> tuple[int, ...]:
    order = f"bm25({INDEX}, 0.0, {HEAD_WEIGHS}, {BODY_WEIGHS}), rowid DESC" if total <= RANKED else "rowid DESC"
    query = f"SELECT rowid / {ROOM} FROM {INDEX} WHERE {INDEX} MATCH ? ORDER BY {order} LIMIT ?"  # noqa: S608
    mine = f'whose : "{_name_owner(owner, one.table)}" AND {{head body}} : ({asked})'
    return tuple(row for (row,) in db.execute(query, (mine, most)))


def _name_owner(owner: int | str, table: str = "") -> str:
    """The words by which an owner's rows are known, and those of one table: no text has such a column."""
    return f"of{owner}{table}"


def _list_made() -> Iterator[tuple[str, str]]:
    """What is made in the database, by name, with the statement that makes it."""
    yield INDEX, CREATE
    for one in TABLES:
        on = f'ON "{one.place}"'
        names = ", ".join(f'"{name}"' for name in one.columns)
        yield _write_trigger(
            one, "added", f"AFTER INSERT {on} WHEN {_write_condition(one, 'new')}", _put_in(one, "new")
        )
        yield _write_trigger(
            one, "gone", f"AFTER DELETE {on} WHEN {_write_condition(one, 'old')}", _take_out(one, "old")
        )
        before, after = (_write_condition(one, row) for row in ("old", "new"))
        both = f"{_take_out(one, 'old')} WHERE {before}; {_put_in(one, 'new')} WHERE {after}"
        changed = f"{_write_told(one, 'old')} <> {_write_told(one, 'new')}"
        yield _write_trigger(one, "changed", f"AFTER UPDATE OF {names} {on} WHEN {changed}", both)


def _write_trigger(one: IndexedTable, name: str, event: str, does: str) -> tuple[str, str]:
    full = f"{INDEX}_{one.table}_{name}"
    return full, f'CREATE TRIGGER "{full}" {event} BEGIN {does}; END'


def _write_condition(one: IndexedTable, row: str) -> str:
    return f"({one.when.format(row=row)})"


def _write_told(one: IndexedTable, row: str) -> str:
    """All that decides what the index has of a row, as one value."""
    texts = f"{one.head.format(row=row)}, {one.body.format(row=row)}"
    return f'json_array({_write_condition(one, row)}, {row}."owner_id", {texts})'


def _write_values(one: IndexedTable, row: str) -> str:
    whose = f"'{_name_owner('')}' || {row}.\"owner_id\" || ' {_name_owner('')}' || {row}.\"owner_id\" || '{one.table}'"
    head, body = (_fold_letters(part.format(row=row)) for part in (one.head, one.body))
    return f'{row}."id" * {ROOM} + {one.number}, {whose}, {head}, {body}'


def _put_in(one: IndexedTable, row: str) -> str:
    return f"INSERT INTO {INDEX}(rowid, whose, head, body) SELECT {_write_values(one, row)}"


def _take_out(one: IndexedTable, row: str) -> str:
    return f"INSERT INTO {INDEX}({INDEX}, rowid, whose, head, body) SELECT 'delete', {_write_values(one, row)}"


def _fold_letters(told: str) -> str:
    """Letters that are one letter more, as they are typed; the index itself folds case and accents."""
    for letter, plain in LETTERS.items():
        told = f"replace({told}, '{letter}', '{plain}')"
    return told


def _fill_index(db: Any) -> None:
    db.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('delete-all')")  # noqa: S608
    for one in TABLES:
        db.execute(f'{_put_in(one, "t")} FROM "{one.place}" t WHERE {_write_condition(one, "t")}')
