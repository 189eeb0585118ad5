"""Which words of a mail its sender wrote now, and which are a quoted reply below, above or between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onward.notice.languages.load import compile_words, join_words

Span = tuple[int, int]

# “On … wrote:” as mail programs write it in languages that no file is for: the word it opens with, and the verb.
_OPENINGS_ELSEWHERE = r"Den|Dnia|W dniu|Dne|Vào|Na|Pe"
_VERBS_ELSEWHERE = r"skrev|napisał\(?a?\)?|napsal\(?a?\)?|kirjoitti"
_ORIGINAL_ELSEWHERE = r"oprindelig meddelelse|ursprungligt meddelande"
_HAS_DATE = re.compile(
    r"\d{4}|\d{1,2}[:.h]\d{2}|\d{1,2}[./-]\d{1,2}|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? "
    r"\d{1,2}\b"
)
_WROTE_LINES = 4
_LONG = 400  # characters: longer lines introduce nothing

_NEARLY_NOTHING = 40  # words: less above a forwarded message is a cover note, and the message is what was sent
_BLANK = re.compile(r"\s+")


@cache
def _compile_opens() -> re.Pattern[str]:
    return re.compile(rf"(?:{join_words('quotes.opens')}|{_OPENINGS_ELSEWHERE})\b")


@cache
def _compile_wrote() -> re.Pattern[str]:
    verbs = f"{join_words('quotes.wrote')}|{_VERBS_ELSEWHERE}"
    return re.compile(rf"(?:.*\W)?(?:{verbs})\b[^\n]{{0,200}}:$", re.DOTALL)


@cache
def _compile_named() -> re.Pattern[str]:
    verbs = f"{join_words('quotes.wrote')}|{_VERBS_ELSEWHERE}"
    return re.compile(rf".{{0,200}}<[^<>\s][^<>\s@]*@[^<>\s]+>.{{0,30}}(?:{verbs})\s?:$")


def _compile_forwarded() -> re.Pattern[str]:
    return compile_words("quotes.forwarded", r"[-_*=>\s]{0,40}", r"[^\n]{0,80}")


@cache
def _compile_original() -> re.Pattern[str]:
    words = f"{join_words('quotes.original')}|{_ORIGINAL_ELSEWHERE}"
    return re.compile(rf"[-_*=\s]{{0,40}}(?:{words})[-_*=\s]{{0,40}}:?", re.IGNORECASE)


@cache
def _compile_head() -> tuple[re.Pattern[str], ...]:
    """The lines of an Outlook block: who wrote, when, to whom and about what."""
    field = r"\s?[*_]{0,2}\s?:"
    value = r"[*_ ]{0,3}\S"
    return (
        re.compile(rf"[*_ ]{{0,3}}(?:{join_words('quotes.from')}|Fra|Från){field}{value}", re.IGNORECASE),
        re.compile(rf"[*_ ]{{0,3}}(?:{join_words('quotes.sent')}|Sendt|Skickat){field}{value}", re.IGNORECASE),
        re.compile(rf"[*_ ]{{0,3}}(?:{join_words('quotes.other')}|Til|Emne|Till|Ämne){field}", re.IGNORECASE),
    )


def find_own_words(body: str) -> tuple[Span, ...]:
    """Spans (code points) of the lines the sender wrote now, signature included, in order. Linear in its length.

    Quoted lines and everything below “On … wrote:” or an Outlook header block are left out, unless answers stand
    between the quoted lines. A forwarded message is kept when next to nothing was written above it.
    """
    lines = _cut_lines(body)
    kept: list[bool] = _keep_unquoted(body, lines)
    spans: list[Span] = []
    for (start, end), keep in zip(lines, kept, strict=True):
        if not keep:
            continue
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(trimmed for span in spans if (trimmed := _trim_span(body, span)) is not None)


def _cut_lines(body: str) -> list[Span]:
    out: list[Span] = []
    start = 0
    for line in body.split("\n"):
        end = min(len(body), start + len(line) + 1)
        out.append((start, end))
        start = end
    return out


def _keep_unquoted(body: str, lines: Sequence[Span]) -> list[bool]:
    texts = [body[start : min(end, start + _LONG + 1)].strip() for start, end in lines]
    kept = [not text.startswith((">", "|>")) for text in texts]
    forwarded = _compile_forwarded()
    number = 0
    while number < len(texts):
        if not kept[number]:
            number += 1
            continue
        if forwarded.fullmatch(texts[number]):
            if _words_above(texts, kept, number) < _NEARLY_NOTHING:
                # A forwarded message is content: it stands, quote signs or not; only the line that announces it goes
                return [*kept[:number], False] + [True] * (len(texts) - number - 1)
            return _dropped_from(kept, number)
        introduced = _count_introduction(texts, number)
        if introduced:
            if not _answers_below(texts, kept, number + introduced):
                return _dropped_from(kept, number)
            kept[number : number + introduced] = [False] * introduced
            number += introduced
            continue
        if _compile_original().fullmatch(texts[number]) or _header_block(texts, number):
            if number and any(text for text, keep in zip(texts[:number], kept[:number], strict=True) if keep):
                return _dropped_from(kept, number)
            return kept
        number += 1
    return kept


def _dropped_from(kept: list[bool], number: int) -> list[bool]:
    return kept[:number] + [False] * (len(kept) - number)


def _words_above(texts: Sequence[str], kept: Sequence[bool], number: int) -> int:
    return sum(len(_BLANK.split(text)) for text, keep in zip(texts[:number], kept, strict=False) if keep and text)


def count_introduction(lines: Sequence[str]) -> int:
    """How many lines at the top say “On … wrote:”, 0 when they don't."""
    return _count_introduction([line.strip() for line in lines[:_WROTE_LINES]], 0) if lines else 0


def is_forwarding(line: str) -> bool:
    """Whether a line announces what stands below it: “Forwarded message”, “Original message”."""
    text = line.strip()
    return any(words.fullmatch(text) is not None for words in (_compile_forwarded(), _compile_original()))


def strip_verb(name: str) -> str:
    """“schrieb Ana” is Ana: in some languages the verb stands before the name."""
    return compile_words("quotes.wrote", "^", r"\s").sub("", name)


def _count_introduction(texts: Sequence[str], number: int) -> int:
    """How many lines from here say “On … wrote:”, 0 when they don't. Mail programs break it over up to four."""
    line = texts[number]
    if not line or len(line) > _LONG:
        return 0
    if line.endswith(":") and _compile_named().fullmatch(line):
        return 1
    if not _compile_opens().match(line):
        return 0
    joined = ""
    for count in range(1, _WROTE_LINES + 1):
        if number + count > len(texts) or not texts[number + count - 1] or len(joined) > _LONG:
            return 0
        joined = f"{joined} {texts[number + count - 1]}".strip()
        if joined.endswith(":"):
            return count if _HAS_DATE.search(joined) and _compile_wrote().match(joined) else 0
    return 0


def _answers_below(texts: Sequence[str], kept: Sequence[bool], number: int) -> bool:
    """Whether the quote below is marked with > and something unmarked follows it: then answers stand between."""
    quoted = False
    for here in range(number, len(texts)):  # no slices: this may be asked for every other line
        if not kept[here]:
            quoted = True
        elif texts[here]:
            return quoted
    return quoted


def _header_block(texts: Sequence[str], number: int) -> bool:
    """An Outlook block: From, then within five lines a date, and To or Subject."""
    wrote, sent, other = _compile_head()
    if not wrote.match(texts[number]):
        return False
    below = texts[number + 1 : number + 7]
    return any(sent.match(line) for line in below) and any(other.match(line) for line in below)


def _trim_span(body: str, span: Span) -> Span | None:
    text = body[span[0] : span[1]]
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    return (span[0] + left, span[0] + right) if right > left else None
