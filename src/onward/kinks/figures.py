"""The figures behind a verdict, each with what it comes from, for whoever wants to check the sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onward.kinks.gone import CHANCES_NEEDED, IMPROVING_AT, LESS_OFTEN_AT, RARE_AT, KinkVerdict, State
from onward.wording.counts import say_between, say_count

SOURCE = (
    "“Rare now” weighs three stories: it happens as before, at one in four or more; it became rare, at once or later; "
    "it came "
    "back. What is long ago fades, and all of it stays on the line above. The rule, what it assumes and how often it "
    "is wrong are in docs/numbers.md."
)


@dataclass(frozen=True, slots=True)
class KinkFigure:
    """One figure: what it is of, and the figure in words."""

    name: str
    words: str


def list_kink_figures(now: KinkVerdict) -> tuple[KinkFigure, ...]:
    """What a kink's page says of its verdict; nothing before it is worked on."""
    return () if now.state is State.NOT_YET else tuple(_list_figures(now))


RARE_BY = (
    "{share} in 100 by {n} real chance; “rare now” from {rare}, “improving” from {improving}, with at least {least} "
    "chances",
    "{share} in 100 by {n} real chances; “rare now” from {rare}, “improving” from {improving}, with at least {least} "
    "chances",
)


def _list_figures(now: KinkVerdict) -> Iterator[KinkFigure]:
    yield KinkFigure("Real chances since practice began", f"{now.chances}, it happened in {now.seen}")
    yield KinkFigure("Clean in a row, up to the last", f"{now.clean_since}")
    if now.before.chances:
        yield KinkFigure(
            "Before practice began",
            say_count(
                now.before.chances,
                "{n} chance, it happened in {seen}",
                "{n} chances, it happened in {seen}",
                seen=now.before.seen,
            ),
        )
    if now.compatible is not None:
        yield KinkFigure("The true rate may be", f"{say_between(now.compatible)} (8 in 10 sure, from {now.chances})")
    yield KinkFigure(
        "Chance that it is rare now",
        say_count(
            now.chances,
            *RARE_BY,
            share=_in_100(now.p_rare),
            rare=f"{100 * RARE_AT:g}",
            least=CHANCES_NEEDED,
            improving=f"{100 * IMPROVING_AT:g}",
        ),
    )
    if now.less_often is not None:
        yield KinkFigure(
            "Chance that it happens less often than before",
            f"{_in_100(now.less_often)} in 100; “improving” from {_in_100(LESS_OFTEN_AT)}",
        )
    yield KinkFigure(
        "Practice",
        say_count(
            now.practices, "{n} time: it counts for “learned”, not here", "{n} times: it counts for “learned”, not here"
        ),
    )
    yield KinkFigure("Interviews without a debrief", f"{now.missing}: missing, never clean")


def _in_100(chance: float) -> int:
    """Rounded down, so that a figure just short of a limit doesn't read as if it had reached it."""
    return int(100 * chance + 1e-9)
