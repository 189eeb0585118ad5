"""Who says a line of a transcript: a name before a colon, in a voice tag, above the words, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import unescape

NAME = r"[^\W\d_][\w.'’&()/\- ]{0,48}?"
CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d+)?"
_SAYS = re.compile(
    rf"(?:>{{1,2}}|[-–])?\s*(?:[\[(]?{CLOCK}[\])]?\s+)?({NAME})\s?(?:[\[(]{CLOCK}[\])]\s?)?[:：](?:\s+(?=\S)|$)"
)
_NOT_NAMES = (
    *("note", "style", "region", "webvtt", "http", "https", "kind", "language", "example", "first", "second", "third"),
    *("last", "finally", "also", "again", "then", "so", "and", "but", "well", "because", "situation", "task", "action"),
    *("result", "outcome", "honestly", "basically", "actually", "look", "anyway", "subject", "date", "time"),
    *("attendees", "transcript", "recording", "meeting", "duration", "participants", "summary", "topic"),
)
_NOT_A_NAME = frozenset(_NOT_NAMES)
_ROLES = frozenset({"me", "i", "you", "q", "a", "interviewer", "candidate", "panel", "speaker", "question", "answer"})
_GENERIC = re.compile(
    r"(?:unknown |unidentified )?(?:speaker|participant|person|voice|guest|user|caller|spk)(?:[ _-]?\d{1,2}|[ "
    r"_-][a-z])?"
    r"|s\d{1,2}|unknown|q|a|you",
    re.IGNORECASE,
)


def split_speaker(line: str) -> tuple[str, str]:
    """Who says a line (empty when it names nobody), and the words."""
    if line.startswith("<v"):
        tag, _, words = line.partition(">")
        return _voice(tag), strip_to_words(words)
    found = match_speaker(line)
    return (tidy_name(found.group(1)), strip_to_words(line[found.end() :])) if found else ("", strip_to_words(line))


def match_speaker(line: str) -> re.Match[str] | None:
    """A name before a colon: at most five words, each with a capital or a digit first, or the name of a role."""
    found = _SAYS.match(line) if ":" in line or "：" in line else None
    if found is None or found.group(1).casefold() in _NOT_A_NAME:
        return None
    return found if is_like_a_name(found.group(1)) or found.group(1).split()[0].casefold() in _ROLES else None


def is_like_a_name(text: str) -> bool:
    """Whether this may be somebody's name: up to five words, none of them beginning with a small letter."""
    words = text.split()
    return 0 < len(words) <= 5 and all(not word[0].islower() for word in words)


def is_generic(name: str) -> bool:
    """Whether a tool made the name up (“Speaker 1”), so that it may be somebody else in the next transcript."""
    return bool(_GENERIC.fullmatch(name.strip()))


def are_names_above(blocks: Iterable[Sequence[str]]) -> bool:
    """Whether the first lines of blocks are names: few of them, coming again and again, and without a full stop."""
    many = [lines for lines in blocks if lines]
    first = [lines[0] for lines in many if len(lines) > 1 and _ABOVE.fullmatch(lines[0]) and is_like_a_name(lines[0])]
    return len(first) >= 3 and len(first) > 0.6 * len(many) and 1 < len(set(first)) <= len(first) / 1.5


_ABOVE = re.compile(NAME)


@lru_cache(maxsize=512)
def _voice(tag: str) -> str:
    """The name in `<v.loud Dana R.`, a tag without its end."""
    return tidy_name(tag.partition(" ")[2])


def strip_to_words(text: str) -> str:
    """Words without tags and entities."""
    bare = text.removesuffix("</v>")
    if "<" in bare:
        bare = _TAG.sub("", bare)
    return (unescape(bare) if "&" in bare else bare).strip()


_TAG = re.compile(r"</?[a-zA-Z][^>\n]{0,200}>|<\d[\d:.]*>")


def tidy_name(name: str) -> str:
    """A name with single spaces and nothing around it."""
    return " ".join(unescape(name).split()).strip(" :[]*")
