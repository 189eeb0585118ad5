"""When talking to somebody is offered softly, without being asked for: after many nos at once from people one met."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

HEAVY_DAYS = timedelta(days=7)
HEAVY_NOS = 5  # in that time, from people who met the person; a form letter says nothing about them (judgement)
HEAVY_STRETCH = "You’ve had a heavy stretch. Talking to someone, a friend or your doctor, is a fair next step."


def is_heavy_stretch(nos_after_meeting: Iterable[date], on: date) -> bool:
    """Whether the week up to `on` held five nos or more from people who had met the person.

    Then talking to somebody is offered, softly (evidence §11). No telephone line stands there: that is for words, or
    for a wish, that ask for one.
    """
    return sum(on - HEAVY_DAYS < day <= on for day in nos_after_meeting) >= HEAVY_NOS
