"""How far each job came: from the first contact to signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from onward.facts import Stage
from onward.wording.counts import join_words, say_count
from onward_app.web.pictures.primitives import TYPE, WIDTH, Picture, draw, draw_bar, draw_words

ASKS = "How far did each job come?"
ROW = 40  # units from one stage to the next
# A stage, what it is called, and how many jobs came so far in a sentence.
SHOWN = {
    Stage.LEAD: ("Found", "{n} found"),
    Stage.APPLIED: ("Applied", "{n} applied for"),
    Stage.SCREEN: ("A first call", "{n} with a first call"),
    Stage.INTERVIEW: ("An interview", "{n} with an interview"),
    Stage.FINAL: ("The final round", "{n} with a final round"),
    Stage.VERBAL: ("An offer", "{n} with an offer"),
    Stage.SIGNED: ("Signed", "{n} signed"),
}
KEY = (("filled", "still open"), ("faint", "ended"))


@dataclass(frozen=True, slots=True)
class JobReach:
    """The furthest stage that a job came to, whether it is still open, and how many are alike."""

    stage: Stage
    open: bool
    times: int = 1


def picture_funnel(found: Iterable[JobReach]) -> Picture | None:
    """Of all jobs of a search, how many came to each stage or further; None where there is no job."""
    jobs = list(found)
    every = sum(job.times for job in jobs)
    if not every:
        return None
    counts = [(stage, _count_reached(jobs, stage)) for stage in SHOWN]
    scale = WIDTH / every
    marks = [
        mark for place, (stage, counted) in enumerate(counts) for mark in _draw_stage(place, stage, counted, scale)
    ]
    sentence = say_count(every, "{n} job: {came}.", "{n} jobs: {came}.", came=_say_came(counts))
    return Picture(
        ASKS, draw(ROW * len(counts), marks, label=sentence), sentence,
        ("Came to", "Jobs", "Of those still open"),
        [(SHOWN[stage][0], str(n), str(alive)) for stage, (n, alive) in counts],
        "From what you recorded and what your letters say. Who came to a later stage is counted at the earlier ones.",
        KEY,
    )  # fmt: skip


def _count_reached(jobs: Sequence[JobReach], stage: Stage) -> tuple[int, int]:
    there = [job for job in jobs if job.stage.rank >= stage.rank]
    return sum(job.times for job in there), sum(job.times for job in there if job.open)


def _draw_stage(place: int, stage: Stage, counted: tuple[int, int], scale: float) -> list[SafeString]:
    top, (n, alive) = ROW * place, counted
    words = [draw_words(0, top + TYPE, SHOWN[stage][0]), draw_words(WIDTH, top + TYPE, str(n), end=True)]
    ended = [draw_bar(0, top + 20, n * scale, "faint")] if n else []
    return [*words, *ended, *([draw_bar(0, top + 20, alive * scale, "filled")] if alive else [])]


def _say_came(counts: Sequence[tuple[Stage, tuple[int, int]]]) -> str:
    came = [SHOWN[stage][1].format(n=n) for stage, (n, _) in counts[1:] if n]
    return join_words(came) if came else "found so far"
