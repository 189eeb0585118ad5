"""The figures behind a verdict, each with what it comes from, for whoever wants to check the sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onward.kinks.gone import CHANCES_NEEDED, GONE_AT, IMPROVING_AT, RATE, KinkVerdict, State
from onward.wording.counts import count_noun, say_between, say_one_in

SOURCE = (
    "Before anything is known, every rate is as likely as any other: a Beta(1, 1) prior. "
    "The rule and how often it is wrong are in docs/kinks.md."
)


@dataclass(frozen=True, slots=True)
class KinkFigure:
    """One figure: what it is of, and the figure in words."""

    name: str
    words: str


def list_kink_figures(now: KinkVerdict) -> tuple[KinkFigure, ...]:
    """What a kink's page says of its verdict; nothing before it is worked on."""
    return () if now.state is State.NOT_YET else tuple(_figures(now))


def _figures(now: KinkVerdict) -> Iterator[KinkFigure]:
    yield KinkFigure("Real chances since practice began", f"{now.chances}, it happened in {now.seen}")
    yield KinkFigure("Clean in a row, up to the last", f"{now.clean_since}")
    if now.compatible is not None:
        yield KinkFigure("The true rate may be", f"{say_between(now.compatible)} (8 in 10 sure, from {now.chances})")
    yield KinkFigure(
        f"Chance that it is below {say_one_in(RATE)}",
        f"{_in_100(now.gone)} in 100 by {count_noun(now.chances, 'real chance')} alone; "
        f"“likely gone” from {_in_100(GONE_AT)}, with at least {CHANCES_NEEDED} chances",
    )
    yield KinkFigure(
        "The same with practice",
        f"{_in_100(now.improving)} in 100 with {count_noun(now.practices, 'practice')} at half weight, "
        f"at most half of all; “improving” from {_in_100(IMPROVING_AT)}",
    )
    yield KinkFigure("Interviews without a debrief", f"{now.missing}: missing, never clean")


def _in_100(chance: float) -> int:
    """Rounded down, so that a figure just short of a limit doesn't read as if it had reached it."""
    return int(100 * chance + 1e-9)
