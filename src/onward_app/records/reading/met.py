"""At which jobs the person was met: by the log, or by a record of an interview that was held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from onward.debrief.outcome import stage_of_round
from onward.facts import Stage, stages_from
from onward_app import clock
from onward_app.records.models import Interview, Owner
from onward_app.records.reading.counts import JobCounted, to_counted

MET = stages_from(Stage.INTERVIEW)
TALKED = stages_from(Stage.SCREEN)


@dataclass(frozen=True, slots=True)
class JobsMet:
    """The few jobs where a record alone says so: of a talk, and of an interview. The log says it of all others.

    `alone` are those of them that stand for themselves, as they are counted, with the day they ended.
    """

    talked_besides: frozenset[int]
    interviewed_besides: frozenset[int]
    alone: Mapping[int, tuple[JobCounted, date | None]] = field(default_factory=dict)

    def talked(self, job: str = "") -> Q:
        """Jobs where a screening call was had or more; `job` leads to them, as “opportunity__”."""
        said = Q(**{f"{job}stage__in": TALKED})
        return said | Q(**{f"{job}pk__in": sorted(self.talked_besides)}) if self.talked_besides else said


NOWHERE = JobsMet(frozenset(), frozenset())


def find_jobs_met(owner: Owner) -> JobsMet:
    """Where somebody was met, with one query."""
    held = Interview.objects.of(owner).filter(on__lte=clock.today(), opportunity__stands=True)
    return judge_jobs_met(held.exclude(opportunity__stage__in=MET).select_related("opportunity").order_by())


def judge_jobs_met(held: Iterable[Interview]) -> JobsMet:
    """The same of interviews held at jobs whose log doesn’t say so, each with its job at hand."""
    told = [(row.round, row.opportunity) for row in held]
    return JobsMet(
        frozenset(job.pk for _, job in told if job.stage not in TALKED),
        frozenset(job.pk for round_, job in told if stage_of_round(round_) != Stage.SCREEN),
        {job.pk: (to_counted(job), job.ended_on) for _, job in told if job.merged_into_id is None},
    )
