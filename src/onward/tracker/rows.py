"""One row while it is read: its cells by what their columns are, what it asks, and what was odd in it."""

from __future__ import annotations

from onward.facts import LONGEST_NAME, Stage
from onward.tracker.days_in_words import PartedCell, part_day
from onward.tracker.fields import TWO_NAMES, TrackerField
from onward.tracker.headings import Sheet
from onward.tracker.several_steps import part_steps
from onward.tracker.sheet_reading import SheetReading
from onward.tracker.status_words import StatusMeaning
from onward.tracker.statuses import read_status, word_of
from onward.tracker.tables import TableLine
from onward.tracker.two_names import part_names
from onward.tracker.words import gather_words, normalize


class TrackerRow:
    """One row of a sheet. `asks` are questions that it waits for, `told` sentences about what was odd."""

    def __init__(self, reading: SheetReading, line: TableLine) -> None:
        self.reading = reading
        self.sheet: Sheet = reading.sheet
        self.line = line
        self.asks: set[str] = set()
        self.told: list[str] = []

    def text(self, field: str) -> str:
        """What stands in the first column of a field that has anything."""
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
            (self.sheet.columns[place].heading, cell) for place, cell in self.list_cells(TrackerField.NOTES) if cell
        ]
        if len(cells) == 1 and len(self.reading.places[TrackerField.NOTES]) == 1:
            return cells[0][1]
        return "\n".join(f"{heading}: {cell}" for heading, cell in cells)

    def is_away(self) -> bool:
        """Whether a box says that it was put away."""
        cell = self.text(TrackerField.AWAY)
        return bool(cell) and self.reading.read_day(cell).flag is not False

    def find_reason_out(self, employer: str, role: str) -> str:
        """Why it can’t be a job, as a sentence; blank where it can."""
        number = self.line.number
        if self.line.filled == 1 and len(self.sheet.columns) > 2:
            words = next(filter(None, self.line.cells))
            return f"Line {number}: only “{words[:60]}” stands in it, so it was taken for a heading between rows."
        if len(self.line.cells) > len(self.sheet.columns) and any(self.line.cells[len(self.sheet.columns) :]):
            return (
                f"Line {number}: it has more cells than there are headings, so it isn’t clear what is what. "
                "A cell with a comma in it belongs in quotation marks."
            )
        if normalize(employer) in gather_words("cells", "sums") and self._is_sum():
            return f"Line {number}: it adds up the rows above, so it was left out."
        if not employer:
            return f"Line {number}: there is no employer."
        if max(len(employer), len(role)) > LONGEST_NAME:
            return f"Line {number}: the employer or the role is longer than {LONGEST_NAME} characters."
        return ""

    def _is_sum(self) -> bool:
        """Whether all but its first word are numbers."""
        return all(
            cell.replace(".", "").replace(",", "").isdecimal() for cell in list(filter(None, self.line.cells))[1:]
        )

    def read_meaning(self) -> StatusMeaning:
        """What its status says, or what is thought of one that says nothing."""
        cells = (cell for kind in self.reading.kinds for _, cell in self.list_cells(kind))
        has_days = bool(self.list_steps()) or any(
            not read.empty and read.flag is not False for read in map(self.reading.read_day, cells)
        )
        not_yet = any(self.reading.read_day(cell).flag is False for _, cell in self.list_cells(Stage.APPLIED))
        meaning, asks = self.reading.read_status(self._find_status(), has_days=has_days, not_yet=not_yet)
        if asks:
            self.asks.add(asks)
        return meaning

    def _find_status(self) -> str:
        """The words of the status, without a day in it; where there is none, those beside the day of the status."""
        if status := self.text(TrackerField.STATUS):
            return self.part_status(status).words
        for _, cell in self.list_cells(TrackerField.MOVED):
            words = part_day(cell, short=True).words if self.reading.read_day(cell).flag is None else ""
            if words != cell and read_status(words).value:
                return words
        return ""

    def part_status(self, status: str) -> PartedCell:
        """A status and the day in it, where the whole of it is no status that the layout names."""
        layout = self.sheet.layout
        return (
            PartedCell("", status) if layout and word_of(status) in layout.statuses else part_day(status, short=False)
        )

    def list_cells(self, field: str) -> list[tuple[int, str]]:
        """The cells of all columns of a field, each with its place."""
        cells = self.line.cells
        return [(place, cells[place] if place < len(cells) else "") for place in self.reading.places.get(field, ())]

    def list_steps(self) -> list[tuple[str, str]]:
        """What a cell that holds a whole history says, each with its day as written."""
        return [step for _, cell in self.list_cells(TrackerField.STEPS) for step in part_steps(cell)]

    def tell_trouble(self, sentence: str) -> None:
        """Keep a sentence about what was odd."""
        self.told.append(f"Line {self.line.number}: {sentence}")
