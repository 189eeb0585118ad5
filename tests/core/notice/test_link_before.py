"""Linking letters that come before their job has a name: approaches, first meetings, portals and their headings."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from tests.core.notice.test_link import CALLING, MEET, NO, OFFER, TEST, YES, kinds, only, read, shape

from onward.facts import Stage
from onward.notice.job.names import is_looser_role
from onward.notice.linking.link import LetterFacts, link_letters

JO, PORTAL, TENANT = "jo@willowbend.example", "noreply@merit.example", "talent@willowbend.avature-mail.net"


def jobs_in_any_order(letters: list[LetterFacts]) -> int:
    plans = [link_letters(order) for order in permutations(letters)]
    assert all(plan == plans[0] for plan in plans)
    return len(plans[0].jobs)


def test_a_first_meeting_without_a_role_is_in_the_job_that_its_writer_names_next() -> None:
    letters = [read(MEET, 0, sender=JO), read(OFFER, 12, role="Nurse", sender=JO)]
    assert jobs_in_any_order(letters) == 1
    assert kinds(only(link_letters(letters))) == ["interview", "verbal offer"]


@pytest.mark.parametrize(
    "later",
    [
        {"kind": MEET, "day": 12, "role": "Nurse", "sender": "ana@willowbend.example"},  # another person
        {"kind": YES, "day": 12, "role": "Nurse", "sender": JO},  # an application that begins only then
        {"kind": MEET, "day": 100, "role": "Nurse", "sender": JO},  # long after
    ],
)
def test_a_meeting_without_a_role_stays_alone_when_the_next_job_may_be_another(later: dict[str, Any]) -> None:
    assert jobs_in_any_order([read(MEET, 0, sender=JO), read(**later)]) == 2


def test_a_meeting_before_two_jobs_is_in_neither() -> None:
    letters = [read(MEET, 0, sender=JO), read(MEET, 9, role="Nurse", sender=JO), read(MEET, 10, role="Cook", sender=JO)]
    assert jobs_in_any_order(letters) == 3


def test_an_offer_was_met_for_whoever_wrote_the_invitation() -> None:
    letters = [read(MEET, 0, sender="no-reply@calendly.com"), read(OFFER, 9, role="Nurse", sender=JO)]
    assert jobs_in_any_order(letters) == 1


def test_one_number_from_one_address_is_one_employer() -> None:
    letters = [
        read(YES, 0, "Lakeland Merit", role="Nurse", number="312040", sender=PORTAL),
        read(MEET, 9, "Elm County Health", role="Nurse", number="312040", sender=PORTAL),
        read(NO, 20, "Elm County Health", role="Nurse", number="312040", sender=PORTAL),
    ]
    assert jobs_in_any_order(letters) == 1
    assert only(link_letters(letters)).employer == "Elm County Health"


def test_one_number_at_a_tracking_system_may_be_of_two_employers() -> None:
    letters = [
        read(YES, 0, "Lakeland Merit", role="Nurse", number="R1001"),
        read(YES, 9, "Elm County Health", role="Nurse", number="R1001"),
    ]
    assert jobs_in_any_order(letters) == 2


def test_a_tenant_of_a_tracking_system_is_one_employer() -> None:
    letters = [
        read(YES, 0, "Willow Bend Family Care", role="Nurse", sender=TENANT),
        read(TEST, 5, "Willow Bend", role="Nurse", sender=TENANT),
    ]
    assert jobs_in_any_order(letters) == 1


def test_an_approach_is_in_the_job_it_came_to() -> None:
    letters = [read(CALLING, 0, role="Nurse", sender=JO), read(MEET, 9, sender=JO), read(NO, 20, sender=JO)]
    plan = link_letters(letters)
    assert set(only(plan).keys) == {one.key for one in letters}
    assert kinds(only(plan)) == ["interview", "rejected"]
    assert jobs_in_any_order(letters) == 1


@pytest.mark.parametrize(
    "approach",
    [
        {"day": 0, "role": "Cook", "sender": JO},
        {"day": 0, "role": "Nurse", "sender": "ana@agency.example"},
        {"day": 0, "employer": "Elm County Health", "role": "Nurse", "sender": JO},
        {"day": 15, "role": "Nurse", "sender": JO},
    ],
)
def test_another_approach_is_in_no_job(approach: dict[str, Any]) -> None:
    letters = [read(CALLING, **approach), read(MEET, 9, role="Nurse", sender=JO)]
    assert len(only(link_letters(letters)).keys) == 1


def test_an_offer_that_its_writer_takes_back_is_rescinded_in_any_thread() -> None:
    plan = link_letters(
        [
            read(OFFER, 0, role="Nurse", sender=JO, thread="a"),
            read(NO, 9, role="Nurse", sender=JO, thread="b", stage=Stage.VERBAL),
        ]
    )
    assert shape(plan) == [("Willow Bend", "Nurse", ["verbal offer", "rescinded"])]


@pytest.mark.parametrize("more", [{"sender": JO}, {"sender": "ana@willowbend.example", "stage": Stage.VERBAL}])
def test_a_no_after_an_offer_waits_when_nobody_takes_it_back(more: dict[str, Any]) -> None:
    plan = link_letters(
        [read(OFFER, 0, role="Nurse", sender=JO, thread="a"), read(NO, 9, role="Nurse", thread="b", **more)]
    )
    assert len(plan.waiting) == 1


def test_the_number_of_a_ward_is_no_level() -> None:
    assert is_looser_role("Night Nurse", "Night Nurse, Ward 3")
    assert not is_looser_role("Nurse", "Nurse 3")
