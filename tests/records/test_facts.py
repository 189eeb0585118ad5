"""A letter as linking wants it is the same whether it was just read or comes back from its row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.notice.test_link_example import expected, letters

from onward.notice.linking.link import LetterFacts, link_letters, to_letter_facts
from onward.notice.read import read_letter
from onward.notice.verdict import verdict_from_json, verdict_to_json
from onward_app.records import facts
from onward_app.records.models import Letter, Owner
from onward_app.records.writing.letters import is_worth_keeping, to_letter_row

OWN = frozenset(expected()["search"]["own"])


@pytest.fixture(scope="module")
def read() -> list[tuple[LetterFacts, Letter]]:
    """Every letter of the example that is kept: just read, and as its row."""
    judged = [(letter, read_letter(letter, own=OWN)) for letter in letters().values()]
    kept = [(letter, verdict) for letter, verdict in judged if is_worth_keeping(verdict)]
    return [(to_letter_facts(*one), to_letter_row(Owner(), *one)) for one in kept]


def test_a_letters_row_says_what_the_letter_said(read: list[tuple[LetterFacts, Letter]]) -> None:
    assert len(read) > 40
    for said, row in read:
        rounded = verdict_from_json(verdict_to_json(said.verdict))
        assert facts.to_letter_facts(row, OWN) == replace(said, verdict=rounded)


def test_rows_link_as_the_letters_do(read: list[tuple[LetterFacts, Letter]]) -> None:
    stored = [facts.to_letter_facts(row, OWN) for _, row in read]
    assert link_letters(stored) == link_letters(said for said, _ in read)


def test_mail_from_an_address_of_ones_own_is_ones_own_whenever_it_was_read(
    read: list[tuple[LetterFacts, Letter]],
) -> None:
    _, row = next(one for one in read if not one[0].verdict.outgoing)
    assert facts.to_letter_facts(row, frozenset({row.sender})).verdict.outgoing
    assert not facts.to_letter_facts(row, frozenset()).verdict.outgoing
