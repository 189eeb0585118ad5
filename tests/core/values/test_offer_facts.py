"""The days and the pay of an offer letter: what there is only one way to read, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from onward.values.offer_facts import LONGEST_PAY, OfferFacts, find_days, read_offer_facts
from onward.values.offer_letter import read_offer

ON = date(2026, 11, 27)
FOURTH = date(2026, 12, 4)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("December 4, 2026", FOURTH), ("Dec. 4", FOURTH), ("the 4th of December", FOURTH), ("4 December 2026", FOURTH),
        ("2026-12-04", FOURTH), ("12/4/2026", FOURTH), ("12/4", FOURTH), ("4. Dezember", FOURTH), ("04.12.2026", FOURTH),
        ("am 4.12. um 9 Uhr", FOURTH), ("11 January", date(2027, 1, 11)), ("1. März 2027", date(2027, 3, 1)),
        ("31/12", date(2026, 12, 31)),
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(said: str, day: date) -> None:
    assert list(find_days(f"Answer by {said}, please.", ON, american=True)) == [day]


@pytest.mark.parametrize("said", ["30 February", "within five days", "Friday", "3/4", "mid-March", "in May"])
def test_what_is_no_day_or_may_be_two_is_left_out(said: str) -> None:
    assert list(find_days(f"Answer by {said}.", ON, american=False)) == []


def read(text: str) -> OfferFacts:
    return read_offer_facts(read_offer(text), ON)


def test_a_letter_names_its_days_and_its_pay() -> None:
    letter = "Your salary will be $62,000 per year.\nYour first day is January 11.\nPlease sign by December 4, 2026.\n"
    assert read(letter) == OfferFacts(FOURTH, date(2027, 1, 11), "Your salary will be $62,000 per year.")


def test_a_german_letter_does_too() -> None:
    letter = (
        "Wir bieten Ihnen die Stelle an. Ihr Gehalt beträgt 3.650 Euro brutto im Monat. Beginn ist der 1. März 2027. "
        "Bitte antworten Sie bis zum 4. Dezember."
    )
    assert read_offer(letter).refusal == ""
    assert read(letter) == OfferFacts(FOURTH, date(2027, 3, 1), "Ihr Gehalt beträgt 3.650 Euro brutto im Monat.")


@pytest.mark.parametrize(
    "more",
    ["Please reply by 20 November 2026.", "Please sign by December 4 or by December 11.", "Please sign by 1 May 2031."],
)
def test_two_days_one_long_past_and_one_years_ahead_are_none(more: str) -> None:
    assert read(f"Your pay is $20 an hour. {more}").deadline is None


def test_a_long_sentence_of_pay_is_cut_where_it_says_so() -> None:
    pay = read(f"Your salary is $50,000 a year {'and so on ' * 40}.").pay
    assert (len(pay) <= LONGEST_PAY, pay[-1]) == (True, "…")
