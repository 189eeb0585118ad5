"""One slip between two words, as the referee counts it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from onward.notice.job.names import is_one_slip

WORDS = st.text("abc", max_size=7)


@given(WORDS, WORDS)
@example("abcd", "acbd")
@example("abca", "abc")
@example("", "a")
def test_one_slip_is_a_distance_of_one_at_most(one: str, other: str) -> None:
    assert is_one_slip(one, other) == (OSA.distance(one, other) <= 1)


@given(WORDS, st.integers(0, 6), st.sampled_from(["swap", "drop", "put"]))
def test_a_word_with_one_slip_is_known_again(word: str, at: int, slip: str) -> None:
    changed = {
        "swap": word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        "drop": word[:at] + word[at + 1 :],
        "put": word[:at] + "x" + word[at:],
    }
    assert is_one_slip(word, changed[slip])
