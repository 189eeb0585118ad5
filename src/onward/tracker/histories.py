"""One row as the history it is: an event for each day it has, and one for what its status says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from onward.facts import ENDINGS, LONGEST_NAME, OLDEST_YEAR, STAGES, TALKS, Stage, meaning_of
from onward.tracker.days_in_words import PartedCell, part_day
from onward.tracker.fields import KINDS, TWO_NAMES, TrackerField
from onward.tracker.headings import Sheet
from onward.tracker.several_steps import part_steps
from onward.tracker.sheet_reading import SheetReading
from onward.tracker.status_words import StatusMeaning
from onward.tracker.statuses import NO_JOB, NOTHING, read_status, word_of
from onward.tracker.tables import TableLine
from onward.tracker.two_names import part_names
from onward.tracker.words import PUT_AWAY, gather_words, normalize
from onward.wording.days import say_day

_LINKED = re.compile(r"\[([^\[\]]{1,200})\]\(\S{1,2000}\)|([^\n]{1,200}?) \(https?://\S{1,2000}\)")
_BETWEEN_DAYS = re.compile(r"[,;\n]|\s(?:and|&|\+|und|et|y|en|e)\s|\s/\s")
_ORDER = {str(kind): place for place, kind in enumerate(KINDS)}
_UNREAD = "“{cell}” is not a day that can be read."
APPLIED, LEAD, ENDED, MOVED = "applied", "lead", "ended", "moved"  # groups of rows that lack a day


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a history. Without `on` its day isn't known: not yet, while `asks` names a question.

    `by` is a day by which it had happened, where the row says one.
    """

    kind: str
    on: date | None = None
    asks: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What one row becomes. `out` is the sentence why it stays out; `told` what was odd in it."""

    sheet: int
    line: int
    employer: str
    role: str
    status: str = ""
    happenings: tuple[Happening, ...] = ()
    put_away: bool = False
    agency: str = ""
    place: str = ""
    link: str = ""
    notes: str = ""
    number: str = ""
    asks: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    out: str = ""

    @property
    def waits(self) -> bool:
        """Whether it needs an answer first."""
        return bool(self.asks) and not self.out


def make_history(reading: SheetReading, line: TableLine, names: tuple[str, str] | None = None) -> History:
    """What one row becomes. `names` are employer and role where the row only gives a number."""
    row = _Row(reading, line)
    employer, role = names or row.names()
    history = History(
        reading.place, line.number, _plain_name(employer), _plain_name(role), row.text(TrackerField.STATUS),
        agency=row.text(TrackerField.AGENCY)[:LONGEST_NAME], place=row.text(TrackerField.PLACE)[:LONGEST_NAME],
        link=row.text(TrackerField.LINK)[:500], notes=row.notes(), number=row.text(TrackerField.NUMBER),
    )  # fmt: skip
    if not names and not reading.names_employer:
        return replace(history, asks=("employer" + reading.mark,))
    if out := row.find_reason_out(history):
        return replace(history, out=out)
    meaning = row.read_meaning()
    if meaning.value == NO_JOB:
        return replace(history, out=f"Line {line.number}: the row isn’t about a job.")
    happenings = tuple(row.list_happenings(meaning))
    asks = {*row.asks, *(one.asks for one in happenings if one.asks)}
    put_away = meaning.value == PUT_AWAY or row.is_away()
    return replace(history, happenings=happenings, put_away=put_away, asks=tuple(sorted(asks)), told=tuple(row.told))


def _plain_name(cell: str) -> str:
    """“[Acme](https://…)” or “Acme (https://…)”, as notebooks write a name that is a link, and “- Acme” in a list."""
    linked = _LINKED.fullmatch(cell.strip())
    name = (linked[1] or linked[2]) if linked else cell
    return " ".join(name.removeprefix("- ").removeprefix("* ").split())


class _Row:
    """One row while it is read: what it asks, and what was odd."""

    def __init__(self, reading: SheetReading, line: TableLine) -> None:
        self.reading = reading
        self.sheet: Sheet = reading.sheet
        self.line = line
        self.asks: set[str] = set()
        self.told: list[str] = []

    def text(self, field: str) -> str:
        cells = self.line.cells
        for place in self.reading.places.get(field, ()):
            if place < len(cells) and cells[place]:
                return cells[place]
        return ""

    def names(self) -> tuple[str, str]:
        """Employer and role, from two columns or from one that holds both."""
        both = next((field for field in TWO_NAMES if field in self.reading.places), None)
        employer, role = part_names(self.text(both), both) if both else ("", "")
        return self.text(TrackerField.EMPLOYER) or employer, self.text(TrackerField.ROLE) or role

    def notes(self) -> str:
        """The note, or what stands in several columns, each with its heading."""
        cells = [
            (self.sheet.columns[place].heading, cell) for place, cell in self._list_cells(TrackerField.NOTES) if cell
        ]
        if len(cells) == 1 and len(self.reading.places[TrackerField.NOTES]) == 1:
            return cells[0][1]
        return "\n".join(f"{heading}: {cell}" for heading, cell in cells)

    def is_away(self) -> bool:
        cell = self.text(TrackerField.AWAY)
        return bool(cell) and self.reading.read_day(cell).flag is not False

    def find_reason_out(self, history: History) -> str:
        number = self.line.number
        if self.line.filled == 1 and len(self.sheet.columns) > 2:
            words = next(filter(None, self.line.cells))
            return f"Line {number}: only “{words[:60]}” stands in it, so it was taken for a heading between rows."
        if len(self.line.cells) > len(self.sheet.columns) and any(self.line.cells[len(self.sheet.columns) :]):
            return (
                f"Line {number}: it has more cells than there are headings, so it isn’t clear what is what. "
                "A cell with a comma in it belongs in quotation marks."
            )
        if normalize(history.employer) in gather_words("cells", "sums") and self._is_sum():
            return f"Line {number}: it adds up the rows above, so it was left out."
        if not history.employer:
            return f"Line {number}: there is no employer."
        if max(len(history.employer), len(history.role)) > LONGEST_NAME:
            return f"Line {number}: the employer or the role is longer than {LONGEST_NAME} characters."
        return ""

    def _is_sum(self) -> bool:
        """Whether all but its first word are numbers."""
        return all(
            cell.replace(".", "").replace(",", "").isdecimal() for cell in list(filter(None, self.line.cells))[1:]
        )

    def read_meaning(self) -> StatusMeaning:
        cells = (cell for kind in self.reading.kinds for _, cell in self._list_cells(kind))
        has_days = bool(self._list_steps()) or any(
            not read.empty and read.flag is not False for read in map(self.reading.read_day, cells)
        )
        not_yet = any(self.reading.read_day(cell).flag is False for _, cell in self._list_cells(Stage.APPLIED))
        meaning, asks = self.reading.read_status(self._find_status(), has_days=has_days, not_yet=not_yet)
        if asks:
            self.asks.add(asks)
        return meaning

    def _find_status(self) -> str:
        """The words of the status, without a day in it; where there is none, those beside the day of the status."""
        if status := self.text(TrackerField.STATUS):
            return self._part_day(status).words
        for _, cell in self._list_cells(TrackerField.MOVED):
            words = part_day(cell, short=True).words if self.reading.read_day(cell).flag is None else ""
            if words != cell and read_status(words).value:
                return words
        return ""

    def _part_day(self, status: str) -> PartedCell:
        """A status and the day in it, where the whole of it is no status that the layout names."""
        layout = self.sheet.layout
        return (
            PartedCell("", status) if layout and word_of(status) in layout.statuses else part_day(status, short=False)
        )

    def list_happenings(self, meaning: StatusMeaning) -> list[Happening]:
        """The events, in the order of their kinds."""
        found = {kind: _prefer_dated(self._list_dated(kind)) for kind in self.reading.kinds}
        for kind, day in self._list_steps():
            found[kind] = [*found.get(kind, ()), self._make_happening(kind, day)]
        self._take_plain_day(meaning, found)
        for kind in meaning.kinds:
            if not found.get(kind):  # of “rejected after the interview” the day is that of the end
                last = kind == meaning.kinds[-1]
                found[kind] = [self._by_status(kind, found) if last else self._without_day(kind)]
        self._tell_unused_days(meaning)
        self._tell_unread_steps()
        self._take_what_is_needed(found)
        known = [one for kind in sorted(found, key=_ORDER.__getitem__) for one in found[kind]]
        latest = max((one.on for one in known if one.on), default=None)
        return [self._bound_day(one, latest) for one in known]

    def _list_cells(self, field: str) -> list[tuple[int, str]]:
        cells = self.line.cells
        return [(place, cells[place] if place < len(cells) else "") for place in self.reading.places.get(field, ())]

    def _list_dated(self, kind: str) -> Iterator[Happening]:
        """What the columns of this kind say: days, and boxes that are ticked."""
        seen = set()
        for _, cell in self._list_cells(kind):
            read = self.reading.read_day(cell)
            if read.unread:
                self._tell_trouble(_UNREAD.format(cell=read.unread))
                if kind == Stage.APPLIED:
                    yield self._without_day(kind)
            elif read.flag:
                yield self._without_day(kind)
            elif read.flag is None and not read.empty:
                for happening in (self._make_happening(kind, one) for one in self._list_days(cell)):
                    if happening.on not in seen:
                        seen.add(happening.on)
                        yield happening

    def _list_steps(self) -> list[tuple[str, str]]:
        """What a cell that holds a whole history says, each with its day as written."""
        return [step for _, cell in self._list_cells(TrackerField.STEPS) for step in part_steps(cell)]

    def _tell_unread_steps(self) -> None:
        for _, cell in self._list_cells(TrackerField.STEPS):
            if cell and not part_steps(cell) and self.sheet.layout is None:
                self._tell_trouble(f"Not each part of “{cell[:60]}” has a day and a known word, so it isn’t used.")

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
            self._tell_trouble(_UNREAD.format(cell=cell[:60]) if day is None else why)
            return self._without_day(kind)
        return Happening(kind, day)

    def _refuse_day(self, day: date, kind: str) -> str:
        if day > self.reading.today and kind not in TALKS:
            return f"{say_day(day)} hasn’t come yet."
        return f"That would be the year {day.year}. Check the year." if day.year < OLDEST_YEAR else ""

    def _tell_trouble(self, sentence: str) -> None:
        self.told.append(f"Line {self.line.number}: {sentence}")

    def _take_plain_day(self, meaning: StatusMeaning, found: dict[str, list[Happening]]) -> None:
        """A day that doesn't say of what: of the application or the note, unless it is the day of the status."""
        of = self.reading.day_of()
        further = any(map(_goes_further, meaning.kinds))
        self.reading.asks_day_of |= further and self.sheet.layout is None and bool(self.text(TrackerField.DAY))
        for _, cell in self._list_cells(TrackerField.DAY):
            read = self.reading.read_day(cell)
            if read.empty or read.flag is not None or of == TrackerField.MOVED:
                continue
            noted = meaning.value in (Stage.LEAD, PUT_AWAY) or of == Stage.LEAD
            kind = Stage.LEAD if noted else Stage.APPLIED
            if read.unread:
                self._tell_trouble(_UNREAD.format(cell=read.unread))
            elif not any(_has_day(one) for one in found.get(kind, ())):
                found[kind] = [self._make_happening(kind, cell)]

    def _by_status(self, kind: str, found: dict[str, list[Happening]]) -> Happening:
        """What the status says, on its own day if the row has one."""
        fields = [TrackerField.MOVED, *([TrackerField.DAY] if self.reading.day_of() == TrackerField.MOVED else [])]
        for field in fields:
            for _, cell in self._list_cells(field):
                read = self.reading.read_day(cell)
                if read.unread:
                    self._tell_trouble(_UNREAD.format(cell=read.unread))
                elif not read.empty and read.flag is None:
                    return self._not_before(self._make_happening(kind, cell), found)
        if day := self._part_day(self.text(TrackerField.STATUS)).day:
            return self._not_before(self._make_happening(kind, day), found)
        return self._without_day(kind)

    def _not_before(self, happening: Happening, found: dict[str, list[Happening]]) -> Happening:
        """What lies before the application can't be the day of what followed it."""
        applied = max((one.on for one in found.get(Stage.APPLIED, ()) if one.on), default=None)
        if happening.kind == Stage.LEAD or happening.on is None or applied is None or happening.on >= applied:
            return happening
        self._tell_trouble(f"{say_day(happening.on)} is before the application, so it isn’t its day.")
        return self._without_day(happening.kind)

    def _tell_unused_days(self, meaning: StatusMeaning) -> None:
        """A day that isn't used is said: of what it is nobody can know, or whether it is one."""
        if meaning.value in ("", NOTHING):
            for _, cell in self._list_cells(TrackerField.MOVED):
                if not (read := self.reading.read_day(cell)).empty and read.flag is None and not read.unread:
                    self._tell_trouble(f"What happened on “{cell[:60]}” isn’t said, so it isn’t used.")
        elif short := part_day(self._part_day(self.text(TrackerField.STATUS)).words, short=True).day:
            self._tell_trouble(f"“{short}” in the status may be something else than a day, so it isn’t used.")

    def _without_day(self, kind: str) -> Happening:
        group = (
            LEAD if kind == Stage.LEAD else APPLIED if kind == Stage.APPLIED else ENDED if kind in ENDINGS else MOVED
        )
        return Happening(kind, *self.reading.find_missing_day(group, self.line))

    def _take_what_is_needed(self, found: dict[str, list[Happening]]) -> None:
        """Who accepts or declines had an offer, on a day that isn't said."""
        for kind in [kind for kind, some in found.items() if some]:
            needs = meaning_of(kind).needs
            if needs is not None and not any(found.get(stage) for stage in STAGES[needs.rank :]):
                found[str(needs)] = [Happening(str(needs))]

    def _bound_day(self, one: Happening, latest: date | None) -> Happening:
        """By when it had happened, where the row says when it was last changed."""
        if one.on is not None:
            return one
        days = (self.reading.resolve(cell)[0] for _, cell in self._list_cells(TrackerField.UPDATED))
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
