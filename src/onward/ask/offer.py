"""Whether an ask is worth offering after a no, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from onward.wording.days import capitalize_first, say_ahead
from onward.wording.sources import cited

BEST_DAYS = 2  # next morning to 48 hours (evidence §3, convention)
LAST_DAYS = 7  # fine up to a week


class AskState(StrEnum):
    """What Onward says about asking after one no."""

    NOW = "now"
    LATER = "later"  # not on a rejection day
    FORM_ONLY = "form only"
    SILENT = "silent"  # closed for silence: an ask would chase
    ASKED = "asked"
    TOO_LATE = "too late"
    APART = "apart"  # suspected discrimination: the card, and no ask


@dataclass(frozen=True, slots=True)
class AskOccasion:
    """What matters about one no. `spoke` is whether a human conversation took place.

    `rejection_day` is recover's answer for the day it is asked; `discrimination` what the person suspects.
    """

    no_on: date
    spoke: bool
    asked_on: date | None = None
    by_silence: bool = False
    rejection_day: bool = False
    discrimination: bool = False


@dataclass(frozen=True, slots=True)
class AskOffer:
    """The answer: its state, one sentence, and the window (`opens` to `best_until`, fine to `closes`)."""

    state: AskState
    reason: str
    opens: date
    best_until: date
    closes: date

    @property
    def suggested(self) -> bool:
        """Whether Onward itself brings the ask up now. The person may still write one in other states but APART."""
        return self.state is AskState.NOW


def decide_offer(occasion: AskOccasion, on: date) -> AskOffer:
    """Whether to offer an ask on a day, and why. Once is all: there is no second ask and no follow-up."""
    state = _choose_state(occasion, on)
    opens = occasion.no_on + timedelta(days=1)
    best, closes = occasion.no_on + timedelta(days=BEST_DAYS), occasion.no_on + timedelta(days=LAST_DAYS)
    if state is AskState.NOW:
        reason = _NOW if on <= best else _STILL_FINE
    elif state is AskState.LATER:
        day = opens if opens > on else on + timedelta(days=1)
        reason = f"Not today. {capitalize_first(say_ahead(day, on))} is early enough."
    else:
        reason = _REASONS[state]
    return AskOffer(state, reason, opens, best, closes)


def _choose_state(occasion: AskOccasion, on: date) -> AskState:
    """First match wins: what protects the person stands above what helps."""
    table = (
        (occasion.discrimination, AskState.APART),
        (occasion.asked_on is not None, AskState.ASKED),
        (occasion.by_silence, AskState.SILENT),
        (not occasion.spoke, AskState.FORM_ONLY),
        (on > occasion.no_on + timedelta(days=LAST_DAYS), AskState.TOO_LATE),
        (occasion.rejection_day or on <= occasion.no_on, AskState.LATER),
    )
    return next((state for holds, state in table if holds), AskState.NOW)


_NOW = "You spoke with somebody there. One short question, asked as advice, is fine now; then it is done."
_STILL_FINE = "It has been a few days, which is still fine. One short question, asked as advice; then it is done."
_REASONS: dict[AskState, str] = {
    AskState.FORM_ONLY: cited(
        "No talk with anybody there is on record. After a form alone hardly anybody could answer: about 5 asks in "
        "100 bring a useful reply (our own estimate), so Onward doesn’t suggest one.",
        "ask-after-a-form",
    ),
    AskState.SILENT: "They never wrote, so an ask would be one more message into silence. Your own notes are enough.",
    AskState.ASKED: "You asked once. That is all there is to do; Onward offers no second message.",
    AskState.TOO_LATE: "It is more than a week ago. Your own notes are enough to learn from.",
    AskState.APART: "You noted that something may not have been lawful. That has its own page, and no ask.",
}
