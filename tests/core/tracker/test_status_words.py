"""What people type into the column of the status: said outright, negated, by whom, and not yet."""

from __future__ import annotations

import pytest

from onward.tracker.statuses import read_status
from onward.tracker.words import load_words, map_headings, map_statuses


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Rechazada 😞", "rejected"),
        ("Leider abgelehnt", "rejected"),
        ("Stelle anderweitig vergeben", "rejected"),
        ("Offre pourvue", "rejected"),
        ("Esito negativo", "rejected"),
        ("Niet geworden", "rejected"),
        ("Desclassificada", "rejected"),
        ("Passed on me", "rejected"),
        ("Habe selbst abgesagt", "withdrew"),
        ("Zelf afgehaakt", "withdrew"),
        ("J'ai refusé l'offre", "declined"),
        ("Rechacé la oferta", "declined"),
        ("Ho rifiutato l'offerta", "declined"),
        ("noch keine Antwort", "applied"),
        ("Todavía sin respuesta", "applied"),
        ("Warte auf Antwort", "applied"),
        ("Candidatura visualizzata", "applied"),
        ("Offer", "verbal offer"),
        ("Offer rejected - by me", "declined"),
    ],
)
def test_what_is_said_outright_in_seven_languages_is_sure(word: str, kind: str) -> None:
    meaning = read_status(word)
    assert (meaning.value, meaning.sure) == (kind, True)


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("Rejected pre-interview", "rejected"),
        ("abgesagt ohne Gespräch", "rejected"),
        ("Wasn't shortlisted", "rejected"),
        ("No he sido seleccionada", "rejected"),
        ("Interview declined by me", "withdrew"),
        ("Absage von mir", "withdrew"),
        ("No feedback from them", "closed"),
        ("Non mi hanno più risposto", "closed"),
        ("bisher keine Antwort", "applied"),
        ("Ghostée après l'entretien", "interview+closed"),
        ("rejecteded, automatic", "rejected"),
        ("Abgesagt nach Probetag", "interview+rejected"),
        ("Reprovada na triagem", "screen+rejected"),
        ("Offre suspendue", "verbal offer"),  # in French it may be the advert
        ("❌", "rejected"),
        ("👻👻", "closed"),
        ("⏳", "applied"),
    ],
)
def test_what_is_only_likely_is_asked_with_a_guess(word: str, guess: str) -> None:
    meaning = read_status(word)
    assert (meaning.value, meaning.sure) == (guess, False)


@pytest.mark.parametrize("word", ["Not rejected yet", "chatting", "🧶", "niet mis", "pas mal"])
def test_what_says_nothing_that_is_known_has_no_guess(word: str) -> None:
    assert read_status(word).value == ""


def test_a_phrase_that_stands_alone_in_a_list_is_one_phrase() -> None:
    alone = load_words()["status"]["declined"]["es"].split(" | ")
    assert "oferta rechazada" in alone
    assert map_statuses()["rechazada"] == "rejected"
    assert "antworten" not in map_headings()


def test_no_word_of_a_status_means_two_kinds() -> None:
    kinds: dict[str, set[str]] = {}
    for section in ("status", "maybe"):
        for kind, languages in load_words()[section].items():
            for word in (one for words in languages.values() for one in words.split(" | ")):
                kinds.setdefault(word, set()).add(f"{section} {kind}")
    assert {word: some for word, some in kinds.items() if len(some) > 1} == {}
