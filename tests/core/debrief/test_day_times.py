"""Times of the day beside who speaks: a chat's, a recorder's. “10:01 AM” is no first second of an eleventh minute."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onward.debrief.transcript import ONLY_BEGINNINGS, ONLY_MINUTES, Untimed, read_transcript_text

DANA, SAM = "Dana Ruiz", "Sam Lee"
SAID = (
    ("09:59:30", DANA, "Why us?"),
    ("10:00:10", SAM, "The team. We met at 10:30 AM on 11/12/26 - twice."),
    ("13:00:40", DANA, "And your weakness?"),
    ("13:01:05", SAM, "I say yes too often."),
)
STARTS = [35970.0, 36010.0, 46840.0, 46865.0]


def halve(clock: str) -> str:
    hour, rest = clock.split(":", 1)
    return f"{(int(hour) - 1) % 12 + 1}:{rest} {'PM' if int(hour) > 11 else 'AM'}"


def write(line: Callable[[str, str, str], str]) -> str:
    return "\n".join(line(*one) for one in SAID)


@pytest.mark.parametrize(
    "text",
    [
        write(lambda at, who, said: f"[18/11/26, {at}] {who}: {said}"),
        write(lambda at, who, said: f"[11/18/26, {halve(at)}] {who}: {said}"),
        write(lambda at, who, said: f"2026-11-18 {at} {who}: {said}"),
        write(lambda at, who, said: f"[2026-11-18T{at}] {who}\n{said}\n"),
        write(lambda at, who, said: f"{who}  {halve(at)}\n{said}\n"),
        write(lambda at, who, said: f"{who} [18.11.2026 {at}]: {said}"),
    ],
    ids=["chat", "chat of twelve hours", "log", "head first", "head behind", "behind the name"],
)
def test_seconds_of_the_day_are_where_a_turn_begins(text: str) -> None:
    read = read_transcript_text(text)
    assert (read.speakers, [turn.start for turn in read.turns]) == ((DANA, SAM), STARTS)
    assert [turn.text for turn in read.turns] == [said for _, _, said in SAID]
    assert read.troubles == (ONLY_BEGINNINGS,)


@pytest.mark.parametrize(
    "text",
    [
        write(lambda at, who, said: f"18.11.26, {at[:5]} - {who}: {said}"),
        write(lambda at, who, said: f"11/18/26, {halve(at[:5])} - {who}: {said}"),
        write(lambda at, who, said: f"[{halve(at[:5])}] {who}: {said}"),
        write(lambda at, who, said: f"{who}   {halve(at[:5])}\n{said}\n"),
        write(lambda at, who, said: f"{who} ({halve(at[:5]).replace('M', '.M.')}): {said}"),
    ],
    ids=["chat", "chat of twelve hours", "minutes", "head behind", "behind the name"],
)
def test_minutes_of_the_day_are_no_length_of_a_turn(text: str) -> None:
    read = read_transcript_text(text)
    assert (read.speakers, len(read.turns)) == ((DANA, SAM), len(SAID))
    assert all(turn.start is None and turn.end is None for turn in read.turns)
    assert read.troubles == (ONLY_MINUTES,)
    assert read.untimed is Untimed.MINUTES


def test_minutes_and_seconds_of_a_recording_stay_what_they_are() -> None:
    read = read_transcript_text("Recorded 18.11.2026 10:00 AM\n\n00:10 Dana: Why?\n00:20 Sam: Well, at 10:01 AM.\n")
    assert [turn.start for turn in read.turns] == [10.0, 20.0]
