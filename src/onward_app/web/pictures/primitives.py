"""What every picture is drawn with: one width, one size of type, and the few marks there are.

A drawing is 320 units wide, so that at 320 px its words are as large as they are here. How a mark looks is a class of
the style sheet (`filled`, `outlined`, `dot`, `clear`, `quiet`, `ahead`, `faint`, `rest`, `words`, `ruled`, `ended`,
`waits` …), in light, in dark and on paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH = 320
TYPE = 14  # height of the words, in units
BAR = 12


@dataclass(frozen=True, slots=True)
class Picture:
    """A question, the drawing that answers it, the same in a sentence, and the numbers under their heads.

    `source` says where the numbers come from and what they leave open.
    """

    question: str
    drawing: SafeString
    sentence: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    source: str = ""
    key: Sequence[tuple[str, str]] = field(default=())  # a mark's class, and what it stands for


def draw(height: float, marks: Iterable[SafeString], *, label: str) -> SafeString:
    """The whole drawing. `label` is what is read aloud in its place."""
    return format_html(
        '<svg class="picture drawn" viewBox="{}" role="img" aria-label="{}">{}</svg>',
        _say_box(height), label, format_html_join("", "{}", ((mark,) for mark in marks)),
    )  # fmt: skip


def draw_under_words(height: float, mark: SafeString) -> SafeString:
    """A mark under words that say all of it, which is read aloud by them alone."""
    box = _say_box(height)
    drawing = '<svg class="drawn under" viewBox="{}" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
    return format_html(drawing, box, mark)


def _say_box(height: float) -> str:
    return " ".join(say_units(side) for side in (0, 0, WIDTH, height))


def draw_words(x: float, y: float, words: str, *, end: bool = False) -> SafeString:
    """A few words that begin at a place, or end there."""
    anchor = "end" if end else "start"
    return format_html('<text x="{}" y="{}" text-anchor="{}">{}</text>', say_units(x), say_units(y), anchor, words)


def draw_bar(x: float, y: float, width: float, look: str, high: float = BAR) -> SafeString:
    """A bar that lies; one of nothing is still seen as a stroke."""
    sides = (say_units(side) for side in (x, y, max(width, 1.0), high))
    return format_html('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>', look, *sides)


def draw_dots(places: Iterable[tuple[float, float]], size: float, look: str) -> SafeString:
    """Round marks of one size, as strokes of no length, so that a hundred of them stay small."""
    path = "".join(f"M{say_units(x)} {say_units(y)}h0" for x, y in places)
    return format_html('<path class="dots {}" stroke-width="{}" d="{}"/>', look, say_units(size), path)


def draw_rings(places: Sequence[tuple[float, float]], size: float, look: str = "ring") -> list[SafeString]:
    """The same as rings: a round mark, and one of paper in it."""
    return [draw_dots(places, size, look), draw_dots(places, size - 4, "hole")] if places else []


def draw_dashes(places: Iterable[tuple[float, float]], length: float, look: str) -> SafeString:
    """Short strokes that lie, each around a place."""
    path = "".join(f"M{say_units(x - length / 2)} {say_units(y)}h{say_units(length)}" for x, y in places)
    return format_html('<path class="{}" d="{}"/>', look, path)


def draw_circle(x: float, y: float, radius: float, look: str) -> SafeString:
    """A circle around a place."""
    place = (look, *map(say_units, (x, y, radius)))
    return format_html('<circle class="{}" cx="{}" cy="{}" r="{}"/>', *place)


def draw_line(points: Iterable[tuple[float, float]], look: str) -> SafeString:
    """A line through points."""
    path = "L".join(f"{say_units(x)} {say_units(y)}" for x, y in points)
    return format_html('<path class="{}" d="M{}"/>', look, path)


def draw_runs(runs: Iterable[tuple[float, float, float]], look: str) -> SafeString:
    """Strokes that go down from (x, y) by a length; the style sheet cuts them into squares."""
    path = "".join(f"M{say_units(x)} {say_units(y)}v{say_units(length)}" for x, y, length in runs)
    return format_html('<path class="{}" d="{}"/>', look, path) if path else SafeString("")


def say_units(value: float) -> str:
    """A place to a tenth of a unit, as short as it can be written."""
    return f"{value:.1f}".removesuffix(".0")
