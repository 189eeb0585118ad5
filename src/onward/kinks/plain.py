"""A kink in plain words: what came of it in interviews, and how much that says. The figures stand elsewhere."""

from __future__ import annotations

from onward.kinks.evidence import Status
from onward.kinks.gone import CHANCES_NEEDED, KinkVerdict, State
from onward.wording.counts import say_count, spell_number, spell_times

FEW = 8  # chances; so many clean ones say that it is rare, so fewer say little
KNOWN = {
    Status.SUSPECTED: "your hunch",
    Status.SUPPORTED: "one other source says so",
    Status.CONFIRMED: "others saw it there",
}
STRENGTH_KNOWN = {
    Status.SUSPECTED: "you felt it",
    Status.SUPPORTED: "one other source says so",
    Status.CONFIRMED: "others saw it there",
}
CHANCE_MEANS = "A chance is an occasion in a real interview on which it could have come up."


AWAY = (
    "It stayed away the one time it could have come up",
    "It stayed away each of the {chances} times it could have come up",
)


def say_kink_plainly(now: KinkVerdict, *, seen: int) -> str:
    """“It came up in one of three; too early to say.” `seen` is how often it was noted at all.

    >>> say_kink_plainly(KinkVerdict(State.WORKING, chances=3, seen=1, clean_since=1), seen=2)
    'It came up in one of three; too early to say.'
    """
    if now.state is State.NOT_YET:
        return f"Noted {spell_times(seen)} so far. You aren’t working on it yet."
    if not now.chances:
        return "No interview since you began to practice has called for it."
    # How often it came up, of how many times it could have
    if not now.seen:
        came_up = say_count(now.chances, *AWAY, chances=spell_number(now.chances))
    else:
        came_up = f"It came up in {spell_number(now.seen)} of {spell_number(now.chances)}"
    meaning = _say_meaning(now)
    return f"{came_up}. {meaning}" if meaning else f"{came_up}; too early to say."


def _say_meaning(now: KinkVerdict) -> str:
    if now.state is State.RARE:
        return "It is rare now, and may still come up."
    if now.state is State.IMPROVING:
        return "It happens less often than before."
    if now.came_back and not now.clean_since:
        return "It came back. That’s information: working on it again."
    if now.chances < max(FEW, CHANCES_NEEDED):
        return ""
    return "You are still working on it."
