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
    r",?[ \t]my[ \t](?:old|former|new|last|current)?[ \t]?(?:lead|boss|manager|supervisor|mentor|preceptor"
    r"|colleague)\b|"
    r"[ \t](?:runs|leads|heads|manages|chairs)[ \t](?:the|their|an?)\b|"
    r"[ \t](?:asked|wanted[ \t]to[ \t]know)[ \t](?:me[ \t])?(?:how|why|what|where|if|whether|when)[ \t](?:I|we|much)\b|"
    r"[ \t](?:asked|told)[ \t]me[ \t]about[ \t](?:my|the[ \t](?:role|job|position|gap|team|schedule))\b|"
    r"[ \t](?:wished[ \t]me|joined[ \t](?:for|late|by)|would[ \t]call|will[ \t]call|offered[ \t]me|hired[ \t]me"
    r"|welcomed[ \t]me)\b|"
    r"[ \t]from[ \t](?:the[ \t]front|reception|intake|nursing|payroll)\b|"
    r"[ \t]about[ \t](?:turnover|salary|pay|benefits|the[ \t](?:job|role|position|next[ \t]step|schedule|offer))\b|"
    r"(?:[ \t]and[ \t][A-Z]\w{1,20})?[ \t](?:a[ \t]thank|a[ \t]note|for[ \t](?:their|the|his|her)[ \t](?:time"
    r"|call|talk|interview))|"
    r",[ \t]who[ \t](?:leads?|led|runs?|ran|manages?|heads?|chairs?|supervises|hires|would[ \t]be[ \t]my"
    r"|interviewed)\b|"
    r",[ \t](?:the|their|our|a)[ \t](?:[\w-]{1,20}[ \t]){0,2}(?:director|manager|recruiter|supervisor|principal"
    r"|coordinator|"
    r"administrator|chair|interviewer|dean|lead)\b|"
    r"[ \t](?:in[ \t](?:HR|human|payroll|recruiting|admissions)|from[ \t](?:an?|the"
    r"|my)[ \t](?:\w+[ \t])?(?:training|class|"
    r"conference|school|course|job))\b|"
    r"(?:'s)?,?[ \t](?:from[ \t](?:HR|human|personnel|recruiting|the[ \t]agency|my|finance)|"
    r"was[ \t]the[ \t](?:hiring|recruit|"
    r"interview|director|manager)|gave[ \t]me[ \t]the[ \t]tour|interviewed[ \t]me|wrote[ \t]me|(?:is|"
    r"was)[ \t]my[ \t](?:\w+[ \t])?"
    r"(?:reference|referee|boss|supervisor|mentor|colleague)|book\b|books\b|scale|scores?\b|test\b|inventory|manual|"
    r"model|theory|method|stages|social[ \t]stories|on[ \t]trauma)"
)
_ABOUT_ME = re.compile(
    r"\b(?:interviews?|exam|second[ \t]round|first[ \t]round|next[ \t]round|licen[sc]e|posting|letter|"
    r"offer(?:ed)?|start|start(?:ing)?[ \t]date|"
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
_ABOUT_THE_JOB = re.compile(
    r"\b(?:commute|recruiter|interviewer|panel|offer|letter|call|e-?mail|position|posting|opening|role|job"
    r"|headquarters)"
    r"[ \t](?:\w+[ \t])?(?:from|at|in|near|outside)?[ \t]?$",
    re.IGNORECASE,
)
_THANKED = re.compile(
    r"\b(?:thank(?:ed)?|e-?mail(?:ed)?|wrote[ \t]to|write[ \t]to|introduced[ \t]to|send"
    r"|sent)[ \t](?:[A-Z]\w{1,20}[ \t]and[ \t])?$"
)
_LISTED = re.compile(
    r"(?:\b(?:team|panel|interviewers|committee)(?:[ \t](?:was|were))?[:,]|\b[Mm]y[ \t](?:kids|children|parents"
    r"|sisters|brothers|friends|"
    r"colleagues|references|sons|daughters|boys|girls)(?:,|[ \t]are)?|\b[Tt]he[ \t](?:CEO|CFO|COO|HR[ \t]\w+),"
    r"|\bHR[ \t]said[ \t](?:that)?)"
    r"[ \t]{1,2}(?:[A-Z][\w'-]{1,20}(?:[ \t][A-Z]\w{1,20})?(?:,|[ \t]and|,[ \t]and)[ \t]){0,4}$",
)
_THEY_ARE = re.compile(
    r"\b(?:[Tt]hey|[Ii]t|office|agency|company|headquarters)(?:[ \t](?:is|are)|'s|'re)[ \t](?:\w+[ \t]){0,2}$"
)
_WITH_A_CLIENT = re.compile(
    r"\b(?:with|for|about)[ \t](?:an?|the|one|this|that)[ \t](?:\w+[ \t])?(?:family|man|woman|boy|girl|client"
    r"|patient|couple|"
    r"mother|father|child|teen|veteran)\b",
    re.IGNORECASE,
)
_MADE_UP = re.compile(r"\b(?:role[- ]?play|vignette|case[ \t]study|mock[ \t]interview|scenario)\b", re.IGNORECASE)
_AT_WORK = re.compile(
    r"\binterview(?:ed|s)?[ \t](?:at|with)[ \t]$|\bI[ \t](?:was|am|have[ \t]been|interned|volunteered"
    r"|worked)[ \t](?:\w+[ \t])?at[ \t]$",
    re.IGNORECASE,
)
_REACH = 60  # characters


def is_own_person(text: str, start: int, end: int) -> bool:
    """Whether the name that stands here is of one's own people, or of those one met about the job."""
    before = text[max(0, start - _REACH) : start]
    if _BEFORE_OWN.search(before) or _BEFORE_THEIRS.search(before) or _AFTER_THEIRS.match(text, end):
        return True
    return bool(_THANKED.search(before) or _MADE_UP.search(before) or _LISTED.search(before))


def is_own_day(sentence: str, day: str) -> bool:
    """Whether a day is of the search or of one's own life: a month alone, or of an exam, with nobody else beside it."""
    about_me = bool(_ABOUT_ME.search(sentence)) or day in MONTHS
    return about_me and not _OF_A_CLIENT.search(sentence)


def is_own_place(text: str, start: int) -> bool:
    """Whether the place that stands here is where one lives, trained or applied oneself."""
    before = text[max(0, start - _REACH) : start]
    if _AT_WORK.search(before):
        return True
    lived = _I_LIVE.search(before)
    return bool(
        (lived and not _WITH_A_CLIENT.search(lived[0])) or _ABOUT_THE_JOB.search(before) or _THEY_ARE.search(before)
    )
