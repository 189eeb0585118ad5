"""A chat has no capitals and no head: whose it is stands behind who writes, behind the word of a house, or at its end."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind, Stage
from onward.notice.job.details import read_details
from onward.notice.message.letter import parse_letter
from onward.notice.verdict import Details


def read(text: str) -> Details:
    letter = parse_letter(f"Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode())
    return read_details(letter, LetterKind.REJECTION, by_hand=True)


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Ciao Bea! Abbiamo preso Luca, scusa. Pippo di Vetreria Lume", "Vetreria Lume"),
        ("Hola Ana, al final no. Un abrazo, Chus de Talleres Roldán", "Talleres Roldán"),
        ("Hey Jo, hier der Toni vom Gasthof Sonnblick. Wir haben leider schon wen, sorry", "Gasthof Sonnblick"),
        ("Salut Max, c'est non, désolée. Titi du Garage Morvan", "Garage Morvan"),
        ("Oi Bia, a vaga ficou com outra. Beijo, Guga da Padaria Trigal", "Padaria Trigal"),
    ],
)
def test_who_writes_is_no_part_of_the_house(text: str, employer: str) -> None:
    assert read(text).employer == employer


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Beste Tim, de directie van basisschool De Kastanje koos een ander. Groet, Ineke", "basisschool De Kastanje"),
        ("Don Luis, el consejo de la parroquia San Bruno eligió a otro. P. Anselmo", "parroquia San Bruno"),
        ("Bonsoir, le comité de la clinique Beaulieu a choisi quelqu'un d'autre. Ingrid", "clinique Beaulieu"),
        ("Cara Noemi, la direzione della clinica Sant'Elmo ha scelto un'altra. Rosa", "clinica Sant'Elmo"),
        ("Cara Rita, a direção da clínica Boavista escolheu outra pessoa. Graça", "clínica Boavista"),
    ],
)
def test_the_word_of_a_house_belongs_to_the_name_in_small_letters_too(text: str, employer: str) -> None:
    assert (read(text).employer or "").lower() == employer.lower()


@pytest.mark.parametrize(
    "text",
    [
        "WG: Fr. Ionescu\n\nLiebe Frau Ionescu, leider hat es mit uns nicht geklappt, alles Gute!",
        "Hi Bo,\n\nwe chose somebody else.\n\nMaxi",
        "Liebe Ina,\n\ndie Bank hat den Kredit abgelehnt, also leider nein.\n\nVroni",
        "Ciao Gio, purtroppo è un no.\n\nFede",
        "Bonjour Léa, c'est non pour cette fois. Bon courage.\n\nSylvie",
    ],
)
def test_who_is_greeted_who_signs_and_a_bare_bank_are_no_employer(text: str) -> None:
    assert read(text).employer is None


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for coming in on Monday. We chose somebody else, I'm sorry.",
        "danke für deinen Besuch am Mittwoch, wir nehmen jemand anderen.",
        "Merci d'être venue mardi pour l'entretien, mais nous avons choisi quelqu'un d'autre.",
        "Gracias por venir ayer a conocernos. Elegimos a otra persona.",
        "Grazie per la bella chiacchierata di lunedì, ma abbiamo scelto un'altra persona.",
        "Bedankt voor het fijne gesprek van dinsdag, maar we kozen een ander.",
        "Obrigada pela nossa conversa de terça, mas escolhemos outra pessoa.",
    ],
)
def test_a_visit_and_a_talk_are_a_meeting(text: str) -> None:
    assert read(text).stage is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "We went with somebody else, sorry. All the best.",
        "Wir haben uns leider für jemand anderen entschieden.",
        "Nous avons retenu une autre candidature.",
        "Lo siento, el puesto ya está cubierto.",
        "Abbiamo scelto un altro profilo, ci dispiace.",
        "We hebben iemand anders aangenomen, sorry.",
        "Infelizmente escolhemos outro candidato.",
    ],
)
def test_the_plain_words_of_a_no_say_of_no_meeting(text: str) -> None:
    assert read(text).stage is None
