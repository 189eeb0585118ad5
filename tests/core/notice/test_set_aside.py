"""The letters and mails set aside to be measured on at the end are whole and varied. The reader is not asked here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.corpus import Example, held_5, held_6, held_final, held_last, own
from benchmarks.ordinary import FIFTH, FINAL, FRESH_MAILS, LAST, SIXTH, make_mails

from onward.notice.kind.weights import KINDS

LANGUAGES = {"de", "en", "es", "fr", "it", "nl", "pt"}
HOST = re.compile(r"(?:@|https?://)([\w-]+\.[\w.-]*\w)")

both_letters = pytest.mark.parametrize("set_aside", [held_last, held_final])
both_mails = pytest.mark.parametrize("patterns", [LAST, FINAL])


@both_letters
def test_letters_are_of_every_kind_and_in_every_language_and_none_was_learned_from(
    set_aside: Callable[[], list[Example]],
) -> None:
    letters = set_aside()
    assert {one.kind for one in letters} == set(range(len(KINDS)))
    assert min(Counter(one.language for one in letters).values()) >= 30
    assert {one.language for one in letters} == LANGUAGES
    assert len({one.key for one in letters}) == len({one.body for one in letters}) == len(letters)
    assert not {one.body for one in letters} & {one.body for one in own()}


def test_the_final_letters_are_as_many_in_each_language_and_no_text_stands_in_another_set() -> None:
    letters = held_final()
    assert set(Counter(one.language for one in letters).values()) == {60}
    assert {one.body for one in letters}.isdisjoint(one.body for one in held_last())


def test_the_fifth_letters_are_as_many_in_each_language_and_stand_in_no_other_set() -> None:
    letters = held_5()
    assert Counter(one.language for one in letters) == dict.fromkeys(LANGUAGES, 44)
    assert len({one.kind for one in letters}) == len(KINDS) - 2, "alerts and everyday mail are not answers to anything"
    bodies = {one.body for one in letters}
    assert len({one.key for one in letters}) == len(bodies) == len(letters)
    assert bodies.isdisjoint(one.body for one in [*held_last(), *held_final(), *own()])


def test_the_latest_letters_are_of_every_kind_and_stand_in_no_other_set() -> None:
    letters = held_6()
    assert {one.language for one in letters} == LANGUAGES
    assert {one.kind for one in letters} == set(range(len(KINDS)))
    assert len(set(Counter(one.language for one in letters).values())) == 1
    bodies = {one.body for one in letters}
    assert len({one.key for one in letters}) == len(bodies) == len(letters) == 308
    assert bodies.isdisjoint(one.body for one in [*held_last(), *held_final(), *held_5(), *own()])


@pytest.mark.parametrize("patterns", [FIFTH, SIXTH])
def test_the_later_everyday_mails_are_varied_and_every_choice_is_made(patterns: Path) -> None:
    mails = list(make_mails(FRESH_MAILS, patterns))
    assert len({(mail.subject, mail.body) for mail in mails}) > 0.95 * FRESH_MAILS
    assert {mail.language for mail in mails} == LANGUAGES
    assert not [mail for mail in mails if set("{|}") & set(mail.subject + mail.body + mail.sender)]


@both_mails
def test_no_two_of_the_everyday_mails_are_the_same_and_every_choice_is_made(patterns: Path) -> None:
    mails = list(make_mails(FRESH_MAILS, patterns))
    assert len({mail.body for mail in mails}) == FRESH_MAILS
    assert {mail.language for mail in mails} == LANGUAGES
    assert not [mail for mail in mails if set("{|}") & set(mail.subject + mail.body + mail.sender)]
    assert sum(len(mail.body.split()) <= 8 for mail in mails) > FRESH_MAILS // 6


def test_their_addresses_and_links_lead_nowhere() -> None:
    texts = [f"{one.sender} {one.subject} {one.body}" for one in [*held_last(), *held_final(), *held_5(), *held_6()]]
    for patterns in (LAST, FINAL, FIFTH, SIXTH):
        texts += [f"{mail.sender} {mail.subject} {mail.body}" for mail in make_mails(FRESH_MAILS, patterns)]
    assert [host for text in texts for host in HOST.findall(text) if not host.endswith(".example")] == []
