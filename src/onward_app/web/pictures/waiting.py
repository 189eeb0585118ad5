"""Who may still answer: the waiting curve, and every open job standing on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from onward.pace.silence import CARRY_ON, Silence
from onward.pace.waiting_curve import Curve
from onward.wording.counts import join_sentences, join_words, say_about, say_between, say_count
from onward.wording.days import say_duration
from onward_app.web.pictures.primitives import TYPE, WIDTH, Picture, draw, draw_dots, draw_line, draw_words

HEIGHT, EDGE, TOP = 176, 8, 24  # units of the field; what is left free at its sides, and above it for words
LEAST_DAYS, MOST_DAYS = 45, 120
STEP = 3  # days from one point of a curve to the next
GRID = 8  # units: jobs nearer than that are one larger dot
SIZES = ((8, 1), (11, 4), (15, 19), (20, 10**6))  # of a dot, in units, up to so many jobs
CURVES = 3
ROWS = 30
KEY = (("ruled", "the chance of an answer, day by day"), ("dot", "a job that waits"))


@dataclass(frozen=True, slots=True)
class WaitingJob:
    """One open job by its name, and how quiet it is."""

    name: str
    silence: Silence


def picture_waiting(jobs: Sequence[WaitingJob]) -> Picture | None:
    """The chance that an answer still comes, for each waiting job; None where none waits."""
    counted = [job for job in jobs if job.silence.counted_to is not None]
    if not counted:
        return None
    longest = min(MOST_DAYS, max(LEAST_DAYS, *(job.silence.days for job in counted)))
    # The curves on which most of the jobs stand
    common = Counter(job.silence.curve for job in counted).most_common(CURVES)
    curves = [draw_line(_curve_points(curve, longest), "ruled") for curve, _ in common]
    marks = [*_draw_field(longest), *curves, *_draw_jobs(counted, longest)]
    sentence = _say_waiting(counted)
    return Picture(
        "Who may still answer?", draw(HEIGHT + 24, marks, label=sentence), sentence,
        ("Job", "Silent for", "Still answers", "Range"), [_tell_row(job) for job in _longest_first(counted)[:ROWS]],
        _say_source(counted), KEY,
    )  # fmt: skip


def _find_point(days: int, chance: float, longest: int) -> tuple[float, float]:
    """Where a chance after so many days stands; a longer wait stands at the edge."""
    x = EDGE + min(days, longest) / longest * (WIDTH - 2 * EDGE)
    return x, TOP + (1 - chance) * (HEIGHT - TOP - EDGE)


def _draw_field(longest: int) -> list[SafeString]:
    ground = HEIGHT - EDGE
    middle = _find_point(longest // 2, 0, longest)[0]
    return [
        draw_line([(EDGE, TOP), (EDGE, ground), (WIDTH - EDGE, ground)], "faint"),
        draw_words(0, TYPE, "surely answers"),
        draw_words(EDGE, HEIGHT + 14, "first day"),
        draw_words(middle, HEIGHT + 14, f"{longest // 2}"),
        draw_words(WIDTH - EDGE, HEIGHT + 14, say_duration(longest), end=True),
    ]


def _curve_points(curve: Curve, longest: int) -> list[tuple[float, float]]:
    return [_find_point(days, curve.still(days), longest) for days in range(0, longest + 1, STEP)]


def _draw_jobs(jobs: Sequence[WaitingJob], longest: int) -> list[SafeString]:
    """A dot for each job; those that stand close together are one larger dot."""
    places = Counter(_snap_to_grid(_find_point(job.silence.days, job.silence.chance, longest)) for job in jobs)
    by_size: dict[int, list[tuple[int, int]]] = {}
    for place, n in sorted(places.items()):
        by_size.setdefault(next(size for size, most in SIZES if n <= most), []).append(place)
    return [draw_dots(dots, size, "filled") for size, dots in sorted(by_size.items())]


def _snap_to_grid(place: tuple[float, float]) -> tuple[int, int]:
    x, y = (round(side / GRID) * GRID for side in place)
    return x, y


def _longest_first(jobs: Sequence[WaitingJob]) -> list[WaitingJob]:
    return sorted(jobs, key=lambda job: (-job.silence.days, job.name))


def _tell_row(job: WaitingJob) -> tuple[str, str, str, str]:
    told = job.silence
    return job.name, say_duration(told.days), say_about(told.chance), say_between(told.within)


NONE_IS_LATE = "No job has been silent so long that you would carry on without it."
ONE_IS_LATE = "It has been silent so long that one answer in ten or fewer still comes."
SOME_ARE_LATE = (
    "One of them has been silent so long that one answer in ten or fewer still comes.",
    "{n} of them have been silent so long that one answer in ten or fewer still comes.",
)


def _say_waiting(jobs: Sequence[WaitingJob]) -> str:
    late = sum(job.silence.plan_closed for job in jobs)
    waits = say_count(len(jobs), "{n} job waits for an answer.", "{n} jobs wait for an answer.")
    if not late:
        return f"{waits} {NONE_IS_LATE}"
    late_ones = ONE_IS_LATE if late == len(jobs) == 1 else say_count(late, *SOME_ARE_LATE)
    return f"{waits} {late_ones} {CARRY_ON}"


def _say_source(jobs: Sequence[WaitingJob]) -> str:
    own = max(job.silence.own for job in jobs)
    begins = join_words(sorted({job.silence.curve.begins_with for job in jobs}))
    one, many = "From {begins}, moved by {n} wait of your own.", "From {begins}, moved by {n} waits of your own."
    return join_sentences(
        say_count(own, one, many, begins=begins) if own else f"From {begins}.",
        "The range holds the true chance in about eight cases of ten, if people are alike.",
        f"The {ROWS} that have waited longest are listed." if len(jobs) > ROWS else "",
    )
