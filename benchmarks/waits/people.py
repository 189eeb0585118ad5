"""People who applied: read from a file or made up, what was known of them on a day, and what came after it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import exp, log
from pathlib import Path
from random import Random

from onward.facts import Stage
from onward.maths.survival import Wait, Waited
from onward.pace.own_waits import OwnWait
from onward.pace.situations import Situation

FORM = Situation(Stage.APPLIED)
DAYS = (7, 14, 30, 45)  # of silence, on which a forecast is made
AHEAD = 30  # days that it is about


@dataclass(frozen=True, slots=True)
class Application:
    """One application by the numbers of its days: sent, answered (None: never), and followed until."""

    sent: int
    answered: int | None
    until: int

    def heard_by(self, day: int) -> bool:
        """Whether an answer had come by the end of a day."""
        return self.answered is not None and self.answered <= day


@dataclass(frozen=True, slots=True)
class Case:
    """A forecast to be made: of which application, after how many days of silence, on which day, and what came."""

    application: int
    silent: int
    day: int
    heard: bool


def read_people(path: Path) -> dict[str, list[Application]]:
    """The applications of each person in a file of one JSON object a line; a line that can't be read is an error."""
    found: dict[str, list[Application]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            found.setdefault(row["person"], []).append(_application(row))
    return found


def _application(row: dict[str, str | None]) -> Application:
    sent, answered, until = (_day(row.get(key)) for key in ("applied", "first_response", "observed_until"))
    if sent is None or until is None:
        raise ValueError(f"applied and observed_until are needed: {row}")
    known = answered is not None and answered <= until
    return Application(sent, max(sent, answered) if known and answered is not None else None, max(sent, until))


def _day(text: str | None) -> int | None:
    return date.fromisoformat(text[:10]).toordinal() if text else None


def list_cases(person: list[Application]) -> list[Case]:
    """Every application still silent on one of `DAYS` that was followed for the 30 days after it."""
    return [
        Case(place, silent, one.sent + silent, one.heard_by(one.sent + silent + AHEAD))
        for place, one in enumerate(person)
        for silent in DAYS
        if not one.heard_by(one.sent + silent) and one.sent + silent + AHEAD <= one.until
    ]


def waits_known(person: Iterable[Application], day: int) -> Iterator[OwnWait]:
    """What was known of every wait at the end of a day."""
    for one in person:
        if one.sent <= day:
            end = min(day, one.until)
            heard = one.heard_by(end)
            days = (one.answered if heard and one.answered is not None else end) - one.sent
            yield OwnWait(FORM, Waited(days, heard, day - one.sent), running=not heard)


def fit_center(person: Iterable[Application], spread: float = 1.0) -> Wait:
    """The share and the median that make the waits most likely, with the spread given: what a prior lies around."""
    waits = [wait.waited for wait in waits_known(person, 10**7)]
    best = max((step / 20 for step in range(81)), key=lambda x: _most_likely(waits, exp(x), spread)[0])
    fine = max((best + step / 200 for step in range(-10, 11)), key=lambda x: _most_likely(waits, exp(x), spread)[0])
    return Wait(_most_likely(waits, exp(fine), spread)[1], exp(fine), spread)


def _most_likely(waits: list[Waited], median: float, spread: float) -> tuple[float, float]:
    """The greatest log likelihood with this median, and the share that reaches it, by expectation and maximization."""
    shape = Wait(1.0, median, spread)
    heard = [_density(shape, wait.days) for wait in waits if wait.heard]
    left = [shape.unheard(wait.days + 0.5) for wait in waits if not wait.heard]
    share = 0.5
    for _ in range(30):
        share = (len(heard) + sum(share * s / (1 - share + share * s) for s in left)) / len(waits)
    share = min(max(share, 0.001), 0.999)
    return sum(log(share * f) for f in heard) + sum(log(1 - share + share * s) for s in left), share


def _density(shape: Wait, days: float) -> float:
    return max(shape.unheard(days - 0.5) - shape.unheard(days + 0.5), 1e-12)


def make_person(chance: Random, wait: Wait, *, applications: int, days: int) -> list[Application]:
    """Somebody whose answers come as a `Wait` says, with applications on random days, followed for 60 days more."""
    sent = sorted(chance.randrange(days) for _ in range(applications))
    return [Application(day, _answer(chance, wait, day), days + 60) for day in sent]


def _answer(chance: Random, wait: Wait, sent: int) -> int | None:
    if chance.random() >= wait.hears:
        return None
    days = exp(log(wait.median) + wait.spread * chance.gauss(0, 1))
    return sent + int(chance.random() + days)  # sent at any hour of its day
