"""The small model of short texts."""

from benchmarks.fit_text import Example, fit_text_model, score_left_out

from onward.wording.text_model import BUCKETS, list_places, load_text_model

SAID = [
    *(Example(f"please think again about {what}", frozenset({"again"})) for what in ("me", "this", "the role", "it")),
    *(Example(f"thank you for {what}", frozenset()) for what in ("the talk", "your time", "the tour", "it")),
]


def test_it_tells_what_it_learned_from_the_rest() -> None:
    model = load_text_model(fit_text_model(SAID, ["again"]))
    assert model.chances("would you think again?")["again"] > 0.5 > model.chances("thank you for coming")["again"]


def test_the_same_texts_give_the_same_file() -> None:
    assert fit_text_model(SAID, ["again"]) == fit_text_model(SAID, ["again"])


def test_what_is_left_out_is_scored_by_others() -> None:
    found = score_left_out(SAID, ["again"])
    assert len(found) == len(SAID)
    assert all(0 < one["again"] < 1 for one in found)


def test_curly_apostrophes_and_capitals_change_nothing() -> None:
    assert list_places("I Can’t") == list_places("i can't")


def test_a_long_text_stays_in_the_table() -> None:
    assert all(0 <= place < BUCKETS for place in list_places("ab " * 5000))
