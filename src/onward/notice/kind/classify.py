"""Decide what a letter is: its kind, how sure that is, and the sentences that decided it."""

from __future__ import annotations

import re

import numpy as np

from onward.facts import LetterKind
from onward.notice.kind.language import detect_language
from onward.notice.kind.traits import Floats, SentenceTraits, Traits, observe_traits
from onward.notice.kind.weights import KINDS, Weights, load_shipped_weights, score_letter
from onward.notice.message.letter import Letter, find_own_words
from onward.notice.verdict import Because, Guess

_REASONS = 3  # sentences shown at most
_WORTH = 0.35  # of the strongest sentence's weight, to be shown beside it
_NO = KINDS.index(LetterKind.REJECTION)
_LONG = 240  # code points of a sentence, from which only its clauses with signs are shown
_CLAUSE = re.compile(r"[,;:]\s|\s[-–—]\s|\n")


def observe_letter(letter: Letter) -> Traits:
    """What the model sees of a letter; quoted replies are somebody else's words."""
    sender = f"{letter.sender.name} {letter.sender.address}"
    return observe_traits(letter.subject, letter.body, find_own_words(letter.body), sender.strip())


def is_in_doubt(weights: Weights, chances: Floats) -> bool:
    """Whether the best kind is below its limit, or a no is too likely to rule out."""
    best = int(chances.argmax())
    return bool(chances[best] < weights.sure[best] or (best != _NO and chances[_NO] >= weights.wary))


def _clause(text: str, said: SentenceTraits) -> tuple[int, int]:
    """The sentence without the space around it; of a very long one the clauses that hold its signs."""
    start, end = said.start, said.end
    if end - start > _LONG and said.signs:
        first, last = min(a for a, _ in said.signs.values()), max(b for _, b in said.signs.values())
        start = max((m.end() for m in _CLAUSE.finditer(text, start, first)), default=start)
        end = next((m.start() for m in _CLAUSE.finditer(text, max(last, start + 1), end)), end)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, start + len(text[start:end].rstrip())


def _strength(sentences: Floats, kind: int) -> Floats:
    """How far each sentence speaks for a kind and against the next best one."""
    others = np.delete(sentences, kind, axis=1).max(axis=1)
    return np.asarray(sentences[:, kind] - others, dtype=np.float32)


def _because(letter: Letter, seen: Traits, sentences: Floats, kind: int) -> tuple[Because, ...]:
    """The sentences that speak most for the kind, the strongest first."""
    if not len(sentences):
        return ()
    strength = _strength(sentences, kind)
    ranked = np.argsort(-strength, kind="stable")[:_REASONS]
    keep = [int(i) for i in ranked if i == ranked[0] or strength[i] > max(0.5, _WORTH * strength[ranked[0]])]
    found = []
    for said in (seen.said[i] for i in keep):
        text = letter.subject if said.field == "subject" else letter.body
        start, end = _clause(text, said)
        found.append(Because(said.field, start, end, text[start:end]))
    return tuple(found)


def classify_letter(letter: Letter) -> Guess:
    """The kind of a letter, with a chance for every kind. Never raises; a letter without words is `other`, unsure."""
    seen = observe_letter(letter)
    weights = load_shipped_weights()
    chances, sentences = score_letter(weights, seen)
    wordless = not len(seen.grams)
    kind = KINDS.index(LetterKind.OTHER) if wordless else int(chances.argmax())
    return Guess(
        kind=KINDS[kind],
        probability=float(chances[kind]),
        unsure=wordless or is_in_doubt(weights, chances),
        because=_because(letter, seen, sentences, kind),
        chances={one: float(chance) for one, chance in zip(KINDS, chances, strict=True)},
        language=detect_language(f"{letter.subject}\n{letter.body[:1000]}"),
    )
