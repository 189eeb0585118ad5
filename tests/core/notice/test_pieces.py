"""How words are spelled, as the third look at a letter sees it."""

from __future__ import annotations

from struct import Struct

import pytest

from onward.facts import LetterKind
from onward.notice.kind import pieces
from onward.notice.kind.classify import classify_letter
from onward.notice.kind.pieces import PLACES, Pieces, list_pieces
from onward.notice.message.letter import parse_letter


def test_words_of_one_family_share_pieces_and_strangers_hardly_any() -> None:
    absage = set(list_pieces("absage"))
    assert len(absage & set(list_pieces("absagegrund"))) >= len(absage) / 2
    assert len(absage & set(list_pieces("zirkus"))) <= 1


def test_a_word_of_one_letter_and_an_endless_one_have_pieces() -> None:
    assert len(list_pieces("a")) == 1
    assert list_pieces("x" * 1_000) == list_pieces("x" * 40)


def test_words_add_up_the_same_after_what_was_kept_was_let_go(monkeypatch) -> None:
    lanes = Struct("<2I")
    rows = Pieces(lanes.pack(1, 2) * PLACES, [1.0], lanes)
    words = ["no", "nein", "nee"]
    first = rows.add_up(words)
    monkeypatch.setattr(pieces, "KEPT", 1)
    assert rows.add_up(words) == first == rows.add_up(words)


NO = (
    "Thank you for interviewing with us. Unfortunately we have decided to move forward with another candidate for the "
    "Therapist position. "
)


@pytest.mark.parametrize(
    "noise",
    [
        "x" * 20_000,
        '<script>alert(1)</script> <img src="https://elsewhere.example/seen.png" onerror="alert(1)"> ' + "x" * 20_000,
        "https://click.example/" + "a1" * 900,
        "=".join(["c3RhdHVz"] * 400),
        "QUJD" * 3_000,
        "_" * 500 + "Zm9v" * 500,
    ],
    ids=["a run", "markup", "a link", "an encoding", "base64", "a rule"],
)
def test_noise_beside_a_no_does_not_make_it_other_mail(noise: str) -> None:
    raw = f"From: Pat <pat@harbor.example>\nSubject: Your application\n\n{NO}{noise}\n".encode()
    guess = classify_letter(parse_letter(raw))
    assert guess.kind is LetterKind.REJECTION
