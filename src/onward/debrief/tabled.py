"""A transcript that is a table: rows with who spoke, when, and the words, as CSV, a table in Markdown, or JSON.

What a column is, is told by its heading, and else by what is in it: tools call them what they like.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onward.debrief.cues import Cue, parse_seconds
from onward.debrief.listed import list_rows
from onward.debrief.names import tidy_name

Row = Sequence[str]
CALLED: Mapping[str, frozenset[str]] = {
    "text": frozenset(
        (
            *("text", "transcript", "sentence", "utterance", "words", "caption", "captions", "content", "message"),
            *("transcription", "subtitle", "dialogue", "spoken", "wortlaut", "texte", "texto", "testo", "tekst"),
            *("transkript", "paroles", "discours"),
        )
    ),
    "speaker": frozenset(
        (
            *("speaker", "name", "participant", "person", "who", "label", "channel", "user", "role", "sender"),
            *("sprecher", "sprecherin", "intervenant", "locuteur", "orador", "hablante", "spreker", "parlante"),
            *("relatore", "falante"),
        )
    ),
    "start": frozenset(
        (
            *("start", "time", "timestamp", "timecode", "in", "begin", "from", "offset", "starttime", "zeit"),
            *("zeitstempel", "beginn", "anfang", "début", "debut", "inicio", "início", "inizio", "heure", "hora"),
            *("ora", "tijd", "tijdstip"),
        )
    ),
    "end": frozenset(("end", "stop", "out", "to", "until", "endtime", "ende", "fin", "fim", "fine", "einde")),
}
_SEPARATORS = (",", ";", "\t", "|")
_WORDS = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CLOCK = re.compile(r"\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,6})?")
_FRAMES = re.compile(r"(\d{1,2})[:;](\d{2})[:;](\d{2})[:;](\d{2})")  # hours, minutes, seconds, and a part of one
_FRAMES_A_SECOND = 30  # or 25, which differs by less than anything that is said
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d(?:\.\d{1,6})?)\d*(?:Z|[+-]\d\d:?\d\d)?")
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,20})?")
_FEWEST = 3  # rows of which it can be told what their columns are
_NEARLY_ALL = 0.9
_LOOKED_AT = 200  # rows
_SLOWEST = 0.05  # words a second: fewer, and the numbers are milliseconds


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column is what; None for one that isn't there."""

    text: int
    speaker: int | None
    start: int | None
    end: int | None


def read_tabled_cues(text: str) -> list[Cue] | None:
    """The cues of a table, those without words with an empty text; None where it is no table of what was said."""
    for rows in _list_tables(text):
        if found := _find_columns(rows):
            columns, first = found
            return list(_read_rows([row for row in rows[first:] if any(row)], columns))
    return None


def _list_tables(text: str) -> Iterator[list[list[str]]]:
    if text.lstrip()[:1] in ("{", "["):
        yield list_rows(text)
    if "\nDialogue:" in text:  # subtitles of Aegisub
        yield _read_script(text)
    lines = text.strip().split("\n")
    for separator in _SEPARATORS:
        if separator in lines[0] and _find_columns(_read_delimited(lines[:_LOOKED_AT], separator)):
            yield _read_delimited(lines, separator)


def _read_script(text: str) -> list[list[str]]:
    """“Format: Start, End, Name, Text” and below it a line for each cue; the last field may have commas."""
    fields = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("Format:")][-1:]
    width = fields[0].count(",") if fields else 0
    lines = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("Dialogue:")]
    return [[cell.strip() for cell in line.split(",", width)] for line in (*fields, *lines)]


def _read_delimited(lines: Sequence[str], separator: str) -> list[list[str]]:
    """The rows; what goes past the last heading is the end of what was said, for not every program quotes a comma."""
    if separator == "|":
        lines = [line.strip().strip("|") for line in lines if not re.fullmatch(r"[\s|:+-]+", line)]
    try:
        read = csv.reader((f"{line}\n" for line in lines), delimiter=separator, skipinitialspace=True)
        rows = [[" ".join(cell.split()) for cell in row] for row in read if row]
    except csv.Error:
        return []
    width = len(rows[0]) if rows else 0
    if width < 2 or _name_column(rows[0][-1]) != "text":
        return rows
    return [[*row[: width - 1], f"{separator} ".join(row[width - 1 :])] if len(row) > width else row for row in rows]


def _find_columns(rows: Sequence[Row]) -> tuple[_Columns, int] | None:
    """What the columns are, and in which row the first is said; None where it is no such table."""
    some = rows[1 : _LOOKED_AT + 1]
    width = len(rows[0]) if rows else 0
    whole = [row for row in some if len(row) == width]
    if len(whole) < max(_FEWEST, _NEARLY_ALL * len(some)) or width < 2:
        return None
    called = [_name_column(cell) for cell in rows[0]]
    columns = [[row[at] for row in whole] for at in range(width)]
    timed = [at for at in range(width) if _are_times(columns[at])]
    headed = "text" in called and ("speaker" in called or bool(timed))
    if not headed and not any(_CLOCK.fullmatch(columns[at][0]) for at in timed):
        return None  # numbers alone could be anything
    start, end = _find_times(timed, called)
    left = [at for at in range(width) if at not in timed]
    spoken = [at for at in left if not headed or called[at] == "text"]
    if not spoken:
        return None
    text = max(spoken, key=lambda at: sum(map(len, columns[at])))
    first = not headed and start is not None and _read_seconds(rows[0][start]) is not None
    return _Columns(text, _find_speaker(left, called, columns, text), start, end), int(not first)


def _find_times(timed: Sequence[int], called: Sequence[str]) -> tuple[int | None, int | None]:
    """The columns of the start and the end: by their headings, else the first of the times and none."""
    start = next((at for at in timed if called[at] == "start"), next((at for at in timed if called[at] != "end"), None))
    unnamed = [at for at in timed if start is not None and at > start and not any(called)]
    return start, next((at for at in timed if called[at] == "end"), next(iter(unnamed), None))


def _find_speaker(left: Sequence[int], called: Sequence[str], columns: Sequence[Row], text: int) -> int | None:
    named = [at for at in left if at != text and called[at] == "speaker"]
    if named:  # “Name” may be filled where “Speaker” is a number
        return max(named, key=lambda at: (len(set(columns[at])) > 1, sum(map(bool, columns[at]))))
    again = [at for at in left if at != text and 1 < len(set(columns[at])) <= len(columns[at]) / 2 + 1]
    return again[0] if again else None


def _name_column(heading: str) -> str:
    """What a column is by its heading, empty where that says nothing."""
    words = {word.casefold() for word in _WORDS.findall(_CAMEL.sub(" ", heading).replace("_", " "))}
    return next((what for what in ("end", "start", "speaker", "text") if words & CALLED[what]), "")


def _are_times(cells: Row) -> bool:
    """Whether nearly all are times that don't go back."""
    there = [cell for cell in cells if _read_seconds(cell) is not None]
    seconds = [_read_seconds(cell) or 0.0 for cell in there]
    back = sum(two < one for one, two in pairwise(seconds))
    return len(there) >= _NEARLY_ALL * len(cells) and len(set(seconds)) > 1 and back <= len(there) // 10


def _read_seconds(cell: str) -> float | None:
    if found := _FRAMES.fullmatch(cell):
        return (parse_seconds(":".join(found.groups()[:3])) or 0) + int(found.group(4)) / _FRAMES_A_SECOND
    if found := _MOMENT.fullmatch(cell):
        return parse_seconds(found.group(1))
    if _NUMBER.fullmatch(cell):
        return float(cell.replace(",", "."))
    return parse_seconds(cell) if _CLOCK.fullmatch(cell) else None


def _read_rows(rows: Sequence[Row], columns: _Columns) -> Iterator[Cue]:
    said = [_read_cell(row, columns.text) for row in rows]
    per = 1000 if _are_thousandths([_read_cell(row, columns.end or columns.start) for row in rows], said) else 1
    for row, words in zip(rows, said, strict=True):
        start, end = (_write_clock(_read_cell(row, at), per) for at in (columns.start, columns.end))
        yield Cue(tidy_name(_name_speaker(_read_cell(row, columns.speaker))), words, start, end)


def _read_cell(row: Row, at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""


def _name_speaker(cell: str) -> str:
    return f"Speaker {cell}" if re.fullmatch(r"\d{1,2}|[A-Z]", cell) else cell


def _are_thousandths(cells: Row, said: Sequence[str]) -> bool:
    """Whether whole numbers count milliseconds: in seconds so few words would take too long."""
    last = max((float(cell) for cell in cells if cell.isdecimal() and len(cell) < 12), default=0.0)
    return last > 0 and sum(len(words.split()) for words in said) < _SLOWEST * last


def _write_clock(cell: str, per: int) -> str:
    """A time as `1:02:03.500`, empty where there is none."""
    seconds = _read_seconds(cell)
    if seconds is None:
        return ""
    whole = round(seconds * 1000 / (per if cell.replace(".", "").replace(",", "").isdecimal() else 1))
    return f"{whole // 3_600_000}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"
