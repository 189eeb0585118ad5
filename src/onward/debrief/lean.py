"""Whether forecasts lean to one side: an e-value, so that one may look after every result.

If what somebody says is right on average, each forecast's odds are true. Against it stand eight people whose true odds
are the said ones times a factor, up or down. The e-value is the mean of the eight likelihood ratios; while the
forecasts are right it is a martingale of mean 1, so it ever reaches `LIMIT` with a chance of at most 1 / LIMIT (Ville
1939; Ramdas and others 2023, "Game-theoretic statistics and safe anytime-valid inference"). Order changes nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from enum import StrEnum
from math import exp, log

LIMIT = 10.0  # at most one in ten whose forecasts are right is ever told a lean
SHIFTS = (0.5, 0.7, 1.0, 1.5)  # of the log odds, each up and down; chosen by benchmarks/calibration.py
NEVER_SURE = 0.05  # 0 and 100 are said of what is nearly sure
_MOST = 700.0  # a float holds e to this


class Lean(StrEnum):
    """Which side forecasts lean to, when that can be told."""

    HARDER = "harder"  # on oneself than interviewers were
    HOPEFUL = "hopeful"  # more than what came
    NONE = ""


def tell_lean(pairs: Iterable[tuple[float, float]]) -> Lean:
    """The lean of forecasts (said, came), both 0 to 1; `came` may be a chance, as for silence."""
    return next(iter(deque(follow_lean(pairs), maxlen=1)), Lean.NONE)


def follow_lean(pairs: Iterable[tuple[float, float]]) -> Iterator[Lean]:
    """The lean after each forecast: the mean likelihood ratio of odds higher or lower than what was said, to those
    said.
    """
    up, down = [0.0] * len(SHIFTS), [0.0] * len(SHIFTS)
    for said, came in pairs:
        kept = min(max(said, NEVER_SURE), 1 - NEVER_SURE)
        for at, shift in enumerate(SHIFTS):
            up[at] += log(_likelihood_ratio(kept, came, shift))
            down[at] += log(_likelihood_ratio(kept, came, -shift))
        harder, hopeful = (sum(exp(min(one, _MOST)) for one in logs) / len(logs) for logs in (up, down))
        if (harder + hopeful) / 2 < LIMIT:
            yield Lean.NONE
        else:
            yield Lean.HARDER if harder > hopeful else Lean.HOPEFUL


def _likelihood_ratio(said: float, came: float, shift: float) -> float:
    odds = said / (1 - said) * exp(shift)
    true = odds / (1 + odds)
    return came * true / said + (1 - came) * (1 - true) / (1 - said)
