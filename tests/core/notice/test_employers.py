"""Whose letter it is: the firm behind a person, a department, a portal, an agency or a shortened domain."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind
from onward.notice.job.details import read_details
from onward.notice.job.domains import is_label_made_of
from onward.notice.message.addresses import Address, parse_addresses
from onward.notice.message.letter import parse_letter
from onward.notice.verdict import Details

NO, YES, MEET, CALLING = LetterKind.REJECTION, LetterKind.CONFIRMATION, LetterKind.INTERVIEW, LetterKind.OUTREACH


def said(body: str, kind: LetterKind = NO, *, sender: str, subject: str = "(no subject)") -> Details:
    head = f"From: {sender}\nTo: Robin Ames <robin@example.org>\nSubject: {subject}\n"
    letter = parse_letter(f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}".encode())
    return read_details(letter, kind)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("fernvalleypeds", "Fern Valley Pediatrics"),
        ("oakhollowusd", "Oakhollow Unified School District"),
        ("mid-coastcmh", "Mid-Coast Community Mental Health"),
        ("stonebridgepdx", "Stone Bridge"),
        ("larchcounseling", "Larch Counseling"),
        ("maplestreetclinic", "Maple Street"),
        ("elmandoak", "Elm & Oak"),
    ],
)
def test_a_domain_is_made_of_a_name(label: str, name: str) -> None:
    assert is_label_made_of(label, name)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("fernvalleypeds", "Fern Valley Orthopedics"),
        ("stonebridgepdx", "Stone"),
        ("harborpoint", "Harbor Pilots"),
        ("maplestreetclinic", "Maple Avenue"),
        ("elmandoak", "Elm"),
        ("willowbend", "Jo Willow"),
        ("abc", "Alder Beach Clinic"),
        ("", ""),
    ],
)
def test_another_name_is_not_what_a_domain_is_made_of(label: str, name: str) -> None:
    assert not is_label_made_of(label, name)


@pytest.mark.parametrize(
    ("sender", "body", "employer"),
    [
        ("Jo Doe <jo@fernvalleypeds.example>", "It is a no.\n\nJo Doe\nPractice Manager, Fern Valley Pediatrics", "Fern Valley Pediatrics"),
        ("Jo Doe <jo@fernvalleypeds.example>", "I hire for Fern Valley Pediatrics’ evening team. It is a no.\n\nJo", "Fern Valley Pediatrics"),
        ("Jo Doe <jo@oakhollowusd.example>", "It is a no.\n\nJo Doe\nPrincipal\nOakhollow Unified School District", "Oakhollow Unified School District"),
        ("Jo Doe <jo@wrcs.example>", "It is a no.\n\nJo Doe\nWest River Counseling Services", "West River Counseling Services"),
        ("Jo Doe <jo@praxis-weber-bonn.example>", "Leider nein.\n\nPsychotherapeutische Praxis Dr. Weber", "Psychotherapeutische Praxis Dr. Weber"),
        ("Jo Doe <jo.doe@gmail.com>", "It is a no.\n\nJo Doe\nClinic Manager | Alder Lane Clinic", "Alder Lane Clinic"),
        ("Jo Doe, LMFT <jo@alderlane.example>", "It is a no.\n\nJo Doe, LMFT\nOwner | Alder Lane Family Therapy", "Alder Lane Family Therapy"),
        ('"Jo Doe, LCSW-R" <jo@alderlane.example>', "It is a no.\n\nJo", "alderlane"),
        ("Jo Doe, RN, BSN <jo@alderlane.example>", "It is a no.\n\nJo Doe, RN, BSN\nOffice Manager\nAlder Lane Clinic", "Alder Lane Clinic"),
        ("Gemeinde Tannau <noreply@tannau.softgarden.example>", "Leider nein.\n\nGemeinde Tannau\nPersonalamt", "Gemeinde Tannau"),
        ("HR <hr@elmford.example>", "It is a no. The City of Elmford thanks you.", "City of Elmford"),
        ("Jo Doe <jo@oakhollow.k12.oh.us>", "It is a no.", "oakhollow"),
        ('"Jo Doe, IBM" <jo@ibm.example>', "It is a no.\n\nJo", "IBM"),
        ("Front Desk <hello@alderlane.example>", "It is a no.\n\nJo, front desk\nAlder Lane", "Alder Lane"),
        ("Alder Lane People Ops <people@bamboohr-mail.com>", "It is a no.", "Alder Lane"),
        ("St. Anne's Careers <stannes@jobs-notify.example>", "It is a no.\n\nCareers at St. Anne's", "St. Anne's"),
    ],
)  # fmt: skip
def test_the_firm_is_found_behind_the_person(sender: str, body: str, employer: str) -> None:
    assert said(body, sender=sender).employer == employer


def test_a_line_of_a_form_says_the_employer() -> None:
    body = "NOTICE TO APPEAR\n\nApplicant: AMES, ROBIN\nRecruitment: 31-2040\nEmployer: Elm County Health Agency\n"
    found = said(
        body, MEET, sender="Lakeland Merit Recruitment <noreply@merit.example>", subject="NOTICE - Recruitment 31-2040"
    )
    assert found.employer == "Elm County Health Agency"


def test_a_heading_with_a_number_is_no_employer() -> None:
    found = said("We have it.", YES, sender="x@example.org", subject="RECEIPT - Recruitment 31-2040")
    assert found.employer is None


@pytest.mark.parametrize("board", ["WorkHaven <no-reply@mail.workhaven.example>", "no-reply@workhaven.example"])
def test_a_portal_is_not_the_employer(board: str) -> None:
    body = "Hi Robin,\n\nThe employer has moved ahead with other applicants.\n\n[Find similar jobs]\n"
    assert said(body, sender=board, subject="Update on your application to Alder Lane").employer == "Alder Lane"


def test_an_employer_that_shows_its_own_other_jobs_keeps_its_name() -> None:
    body = "Hi Robin,\n\nit is a no this time. Browse similar jobs on our site.\n\nAlder Lane"
    assert said(body, sender="Alder Lane <no-reply@alderlane.example>").employer == "Alder Lane"


@pytest.mark.parametrize(
    "body",
    [
        "I'm working a night nurse job for Alder Lane Clinic: four nights, good pay. A quick word?",
        "Just off the phone with Alder Lane Clinic. They liked you but went another way.",
        "Great news: Alder Lane Clinic came back already. They'd like you in on Friday.",
    ],
)
@pytest.mark.parametrize("firm", ["Pinewood Talent|pinewoodtalent", "Osprey Search & Selection|ospreysearch"])
def test_an_agency_by_any_name_speaks_for_somebody_else(firm: str, body: str) -> None:
    name, label = firm.split("|")
    found = said(
        f"Hi Robin,\n\n{body}\n\nDana\n\nDana Hill | Senior Consultant, Nursing\n{name}",
        sender=f"Dana Hill <dana.hill@{label}.example>",
    )
    assert (found.employer, found.agency) == ("Alder Lane Clinic", name)


def test_an_agency_that_names_nobody_leaves_the_employer_open() -> None:
    found = said(
        "They had already shaken hands with somebody.\n\nOlive\nOsprey Search & Selection",
        sender="Olive Reed <olive.reed@ospreysearch.example>",
    )
    assert (found.employer, found.agency) == (None, "Osprey Search & Selection")


def test_the_talent_team_of_a_firm_is_no_agency() -> None:
    found = said("It is a no.", sender="Alder Lane Talent <talent@alderlane.avature-mail.net>")
    assert (found.employer, found.agency) == ("Alder Lane", None)


def test_a_recruiting_mailbox_of_a_firm_is_no_agency() -> None:
    found = said(
        "It is a no.\n\nALDER LANE FREIGHT, INC.", sender="ALDER LANE RECRUITING <jobs-noreply@alderlane.example>"
    )
    assert (found.employer, found.agency) == ("ALDER LANE FREIGHT, INC.", None)


def test_a_recruiter_in_the_text_is_no_employer() -> None:
    body = "New message from Dora Whitt\n\nDora Whitt, Talent Partner at Alder Lane\n\nHi Robin, interested?\n"
    found = said(body, CALLING, sender="Dora Whitt via Netlink <messages-noreply@netlink.example>")
    assert found.employer == "Alder Lane"


def test_a_comma_that_nobody_quoted_parts_one_name() -> None:
    assert parse_addresses("Jo Doe, LMFT <jo@x.example>") == (Address("Jo Doe, LMFT", "jo@x.example"),)
    assert parse_addresses("Jo Doe, RN, BSN <jo@x.example>", 1) == (Address("Jo Doe, RN, BSN", "jo@x.example"),)
    assert parse_addresses("Doe, Jo <jo@x.example>", 1) == (Address("Doe, Jo", "jo@x.example"),)
    assert parse_addresses("a@x.example, Jo <jo@x.example>") == (
        Address("", "a@x.example"),
        Address("Jo", "jo@x.example"),
    )


@pytest.mark.parametrize(
    ("body", "employer"),
    [
        ("Sadly the hospital has decided to stop the search.", None),
        ("Your interview with Dr. Patel at Alder Lane Hospital is on Monday.", "Alder Lane Hospital"),
    ],
)
def test_an_agency_whose_name_stands_below_is_not_the_employer(body: str, employer: str | None) -> None:
    found = said(f"Hi Robin,\n\n{body}\n\nSam\nBrightpath Talent", sender="Sam Hill <sam@brightpathtalent.example>")
    assert (found.employer, found.agency) == (employer, "Brightpath Talent")


def test_a_role_behind_the_employer_is_no_part_of_its_name() -> None:
    found = said(
        "Thank you for applying with the City of Elmford for Library Clerk.", sender="HR <hr@cityofelmford.example>"
    )
    assert found.employer == "City of Elmford"


@pytest.mark.parametrize("name", ['"Jo Doe, LMFT"', '"Jo Doe, IBM"', "Jo Doe from Alder Lane", "Jo Doe"])
def test_people_are_shown_without_what_stands_behind_their_name(name: str) -> None:
    assert said("It is a no.", sender=f"{name} <jo.doe@alderlane.example>").people == ("Jo Doe",)
