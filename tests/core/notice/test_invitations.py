"""An appointment that is no interview, or a no to who knows what, is never said without doubt; one that a conversation
about a job explains is.
"""

from __future__ import annotations

import pytest

from onward.facts import LetterKind
from onward.notice.kind.classify import says_too_little
from onward.notice.linking.link import FilingPlan, link_letters, to_letter_facts
from onward.notice.message.letter import Letter, parse_letter
from onward.notice.read import read_letter
from onward.notice.verdict import Details, Guess, Verdict, verdict_from_json, verdict_to_json


def write(text: str, subject: str, head: str = "", *, day: str = "02", sender: str = "ana@harbor.example") -> Letter:
    return parse_letter(
        f"From: Ana Reis <{sender}>\nTo: sam@home.example\nSubject: {subject}\n{head}"
        f"Date: Mon, {day} Mar 2026 09:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n{text}\n".encode()
    )


@pytest.mark.parametrize(
    "text",
    [
        "Dear parents, we invite you to a conversation with the class teacher on Tuesday at 4 pm. See you at school.",
        "Liebe Eltern, wir laden Sie zum Elternabend in die Schule ein: Dienstag, 19 Uhr, Raum 12.",
        "Le cabinet vous confirme votre consultation jeudi à 10 h. Apportez votre carte vitale à la clinique.",
        "Le recordamos su consulta médica en la clínica el martes a las 9. Le esperamos.",
        "La scuola vi invita alla riunione dei genitori, lunedì alle 18. Vi aspettiamo.",
        "Confirmamos a sua consulta na clínica na terça às 15h. Contamos com a sua presença.",
        "Beste ouders, we nodigen u uit voor de ouderavond op school, maandag om 20 uur. Graag tot dan.",
    ],
)
def test_an_appointment_elsewhere_says_too_little_for_an_interview(text: str) -> None:
    assert says_too_little(LetterKind.INTERVIEW, text)


@pytest.mark.parametrize(
    "text",
    [
        "Our school would like to invite you to an interview for the post of class teacher on Tuesday at 4 pm.",
        "Die Praxis lädt Sie zum Vorstellungsgespräch ein: Dienstag, 10 Uhr, mit einer Patientin können Sie mitgehen.",
        "La clinique vous invite à un entretien pour le poste d'infirmière, patients et équipe vous attendent jeudi.",
        "Le invitamos a una entrevista para el puesto de dentista en la clínica, el martes a las 9.",
        "La invitiamo a un colloquio per il posto di veterinaria, lunedì alle 18 in ambulatorio, per un lavoro fisso.",
        "Gostaríamos de a entrevistar para a vaga de dentista, terça às 15h.",
        "We nodigen je uit voor een sollicitatiegesprek bij de huisarts, maandag om 10 uur, voor de vacature.",
    ],
)
def test_an_interview_at_a_school_or_a_doctors_says_enough(text: str) -> None:
    assert not says_too_little(LetterKind.INTERVIEW, text)


@pytest.mark.parametrize(
    "text",
    [
        "Would Thursday at 11 suit you for a half-hour call with Jonas and me? Nothing to prepare, we look forward to it.",
        "Passt Ihnen Mittwoch um 15 Uhr für ein Treffen bei uns im Haus? Wir freuen uns auf Sie.",
        "Seriez-vous disponible jeudi à 11 h pour nous rencontrer ? Au plaisir de faire votre connaissance.",
        "Nos gustaría conocerte el jueves a las 11. ¿Te viene bien? Aquí tienes el enlace de la videollamada.",
        "Vorremmo conoscerti giovedì alle 11, ti va bene? Ti aspettiamo da noi, secondo piano.",
        "Gostávamos de te conhecer na quinta às 11h. Dá-te jeito? Esperamos por ti no segundo andar.",
        "Zou je donderdag om 11 uur langs kunnen komen om kennis te maken? We kijken ernaar uit.",
    ],
)
def test_words_that_fit_any_meeting_are_never_surely_an_interview(text: str) -> None:
    guess = read_letter(write(text, "Thursday")).guess
    assert guess.unsure or guess.kind is not LetterKind.INTERVIEW


SENT = "Thank you for applying to Cedar Clinic for the Therapist position. We have received your application."
CEDAR = Details(employer="Cedar Clinic", employer_by="domain")
MEETING = "Would Thursday at 11 suit you for a half-hour call with Jonas and me? We look forward to meeting you."


def link_meeting(reply: str = "", *, known: bool = True, sender: str = "leo@elsewhere.example") -> FilingPlan:
    sent = write(SENT, "Your application to Cedar Clinic", "Message-ID: <one@harbor.example>\n")
    meeting = write(MEETING, "Thursday at 11", reply, day="09", sender=sender)
    guess = Guess(LetterKind.INTERVIEW, 0.9, unsure=True, sure_if_known=known)
    return link_letters([to_letter_facts(sent, read_letter(sent)), to_letter_facts(meeting, Verdict(guess, CEDAR))])


def test_a_few_words_are_an_interview_in_a_conversation_about_a_job() -> None:
    plan = link_meeting("In-Reply-To: <one@harbor.example>\n")
    assert [event.kind for job in plan.jobs for event in job.events] == ["applied", "interview"]
    assert not plan.waiting


def test_a_few_words_are_one_from_the_house_that_was_applied_at() -> None:
    plan = link_meeting(sender="leo@harbor.example")
    assert [event.kind for job in plan.jobs for event in job.events] == ["applied", "interview"]


def test_a_shared_mail_service_is_no_house() -> None:
    assert len(link_meeting(sender="leo@gmail.com").waiting) == 1


def test_a_few_words_from_elsewhere_wait() -> None:
    plan = link_meeting()
    assert [event.kind for job in plan.jobs for event in job.events] == ["applied"]
    assert len(plan.waiting) == 1


def test_what_is_unsure_for_another_reason_waits_in_a_conversation_too() -> None:
    plan = link_meeting("In-Reply-To: <one@harbor.example>\n", known=False)
    assert [event.kind for job in plan.jobs for event in job.events] == ["applied"]
    assert len(plan.waiting) == 1


def test_what_would_be_sure_is_kept_with_the_verdict() -> None:
    verdict = Verdict(Guess(LetterKind.INTERVIEW, 0.9, unsure=True, sure_if_known=True))
    assert verdict_from_json(verdict_to_json(verdict)).guess.sure_if_known


NO = "Thank you for coming in. Unfortunately we have decided to move forward with somebody else. We wish you all the best."


def link_no(reply: str = "", *, known: bool = True) -> FilingPlan:
    sent = write(SENT, "Your application to Cedar Clinic", "Message-ID: <one@harbor.example>\n")
    no = write(NO, "Thursday", reply, day="16")
    guess = Guess(LetterKind.REJECTION, 0.9, unsure=True, sure_if_known=known)
    return link_letters([to_letter_facts(sent, read_letter(sent)), to_letter_facts(no, Verdict(guess, CEDAR))])


def test_a_no_in_a_few_words_is_one_in_a_conversation_about_a_job() -> None:
    plan = link_no("In-Reply-To: <one@harbor.example>\n")
    assert [event.kind for job in plan.jobs for event in job.events] == ["applied", "rejected"]
    assert not plan.waiting


def test_a_no_in_a_few_words_from_the_same_house_waits_for_it_may_refuse_something_else() -> None:
    plan = link_no()
    assert [event.kind for job in plan.jobs for event in job.events] == ["applied"]
    assert len(plan.waiting) == 1


def test_a_no_that_is_unsure_for_another_reason_waits_in_a_conversation_too() -> None:
    assert len(link_no("In-Reply-To: <one@harbor.example>\n", known=False).waiting) == 1


def test_a_no_of_few_words_says_that_a_conversation_may_explain_it() -> None:
    assert read_letter(write(NO, "Thursday")).guess.sure_if_known
    elsewhere = "The landlord chose somebody else for the flat. We wish you all the best with your search."
    assert not read_letter(write(elsewhere, "Thursday")).guess.sure_if_known
