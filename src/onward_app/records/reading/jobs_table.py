"""Jobs as a table: which of them, narrowed by what, in which order. What an address asks for is read leniently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When
from django.db.models.functions import Coalesce, Lower

from onward.facts import ENDINGS, STAGES
from onward_app.records.models import KeptView, Opportunity, Owner
from onward_app.records.reading.jobs import LISTS, list_jobs

LONGEST = 200  # characters of the words that narrow it
SORTS = ("job", "role", "place", "stands", "since", "heard", "first")
KINDS = (*map(str, STAGES), *map(str, ENDINGS))
THROUGH = ("agency", "direct")


@dataclass(frozen=True, slots=True)
class JobsAsked:
    """A view of the jobs. `sort` is one of `SORTS`, from its other end with a “-”; "" is newest first."""

    show: str = "alive"
    text: str = ""
    kind: str = ""
    through: str = ""
    since: date | None = None
    until: date | None = None
    sort: str = ""

    def list_pairs(self) -> dict[str, str]:
        """As an address asks for it; what is as usual isn't said."""
        told = {"q": self.text, "kind": self.kind, "through": self.through, "sort": self.sort}
        days = {name: day.isoformat() for name, day in (("since", self.since), ("until", self.until)) if day}
        return {"show": self.show} | {name: value for name, value in (told | days).items() if value}

    @property
    def narrowed(self) -> bool:
        """Whether more than a list and its words was asked for."""
        return bool(self.kind or self.through or self.since or self.until)

    def sorted_by(self, name: str) -> JobsAsked:
        """The same in the order of this column; from its other end where it is in that order already."""
        return replace(self, sort=f"-{name}" if self.sort == name else name)


def read_asked(told: Mapping[str, Any]) -> JobsAsked:
    """What is asked for; whatever can't be meant is as usual."""
    words = {name: told.get(name) or "" for name in ("show", "q", "kind", "through", "since", "until", "sort")}
    said = {name: value if isinstance(value, str) else "" for name, value in words.items()}
    text = said["q"].strip()[:LONGEST]
    return JobsAsked(
        show=said["show"] if said["show"] in LISTS else "all" if text else "alive",
        text=text,
        kind=said["kind"] if said["kind"] in KINDS else "",
        through=said["through"] if said["through"] in THROUGH else "",
        since=_read_day(said["since"]),
        until=_read_day(said["until"]),
        sort=said["sort"] if said["sort"].removeprefix("-") in SORTS else "",
    )


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def list_asked(owner: Owner, asked: JobsAsked) -> QuerySet[Opportunity]:
    """The jobs of a view, in its order."""
    rows = list_jobs(owner, show=asked.show, text=asked.text)
    if asked.kind:
        ended = asked.kind in map(str, ENDINGS)
        rows = rows.filter(ended=asked.kind) if ended else rows.filter(stage=asked.kind, ended="")
    if asked.through:
        rows = rows.filter(agency="") if asked.through == "direct" else rows.exclude(agency="")
    if asked.since:
        rows = rows.filter(first_on__gte=asked.since)
    if asked.until:
        rows = rows.filter(first_on__lte=asked.until)
    if not asked.sort:
        return rows
    how = _ORDERS[asked.sort.removeprefix("-")]
    order = how.desc(nulls_last=True) if asked.sort.startswith("-") else how.asc(nulls_last=True)
    return rows.order_by(order, "-first_on", "-id")


def count_stands(owner: Owner, asked: JobsAsked) -> dict[str, int]:
    """How many jobs of a view stand where, in the order of the stages and endings; all of them, whichever is chosen."""
    rows = list_asked(owner, replace(asked, kind="", sort="")).order_by().values_list("stage", "ended")
    counts: Counter[str] = Counter()
    for stage, ended, jobs in rows.annotate(jobs=Count("pk")):
        counts[ended or stage] += jobs
    return {kind: counts[kind] for kind in KINDS if counts[kind]}


_RANKS = [When(ended="", stage=str(stage), then=Value(place)) for place, stage in enumerate(STAGES)]
_ORDERS: dict[str, Any] = {
    "job": Lower("employer"),
    "role": Lower("role"),
    "place": Lower("place"),
    "stands": Case(*_RANKS, default=Value(len(STAGES)), output_field=IntegerField()),
    "since": Coalesce("ended_on", "stage_on"),
    "heard": F("heard_on"),
    "first": F("first_on"),
}


def list_kept_views(owner: Owner) -> list[KeptView]:
    """The views that the person keeps."""
    return list(KeptView.objects.of(owner))
