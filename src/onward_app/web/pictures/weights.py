"""How much each value counts, as a bar under its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from onward.wording.counts import say_about, say_count, spell_number
from onward_app.web.pictures.primitives import WIDTH, draw_bar, draw_under_words

THIN = 6  # units: a bar that stands under words
HALF = 0.5


@dataclass(frozen=True, slots=True)
class WeighedValue:
    """One value as it stands in the list: its words, its points, and its bar."""

    text: str
    points: int
    bar: SafeString


def draw_weighed(values: Sequence[tuple[str, int]]) -> list[WeighedValue]:
    """Each value with a bar, the heaviest first and as wide as the page; those without points have none."""
    first = sorted(values, key=lambda value: -value[1])
    most = first[0][1] if first else 0
    return [WeighedValue(text, points, _draw_bar(points, most)) for text, points in first]


def _draw_bar(points: int, most: int) -> SafeString:
    return draw_under_words(THIN, draw_bar(0, 0, WIDTH * points / most, "filled", THIN)) if points else SafeString()


def say_weights(values: Sequence[tuple[str, int]]) -> str:
    """How few of them make half of what counts; "" where nothing was weighed, or all count alike."""
    points = sorted((points for _, points in values if points), reverse=True)
    if len(points) < 2:
        return ""
    if points[0] == points[-1]:
        return "They all count alike."
    total, reached, few = sum(points), 0, 0
    while reached < HALF * total:
        reached += points[few]
        few += 1
    one, many = "The first one counts for {share} of all points.", "The first {few} count for {share} of all points."
    return say_count(few, one, many, few=spell_number(few), share=say_about(reached / total))
