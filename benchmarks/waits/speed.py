"""How long it takes: what is said of the silence of 1,000 open jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from statistics import median
from time import process_time
from typing import Any

from onward.facts import Stage
from onward.log.standing import Event, Opportunity
from onward.pace.own_waits import OwnWait, list_own_waits
from onward.pace.silence import EmployerWait, Silence, measure_silence
from onward.pace.waiting_curve import learn_curve

ON = date(2026, 11, 16)
JOBS = 1000
TIMES = 15


def say_speed() -> Iterator[dict[str, Any]]:
    """Milliseconds of processor time per call, the median of several, once its tables are there."""
    jobs = make_jobs(JOBS)
    waits = _list_waits(jobs)
    _measure(jobs, waits)
    yield {"silence_ms": time_work(lambda: _measure(jobs, waits)), "open_jobs": JOBS, "what": "as before"}
    days = iter(range(1, 400))
    later = [_list_waits(jobs, on=ON + timedelta(days=next(days))) for _ in range(TIMES)]
    again = iter(later)
    yield {"silence_ms": time_work(lambda: _measure(jobs, next(again))), "open_jobs": JOBS, "what": "learned anew"}
    yield {"own_waits_ms": time_work(lambda: _list_waits(jobs)), "jobs": JOBS}


def make_jobs(count: int) -> list[Opportunity]:
    """Applications of half a year; every eighth with an interview."""
    chance = Random(1)
    jobs = []
    for number in range(count):
        sent = ON - timedelta(days=chance.randrange(180))
        events = [Event(str(Stage.APPLIED), sent)]
        if number % 8 == 0:
            events.append(Event(str(Stage.INTERVIEW), min(ON, sent + timedelta(days=chance.randrange(30))), 1))
        jobs.append(Opportunity(number, "A", "T", tuple(events)))
    return jobs


def _list_waits(jobs: list[Opportunity], on: date = ON) -> tuple[OwnWait, ...]:
    return list_own_waits(jobs, on=on, counted_to={job.id: on for job in jobs})


def _measure(jobs: list[Opportunity], waits: tuple[OwnWait, ...]) -> list[Silence]:
    curves = cache(lambda situation: learn_curve(situation, waits))
    open_ = (EmployerWait(Stage(job.events[-1].kind), job.events[-1].on) for job in jobs)
    return [measure_silence(one, on=ON, read_to=ON, learned=curves(one.situation)) for one in open_]


def time_work(work: Callable[[], object]) -> float:
    """Milliseconds of processor time a call, the median of several."""
    taken = []
    for _ in range(TIMES):
        start = process_time()
        work()
        taken.append(1000 * (process_time() - start))
    return round(median(taken), 1)
