"""One row as the history of a job that it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onward.facts import LONGEST_NAME
from onward.tracker.fields import TrackerField
from onward.tracker.happenings import Happening, list_happenings
from onward.tracker.rows import TrackerRow
from onward.tracker.sheet_reading import SheetReading
from onward.tracker.statuses import NO_JOB
from onward.tracker.tables import TableLine
from onward.tracker.words import PUT_AWAY

_LINKED = re.compile(r"\[([^\[\]]{1,200})\]\(\S{1,2000}\)|([^\n]{1,200}?) \(https?://\S{1,2000}\)")


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
    row = TrackerRow(reading, line)
    employer, role = names or row.names()
    history = History(
        reading.place, line.number, _plain_name(employer), _plain_name(role), row.text(TrackerField.STATUS),
        agency=row.text(TrackerField.AGENCY)[:LONGEST_NAME], place=row.text(TrackerField.PLACE)[:LONGEST_NAME],
        link=row.text(TrackerField.LINK)[:500], notes=row.notes(), number=row.text(TrackerField.NUMBER),
    )  # fmt: skip
    if not names and not reading.names_employer:
        return replace(history, asks=("employer" + reading.mark,))
    if out := row.find_reason_out(history.employer, history.role):
        return replace(history, out=out)
    meaning = row.read_meaning()
    if meaning.value == NO_JOB:
        return replace(history, out=f"Line {line.number}: the row isn’t about a job.")
    happenings = tuple(list_happenings(row, meaning))
    asks = {*row.asks, *(one.asks for one in happenings if one.asks)}
    put_away = meaning.value == PUT_AWAY or row.is_away()
    return replace(history, happenings=happenings, put_away=put_away, asks=tuple(sorted(asks)), told=tuple(row.told))


def _plain_name(cell: str) -> str:
    """“[Acme](https://…)” or “Acme (https://…)”, as notebooks write a name that is a link, and “- Acme” in a list."""
    linked = _LINKED.fullmatch(cell.strip())
    name = (linked[1] or linked[2]) if linked else cell
    return " ".join(name.removeprefix("- ").removeprefix("* ").split())
