"""What a search has taught of waits and of stages, counted by the database: nothing here folds the log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from django.db.models import Case, Count, DateField, F, IntegerField, Q, QuerySet, Value, When

from onward.facts import Ending, Stage
from onward.maths.survival import Waited
from onward.maths.wait_belief import CHANGES
from onward.pace.own_rates import JobsAlike, count_record
from onward.pace.own_waits import LoggedWait, OwnWait, list_own_waits
from onward.pace.situations import find_situation
from onward.pace.stage_rates import StageRecord
from onward_app.records.models import Event, JobWait, Opportunity, Owner
from onward_app.records.reading.met import MET, JobsMet
from onward_app.records.reading.rows import list_opportunities, load_opportunities

Vouched = Callable[[int], date | None]  # the last day that somebody vouches for the silence of a job

_Alike = tuple[
    str, str, bool, bool, float
]  # stages reached, ending, whether met, through a person, what silence leaves


def load_own_waits(owner: Owner, vouched: Vouched, on: date) -> tuple[OwnWait, ...]:
    """Every wait of every job up to a day, those that are alike counted together.

    A job with something planned for later is looked at by itself, for on this day that hasn't happened yet.
    """
    later = Event.objects.of(owner).filter(on__gt=on).values("opportunity")
    ahead = list(list_opportunities(owner).filter(pk__in=later).order_by())
    waits = JobWait.objects.filter(owner=owner).exclude(opportunity__in=[row.pk for row in ahead]).order_by()
    told = list(_group_ended(waits, on).union(_group_running(waits), all=True))
    ends = {row.pk: end for row in ahead if (end := vouched(row.pk)) is not None}
    through = {row.pk for row in ahead if row.agency}
    return (
        *_count_ended(told),
        *_count_running(told, vouched, on),
        *list_own_waits(load_opportunities(owner, ahead), on=on, counted_to=ends, through=through),
    )


# What both halves of that one query tell: stage, whether through a person, days until it ended, whether with an
# answer, how long ago it began, how many are alike; and of those that still run the job and the day.
_Told = tuple[str, bool, int | None, bool, int, int, int | None, date | None]


def _group_ended(waits: QuerySet[JobWait], on: date) -> QuerySet[JobWait, _Told]:
    """Those that have ended. How long ago one began matters only as far as a search may have changed since."""
    since = [When(begun_on__lte=on - timedelta(days=ago), then=Value(ago)) for ago in reversed(CHANGES)]
    ago = Case(*since, default=Value(0), output_field=IntegerField())
    alike = waits.exclude(days=None).values_list("stage", "through", "days", "heard", ago).annotate(times=Count("id"))
    return alike.annotate(job=Value(None, IntegerField()), begun=Value(None, DateField()))


def _group_running(waits: QuerySet[JobWait]) -> QuerySet[JobWait, _Told]:
    """Those that still run, one by one: each ends where somebody vouches for its silence."""
    one = (Value(0), Value(1), F("opportunity"), F("begun_on"))
    return waits.filter(days=None).values_list("stage", "through", "days", "heard", *one)


def _count_ended(told: Iterable[_Told]) -> Iterable[OwnWait]:
    for stage, through, days, heard, ago, times, _, _ in told:
        if days is not None:
            yield OwnWait(find_situation(Stage(stage), through=through), Waited(days, heard, ago), times=times)


def _count_running(told: Iterable[_Told], vouched: Vouched, on: date) -> Iterable[OwnWait]:
    """Those that still run, to the day that somebody vouches for."""
    alike = Counter(
        (stage, through, begun, vouched(job))
        for stage, through, days, _, _, _, job, begun in told
        if days is None and job is not None and begun is not None
    )
    for (stage, through, begun, end), times in alike.items():
        wait = LoggedWait(Stage(stage), begun, None).count(on=on, through=through, silent_to=end)
        if wait is not None:
            yield replace(wait, times=times)


def load_stage_record(
    owner: Owner, waiting: Iterable[Opportunity], left: Mapping[int, float], met: JobsMet
) -> StageRecord:
    """The person's own conversions: the database counts every job, and of those that wait silence leaves a part.

    `waiting` are the jobs that wait for an answer, `left` what silence leaves of each.
    """
    rows = list_opportunities(owner).order_by()
    alike: Counter[_Alike] = Counter()
    told = rows.values_list("reached", "ended", flag(met.interviewed()), flag(~Q(agency="")))
    for reached, ended, interviewed, through, times in told.annotate(times=Count("pk")):
        alike[reached, ended, bool(interviewed), bool(through), 1.0] += times
    for row in waiting:
        interviewed = row.stage in MET or row.pk in met.interviewed_besides
        alike[row.reached, "", interviewed, bool(row.agency), 1.0] -= 1
        alike[row.reached, "", interviewed, bool(row.agency), left[row.pk]] += 1
    return count_record(_unpack(one, times) for one, times in alike.items())


def _unpack(one: _Alike, times: int) -> JobsAlike:
    reached, ended, interviewed, through, still = one
    stages = _read_stages(reached) | ({Stage.INTERVIEW} if interviewed else set())
    return JobsAlike(stages, Ending(ended) if ended else None, through, still, times)


@cache
def _read_stages(reached: str) -> frozenset[Stage]:
    return frozenset(map(Stage, filter(None, reached.split(","))))


def flag(said: Q) -> Case:
    """A condition as a column."""
    return Case(When(said, then=Value(1)), default=Value(0), output_field=IntegerField())
