"""A search that is written in another language than its pages, in chats as a phone copies them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from tests.people import door

from onward_app import clock
from onward_app.records.models import Ask, Interview, Opportunity, Owner
from onward_app.records.reading.ask import find_language, find_recipient

EVENING, MORNING, LATER = "2026-11-21T22:30", "2026-11-22T09:00", "2026-11-24T18:30"
SPANISH = """[21/11/26, 22:14:03] Marta RRHH: Hola Lucía, buenas noches 🌙
[21/11/26, 22:15:20] Marta RRHH: Te escribo de la Residencia Los Naranjos
[21/11/26, 22:15:58] Marta RRHH: Al final para la plaza de enfermera hemos decidido seguir con otra persona
[21/11/26, 22:16:30] Marta RRHH: Nos encantaste en las dos entrevistas, de verdad
[21/11/26, 22:16:58] Marta RRHH: Te deseo mucha suerte, un abrazo
"""
GERMAN = """[21.11.26, 22:14:03] Sabine Personal: Hallo Frau Krüger, danke für das Gespräch letzte Woche
[21.11.26, 22:15:20] Sabine Personal: Wir haben uns leider für eine andere Bewerberin als Pflegekraft entschieden
"""
FRENCH = """[21/11/2026, 22:14:03] Claire Recrutement: Bonjour Léa, merci pour notre entretien de la semaine dernière
[21/11/2026, 22:15:20] Claire Recrutement: Nous avons malheureusement choisi une autre personne pour le poste
"""
ENGLISH = """[11/21/26, 10:14:03 PM] Gail HR: Hi Dana, thanks for coming in for the interview last week
[11/21/26, 10:15:20 PM] Gail HR: I’m sorry, we went with somebody else for the nurse position
"""


@pytest.fixture
def client(alice: Owner) -> Iterator[Client]:
    with clock.fixed(EVENING):
        yield door(alice)


def bring(client: Client, alice: Owner, text: str) -> Opportunity:
    client.post("/start/no/", {"text": text})
    return Opportunity.objects.of(alice).order_by("-pk")[0]


@pytest.mark.parametrize(
    ("text", "language", "who", "opens"),
    [
        (SPANISH, "es", "Marta", "Buenos días, Marta:"),
        (GERMAN, "de", "Sabine", "Guten Tag Sabine,"),
        (FRENCH, "fr", "Claire", "Bonjour Claire,"),
        (ENGLISH, "en", "Gail", "Hi Gail,"),
    ],
)
def test_the_ask_is_drafted_in_the_language_of_the_no_and_to_whoever_wrote_it(
    client: Client, alice: Owner, text: str, language: str, who: str, opens: str
) -> None:
    job = bring(client, alice, text)
    assert (find_language(alice, job), find_recipient(alice, job).name) == (language, who)
    with clock.fixed(MORNING):
        page = client.get(f"/ask/new/{job.pk}/?anyway=1").content.decode()
    assert opens in page


def test_a_language_that_was_chosen_stays_when_the_name_is_put_in(client: Client, alice: Owner) -> None:
    job = bring(client, alice, ENGLISH)
    with clock.fixed(MORNING):
        page = client.post(f"/ask/new/{job.pk}/voice/?language=it&tone=warm", {"me": "Dana", "liked": ""}, follow=True)
    assert "grazie di avermi avvisato" in page.content.decode()
    assert "language=it" in page.redirect_chain[-1][0]


def test_a_job_without_letters_is_written_to_as_all_the_others_are(client: Client, alice: Owner) -> None:
    told = Opportunity.objects.create(owner=alice, employer="Centre La Font")
    assert find_language(alice, told) == "en"
    bring(client, alice, SPANISH)
    assert find_language(alice, told) == "es"
    bring(client, alice, GERMAN)
    assert find_language(alice, told) == "en"


def test_whoever_wrote_is_no_client_in_the_answer_to_them(client: Client, alice: Owner) -> None:
    job = bring(client, alice, SPANISH)
    with clock.fixed(MORNING):
        said = {"do": "sent", "to_name": "", "to_address": "", "subject": "Gracias"}
        text = "Hola Marta:\n\nGracias. Respeto la decisión. ¿Qué me aconsejarías trabajar?\n\nLucía"
        client.post(f"/ask/new/{job.pk}/", said | {"text": text})
    assert Ask.objects.of(alice).get().sent_on is not None


ANSWERS = [
    "Mira, nos encantó cómo explicaste el doble control. Si te puedo dar un consejo: nos faltó un caso concreto",
    "Gracias por tu mensaje. Te aconsejo practicar la pregunta de las familias con un ejemplo tuyo",
    "Hola Lucía! Un consejo: prepara dos casos reales antes de la próxima entrevista",
]


def ask_marta(client: Client, job: Opportunity) -> None:
    """The ask is sent, the morning after."""
    with clock.fixed(MORNING):
        text = "Hola Marta:\n\nGracias. Respeto la decisión. ¿Qué me aconsejarías trabajar?\n\nLucía"
        said = {"do": "sent", "to_name": "Marta", "to_address": "", "subject": "Gracias", "text": text}
        client.post(f"/ask/new/{job.pk}/", said)


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_that_is_brought_as_a_no_is_taken_for_the_answer_and_begins_no_evening(
    client: Client, alice: Owner, answer: str
) -> None:
    job = bring(client, alice, SPANISH)
    ask_marta(client, job)
    asked = Ask.objects.of(alice).get()
    with clock.fixed(LATER):
        page = client.post("/start/no/", {"text": f"[24/11/26, 17:52:10] Marta RRHH: {answer}\n"}, follow=True)
        assert f'href="/ask/{asked.pk}/' in page.content.decode()
    assert Opportunity.objects.of(alice).count() == 1
    assert Interview.objects.of(alice).count() == 1


def test_thanks_for_an_answer_are_drafted_in_the_language_of_the_ask(client: Client, alice: Owner) -> None:
    job = bring(client, alice, SPANISH)
    ask_marta(client, job)
    with clock.fixed(LATER):
        client.post(f"/ask/{Ask.objects.of(alice).get().pk}/", {"quote": "Te aconsejo un caso.", "on": "2026-11-24"})
    with clock.fixed(LATER):
        page = client.get(f"/ask/{Ask.objects.of(alice).get().pk}/").content.decode()
    assert "Gracias por tomarse el tiempo de contestar." in page


MESSAGES = (
    "Mira, nos encantó cómo explicaste el doble control de la medicación, se notó que lo has hecho de verdad",
    "Si te puedo dar un consejo: cuando te preguntamos por la familia que se enfada, nos faltó un caso concreto",
    "Ets una gran professional, no ho oblidis",
)


@pytest.mark.parametrize("stamp", ["", "[24/11/26, 17:52:10] Marta RRHH: ", "24/11/2026, 17:52 - Marta: "])
def test_an_answer_in_a_chat_is_split_by_its_messages(client: Client, alice: Owner, stamp: str) -> None:
    job = bring(client, alice, SPANISH)
    ask_marta(client, job)
    asked = Ask.objects.of(alice).get()
    with clock.fixed(LATER):
        quote = "\r\n".join(f"{stamp}{one}" for one in MESSAGES)
        client.post(f"/ask/{asked.pk}/", {"quote": quote, "on": "2026-11-24"})
        page = client.get(f"/ask/{asked.pk}/").content.decode()
    legends = [" ".join(one.split("</legend>")[0].split()) for one in page.split("<legend>")[1:]]
    assert [one for one in legends if one in MESSAGES] == list(MESSAGES)
