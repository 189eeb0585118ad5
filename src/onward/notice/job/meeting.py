"""Whether somebody had met the person before the no, by the words of people: “thanks for coming by on Tuesday”."""

from __future__ import annotations

import re
from math import exp

from onward.notice.job.names import fold_name
from onward.notice.job.page import Page, Span
from onward.notice.job.pasted import PASTED
from onward.notice.job.ranking import load_ranking

_STEM = 5  # letters of how a longer word begins and ends: “Probearbeiten”, “Vorstellungsgespräch”
_SMALL = 4  # letters: of a word that says nothing to whoever asks why
_WORD = re.compile(r"[^\W\d_]+")


def list_telling(text: str) -> dict[str, Span]:
    """Each word, how long ones begin (“inter~”) and end (“^unter”), and each two that follow one another, folded, with
    the first place of it.
    """
    words = [(fold_name(one.group()), one.span()) for one in _WORD.finditer(text)]
    found: dict[str, Span] = {}
    for at, (word, span) in enumerate(words):
        found.setdefault(word, span)
        if len(word) > _STEM:
            found.setdefault(f"{word[:_STEM]}~", span)
        if len(word) > _STEM + 1:
            found.setdefault(f"^{word[-_STEM:]}", span)
        if at:
            found.setdefault(f"{words[at - 1][0]} {word}", (words[at - 1][1][0], span[1]))
    return found


def find_meeting(page: Page) -> Span | None:
    """The words of the body that speak most for a meeting, when the letter is sure that there was one."""
    ranking = load_ranking("met", PASTED)
    found = list_telling(page.texts["body"])
    score = ranking.score(["always", *found])
    if not found or 1 / (1 + exp(-score)) < ranking.sure:
        return None
    telling = [words for words in found if len(words) > _SMALL] or list(found)
    strongest = max(telling, key=lambda words: (ranking.weights.get(words, 0.0), len(words), words))
    return found[strongest]
