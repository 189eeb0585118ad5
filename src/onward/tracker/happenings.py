"""The events of one row: one for each day it has, and one for what its status says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from onward.facts import ENDINGS, OLDEST_YEAR, STAGES, TALKS, Stage, meaning_of
from onward.tracker.days_in_words import part_day
from onward.tracker.fields import KINDS, TrackerField
from onward.tracker.questions import APPLIED, ENDED, LEAD, MOVED
from onward.tracker.rows import TrackerRow
from onward.tracker.several_steps import part_steps
from onward.tracker.status_words import StatusMeaning
from onward.tracker.statuses import NOTHING
from onward.tracker.words import PUT_AWAY
from onward.wording.days import say_day

_BETWEEN_DAYS = re.compile(r"[,;\n]|\s(?:and|&|\+|und|et|y|en|e)\s|\s/\s")
_ORDER = {str(kind): place for place, kind in enumerate(KINDS)}
_UNREAD = "“{cell}” is not a day that can be read."


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a history. Without `on` its day isn't known: not yet, while `asks` names a question.

    `by` is a day by which it had happened, where the row says one.
    """

    kind: str
    on: date | None = None
    asks: str = ""
    by: date | None = None


def list_happenings(row: TrackerRow, meaning: StatusMeaning) -> list[Happening]:
    """The events of a row whose status means this, in the order of their kinds."""
    return _Happenings(row, meaning).list_all()


class _Happenings:
    """The events of a row while they are found, each under its kind."""

    def __init__(self, row: TrackerRow, meaning: StatusMeaning) -> None:
        self.row = row
        self.reading = row.reading
        self.meaning = meaning
        self.found: dict[str, list[Happening]] = {}

    def list_all(self) -> list[Happening]:
        """All of them, in the order of their kinds."""
        self.found = {kind: _prefer_dated(self._list_dated(kind)) for kind in self.reading.kinds}
        for kind, day in self.row.list_steps():
            self.found[kind] = [*self.found.get(kind, ()), self._make_happening(kind, day)]
        self._take_plain_day()
        self._take_status()
        self._tell_unused_days()
        self._tell_unread_steps()
        self._take_what_is_needed()
        known = [one for kind in sorted(self.found, key=_ORDER.__getitem__) for one in self.found[kind]]
        latest = max((one.on for one in known if one.on), default=None)
        return [self._bound_day(one, latest) for one in known]

    def _take_status(self) -> None:
        """What the status says and no column does: of “rejected after the interview” the day is that of the end."""
        for kind in self.meaning.kinds:
            if not self.found.get(kind):
                last = kind == self.meaning.kinds[-1]
                self.found[kind] = [self._by_status(kind) if last else self._without_day(kind)]

    def _list_dated(self, kind: str) -> Iterator[Happening]:
        """What the columns of this kind say: days, and boxes that are ticked."""
        seen = set()
        for _, cell in self.row.list_cells(kind):
            read = self.reading.read_day(cell)
            if read.unread:
                self.row.tell_trouble(_UNREAD.format(cell=read.unread))
                if kind == Stage.APPLIED:
                    yield self._without_day(kind)
            elif read.flag:
                yield self._without_day(kind)
            elif read.flag is None and not read.empty:
                for happening in (self._make_happening(kind, one) for one in self._list_days(cell)):
                    if happening.on not in seen:
                        seen.add(happening.on)
                        yield happening

    def _tell_unread_steps(self) -> None:
        for _, cell in self.row.list_cells(TrackerField.STEPS):
            if cell and not part_steps(cell) and self.reading.sheet.layout is None:
                self.row.tell_trouble(f"Not each part of “{cell[:60]}” has a day and a known word, so it isn’t used.")

    def _list_days(self, cell: str) -> list[str]:
        """A cell as it stands, or its parts where each of several is a day: “8/24/2026, 8/31/2026”."""
        parts = [one.strip() for one in _BETWEEN_DAYS.split(cell) if one.strip()]
        days = [self.reading.read_day(one) for one in parts]
        return [cell] if any(day.unread or day.empty or day.flag is not None for day in days) else parts

    def _make_happening(self, kind: str, cell: str) -> Happening:
        day, asks = self.reading.resolve(cell)
        if asks:
            return Happening(kind, asks=asks)
        if day is None or (why := self._refuse_day(day, kind)):
            self.row.tell_trouble(_UNREAD.format(cell=cell[:60]) if day is None else why)
            return self._without_day(kind)
        return Happening(kind, day)

    def _refuse_day(self, day: date, kind: str) -> str:
        if day > self.reading.today and kind not in TALKS:
            return f"{say_day(day)} hasn’t come yet."
        return f"That would be the year {day.year}. Check the year." if day.year < OLDEST_YEAR else ""

    def _take_plain_day(self) -> None:
        """A day that doesn't say of what: of the application or the note, unless it is the day of the status."""
        of = self.reading.day_of()
        further = any(map(_goes_further, self.meaning.kinds))
        self.reading.asks_day_of |= (
            further and self.reading.sheet.layout is None and bool(self.row.text(TrackerField.DAY))
        )
        for _, cell in self.row.list_cells(TrackerField.DAY):
            read = self.reading.read_day(cell)
            if read.empty or read.flag is not None or of == TrackerField.MOVED:
                continue
            noted = self.meaning.value in (Stage.LEAD, PUT_AWAY) or of == Stage.LEAD
            kind = Stage.LEAD if noted else Stage.APPLIED
            if read.unread:
                self.row.tell_trouble(_UNREAD.format(cell=read.unread))
            elif not any(_has_day(one) for one in self.found.get(kind, ())):
                self.found[kind] = [self._make_happening(kind, cell)]

    def _by_status(self, kind: str) -> Happening:
        """What the status says, on its own day if the row has one."""
        fields = [TrackerField.MOVED, *([TrackerField.DAY] if self.reading.day_of() == TrackerField.MOVED else [])]
        for field in fields:
            for _, cell in self.row.list_cells(field):
                read = self.reading.read_day(cell)
                if read.unread:
                    self.row.tell_trouble(_UNREAD.format(cell=read.unread))
                elif not read.empty and read.flag is None:
                    return self._not_before(self._make_happening(kind, cell))
        if day := self.row.part_status(self.row.text(TrackerField.STATUS)).day:
            return self._not_before(self._make_happening(kind, day))
        return self._without_day(kind)

    def _not_before(self, happening: Happening) -> Happening:
        """What lies before the application can't be the day of what followed it."""
        applied = max((one.on for one in self.found.get(Stage.APPLIED, ()) if one.on), default=None)
        if happening.kind == Stage.LEAD or happening.on is None or applied is None or happening.on >= applied:
            return happening
        self.row.tell_trouble(f"{say_day(happening.on)} is before the application, so it isn’t its day.")
        return self._without_day(happening.kind)

    def _tell_unused_days(self) -> None:
        """A day that isn't used is said: of what it is nobody can know, or whether it is one."""
        if self.meaning.value in ("", NOTHING):
            for _, cell in self.row.list_cells(TrackerField.MOVED):
                if not (read := self.reading.read_day(cell)).empty and read.flag is None and not read.unread:
                    self.row.tell_trouble(f"What happened on “{cell[:60]}” isn’t said, so it isn’t used.")
        elif short := part_day(self.row.part_status(self.row.text(TrackerField.STATUS)).words, short=True).day:
            self.row.tell_trouble(f"“{short}” in the status may be something else than a day, so it isn’t used.")

    def _without_day(self, kind: str) -> Happening:
        group = (
            LEAD if kind == Stage.LEAD else APPLIED if kind == Stage.APPLIED else ENDED if kind in ENDINGS else MOVED
        )
        return Happening(kind, *self.reading.find_missing_day(group, self.row.line))

    def _take_what_is_needed(self) -> None:
        """Who accepts or declines had an offer, on a day that isn't said."""
        for kind in [kind for kind, some in self.found.items() if some]:
            needs = meaning_of(kind).needs
            if needs is not None and not any(self.found.get(stage) for stage in STAGES[needs.rank :]):
                self.found[str(needs)] = [Happening(str(needs))]

    def _bound_day(self, one: Happening, latest: date | None) -> Happening:
        """By when it had happened, where the row says when it was last changed."""
        if one.on is not None:
            return one
        days = (self.reading.resolve(cell)[0] for _, cell in self.row.list_cells(TrackerField.UPDATED))
        by = next((day for day in days if day), None)
        return replace(one, by=by) if by and by <= self.reading.today and (latest is None or by >= latest) else one


def _has_day(one: Happening) -> bool:
    """Whether its day is known, or waits only for an order or a year."""
    return one.on is not None or bool(one.asks and not one.asks.startswith("day."))


def _prefer_dated(some: Iterable[Happening]) -> list[Happening]:
    """Those with a day, where any has one: a box that is ticked beside it says no more."""
    found = list(some)
    return [one for one in found if _has_day(one)] or found


def _goes_further(kind: str) -> bool:
    """Whether it says more than that the person applied."""
    return kind not in STAGES or Stage(kind).rank > Stage.APPLIED.rank
