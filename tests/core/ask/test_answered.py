"""Which ask a letter answers is the same whether it is held against all of them or against those that share something."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from onward.ask.answered import AskInMail, AsksInMail, MaybeAnswer, find_answered
from onward.facts import LetterKind

NAMES = ("Dana Reed", "Pat Moss", "")
HOUSES = ("harbor", "cedar", "quill")
SUBJECTS = ("Thank you", "Your application", "")
FIRST = date(2026, 9, 1)


@pytest.mark.parametrize("seed", range(200))
def test_an_ask_is_found_by_what_is_shared_as_among_all(seed: int) -> None:
    dice = random.Random(seed)
    asks = [_some_ask(dice, number) for number in range(9)]
    letter = _some_letter(dice)
    assert AsksInMail(asks).find_answered(letter) == find_answered(letter, sorted(asks, key=lambda ask: ask.sent_on))


def _some_ask(dice: random.Random, number: int) -> AskInMail:
    thread = frozenset(dice.sample(["a", "b", "c", "d"], 2))
    return AskInMail(
        number, number // 2, FIRST + timedelta(days=dice.randrange(9)), dice.choice(["Harbor Light", "Cedar", ""]),
        dice.choice(NAMES), f"people@{dice.choice(HOUSES)}.example", dice.choice(SUBJECTS), thread,
    )  # fmt: skip


def _some_letter(dice: random.Random) -> MaybeAnswer:
    return MaybeAnswer(
        dice.choice(list(LetterKind)), dice.choice([None, FIRST + timedelta(days=9)]),
        dice.choice(["", f"people@{dice.choice(HOUSES)}.example"]), dice.choice(NAMES), dice.choice(["Re: Thank you", ""]),
        frozenset(dice.sample(["a", "e", "f"], 1)), dice.choice(["Harbor Light", ""]), dice.choice(["Hi.\n\nBest,\nDana", ""]),
    )  # fmt: skip
