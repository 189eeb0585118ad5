"""Decide what a letter is: its kind, how sure that is, and the sentences that decided it."""

from __future__ import annotations

import re
from math import sqrt

from onward.facts import LetterKind
from onward.notice.kind.elsewhere import is_about_an_interview, is_elsewhere
from onward.notice.kind.first_look import bound_other
from onward.notice.kind.language import detect_language, is_learned_language
from onward.notice.kind.traits import Glance, SentenceTraits, Traits, glance_at
from onward.notice.kind.weights import (
    KINDS,
    KNOWN,
    Matrix,
    Numbers,
    WeighedWords,
    Weights,
    attribute_words,
    load_shipped_weights,
    score_letter,
    to_odds,
    weigh_words,
)
from onward.notice.kind.work import is_about_a_job, is_about_work
from onward.notice.message.letter import Letter, find_own_words
from onward.notice.verdict import Because, Guess

_REASONS = 3  # sentences shown at most
_WORTH = 0.35  # of the strongest sentence's weight, to be shown beside it
_AS_A_PART = 2  # what a sentence adds to the whole letter counts twice what it says by itself
_WHOLE = 4  # words; fewer are a greeting, a name or a title more often than what decided
_FRAGMENT = 0.5  # what such a fragment counts
_NO, _OTHER = KINDS.index(LetterKind.REJECTION), KINDS.index(LetterKind.OTHER)
_DECISIONS = frozenset({LetterKind.REJECTION, LetterKind.OFFER})
_ABOUT_A_JOB = (
    LetterKind.CONFIRMATION,
    LetterKind.ASSESSMENT,
    LetterKind.INTERVIEW,
    LetterKind.REJECTION,
    LetterKind.OFFER,
    LetterKind.FEEDBACK,
)
_MAYBE, _MAYBE_ABOUT_WORK = 0.3, 0.48  # that a letter that can't be read is about a job
_FEW = 5  # words; a letter of fewer (“Please see attached”) says nothing without doubt
_MOSTLY = (
    0.7  # that a letter of so few words, none of a job, is other mail: more, and one in a conversation wouldn't wait
)
_LONG = 240  # code points of a sentence, from which only its clauses with signs are shown
_CLAUSE = re.compile(r"[,;:]\s|\s[-–—]\s|\n")


def _glance(letter: Letter, spans: tuple[tuple[int, int], ...]) -> Glance:
    """What the model sees of a letter at first; quoted replies are somebody else's words."""
    sender = f"{letter.sender.name} {letter.sender.address}"
    return glance_at(letter.subject, letter.body, spans, sender.strip())


def is_in_doubt(weights: Weights, chances: Numbers) -> bool:
    """Whether the best kind is below its limit, or a no is too likely to rule out."""
    best = chances.index(max(chances))
    return chances[best] < weights.sure[best] or (best != _NO and chances[_NO] >= weights.wary)


def _cut_clause(text: str, said: SentenceTraits) -> tuple[int, int]:
    """The sentence without the space around it; of a very long one the clauses that hold its signs."""
    start, end = said.start, said.end
    if end - start > _LONG and said.signs:
        first, last = min(a for a, _ in said.signs.values()), max(b for _, b in said.signs.values())
        start = max((m.end() for m in _CLAUSE.finditer(text, start, first)), default=start)
        end = next((m.start() for m in _CLAUSE.finditer(text, max(last, start + 1), end)), end)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, start + len(text[start:end].rstrip())


def _find_reasons(weights: Weights, letter: Letter, seen: Traits, alone: Matrix, kind: int) -> tuple[Because, ...]:
    """The sentences that speak most for the kind, the strongest first: by themselves, and as parts of the whole.

    Of 462 of our own letters, taking the first away lowers the logarithm of the odds by 2.85 in the mean; by 2.74 when
    each is only looked at by itself, and by 3.01 for whichever lowers it most.
    """
    strength = []
    for by_itself, part, said in zip(alone, attribute_words(weights, seen), seen.said, strict=True):
        lead = _lead([to_odds(one) for one in by_itself], kind) + _AS_A_PART * _lead(part, kind)
        strength.append(lead if _is_whole(letter, said) else min(lead, _FRAGMENT * lead))
    ranked = sorted(range(len(alone)), key=lambda place: -strength[place])[:_REASONS]
    least = max(0.5, _WORTH * max(strength, default=0.0))
    found = []
    for place in (place for place in ranked if place == ranked[0] or strength[place] > least):
        said = seen.said[place]
        text = letter.subject if said.field == "subject" else letter.body
        start, end = _cut_clause(text, said)
        found.append(Because(said.field, start, end, text[start:end]))
    return tuple(found)


def _lead(scores: Numbers, kind: int) -> float:
    """How far something speaks for a kind and against the next best one."""
    return scores[kind] - max(scores[:kind] + scores[kind + 1 :])


def _is_whole(letter: Letter, said: SentenceTraits) -> bool:
    """Whether a sentence says something to whoever reads it alone; a greeting, a name or a title doesn't."""
    text = (letter.subject if said.field == "subject" else letter.body)[said.start : said.end].strip()
    return len(text.split()) >= _WHOLE and not text.endswith(",")


def classify_letter(letter: Letter, weights: Weights | None = None, *, briefly: bool = False) -> Guess:
    """The kind of a letter, with a chance for every kind. Never raises; a letter without words is `other`, unsure.

    Looked at `briefly`, surely other mail has no chances, the least that its own can be, and no reasons.
    """
    weights = weights or load_shipped_weights()
    spans = find_own_words(letter.body)
    own, glance = "\n".join(letter.body[start:end] for start, end in spans), _glance(letter, spans)
    if glance.bare.is_wordless:
        return _guess_unread(letter)
    words = weigh_words(weights, glance.bare)
    text = f"{letter.subject}\n{own}"
    is_learned = is_known(words, text)
    if briefly and is_learned and (least := bound_other(weights, glance, words)) is not None:
        return Guess(LetterKind.OTHER, least, unsure=False, language=glance.bare.language)
    seen = glance.find_all_signs()
    chances, alone = score_letter(weights, seen, words)
    if not is_learned:
        chances = flatten(chances)
    few = len(own.split()) < _FEW
    in_doubt = not is_learned or is_in_doubt(weights, chances) or (few and chances.index(max(chances)) != _OTHER)
    if few and not is_about_a_job(text, seen.language, letter.sender.name):
        chances = lean_to_other(chances)
    kind = KINDS[chances.index(max(chances))]
    said = kind, text, seen.language, letter.sender.name
    too_little = says_too_little(*said)
    if briefly and kind is LetterKind.OTHER and not in_doubt:
        return Guess(kind, max(chances), unsure=False, language=seen.language)
    return Guess(
        kind=kind,
        probability=max(chances),
        unsure=in_doubt or too_little,
        sure_if_known=too_little and not in_doubt and may_be_explained(*said),
        because=_find_reasons(weights, letter, seen, alone, KINDS.index(kind)),
        chances=dict(zip(KINDS, chances, strict=True)),
        language=seen.language,
    )


def tell_language(letter: Letter) -> str | None:
    """The language of what its sender wrote."""
    return detect_language("\n".join((letter.subject, *(letter.body[a:b] for a, b in find_own_words(letter.body)))))


def is_known(words: WeighedWords, text: str) -> bool:
    """Whether a letter is in a language that was learned, as far as its small words or its other words tell."""
    learned = is_learned_language(text)
    return words.known >= KNOWN if learned is None else learned


def flatten(chances: Numbers) -> Numbers:
    """Chances of what was read in a language that was not learned: half as far apart."""
    roots = [sqrt(one) for one in chances]
    return [root / sum(roots) for root in roots]


def lean_to_other(chances: Numbers) -> Numbers:
    """Chances of a letter of a few words, none of them of a job: most are everyday mail (“hi”, “See you at 8?”),
    whatever the one or two words that are known would say of a longer one. From somebody at a job it still waits.
    """
    return [
        _MOSTLY * (kind is LetterKind.OTHER) + (1 - _MOSTLY) * one for kind, one in zip(KINDS, chances, strict=True)
    ]


def says_too_little(kind: LetterKind, text: str, language: str | None = None, sender: str = "") -> bool:
    """Whether nothing may be said without doubt: a no or an offer doesn't speak of a job, or does of a flat or a loan,
    or an invitation says not to what.
    """
    named = f"{sender}\n{text}"
    if kind is LetterKind.INTERVIEW:
        return not is_about_an_interview(text, language, sender)
    return kind in _DECISIONS and (is_elsewhere(named, language) or not is_about_a_job(text, language, sender))


def may_be_explained(kind: LetterKind, text: str, language: str | None, sender: str) -> bool:
    """Whether a conversation about a job explains what a letter itself says too little of: an invitation, or a no that
    speaks of nothing else.
    """
    if kind is LetterKind.REJECTION:
        return not is_elsewhere(f"{sender}\n{text}", language)
    return kind is LetterKind.INTERVIEW


def _guess_unread(letter: Letter) -> Guess:
    """Nothing is known. It waits where somebody at a job wrote it, or where its subject speaks of work."""
    about = _MAYBE_ABOUT_WORK if is_about_work(letter.subject) else _MAYBE
    share = about / len(_ABOUT_A_JOB)
    chances = {kind: share if kind in _ABOUT_A_JOB else 0.0 for kind in KINDS}
    chances[LetterKind.OTHER] = 1 - about
    return Guess(LetterKind.OTHER, 1 - about, unsure=True, chances=chances, language=detect_language(letter.subject))
