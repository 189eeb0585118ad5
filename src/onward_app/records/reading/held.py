"""The interviews that were held, each with its job: read once for all of a page that looks at them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from onward_app.records.models import Debrief, Interview, Owner

JOB = ("pk", "employer", "ended_on", "first_on", "merged_into")


class JobBehind(NamedTuple):
    """The job of an interview or an event; two of the same are the same."""

    pk: int
    employer: str
    ended: date | None
    first: date | None
    merged_into: int | None

    @property
    def newest(self) -> tuple[date, int]:
        """Its place in the order of jobs, the highest first."""
        return (self.first or date.min, self.pk)

    def is_of_search(self, owner: Owner) -> bool:
        """Whether it stands for itself and didn't end before the search began."""
        before = owner.search_began is not None and self.ended is not None and self.ended < owner.search_began
        return self.merged_into is None and not before


@dataclass(frozen=True, slots=True)
class HeldInterview:
    """An interview that was held, and whether it was replayed."""

    pk: int
    on: date
    replayed: bool
    job: JobBehind


def list_held(owner: Owner, on: date, most: int | None = None) -> list[HeldInterview]:
    """The interviews of jobs that stand up to a day, in order; of them the first, so many at most."""
    done = Exists(Debrief.objects.of(owner).filter(interview=OuterRef("pk")).exclude(done_at=None))
    rows = Interview.objects.of(owner).filter(opportunity__stands=True, on__lte=on).order_by("on", "pk")
    names = (f"opportunity__{name}" for name in JOB)
    return [
        HeldInterview(pk, day, replayed, JobBehind(*job))
        for pk, day, replayed, *job in rows.values_list("pk", "on", done, *names)[:most]
    ]
