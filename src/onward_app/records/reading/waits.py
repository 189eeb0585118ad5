"""What a search has taught of waits and of stages, counted by the database: nothing here folds the log."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import starmap
from typing import Any, NamedTuple

from django.db.models import Case, Count, DateField, F, IntegerField, Q, QuerySet, Value, When

from onward.facts import Ending, Stage
from onward.maths.survival import Waited
from onward.maths.wait_belief import CHANGES
from onward.pace.own_rates import JobsAlike, count_record
from onward.pace.own_waits import LoggedWait, OwnWait, list_own_waits
from onward.pace.situations import Situation, find_situation
from onward.pace.stage_rates import StageRecord
from onward.pace.waiting_curve import Curve, learn_curves
from onward_app.records.models import Event, JobWait, Opportunity, Owner, SaidQuiet, StatusCheck
from onward_app.records.reading.counts import JobsCounted
from onward_app.records.reading.met import MET, JobsMet
from onward_app.records.reading.prepared import list_prepared
from onward_app.records.reading.rows import list_opportunities, load_opportunities

Vouched = Callable[[int], date | None]  # the last day that somebody vouches for the silence of a job

_NONE_AGO: tuple[Any, ...] = tuple(Value(0) for _ in CHANGES)
_Alike = tuple[
    str, str, bool, bool, float
]  # stages reached, ending, whether met, through a person, what silence leaves


# Stage, whether through a person, the day it began and the one that silence is vouched to; and how many are alike
_Running = tuple[tuple[tuple[str, bool, date, date | None], int], ...]


class _Told(NamedTuple):
    """A row of the one question: which part of it; stage, whether through a person, days until it ended, whether with
    an answer; how many are alike, and of these how many began so long ago; and the job and the day.
    """

    part: str
    stage: str
    through: bool
    days: int | None
    heard: bool
    times: int
    ago_20: int
    ago_40: int
    ago_80: int
    ago_160: int
    job: int | None
    day: date | None


@dataclass(frozen=True, slots=True)
class ToldWaits:
    """What the database says of waits on a day: those that ended, counted where they are alike; those that run; the
    last day the person said “nothing heard”, of all (None) or of one job; the days they asked where a job stands; and
    the jobs with something planned for later.
    """

    ended: tuple[_Told, ...]
    running: tuple[_Told, ...]
    said: Mapping[int | None, date]
    asked: Mapping[int, Sequence[date]]
    ahead: frozenset[int]

    def said_of(self, job: int) -> date | None:
        """The last day the person said “nothing heard” of all or of this job."""
        of_all, of_it = self.said.get(None), self.said.get(job)
        return max(of_all, of_it) if of_all is not None and of_it is not None else of_it or of_all


def load_waits(owner: Owner, on: date) -> ToldWaits:
    """All of it with one question. A job with something planned for later is looked at by itself, for on this day that
    hasn't happened yet.
    """
    parts: dict[str, list[_Told]] = {name: [] for name in ("ended", "running", "said", "asked", "ahead")}
    for one in starmap(_Told, list_prepared(owner, on, _ask_waits)):
        parts[one.part].append(one)
    last: dict[int | None, date] = {}
    asked: dict[int, list[date]] = {}
    for one in parts["said"]:
        last[one.job] = max(last.get(one.job, date.min), one.day or date.min)
    for one in parts["asked"]:
        insort(asked.setdefault(one.job or 0, []), one.day or date.min)
    ahead = frozenset(one.job or 0 for one in parts["ahead"])
    return ToldWaits(tuple(parts["ended"]), tuple(parts["running"]), last, asked, ahead)


def _ask_waits(owner: Owner, on: date) -> QuerySet[Any, Any]:
    later = Event.objects.of(owner).filter(on__gt=on)
    waits = JobWait.objects.filter(owner=owner).exclude(opportunity__in=later.values("opportunity")).order_by()
    days = (
        _list_days(SaidQuiet.objects.of(owner), "said"), _list_days(StatusCheck.objects.of(owner), "asked"),
        _list_days(later, "ahead"),
    )  # fmt: skip
    return _group_ended(waits, on).union(_group_running(waits), *days, all=True)


def load_own_waits(owner: Owner, vouched: Vouched, on: date) -> tuple[OwnWait, ...]:
    """Every wait of every job up to a day, those that are alike counted together."""
    told = load_waits(owner, on)
    return _add_up(told.ended, _gather_running(told.running, vouched), _list_ahead(owner, told, vouched, on), on)


def learn_own_curves(owner: Owner, told: ToldWaits, vouched: Vouched, on: date) -> Callable[[Situation], Curve]:
    """The curve of each situation, from all of them; learned anew only where the database said something else."""
    return _learn(told.ended, _gather_running(told.running, vouched), _list_ahead(owner, told, vouched, on), on)


@lru_cache(maxsize=8)
def _learn(
    ended: tuple[_Told, ...], running: _Running, ahead: tuple[OwnWait, ...], on: date
) -> Callable[[Situation], Curve]:
    return learn_curves(_add_up(ended, running, ahead, on))


def _add_up(ended: Iterable[_Told], running: _Running, ahead: Iterable[OwnWait], on: date) -> tuple[OwnWait, ...]:
    return (*_count_ended(ended), *_count_running(running, on), *ahead)


def _list_ahead(owner: Owner, told: ToldWaits, vouched: Vouched, on: date) -> tuple[OwnWait, ...]:
    """The waits of the jobs with something planned for later, by their log."""
    if not told.ahead:
        return ()
    ahead = list(list_opportunities(owner).filter(pk__in=told.ahead).order_by())
    ends = {row.pk: end for row in ahead if (end := vouched(row.pk)) is not None}
    through = {row.pk for row in ahead if row.agency}
    return list_own_waits(load_opportunities(owner, ahead), on=on, counted_to=ends, through=through)


def _group_ended(waits: QuerySet[JobWait], on: date) -> QuerySet[JobWait, Any]:
    """Those that have ended. How long ago one began matters only as far as a search may have changed since; the counts
    are in the order of an index, so that nothing has to be sorted.
    """
    each = Value(1)  # which is counted quicker than a column
    ago = {f"ago_{days}": Count(each, filter=Q(begun_on__lte=on - timedelta(days=days))) for days in CHANGES}
    named = waits.exclude(days=None).annotate(part=Value("ended"))
    alike = named.values_list("part", "stage", "through", "days", "heard").annotate(times=Count(each), **ago)
    return alike.annotate(job=Value(None, IntegerField()), begun=Value(None, DateField()))


def _group_running(waits: QuerySet[JobWait]) -> QuerySet[JobWait, Any]:
    """Those that still run, one by one: each ends where somebody vouches for its silence."""
    one = (Value(False), Value(1), *_NONE_AGO, F("opportunity"), F("begun_on"))  # noqa: FBT003
    return waits.filter(days=None).values_list(Value("running"), "stage", "through", "days", *one)


def _list_days(rows: QuerySet[Any], part: str) -> QuerySet[Any, Any]:
    """The job and the day of each row, with as many columns as waits have."""
    no = (Value(""), Value(False), Value(None, IntegerField()), Value(False), Value(0), *_NONE_AGO)  # noqa: FBT003
    return rows.order_by().values_list(Value(part), *no, F("opportunity"), F("on"))


def _count_ended(told: Iterable[_Told]) -> Iterator[OwnWait]:
    for one in told:
        situation, days = find_situation(Stage(one.stage), through=one.through), one.days or 0
        # Each count has in it those that began longer ago
        began = (one.times, one.ago_20, one.ago_40, one.ago_80, one.ago_160, 0)
        for ago, since, longer in zip((0, *CHANGES), began, began[1:], strict=False):
            if since > longer:
                yield OwnWait(situation, Waited(days, one.heard, ago), times=since - longer)


def _gather_running(told: Iterable[_Told], vouched: Vouched) -> _Running:
    """Those that still run and the day that somebody vouches for each, those that are alike together."""
    alike = Counter(
        (one.stage, one.through, one.day, vouched(one.job))
        for one in told
        if one.job is not None and one.day is not None
    )
    return tuple(alike.items())


def _count_running(running: _Running, on: date) -> Iterator[OwnWait]:
    for (stage, through, begun, end), times in running:
        wait = LoggedWait(Stage(stage), begun, None).count(on=on, through=through, silent_to=end)
        if wait is not None:
            yield replace(wait, times=times) if times > 1 else wait


def load_stage_record(
    counted: JobsCounted, waiting: Iterable[Opportunity], left: Mapping[int, float], met: JobsMet
) -> StageRecord:
    """The person's own conversions: the database counts every job, and of those that wait silence leaves a part.

    `waiting` are the jobs that wait for an answer, `left` what silence leaves of each.
    """
    alike: Counter[_Alike] = Counter()
    for job, times in counted.all.items():
        alike[job.reached, job.ended, job.stage in MET, job.through, 1.0] += times
    for pk, (job, _) in met.alone.items():
        if pk in met.interviewed_besides:
            alike[job.reached, job.ended, False, job.through, 1.0] -= 1
            alike[job.reached, job.ended, True, job.through, 1.0] += 1
    for row in waiting:
        interviewed = row.stage in MET or row.pk in met.interviewed_besides
        alike[row.reached, "", interviewed, bool(row.agency), 1.0] -= 1
        alike[row.reached, "", interviewed, bool(row.agency), left[row.pk]] += 1
    return count_record(_unpack_alike(one, times) for one, times in alike.items())


def _unpack_alike(one: _Alike, times: int) -> JobsAlike:
    reached, ended, interviewed, through, still = one
    stages = _read_stages(reached) | ({Stage.INTERVIEW} if interviewed else set())
    return JobsAlike(stages, Ending(ended) if ended else None, through, still, times)


@cache
def _read_stages(reached: str) -> frozenset[Stage]:
    return frozenset(map(Stage, filter(None, reached.split(","))))


def flag(said: Q) -> Case:
    """A condition as a column."""
    return Case(When(said, then=Value(1)), default=Value(0), output_field=IntegerField())
