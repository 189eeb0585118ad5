"""The known words among those of a status: which counts beside which, and what is negated."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onward.facts import ENDINGS, OFFERS, STAGES, TALKS, THEIR_NOS, Ending, Stage
from onward.tracker.fields import KINDS
from onward.tracker.words import PUT_AWAY, gather_words, map_beginnings, map_hints, map_statuses

PLUS = "+"  # between two kinds that one word says: "interview+rejected"
_LONGEST = 6  # words of a known phrase
_NEAR = 3  # words from a negation to what it negates
_FEMININE = re.compile(r"(?<=\w{3})(?:(a)s?|ees?)$")


@dataclass(frozen=True, slots=True)
class StatusMeaning:
    """What a status was taken for. `value` is "" while nobody knows; unless `sure` the word is asked about."""

    value: str
    sure: bool = True

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of events it says."""
        return tuple(kind for kind in self.value.split(PLUS) if kind in KINDS)


UNKNOWN = StatusMeaning("", sure=False)
_Phrase = tuple[str, str]  # words as they stand, and the kind they name, "" for none


def look_up(plain: str) -> StatusMeaning | None:
    """A phrase that is known as it stands, or in the form of a dictionary."""
    for form in (plain, to_base(plain)):
        if form in map_hints():
            return StatusMeaning(map_hints()[form], sure=False)
        if form in map_statuses():
            value = map_statuses()[form]
            return StatusMeaning(value, sure=_is_sure(form, value))
    return None


def to_base(plain: str) -> str:
    """“nao selecionada” as “nao selecionado”: words stand in the list in the form of a dictionary.

    >>> to_base("nao selecionadas"), to_base("candidature refusee")
    ('nao selecionado', 'candidature refuse')
    """
    return " ".join(_FEMININE.sub(lambda found: "o" if found[1] else "e", word) for word in plain.split())


def read_words(plain: str) -> StatusMeaning:
    """What the known words of a status say together.

    >>> read_words("rejected without interview").value, read_words("still no answer").value
    ('rejected', 'closed')
    """
    phrases = _cut_phrases(plain.split())
    standing = _leave_out_negated(phrases)
    values = list(dict.fromkeys(value for _, value in standing if value))
    if not values:
        return _read_negated(plain) if len(standing) < len(phrases) or _negates(plain) else _read_beginnings(plain)
    left = {phrase for phrase, value in standing if not value}
    doubt = bool(gather_words("beside", "doubts") & left) or any(
        value and phrase not in map_statuses() and to_base(phrase) not in map_statuses() for phrase, value in standing
    )
    joined = _join_values(values)
    value = _turn(joined, plain)
    alone = len(values) == 1 or all(one in TALKS for one in values)
    offer = value in OFFERS and any(len(word) > 2 for word in left)  # “offre pourvue”: of a job, not of pay
    sure = alone and value == joined and len(standing) == len(phrases) and not (doubt or offer)
    return StatusMeaning(value, sure=sure and _is_sure("", value))


def _is_sure(plain: str, value: str) -> bool:
    """Only the person closes what is silent, so words of silence are asked about; Onward's own word is meant."""
    return value != Ending.CLOSED or plain == value


@cache
def _map_all() -> Mapping[str, str]:
    return {**map_hints(), **map_statuses()}


def _cut_phrases(words: Sequence[str]) -> list[_Phrase]:
    """The words from the left, the longest known phrase at each place; a word that negates is never one by itself."""
    found: list[_Phrase] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            value = _map_all().get(phrase) or _map_all().get(to_base(phrase), "")
            if value and (length > 1 or phrase not in gather_words("beside", "negates")):
                break
        else:
            phrase, length = words[at], 1
            value = begun if (begun := _find_beginning([phrase], "begins")) in ENDINGS else ""
        found.append((phrase, value))
        at += length
    return found


def _leave_out_negated(phrases: Sequence[_Phrase]) -> list[_Phrase]:
    """Without what stands behind a word that negates; beside an end, without a stage behind a word like “before”."""
    kept: list[_Phrase] = []
    ended = any(value in ENDINGS for _, value in phrases)
    for place, (phrase, value) in enumerate(phrases):
        before = [one for one, _ in phrases[max(0, place - _NEAR) : place]]
        negated = not gather_words("beside", "negates").isdisjoint(before)
        skipped = ended and value in STAGES and bool(gather_words("beside", "leaves_out").intersection(before[-1:]))
        if not value or not (negated or skipped):
            kept.append((phrase, value))
    return kept


def _negates(plain: str) -> bool:
    return not gather_words("beside", "negates").isdisjoint(plain.split())


def _read_negated(plain: str) -> StatusMeaning:
    """“Wasn’t shortlisted”: a word that is known behind one that negates it."""
    words = plain.split()
    at = next((place for place, word in enumerate(words) if word in gather_words("beside", "negates")), len(words))
    value = _find_beginning(words[at + 1 :], "negated")
    return StatusMeaning(_turn(value, plain), sure=False) if value else UNKNOWN


def _read_beginnings(plain: str) -> StatusMeaning:
    value = _find_beginning(plain.split(), "begins")
    return StatusMeaning(_turn(value, plain), sure=False) if value else UNKNOWN


def _find_beginning(words: Sequence[str], section: str) -> str:
    known = map_beginnings(section)
    return next((kind for word in words for begins, kind in known.items() if word.startswith(begins)), "")


def _turn(value: str, plain: str) -> str:
    """What stays silent so far is still open, and who says no oneself was not refused."""
    if value == Ending.CLOSED and _says(plain, "so_far"):
        return Stage.APPLIED
    *reached, ended = value.split(PLUS)
    refused = ended in THEIR_NOS or (ended == Ending.DECLINED and reached)  # “interview declined by me” is no offer
    if refused and _says(plain, "by_self"):
        return Ending.WITHDREW if set(OFFERS).isdisjoint(reached) else Ending.DECLINED
    return value


def _says(plain: str, words: str) -> bool:
    return any(f" {one} " in f" {plain} " for one in gather_words("beside", words))


def _join_values(values: list[str]) -> str:
    """An ending stands behind the furthest stage that is named with it; of stages the furthest counts."""
    if PUT_AWAY in values:
        return PUT_AWAY
    stages = sorted((Stage(value) for value in values if value in STAGES), key=lambda stage: stage.rank)
    ends = [value for value in values if value in ENDINGS]
    others = [value for value in values if value not in STAGES and value not in ENDINGS]
    reached = [str(stage) for stage in stages[-1:] if stage.rank > Stage.APPLIED.rank or not ends]
    return PLUS.join([*reached, *others, *ends[-1:]])
