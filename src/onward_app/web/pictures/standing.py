"""Where each open job stands along the way, from found to an offer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString

from onward.facts import Stage
from onward.wording.counts import join_sentences, join_words, say_count, spell_number
from onward_app.web.pictures.primitives import TYPE, WIDTH, Picture, draw, draw_dots, draw_rings, draw_words

ROW = 24  # units from one stage to the next
BEGINS, STEP, SIZE = 118, 14, 11  # where the circles begin, from one to the next, and how large each is
MOST = 13  # circles in a row
EACH = (1, 2, 5, 10, 20, 50, 100, 200, 500)  # jobs that one circle may stand for
# A stage, what it is called, and how many jobs stand there in a sentence.
SHOWN = {
    Stage.LEAD: ("Not applied yet", "{n} not applied for yet"),
    Stage.APPLIED: ("Applied", "{n} applied for"),
    Stage.SCREEN: ("First call", "{n} at a first call"),
    Stage.INTERVIEW: ("Interview", "{n} at an interview"),
    Stage.FINAL: ("Final round", "{n} in a final round"),
    Stage.VERBAL: ("Verbal offer", "{n} with a verbal offer"),
    Stage.WRITTEN: ("Written offer", "{n} with a written offer"),
    Stage.SIGNED: ("Signed", "{n} signed"),
    Stage.CLEARED: ("Cleared", "{n} cleared"),
}


@dataclass(frozen=True, slots=True)
class StandHere:
    """How many open jobs stand at a stage, and of how many of them something was heard lately."""

    jobs: int
    heard: int


def picture_standing(counts: Mapping[Stage, StandHere], *, lately: int) -> Picture | None:
    """A circle for each open job, or for so many where they are many; None where nothing is open.

    `lately` is the number of days within which an answer counts as one of late: those circles are filled.
    """
    there = [(stage, counts[stage]) for stage in SHOWN if stage in counts and counts[stage].jobs]
    if not there:
        return None
    longest = max(here.jobs for _, here in there)
    each = next((each for each in EACH if longest <= each * MOST), longest // MOST + 1)
    marks = [mark for place, (stage, here) in enumerate(there) for mark in _draw_stage(place, stage, here, each)]
    sentence = _say_standing(there, lately)
    return Picture(
        "Where does each open job stand?", draw(ROW * len(there), marks, label=sentence), sentence,
        ("Stands at", "Jobs", f"Heard from in {lately} days"),
        [(SHOWN[stage][0], f"{here.jobs:,}", f"{here.heard:,}") for stage, here in there],
        "From what you recorded and what your letters say.",
        [
            *([("none", f"each circle is {each} jobs")] if each > 1 else []),
            ("dot", f"heard from in the last {spell_number(lately // 7)} weeks"),
            ("clear", "no word lately"),
        ],
    )  # fmt: skip


def _draw_stage(place: int, stage: Stage, here: StandHere, each: int) -> list[SafeString]:
    y = ROW * place + ROW / 2
    circles, filled = -(-here.jobs // each), -(-here.heard // each)
    places = [(BEGINS + STEP * n + SIZE / 2, y) for n in range(circles)]
    return [
        draw_words(0, y + TYPE / 3, SHOWN[stage][0]),
        *([draw_dots(places[:filled], SIZE, "filled")] if filled else []),
        *draw_rings(places[filled:], SIZE),
        draw_words(WIDTH, y + TYPE / 3, f"{here.jobs:,}", end=True),
    ]


def _say_standing(there: list[tuple[Stage, StandHere]], lately: int) -> str:
    """“8 jobs are open: 5 applied for and 3 at an interview. Word came from 4 of them in the last two weeks.”"""
    jobs, heard = sum(here.jobs for _, here in there), sum(here.heard for _, here in there)
    where = join_words([SHOWN[stage][1].format(n=f"{here.jobs:,}") for stage, here in there])
    opened = say_count(jobs, "{n} job is open: {where}.", "{n} jobs are open: {where}.", where=where)
    return join_sentences(opened, _say_heard(jobs, heard, weeks=spell_number(lately // 7)))


def _say_heard(jobs: int, heard: int, *, weeks: str) -> str:
    if not heard:
        return f"No word came in the last {weeks} weeks."
    if jobs == 1:
        return f"Word came from it in the last {weeks} weeks."
    return f"Word came from {heard:,} of them in the last {weeks} weeks."
