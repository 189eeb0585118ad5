"""What the one box finds: rows in which every word stands, by what they are, each with the words about the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from django.apps import apps
from django.db import connection

from onward.facts import LetterKind
from onward.wording.matching import Excerpt, cut_excerpt, find_places, split_words
from onward_app import clock
from onward_app.full_text import Matches, is_indexed, match_rows
from onward_app.records.models import Event, Letter, Opportunity, Owner
from onward_app.records.reading.finding_plain import read_for
from onward_app.records.reading.recover import list_unopened_nos

A_FEW, MANY = 4, 50  # of one sort: beside others, and when that sort was asked for
CLOSED = "Opened when you choose."


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One thing that was found: what it is called and where in it the words stand. `job` is the one it belongs to."""

    table: str
    pk: int
    within: int | None  # the row whose page shows it, where that isn't its own
    title: str
    title_spans: tuple[tuple[int, int], ...]
    excerpt: Excerpt
    on: date | None
    job: int | None
    job_title: str
    closed: bool  # its words are opened by choice, and on another page


@dataclass(frozen=True, slots=True)
class FoundSort:
    """All of one sort: how many there are, and the first of them."""

    name: str
    title: str
    total: int
    rows: tuple[FoundRow, ...]


@dataclass(frozen=True, slots=True)
class FoundWords:
    """What was looked for, and what was found."""

    words: tuple[str, ...]
    sorts: tuple[FoundSort, ...]

    @property
    def total(self) -> int:
        """How many of all sorts."""
        return sum(one.total for one in self.sorts)


Told = Callable[[Any], tuple[str, str, date | None, int | None]]  # its title, its text, its day, and what shows it


@dataclass(frozen=True, slots=True)
class _Way:
    """How rows of a table are read and told."""

    sort: str
    tell: Told
    job: str = ""  # the way to its job
    also: str = ""  # what else has to stand, as a filter


def _join_texts(*texts: Any) -> str:
    return " · ".join(str(text) for text in texts if text)


def _join_answers(row: Any) -> str:
    return " · ".join(str(text) for screen in row.answers.values() for text in screen.values() if text)


WAYS = {
    "opportunity": _Way("jobs", lambda r: (r.title, _join_texts(r.agency, r.place, r.link, r.notes), r.first_on, None)),
    "event": _Way("notes", lambda r: ("", r.note, r.on, r.opportunity_id), "opportunity"),
    "letter": _Way(
        "letters",
        lambda r: (r.subject or r.sender_name, _join_texts(r.sender_name, r.sender, r.body), r.on, None),
        "opportunity",
    ),
    "contact": _Way(
        "people", lambda r: (r.name, _join_texts(r.role, r.employer, r.reach, r.how, r.notes), r.met_on, None)
    ),
    "companion": _Way("people", lambda r: (r.name, _join_texts(r.reach, r.note), None, None)),
    "interview": _Way(
        "interviews",
        lambda r: (_join_texts(r.round, r.people), _join_texts(r.format, r.place, r.liked, r.may_go_wrong), r.on, None),
        "opportunity",
    ),
    "transcript": _Way("interviews", lambda r: (r.name, r.text, None, None), "interview.opportunity", "interview"),
    "ask": _Way(
        "asks",
        lambda r: (r.subject or r.to_name, _join_texts(r.to_name, r.text, r.quote, r.reading), r.sent_on, None),
        "opportunity",
    ),
    "debrief": _Way(
        "debriefs", lambda r: ("", _join_answers(r), clock.local(r.started_at).date(), None), "opportunity"
    ),
    "question": _Way(
        "answers", lambda r: (r.asked, r.said, None, r.interview_id), "interview.opportunity", "interview"
    ),
    "review": _Way("answers", lambda r: (r.card.question, r.answer, clock.local(r.at).date(), r.card_id), "", "card"),
    "kink": _Way("kinks", lambda r: (r.name, _join_texts(r.if_they, r.then_i), r.noticed_on, None)),
    "sighting": _Way("kinks", lambda r: (r.kink.name, r.text, r.on, r.kink_id), "", "kink"),
    "card": _Way("cards", lambda r: (r.question, _join_texts(*r.points), None, None)),
    "kindwords": _Way("kind words", lambda r: (r.who, r.text, r.on, None)),
}
SORTS = {
    "jobs": "Jobs", "people": "People", "letters": "Letters", "notes": "Notes", "interviews": "Interviews",
    "debriefs": "Debriefs", "answers": "Answers", "asks": "What you wrote to them", "kinks": "Kinks and strengths",
    "cards": "Cards", "kind words": "Kind words",
}  # fmt: skip


def find_words(owner: Owner, text: str, *, only: str = "", most: int = 0) -> FoundWords:
    """All of the owner's in which each word of the text stands, by sort; `only` one sort, and then many of it."""
    words = split_words(text)
    limit = most or (MANY if only else A_FEW)
    found = _match_words(owner, words, limit)
    # Keys of letters with a fresh no that nobody has opened yet: such a one is met on its own page, not in a list
    keys = list_unopened_nos(owner, clock.today()).exclude(letter="").values_list("letter", flat=True)
    unread = frozenset(keys)
    sorts = []
    for name, title in SORTS.items():
        mine = [one for one in found if WAYS[one.table].sort == name and only in ("", name)]
        rows = tuple(chain.from_iterable(_load_found(owner, one, words, unread) for one in mine))
        if rows:
            sorts.append(FoundSort(name, title, sum(one.total for one in mine), rows[:limit]))
    return FoundWords(words, tuple(sorts))


def _match_words(owner: Owner, words: Sequence[str], limit: int) -> list[Matches]:
    """By the index, where the database has one; else by reading."""
    connection.ensure_connection()
    if connection.vendor == "sqlite" and is_indexed(connection.connection):
        return match_rows(connection.connection, owner.pk, words, most=limit)
    if connection.vendor == "postgresql":
        from onward_app.postgresql.words import match_words

        return match_words(owner.pk, words, most=limit)
    return read_for(owner, words, most=limit)


def _load_found(owner: Owner, found: Matches, words: Sequence[str], unread: frozenset[str]) -> Iterable[FoundRow]:
    """The rows of a table, in the order in which they were found."""
    way, model = WAYS[found.table], apps.get_model("records", found.table)
    rows = model._default_manager.filter(owner=owner, pk__in=found.ids)
    wanted = [name.replace(".", "__") for name in dict.fromkeys((way.job, way.also)) if name]
    rows = rows.select_related(*wanted) if wanted else rows
    there = {row.pk: row for row in rows}
    return [
        _make_found(there[pk], way, words, unread) for pk in found.ids if pk in there and _is_standing(there[pk], way)
    ]


def _is_standing(row: Any, way: _Way) -> bool:
    """Whether what it belongs to stands too."""
    job = None if isinstance(row, Letter) else _find_job(row, way)
    return (job is None or job.stands) and (not way.also or getattr(row, way.also).stands)


def _find_job(row: Any, way: _Way) -> Opportunity | None:
    if isinstance(row, Opportunity):
        return None
    for name in filter(None, way.job.split(".")):
        row = getattr(row, name)
    return row if isinstance(row, Opportunity) else None


def _make_found(row: Any, way: _Way, words: Sequence[str], unread: frozenset[str]) -> FoundRow:
    title, text, on, within = way.tell(row)
    job = _find_job(row, way)
    closed = _is_closed(row, unread)
    title = _say_closed(row) if closed else title or (job.title if job else "")
    excerpt = Excerpt(CLOSED, ()) if closed else cut_excerpt(text, words)
    beside = job.title if job and job.title != title else ""
    spans, table = tuple(find_places(title, words)), str(row._meta.model_name)
    return FoundRow(table, row.pk, within, title, spans, excerpt, on, job.pk if job else None, beside, closed)


def _is_closed(row: Any, unread: frozenset[str]) -> bool:
    """Whether it is advice after a no, which can hurt, or a fresh no that nobody has opened yet."""
    if isinstance(row, Event):
        return row.reason == LetterKind.FEEDBACK or bool(row.letter and row.letter in unread)
    theirs = isinstance(row, Letter) and not row.outgoing
    return theirs and (row.kind == LetterKind.FEEDBACK or row.key in unread)


def _say_closed(row: Letter | Event) -> str:
    who = row.sender_name or row.sender if isinstance(row, Letter) else row.opportunity.employer
    return f"A letter from {who}" if who else "A letter"
