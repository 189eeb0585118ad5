"""Where sentences end, wherever Onward takes a text apart: one rule, asked of kinks, clients, replies and asks."""

from __future__ import annotations

import pytest

from onward.kinks.called import name_in_own_words
from onward.wording.client_sentences import list_client_sentences
from onward.wording.sentences import cut_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I met Mrs. Roy. She was kind.", ["I met Mrs. Roy.", "She was kind."]),
        ("Read it, e.g. by Monday. Then call.", ["Read it, e.g. by Monday.", "Then call."]),
        ("Ruf an, z.B. am 3. Mai. Danke!", ["Ruf an, z.B. am 3.", "Mai.", "Danke!"]),
        ("I earned 43. Then I left.", ["I earned 43.", "Then I left."]),
        ("J. Roy said so… Really?\n\nYes", ["J. Roy said so…", "Really?", "Yes"]),
    ],
)
def test_a_title_a_day_and_a_short_form_end_no_sentence(text: str, sentences: list[str]) -> None:
    found = cut_sentences(text)
    assert [one.text for one in found] == sentences
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I interrupted Dr. Lee twice. It was late.", "I interrupted Dr. Lee twice"),
        ("I said nothing of Prof. Adler's question! Then he left.", "I said nothing of Prof. Adler's question!"),
        ("Well. I froze at the first question. Sorry.", "Well. I froze at the first question"),
        ("I forgot St. Anna, where I had worked\nfor years", "I forgot St. Anna, where I had worked"),
        ("I asked J. Roy about pay", "I asked J. Roy about pay"),
    ],
)
def test_a_kink_is_called_by_a_whole_sentence(text: str, name: str) -> None:
    assert name_in_own_words(text) == name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We spoke of my client Dr. Maria Lopez of Elm Street. She was kind.", 1),
        ("They asked about a patient, e.g. Mr. Tom Ash. Then I left.", 1),
        ("Mon client Mme Maria Lopez va mieux.", 1),
        ("Our client Stonebridge chose somebody else.", 0),
        ("Your application reached us. Thank you!", 0),
    ],
)
def test_a_sentence_about_a_client_is_looked_over_to_its_end(text: str, found: int) -> None:
    sentences = list_client_sentences(text)
    assert len(sentences) == found
    assert all(text.startswith(one) and one.endswith((".", "!")) for one in sentences)
    assert not found or any(name in sentences[0] for name in ("Maria Lopez", "Tom Ash"))
