"""Where hope is, beside how likely each job is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from onward.maths.concentration import effective_number
from onward.wording.counts import say_about
from onward_app.web.pictures.primitives import BAR, TYPE, WIDTH, Picture, draw, draw_bar, draw_words

ROWS = 30  # jobs in the table
SHOWN = 8  # jobs with bars of their own; the rest share the last
ROW, GAP = 52, 3
KEY = (("filled", "your points"), ("outlined", "its share of the chances"))


@dataclass(frozen=True, slots=True)
class HopedJob:
    """One open job: its name, its points of 100, and the chance (0 to 1) that it is signed one day."""

    name: str
    points: float
    chance: float


def picture_hope(jobs: Sequence[HopedJob]) -> Picture | None:
    """Points and chances as shares of the whole, side by side; None while no points are set."""
    points, chances = sum(job.points for job in jobs), sum(job.chance for job in jobs)
    if not points or not chances:
        return None
    first = sorted(jobs, key=lambda job: (-job.points, -job.chance, job.name))
    shares = [(job.points / points, job.chance / chances) for job in first]
    drawn = [*shares[:SHOWN], *([_add_shares(shares[SHOWN:])] if shares[SHOWN:] else [])]
    marks = [mark for place, pair in enumerate(drawn) for mark in _draw_job(place, pair, rest=place == SHOWN)]
    hoped, likely = (effective_number(side) for side in zip(*shares, strict=True))
    sentence = f"Your points are spread as if over {hoped:.1f} jobs, the chances as if over {likely:.1f}."
    return Picture(
        "Is hope where the chances are?", draw(ROW * len(drawn), marks, label=sentence), sentence,
        ("", "Job", "Points", "Signed one day"),
        [(str(n), job.name, f"{job.points:g}", say_about(job.chance)) for n, job in enumerate(first[:ROWS], start=1)],
        "Chances are rough: they follow from the stage and the silence, and know nothing of you or the job.", KEY,
    )  # fmt: skip


def _add_shares(shares: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return sum(share for share, _ in shares), sum(share for _, share in shares)


def _draw_job(place: int, pair: tuple[float, float], *, rest: bool) -> list[SafeString]:
    top, (hoped, likely) = ROW * place, pair
    return [
        draw_words(0, top + TYPE, "The rest" if rest else f"{place + 1}"),
        draw_bar(24 if not rest else 64, top + GAP, hoped * (WIDTH - 64), "filled"),
        draw_bar(24 if not rest else 64, top + GAP + BAR + GAP, likely * (WIDTH - 64), "outlined"),
    ]
