"""Roles: whether words name an occupation, and where a role begins and ends inside a wider span."""

from __future__ import annotations

import re
from collections import deque
from functools import cache

from onward.notice.languages.load import gather_words, join_words

Span = tuple[int, int]


@cache
def _occupation() -> re.Pattern[str]:
    endings, inside, words = (join_words(table) for table in ("roles.endings", "roles.inside", "roles.words"))
    return re.compile(rf"\b(?:\w*(?:{endings})s?|\w*(?:{inside})\w*|{words})\b", re.IGNORECASE)


@cache
def _institution() -> re.Pattern[str]:
    end, front = join_words("roles.house_end"), join_words("roles.house_front")
    return re.compile(rf"\b(?:{end})$|^(?:{front})\b(?=.*[A-Z])", re.IGNORECASE)


def is_titled(text: str) -> bool:
    """Whether a short piece is written like a title: every longer word with a capital."""
    found = [word for word in re.findall(r"[^\W\d_]{3,}", text) if word not in gather_words("roles.small")]
    return 0 < len(found) <= 6 and all(word[0].isupper() for word in found)


def is_role_like(text: str) -> bool:
    """Whether the words hold one that names an occupation, in any of the languages Onward reads."""
    return bool(_occupation().search(_BRAND.sub(" ", text)))


def is_institution(name: str) -> bool:
    """Whether a word says that it is a house's name: enough to take a line for a firm's where nothing else says so."""
    return _institution().search(name) is not None


_BRAND = re.compile(r"\b(?!DevOps|PostDoc)[A-Z][a-z]+[A-Z]\w*")


# Runs are bounded or keep what they took, and none may begin in the middle of itself: no subject makes these wait.
@cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(
        rf"^.{{0,300}}\b(?:{join_words('roles.lead_in')})\b.{{0,120}}?\b(?:in|for|to|as|about|the|our|an?)\s+"
        r"(?:the\s+)?(?:the\s+|our\s+|an?\s+)?",
        re.IGNORECASE,
    )


@cache
def _front() -> re.Pattern[str]:
    return re.compile(
        rf"^(?>(?:{join_words('roles.front')})(?:\s*+:\s*+|\s++|(?<=['’]))"
        r"|\[[^\]]*+\]\s*+|[\"“”„«'‘*•(:–-]++\s*+)+",
        re.IGNORECASE,
    )


_FOR_THE = re.compile(r"^.{3,}\b(?:for|about|as)\s+(?:the|our|an?)\s+", re.IGNORECASE)
# A stretch of what is no part of a role: a number with the word for it, a place, brackets, the word “position”, a bare
# number, and whatever blanks and marks stand between.
_BESIDE_ROLE = re.compile(
    r"(?>(?:job\s++)?(?:req(?:uisition)?|ref(?:erence)?|kennziffer|referenz\w{0,30}|job|id|nr|no|"
    r"number)\b[\s#.:]*+(?:(?:id|no|nr|number)[\s#.:]*+)?(?:[^\W\d]|-){0,40}\d(?:\w|-(?=\w))*"
    r"|[,|–—-]\s++(?-i:[A-Z])[\w .'’-]{2,25}, (?-i:[A-Z]{2})\b|\[[^\]]{0,300}$|(?<=\s)\([^()]*+$|[\[(][^()\[\]]*+[\])]|"
    r"(?<=\s)(?:position|role|job|opening|opportunity|vacancy|search|req(?:uisition)?|posting|seat|spot|slot)"
    r"|#?(?:[A-Z]{1,4}-?)?(?<!\d)\d{4,}+[A-Z]{0,3}(?<!\b20\d\d)|[\s\"“”»'’*,;:–—|(-])+",
    re.IGNORECASE,
)
_NUMBER_FRONT = re.compile(
    r"^(?:\[[^\]]*+\]\s*+|(?:req(?:uisition)?|job|ref|posting|vacancy|position|announcement|recruitment|"
    r"application)\b[\s#.:]*+(?:(?:id|no)[\s#.:]*+)?[A-Z-]*\d[\w-]*[\s,:–-]+|(?:R|JR|REQ|"
    r"ID)?[-#_]?\d{4,}[A-Z]{0,3}(?:\s*+[-–:|])?\s++(?!(?>.*?summer\b).*intern))",
    re.IGNORECASE,
)


def find_role(text: str, start: int, end: int, *, tight: bool = False) -> Span | None:
    """The span of the role inside a wider span: without articles, the employer's number for it, and brackets at the
    end.

    `tight` refuses a span in which a sentence goes on behind the role: the word that announced it belongs to something
    else.
    """
    piece = _for_whom(text[start:end])
    begin = 0
    for lead_in in (_lead_in(), _FOR_THE):
        lead = lead_in.match(piece[begin:])
        begin += lead.end() if lead else 0
    front = _front().match(piece[begin:])
    begin += front.end() if front else 0
    begin += _opening(piece[begin:])
    number = _NUMBER_FRONT.match(piece[begin:])
    if number and not re.match(r"20\d\d\b", piece[begin:]):
        begin += number.end()
    finish = begin + _without_back(piece[begin:])
    finish = _keep_something(piece, begin, finish)
    whole, finish = finish, _before_clause(piece, begin, finish)
    if tight and _CLAUSE.match(piece, finish, whole):
        return None
    begin += _after_clause(piece[begin:finish])
    again = _front().match(piece[begin:finish])
    begin += again.end() if again else 0
    core = piece[begin:finish]
    return (start + begin, start + finish) if _is_role(core) else None


def _without_back(piece: str) -> int:
    """Where what belongs to no role begins, when it goes on to the end."""
    last = deque(_BESIDE_ROLE.finditer(piece), maxlen=1)
    return last[0].start() if last and last[0].end() == len(piece) else len(piece)


_TEAM_SERVED = re.compile(
    r"(?<!\s)\s+for (?:the|our|an?) [^,;:]{0,120}\b(?:program(?:me)?|team|department|unit|clinic|project|group)s?$",
    re.IGNORECASE,
)


def _for_whom(piece: str) -> str:
    """“House Manager for the living program” without the program."""
    served = _TEAM_SERVED.search(piece)
    return piece[: served.start()] if served and is_role_like(piece[: served.start()]) else piece


def _opening(piece: str) -> int:
    """“Unfinished) content analyst” begins behind the bracket."""
    shut = piece.find(")")
    return (
        len(piece[: shut + 1]) + len(piece[shut + 1 :]) - len(piece[shut + 1 :].lstrip())
        if 0 <= shut < _open(piece)
        else 0
    )


def _open(piece: str) -> int:
    place = piece.find("(")
    return place if place >= 0 else len(piece)


# What goes on about a role without being part of it.
_CLAUSE = re.compile(
    r"['’]s?\b|\s+(?:landed|arrived|reached|made|came|search|last|this|next|today|yesterday|tomorrow|who|whom|while|"
    r"when|where|if|so|since|until"
    r"|before|after|now|there|they|she|he|it|would|could|should|will|can|may|might|must|had|did|does|do|got|goes|went|"
    r"just|again|instead"
    r"|rather|than|though|although|but|because|to|up to|currently|soon|starting|beginning|reporting|duties|folder|file|"
    r"shortlist|panel|came)\b"
    r"|\s*:\s+(?:an?|the|we|our|you|please)\b|,\s+(?:they|we|you|i|he|she|it|who|which|was|were|is|are|has|had|and|but|"
    r"where|starting|beginning|reporting|full|part)\b",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"\b(?:the|our|your|an?|this|that)\s+", re.IGNORECASE)


def _before_clause(piece: str, begin: int, finish: int) -> int:
    """Where the role ends when the sentence goes on behind its word, or a house's name stands behind a comma."""
    for word in _occupation().finditer(piece, begin, finish):
        if _CLAUSE.match(piece, word.end(), finish):
            return word.end()
    head, comma, tail = piece[begin:finish].rpartition(", ")
    house = comma and is_institution(tail) and tail[:1].isupper() and not is_role_like(tail) and is_role_like(head)
    return begin + len(head) if house else finish


def _after_clause(core: str) -> int:
    """Where the role begins when a half sentence stands before its article: “voted to fold the nurse”."""
    places = [m.end() for m in _DETERMINED.finditer(core)]
    if not places or is_role_like(core[: places[-1]]) or not is_role_like(core[places[-1] :]):
        return 0
    return places[-1]


def _keep_something(piece: str, begin: int, finish: int) -> int:
    """Where the role ends: at the end of the piece when cutting what stands behind it would leave nothing."""
    return finish if finish > begin else len(piece)


@cache
def _not_a_role() -> re.Pattern[str]:
    before, alone, inside = (join_words(table) for table in ("roles.not_before", "roles.not_alone", "roles.not_inside"))
    return re.compile(
        rf"^(?:{before})\b|\btalent (?:community|network|pool)\b|^(?:(?:{alone})\b\s*)+$|\b(?:{inside})\b"
        r"|https?:|[@$€£]",
        re.IGNORECASE,
    )


def _is_role(core: str) -> bool:
    return 1 < len(core.strip()) <= 110 and any(c.isalpha() for c in core) and not _not_a_role().search(core)
