"""Words that are looked for: folded, split and found again in a text, whatever was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.wording.matching import MOST, cut_excerpt, find_places, fold_word, split_words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Łódź", "lodz"),
        ("CAFÉ", "cafe"),
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("e\u0301te\u0301", "ete"),
        ("Tölzer", "tolzer"),
        ("İstanbul", "istanbul"),
        ("Ωμέγα", "ωμεγα"),
    ],
)
def test_a_word_has_no_case_and_no_accents(typed: str, folded: str) -> None:
    assert fold_word(typed) == folded


def test_signs_of_a_query_language_are_no_words() -> None:
    assert split_words('"NEAR(a* b)" -c OR col:d 🙂') == ("near", "a", "b", "c", "or", "col", "d")
    assert split_words('"*-^🙂()') == ()


def test_only_so_many_words_are_looked_for_each_once() -> None:
    assert split_words("one One ONE") == ("one",)
    assert len(split_words(" ".join(f"w{n}" for n in range(500)))) == MOST


@given(st.text())
def test_what_is_split_is_letters_and_digits_alone(typed: str) -> None:
    assert all(word and not any(sign in word for sign in '"*:^()\0 -') for word in split_words(typed))


def test_a_word_is_found_from_its_beginning_and_a_letter_only_alone() -> None:
    text = "Plan A: the café, cafés and decaf"
    assert [text[a:b] for a, b in find_places(text, ("cafe",))] == ["café", "cafés"]
    assert [text[a:b] for a, b in find_places(text, ("a",))] == ["A"]


def test_an_excerpt_is_about_the_first_place_and_marks_each() -> None:
    text = "word " * 200 + "the Łódź office\nand lodz again " + "tail " * 200
    cut = cut_excerpt(text, ("lodz",))
    assert cut.text.startswith("… ")
    assert cut.text.endswith(" …")
    assert [cut.text[a:b] for a, b in cut.spans] == ["Łódź", "lodz"]
    assert len(cut.text) < 300


@given(st.text(max_size=400), st.text(max_size=20))
def test_an_excerpt_of_any_text_has_its_marks_inside(text: str, typed: str) -> None:
    cut = cut_excerpt(text, split_words(typed))
    assert all(0 <= start < end <= len(cut.text) for start, end in cut.spans)
