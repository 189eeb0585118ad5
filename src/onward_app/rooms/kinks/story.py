"""What the kinks' pages ask of the library: what to fix first, a line of time, and what to ask back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onward.debrief.chips import Chip
from onward.kinks.evidence import Sighting
from onward.kinks.first import Candidate, Priority, what_first
from onward.kinks.gone import Occasion
from onward.kinks.story import Moment
from onward.kinks.story import story as told_in_order
from onward.packs.load import SHIPPED, shipped
from onward.values.ask_them import question_for_interview
from onward.values.lines import Line
from onward_app.records.models import Value
from onward_app.records.queries_kinks import Told

ASKED_BACK = 4


def first(told: Sequence[Told], *, debriefed: int) -> list[tuple[Told, Priority]]:
    """At most two things to fix first, with the three factors that put them there."""
    by_id = {one.row.pk: one for one in told if not one.row.strength}
    candidates = [
        Candidate(
            id=pk,
            name=one.row.name,
            status=one.standing.status,
            verdict=one.verdict,
            with_chance=len({chance.interview_id for chance in one.chances}),
            debriefed=debriefed,
            cost=one.row.cost,
        )
        for pk, one in by_id.items()
    ]
    return [(by_id[one.id], one) for one in what_first(candidates)]


def line(told: Told) -> tuple[Moment, ...]:
    """Sightings, chances, practice and verdicts on one line of time."""
    seen = [Sighting(Chip(s.source), s.on, s.interview_id, s.group, s.text) for s in told.sightings]
    occasions = [Occasion(c.on, c.happened) for c in told.chances]
    occasions += [Occasion(r.at.date(), happened=len(r.met) == 0, real=False) for r in told.reviews]
    return told_in_order(seen, occasions, practice_began=told.row.working_since)


def questions_for(lines: Iterable[Value]) -> list[tuple[Value, str]]:
    """Each line with the question that would find it out."""
    return [(row, question_for_interview(Line(id=row.pk, text=row.text, set_on=row.set_on))) for row in lines]


def ask_back() -> list[str]:
    """Questions to ask them, from each pack in turn."""
    packs = [shipped(key).ask_back for key in reversed(SHIPPED)]
    return [pair.ask for group in zip(*packs, strict=False) for pair in group][:ASKED_BACK]
