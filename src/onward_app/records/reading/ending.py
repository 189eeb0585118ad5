"""What the page at the end of a search reads: the signed job, who else waits for a word, and what was learned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onward.facts import Stage
from onward.pace.coast import WAITS_FOR
from onward.recover.lessons import LessonStanding
from onward_app.records.models import KindWords, Lesson, Opportunity, Owner
from onward_app.records.reading.ask import list_farewells_once_signed, list_signed
from onward_app.records.reading.kinks import KinkReport, rank_strengths, report_kinks
from onward_app.records.reading.lessons import list_lessons
from onward_app.records.reading.recover import TAUGHT, list_kind_words, name_retired

SHOWN = 5  # of each: this is no list to work through


@dataclass(frozen=True, slots=True)
class SearchEnding:
    """The job that was signed (None: a lesson ended, and the search goes on), and what the search leaves.

    `taught` is what the person wrote of it.
    """

    signed: Opportunity | None
    waits_for: tuple[str, ...]
    farewells: tuple[Opportunity, ...]
    lessons: tuple[LessonStanding, ...]
    strengths: tuple[KinkReport, ...]
    gone: tuple[KinkReport, ...]
    kind: tuple[KindWords, ...]
    taught: str


def load_ending(owner: Owner, on: date) -> SearchEnding:
    """What this search taught, as it stands on a day."""
    signed = list_signed(owner).order_by("-stage_on", "-pk").first()
    lessons = list(Lesson.objects.of(owner).order_by("-id"))
    told = report_kinks(owner)
    farewells = list_farewells_once_signed(owner) if signed is not None else []
    return SearchEnding(
        signed=signed,
        waits_for=WAITS_FOR if signed is not None and signed.stage == Stage.SIGNED else (),
        farewells=tuple(farewells),
        lessons=tuple(one for one in list_lessons(owner, on, retired=name_retired(lessons)) if one.over),
        strengths=tuple(one for one in rank_strengths(told) if not one.apart)[:SHOWN],
        gone=tuple(one for one in told if not one.row.strength and one.gone)[:SHOWN],
        kind=tuple(list_kind_words(owner)[:SHOWN]),
        taught=next((row.words for row in lessons if row.name == TAUGHT), ""),
    )
