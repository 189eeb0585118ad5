"""How the cells of one sheet are meant, by the sheet itself and the person's answers; and what that leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onward.facts import Stage
from onward.tracker import questions
from onward.tracker.column_guesses import is_name
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
from onward.tracker.headings import Sheet, TrackerColumn
from onward.tracker.questions import FROM_COLUMN, NOT_KNOWN, Option, TrackerQuestion
from onward.tracker.several_steps import part_steps
from onward.tracker.status_words import StatusMeaning
from onward.tracker.statuses import NOTHING, read_status, word_of
from onward.tracker.tables import TableLine
from onward.tracker.two_names import guess_two_names, may_hold_two, name_choice
from onward.tracker.words import normalize

_JUDGED = 200  # rows that a column is judged by
_MAY_NAME = (TrackerField.UNUSED, TrackerField.ROLE)  # columns that may name the employer after all
_NUMBERS = {"id", "key", "uuid", "number", "no", "nr"}  # how the heading of a tracker's own number ends


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

    # What is asked in the end

    def list_questions(self) -> list[TrackerQuestion]:
        """Every question of this sheet, answered or not, in the order in which they make sense."""
        return [*self._about_columns(), *self._about_days_written(), *self._about_words(), *self._about_days_missing()]

    def _about_columns(self) -> list[TrackerQuestion]:
        found = []
        if not self.names_employer and not (self.sheet.layout and self.sheet.layout.joins):
            ask, options = questions.ask_column([column.heading for column in self.sheet.columns], self._hold_two())
            guess = self._guess_employer()
            found.append(self._make_question("employer", ask, options, guess=guess, rows=len(self.sheet.rows)))
        if self.asks_day_of or self.answer("date"):
            ask, options = questions.ask_date(self.sheet.columns[self.sheet.find(TrackerField.DAY)[0]].heading)
            guess = self.guessed_day_of
            found.append(
                self._make_question("date", ask, options, guess=guess, needed=False, rows=len(self.sheet.rows))
            )
        return found

    def _hold_two(self) -> list[str]:
        """Columns whose cells may hold employer and role."""
        return [
            column.heading
            for place, column in enumerate(self.sheet.columns)
            if column.field in _MAY_NAME and may_hold_two(self._list_judged(place))
        ]

    def _guess_employer(self) -> str:
        """The first column of words that differ from row to row and are used for nothing else; or both names in one."""
        named = [place for place, column in enumerate(self.sheet.columns) if self._may_be_names(place, column)]
        named.sort(key=lambda place: not is_name(self.sheet.columns[place].heading))
        for place in named:
            heading = self.sheet.columns[place].heading
            if both := guess_two_names(self._list_judged(place)):
                return name_choice(both, heading)
            if self.sheet.columns[place].field == TrackerField.UNUSED:
                return heading
        return ""

    def _may_be_names(self, place: int, column: TrackerColumn) -> bool:
        cells = self._list_judged(place)
        names = [one for one in cells if any(map(str.isalpha, one)) and len(one) < 80 and "://" not in one]
        words = normalize(column.heading).split()
        numbered = bool(words) and words[-1] in _NUMBERS
        some = len(self.sheet.rows[:_JUDGED])
        return (
            column.field in _MAY_NAME and not numbered and len(names) > 0.9 * some and len(set(names)) > len(names) / 2
        )

    def _list_judged(self, place: int) -> list[str]:
        return [row.cells[place] for row in self.sheet.rows[:_JUDGED] if place < len(row.cells)]

    def _about_days_written(self) -> list[TrackerQuestion]:
        found = []
        if "order" in self.asked or self.answer("order"):
            ask, options = questions.ask_order(self.examples.get("order", "3/8/2026"), both=all(self.orders))
            found.append(self._make_question("order", ask, options))
        if "year" in self.asked or self.answer("year"):
            ask, options = questions.ask_year(self.examples.get("year", "Aug 2"), self.today.year)
            found.append(self._make_question("year", ask, options, guess=options[0].value))
        return found

    def _about_words(self) -> list[TrackerQuestion]:
        found = []
        for word, (status, meaning) in self.words.items():
            ask, options = questions.ask_word(status, meaning.value)
            what = f"word.{word}"
            found.append(self._make_question(what, ask, options, guess=meaning.value, needed=not meaning.value))
        return found

    def _about_days_missing(self) -> list[TrackerQuestion]:
        found = []
        for group in ("lead", "applied", "moved", "ended"):
            if f"day.{group}" in self.asked:
                ask, options = questions.ask_day(group, self._columns_with_days(group))
                found.append(self._make_question(f"day.{group}", ask, options, takes_day=True))
        return found

    def _columns_with_days(self, group: str) -> list[str]:
        """Columns that may give a missing day: never the day of applying for what came after it."""
        offered = []
        for place, column in enumerate(self.sheet.columns):
            fits = column.field in (TrackerField.UPDATED, TrackerField.UNUSED) or (
                group == Stage.APPLIED and column.field == Stage.LEAD
            )
            cells = [row.cells[place] for row in self.sheet.rows[:500] if place < len(row.cells) and row.cells[place]]
            if fits and cells and all(self._is_day(cell) for cell in cells[:20]):
                offered.append(column.heading)
        return sorted(offered, key=lambda heading: self._updated_last(heading))

    def _updated_last(self, heading: str) -> bool:
        return all(column.field != TrackerField.UPDATED for column in self.sheet.columns if column.heading == heading)

    def _is_day(self, cell: str) -> bool:
        """Whether a cell is written as a day: a mere number may be a salary."""
        read = self.read_day(cell)
        return not cell.isdecimal() and (read.on is not None or read.pair is not None or read.month_day is not None)

    def _make_question(
        self, what: str, ask: str, options: tuple[Option, ...], *,
        guess: str = "", needed: bool = True, rows: int | None = None, takes_day: bool = False,
    ) -> TrackerQuestion:  # fmt: skip
        return TrackerQuestion(
            what + self.mark, ask, options, guess, needed, self.asked[what] if rows is None else rows, takes_day,
            self.answer(what),
        )  # fmt: skip
