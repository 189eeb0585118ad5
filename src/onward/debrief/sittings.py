"""Too much replaying: the lines that end a sitting, and the replays of one interview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

OPENINGS = 3
MINUTES_IN_ALL = 30
MINUTES_PLANNED = 20
MINUTES_A_SITTING = 25
LESSON = "You have the lesson. More replaying rarely adds one."
NEARLY = "That’s 20 minutes, what a replay takes. This screen still, if you like; the rest can wait for another day."
ENOUGH = "That’s 25 minutes, enough for one sitting. What you wrote is kept; it can wait for another day."


@dataclass(frozen=True, slots=True)
class SittingTimes:
    """One time a debrief was open."""

    opened: datetime
    left: datetime

    @property
    def minutes(self) -> float:
        """How long it was open; a clock that went backwards counts as nothing."""
        return max(self.left - self.opened, timedelta()).total_seconds() / 60


def brake_replaying(sittings: Sequence[SittingTimes]) -> str | None:
    """The line that ends the replaying: at the third opening of one interview, or past 30 minutes in all.

    `sittings` hold all of this interview, the one now open among them.
    """
    if len(sittings) >= OPENINGS or sum(s.minutes for s in sittings) > MINUTES_IN_ALL:
        return LESSON
    return None


def suggest_pause(sitting: SittingTimes) -> str | None:
    """The line that closes one sitting: said at 20 minutes, and plainly at 25."""
    if sitting.minutes >= MINUTES_A_SITTING:
        return ENOUGH
    return NEARLY if sitting.minutes >= MINUTES_PLANNED else None
