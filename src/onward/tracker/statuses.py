"""What a status means: the word itself, or the known words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from onward.facts import ENDINGS, STAGES, TALKS, Ending, Stage
from onward.tracker.fields import KINDS
from onward.tracker.words import PUT_AWAY, gather_words, map_hints, map_statuses, normalize

NOTHING = "nothing"  # it says nothing of where the job stands
NO_JOB = "no job"  # the row isn't about a job
PLUS = "+"  # between two kinds that one word says: "interview+rejected"
_LONGEST = 6  # words of a known phrase
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


def word_of(status: str) -> str:
    """A status as it is asked about and remembered."""
    return normalize(status) or " ".join(status.split()).casefold()


@lru_cache(maxsize=20_000)
def read_status(status: str) -> StatusMeaning:
    """What a status that no layout names means.

    >>> read_status("Rejected ❌").value, read_status("Rejected after 2nd interview"), read_status("chatting")
    ('rejected', StatusMeaning(value='interview+rejected', sure=False), StatusMeaning(value='', sure=False))
    """
    plain = normalize(status)
    if not plain:
        return UNKNOWN
    whole = _look_up(plain)
    if whole is None and "(" in status:
        plain = normalize(status.partition("(")[0]) or plain
        whole = _look_up(plain)
    return whole or _look_up(_to_base(plain)) or _read_parts(plain)


def _to_base(plain: str) -> str:
    """“nao selecionada” as “nao selecionado”: words stand in the list in the form of a dictionary.

    >>> _to_base("nao selecionadas"), _to_base("candidature refusee")
    ('nao selecionado', 'candidature refuse')
    """
    return " ".join(_FEMININE.sub(lambda found: "o" if found[1] else "e", word) for word in plain.split())


def _look_up(plain: str) -> StatusMeaning | None:
    if plain in map_hints():
        return StatusMeaning(map_hints()[plain], sure=False)
    if plain in map_statuses():
        value = map_statuses()[plain]
        return StatusMeaning(value, sure=_is_sure(plain, value))
    return None


def _is_sure(plain: str, value: str) -> bool:
    """Only the person closes what is silent, so words of silence are asked about; Onward's own word is meant."""
    return value != Ending.CLOSED or plain == value


def _read_parts(plain: str) -> StatusMeaning:
    words = plain.split()
    found, left = [], []
    for phrase, value in _cut_phrases(words, _map_all()):
        if value is None:
            left.append(phrase)
        else:
            found.append((phrase, value))
    if not found or gather_words("beside", "negates").intersection(left):
        return UNKNOWN
    values = list(dict.fromkeys(value for _, value in found))
    doubt = bool(gather_words("beside", "doubts").intersection(left)) or any(p in map_hints() for p, _ in found)
    value, one = _join_values(values), len(values) == 1 or all(value in TALKS for value in values)
    return StatusMeaning(value, sure=not doubt and one and _is_sure("", value))


@cache
def _map_all() -> Mapping[str, str]:
    return {**map_hints(), **map_statuses()}


def _cut_phrases(words: list[str], known: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """The words from the left, the longest known phrase at each place; what isn't known is passed on by itself."""
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            if phrase in known:
                yield phrase, known[phrase]
                at += length
                break
        else:
            yield words[at], None
            at += 1


def _join_values(values: list[str]) -> str:
    """An ending stands behind the furthest stage that is named with it; of stages the furthest counts."""
    if PUT_AWAY in values:
        return PUT_AWAY
    stages = sorted((Stage(value) for value in values if value in STAGES), key=lambda stage: stage.rank)
    ends = [value for value in values if value in ENDINGS]
    others = [value for value in values if value not in STAGES and value not in ENDINGS]
    reached = [str(stage) for stage in stages[-1:] if stage.rank > Stage.APPLIED.rank or not ends]
    return PLUS.join([*reached, *others, *ends[-1:]])
