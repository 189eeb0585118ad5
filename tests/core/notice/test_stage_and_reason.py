"""What a no says of how far it went, and why."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind, Stage
from onward.notice.job.details import read_details
from onward.notice.message.letter import parse_letter
from onward.notice.verdict import Details, Reason


def said(body: str, *, language: str = "en", subject: str = "(no subject)") -> Details:
    head = f"From: Jo Doe <jo@alderlane.example>\nTo: Robin Ames <robin@example.org>\nSubject: {subject}\n"
    letter = parse_letter(f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}".encode())
    return read_details(letter, LetterKind.REJECTION)


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Thank you for coming in on Tuesday. It is a no.", "en"),
        ("I enjoyed our talk, and still it is a no.", "en"),
        ("Thanks for the two good talks.", "en"),
        ("I'm glad we talked on Monday.", "en"),
        ("We saw five people and chose one.", "en"),
        ("The panel met this morning.", "en"),
        ("They liked you, but it is a no.", "en"),
        ("The presentation you gave on triage was fine.", "en"),
        ("Vielen Dank für Ihren Besuch.", "de"),
        ("Merci d’être venue jusqu’à Lyon.", "fr"),
        ("Gracias por venir hasta aquí.", "es"),
        ("La ringrazio per la bella chiacchierata.", "it"),
        ("Bedankt voor het prettige gesprek.", "nl"),
    ],
)
def test_a_no_that_speaks_of_meeting_came_after_an_interview(body: str, language: str) -> None:
    assert said(body, language=language).stage is Stage.INTERVIEW


@pytest.mark.parametrize(
    ("body", "stage"),
    [
        ("You were in our top two of thirty.", Stage.FINAL),
        ("You were the runner-up.", Stage.FINAL),
        ("So we have to take the offer back.", Stage.VERBAL),
        ("By your answers in the screening questionnaire you do not qualify.", Stage.SCREEN),
    ],
)
def test_how_far_it_went(body: str, stage: Stage) -> None:
    assert said(body).stage is stage


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Thank you for applying. It is a no.", "en"),
        ("Thank you for coming to us with your application.", "en"),
        ("Thank you for visiting our careers page.", "en"),
        ("The committee met and read all applications. We saw 312 applicants.", "en"),
        ("Applicants who are invited come in for an interview. You are not.", "en"),
        ("We nodigen een aantal kandidaten uit voor een gesprek. Jij bent daar niet bij.", "nl"),
    ],
)
def test_an_application_that_nobody_met_has_no_stage(body: str, language: str) -> None:
    assert said(body, language=language).stage is None


def test_the_letter_it_answers_says_that_they_met() -> None:
    body = (
        "Robin, it is a no, I'm sorry.\n\nJo\n\nOn Mon, Jun 1, 2026 at 9:00 AM Robin Ames wrote:\n"
        "> Dear Jo, thank you for the conversation on Friday.\n"
    )
    found = said(body)
    assert found.stage is Stage.INTERVIEW
    assert any(one.text == body[one.start : one.end] and "conversation" in one.text for one in found.because)
    assert said(body.replace("thank you for the conversation", "I look forward to our meeting")).stage is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("We went with somebody who is already on staff.", Reason.INTERNAL),
        ("The post goes to a colleague who trained with us.", Reason.INTERNAL),
        ("A nurse from the transfer list took it.", Reason.INTERNAL),
        ("Head office put a stop on all open reqs.", Reason.PAUSED),
        ("The state grant was not renewed.", Reason.PAUSED),
        ("The two jobs no longer exist.", Reason.PAUSED),
        ("We will share the work rather than hire.", Reason.PAUSED),
        ("Il bando slitta all'anno prossimo.", Reason.PAUSED),
        ("La subvención no se ha renovado.", Reason.PAUSED),
        ("You do not meet one or more of the minimum requirements.", Reason.REQUIREMENT),
        ("The minimum score was 80.", Reason.REQUIREMENT),
        ("The fund pays only when it is done by a licensed clinician.", Reason.REQUIREMENT),
        ("Write to me once you hold the full license.", Reason.REQUIREMENT),
        ("They want a person who has run a night shift.", Reason.REQUIREMENT),
        ("Ohne deutsche Approbation geht es nicht.", Reason.REQUIREMENT),
        ("Je ervaring sluit op dit moment onvoldoende aan.", Reason.REQUIREMENT),
        ("Posting 8812, Bus Driver, North Depot, was filled on Monday.", Reason.FILLED),
        ("We have filled our interview slate.", Reason.FILLED),
        ("We signed a night nurse last week.", Reason.FILLED),
        ("We went with the other person.", Reason.OTHERS),
        ("We are giving the evening spot to another nurse.", Reason.OTHERS),
        ("Forty applied and you weren't among the ten.", Reason.OTHERS),
        ("We hired someone else.", Reason.OTHERS),
        ("We identified candidates whose background more closely aligns; your candidacy for this requisition has been closed.", Reason.OTHERS),
        ("Wir haben uns für Bewerberinnen entschieden, die näher wohnen.", Reason.OTHERS),
        ("Wir haben uns für eine Bewerberin mit mehr Erfahrung entschieden.", Reason.OTHERS),
    ],
)  # fmt: skip
def test_a_reason_in_the_words_of_people(body: str, reason: Reason | None) -> None:
    assert said(body).reason is reason


@pytest.mark.parametrize(
    "body",
    [
        "We would hire you to do that if we could.",
        "I spoke with a colleague who sat in on the call.",
        "Our team is small.",
        "We need someone who can start on Monday.",
        "The grant pays for training.",
        "Your degree is impressive.",
        "We hope you find a job soon. Thank you for your offer to help someone at the shelter.",
    ],
)
def test_it_makes_no_reason_up(body: str) -> None:
    assert said(body).reason is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("Die Stelle wurde intern besetzt, eine Kollegin aus dem Haus hat sie.", Reason.INTERNAL),
        ("Le poste revient à une collègue déjà en poste chez nous.", Reason.INTERNAL),
        ("El puesto se ha cubierto por promoción interna.", Reason.INTERNAL),
        ("Il posto va a una collega che lavora già con noi.", Reason.INTERNAL),
        ("De functie is intern ingevuld door een stagiair die hier al zat.", Reason.INTERNAL),
        ("A vaga foi preenchida por mobilidade interna.", Reason.INTERNAL),
        ("Das Projekt wurde gestrichen, wir stellen niemanden mehr ein.", Reason.PAUSED),
        ("La subvention a été refusée, le recrutement est abandonné.", Reason.PAUSED),
        ("Nos han recortado los fondos y la contratación queda suspendida.", Reason.PAUSED),
        ("I fondi sono stati tagliati e la selezione è sospesa.", Reason.PAUSED),
        ("Het budget is geschrapt, er komt een vacaturestop.", Reason.PAUSED),
        ("A verba caiu e a contratação foi cancelada.", Reason.PAUSED),
        ("Uns fehlt bei Ihnen der Führerschein der Klasse C.", Reason.REQUIREMENT),
        ("Il nous faut quelqu'un avec le permis C, et vous ne l'avez pas.", Reason.REQUIREMENT),
        ("No cumple los requisitos de titulación de la convocatoria.", Reason.REQUIREMENT),
        ("Ci serve la patente C, che non ha.", Reason.REQUIREMENT),
        ("Je rijbewijs is verlopen, en dat is een must.", Reason.REQUIREMENT),
        ("Você não cumpre os requisitos do edital.", Reason.REQUIREMENT),
        ("Wir haben inzwischen jemanden gefunden.", Reason.FILLED),
        ("J'ai déjà trouvé quelqu'un, merci.", Reason.FILLED),
        ("Ya tenemos a alguien para las tardes.", Reason.FILLED),
        ("Abbiamo già trovato, grazie comunque.", Reason.FILLED),
        ("We hebben al iemand voor de zaterdag.", Reason.FILLED),
        ("Já temos uma pessoa para os fins de semana.", Reason.FILLED),
        ("Wir haben uns für eine andere Bewerberin entschieden.", Reason.OTHERS),
        ("Nous avons choisi une autre personne.", Reason.OTHERS),
        ("Nos quedamos con otra chica.", Reason.OTHERS),
        ("La scelta è ricaduta su un'altra persona.", Reason.OTHERS),
        ("We gaan verder met een andere kandidaat.", Reason.OTHERS),
        ("Optámos por outra pessoa.", Reason.OTHERS),
    ],
)
def test_a_no_in_any_language_says_why(body: str, reason: Reason) -> None:
    assert said(body).reason is reason


@pytest.mark.parametrize(
    "body",
    [
        "Leider müssen wir Ihnen absagen. Alles Gute für Ihren weiteren Weg.",
        "Nous ne donnons pas suite à votre candidature. Bonne continuation.",
        "Lamentamos no poder seguir con tu candidatura. Mucha suerte.",
        "Purtroppo non proseguiamo con la Sua candidatura. In bocca al lupo.",
        "Helaas gaan we niet met je verder. Succes met zoeken.",
        "Infelizmente não avançamos com a sua candidatura. Boa sorte.",
    ],
)
def test_a_no_that_does_not_say_why_has_no_reason(body: str) -> None:
    assert said(body).reason is None


@pytest.mark.parametrize(
    "body",
    [
        "Wir möchten Ihnen die Stelle anbieten. Der Arbeitsvertrag liegt bei, bitte unterschrieben bis Montag zurück.",
        "Nous vous proposons le poste. Vous trouverez le contrat joint, merci de nous le retourner signé.",
        "Le ofrecemos el puesto. El contrato va anexo; fírmelo antes del lunes.",
        "Le offriamo il posto. Il contratto è da firmare entro lunedì.",
        "We bieden je de baan aan. De arbeidsovereenkomst is bijgesloten.",
        "Oferecemos-lhe a vaga. O contrato segue com este e-mail, assine até segunda.",
    ],
)
def test_an_offer_with_its_contract_is_one_in_writing(body: str) -> None:
    letter = parse_letter(
        f"From: Jo Doe <jo@alderlane.example>\nContent-Type: text/plain; charset=utf-8\n\n{body}".encode()
    )
    assert read_details(letter, LetterKind.OFFER).stage is Stage.WRITTEN
