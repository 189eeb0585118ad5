"""The spans that decided, the speed of deciding, and that the same letter always gives the same answer."""

from __future__ import annotations

import itertools
import time
from importlib.resources import files

import pytest
from benchmarks.corpus import own
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.notice.kind.classify import classify_letter
from onward.notice.kind.sentences import cut_sentences, fold_sentence
from onward.notice.kind.weights import KINDS
from onward.notice.message.letter import parse_letter


def letter(body: str, subject: str = ""):
    head = f"From: a@b.example\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n"
    return parse_letter((head + body).encode("utf-8", "surrogatepass"))


def fields(one):
    return {"subject": one.subject, "body": one.body, "from": one.sender.name}


LONG_NO = (
    "Dear Aylin,\n\nThank you for the afternoon you spent with us, and for the baklava. 🎉\n\n"
    "We met with five people and it took us a long time. \n\n"
    "I’m sorry to say that we have decided to go with another candidate for this position.\n\n"
    "Please stay in touch.\n\nİpek"
)


def test_it_shows_the_sentence_that_decided():
    texts = [because.text for because in classify_letter(letter(LONG_NO)).because]
    assert any("we have decided to go with another candidate" in text for text in texts)
    assert len(texts) <= 3


SIGNED = (
    "Guten Tag Robin Ames,\n\nhaben Sie nochmals vielen Dank für Ihre Bewerbung. Ihr Weg hat uns beeindruckt.\n\n"
    "Auf die Stelle haben sich sehr viele Menschen beworben. Nach eingehender Prüfung haben wir uns für eine andere "
    "Bewerberin entschieden, deren Profil noch etwas näher an unseren Anforderungen liegt.\n\n"
    "Mit freundlichen Grüßen\nFriederike Hölzl\nPersonalreferentin\n\nLindenbogen gGmbH"
)


def test_the_sentence_that_decided_comes_before_who_signs():
    first, *_ = classify_letter(letter(SIGNED, "Ihre Bewerbung als Sozialpädagogin")).because
    assert "für eine andere Bewerberin entschieden" in first.text


def test_what_decides_is_first_a_sentence_where_there_is_one():
    firsts = [classify_letter(one.to_letter()).because for one in own()[::40] if KINDS[one.kind] == "rejection"]
    fragments = [found[0].text for found in firsts if found and len(found[0].text.split()) < 4]
    assert len(firsts) > 30
    assert len(fragments) <= 0.1 * len(firsts), fragments


def test_it_does_not_show_the_greeting():
    assert not any("Aylin" in because.text for because in classify_letter(letter(LONG_NO)).because)


@given(st.text(max_size=300), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_offsets_point_at_the_text_whatever_the_alphabet(body, subject):
    one = letter(f"İ 😀 {body}\nWe regret that your application was not selected. {body}", "ok")
    for because in classify_letter(one).because:
        assert fields(one)[because.field][because.start : because.end] == because.text
        assert because.text.strip() == because.text != ""
    assert classify_letter(letter(body, subject.replace("\n", " ").replace("\r", " "))).probability > 0


@given(st.text(max_size=200))
def test_lower_case_is_as_long_as_the_text(text):
    assert len(fold_sentence(text)) == len(text)


@given(st.text(max_size=400))
def test_sentences_stand_in_order_and_do_not_overlap(text):
    spans = cut_sentences(fold_sentence(text))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


def test_the_same_letter_gives_the_same_answer():
    assert classify_letter(letter(LONG_NO)) == classify_letter(letter(LONG_NO))


HOSTILE = {
    "one word": "a" * 1_000_000,
    "not": "not " * 250_000,
    "signs": "your application is not, with other, if you are not " * 20_000,
    "dots": ". " * 500_000,
    "lines": "\n" * 1_000_000,
    "brackets": "[" * 1_000_000,
    "money": "$1-1" * 250_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_megabyte_takes_no_longer_than_a_moment(body):
    one = letter(body)
    classify_letter(letter(LONG_NO))
    started = time.perf_counter()
    classify_letter(one)
    assert time.perf_counter() - started < 1.0


def test_the_weights_are_small_and_shipped():
    size = len(files("onward.notice.kind").joinpath("model.bin").read_bytes())
    assert 65_000 <= size <= 1_500_000
