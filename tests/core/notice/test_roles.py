"""Which job a letter is about: however it is announced, and no more of the sentence than the role."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind
from onward.notice.job.details import read_details
from onward.notice.job.page import Page
from onward.notice.job.role_candidates import gather_role_candidates
from onward.notice.job.roles import is_role_like
from onward.notice.message.letter import parse_letter

NO, CALLING = LetterKind.REJECTION, LetterKind.OUTREACH


def role_of(body: str, *, subject: str = "(no subject)", kind: LetterKind = NO, language: str = "en") -> str | None:
    head = f"From: Jo Doe <jo@alderlane.example>\nTo: Robin Ames <robin@example.org>\nSubject: {subject}\n"
    letter = parse_letter(f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}".encode())
    return read_details(letter, kind).role


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("We would like to interview you for Night Nurse, Ward 3.", "Night Nurse"),
        ("You have made it to the practical part for Court Interpreter.", "Court Interpreter"),
        ("Thanks for raising your hand for Grants Analyst at Alder Lane!", "Grants Analyst"),
        ("Your materials for School Librarian made it to us safely.", "School Librarian"),
        ("Your form for weekend receptionist landed on my desk today.", "weekend receptionist"),
        ("We invite you to the online stage for Benefits Counselor.", "Benefits Counselor"),
        ("We are pleased to offer employment as Wound Care Nurse, full time.", "Wound Care Nurse"),
        ("Eighty people wanted to be our Volunteer Coordinator.", "Volunteer Coordinator"),
        ("We signed a hospice chaplain last Friday.", "hospice chaplain"),
        ("They want a court interpreter, they will post it on Monday.", "court interpreter"),
    ],
)  # fmt: skip
def test_a_role_is_announced_in_many_ways(body: str, role: str) -> None:
    assert role_of(body) == role


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Applicant: AMES, ROBIN\nClassification: Eligibility Specialist 2\nReceived: today\n", "Eligibility Specialist 2"),
        ("Role: Case Coordinator\nWhere: online\n", "Case Coordinator"),
        ("Recruitment: 31-2040 Eligibility Specialist 2\nAgency: Elm County\n", "Eligibility Specialist 2"),
        ("Your profile has been attached to requisition 40417 - Dialysis Technician, Ward 3 (0.8 FTE).", "Dialysis Technician"),
        ("This is about req 19-C, Records Specialist.", "Records Specialist"),
        ("Posting 8812, Bus Driver, North Depot, was filled today.", "Bus Driver"),
        ("WE HAVE YOUR APPLICATION NO. 77120 FOR YARD SUPERVISOR.", "YARD SUPERVISOR"),
        ("Which role are you talking to us about? Case Coordinator\n", "Case Coordinator"),
        ("Alder Lane has finished reviewing applicants for:\n\nNight Nurse (Ward 3) - Elmford, OH\n\nIt was not you.", "Night Nurse"),
        ("Application update\n\nNight Nurse\nAlder Lane Care - Elmford, OH\n\nHi Robin,\nit is a no.", "Night Nurse"),
    ],
)  # fmt: skip
def test_a_form_names_the_role_in_a_line(body: str, role: str) -> None:
    assert role_of(body) == role


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("I'd show you the (very unfinished) data analyst role.", "data analyst"),
        ("The Night Nurse search has come to its end.", "Night Nurse"),
        (
            "Your application for Bus Driver, Elm Unified School District, was sent on 04/27/2026 at 9:02 PM.",
            "Bus Driver",
        ),
        ("We are looking for a House Manager for the bridge housing program and you wrote.", "House Manager"),
        ("We come back to your application for iOS Developer UP TO $90K.", "iOS Developer"),
    ],
)
def test_a_role_ends_where_the_sentence_goes_on(body: str, role: str) -> None:
    assert role_of(body) == role


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Night Nurse search (P-40417)", "Night Nurse"),
        ("RE: Night nurse req", "Night nurse"),
        ("Night nurses wanted", None),
        ("$1,900/wk RN Elmford - 13 wks", None),
        ("Confirmed: Meet the Care Manager on Monday, August 31", None),
    ],
)
def test_a_subject_is_read_without_its_file(subject: str, role: str | None) -> None:
    assert role_of("Hello Robin, see below.", subject=subject, kind=CALLING) == role


def test_subject_and_body_agree_on_the_shorter() -> None:
    found = role_of(
        "THANK YOU FOR YOUR APPLICATION FOR YARD CLERK - ELMFORD.", subject="Yard Clerk - Elmford - Application 77120"
    )
    assert found == "Yard Clerk"


def test_the_subject_says_more_than_the_text() -> None:
    assert role_of("The two nurse jobs no longer exist.", subject="Night ward nurse - sad news") == "Night ward nurse"


@pytest.mark.parametrize(
    "body",
    [
        "Your registration as an associate does not meet the bar for this post.",
        "I presented it to the hiring lead yesterday, they had somebody on the review vacancy.",
        "A recruiter goes through every submission.",
        "They wanted our interns to hear it.",
        "Our program director will call.",
    ],
)
def test_whoever_else_is_about_is_no_role(body: str) -> None:
    assert role_of(body) is None


@pytest.mark.parametrize("text", ["Northern Lights", "Modern Concern", "Whitehead House", "Western Reserve"])
def test_a_license_inside_a_word_makes_no_role(text: str) -> None:
    assert not is_role_like(text)


@pytest.mark.parametrize(
    ("body", "language", "role"),
    [
        ("Queremos contar contigo como psicoterapeuta infantil a partir del 4 de mayo.", "es", "psicoterapeuta infantil"),
        ("Ha finalizado el proceso de selección REF. 2026/77 - Educadora social, convocado por nosotros.", "es", "Educadora social"),
    ],
)  # fmt: skip
def test_roles_in_spanish(body: str, language: str, role: str) -> None:
    assert role_of(body, language=language) == role


@pytest.mark.parametrize(
    ("subject", "body", "role"),
    [
        ("MFA-Stelle", "Liebe Frau Jung, die MFA-Stelle ist leider schon vergeben. Praxis Dr. Velten", "MFA"),
        (
            "Votre candidature",
            "Le poste d'infirmière scolaire a été pourvu par une autre candidate.",
            "infirmière scolaire",
        ),
    ],
)
def test_the_post_and_the_article_are_no_part_of_the_role(subject: str, body: str, role: str) -> None:
    page = Page(parse_letter(f"Subject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{body}\n".encode()))

    texts = {one.text for one in gather_role_candidates(page)}

    assert role in texts


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Leider können wir Ihnen keinen Platz für die Ausbildung zum Gärtner anbieten.", "Gärtner"),
        ("Wir konnten die Stelle als Köchin besetzen.", "Köchin"),
        ("Nous vous attendons pour le poste d'assistante sociale le 3 mars à 9 h.", "assistante sociale"),
        ("Le invitamos a la prueba para el puesto de enfermera 12 marzo a las 9.", "enfermera"),
        ("We look forward to your trial day as Night Nurse 3 March at nine.", "Night Nurse"),
    ],
)
def test_a_role_ends_before_a_day_and_before_what_was_done_with_it(body: str, role: str) -> None:
    assert (role_of(body) or "").removeprefix("Ausbildung zum ") == role


@pytest.mark.parametrize("subject", ["Ausbildung zum Gärtner", "Stelle vom Bereich Pflege", "Poste de la caissière"])
def test_no_role_begins_with_what_stands_inside_of_one(subject: str) -> None:
    page = Page(parse_letter(f"Subject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n".encode()))
    named = {one.text.lower().split()[0] for one in gather_role_candidates(page)}
    assert not named & {"zum", "vom", "de", "la"}
