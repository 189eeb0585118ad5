"""What was said before an interview, beside what came."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString

from onward.debrief.calibration import Bin
from onward_app.web.pictures.primitives import WIDTH, Picture, draw, draw_circle, draw_line, draw_words

EDGE, HIGH = 28, 250  # units around the field, and in all
SIDE = HIGH - 2 * EDGE
LEAST, MOST = 3, 9  # radius of a band with few forecasts, and of the fullest


def picture_forecasts(curve: Sequence[Bin]) -> Picture | None:
    """Each band of forecasts as a circle, on the line where what was said came; the fuller, the larger."""
    if not curve:
        return None
    most = max(band.n for band in curve)
    marks = [
        draw_line([(EDGE, EDGE), (EDGE, EDGE + SIDE), (EDGE + SIDE, EDGE + SIDE)], "edge"),
        draw_line([(EDGE, EDGE + SIDE), (EDGE + SIDE, EDGE)], "dashed"),
        *(_draw_band(band, most) for band in curve),
        draw_words(EDGE, HIGH - 8, "0"),
        draw_words(min(EDGE + SIDE, WIDTH), HIGH - 8, "said 100", end=True),
        draw_words(0, 16, "came 100"),
    ]
    sentence = "On the line, as many came as you said; above it more came, below it fewer."
    rows = [
        (
            f"{100 * band.low:.0f} to {100 * band.high:.0f}",
            f"{band.n}",
            f"{100 * band.said:.0f} in 100",
            f"{100 * band.came:.0f} in 100",
        )
        for band in curve
    ]
    heads = ("Forecasts", "How many", "Said, on average", "Moved on")
    return Picture(
        "Did it come as you said?",
        draw(HIGH, marks, label=sentence),
        sentence,
        heads,
        rows,
        "A band with few forecasts moves a lot by luck.",
    )


def _draw_band(band: Bin, most: int) -> SafeString:
    x, y = EDGE + band.said * SIDE, EDGE + (1 - band.came) * SIDE
    return draw_circle(x, y, LEAST + (MOST - LEAST) * (band.n / most) ** 0.5, "dot")
