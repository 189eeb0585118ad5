"""Reads a transcript (VTT, SRT, plain text with speakers) into turns. It never raises: what is wrong is a sentence.

Own reader throughout: webvtt-py silently returns nothing on a byte order mark or comma times, and takes over a
second for a long meeting. On well-formed files the two agree, which a test holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

MOST_BYTES = 20_000_000
NO_SPEAKERS = (
    "No speakers are named in it, so questions and answers can’t be told apart. It is read as one long answer."
)
ONE_SPEAKER = "Only one speaker is named in it, so there are no questions to pair with the answers."
EMPTY = "There is no text in it. Export it again from the meeting tool, as VTT, SRT or text."
BINARY = "This isn’t a text file. Export the transcript as VTT, SRT or plain text; Onward doesn’t read sound or video."
TOO_LONG = "This file is over 20 MB, too long for a transcript. Is it the recording itself?"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker said until somebody else did. `start` and `end` are seconds, None without times."""

    speaker: str
    text: str
    start: float | None = None
    end: float | None = None

    @property
    def seconds(self) -> float | None:
        """How long it took, None without times."""
        return self.end - self.start if self.start is not None and self.end is not None else None


@dataclass(frozen=True, slots=True)
class Transcript:
    """The turns in order, the speakers in the order they first spoke, and sentences on what was odd.

    Without turns it could not be read, and the first trouble says why.
    """

    turns: tuple[Turn, ...] = ()
    speakers: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()


def read(raw: bytes) -> Transcript:
    """The transcript in a file's bytes, in time linear in them."""
    if len(raw) > MOST_BYTES:
        return Transcript(troubles=(TOO_LONG,))
    text = _text(raw)
    if text is None:
        return Transcript(troubles=(BINARY,))
    return read_text(text)


def read_text(text: str) -> Transcript:
    """The transcript in a text that was pasted or decoded already."""
    smooth = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    cues, troubles = _cues(smooth)
    turns = tuple(_merged(cues))
    speakers = tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker))
    if not turns:
        return Transcript(troubles=(EMPTY,))
    named = () if len(speakers) > 1 else (ONE_SPEAKER,) if speakers else (NO_SPEAKERS,)
    return Transcript(turns, speakers, (*troubles, *named))


def _text(raw: bytes) -> str | None:
    """The decoded text, None for what is no text. UTF-16 is known by its mark; else UTF-8, else Windows-1252."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", errors="replace")
    control = len(raw) - len(raw.translate(None, _CONTROL))
    if b"\0" in raw[:4096] or control > max(2, len(raw) // 500):
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


_CONTROL = bytes(n for n in range(32) if n not in b"\t\n\r\f\x1b")
_TIMES = re.compile(
    r"^[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?[ \t]*-{1,2}>[ \t]*"
    r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?[^\n]*\n?",
    re.MULTILINE,
)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>\n]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^>\n]{0,200}>|<\d[\d:.]*>")
_NAME = r"[^\W\d_][\w.'’&()/\- ]{0,48}?"
_SAYS = re.compile(
    rf"^(?:[-–>]\s*)?(?:[\[(]?(?:\d{{1,2}}:)?\d{{1,2}}:\d{{2}}(?:[.,]\d+)?[\])]?\s+)?({_NAME})\s?[:：]\s+(?=\S)"
)
_HEAD = re.compile(
    rf"^({_NAME})[ \t,|–-]+[\[(]?((?:\d{{1,2}}:)?\d{{1,2}}:\d{{2}})(?:\.\d+)?[\])]?(?:\s?[AP]M)?[ \t]*:?[ \t]*$"
)
_HEAD_FIRST = re.compile(rf"^[\[(]?((?:\d{{1,2}}:)?\d{{1,2}}:\d{{2}})(?:\.\d+)?[\])]?[ \t–-]+({_NAME})[ \t]*:?[ \t]*$")
_NOT_NAMES = (
    *("note", "style", "region", "webvtt", "http", "https", "kind", "language", "example", "first", "second", "third"),
    *("last", "finally", "also", "again", "then", "so", "and", "but", "well", "because", "situation", "task", "action"),
    *("result", "outcome", "honestly", "basically", "actually", "look", "anyway", "subject", "date", "time"),
)
_NOT_A_NAME = frozenset(_NOT_NAMES)
_ROLES = frozenset({"me", "i", "you", "q", "a", "interviewer", "candidate", "panel", "speaker", "question", "answer"})


def _cues(text: str) -> tuple[list[Turn], tuple[str, ...]]:
    times = list(_TIMES.finditer(text))
    if not times:
        return list(_plain(text)), ()
    cues = [cue for cue in _timed(text, times) if cue.text]
    lost = len(times) - len({(cue.start, cue.end) for cue in cues})
    return cues, (f"{lost} of {len(times)} cues have no words and were left out.",) if lost else ()


def _timed(text: str, times: list[re.Match[str]]) -> Iterator[Turn]:
    """One cue for each line of times: its words run to the blank line, or to the next cue's number."""
    ends = [match.start() for match in times[1:]] + [len(text)]
    for match, end in zip(times, ends, strict=True):
        parts = match.groups()
        start, stop = _seconds(parts[:4]), _seconds(parts[4:])
        for line in _lines(text[match.end() : end], last=end == len(text)):
            speaker, said = _said(line)
            yield Turn(speaker, said, start, max(start, stop))


def _lines(block: str, *, last: bool) -> Iterable[str]:
    """The lines of a cue's words: up to a blank line, without the number of the cue that follows."""
    words = block.lstrip("\n").replace("<v", "\n<v").lstrip("\n").split("\n\n", 1)
    lines = [line.strip() for line in words[0].split("\n") if line.strip()]
    if len(words) == 1 and not last and lines and lines[-1].isdigit():
        lines.pop()
    joined: list[str] = []
    for line in lines:
        if joined and not (_VOICE.search(line) or _speaker_of(line)):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _said(line: str) -> tuple[str, str]:
    """Who says a line (empty when it names nobody), and the words."""
    voice = _VOICE.search(line) if "<" in line else None
    if voice:
        return _tidy(voice.group(1)), _words(line[voice.end() :])
    says = _speaker_of(line)
    return (_tidy(says.group(1)), _words(line[says.end() :])) if says else ("", _words(line))


def _speaker_of(line: str) -> re.Match[str] | None:
    """A name before a colon: at most five words, each with a capital or a digit first, or the name of a role."""
    says = _SAYS.match(line) if ":" in line or "：" in line else None
    if says is None or says.group(1).casefold() in _NOT_A_NAME:
        return None
    words = says.group(1).split()
    looks_like_one = len(words) <= 5 and all(not word[0].islower() for word in words)
    return says if looks_like_one or words[0].casefold() in _ROLES else None


def _words(text: str) -> str:
    bare = _TAG.sub("", text) if "<" in text else text
    return (unescape(bare) if "&" in bare else bare).strip()


def _tidy(name: str) -> str:
    return " ".join(unescape(name).split()).strip(" :")


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = parts
    share = int((thousandths or "0").ljust(3, "0")) / 1000
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + share


def _plain(text: str) -> Iterator[Turn]:
    """Plain text: “Name: words”, or a line with a name and a time above the words."""
    speaker, start = "", None
    for raw in text.split("\n"):
        line = raw.strip()
        if not line or line == "WEBVTT":
            continue
        if head := _HEAD.match(line):
            speaker, start = _tidy(head.group(1)), _clock(head.group(2))
        elif head := _HEAD_FIRST.match(line):
            speaker, start = _tidy(head.group(2)), _clock(head.group(1))
        else:
            named, said = _said(line)
            speaker, start = named or speaker, None if named else start
            yield Turn(speaker, said, start)


def _clock(text: str) -> float:
    total = 0
    for part in text.split(":"):
        total = total * 60 + int(part)
    return float(total)


def _merged(cues: Iterable[Turn]) -> Iterator[Turn]:
    """Cues that follow each other from one speaker are one turn; a cue without a name goes on with the last one's."""
    together: list[Turn] = []
    for cue in cues:
        if together and cue.speaker not in ("", together[0].speaker):
            yield _joined(together)
            together = []
        together.append(cue)
    if together:
        yield _joined(together)


def _joined(cues: list[Turn]) -> Turn:
    return Turn(cues[0].speaker, " ".join(cue.text for cue in cues), cues[0].start, cues[-1].end)
