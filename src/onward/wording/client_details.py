"""A scan, on the device, for what could point to a client or patient. It warns; it does not certify.

The classes are the 18 of the HIPAA Safe Harbor rule (45 CFR 164.514(b)(2)), with facilities and rare combinations
beside them. Every pattern is linear in the text. What it misses it misses silently: `PROMISE` says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from onward.wording.client_patterns import RULES, Detail
from onward.wording.client_words import DIAGNOSES
from onward.wording.span import plain

BEFORE = "No client details. Describe your steps, not the person."
PROMISE = "This looks for names, dates, ages, places and numbers. It misses some, so it isn’t a HIPAA guarantee."


@dataclass(frozen=True, slots=True)
class ClientDetail:
    """One detail: `text[start:end]`, its class, and a sentence that says what to write instead."""

    start: int
    end: int
    text: str
    detail: Detail
    suggestion: str


def client_details(text: str, *, known: Iterable[str] = ()) -> tuple[ClientDetail, ...]:
    """What could point to a client, in order, without overlaps.

    `known` are names that may be there: the person's own, the interviewer's, the employer's. A detail made only of
    their words is not reported.
    """
    words = frozenset(word for name in known for word in _WORD.findall(name.casefold()))
    found = [d for rule in RULES for d in _by(rule, plain(text), text) if not _is_known(d, words)]
    return _apart((*found, *_combined(text, found)))


def _by(rule: tuple[Detail, re.Pattern[str]], smooth: str, text: str) -> Iterable[ClientDetail]:
    detail, pattern = rule
    for match in pattern.finditer(smooth):
        start, end = match.span("it") if "it" in pattern.groupindex else match.span()
        yield ClientDetail(start, end, text[start:end], detail, _suggest(detail, text[start:end]))


def _is_known(found: ClientDetail, words: frozenset[str]) -> bool:
    if found.detail not in _NAMING:
        return False
    own = [word for word in _WORD.findall(found.text.casefold()) if word not in _TITLES]
    return bool(own) and all(word in words for word in own)


def _combined(text: str, found: list[ClientDetail]) -> Iterable[ClientDetail]:
    """A diagnosis in one sentence with a place, a facility or an age can name somebody without a name."""
    pointers = [d for d in found if d.detail in (Detail.PLACE, Detail.FACILITY, Detail.AGE)]
    ends = [m.start() for m in _SENTENCE.finditer(text)]
    sentences = {bisect_left(ends, d.start) for d in pointers}
    for match in _DIAGNOSIS.finditer(text) if sentences else ():
        if bisect_left(ends, match.start()) in sentences:
            yield ClientDetail(match.start(), match.end(), match.group(), Detail.RARE, _COMBINED)


def _apart(found: Iterable[ClientDetail]) -> tuple[ClientDetail, ...]:
    kept: list[ClientDetail] = []
    for one in sorted(found, key=lambda d: (d.start, -d.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _suggest(detail: Detail, text: str) -> str:
    return _age(text) if detail is Detail.AGE else _SUGGESTIONS[detail]


def _age(text: str) -> str:
    """The general word for an age; over 89 an age is an identifier by itself."""
    digits = re.search(r"\d{1,3}", text)
    if digits is None:
        return "Say “a teen”, “an adult” or “an older adult”."
    years = 0 if re.search(r"month|week|day", text, re.IGNORECASE) else int(digits.group())
    word = next(word for below, word in _AGES if years < below)
    return f"Say “{word}”." + (" An age over 89 can point to one person." if years > 89 else "")


_AGES = (
    (3, "a young child"),
    (13, "a child"),
    (18, "a teen"),
    (30, "a young adult"),
    (65, "an adult"),
    (1000, "an older adult"),
)
_COMBINED = (
    "A diagnosis beside an age or a place can point to one person. Keep one of them, or say “a client in outpatient”."
)
_SUGGESTIONS: dict[Detail, str] = {
    Detail.NAME: "Say “a client”, “a teen in outpatient” or “a parent” instead of the name.",
    Detail.PLACE: "Say “a rural area” or “a mid-sized city”; a state is wide enough to keep.",
    Detail.FACILITY: "Say the kind of place: “an inpatient unit”, “a community clinic”.",
    Detail.DATE: "Say “last year” or “early in treatment”; only a year can stay.",
    Detail.PHONE: "Leave the number out.",
    Detail.EMAIL: "Leave the address out.",
    Detail.SOCIAL_SECURITY: "Leave the number out.",
    Detail.RECORD: "Leave the record number out.",
    Detail.ACCOUNT: "Leave the number out.",
    Detail.LICENSE: "Leave the number out.",
    Detail.VEHICLE: "Leave the vehicle out.",
    Detail.DEVICE: "Leave the device number out.",
    Detail.LINK: "Leave the link out.",
    Detail.NETWORK: "Leave the address out.",
    Detail.BODY: "Leave it out; no body print is needed for your steps.",
    Detail.PHOTO: "Leave the picture out; describe what you did.",
    Detail.CODE: "Leave the number out.",
    Detail.RARE: "This may point to one person even without a name. Keep your steps, change or drop this.",
}
_NAMING = frozenset({Detail.NAME, Detail.FACILITY, Detail.PLACE, Detail.EMAIL, Detail.LINK})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "hi", "dear", "hello", "the", "at", "in", "from"})
_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[.!?\n]")
_DIAGNOSIS = re.compile(rf"\b(?:{'|'.join(DIAGNOSES)})\b", re.IGNORECASE)
