"""What is noted before the outcome is known: in three taps and one line, or question by question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

ANCHORS: tuple[tuple[int, str], ...] = (
    (10, "I’d be surprised"),
    (30, "Probably not"),
    (50, "Could go either way"),
    (70, "Probably"),
    (90, "I’d be surprised if not"),
)
WENT: tuple[tuple[int, str], ...] = (
    (1, "It got away from me"),
    (2, "Rough"),
    (3, "All right"),
    (4, "Good"),
    (5, "As I’d want it"),
)
FORECAST = "How likely is it that you move on? Say it before you know."
LINE = "The one question you’d like to remember"
ITS_ANSWER = "How did your answer to it go?"
REAL = "I could say what I really think"
PROMISE = "It is asked now because memory bends once the answer is known."
TOO_LATE = "The outcome is known, so no forecast is asked: memory bends once the answer is known."
AS_SAID = "You said {forecast} in 100 before you knew. That stays as you said it."


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question that came, the gist of what was said, and how it went, 1 to 5 (None when not rated)."""

    asked: str
    said: str = ""
    went: int | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """What the person noted on the interview day.

    `forecast` is their chance of moving on, 0 to 100; `line` the one question to remember and `went` how the answer
    to it went, `said_real` whether they could say what they really think, both 1 to 5.
    """

    at: datetime
    went: int | None = None
    said_real: int | None = None
    forecast: int | None = None
    line: str = ""
    questions: tuple[AskedQuestion, ...] = ()


def find_capture_troubles(capture: Capture) -> dict[str, str]:
    """What can't be kept as it stands, a sentence for each field. Nothing at all is required but something."""
    found = {
        name: "Choose a number from 1 to 5." for name in ("went", "said_real") if _is_off_scale(getattr(capture, name))
    }
    if capture.forecast is not None and not 0 <= capture.forecast <= 100:
        found["forecast"] = "A forecast is a number from 0 to 100."
    for n, one in enumerate(capture.questions, 1):
        if _is_off_scale(one.went):
            found[f"went_{n}"] = "Choose a number from 1 to 5, or leave it empty."
        if (one.said.strip() or one.went is not None) and not one.asked.strip():
            found[f"asked_{n}"] = "Which question was that? A word or two will do."
    return found or ({} if _has_anything(capture) else {"line": "One tap or one line is enough to keep."})


def _is_off_scale(scale: int | None) -> bool:
    return scale is not None and not 1 <= scale <= 5


def _has_anything(capture: Capture) -> bool:
    taps = (capture.went, capture.said_real, capture.forecast)
    said = any(one.asked.strip() or one.said.strip() or one.went is not None for one in capture.questions)
    return any(tap is not None for tap in taps) or bool(capture.line.strip()) or said


def choose_forecast(tapped: int | None, typed: int | None, before: int | None) -> int | None:
    """The forecast that is meant: a number that was typed, else what was tapped.

    A number that stood there already gives way to a new tap.
    """
    return typed if typed is not None and (tapped is None or typed != before) else tapped


def find_anchor(forecast: int | None) -> int | None:
    """The forecast where it is one of those to tap, None where it needs its number."""
    return forecast if forecast in dict(ANCHORS) else None


def counts_as_forecast(said_at: datetime | None, known_at: datetime | None) -> bool:
    """Whether a forecast may be scored: it was said, and said before the outcome was known."""
    return said_at is not None and (known_at is None or said_at < known_at)
