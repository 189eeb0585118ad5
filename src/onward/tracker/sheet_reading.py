"""How the cells of one sheet are meant, by the sheet itself and the person's answers; and what that leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onward.facts import Stage
from onward.tracker.days import (
    DAY_FIRST,
    MONTH_FIRST,
    DayCell,
    ToLocal,
    are_points_swapped,
    find_order,
    read_day,
    resolve_day,
)
from onward.tracker.fields import DAYS, KINDS, TWO_NAMES, TrackerField
from onward.tracker.headings import Sheet
from onward.tracker.questions import FROM_COLUMN, NOT_KNOWN
from onward.tracker.several_steps import part_steps
from onward.tracker.status_words import StatusMeaning
from onward.tracker.statuses import NOTHING, read_status, word_of
from onward.tracker.tables import TableLine
from onward.tracker.words import normalize


@dataclass(frozen=True, slots=True)
class World:
    """What comes from outside: the answers, the day, and how a moment becomes a local day."""

    answers: Mapping[str, str]
    today: date
    local: ToLocal


class SheetReading:
    """One sheet with the answers that hold for it. What is asked on the way is counted by row."""

    def __init__(self, place: int, sheet: Sheet, world: World, mark: str = "") -> None:
        self.place = place
        self.sheet = sheet
        self.world = world
        self.mark = mark  # behind the ids of a second sheet's questions
        self.today = world.today
        self.asked: Counter[str] = Counter()
        self.words: dict[str, tuple[str, StatusMeaning]] = {}
        self.examples: dict[str, str] = {}
        self.asks_day_of = False  # whether it makes a difference of what a plain day is

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Field → the places of its columns."""
        found: dict[str, list[int]] = {}
        for place, column in enumerate(self.sheet.columns):
            found.setdefault(str(column.field), []).append(place)
        return found

    @cached_property
    def kinds(self) -> list[str]:
        """The kinds of events that have a column of their own."""
        return [str(kind) for kind in KINDS if kind in self.places]

    @cached_property
    def names_employer(self) -> bool:
        """Whether a column says who the employer is."""
        return any(field in self.places for field in (TrackerField.EMPLOYER, *TWO_NAMES))

    def answer(self, what: str) -> str:
        """What the person said to a question, "" for nothing yet."""
        return self.world.answers.get(what + self.mark, "")

    def read_day(self, cell: str) -> DayCell:
        """What a cell says of a day."""
        return read_day(cell, self.world.local)

    # Days that can mean two

    @cached_property
    def orders(self) -> tuple[bool, bool]:
        """Whether some days here are surely written day first, and some month first."""
        return find_order([self.read_day(cell) for cell in self.written_days], self.written_days)

    @cached_property
    def written_days(self) -> list[str]:
        """What stands in columns of days, each once."""
        places = [place for place, column in enumerate(self.sheet.columns) if column.field in DAYS]
        written = {row.cells[p] for row in self.sheet.rows for p in places if p < len(row.cells) and row.cells[p]}
        steps = (
            row.cells[p]
            for row in self.sheet.rows
            for p in self.places.get(TrackerField.STEPS, ())
            if p < len(row.cells)
        )
        return sorted(written | {day for cell in steps for _, day in part_steps(cell)})

    @cached_property
    def points_swapped(self) -> bool:
        """Whether days with points have their month first."""
        return are_points_swapped(self.written_days)

    @property
    def order(self) -> str:
        """What comes first in days like 3/8: as said, as the layout has it, or as the other days here show."""
        layout = self.sheet.layout
        if said := self.answer("order") or (layout.order if layout else ""):
            return said
        shown = {(True, False): DAY_FIRST, (False, True): MONTH_FIRST}
        return shown.get(self.orders, "")

    def resolve(self, cell: str) -> tuple[date | None, str]:
        """The day a cell means, or the question that it waits for."""
        read = self.read_day(cell)
        if read.on is not None:
            return (read.swapped if read.swapped and self.points_swapped else read.on), ""
        order, year = self.order, self.answer("year")
        for what, lacks in (("order", read.asks_order and not order), ("year", read.asks_year and not year)):
            if lacks:
                self.examples.setdefault(what, cell)
                return None, self._count_asked(what)
        return resolve_day(read, order=order, year=year, today=self.today), ""

    def day_of(self) -> str:
        """What a column is the day of that only says it is one."""
        if TrackerField.DAY not in self.places:
            return ""
        layout = self.sheet.layout
        return (layout.day if layout else "") or self.answer("date") or self.guessed_day_of

    @cached_property
    def guessed_day_of(self) -> str:
        """One job in several rows is a log, so its days are those of the status; else of the application."""
        return str(TrackerField.MOVED) if self.is_log else str(Stage.APPLIED)

    @cached_property
    def is_log(self) -> bool:
        """Whether jobs stand in several rows, each time with another status."""
        columns = [
            self.sheet.find(field)[:1] for field in (TrackerField.EMPLOYER, TrackerField.ROLE, TrackerField.STATUS)
        ]
        if not all(columns):
            return False
        places = [places[0] for places in columns]
        rows = {tuple(r.cells[p].casefold() if p < len(r.cells) else "" for p in places) for r in self.sheet.rows}
        return any(times > 1 for (_, role), times in Counter(row[:2] for row in rows).items() if role)

    # Statuses

    def read_status(self, status: str, *, has_days: bool, not_yet: bool = False) -> tuple[StatusMeaning, str]:
        """What a status means, and the question it waits for. `not_yet`: a box says that nobody applied."""
        layout, word = self.sheet.layout, word_of(status)
        if not word:
            return self._read_no_status(has_days=has_days, not_yet=not_yet)
        if layout is not None and word in layout.statuses:
            return StatusMeaning(layout.statuses[word]), ""
        meaning = read_status(status)
        if meaning.sure:
            return meaning, ""
        return self._ask_word(word, status, meaning)

    def _read_no_status(self, *, has_days: bool, not_yet: bool) -> tuple[StatusMeaning, str]:
        layout = self.sheet.layout
        if has_days:
            return StatusMeaning(NOTHING), ""
        if layout is not None and layout.empty:
            return StatusMeaning(layout.empty), ""
        guess = str(Stage.APPLIED) if self.sheet.find(TrackerField.DAY) and not self.sheet.find(Stage.LEAD) else ""
        guess = str(Stage.LEAD) if not_yet else guess
        return self._ask_word("", "", StatusMeaning(guess, sure=False))

    def _ask_word(self, word: str, status: str, meaning: StatusMeaning) -> tuple[StatusMeaning, str]:
        said = self.answer(f"word.{word}")
        self.words.setdefault(word, (" ".join(status.split()), meaning))
        asks = self._count_asked(f"word.{word}")
        if said:
            return StatusMeaning(said), ""
        return meaning, "" if meaning.value else asks

    # Days that are missing

    def find_missing_day(self, group: str, line: TableLine) -> tuple[date | None, str]:
        """The day of something that the row gives none for, as the person said it once; or the question."""
        said = self.answer(f"day.{group}")
        asks = self._count_asked(f"day.{group}")
        if not said:
            return None, asks
        if said.startswith(FROM_COLUMN):
            return self._day_in(said.removeprefix(FROM_COLUMN), line), ""
        day = self.read_day(said).on if said != NOT_KNOWN else None
        return (day if day and day <= self.today else None), ""

    def _day_in(self, heading: str, line: TableLine) -> date | None:
        wanted = normalize(heading)
        place = next((p for p, column in enumerate(self.sheet.columns) if normalize(column.heading) == wanted), None)
        cell = line.cells[place] if place is not None and place < len(line.cells) else ""
        day = self.resolve(cell)[0]
        return day if day and day <= self.today else None

    def _count_asked(self, what: str) -> str:
        self.asked[what] += 1
        return what + self.mark
