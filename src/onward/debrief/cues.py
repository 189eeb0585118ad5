"""The cues of a transcript: what was said from one time to another, or, in plain text, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from onward.debrief.names import (
    CLOCK,
    HEADING,
    NO_LABELS,
    Labels,
    are_names_above,
    match_speaker,
    split_speaker,
    strip_to_words,
    tidy_name,
)


class Cue(NamedTuple):
    """Words of one speaker, empty when nobody is named. `start` and `end` are as written, empty without times."""

    speaker: str
    text: str
    start: str = ""
    end: str = ""


Block = tuple[str, str, str, str]  # start, end, the lines of words, who the line above names
_TIMES = re.compile(r"(\d+:[\d:.,]+)\s*--?>\s*(\d+:[\d:.,]+)")
_NAMED_ABOVE = re.compile(r'"([^"]{1,60})"(?: \(\d+\))?$')  # Webex: 1 "Dana Ruiz" (3456789)
_HEAD = re.compile(rf"\[?({HEADING})\]?[\s,|–-]{{1,40}}[\[(]?({CLOCK})[\])]?(?:\s?[AP]M)?\s*:?")
_HEAD_FIRST = re.compile(rf"[\[(]?({CLOCK})[\])]?[\s–-]{{1,40}}({HEADING})\s*:?")
_STAMPED = re.compile(rf"[\[(]?({CLOCK})[\])]?\s")  # before who says it
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # “October 29, 2026, 9:00 AM” is the day of the meeting, and nobody
_LEFT_OUT = re.compile(
    r"WEBVTT|Transcribed by https?:\S+|Transcription ended after .*"
    r"|This editable transcript was .*|\d{1,2}:\d{2}(?::\d{2})?"
)


def read_timed_cues(lines: Sequence[str], labels: Labels = NO_LABELS) -> list[Cue] | None:
    """The cues of a VTT or SRT in order, those without words with an empty text; None when there are no times.

    `lines` have nothing around them.
    """
    cues: list[Cue] = []
    for block in _cut_blocks(lines):
        start, end, words, above = block
        if "\n" in words or words.rfind("<v") > 0:
            cues += _split_by_speaker(block, labels)
        else:
            speaker, text = split_speaker(words, labels)
            cues.append(Cue(speaker or above, text, start, end))
    if not any(cue.speaker for cue in cues) and are_names_above(
        words.split("\n") for _, _, words, _ in _cut_blocks(lines)
    ):
        return [_named_above(block) for block in _cut_blocks(lines)]
    return cues or None


def list_spoken(lines: Sequence[str]) -> tuple[list[str], bool]:
    """The lines of a file that somebody says, and whether they are cues: the first of each, else all lines."""
    cues = [below for line, below in pairwise(lines) if "->" in line and _find_times(line)]
    return (cues, True) if cues else ([line for line in lines if line], False)


def _cut_blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Times and words of each cue: up to a blank line, or to the number of the next cue."""
    began, stamps = 0, ("", "")
    for at, line in enumerate(lines):
        if "->" in line and (found := _find_times(line)):
            if stamps[0]:
                yield *stamps, _join_cue_lines(lines, began + 1, at), _find_name_above(lines, began)
            began, stamps = at, found
    if stamps[0]:
        yield *stamps, _join_cue_lines(lines, began + 1, len(lines)), _find_name_above(lines, began)


def _find_name_above(lines: Sequence[str], at: int) -> str:
    """Whom the line before a cue's times names."""
    found = _NAMED_ABOVE.search(lines[at - 1]) if at and '"' in lines[at - 1] else None
    return found.group(1) if found else ""


def _find_times(line: str) -> tuple[str, str] | None:
    """The two times of a line, None when it has none. Nearly every line is of the first sort, and quickly told."""
    start, arrow, rest = line.partition(" --> ")
    if arrow and len(start) == len(rest) == 12 and start[2] == rest[5] == ":":
        return start, rest
    found = _TIMES.match(line)
    return (found.group(1), found.group(2)) if found else None


def _join_cue_lines(lines: Sequence[str], start: int, end: int) -> str:
    """The lines from `start` on, after blank ones, that are words."""
    while start < end and not lines[start]:
        start += 1
    if start + 1 < end and not lines[start + 1]:  # the usual case: one line
        return lines[start]
    stop = next((at for at in range(start, end) if not lines[at]), end)
    number = stop == end < len(lines) and stop > start and lines[stop - 1].isdigit()
    return "\n".join(lines[start : stop - number])


def _split_by_speaker(block: Block, labels: Labels) -> Iterable[Cue]:
    """A cue of several lines, or one for each speaker in it."""
    start, end, words, above = block
    spoken = (split_speaker(line, labels) for line in _by_speaker(words, labels))
    return [Cue(speaker or above, text, start, end) for speaker, text in spoken]


def _by_speaker(words: str, labels: Labels) -> Sequence[str]:
    """The lines of a cue, joined where the second goes on with the first's speaker."""
    joined: list[str] = []
    for line in words.replace("<v", "\n<v").split("\n"):
        if joined and not (line.startswith("<v") or match_speaker(line, labels)):
            joined[-1] = f"{joined[-1]} {line}"
        elif line:
            joined.append(line)
    return joined


def _named_above(block: Block) -> Cue:
    start, end, words, _ = block
    name, _, spoken = words.partition("\n")
    return Cue(tidy_name(name), strip_to_words(spoken.replace("\n", " ")), start, end)


def read_untimed_cues(lines: Sequence[str], labels: Labels = NO_LABELS) -> Iterator[Cue]:
    """Plain text: “Name: words”, or a line with a name, and perhaps a time, above the words."""
    if not any(_read_head(line) or match_speaker(line, labels) for line in lines if line):
        blocks = [block.split("\n") for block in "\n".join(lines).split("\n\n")]
        if are_names_above(blocks):
            yield from (Cue(tidy_name(block[0]), strip_to_words(" ".join(block[1:]))) for block in blocks)
            return
    speaker, start = "", ""
    for line in filter(None, lines):
        if _LEFT_OUT.fullmatch(line):
            continue
        if head := _read_head(line):
            speaker, start = head
        else:
            named, spoken = split_speaker(line, labels)
            before = _STAMPED.match(line)
            start = before.group(1) if before else "" if named else start
            speaker = named or speaker
            if spoken:
                yield Cue(speaker, spoken, start)


def _read_head(line: str) -> tuple[str, str] | None:
    """The name and the time of a line that has nothing else."""
    if (found := _HEAD.fullmatch(line)) and not _YEAR.search(found.group(1)):
        return tidy_name(found.group(1)), found.group(2)
    found = _HEAD_FIRST.fullmatch(line)
    return (tidy_name(found.group(2)), found.group(1)) if found else None


@lru_cache(maxsize=4096)
def parse_seconds(stamp: str) -> float | None:
    """“1:02:03,5” as 3723.5; None for no time."""
    clock, _, share = stamp.replace(",", ".").partition(".")
    parts = clock.split(":")
    if not 2 <= len(parts) <= 3 or not all(part.isdecimal() and len(part) < 4 for part in parts):
        return None
    hours, minutes, whole = (int(part) for part in ("0", *parts)[-3:])
    return hours * 3600 + minutes * 60 + whole + (int(share[:6]) / 10 ** len(share[:6]) if share.isdecimal() else 0.0)
