"""A scan, on the device, for what could point to a client or patient. It warns; it does not certify.

The classes are the 18 of the HIPAA Safe Harbor rule (45 CFR 164.514(b)(2)), with facilities and rare combinations
beside them. Every pattern is linear in the text. What it misses it misses silently; the page says that it doesn't
certify.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onward.wording.client_capitals import KNOWN_CAPITALS
from onward.wording.client_names import find_names
from onward.wording.client_own import is_own_day, is_own_person, is_own_place
from onward.wording.client_patterns import DetailKind, DetailRule, load_diagnoses, load_rules
from onward.wording.counts import join_sentences
from onward.wording.span import straighten_quotes

BEFORE = "No client details. Describe your steps, not the person."


@dataclass(frozen=True, slots=True)
class ClientDetail:
    """One detail: `text[start:end]`, its class, and a sentence that says what to write instead."""

    start: int
    end: int
    text: str
    detail: DetailKind
    suggestion: str


def find_client_details(text: str, *, known: Iterable[str] = ()) -> tuple[ClientDetail, ...]:
    """What could point to a client, in order, without overlaps.

    `known` are names that may be there: the person's own, the interviewer's, the employer's. A detail made only of
    their words is not reported.

    >>> [detail.text for detail in find_client_details("My client Maria Lopez came every week.")]
    ['Maria Lopez']
    """
    words = frozenset(word for name in known for word in _WORD.findall(name.casefold()))
    smooth = straighten_quotes(text)
    every = [d for rule in load_rules() for d in _find_by_rule(rule, smooth, text)] + [
        _make_named(*span, text) for span in find_names(smooth)
    ]
    found = [d for d in every if not _is_known(d, words) and not _is_own(d, smooth)]
    return _drop_overlaps((*found, *_find_combined(text, found)), text)


def _find_by_rule(rule: DetailRule, smooth: str, text: str) -> Iterable[ClientDetail]:
    named = rule.pattern.groupindex
    for match in rule.pattern.finditer(smooth):
        start, end = match.span(next((name for name in named if match[name]), 0))
        if named and rule.kind in _THERE and _begins_known(text[start:end]):
            continue
        yield ClientDetail(start, end, text[start:end], rule.kind, _suggest_instead(rule.kind, text[start:end]))


def _begins_known(text: str) -> bool:
    """Whether it begins like a tool or a state; “Two Harbors” only begins like a number."""
    first, _, rest = text.partition(" ")
    return _FIRST.split(first, maxsplit=1)[0] in KNOWN_CAPITALS and not (first in _NUMBERS and rest[:1].isupper())


def _make_named(start: int, end: int, text: str) -> ClientDetail:
    return ClientDetail(
        start, end, text[start:end], DetailKind.NAME, _suggest_instead(DetailKind.NAME, text[start:end])
    )


def _is_known(found: ClientDetail, words: frozenset[str]) -> bool:
    if found.detail not in _NAMING:
        return False
    own = [word for word in _WORD.findall(found.text.casefold()) if word not in _TITLES]
    return bool(own) and all(word in words for word in own)


def _is_own(found: ClientDetail, smooth: str) -> bool:
    """Whether it is of one's own people, days or places."""
    if found.detail is DetailKind.NAME:
        return is_own_person(smooth, found.start, found.end)
    if found.detail is DetailKind.PLACE or found.detail is DetailKind.FACILITY:
        return is_own_place(smooth, found.start)
    return found.detail is DetailKind.DATE and is_own_day(_cut_sentence(smooth, found.start), found.text)


def _cut_sentence(text: str, at: int) -> str:
    """The sentence around this place."""
    begin = max((text.rfind(end, max(0, at - _FAR), at) for end in ".!?\n"), default=-1) + 1
    ends = [there for end in ".!?\n" if (there := text.find(end, at, at + _FAR)) >= 0]
    return text[begin : min(ends, default=at + _FAR)]


def _find_combined(text: str, found: list[ClientDetail]) -> Iterable[ClientDetail]:
    """A diagnosis in one sentence with a place, a facility or an age can name somebody without a name."""
    pointers = [d for d in found if d.detail in (DetailKind.PLACE, DetailKind.FACILITY, DetailKind.AGE)]
    ends = [m.start() for m in _SENTENCE.finditer(text)]
    sentences = {bisect_left(ends, d.start) for d in pointers}
    for match in load_diagnoses().finditer(text) if sentences else ():
        if bisect_left(ends, match.start()) in sentences:
            yield ClientDetail(match.start(), match.end(), match.group(), DetailKind.RARE, _COMBINED)


def _drop_overlaps(found: Iterable[ClientDetail], text: str) -> tuple[ClientDetail, ...]:
    """In order without overlaps: two of one class become one, and what reaches past another keeps its own end."""
    kept: list[ClientDetail] = []
    for one in sorted(found, key=lambda d: (d.start, -d.end)):
        last = kept[-1] if kept else None
        if last is None or one.start >= last.end:
            kept.append(one)
        elif one.end > last.end and one.detail is last.detail:
            kept[-1] = replace(last, end=one.end, text=text[last.start : one.end])
        elif rest := text[last.end : one.end].lstrip():
            kept.append(replace(one, start=one.end - len(rest), text=rest))
    return tuple(kept)


def _suggest_instead(detail: DetailKind, text: str) -> str:
    return _suggest_for_age(text) if detail is DetailKind.AGE else _SUGGESTIONS[detail]


def _suggest_for_age(text: str) -> str:
    """The general word for an age; over 89 an age is an identifier by itself."""
    digits = re.search(r"\d{1,3}", text)
    if digits is None:
        return "Say “a teen”, “an adult” or “an older adult”."
    years = 0 if re.search(r"month|week|day", text, re.IGNORECASE) else int(digits.group())
    word = next(word for below, word in _AGES if years < below)
    return join_sentences(f"Say “{word}”.", "An age over 89 can point to one person." if years > 89 else "")


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
_SUGGESTIONS: dict[DetailKind, str] = {
    DetailKind.NAME: "Say “a client”, “a teen in outpatient” or “a parent” instead of the name.",
    DetailKind.PLACE: "Say “a rural area” or “a mid-sized city”; a state is wide enough to keep.",
    DetailKind.FACILITY: "Say the kind of place: “an inpatient unit”, “a community clinic”.",
    DetailKind.DATE: "Say “last year” or “early in treatment”; only a year can stay.",
    DetailKind.PHONE: "Leave the number out.",
    DetailKind.EMAIL: "Leave the address out.",
    DetailKind.SOCIAL_SECURITY: "Leave the number out.",
    DetailKind.RECORD: "Leave the record number out.",
    DetailKind.ACCOUNT: "Leave the number out.",
    DetailKind.LICENSE: "Leave the number out.",
    DetailKind.VEHICLE: "Leave the vehicle out.",
    DetailKind.DEVICE: "Leave the device number out.",
    DetailKind.LINK: "Leave the link out.",
    DetailKind.NETWORK: "Leave the address out.",
    DetailKind.BODY: "Leave it out; no body print is needed for your steps.",
    DetailKind.PHOTO: "Leave the picture out; describe what you did.",
    DetailKind.CODE: "Leave the number out.",
    DetailKind.RARE: "This may point to one person even without a name. Keep your steps, change or drop this.",
}
_THERE = frozenset({DetailKind.PLACE, DetailKind.FACILITY})  # after “from” or “at” there may also be a tool or a state
_FAR = 300  # characters of one sentence that are looked at
_FIRST = re.compile(r"[^\w]")
_NUMBERS = frozenset({"One", "Two", "Three", "Four", "Five"})
_NAMING = frozenset({DetailKind.NAME, DetailKind.FACILITY, DetailKind.PLACE, DetailKind.EMAIL, DetailKind.LINK})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "hi", "dear", "hello", "the", "at", "in", "from"})
_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[.!?\n]")
