"""At which jobs the person was met: by the log, or by a record of an interview that was held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from onward.debrief.outcome import stage_of_round
from onward.facts import Stage, stages_from
from onward_app import clock
from onward_app.records.models import Interview, Owner

MET = stages_from(Stage.INTERVIEW)
TALKED = stages_from(Stage.SCREEN)


@dataclass(frozen=True, slots=True)
class JobsMet:
    """The few jobs where a record alone says so: of a talk, and of an interview. The log says it of all others."""

    talked_besides: frozenset[int]
    interviewed_besides: frozenset[int]

    def talked(self, job: str = "") -> Q:
        """Jobs where a screening call was had or more; `job` leads to them, as “opportunity__”."""
        return _either(job, TALKED, self.talked_besides)

    def interviewed(self, job: str = "") -> Q:
        """Jobs where an interview was."""
        return _either(job, MET, self.interviewed_besides)


NOWHERE = JobsMet(frozenset(), frozenset())


def _either(job: str, stages: tuple[Stage, ...], besides: frozenset[int]) -> Q:
    said = Q(**{f"{job}stage__in": stages})
    return said | Q(**{f"{job}pk__in": sorted(besides)}) if besides else said


def find_jobs_met(owner: Owner) -> JobsMet:
    """Where somebody was met, with one query."""
    held = Interview.objects.of(owner).filter(on__lte=clock.today(), opportunity__stands=True)
    held = held.exclude(opportunity__stage__in=MET).order_by()
    return judge_jobs_met(held.values_list("opportunity", "round", "opportunity__stage").distinct())


def judge_jobs_met(held: Iterable[tuple[int, str, str]]) -> JobsMet:
    """The same of interviews held at jobs whose log doesn’t say so: the job, the round, and the job’s stage."""
    told = list(held)
    return JobsMet(
        frozenset(job for job, _, stage in told if stage not in TALKED),
        frozenset(job for job, round_, _ in told if stage_of_round(round_) != Stage.SCREEN),
    )
