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


def _columns(*names: str) -> str:
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
        _columns("employer", "role", "agency"),
        _columns("place", "link", "notes"),
        f'{STANDS} AND {{row}}."merged_into_id" IS NULL',
    ),
    IndexedTable(2, "event", "''", _columns("note"), f"{STANDS} AND {{row}}.\"note\" <> ''"),
    IndexedTable(3, "letter", _columns("subject", "sender_name", "sender"), _columns("body"), "1"),
    IndexedTable(
        4,
        "contact",
        _columns("name"),
        _columns("employer", "role", "reach", "how", "notes"),
        f'{STANDS} AND {{row}}."merged_into_id" IS NULL',
    ),
    IndexedTable(5, "companion", _columns("name"), _columns("reach", "note"), STANDS),
    IndexedTable(
        6, "interview", _columns("people"), _columns("round", "format", "place", "liked", "may_go_wrong"), STANDS
    ),
    IndexedTable(7, "question", _columns("asked"), _columns("said"), STANDS),
    IndexedTable(
        8, "ask", _columns("to_name", "to_address", "subject"), _columns("text", "quote", "reading", "test"), STANDS
    ),
    IndexedTable(9, "debrief", "''", select_texts("answers"), STANDS),
    IndexedTable(10, "kink", _columns("name"), _columns("if_they", "then_i"), STANDS),
    IndexedTable(11, "sighting", "''", _columns("text"), STANDS),
    IndexedTable(12, "card", _columns("question"), select_texts("points"), STANDS),
    IndexedTable(13, "review", "''", _columns("answer"), f"{STANDS} AND {{row}}.\"answer\" <> ''"),
    IndexedTable(14, "transcript", _columns("name"), _columns("text"), STANDS),
    IndexedTable(15, "kindwords", "''", _columns("text", "who"), STANDS),
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
    counts = dict(_count_found(db, f'whose : "{_whose(owner)}" AND {{head body}} : ({asked})'))
    return [
        Matches(one.table, counts[one.number], _first(db, owner, one, asked, counts[one.number], most))
        for one in TABLES
        if counts.get(one.number)
    ]


def _count_found(db: Any, asked: str) -> Iterator[tuple[int, int]]:
    query = f"SELECT rowid % {ROOM}, COUNT(*) FROM {INDEX} WHERE {INDEX} MATCH ? GROUP BY 1"  # noqa: S608
    yield from db.execute(query, (asked,)).fetchall()


def _first(db: Any, owner: int, one: IndexedTable, asked: str, total: int, most: int) -> tuple[int, ...]:
    order = f"bm25({INDEX}, 0.0, {HEAD_WEIGHS}, {BODY_WEIGHS}), rowid DESC" if total <= RANKED else "rowid DESC"
    query = f"SELECT rowid / {ROOM} FROM {INDEX} WHERE {INDEX} MATCH ? ORDER BY {order} LIMIT ?"  # noqa: S608
    mine = f'whose : "{_whose(owner, one.table)}" AND {{head body}} : ({asked})'
    return tuple(row for (row,) in db.execute(query, (mine, most)))


def _whose(owner: int | str, table: str = "") -> str:
    """The words by which an owner's rows are known, and those of one table: no text has such a column."""
    return f"of{owner}{table}"


def _list_made() -> Iterator[tuple[str, str]]:
    """What is made in the database, by name, with the statement that makes it."""
    yield INDEX, CREATE
    for one in TABLES:
        on = f'ON "{one.place}"'
        names = ", ".join(f'"{name}"' for name in one.columns)
        yield _trigger(one, "added", f"AFTER INSERT {on} WHEN {_when(one, 'new')}", _put_in(one, "new"))
        yield _trigger(one, "gone", f"AFTER DELETE {on} WHEN {_when(one, 'old')}", _take_out(one, "old"))
        both = f"{_take_out(one, 'old')} WHERE {_when(one, 'old')}; {_put_in(one, 'new')} WHERE {_when(one, 'new')}"
        changed = f"{_told(one, 'old')} <> {_told(one, 'new')}"
        yield _trigger(one, "changed", f"AFTER UPDATE OF {names} {on} WHEN {changed}", both)


def _trigger(one: IndexedTable, name: str, event: str, does: str) -> tuple[str, str]:
    full = f"{INDEX}_{one.table}_{name}"
    return full, f'CREATE TRIGGER "{full}" {event} BEGIN {does}; END'


def _when(one: IndexedTable, row: str) -> str:
    return f"({one.when.format(row=row)})"


def _told(one: IndexedTable, row: str) -> str:
    """All that decides what the index has of a row, as one value."""
    return f'json_array({_when(one, row)}, {row}."owner_id", {one.head.format(row=row)}, {one.body.format(row=row)})'


def _values(one: IndexedTable, row: str) -> str:
    whose = f"'{_whose('')}' || {row}.\"owner_id\" || ' {_whose('')}' || {row}.\"owner_id\" || '{one.table}'"
    head, body = (_fold_letters(part.format(row=row)) for part in (one.head, one.body))
    return f'{row}."id" * {ROOM} + {one.number}, {whose}, {head}, {body}'


def _put_in(one: IndexedTable, row: str) -> str:
    return f"INSERT INTO {INDEX}(rowid, whose, head, body) SELECT {_values(one, row)}"


def _take_out(one: IndexedTable, row: str) -> str:
    return f"INSERT INTO {INDEX}({INDEX}, rowid, whose, head, body) SELECT 'delete', {_values(one, row)}"


def _fold_letters(told: str) -> str:
    """Letters that are one letter more, as they are typed; the index itself folds case and accents."""
    for letter, plain in LETTERS.items():
        told = f"replace({told}, '{letter}', '{plain}')"
    return told


def _fill_index(db: Any) -> None:
    db.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('delete-all')")  # noqa: S608
    for one in TABLES:
        db.execute(f'{_put_in(one, "t")} FROM "{one.place}" t WHERE {_when(one, "t")}')
