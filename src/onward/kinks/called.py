"""What a kink or a strength is called: the person's own first words, on one line. Its kind is small print."""

from __future__ import annotations

from onward.wording.sentences import cut_sentences

LONGEST = 90  # characters; two lines of a headline on a phone
SHORTEST = 12  # characters; “No.” and “Well.” call nothing


def name_in_own_words(text: str) -> str:
    """The first sentence of what was written, without its full stop, cut at a word where it is long.

    >>> name_in_own_words("The risk question: I talked in general. Then they moved on.")
    'The risk question: I talked in general'
    >>> name_in_own_words("I interrupted Dr. Lee twice. It was late.")
    'I interrupted Dr. Lee twice'
    """
    line = next((line for line in map(str.strip, text.splitlines()) if line), "")
    ends = (one.end for one in cut_sentences(line))
    said = line[: next((end for end in ends if end > SHORTEST), len(line))].rstrip(".")
    if len(said) <= LONGEST:
        return said
    return said[: LONGEST - 1].rpartition(" ")[0].rstrip(",;:") + " …" if " " in said[:LONGEST] else said[:LONGEST]
