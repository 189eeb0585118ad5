"""Who is no client although named: one's own people, those of the place, those of the interview, and one's own days."""

from __future__ import annotations

import re

from onward.wording.days import MONTHS

_OWN = (
    r"husband|wife|partner|son|daughter|sister|brother|mother|father|mom|dad|cousin|aunt|uncle|friend|"
    r"neighbou?r|roommate|"
    r"colleague|co-?worker|boss|supervisor|manager|mentor|therapist|professor|teacher|coach|referee|"
    r"reference|dog|cat|baby"
)
_THEIRS = (
    r"recruiter|director|principal|interviewer|manager|supervisor|chair|panel|receptionist|coordinator|head nurse|"
    r"hiring manager|team lead|superintendent|dean|HR|administrator|clinical lead|charge nurse"
)
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?[ \t]{1,2})?"
_BEFORE_OWN = re.compile(
    rf"\b(?:[Mm]y|[Oo]ur)[ \t](?:own[ \t]|old[ \t]|former[ \t]|new[ \t]|best[ \t]|older[ \t]|"
    rf"younger[ \t])?(?:{_OWN}),?"
    rf"(?:[ \t](?:is|was))?[ \t]{{1,2}}{_TITLE}$"
)
_BEFORE_THEIRS = re.compile(
    rf"\b(?:the|their|The|Their|by|a)[ \t](?:\w+[ \t])?(?:{_THEIRS})(?:,|[ \t](?:was|is|named|were))?[ \t]{{1,2}}"
    rf"(?:[A-Z]\w+,?[ \t](?:and[ \t])?){{0,2}}{_TITLE}$|\b[Pp]rofessor[ \t]$"
)
_AFTER_THEIRS = re.compile(
    r"(?:'s)?,?[ \t](?:from[ \t](?:HR|human|personnel|recruiting|the[ \t]agency|my|finance)|"
    r"was[ \t]the[ \t](?:hiring|recruit|"
    r"interview|director|manager)|gave[ \t]me[ \t]the[ \t]tour|interviewed[ \t]me|wrote[ \t]me|(?:is|"
    r"was)[ \t]my[ \t](?:\w+[ \t])?"
    r"(?:reference|referee|boss|supervisor|mentor|colleague)|book\b|books\b|scale|scores?\b|test\b|inventory|manual|"
    r"model|theory|method|stages|social[ \t]stories|on[ \t]trauma)"
)
_ABOUT_ME = re.compile(
    r"\b(?:interviews?|exam|second[ \t]round|first[ \t]round|next[ \t]round|licen[sc]e|posting|letter|"
    r"offer|start(?:ing)?[ \t]date|"
    r"supervision[ \t]hours|hours|my[ \t]leave|shift|deadline|recruiter|call[ \t](?:me|by)|"
    r"background[ \t]check|orientation|application|"
    r"applied|resign\w*|notice|vacation|my[ \t](?:mother|father|mom|dad|wife|husband|son|daughter))\b",
    re.IGNORECASE,
)
_OF_A_CLIENT = re.compile(
    r"\b(?:clients?|patients?|residents?|students?|famil(?:y|ies)|admitted|discharged|relapsed?|overdosed?|caseload|"
    r"he|she|his|her|him|child|kid|teen|boy|girl|veteran|session|unit)\b",
    re.IGNORECASE,
)
_I_LIVE = re.compile(
    r"\bI(?:'m|[ \t]am|[ \t]was)?[ \t](?:\w+[ \t])?(?:live[ds]?|moved?|grew[ \t]up|commute|drove|trained|"
    r"studied|from|come|came|"
    r"work(?:ed)?|interviewed|applied|relocat\w+)\b[^.;]{0,40}$"
)
_REACH = 60  # characters


def is_own_person(text: str, start: int, end: int) -> bool:
    """Whether the name that stands here is of one's own people, or of those one met about the job."""
    before = text[max(0, start - _REACH) : start]
    return bool(_BEFORE_OWN.search(before) or _BEFORE_THEIRS.search(before) or _AFTER_THEIRS.match(text, end))


def is_own_day(sentence: str, day: str) -> bool:
    """Whether a day is of the search or of one's own life: a month alone, or of an exam, with nobody else beside it."""
    about_me = bool(_ABOUT_ME.search(sentence)) or day in MONTHS
    return about_me and not _OF_A_CLIENT.search(sentence)


def is_own_place(text: str, start: int) -> bool:
    """Whether the place that stands here is where one lives, trained or applied oneself."""
    return bool(_I_LIVE.search(text[max(0, start - _REACH) : start]))
