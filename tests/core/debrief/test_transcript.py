"""Reading transcripts: VTT, SRT, plain text; leniently, in time linear in their length, and never raising."""

from __future__ import annotations

import io
import sys

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from onward.debrief.answers import find_question, guess_candidate, list_most_heard, pair_answers
from onward.debrief.decode import BINARY, EMPTY, TOO_LONG
from onward.debrief.names import is_generic
from onward.debrief.transcript import (
    NO_SPEAKERS,
    ONE_SPEAKER,
    ONLY_BEGINNINGS,
    Transcript,
    Untimed,
    read_transcript,
    read_transcript_text,
)

VTT = """WEBVTT

1
00:00:01.000 --> 00:00:04.000
<v Dana R.>Thanks for coming. Tell me about a time you fell behind.</v>

2
00:00:05.000 --> 00:00:09.500
<v Me>Two years ago our team was
three weeks behind.</v>

3
00:00:09.500 --> 00:00:10.000
<v Dana R.>Mm-hm.</v>

4
00:00:10.000 --> 00:00:15.000
<v Me>I built a template, and it was gone in a month.</v>

5
00:00:16.000 --> 00:00:18.000
<v Dana R.>And why do you want to work here?</v>

6
00:00:18.500 --> 00:00:24.000
<v Me>Because you supervise every week, and I learn that way.</v>
"""

SAID = [
    ("Dana R.", "Thanks for coming. Tell me about a time you fell behind."),
    ("Me", "Two years ago our team was three weeks behind."),
    ("Dana R.", "Mm-hm."),
    ("Me", "I built a template, and it was gone in a month."),
    ("Dana R.", "And why do you want to work here?"),
    ("Me", "Because you supervise every week, and I learn that way."),
]


def told(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in transcript.turns]


def srt(text: str = VTT) -> str:
    body = text.removeprefix("WEBVTT\n\n").replace(".000 ", ",000 ").replace(".500 ", ",500 ")
    return body.replace("<v Dana R.>", "Dana R.: ").replace("<v Me>", "Me: ").replace("</v>", "")


def test_it_reads_a_vtt_with_voices() -> None:
    read_one = read_transcript(VTT.encode())
    assert told(read_one) == SAID
    assert (read_one.speakers, read_one.troubles) == (("Dana R.", "Me"), ())
    assert read_one.turns[1].seconds == 4.5


def test_webvtt_reads_the_same_words_and_times() -> None:
    captions = webvtt.from_buffer(io.StringIO(VTT))
    assert [" ".join(c.text.split()) for c in captions] == [text for _, text in SAID]
    assert [c.voice for c in captions] == [who for who, _ in SAID]
    assert [c.start_in_seconds for c in captions] == [int(t.start or 0) for t in read_transcript_text(VTT).turns]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufeff" + VTT, id="byte order mark"),
        pytest.param(VTT.replace(".000", ",000").replace(".500", ",500"), id="comma times"),
        pytest.param(VTT.replace("\n", "\r\n"), id="windows line ends"),
        pytest.param(VTT.replace("00:00:", "00:"), id="minutes only"),
        pytest.param(VTT.replace("WEBVTT\n\n", ""), id="no header"),
        pytest.param(VTT.replace("<v Dana R.>", "<v.loud Dana R.>"), id="voice with a class"),
        pytest.param(VTT.replace("\n\n", "\n"), id="no blank lines"),
        pytest.param(VTT.replace("\n1\n", "\nNOTE made by a tool\n\n1\n"), id="a note"),
        pytest.param(
            VTT.replace("1\n00:00:01.000 -->", "1\n00:00:01.000 -->").replace(
                "--> 00:00:04.000", "--> 00:00:04.000 align:start"
            ),
            id="settings",
        ),
        pytest.param(srt(), id="srt"),
        pytest.param("\n".join(f"{who}: {text}" for who, text in SAID), id="names before colons"),
        pytest.param("\n\n".join(f"{who}  0:{n:02}\n{text}" for n, (who, text) in enumerate(SAID)), id="names above"),
        pytest.param(
            "\n".join(f"[00:00:{n:02}] {who}: {text}" for n, (who, text) in enumerate(SAID)), id="times before"
        ),
        pytest.param("\n".join(f"0:{n:02} {who}\n{text}" for n, (who, text) in enumerate(SAID)), id="times above"),
    ],
)
def test_it_is_lenient_about_how_tools_export(text: str) -> None:
    assert told(read_transcript(text.encode())) == SAID


TEAMS = "\n\n".join(f"0:0:{n}.0 --> 0:0:{n}.900\n{who}\n{text}" for n, (who, text) in enumerate(SAID))
WEBEX = "WEBVTT\n\n" + "\n\n".join(
    f'{n} "{who}" (34567)\n00:00:0{n}.000 --> 00:00:0{n}.900\n{text}' for n, (who, text) in enumerate(SAID)
)
MEET = "Interview (2026-03-02 10:00 GMT-5) - Transcript\nAttendees\nDana R., Me\nTranscript\n00:00:00\n" + "\n".join(
    f"{who}: {text}" for who, text in SAID
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEAMS, id="teams"),
        pytest.param(WEBEX, id="webex"),
        pytest.param(MEET, id="meet"),
        pytest.param("\n\n".join(f"[{w}] 10:02:0{n}\n{t}" for n, (w, t) in enumerate(SAID)), id="zoom text"),
        pytest.param(
            "\n\n".join(f"{w}  0:0{n} \n{t}" for n, (w, t) in enumerate(SAID))
            + "\n\nTranscribed by https://otter.ai\n",
            id="otter",
        ),
        pytest.param("\n\n".join(f"{w}\n{t}" for w, t in SAID), id="names alone"),
        pytest.param("\n\n".join(f"{w}:\n{t}" for w, t in SAID), id="names with a colon above"),
        pytest.param("\n".join(f"**{w}** (00:0{n}): {t}" for n, (w, t) in enumerate(SAID)), id="bold, time behind"),
        pytest.param("\n".join(f">> {w}: {t}" for w, t in SAID), id="captions"),
        pytest.param(
            "\n\n".join(f"00:0{n}.000 --> 00:0{n}.500\n{w}:\n{t}" for n, (w, t) in enumerate(SAID)),
            id="names inside cues",
        ),
        pytest.param(VTT.replace("\n\n", "\n \n"), id="blank lines with a space"),
        pytest.param(VTT.replace(" --> ", "-->"), id="no space at the arrow"),
    ],
)
def test_it_reads_what_meeting_tools_write(text: str) -> None:
    assert told(read_transcript(text.encode())) == SAID


def test_a_heading_before_the_first_name_is_left_out_and_said() -> None:
    assert read_transcript_text(MEET).troubles == ("What stands before the first name (4 lines) was left out.",)


def test_words_in_a_cue_that_look_like_a_number_stay() -> None:
    text = "00:01.000 --> 00:02.000\nMe: How many?\n\n00:03.000 --> 00:04.000\nDana: I said\n5"
    assert told(read_transcript_text(text)) == [("Me", "How many?"), ("Dana", "I said 5")]


def test_an_arrow_in_plain_text_is_no_time() -> None:
    text = "Me: at 10: I went --> home\nDana: 5 -> 6, and 1:30 or so --> later"
    assert told(read_transcript_text(text)) == [
        ("Me", "at 10: I went --> home"),
        ("Dana", "5 -> 6, and 1:30 or so --> later"),
    ]


def test_times_that_go_backwards_are_said_and_measured_nowhere() -> None:
    text = VTT.replace("00:00:10.000 --> 00:00:15.000", "00:00:01.000 --> 00:00:03.000")
    found = read_transcript_text(text.replace("<v Dana R.>Mm-hm.</v>", "<v Me>And.</v>"))
    assert found.troubles == (
        "Its times go backwards in 1 place. Where that is inside an answer, length and pace are left out.",
    )
    assert [turn.seconds for turn in found.turns] == [3.0, None, 2.0, 5.5]


def test_times_of_different_length_are_compared_as_times() -> None:
    found = read_transcript_text("""WEBVTT

10:00:05.000 --> 10:00:09.000
<v Me>I called the family.</v>

9:59:50.000 --> 10:00:55.000
<v Me>Then I wrote it down.</v>

10:01:00.000 --> 10:01:02.000
<v Dana>I see.</v>
""")
    assert found.troubles[0].startswith("Its times go backwards in 1 place.")
    assert [turn.seconds for turn in found.turns] == [None, 2.0]


def test_a_file_with_ends_is_not_taken_for_one_without_when_every_turn_jumps() -> None:
    found = read_transcript_text("""WEBVTT

00:10.000 --> 00:12.000
<v Me>I called.</v>

00:05.000 --> 00:07.000
<v Me>And wrote.</v>

00:30.000 --> 00:32.000
<v Dana>I see.</v>

00:25.000 --> 00:27.000
<v Dana>And then?</v>
""")
    assert ONLY_BEGINNINGS not in found.troubles
    assert [turn.seconds for turn in found.turns] == [None, None]


def test_a_jump_inside_a_turn_leaves_its_length_out_where_only_beginnings_are_known_too() -> None:
    found = read_transcript_text("Me  0:50\nI called.\n\nMe  0:10\nAnd wrote.\n\nDana  1:00\nI see.\n\nMe  1:05\nYes.")
    assert found.turns[0].seconds is None
    assert found.troubles[0].startswith("Its times go backwards in 1 place.")


def test_times_that_go_backwards_from_one_speaker_to_the_next_are_said() -> None:
    found = read_transcript_text(
        "WEBVTT\n\n00:50.000 --> 00:52.000\n<v Dana>Why us?</v>\n\n00:05.000 --> 00:15.000\n<v Me>The team.</v>"
    )
    assert found.troubles[0].startswith("Its times go backwards in 1 place.")
    assert [turn.seconds for turn in found.turns] == [2.0, 10.0]


def test_people_who_talk_at_once_are_no_times_backwards() -> None:
    text = VTT.replace("00:00:09.500 --> 00:00:10.000", "00:00:08.500 --> 00:00:10.000")
    assert read_transcript_text(text).troubles == ()


def test_turns_without_an_end_last_until_the_next_and_it_says_so() -> None:
    found = read_transcript_text(
        "Dana  0:01\nHow are you?\n\nMe  0:05\nHello there.\n\nDana  0:15\nYes.\n\nMe  0:20\nGood."
    )
    assert [turn.seconds for turn in found.turns] == [4, 10, 5, None]
    assert found.troubles == (ONLY_BEGINNINGS,)
    assert found.untimed == ""


def test_it_says_why_there_is_no_time() -> None:
    assert read_transcript_text(VTT).untimed == ""
    assert read_transcript_text("Me: Hello there.\nDana: Yes.").untimed is Untimed.ALL
    mixed = "Me  0:05\nHello there.\n\nDana  0:01\nYes."
    assert read_transcript_text(mixed).untimed is Untimed.ENDS


@pytest.mark.parametrize("name", ["Speaker 1", "SPEAKER_02", "Unknown Speaker", "Participant A", "S1", "Guest"])
def test_a_name_made_by_a_tool_is_nobodys(name: str) -> None:
    assert is_generic(name)


@pytest.mark.parametrize("name", ["Robin Ames", "Me", "Candidate", "Sam", "S. Guest", "Dr. Speaker"])
def test_a_name_that_stays_is_somebodys(name: str) -> None:
    assert not is_generic(name)


@pytest.mark.parametrize(
    ("start", "word"),
    [
        (b"PK\x03\x04\x14\0", "Word"), (b"%PDF-1.7\n", "PDF"), (b"{\\rtf1 Hello", "rich text"), (b"\n<!DOCTYPE html>", "web page"),
        (b'[{"speaker": "Me"}]', "JSON"), (b"RIFF\0\0WAVE", "recording"), (b"\0\0\0\x20ftypisom", "recording"),
        (b"<?xml version='1.0'?><tt/>", "XML"), (b"\xd0\xcf\x11\xe0\xa1", "Word"),
    ],
)  # fmt: skip
def test_a_file_that_is_something_else_is_named(start: bytes, word: str) -> None:
    found = read_transcript(start)
    assert not found.turns
    assert word in found.troubles[0]


@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(coding: str) -> None:
    assert told(read_transcript(VTT.encode(coding))) == SAID


def test_utf_16_is_known_by_its_mark_and_old_windows_text_is_read() -> None:
    assert told(read_transcript(VTT.encode("utf-16"))) == SAID
    assert told(read_transcript("Me: It’s fine.\nDana: Good.".encode("cp1252"))) == [
        ("Me", "It’s fine."),
        ("Dana", "Good."),
    ]


def test_cues_without_words_are_left_out_and_counted() -> None:
    text = VTT.replace("<v Dana R.>Mm-hm.</v>", "")
    assert read_transcript_text(text).troubles == ("1 of 6 cues have no words and were left out.",)


def test_a_colon_in_a_sentence_is_not_a_speaker() -> None:
    text = "Me: I did one thing first.\nThe reason was this: nobody knew.\nFirst: I called.\nDana: I see."
    assert told(read_transcript_text(text)) == [
        ("Me", "I did one thing first. The reason was this: nobody knew. First: I called."),
        ("Dana", "I see."),
    ]


def test_one_speaker_is_said() -> None:
    assert read_transcript_text("Me: Hello there.\nMe: And again.").troubles == (ONE_SPEAKER,)


def test_no_speakers_is_said() -> None:
    alone = read_transcript_text("Just words without any names\nand more of them")
    assert (alone.speakers, alone.troubles) == ((), (NO_SPEAKERS,))
    assert len(alone.turns) == 1


@pytest.mark.parametrize("raw", [b"", b"\n \n", b"WEBVTT\n\n", b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n"])
def test_an_empty_one_is_a_sentence(raw: bytes) -> None:
    assert read_transcript(raw) == Transcript(troubles=(EMPTY,))


@pytest.mark.parametrize("raw", [b"\x00\x00\x10WAVE" * 9, bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
def test_a_binary_file_is_a_sentence(raw: bytes) -> None:
    assert read_transcript(raw) == Transcript(troubles=(BINARY,))


def test_a_file_too_large_is_a_sentence_with_the_limit() -> None:
    assert read_transcript(b"a" * 5_000_001) == Transcript(troubles=(TOO_LONG,))
    assert "5 MB" in TOO_LONG


def long_one(cues: int) -> bytes:
    lines = ["WEBVTT", ""]
    for n in range(cues):
        at = f"{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}"
        who = "Dana R." if n % 10 == 0 else "Me"
        lines += [
            str(n),
            f"{at}.000 --> {at}.900",
            f"<v {who}>These are the words of cue {n}, some ten of them.</v>",
            "",
        ]
    return "\n".join(lines).encode()


def work(raw: bytes) -> int:
    """How many calls reading takes, of our functions and of built-in ones."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        read_transcript(raw)
    finally:
        sys.setprofile(None)
    return count


def test_the_work_grows_with_the_cues_and_no_faster() -> None:
    small, large = work(long_one(1_000)), work(long_one(4_000))
    assert 3 < large / small < 4.1
    assert small < 40 * 1_000


def test_two_hours_in_twenty_thousand_cues_are_read_whole() -> None:
    assert len(read_transcript(long_one(20_000)).turns) == 4_000


@given(st.binary(max_size=300))
def test_it_never_raises_on_bytes(noise: bytes) -> None:
    read_transcript(noise)
    read_transcript(b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + noise)


@given(st.text(max_size=300))
def test_it_never_raises_on_text_and_keeps_every_word_said(words: str) -> None:
    read_transcript_text(words)
    safe = " ".join(w for w in words.split() if w.isalpha())
    if safe:
        assert safe in read_transcript_text(f"Me: start {safe}\nDana: yes").turns[0].text


# -- questions and answers --


def test_it_pairs_questions_with_answers_and_hears_through_a_nod() -> None:
    found = pair_answers(read_transcript_text(VTT), "Me")
    assert [(a.question, a.text) for a in found] == [
        (
            "Tell me about a time you fell behind.",
            "Two years ago our team was three weeks behind. I built a template, and it was gone in a month.",
        ),
        ("And why do you want to work here?", "Because you supervise every week, and I learn that way."),
    ]
    assert (found[0].seconds, found[0].start) == (9.5, 5.0)


def test_a_short_question_in_between_ends_an_answer() -> None:
    found = pair_answers(
        read_transcript_text(
            "Dana: What did you do?\nMe: I called the family first.\nDana: And then?\nMe: Then I wrote it all down."
        ),
        "Me",
    )
    assert [a.question for a in found] == ["What did you do?", "And then?"]


def test_nothing_is_paired_for_a_stranger_or_alone() -> None:
    assert pair_answers(read_transcript_text(VTT), "Somebody") == ()
    assert pair_answers(read_transcript_text("Me: Hello there, this is only me talking."), "Me") == ()


def test_who_is_the_candidate_is_only_a_guess() -> None:
    assert guess_candidate(read_transcript_text(VTT)) == "Me"
    assert guess_candidate(read_transcript_text("Me: alone")) is None


def test_of_very_many_speakers_those_who_say_most_can_be_chosen_in_linear_time() -> None:
    many = "\n".join(f"Speaker {n}: hi" for n in range(20_000))
    found = read_transcript_text(f"{many}\nRobin: I called the family and wrote it down.\nDana: And then?")
    assert guess_candidate(found) == "Robin"
    assert list_most_heard(found, 2) == ("Robin", "Dana")
    assert list_most_heard(read_transcript_text(VTT), 40) == read_transcript_text(VTT).speakers


def test_the_question_is_found_in_what_was_said() -> None:
    assert (
        find_question("We’re a small team. What brings you here? And why now?") == "What brings you here? And why now?"
    )
    assert find_question("Okay. Great, thanks. Tell me about a conflict.") == "Tell me about a conflict."
    assert find_question("First thing. Second thing. Third thing.") == "Second thing. Third thing."
