"""The lines of a transcript in one form, whatever tool wrote them: tags gone, times as a clock shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onward.debrief.names import CLOCK, HEADING
from onward.debrief.parted_names import part_names

_TAGS = re.compile(
    r"</?(?:b|i|u|s|c|p|font|span|em|strong|div|br|lang|ruby|rt)(?:[.\s/][^<>\n]{0,200})?>|\{\\[^{}\n]{0,60}\}",
    re.IGNORECASE,
)
_SBV = re.compile(r"(\d{1,2}:\d{2}:\d{2}[.]\d{1,3}),(\d{1,2}:\d{2}:\d{2}[.]\d{1,3})")
# “1 hour 2 minutes 3 seconds”, as Teams copies it in the languages of the letters.
_SPOKEN = (
    r"(?:(\d{1,2}) (?:hours?|Stunden?|heures?|horas?|or[ae]|uur)[, ]{1,2})?"
    r"(?:(\d{1,2}) (?:minutes?|Minuten?|minutos?|minut[oi]|minuut|minuten)(?:[, ]{1,2}| and | und | et | y | e | en ))?"
    r"(\d{1,2}) (?:seconds?|Sekunden?|secondes?|segundos?|second[oi]|seconden|seconde)"
)
_ONLY_SPOKEN = re.compile(_SPOKEN)
_NAME_SPOKEN = re.compile(rf"({HEADING}) {_SPOKEN}")
_MARKED = re.compile(
    rf"^#{{1,6}} |(?<=\s)_(?={CLOCK}_$)|(?<=\d)_$", re.MULTILINE
)  # “### Dana Ruiz”, “Dana Ruiz _00:10_”
_SPAN = rf"({CLOCK}) {{0,3}}(?:--?>|[-–—]|to) {{0,3}}({CLOCK})"
_BRACKETED = re.compile(rf"[\[(]{_SPAN}[\])]")
_SPAN_FIRST = re.compile(rf"[\[(]{_SPAN}[\])]:?\s*(?=\S)")
_SPAN_AFTER = re.compile(rf"({HEADING})\s?[\[(]{_SPAN}[\])]\s?:?\s*")
_PARTED = re.compile(r"^[\[(]([^\W\d][^\[\]()\n]{0,59})[\])]:?\s")
# Marks of direction, a blank without width, a word joiner, the mark of the byte order
_UNSEEN = dict.fromkeys(
    (0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF)
)
_ANY_UNSEEN = re.compile(f"[{''.join(map(chr, _UNSEEN))}]")
_LONGEST = 140  # signs of a line that is a name with a time


def strip_marks(text: str) -> str:
    """The text without signs that aren't seen: which way it runs, where it may break."""
    return text.translate(_UNSEEN) if _ANY_UNSEEN.search(text) else text


def smooth_lines(text: str) -> list[str]:
    """The lines without what stands around them and around names, with times as `1:02:03`."""
    smooth = text.replace("**", "")
    if "<" in smooth or "{\\" in smooth:
        smooth = _TAGS.sub("", smooth)
    smooth = _MARKED.sub("", smooth) if "\n#" in smooth or "_\n" in smooth else smooth
    lines = [line.strip() for line in smooth.splitlines()]
    if _BRACKETED.search(smooth):
        lines = [one for line in lines for one in _part_spans(line)]
    lines = part_names(lines)
    if any(line[:1].isdigit() and _SBV.fullmatch(line) for line in lines[:50]):
        lines = [_SBV.sub(r"\1 --> \2", line) if _SBV.fullmatch(line) else line for line in lines]
    return _say_times(lines) if any(_is_spoken(line) for line in lines[:50]) else lines


def _part_spans(line: str) -> tuple[str, ...]:
    """“[00:10 --> 00:30] words” and “Dana Ruiz (00:10 - 00:30): words” as the two lines of a cue."""
    if found := _SPAN_FIRST.match(line):
        return "", f"{found[1]} --> {found[2]}", _PARTED.sub(r"\1: ", line[found.end() :])
    if found := _SPAN_AFTER.match(line):
        return "", f"{found[2]} --> {found[3]}", f"<v {found[1]}>", *filter(None, [line[found.end() :]])
    return (line,)


def _is_spoken(line: str) -> bool:
    return len(line) <= _LONGEST and (_ONLY_SPOKEN.fullmatch(line) or _NAME_SPOKEN.fullmatch(line)) is not None


def _say_times(lines: Iterable[str]) -> list[str]:
    """“Dana Ruiz”, “0 minutes 10 seconds”, and both again on one line, as one line “Dana Ruiz 0:00:10”."""
    out: list[str] = []
    for line in lines:
        short = len(line) <= _LONGEST
        if short and (found := _NAME_SPOKEN.fullmatch(line)):
            head = f"{found[1]} {_format_clock(found.groups()[1:])}"
            while out and out[-1] and (head.startswith(out[-1]) or out[-1][0].isdigit()) and len(out[-1]) < len(head):
                out.pop()
            if out[-1:] != [head]:
                out.append(head)
        elif short and (found := _ONLY_SPOKEN.fullmatch(line)) and out and out[-1]:
            out[-1] = f"{out[-1]} {_format_clock(found.groups())}"
        elif not (out and line and out[-1].endswith(f":{line.zfill(5)}")):  # the time once more
            out.append(line)
    return out


def _format_clock(parts: tuple[str | None, ...]) -> str:
    hours, minutes, seconds = (int(part or 0) for part in parts)
    return f"{hours}:{minutes:02}:{seconds:02}"
