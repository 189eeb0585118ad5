"""A mock round: three to six questions in a row, one asked back, ten minutes at most; from own cards or from a pack."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from onward.practice.cards import Card
from onward.practice.make import CardDraft
from onward.practice.session import MOST_MINUTES

LEAST, MOST, USUAL = 3, 6, 4  # questions, without the one that is asked back
EACH = 120  # seconds for a question, fewer when there are many
ASKED_BACK = 60  # seconds for the question at the end
_STEP = 15  # seconds; a clock says “about 1:45”, not 1:48

ASK_BACK = CardDraft(
    "Do you have a question for us?",
    (
        "I asked one that I want answered.",
        "Their website doesn’t answer it.",
        "It is about the work, or the people I’d do it with.",
    ),
    "mock_round",
)


def find_seconds_each(questions: int) -> int:
    """How long a question may take so that the round stays within ten minutes: about two minutes, fewer for six."""
    fits = (MOST_MINUTES * 60 - ASKED_BACK) // max(1, questions)
    return min(EACH, fits // _STEP * _STEP)


def estimate_minutes(questions: int) -> int:
    """How long the whole round takes at most, in whole minutes."""
    return -(-(questions * find_seconds_each(questions) + ASKED_BACK) // 60)


NEVER_ASKED = "if_then"  # a way of practice: an “if” alone is no question that anybody asks


def choose_round_cards(cards: Iterable[Card], *, seed: int, questions: int) -> tuple[Card, ...]:
    """Own cards for a round, those for a kink first, in an order the same seed repeats. Fewer when there are fewer.

    Plans stay out.
    """
    chance = Random(seed)  # noqa: S311 -- which questions to practice is no secret
    fit = [card for card in cards if not card.retired and card.way != NEVER_ASKED]
    shuffled = chance.sample(fit, len(fit))
    chosen = sorted(shuffled, key=lambda card: card.kink is None)[:questions]
    return tuple(chance.sample(chosen, len(chosen)))
