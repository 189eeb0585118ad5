"""What changed, a day at a time: the newest day is open, and an evening of practice is one line that opens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from onward.wording.counts import spell_number
from onward_app import clock
from onward_app.records.models import Change

PRACTICE = "practice."
SHOWN = 6  # changes of the newest day, before the rest is folded


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """One day: what was done, newest first, without what is folded, and its practice."""

    on: date
    shown: tuple[Change, ...]
    folded: tuple[Change, ...]
    practice: tuple[Change, ...]

    @property
    def number(self) -> int:
        """How many things were done."""
        return len(self.shown) + len(self.folded) + len(self.practice)

    @property
    def things(self) -> str:
        """“eight things”"""
        return "one thing" if self.number == 1 else f"{spell_number(self.number)} things"

    @property
    def practiced(self) -> str:
        """“Practiced: eight things.”"""
        return f"Practiced: {spell_number(len(self.practice))} things"


def group_by_day(changes: Iterable[Change]) -> list[ChangedDay]:
    """The days of these changes, which come newest first. One thing practiced alone is a change like any other."""
    days = []
    for on, some in groupby(changes, key=lambda one: clock.local(one.at).date()):
        done = list(some)
        practice = [one for one in done if one.intention.startswith(PRACTICE)]
        alone = len(practice) < 2
        rest = [one for one in done if alone or one not in practice]
        days.append(ChangedDay(on, tuple(rest[:SHOWN]), tuple(rest[SHOWN:]), () if alone else tuple(practice)))
    return days
