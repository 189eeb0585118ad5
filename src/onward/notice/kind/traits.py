"""What the model sees of a letter: per sentence its word sequences as numbers and its signs, and a few traits of the
whole.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from operator import xor
from typing import NamedTuple
from zlib import crc32

from onward.notice.kind.ideas import find_ideas, join_ideas
from onward.notice.kind.language import detect_language
from onward.notice.kind.sentences import cut_sentences, fold_sentence, list_words
from onward.notice.kind.signs import STEM, SignPattern, find_candidates, find_signs
from onward.notice.languages.load import compile_words, join_words

_SECOND, _THIRD = 2_654_435_761, 2_246_822_519  # odd, so that nothing is lost by multiplying
_STEMMED = 0x9747B28C  # keeps a stem apart from a word that looks like it
_SUBJECT = 0x5BD1E995  # keeps the words of a subject apart from those of a body
_BITS = 0xFFFF_FFFF  # a sequence is a number of 32 bits
KEPT = 12_000  # words whose numbers are kept

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


@dataclass(frozen=True, slots=True)
class SentenceTraits:
    """One sentence of a letter: where it stands in its field, where its signs stand, its sequences of one to three
    words and behind them those of its ideas, and how many of them are words.
    """

    field: str
    start: int
    end: int
    signs: dict[int, tuple[int, int]]
    grams: list[int]
    spoken: int


@dataclass(frozen=True, slots=True)
class Traits:
    """All the model sees."""

    said: tuple[SentenceTraits, ...]
    whole: tuple[float, ...]
    words: frozenset[str] = frozenset()
    language: str | None = None

    @property
    def is_wordless(self) -> bool:
        """Whether there is no word in it."""
        return not any(one.grams for one in self.said)

    def count_signs(self) -> Counter[int]:
        """How many sentences have each sign."""
        return Counter(place for one in self.said for place in one.signs)


class HashedWord(NamedTuple):
    """A word as numbers: the whole of it, its stem, what that adds to a sequence it begins, and the stem by itself; 0
    where it is no shorter.
    """

    whole: int
    stem: int
    begins: int
    shorter: int


class _Hashes(dict[str, HashedWord]):
    """Words of one field as numbers, worked out when they are first seen."""

    def __init__(self, salt: int) -> None:
        super().__init__()
        self.salt = salt

    def __missing__(self, word: str) -> HashedWord:
        if len(self) > KEPT:
            self.clear()
        whole = crc32(word.encode("utf-8", "surrogatepass")) ^ self.salt
        stem = crc32(word[:STEM].encode("utf-8", "surrogatepass")) ^ self.salt
        shorter = 0 if whole == stem else stem ^ _STEMMED
        self[word] = found = HashedWord(whole, stem, stem * _SECOND & _BITS, shorter)
        return found


_OF_BODY, _OF_SUBJECT = _Hashes(0), _Hashes(_SUBJECT)


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of a letter before its signs are looked for, which costs as much as all the rest."""

    bare: Traits  # no sentence has its signs
    candidates: tuple[tuple[SignPattern, ...], ...]  # of each sentence, the signs that it may have
    texts: dict[str, str]  # of each field, folded

    def find_all_signs(self) -> Traits:
        """All the model sees."""
        said = (
            replace(one, signs=find_signs(self.texts[one.field], one.start, one.end, candidates)) if candidates else one
            for one, candidates in zip(self.bare.said, self.candidates, strict=True)
        )
        return replace(self.bare, said=tuple(said))


def _hash_grams(spoken: list[str], hashes: _Hashes) -> list[int]:
    """Every word, every stem that is shorter than its word, and every two and three stems in a row in one sentence."""
    if not spoken:
        return []
    wholes, stems, begins, shorter = zip(*map(hashes.__getitem__, spoken), strict=True)
    twos = list(map(xor, begins, stems[1:]))
    threes = [(two * _THIRD & _BITS) ^ one for two, one in zip(twos, stems[2:])]  # noqa: B905  # one fewer
    return [*wholes, *filter(None, shorter), *twos, *threes]


def _observe_whole(sender: str, subject: str) -> tuple[float, ...]:
    told = [float(bool(pattern.search(sender))) for pattern in _about_sender()]
    return (*told, *(float(bool(pattern.match(subject))) for pattern in _about_subject()))


def observe_traits(subject: str, body: str, spans: tuple[tuple[int, int], ...] | None, sender: str) -> Traits:
    """Look at a letter: `spans` are the parts of the body that the sender wrote now, None for all of it."""
    return glance_at(subject, body, spans, sender).find_all_signs()


def glance_at(subject: str, body: str, spans: tuple[tuple[int, int], ...] | None, sender: str) -> Glance:
    """Look at its words alone."""
    if compile_words("traits.no_subject", r"\s*[(\[]?", r"[)\]]?\s*\Z").match(subject):
        subject = ""
    own = "\n".join(body[start:end] for start, end in spans) if spans is not None else body
    language = detect_language(f"{subject}\n{own}")
    said: list[SentenceTraits] = []
    candidates: list[tuple[SignPattern, ...]] = []
    words: set[str] = set()
    texts = {"subject": fold_sentence(subject[:400]), "body": fold_sentence(body)}
    for field, inside, hashes in (("subject", None, _OF_SUBJECT), ("body", spans, _OF_BODY)):
        text = texts[field]
        for start, end in cut_sentences(text, inside):
            spoken = list_words(text, start, end)
            words.update(spoken)
            candidates.append(find_candidates(text, start, end, spoken))
            grams, ideas = _hash_grams(spoken, hashes), join_ideas(find_ideas(spoken, language))
            said.append(SentenceTraits(field, start, end, {}, grams + ideas, len(grams)))
    bare = Traits(tuple(said), _observe_whole(sender.lower(), subject.lower()), frozenset(words), language)
    return Glance(bare, tuple(candidates), texts)
