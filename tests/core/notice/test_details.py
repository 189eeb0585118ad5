"""What a letter says of the job: employer, role, agency, people, stage and reason."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind, Stage
from onward.notice.job.details import format_sender, read_details
from onward.notice.message.letter import Letter, parse_letter
from onward.notice.verdict import Details, Reason

NO, YES, MEET, OFFER = LetterKind.REJECTION, LetterKind.CONFIRMATION, LetterKind.INTERVIEW, LetterKind.OFFER


def letter(body: str, *, subject: str = "(no subject)", sender: str = "x@example.org") -> Letter:
    head = f"From: {sender}\nTo: Robin Ames <robin@example.org>\nSubject: {subject}\n"
    return parse_letter(f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}".encode())


def said(
    body: str,
    kind: LetterKind = NO,
    *,
    subject: str = "(no subject)",
    sender: str = "x@example.org",
    language: str = "en",
) -> Details:
    return read_details(letter(body, subject=subject, sender=sender), kind)


@pytest.mark.parametrize(
    ("body", "employer", "role"),
    [
        ("Thank you for your interest in the Case Manager position at Willow Bend, Inc. in Dayton, Ohio.", "Willow Bend, Inc.", "Case Manager"),
        ("Unfortunately, Brightmoor has decided not to move forward with your Data Analyst (hybrid) application.", "Brightmoor", "Data Analyst"),
        ("Thanks for applying to Larkspur Labs! We will look at it soon.", "Larkspur Labs", None),
        ("Thank you for applying for the position of Registered Nurse, Req ID R-20417. We regret to say no.\n\nThe Cedar Falls Talent Acquisition Team", "Cedar Falls", "Registered Nurse"),
        ("We appreciate your interest in joining the Fernhill team. You were not selected for our Backend Developer opening.", "Fernhill", "Backend Developer"),
        ("We received your application for the JR118822 Peer Specialist role. Thanks again for your interest in Northgate Recovery.", "Northgate Recovery", "Peer Specialist"),
    ],
)  # fmt: skip
def test_it_reads_employer_and_role_off_english_letters(body: str, employer: str, role: str | None) -> None:
    found = said(body)
    assert (found.employer, found.role) == (employer, role)


@pytest.mark.parametrize(
    ("language", "body", "employer", "role"),
    [
        ("de", "vielen Dank für Ihre Bewerbung als Sozialarbeiterin (m/w/d) bei der Lindenhof GmbH. Leider müssen wir absagen.", "Lindenhof GmbH", "Sozialarbeiterin"),
        ("de", "vielen Dank für Ihr Interesse an der Stelle als Softwareentwickler bei Auenwald Software.", "Auenwald Software", "Softwareentwickler"),
        ("fr", "Nous avons bien reçu votre candidature au poste de psychologue chez Clairval Santé.", "Clairval Santé", "psychologue"),
        ("es", "Gracias por su candidatura para el puesto de Trabajadora Social en Fundación Ribera.", "Fundación Ribera", "Trabajadora Social"),
        ("it", "grazie per la sua candidatura per la posizione di Educatore presso Cooperativa Aurora.", "Cooperativa Aurora", "Educatore"),
        ("pt", "Recebemos a sua candidatura para a vaga de Enfermeira na Clínica Boa Vista.", "Clínica Boa Vista", "Enfermeira"),
        ("nl", "Bedankt voor je sollicitatie naar de functie van Begeleider bij Zorggroep Maas.", "Zorggroep Maas", "Begeleider"),
    ],
)  # fmt: skip
def test_it_reads_employer_and_role_in_other_languages(language: str, body: str, employer: str, role: str) -> None:
    found = said(body, language=language)
    assert (found.employer, found.role) == (employer, role)


@pytest.mark.parametrize(
    ("subject", "employer", "role"),
    [
        ("Your application to Willow Bend – Case Manager", "Willow Bend", "Case Manager"),
        ("Willow Bend: thanks for applying for Case Manager", "Willow Bend", "Case Manager"),
        ("Case Manager | Willow Bend", "Willow Bend", "Case Manager"),
        ("Interview with Willow Bend", "Willow Bend", None),
        ("Re: Your application for Case Manager at Willow Bend", "Willow Bend", "Case Manager"),
    ],
)
def test_a_subject_is_enough(subject: str, employer: str, role: str | None) -> None:
    found = said("Hello Robin,\n\nplease see below.", YES, subject=subject)
    assert (found.employer, found.role) == (employer, role)


@pytest.mark.parametrize(
    ("sender", "employer"),
    [
        ("Willow Bend Careers <no-reply@greenhouse-mail.io>", "Willow Bend"),
        ("Willow Bend Talent Acquisition via Greenhouse <no-reply@us.greenhouse-mail.io>", "Willow Bend"),
        ("Workday @ Willow Bend <notify@myworkday.com>", "Willow Bend"),
        ("Willow Bend <noreply@unheardof-ats.example>", "Willow Bend"),
        ("Jo Doe from Willow Bend <jo@hire.lever.co>", "Willow Bend"),
        ("<willowbend@myworkday.com>", "willowbend"),
        ("Jo Doe <jo.doe@willowbend.example>", "willowbend"),
    ],
)
def test_the_sender_says_it_when_nothing_else_does(sender: str, employer: str) -> None:
    assert said("Thank you. We will be in touch.", YES, sender=sender).employer == employer


@pytest.mark.parametrize(
    "sender", ["Jo Doe <jo.doe@gmail.com>", "no-reply@greenhouse-mail.io", "Jo Doe <jo@indeed.com>"]
)
def test_a_free_address_a_board_or_a_tracking_system_is_no_employer(sender: str) -> None:
    assert said("Thank you. We will be in touch.", YES, sender=sender).employer is None


def test_the_letter_spells_what_the_domain_only_hints_at() -> None:
    found = said(
        "We would like to meet you.\n\nJo Doe\nHarbor & Pine", MEET, sender="Jo Doe <jo.doe@harborandpine.example>"
    )
    assert found.employer == "Harbor & Pine"
    assert found.people == ("Jo Doe",)


@pytest.mark.parametrize(
    "body",
    [
        "Hi Robin, I heard back from Stonebridge Clinic this morning and they went another way.",
        "Hi Robin, our client, Stonebridge Clinic, has decided on somebody else.",
        "Hi Robin, I finally got hold of Tess at Stonebridge Clinic. They've gone with another candidate.",
        "Robin, heard back from Stonebridge Clinic today. They've moved on with somebody they met last week.",
        "Morning Robin, Stonebridge Clinic fed back. They thought you were lovely, but it's a no, I'm afraid.",
    ],
)
def test_an_agency_is_not_the_employer(body: str) -> None:
    found = said(body, sender="Dana Hill <dana.hill@quickplacestaffing.example>")
    assert found.employer == "Stonebridge Clinic"
    assert found.agency is not None
    assert "quickplace" in found.agency.lower()


def test_a_colleague_who_came_back_is_no_employer() -> None:
    found = said(
        "Hi Robin,\n\nOsei came back this morning. They thought about it and chose somebody else.\n\nJo",
        sender="Jo Hale <jo@willowbend.example>",
    )
    assert (found.employer, found.agency) == ("willowbend", None)


@pytest.mark.parametrize(
    ("body", "language", "role"),
    [
        ("wir freuen uns, Ihnen die Stelle als Sozialarbeiterin zum 1. März anbieten zu können.", "de", "Sozialarbeiterin"),
        ("Are you open to a call about a few Clinical Supervisor roles?", "en", "Clinical Supervisor"),
    ],
)  # fmt: skip
def test_a_start_and_a_number_are_no_part_of_the_role(body: str, language: str, role: str) -> None:
    assert said(body, OFFER, language=language).role == role


def test_the_name_of_a_process_is_no_part_of_the_role() -> None:
    found = said(
        "Hemos decidido continuar con otros perfiles.",
        subject="Proceso de selección: Trabajadora social",
        language="es",
    )
    assert found.role == "Trabajadora social"


def test_the_clients_of_a_clinic_make_no_agency() -> None:
    found = said(
        "You would see our clients at home. My client asked me.\n\nJo\nWillow Bend", sender="Jo <jo@willowbend.example>"
    )
    assert (found.employer, found.agency) == ("Willow Bend", None)


@pytest.mark.parametrize(
    ("kind", "body", "stage"),
    [
        (YES, "We received it.", Stage.APPLIED),
        (LetterKind.ASSESSMENT, "Please do the test.", Stage.SCREEN),
        (MEET, "Could we have a quick call on Monday?", Stage.SCREEN),
        (MEET, "Wednesday 15:00, link below.", Stage.INTERVIEW),
        (MEET, "We invite you to the final round.", Stage.FINAL),
        (OFFER, "We would like to offer you the job. A written offer will follow.", Stage.VERBAL),
        (OFFER, "Attached is your offer letter. Please sign and return it.", Stage.WRITTEN),
        (OFFER, "We have received your signed offer letter.", Stage.SIGNED),
        (OFFER, "Attached is the letter. Once we have received your signed copy we start.", Stage.WRITTEN),
        (NO, "Thank you for taking the time to interview with us.", Stage.INTERVIEW),
        (NO, "You were not selected.", None),
    ],
)
def test_the_stage_is_what_the_letter_says(kind: LetterKind, body: str, stage: Stage | None) -> None:
    assert said(body, kind).stage == stage


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("The position has been filled.", Reason.FILLED),
        ("We chose an internal candidate.", Reason.INTERNAL),
        ("We are putting this position on hold.", Reason.PAUSED),
        ("The requisition was cancelled due to budget.", Reason.PAUSED),
        ("We moved forward with other candidates.", Reason.OTHERS),
        ("We pursue candidates who match our requirements more closely.", Reason.OTHERS),
        ("The role requires an independent license.", Reason.REQUIREMENT),
        ("Die Stelle wurde bereits besetzt.", Reason.FILLED),
        ("Wir haben uns für eine andere Bewerberin entschieden.", Reason.OTHERS),
        ("Le poste a été pourvu.", Reason.FILLED),
        ("La vacante ha sido cancelada.", Reason.PAUSED),
        ("Abbiamo scelto un altro candidato.", Reason.OTHERS),
        ("A vaga foi preenchida.", Reason.FILLED),
        ("We hebben gekozen voor een andere kandidaat.", Reason.OTHERS),
        ("You will not be moving forward.", None),
    ],
)
def test_a_reason_is_given_only_when_the_letter_gives_one(body: str, reason: Reason | None) -> None:
    assert said(body).reason == reason


def test_every_span_quotes_the_letter() -> None:
    one = letter(
        "Thank you for your interest in the Case Manager\nposition at Willow Bend. The position has been filled.",
        subject="Case Manager | Willow Bend",
        sender="Willow Bend Careers <no-reply@greenhouse-mail.io>",
    )
    found = read_details(one, NO)
    fields = {"subject": one.subject, "body": one.body, "from": format_sender(one.sender)}
    assert len(found.because) == 3
    assert all(fields[b.field][b.start : b.end] == b.text for b in found.because)


def test_a_quoted_letter_below_says_nothing() -> None:
    body = "Sorry, it is a no.\n\nOn Mon, Jun 1, 2026 at 9:00 AM Jo wrote:\n> Your application for Nurse at Oldname Hospital\n"
    assert said(body).employer is None


def test_a_number_is_kept_apart_from_the_role() -> None:
    found = said("Your application for the position of Crisis Clinician, Req 26-0417, was received by Elm County.", YES)
    assert (found.role, found.number) == ("Crisis Clinician", "260417")


@pytest.mark.parametrize(
    "body", ["", "\n", "at", "position of", "interest in", "A" * 20_000, "the " * 5_000, "(" * 3_000]
)
def test_it_says_nothing_of_nothing_and_soon(body: str) -> None:
    assert said(body).role is None
