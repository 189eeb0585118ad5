"""How right the chances of still hearing are: `python benchmarks/silence.py FILE.jsonl`.

FILE has one application a line: person, applied, first_response, observed_until. Printed is one JSON object a line for
each person. For every application still silent on day 7, 14, 30 and 45 the chance of hearing within the next 30 days is
said from what was known on that day, clipped to .005 and .995. `n` counts these forecasts, `log_score` is their mean log
probability and `brier` their mean square error, for Onward and three rivals: a Kaplan-Meier curve of the others, one of
the person's own, and the prior that nothing has moved. `ahead` is Onward's lead over the best of them, with the range of
a paired bootstrap (95 %, over applications). `coverage_80` is the share of days, every seventh, on which the number of
replies of the coming month lay in its 80 % range, `fifths` how evenly it fell, and `months` how often luck alone would spread
so few months as unevenly (see waits/replies.py).

What others are like comes from waits_dev.jsonl, for the people in it from the other ones. That file isn't part of this
repository; `--others FILE` says where it is, or takes another. Without any, others are what the library takes for usual.

--fit        the center of the prior after a form, fitted to the file
--simulate   the same for made-up people (`--people` of each kind), and how right “carry on as if they won’t answer” is
--speed      milliseconds for 1,000 open jobs
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.waits.forecasts import Forecasts
from benchmarks.waits.people import FORM, Application, fit_center, list_cases, read_people
from benchmarks.waits.replies import compare_months, cover, place_replies, spread_over_fifths
from benchmarks.waits.scores import score_cases
from benchmarks.waits.simulated import PEOPLE, say_simulated
from benchmarks.waits.speed import say_speed

OTHERS = next(
    (path for parent in ROOT.parents if (path := parent / "shared" / "data" / "waits_dev.jsonl").exists()), None
)


def say_person(name: str, person: Sequence[Application], others: Sequence[Application]) -> dict[str, Any]:
    """One person's line."""
    prior = replace(FORM.prior, center=fit_center(others)) if others else FORM.prior
    forecasts = Forecasts(person, prior, others)
    cases = list_cases(person)
    if not cases:
        return {"person": name, "n": 0}
    shares = list(place_replies(person, forecasts))
    return {
        "person": name,
        "n": len(cases),
        **score_cases(cases, forecasts),
        "coverage_80": round(cover(shares, 0.1, 0.9), 3) if shares else None,
        "fifths": spread_over_fifths(shares) if shares else None,
        "months": compare_months(shares) if shares else None,
    }


def say_people(path: Path, others: Path | None) -> Iterator[dict[str, Any]]:
    """A line for each person of a file."""
    known = read_people(others) if others else {}
    for name, person in read_people(path).items():
        yield say_person(name, person, [one for other, every in known.items() if other != name for one in every])


def main() -> None:
    """Print one JSON object a line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--others", type=Path, default=OTHERS)
    parser.add_argument("--people", type=int, default=PEOPLE)
    for mode in ("fit", "simulate", "speed"):
        parser.add_argument(f"--{mode}", action="store_true")
    given = parser.parse_args()
    lines: Iterator[dict[str, Any]] = iter(())
    if given.simulate:
        lines = say_simulated(given.people)
    elif given.speed:
        lines = say_speed()
    elif given.file and given.fit:
        every = [one for person in read_people(given.file).values() for one in person]
        center = fit_center(every)
        lines = iter([{"n": len(every), "hears": round(center.hears, 3), "median": round(center.median, 2)}])
    elif given.file:
        lines = say_people(given.file, given.others)
    else:
        parser.error("a FILE, --simulate or --speed")
    for line in lines:
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
