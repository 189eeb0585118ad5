"""What most often comes next."""

from __future__ import annotations

from onward.facts import AFTER, AFTER_A_YES, AFTER_THE_END, ENDINGS, STAGES, EventKind
from onward.log.standing import Standing


def list_what_may_follow(now: Standing) -> tuple[EventKind, ...]:
    """The few kinds that most often come next, likeliest first; all others stay possible.

    >>> [str(kind) for kind in list_what_may_follow(Standing())]
    ['applied', 'screen', 'rejected', 'withdrew']
    """
    if now.ended is not None:
        return AFTER_THE_END
    known = next(stage for stage in reversed(STAGES[: now.stage.rank + 1]) if stage in AFTER)
    if now.accepted_on is None or known not in AFTER_A_YES:
        return AFTER[known]
    return (*AFTER_A_YES[known], *(kind for kind in AFTER[known] if kind in ENDINGS))
