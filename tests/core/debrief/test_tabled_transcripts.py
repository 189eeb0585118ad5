"""Transcripts that are tables, and times and names in brackets: each row has its speaker, its times and its words."""

from __future__ import annotations

import json

import pytest

from onward.debrief.transcript import ONLY_BEGINNINGS, Turn, read_transcript, read_transcript_text

TWO = ("Dana Ruiz", "Sam Lee")
SAID = (
    "Tell me about a time you disagreed with a colleague?",
    "Last spring our team had a conflict, and I sat down with her.",
    "And what came of it?",
    "We agreed on a shorter form, and the list went down.",
)
ROWS = tuple((at, TWO[at % 2], said) for at, said in enumerate(SAID))


def tell(form: str, head: str = "", foot: str = "") -> str:
    return head + "".join(form.format(at=at, name=name, said=said) + "\n" for at, name, said in ROWS) + foot


WITH_ENDS = {
    "minutes and seconds": tell('"{name}","00:0{at}:10.000","00:0{at}:40.000","{said}"', "Speaker,Start,End,Text\n"),
    "other order": tell('00:0{at}:10,{at},00:0{at}:40,"{said}",{name}', "Start time,Index,End time,Caption,Speaker name\n"),
    "decimal commas": tell('{name};00:0{at}:10,0;00:0{at}:40,0;"{said}"', "Sprecher;Beginn;Ende;Text\n"),
    "tabs": tell("00:0{at}:10\t00:0{at}:40\t{name}\t{said}", "Start\tEnd\tSpeaker\tTranscript\n"),
    "two marks": tell("Dialogue: 0,0:0{at}:10.00,0:0{at}:40.00,Main,{name},0,0,0,,{said}", "[Script Info]\nTitle: x\n"
                      "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"),
    "frames": tell('"{name}","00;0{at};10;00","00;0{at};40;00","{said}"', "Speaker Name,Start Time,End Time,Text\n"),
    "before, in brackets": tell("[00:0{at}:10.000 --> 00:0{at}:40.000] [{name}]: {said}"),
    "before, the name with a colon": tell("[00:0{at}:10.000 --> 00:0{at}:40.000]  {name}: {said}"),
    "behind the name": tell("{name} [0{at}:10.0 - 0{at}:40.0]: {said}"),
    "behind the name above": tell("{name} (0{at}:10 – 0{at}:40)\n{said}\n"),
}  # fmt: skip
WITH_STARTS = {
    "time, speaker, text": tell('00:0{at}:10,{name},"{said}"', "Time,Speaker,Text\n"),
    "no headings": tell('00:0{at}:10,{name},"{said}"'),
    "commas that nobody quoted": tell("00:0{at}:10,{name},{said}", "Time,Speaker,Text\n"),
    "words over two lines": tell('00:0{at}:10,{name},"{said}\n"', "\ufeffTimestamp,Participant,Utterance\r\n"),
    "a table in Markdown": tell("| 00:0{at}:10 | {name} | {said} |", "| Zeit | Wer | Wortlaut |\n|---|:-:|---|\n"),
    "a moment of the day": tell('2026-10-29T14:0{at}:10Z,{name},"{said}"', "timestamp,speaker,content\n"),
    "before the name": tell("[00:0{at}:10] {name}: {said}"),
    "before the name, in round brackets": tell("(0{at}:10) {name}: {said}"),
}


@pytest.mark.parametrize("text", WITH_ENDS.values(), ids=WITH_ENDS)
def test_each_row_is_what_somebody_said_from_one_time_to_another(text: str) -> None:
    found = read_transcript_text(text)
    assert found.troubles == ()
    assert found.turns == tuple(Turn(name, said, at * 60 + 10, at * 60 + 40) for at, name, said in ROWS)


@pytest.mark.parametrize("text", WITH_STARTS.values(), ids=WITH_STARTS)
def test_a_row_with_one_time_lasts_until_the_next(text: str) -> None:
    found = read_transcript_text(text)
    assert found.troubles == (ONLY_BEGINNINGS,)
    assert [(turn.speaker, turn.text) for turn in found.turns] == [(name, said) for _, name, said in ROWS]
    assert [turn.seconds for turn in found.turns] == [60, 60, 60, None]


SEGMENTS = [
    {"start": at * 60.1, "end": at * 60 + 30.25, "text": f" {said}", "speaker": name} for at, name, said in ROWS
]


@pytest.mark.parametrize(
    "told",
    [
        {"segments": SEGMENTS, "language": "en"},
        {"text": " ".join(SAID), "words": [{"text": word} for word in " ".join(SAID).split()], "utterances": SEGMENTS},
        {"results": {"utterances": [{"transcript": one["text"], **one} for one in SEGMENTS]}},
        [{"sentence": one["text"], "speaker_name": one["speaker"], "speaker_id": 1, "index": 2} for one in SEGMENTS],
        {"entries": [{"participant": {"id": 7, "name": one["speaker"]}, "text": one["text"]} for one in SEGMENTS]},
    ],
)
def test_a_list_in_json_is_a_table_too(told: object) -> None:
    found = read_transcript(json.dumps(told).encode())
    assert [(turn.speaker, turn.text) for turn in found.turns] == [(name, said) for _, name, said in ROWS]


def test_numbers_of_speakers_are_somebody_without_a_name() -> None:
    listed = [{"speaker": at % 2, "text": said, "start": at} for at, _, said in ROWS]
    assert read_transcript_text(json.dumps(listed)).speakers == ("Speaker 0", "Speaker 1")


def test_whole_numbers_that_are_too_slow_for_seconds_are_thousandths() -> None:
    text = tell("{at}2000,{at}9000,{said}", "start,end,text\n")
    assert [turn.end for turn in read_transcript_text(text).turns] == [39.0]


def test_json_without_words_is_said_to_be_without() -> None:
    assert "JSON without what somebody said" in read_transcript(b'{"jobs": [{"name": "x"}]}').troubles[0]


@pytest.mark.parametrize(
    "text",
    [
        "Dana, thank you, for coming.\nSam, it is, a pleasure.\nDana, shall, we begin.\nSam, yes, please.\n",
        "Company,Role,Status\nElm,Nurse,Applied\nOak,Nurse,Saved\nFir,Cook,Saved\n",
        "1,2,3\n4,5,6\n7,8,9\n10,11,12\n",
    ],
)
def test_lines_with_commas_are_no_table_of_what_was_said(text: str) -> None:
    assert read_transcript_text(text).speakers == ()


@pytest.mark.parametrize(
    "marked",
    ["\u200f{}\u200f", "\u2068{}\u2069", "\u202a{}\u202c", "\u200e{}", "{}\u061c", "\ufeff{}", "\u2060{}\u200b"],
)
@pytest.mark.parametrize(
    "form", ["00:0{at}:10.000 --> 00:0{at}:40.000\n{name}: {said}\n", "{name}: {said}", "{name}  0{at}:10\n{said}\n"]
)
def test_marks_that_nobody_sees_are_part_of_no_name(marked: str, form: str) -> None:
    text = "".join(form.format(at=at, name=marked.format(name), said=said) + "\n" for at, name, said in ROWS)
    assert read_transcript_text(text).speakers == TWO
