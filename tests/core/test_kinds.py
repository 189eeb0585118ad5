"""The table of event kinds: the sets that are drawn from it hold what they always held, and no word means two things."""

from __future__ import annotations

from collections import Counter

import pytest

from onward import facts
from onward.facts import EVENT_KINDS, Ending, OtherEvent, Stage, meaning_of, stages_from
from onward.notice.job.outgoing import find_deed

HOLDS_AND_LEAVES_OUT = {
    "HEARD": (
        "screen, interview, final, verbal offer, written offer, rejected, rescinded",
        "applied, signed, closed, note",
    ),
    "NOTES": ("note", "reopened, accepted"),
    "TALKS": ("screen, interview, final", "applied, verbal offer"),
    "OFFERS": ("verbal offer, written offer", "final, signed"),
    "OFFER_NEWS": ("verbal offer, written offer, signed", "final, cleared"),
    "AWAITED": ("applied, screen, interview, final, verbal offer, written offer", "lead, signed, cleared, started"),
    "NOS": ("rejected, rescinded, closed", "withdrew, declined"),
    "THEIR_NOS": ("rejected, rescinded", "closed, withdrew, declined"),
    "MY_ENDS": ("withdrew, declined", "closed, rejected, rescinded"),
}


@pytest.mark.parametrize("name", HOLDS_AND_LEAVES_OUT)
def test_a_set_holds_the_kinds_of_its_meaning_and_no_other(name: str) -> None:
    kinds = set(getattr(facts, name))
    holds, leaves_out = (set(words.split(", ")) for words in HOLDS_AND_LEAVES_OUT[name])
    assert holds <= kinds
    assert kinds.isdisjoint(leaves_out)


def test_a_kind_is_its_word_and_is_found_by_it() -> None:
    assert (Stage("verbal offer"), Ending("closed"), OtherEvent("note")) == ("verbal offer", "closed", "note")
    assert meaning_of("verbal offer") is Stage.VERBAL.means
    assert f"{Stage.VERBAL}" == "verbal offer"


def test_stages_from_one_on_are_in_order() -> None:
    assert stages_from(Stage.SIGNED) == (Stage.SIGNED, Stage.CLEARED, Stage.STARTED)
    assert stages_from(Stage.LEAD) == tuple(Stage)


def test_no_word_of_a_spreadsheet_means_two_kinds() -> None:
    words = Counter(word for kind in EVENT_KINDS for word in {str(kind), *kind.means.sheet})
    assert [word for word, times in words.items() if times > 1] == []


def test_every_ending_is_either_a_no_or_mine() -> None:
    assert set(facts.NOS).isdisjoint(facts.MY_ENDS)
    assert {*facts.NOS, *facts.MY_ENDS} == set(Ending)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("I would like to withdraw my application.", "withdrew"), ("I have decided to decline your offer.", "declined"),
        ("Attached is the signed letter.", "signed"), ("I am happy to accept your offer.", "accepted"),
        ("I am writing to apply for the position.", "applied"),
    ],
)  # fmt: skip
def test_what_a_letter_of_mine_says_i_did_is_mine_in_the_table(said: str, kind: str) -> None:
    assert find_deed(said) == kind
    assert meaning_of(kind).mine
