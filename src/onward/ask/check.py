"""The checker: what in an ask would hurt before it is sent, why, and what to say instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from onward.ask.draft import MOST_WORDS, count_words
from onward.wording.client_details import client_details
from onward.wording.span import plain

TOO_MANY_WORDS = 120


class What(StrEnum):
    """What can be wrong with an ask."""

    ARGUMENT = "argument"
    REPROACH = "reproach"
    RECONSIDER = "reconsider"
    LEGAL = "legal threat"
    QUESTIONS = "two questions"
    CHASING = "chasing"
    APOLOGY = "apology spiral"
    CLIENT = "client details"
    LONG = "too long"
    LONGISH = "rather long"
    ATTACHMENT = "attachment"
    OTHERS = "who was hired"
    NO_QUESTION = "no question"


@dataclass(frozen=True, slots=True)
class Mark:
    """`text[start:end]` of what was checked; `why` is a sentence.

    `repair` is a sentence to use instead, "" to leave it out.

    `hint` marks are remarks: the message may go as it is.
    """

    start: int
    end: int
    what: What
    why: str
    repair: str
    hint: bool = False


def check(text: str, *, known: Iterable[str] = ()) -> tuple[Mark, ...]:
    """All marks on a message in the order of the text. `known`: names that may be there (you, them, the employer)."""
    marks = (*_phrases(text), *_questions(text), *_apologies(text), *_clients(text, known), *_length(text))
    return tuple(sorted(marks, key=lambda m: (m.start, m.end, m.what)))


def fine_to_send(marks: Iterable[Mark]) -> bool:
    """Whether nothing but hints was marked. The person may send anyway; it is their message."""
    return all(mark.hint for mark in marks)


def repaired(text: str, mark: Mark) -> str:
    """The text with the sentence around a mark replaced by its repair (or left out)."""
    start, end = _sentence(text, mark.start, mark.end)
    before, after = text[:start].rstrip(" "), text[end:].lstrip(" ")
    middle = [part for part in (before, mark.repair, after) if part]
    return _join(middle)


def _join(parts: list[str]) -> str:
    joined = parts[0] if parts else ""
    for part in parts[1:]:
        joined += part if joined.endswith("\n") or part.startswith("\n") else f" {part}"
    return joined


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """From the end of the sentence before to the end of this one."""
    before = [m.end() for m in _END.finditer(text, 0, start)]
    after = _END.search(text, max(start, end - 1))
    return (before[-1] if before else 0), (_close(after) if after else len(text))


def _close(end: re.Match[str]) -> int:
    return end.start() if end.group().startswith("\n") else end.end()


def _phrases(text: str) -> Iterator[Mark]:
    smooth = plain(text)
    for what, pattern, why, repair in _RULES:
        for match in pattern.finditer(smooth):
            yield Mark(match.start(), match.end(), what, why, repair, hint=what is What.ATTACHMENT)


def _questions(text: str) -> Iterator[Mark]:
    asked = list(re.finditer(r"\?+", text))
    for extra in asked[1:]:
        start = max((m.end() for m in _END.finditer(text, 0, extra.start())), default=0)
        start += len(text[start : extra.start()]) - len(text[start : extra.start()].lstrip())
        yield Mark(start, extra.end(), What.QUESTIONS, _TWO, "")
    if not asked and text.strip():
        yield Mark(len(text), len(text), What.NO_QUESTION, _NONE, _ADVICE, hint=True)


def _apologies(text: str) -> Iterator[Mark]:
    sorry = list(_SORRY.finditer(plain(text)))
    if len(sorry) > 1:
        for match in sorry[1:]:
            yield Mark(match.start(), match.end(), What.APOLOGY, _SPIRAL, "")


def _clients(text: str, known: Iterable[str]) -> Iterator[Mark]:
    for found in client_details(text, known=known):
        why = f"This may point to a client ({found.detail}). {found.suggestion}"
        yield Mark(found.start, found.end, What.CLIENT, why, "")


def _length(text: str) -> Iterator[Mark]:
    words = count_words(text)
    if words > MOST_WORDS:
        start = list(re.finditer(r"\S+", text))[-1].end()
        what, why = (What.LONG, _LONG) if words > TOO_MANY_WORDS else (What.LONGISH, _LONGISH)
        yield Mark(_past(text, MOST_WORDS), start, what, why.format(words=words), "", hint=what is What.LONGISH)


def _past(text: str, words: int) -> int:
    """Where the words beyond the limit begin."""
    found = list(re.finditer(r"[^\W_]+(?:[’'\-][^\W_]+)*", text))
    return found[words].start()


def _rule(what: What, pattern: str, why: str, repair: str) -> tuple[What, re.Pattern[str], str, str]:
    return what, re.compile(pattern, re.IGNORECASE), why, repair


_END = re.compile(r"[.!?]+(?=\s|$)|\n+")
_SORRY = re.compile(
    r"\b(?:so(?:rry)?\s+sorry|sorry|apolog(?:y|ies|i[sz]e|i[sz]ing)|forgive\s+me|my\s+fault)\b", re.IGNORECASE
)
_RESPECT = "I respect the decision."
_ADVICE = "What one thing would you advise me to work on before my next interview?"
_UNDERSTAND = "If policy doesn’t allow it, I completely understand."
_TWO = "One question gets answered more easily than two. Keep the one you’d most like an answer to."
_NONE = "There is no question here yet. One, asked as advice, is enough."
_SPIRAL = "One “sorry” is plenty, and none is fine: asking for advice needs no apology."
_LONG = "It is {words} words. Short messages get read; 90 words are enough."
_LONGISH = "It is {words} words. Around 90 is a good length; it may go as it is."
_ARGUES = "This argues with the decision, and the reader will defend it instead of helping you."
_HURT = "This reads as a reproach. It may be true, and it closes the door on advice."
_AGAIN = "This asks them to change their mind. Accepting the decision is what makes advice possible."
_LAW = "This can end the conversation at once. If something was unlawful, there is a page with the official ways."
_PUSH = "This presses for an answer. Leave them free not to write."
_WHO = "They can’t tell you about somebody else."
_FILE = "An attachment makes it a task. A plain message is easier to answer."

_RULES: tuple[tuple[What, re.Pattern[str], str, str], ...] = (
    _rule(
        What.ARGUMENT,
        r"\bwhy\s+(?:wasn't|was\s+not|weren't|didn't|did\s+not|am|was|did)\s+(?:i|you)\b(?:\s+not)?"
        r"|\bi\s+(?:was|am|had|have)\s+(?:clearly\s+|obviously\s+|far\s+|much\s+)?(?:the\s+)?(?:more|better|over|most|best)[\s-]?(?:qualified|suited|experienced?|candidate|fit)\b"
        r"|\bi\s+(?:don't|do\s+not|can't|cannot|fail\s+to)\s+(?:understand|see|believe)\s+(?:how|why|that|it|your|the)\b"
        r"|\bi\s+(?:strongly\s+)?(?:disagree|object)\b|\byou(?:'re|\s+are)\s+(?:wrong|mistaken|making\s+a\s+mistake)\b"
        r"|\bi\s+meet\s+(?:all|every)\b|\bthat(?:'s|\s+is)\s+not\s+(?:true|right|correct|what\s+i\s+said)\b",
        _ARGUES,
        _RESPECT,
    ),
    _rule(
        What.REPROACH,
        r"\b(?:i\s+deserved?|unfair(?:ly)?|not\s+fair|disappointed\s+(?:in|with|by)\s+(?:you|your|the)|unprofessional|rude|insult(?:ed|ing)?|disrespect\w*|"
        r"(?:at\s+(?:the\s+very\s+)?least|you)\s+(?:you\s+)?owe|waste(?:d|\s+of)\s+(?:of\s+)?my\s+time|led\s+me\s+on|you\s+(?:lied|promised|ignored|ghosted)|how\s+dare|shame\s+on|shocked\s+(?:by|at|that))\b",
        _HURT,
        "Thank you for letting me know.",
    ),
    _rule(
        What.RECONSIDER,
        r"\b(?:re-?consider(?:ation|ing)?|change\s+your\s+minds?|second\s+chance|another\s+chance|one\s+more\s+chance|give\s+me\s+a\s+chance|"
        r"(?:is|was)\s+(?:the|your)\s+decision\s+final|review\s+(?:the|your|this)\s+decision|overturn|still\s+open\s+to\s+me|if\s+(?:it|the\s+other\s+(?:person|candidate))\s+(?:falls|fell|doesn't\s+work)\s*(?:through|out)?)\b",
        _AGAIN,
        _RESPECT,
    ),
    _rule(
        What.LEGAL,
        r"\b(?:lawyers?|attorneys?|legally|legal\s+(?:action|advice|steps?|rights?|counsel|options?|matter)|lawsuits?|sue|suing|(?:in|to)\s+court|"
        r"tribunal|eeoc|discriminat\w*|illegal(?:ly)?|unlawful(?:ly)?|my\s+rights|(?:file|filing|make|lodge)\s+a\s+complaint)\b",
        _LAW,
        "",
    ),
    _rule(
        What.CHASING,
        r"\b(?:please\s+(?:respond|reply|answer|get\s+back)|asap|as\s+soon\s+as\s+possible|at\s+your\s+earliest|urgent(?:ly)?|"
        r"following\s+up|(?:just|quick|another|this\s+is)\s+(?:a\s+)?follow[\s-]up|follow\s+up\s+(?:again|on\s+(?:my|this)|with\s+you)|check(?:ing)?\s+in\s+again|haven't\s+heard|still\s+waiting|circl(?:e|ing)\s+back|bump(?:ing)?|"
        r"look(?:ing)?\s+forward\s+to\s+(?:your|an?\s+(?:reply|response|answer)|hearing)|(?:await|expect)(?:ing)?\s+(?:your|an?)\s+(?:reply|response|answer)|"
        r"by\s+(?:monday|tuesday|wednesday|thursday|friday|tomorrow|the\s+end\s+of)|i\s+(?:need|expect|demand)\s+(?:an?|your)\s+(?:answer|reply|response|explanation))\b",
        _PUSH,
        _UNDERSTAND,
    ),
    _rule(
        What.OTHERS,
        r"\bwho\s+(?:did\s+you\s+(?:hire|choose|pick|select)|was\s+(?:hired|chosen|selected)|got\s+(?:it|the\s+(?:job|role|position)))\b|\bthe\s+(?:other|successful)\s+(?:candidate|person)(?:'s)?\s+(?:have|had|has|got|experience|background|qualifications)\b",
        _WHO,
        _ADVICE,
    ),
    _rule(
        What.ATTACHMENT,
        r"\b(?:attach(?:ed|ment|ments|ing)?|enclosed|see\s+my\s+(?:resume|résumé|cv|portfolio))\b",
        _FILE,
        "",
    ),
)  # fmt: skip
