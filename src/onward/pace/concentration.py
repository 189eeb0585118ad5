"""How hope is spread over what is open, beside how the chances are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onward.maths.concentration import effective_number, to_proportions
from onward.wording.counts import say_count, spell_number
from onward.wording.days import say_ago

ENOUGH = 3.0  # effective opportunities; judgement, evidence §10 and §12
HALF = 50  # points of 100
MORE_THAN_LIKELY = 1.5  # hope share over probability share
STALE_AFTER = 7  # days
POINTS = 100
MOST_ON_ONE = "Most of your hope is on one place. What would a second door be?"
AHEAD_OF_CHANCES = "On one place your hope runs ahead of its chances. That is human; a second door helps."


class Nudge(StrEnum):
    """Why a second door is mentioned."""

    NARROW = "narrow"  # fewer than three effective opportunities
    HALF = "half"  # one holds over half of the hope
    AHEAD = "ahead of its chances"


@dataclass(frozen=True, slots=True)
class Spread:
    """Effective numbers over hope and over probability (None when no chances are known), and what they suggest.

    `top` is the key of the opportunity with most hope and `top_share` its share; `words` are for the page.
    """

    hope: float
    probability: float | None
    top: int | None
    top_share: float
    nudges: tuple[Nudge, ...]
    words: str


def measure_concentration(hopes: Mapping[int, float], probabilities: Mapping[int, float] | None = None) -> Spread:
    """The spread of dated hope points over open opportunities, and beside it that of their chances.

    A measure of spread only: it is unvalidated as a measure of wellbeing (evidence §10).
    """
    shares = dict(zip(hopes, to_proportions(list(hopes.values())), strict=True))
    effective = effective_number(list(hopes.values()))
    known = {key: value for key, value in (probabilities or {}).items() if key in hopes}
    likely = dict(zip(known, to_proportions(list(known.values())), strict=True)) if sum(known.values()) > 0 else {}
    top = max(shares, key=lambda key: shares[key]) if effective else None
    top_share = shares[top] if top is not None else 0.0
    nudges = _list_nudges(shares, likely, effective=effective, top_share=top_share) if effective else ()
    number = effective_number(list(likely.values())) if likely else None
    return Spread(effective, number, top, top_share, nudges, _say_spread(nudges, effective))


def say_doors(spread: Spread, doors: int) -> str:
    """How hope stands on the open doors, without a figure; before any points were given, by the doors alone.

    >>> say_doors(measure_concentration({1: 90, 2: 10}), 2)
    'Most of your hope is on one place. What would a second door be?'
    """
    if Nudge.HALF in spread.nudges:
        return MOST_ON_ONE
    if doors < ENOUGH:
        one, many = "One door is open. What would another be?", "{doors} doors are open. What would another be?"
        return say_count(doors, one, many, doors=spell_number(doors).capitalize())
    if Nudge.NARROW in spread.nudges:
        return "Your hope is on a few of the doors that are open. What would another be?"
    if Nudge.AHEAD in spread.nudges:
        return AHEAD_OF_CHANCES
    return (
        "One no would not take most of it." if spread.hope else "Several doors are open. One no would not close them."
    )


def is_nudged(spread: Spread, doors: int) -> bool:
    """Whether another door is mentioned: fewer than three of them, by hope where it was given, or one over half."""
    return bool(doors) and (doors < ENOUGH or bool({Nudge.NARROW, Nudge.HALF} & set(spread.nudges)))


def count_as_shown(effective: float) -> float:
    """An effective number at the precision in which it is said, and points are given: 34, 33 and 33 are three."""
    return round(effective, 1)


def describe_stale(dated: date | None, on: date) -> str:
    """A sentence when hope was never set or is older than a week, else ""."""
    if dated is None:
        return "Where is your hope right now? 100 points over what is open; a guess is fine."
    return f"Your points are from {say_ago(dated, on)}. Still so?" if (on - dated).days > STALE_AFTER else ""


def describe_not_a_hundred(hopes: Mapping[int, float]) -> str:
    """A form error in words when the points aren't 100 in all, else ""."""
    if any(points < 0 for points in hopes.values()):
        return "Points can’t be below 0."
    total = sum(hopes.values())
    if not hopes or abs(total - POINTS) < 0.5:
        return ""
    over = total - POINTS
    if over > 0:
        return f"That is {total:g} points; take off {over:g}."
    return f"That is {total:g} points; there are still {-over:g}."


def _list_nudges(
    shares: Mapping[int, float], likely: Mapping[int, float], *, effective: float, top_share: float
) -> tuple[Nudge, ...]:
    # One opportunity's hope can only be ahead of its chances when there is another to hold it against.
    ahead = len(likely) > 1 and any(shares[key] > MORE_THAN_LIKELY * share for key, share in likely.items())
    table = (
        (count_as_shown(effective) < ENOUGH, Nudge.NARROW),
        (round(POINTS * top_share) > HALF, Nudge.HALF),
        (ahead, Nudge.AHEAD),
    )
    return tuple(nudge for holds, nudge in table if holds)


def _say_spread(nudges: tuple[Nudge, ...], effective: float) -> str:
    if not effective:
        return "No points yet. 100 points over what is open show where your hope is."
    said = f"Your hope is spread as if over {effective:.1f} opportunities."
    if Nudge.HALF in nudges:
        return f"{said} {MOST_ON_ONE}"
    if Nudge.NARROW in nudges:
        return f"{said} What would another door be?"
    if Nudge.AHEAD in nudges:
        return f"{said} {AHEAD_OF_CHANCES}"
    return f"{said} One no would not take most of it."
