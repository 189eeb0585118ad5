"""Reads a transcript (VTT, SRT, plain text with speakers) into turns. It never raises: what is wrong is a sentence.

Own reader throughout: docs/decisions/0005 says why. On well-formed files it agrees with webvtt-py, which a test holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate, groupby, pairwise
from operator import itemgetter

from onward.debrief.cues import Cue, list_spoken, parse_seconds, read_timed_cues, read_untimed_cues
from onward.debrief.day_times import read_day_times
from onward.debrief.decode import EMPTY, JSON, decode_transcript
from onward.debrief.names import find_labels
from onward.debrief.tabled import read_tabled_cues
from onward.debrief.written_ways import smooth_lines, strip_marks
from onward.wording.counts import say_count

NO_SPEAKERS = "No speakers are named in it, so questions and answers can’t be told apart."
ONE_SPEAKER = "Only one speaker is named in it, so there are no questions to pair with the answers."
ONLY_BEGINNINGS = (
    "It says when each turn began and not when it ended. A turn is taken to last until the next one, pauses and all."
)
ONLY_MINUTES = "It says the minute of each turn and not the second, so nothing can be said of length and pace."
NOBODY = "{count} of {all} cues name nobody. Their words were taken for those of whoever spoke before."
_NAMED = 0.8  # of the cues: then a tool names all, and one without a name is odd
OVERLAP = 2.0  # seconds by which people who talk at once may seem to go back in time


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker said until somebody else did. `start` and `end` are seconds, None where they aren't known."""

    speaker: str
    text: str
    start: float | None = None
    end: float | None = None

    @property
    def seconds(self) -> float | None:
        """How long it took, None without times."""
        return self.end - self.start if self.start is not None and self.end is not None else None


class Untimed(StrEnum):
    """Why nothing can be said about time."""

    NO = ""
    MINUTES = "no seconds"
    ENDS = "no ends"
    ALL = "no times"


@dataclass(frozen=True, slots=True)
class Transcript:
    """The turns in order, the speakers in the order they first spoke, and sentences on what was odd.

    Without turns it could not be read, and the first trouble says why.
    """

    turns: tuple[Turn, ...] = ()
    speakers: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()

    @property
    def untimed(self) -> Untimed:
        """Why nothing can be said about time, if so."""
        if any(turn.end is not None for turn in self.turns):
            return Untimed.NO
        if ONLY_MINUTES in self.troubles:
            return Untimed.MINUTES
        return Untimed.ENDS if any(turn.start is not None for turn in self.turns) else Untimed.ALL


def read_transcript(raw: bytes) -> Transcript:
    """The transcript in a file's bytes, in time linear in them."""
    text, trouble = decode_transcript(raw)
    return Transcript(troubles=(trouble,)) if trouble else read_transcript_text(text)


def read_transcript_text(text: str) -> Transcript:
    """The transcript in a text that was pasted or decoded already.

    >>> [turn.speaker for turn in read_transcript_text("Priya: Why us?\\nDana: I like the team.").turns]
    ['Priya', 'Dana']
    """
    smooth = strip_marks(text)
    cues = read_tabled_cues(smooth)
    if cues is None and smooth.lstrip()[:2] in ('{"', "[{"):
        return Transcript(troubles=(JSON,))
    lines, to_the_minute = ([], False) if cues else read_day_times(smooth_lines(smooth))
    spoken_lines, timed = list_spoken(lines)
    labels = find_labels(spoken_lines, timed=timed)
    cues = cues or read_timed_cues(lines, labels)
    is_plain_text = cues is None
    if cues is None:
        cues = list(read_untimed_cues(lines, labels))
    spoken = [cue._replace(start="", end="") if to_the_minute else cue for cue in cues if cue.text]
    named, before = _drop_heading(spoken) if is_plain_text else (spoken, 0)
    turns, backwards = _merge_cues(named)
    if not turns:
        return Transcript(troubles=(EMPTY,))
    rough: tuple[str, ...] = (ONLY_MINUTES,) if to_the_minute else ()
    if not (backwards or to_the_minute or any(cue.end for cue in named)):
        turns, rough = _end_turns_at_next(turns)
    speakers = tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker))
    nobody = () if is_plain_text else tuple(_describe_nobodys(spoken))
    return Transcript(
        turns,
        speakers,
        (*rough, *nobody, *_describe_oddities(len(cues), len(spoken), before, backwards, len(speakers))),
    )


def _drop_heading(cues: Sequence[Cue]) -> tuple[Sequence[Cue], int]:
    """Plain text without its heading: what stands before the first of two or more names is nobody's words."""
    first = next((at for at, cue in enumerate(cues) if cue.speaker), 0)
    return (cues[first:], first) if len({cue.speaker for cue in cues[first:]}) > 1 else (cues, 0)


def _end_turns_at_next(turns: tuple[Turn, ...]) -> tuple[tuple[Turn, ...], tuple[str, ...]]:
    """Turns of which only the beginning is known last until the next one begins; and a sentence that says so."""
    starts = [turn.start for turn in turns if turn.start is not None]
    if len(starts) < max(2, len(turns)) or any(one > two for one, two in pairwise(starts)):
        return turns, ()
    ended = (replace(turn, end=end) for turn, end in zip(turns, starts[1:], strict=False))
    return (*ended, turns[-1]), (ONLY_BEGINNINGS,)


def _describe_nobodys(cues: Sequence[Cue]) -> Iterator[str]:
    """A sentence on cues without a name, where nearly all have one."""
    nobodys = sum(not cue.speaker for cue in cues)
    if 0 < nobodys <= (1 - _NAMED) * len(cues):
        yield NOBODY.format(count=nobodys, all=len(cues))


BACKWARDS = (
    "Its times go backwards in {n} place. Where that is inside an answer, length and pace are left out.",
    "Its times go backwards in {n} places. Where that is inside an answer, length and pace are left out.",
)


def _describe_oddities(cues: int, spoken: int, before: int, backwards: int, speakers: int) -> Iterator[str]:
    """Sentences on what was found to be odd."""
    if spoken < cues:
        yield f"{cues - spoken} of {cues} cues have no words and were left out."
    if before:
        yield say_count(
            before,
            "What stands before the first name ({n} line) was left out.",
            "What stands before the first name ({n} lines) was left out.",
        )
    if backwards:
        yield say_count(backwards, *BACKWARDS)
    if speakers < 2:
        yield ONE_SPEAKER if speakers else NO_SPEAKERS


def _merge_cues(cues: Sequence[Cue]) -> tuple[tuple[Turn, ...], int]:
    """The turns, and in how many places the times go backwards, inside a turn and from one to the next."""
    spoken = _split_by_speaker(cues)
    joined = [_join_cues(one) for one in spoken]
    between = sum(_is_back(one[-1], two[0]) for one, two in pairwise(spoken))
    return tuple(turn for turn, _ in joined), between + sum(back for _, back in joined)


def _split_by_speaker(cues: Sequence[Cue]) -> list[list[Cue]]:
    """Cues that follow each other from one speaker; a cue without a name goes on with the last one's."""
    names: Iterator[str] = accumulate([cue.speaker for cue in cues], lambda last, name: name or last)
    return [[cue for _, cue in run] for _, run in groupby(zip(names, cues, strict=True), key=itemgetter(0))]


def _join_cues(cues: list[Cue]) -> tuple[Turn, int]:
    """The cues of one turn, and how often its times go backwards; then nobody knows when it ended."""
    start, end = parse_seconds(cues[0].start), parse_seconds(cues[-1].end)
    back = sum([_is_back(one, two) for one, two in pairwise(cues)])
    back = back or int(start is not None and end is not None and end < start)
    return Turn(cues[0].speaker, " ".join([cue.text for cue in cues]), start, None if back else end), back


def _is_back(one: Cue, two: Cue) -> bool:
    """Whether the second begins clearly before the first."""
    if one.start <= two.start and one.start[2:3] == two.start[2:3] == ":" and one.start[8:9] == two.start[8:9] == ".":
        return False  # “00:00:00.000”: such stamps sort as they are, nearly all are such, and reading them takes time
    first, second = parse_seconds(one.start), parse_seconds(two.start)
    return first is not None and second is not None and second < first - OVERLAP
