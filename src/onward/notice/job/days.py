"""A day ahead that a letter names: a slot, a deadline. In a no it must not be buried: “could you come on Thursday?”.

Cautious both ways: a day counts only in a sentence that looks ahead, and never in one that thanks for a talk or says
how long papers are kept.
"""

from __future__ import annotations

import re
from functools import cache

from onward.notice.languages.load import list_words
from onward.notice.message.quotes import find_own_words
from onward.wording.span import Span


@cache
def _compile_day() -> re.Pattern[str]:
    number = r"\d{1,2}(?:st|nd|rd|th|\.|º)? (?:de |of )?"
    return re.compile(
        rf"\b{_named_day()},? (?:the )?{number}{_month_pattern()}\b"  # mardi 17 juin
        rf"|\b{_named_day()}\b"  # Thursday
        rf"|\b{number}{_month_pattern()}\b"  # 12 March, 12. März, 12 de marzo
        rf"|\b{_month_pattern()} \d{{1,2}}\b",  # March 12
        re.IGNORECASE,
    )


@cache
def _looks_ahead() -> re.Pattern[str]:
    """“By” looks ahead only right before the day: “adopted by the board on April 28” doesn't."""
    return re.compile(
        rf"(?<!\w)(?:{_any_word('days.ahead')})(?!\w)"
        r"|(?<!(?i:stopping) )(?<!(?i:coming) )\bby (?:the |this |next |end of )?"
        rf"(?={_named_day()}\b|\d|{_month_pattern()}\b)",
        re.IGNORECASE,
    )


@cache
def _looks_back() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_word('days.behind')})(?!\w)", re.IGNORECASE)


def _named_day() -> str:
    return f"(?:{_any_word('days.weekdays')})s?"


def _month_pattern() -> str:
    return f"(?:{_any_word('days.months')})"


def _any_word(table: str) -> str:
    """Longer words first: a shorter one may be how they begin."""
    return "|".join(sorted(map(re.escape, list_words(table)), key=len, reverse=True))


_END = re.compile(r"[.!?](?=\s)|\n[ \t]*+\n")


def find_day_ahead(body: str) -> Span | None:
    """The first day to come that the sender names in their own words, with its place; None where there is none.

    >>> find_day_ahead("We chose somebody else for this one. Could you come in on Thursday for another role?").text
    'Thursday'
    """
    for start, end in find_own_words(body):
        for first, last in _cut_sentences(body, start, end):
            sentence = body[first:last].replace("’", "'")
            found = _compile_day().search(sentence)
            if found and _looks_ahead().search(sentence) and not _looks_back().search(sentence):
                return Span(first + found.start(), first + found.end(), found.group())
    return None


def _cut_sentences(body: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences, roughly: an ordinal's point (“12. März”) is no end, for a small letter or a month may follow."""
    cuts = [start]
    for found in _END.finditer(body, start, end):
        before = body[max(start, found.start() - 2) : found.start()]
        if not (found.group() == "." and before[-1:].isdigit()):
            cuts.append(found.end())
    return list(zip(cuts, [*cuts[1:], end], strict=True))
