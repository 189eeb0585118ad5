"""Sentences of a letter that may be kind words: thanks, praise or warmth that a person wrote, as they wrote it."""

from __future__ import annotations

from onward.notice.languages.load import compile_words

LONGEST = 400  # characters; what is longer is no sentence to come back to
FEWEST = 4  # words


def is_kind(sentence: str) -> bool:
    """Whether it may be kindly meant. The person says whether it is.

    >>> is_kind("What you said about the family stayed with all of us.")
    True
    >>> is_kind("We have decided to move forward with another candidate.")
    False
    """
    kindly = compile_words("kind_words.kind", "", "")
    return len(sentence) <= LONGEST and len(sentence.split()) >= FEWEST and kindly.search(sentence) is not None
