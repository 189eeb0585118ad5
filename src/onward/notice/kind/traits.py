"""What the model sees of a letter: per sentence its word sequences as numbers and its signs, and a few traits of the
whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onward.notice.kind.sentences import cut_sentences, fold_sentence, list_words
from onward.notice.kind.signs import NAMES, STEM, find_signs
from onward.notice.languages.load import join_words

Floats = NDArray[np.float32]

_SECOND, _THIRD = np.uint32(2_654_435_761), np.uint32(2_246_822_519)  # odd, so that nothing is lost by multiplying
_STEMMED = np.uint32(0x9747B28C)  # keeps a stem apart from a word that looks like it
_SUBJECT = 0x5BD1E995  # keeps the words of a subject apart from those of a body

# What the fitted model was shown, to the letter: it reads name and address in one, and other words than the rule for a
# machine's address (`job/mailboxes.py`). It changes only together with newly fitted weights.
_AUTOMATIC = re.compile(r"no[-_.]?reply|do[-_.]?not[-_.]?reply|notification|notify|mailer|automat|receipt")
_BOARD = re.compile(
    r"alert|digest|newsletter|jobagent|indeed|linkedin|monster|glassdoor|ziprecruiter|stepstone|infojobs|xing"
)
_OF_NO_LANGUAGE = r"sv|odp"  # Swedish and Polish answers, which no file is for


@cache
def _about_sender() -> tuple[re.Pattern[str], ...]:
    return _AUTOMATIC, re.compile(join_words("traits.hiring")), _BOARD


@cache
def _about_subject() -> tuple[re.Pattern[str], ...]:
    reply, forward = join_words("traits.reply"), join_words("traits.forward")
    return (
        re.compile(rf"^\s*(?:{reply}|{_OF_NO_LANGUAGE})\s*(?:\[\d+\])?:"),
        re.compile(rf"^\s*(?:{forward})\s*:"),
    )


@cache
def _no_subject() -> re.Pattern[str]:
    return re.compile(rf"\s*[(\[]?(?:{join_words('traits.no_subject')})[)\]]?\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SentenceTraits:
    """One sentence of a letter: where it stands in its field, and where its signs stand."""

    field: str
    start: int
    end: int
    signs: dict[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Traits:
    """All the model sees. `grams[i]` is a sequence of one to three words of sentence `of[i]`."""

    said: tuple[SentenceTraits, ...]
    grams: NDArray[np.uint32]
    of: NDArray[np.intp]
    signs: Floats  # sentences x signs, 0 or 1
    whole: Floats


@lru_cache(1 << 15)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _hashes(said: list[str], salt: int) -> list[int]:
    return [_hash(word) ^ salt for word in said] if salt else [_hash(word) for word in said]


def _grams(
    full: NDArray[np.uint32], ones: NDArray[np.uint32], of: NDArray[np.intp]
) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
    """Every word, every stem that is shorter than its word, and every two and three stems in a row in one sentence."""
    twos = ones[:-1] * _SECOND ^ ones[1:]
    threes = twos[:-1] * _THIRD ^ ones[2:]
    short, two, three = full != ones, of[:-1] == of[1:], of[:-2] == of[2:]
    return (
        np.concatenate((full, ones[short] ^ _STEMMED, twos[two], threes[three])),
        np.concatenate((of, of[short], of[:-1][two], of[:-2][three])),
    )


def _whole(sender: str, subject: str) -> Floats:
    told = [float(bool(pattern.search(sender))) for pattern in _about_sender()]
    return np.array([*told, *(float(bool(pattern.match(subject))) for pattern in _about_subject())], dtype=np.float32)


def observe_traits(subject: str, body: str, spans: tuple[tuple[int, int], ...] | None, sender: str) -> Traits:
    """Look at a letter: `spans` are the parts of the body that the sender wrote now, None for all of it."""
    if _no_subject().match(subject):
        subject = ""
    said: list[SentenceTraits] = []
    full: list[int] = []
    ones: list[int] = []
    of: list[int] = []
    for field, text, inside, salt in (
        ("subject", fold_sentence(subject[:400]), None, _SUBJECT),
        ("body", fold_sentence(body), spans, 0),
    ):
        for start, end in cut_sentences(text, inside):
            spoken = list_words(text, start, end)
            full += _hashes(spoken, salt)
            stems = [word[:STEM] for word in spoken]
            ones += _hashes(stems, salt)
            of += [len(said)] * len(spoken)
            said.append(SentenceTraits(field, start, end, find_signs(text, start, end, stems)))
    marks = np.zeros((len(said), len(NAMES)), dtype=np.float32)
    for row, one in enumerate(said):
        marks[row, list(one.signs)] = 1
    grams, where = _grams(np.array(full, np.uint32), np.array(ones, np.uint32), np.array(of, np.intp))
    return Traits(tuple(said), grams, where, marks, _whole(sender.lower(), subject.lower()))
