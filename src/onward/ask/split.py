"""A reply cut into its sentences, so that the person can say of each what it is. Nothing here judges them."""

from __future__ import annotations

import re
from itertools import pairwise

from onward.notice.job.page import unwrap
from onward.notice.kind.sentences import cut_sentences
from onward.notice.message.quotes import find_own_words

MOST = 40  # sentences; a longer letter is no reply to one question
WRAPPED = 90  # characters: no mail program wraps a longer line
A_NAME = 3  # words: a line this short without a stop greets or signs
_ENDS = re.compile(r"[.!?…。！？][\"”’»)\]]*$")
_GREETED = re.compile(
    r"^\W*(?:hi|hello|dear|hey|good (?:morning|afternoon|evening))\s+([^\W\d_][\w’'-]*)", re.IGNORECASE
)


def cut_reply(text: str) -> tuple[str, ...]:
    """The reply's own sentences: without what it quotes, its greeting and its signature."""
    text = _part_messages(text)
    smooth = unwrap(text)
    own = find_own_words(text) or ((0, len(text)),)
    found = (" ".join(smooth[start:end].split()) for start, end in cut_sentences(smooth, own))
    return tuple(sentence for sentence in found if _says_something(sentence))[:MOST]


def _part_messages(text: str) -> str:
    """An empty line between messages of a chat, which end without a full stop: a line that had room for the first word
    of the next wasn’t wrapped there.
    """
    lines = text.splitlines()
    widest = max(map(len, lines), default=0)
    parted = lines[:1]
    for line, below in pairwise(lines):
        had_room = len(line) > WRAPPED or len(line) + len(below.split(" ", 1)[0]) < widest
        parted += ["", below] if had_room and below.lstrip(" ¿¡“«")[:1].isupper() else [below]
    return "\n".join(parted)


def find_greeted(text: str) -> str:
    """The name that a letter greets: the person's own, which is nobody's to hide; "" when there is none."""
    found = _GREETED.search(text)
    return found[1] if found else ""


def _says_something(sentence: str) -> bool:
    if sentence.endswith(",") and len(sentence.split()) <= A_NAME + 1:
        return False
    return bool(_ENDS.search(sentence)) or len(sentence.split()) > A_NAME
