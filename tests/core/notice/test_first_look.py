"""The first look at a letter is a bound: it never rules out what the whole look finds, whatever the weights are."""

from __future__ import annotations

from dataclasses import replace
from math import log
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.facts import LetterKind
from onward.notice.kind.classify import classify_letter
from onward.notice.kind.first_look import bound_odds
from onward.notice.kind.sentences import list_words
from onward.notice.kind.signs import find_candidates, find_signs, list_possible
from onward.notice.kind.traits import glance_at
from onward.notice.kind.weights import KINDS, Weights, load_shipped_weights, score_letter, weigh_words
from onward.notice.message.letter import parse_letter
from onward.notice.read import read_letter

OTHER = KINDS.index(LetterKind.OTHER)
SENTENCES = (
    "Unfortunately, we have decided to move forward with other candidates for this position.",
    "We will be in touch if your application is selected for an interview.",
    "Leider haben wir uns für eine andere Bewerberin entschieden.",
    "Su candidatura no ha sido seleccionada para la vacante.",
    "Thank you for applying; your application has been received and is being reviewed.",
    "Please take the online test by Friday at 10:30.",
    "The garden was quiet when we came home, and the soup was still warm.",
    "If the index is out of range, nothing is assigned and the list stays as it was.",
    "Your parcel will arrive tomorrow between 9 and 12.",
    "The flat was given to somebody else, we are sorry.",
    "Unsubscribe at any time.",
    "Das Wetter bleibt schön, sagt meine Schwester.",
)
TEXTS = st.lists(st.sampled_from(SENTENCES) | st.text(max_size=60), min_size=1, max_size=25).map("\n".join)


def shaken(weights: Weights, seed: int) -> Weights:
    """Other weights of the same shape: a model that is fitted anew has others, and nobody knows which."""
    rng = Random(seed)
    dense, signs = (
        [[one * rng.uniform(-1, 3) + rng.gauss(0, 0.5) for one in row] for row in rows]
        for rows in (weights.dense, weights.sentence_signs)
    )
    return replace(weights, dense=dense, sentence_signs=signs, heat=rng.uniform(0.5, 2))


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, subject=st.sampled_from((*SENTENCES, "", "Re: Your application")), seed=st.integers(0, 9))
def test_no_kind_is_likelier_beside_other_mail_than_its_bound_says(text: str, subject: str, seed: int) -> None:
    weights = load_shipped_weights() if not seed else shaken(load_shipped_weights(), seed)
    glance = glance_at(subject, text, None, "Jobs <jobs@clinic.example>")
    if glance.bare.is_wordless:
        return
    room = bound_odds(weights, glance, weigh_words(weights, glance.bare))
    chances, _ = score_letter(weights, glance.find_all_signs())
    for chance, most in zip(chances, room, strict=True):
        assert log(max(chance, 1e-300) / max(chances[OTHER], 1e-300)) <= most + 1e-6 or chance < 1e-290
    assert room[OTHER] == pytest.approx(0)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, subject=st.sampled_from((*SENTENCES, "")))
def test_what_is_read_briefly_is_what_is_read(text: str, subject: str) -> None:
    letter = parse_letter(f"From: Jo <jo@home.example>\nSubject: {subject}\n\n{text}".encode("utf-8", "replace"))
    brief, whole = read_letter(letter, briefly=True), read_letter(letter)
    if brief.guess.chances:
        assert brief == whole
        return
    assert (brief.guess.kind, brief.guess.unsure, brief.guess.language) == (
        whole.guess.kind, whole.guess.unsure, whole.guess.language,
    )  # fmt: skip
    assert 0.5 < brief.guess.probability <= whole.guess.probability + 1e-9
    assert brief.details == whole.details


def test_a_plain_newsletter_is_looked_at_no_longer_than_its_words() -> None:
    letter = parse_letter(
        b"From: News <news@shop.example>\nSubject: Our autumn colors are here\n\n"
        b"Hello,\n\nOur new autumn colors are in the shop. Free delivery on all orders over 40 euros this weekend.\n\n"
        b"See you soon,\nYour team\n"
    )
    assert classify_letter(letter, briefly=True).chances == {}
    assert classify_letter(letter).kind is LetterKind.OTHER


@pytest.mark.parametrize("kind", ["calendar", "closed"])
def test_what_words_alone_cannot_settle_is_always_looked_at_whole(kind: str) -> None:
    letter = parse_letter(
        b"From: News <news@shop.example>\nSubject: Colors\n\nOur new autumn colors are in the shop.\n"
    )
    more = {"calendar": {"calendar": (b"BEGIN:VCALENDAR",)}, "closed": {"unread": "it is encrypted"}}[kind]
    assert read_letter(replace(letter, **more), briefly=True) == read_letter(replace(letter, **more))


def test_a_sentence_has_no_sign_beyond_those_that_its_words_allow() -> None:
    for text in map(str.lower, SENTENCES):
        candidates = find_candidates(text, 0, len(text), list_words(text, 0, len(text)))
        assert set(find_signs(text, 0, len(text), candidates)) <= list_possible(candidates)
