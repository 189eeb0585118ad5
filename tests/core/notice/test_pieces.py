"""How words are spelled, as the third look at a letter sees it."""

from __future__ import annotations

from struct import Struct

from onward.notice.kind import pieces
from onward.notice.kind.pieces import PLACES, Pieces, list_pieces


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
