"""The coast guard: people ease off after good news, so that is when it speaks (evidence §4 [37])."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from onward.facts import OFFERS, Stage
from onward.log.standing import Standing
from onward.wording.sources import cited

GREAT_FORECAST = 70  # of 100; judgement
GREAT_RATING = 4.0  # mean of 1 to 5 over the answers; judgement
LASTS = timedelta(days=1)  # easing off was seen on the day after progress

_ONE_MORE = "one more before you celebrate, or rest tonight and do it tomorrow."
GREAT_INTERVIEW = cited(f"Great interview. After good news people ease off: {_ONE_MORE}", "wanberg-2010")
VERBAL = f"Lovely. Until it’s signed, keep one other door open: {_ONE_MORE}"
WRITTEN = "An offer in writing. Until it’s signed, keep one other door open."
WAITS_FOR = ("the background check", "your license", "your references")  # what is open between signed and cleared
SIGNED = "Signed. The search can rest. Don’t resign until everything is cleared: background check, license, references."
CLEARED = "Cleared. Now you can resign, and write the kind withdrawals."


@dataclass(frozen=True, slots=True)
class GoodNews:
    """An offer (`stage`), or an interview with its `forecast` (0 to 100) and `ratings` (1 to 5), on a day."""

    on: date
    stage: Stage = Stage.INTERVIEW
    forecast: float | None = None
    ratings: tuple[int, ...] = ()
    opportunity: int | None = None

    @property
    def great(self) -> bool:
        """Whether the person came out of it hopeful, or it is an offer."""
        if self.stage.rank >= Stage.VERBAL.rank:
            return True
        rated = sum(self.ratings) / len(self.ratings) if self.ratings else 0.0
        return (self.forecast or 0) >= GREAT_FORECAST or rated >= GREAT_RATING


@dataclass(frozen=True, slots=True)
class CoastGuard:
    """What to say after good news, and about which."""

    words: str
    news: GoodNews


def propose_coast_guard(news: Iterable[GoodNews], on: date) -> CoastGuard | None:
    """The one thing to say on the day of good news and the day after; None when there is none, or it is signed."""
    fresh = [one for one in news if timedelta(0) <= on - one.on <= LASTS and one.great]
    if not fresh:
        return None
    best = max(fresh, key=lambda one: (one.stage.rank, one.on))
    if best.stage.rank >= Stage.SIGNED.rank:
        return None
    if best.stage is Stage.WRITTEN:
        return CoastGuard(WRITTEN, best)
    return CoastGuard(VERBAL if best.stage in OFFERS else GREAT_INTERVIEW, best)


def describe_after_signing(standing: Standing) -> str:
    """What still holds once it is signed, "" before or after."""
    if not standing.signed:
        return ""
    return {Stage.SIGNED: SIGNED, Stage.CLEARED: CLEARED}.get(standing.stage, "")
