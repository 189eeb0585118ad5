"""Speakers as tools and people write them, and times in the ways they are copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.debrief.transcript import read_transcript, read_transcript_text

CASES = Path(__file__).parent / "cases"
SAID = (
    "Tell me about a time you had to work with a client who did not want to be there.",
    "Sure. Last spring I had a young man sent by court: he wanted to sleep.",
    "And what came of it?",
    "He stayed, and that is what counts.",
)


def vtt(*names: str) -> str:
    cues = [f"00:00:{n}0.000 --> 00:00:{n}9.000\n{name}: {SAID[n]}" for n, name in enumerate(names)]
    return "\n\n".join(("WEBVTT", *cues, ""))


@pytest.mark.parametrize(
    ("name", "speakers"),
    [
        ("15-panel-name-with-small-words.vtt", 3),
        ("16a-zoom-last-first.vtt", 2),
        ("16b-zoom-small-letters.vtt", 2),
        ("16c-zoom-phone-number.vtt", 2),
        ("16d-zoom-degree-and-pronouns.vtt", 2),
        ("17-interview.sbv", 3),
        ("18-tags-around-names.srt", 2),
        ("19-teams-minutes-seconds.txt", 2),
        ("20-chinese-colon.txt", 2),
    ],
)
def test_each_file_has_its_speakers_and_says_nothing_odd_of_them(name: str, speakers: int) -> None:
    found = read_transcript((CASES / name).read_bytes())
    assert len(found.speakers) == speakers
    assert not [one for one in found.troubles if "speaker" in one]
    assert (found.turns[0].start is None) == (name == "20-chinese-colon.txt")


@pytest.mark.parametrize(
    "name",
    [
        "Ludwig van der Berg",
        "Ana de la Cruz y Soto",
        "van der Berg, Ludwig",
        "Ruiz, Dana",
        "Ruiz, Dana (HR)",
        "dana ruiz",
        "dana",
        "+1 415 555 0101",
        "(415) 555-0101",
        "+49 30 5550101",
        "Dana Ruiz, LCSW (she/her)",
        "Dana Ruiz, Ph.D., LCSW",
        "Dr. Dana Ruiz | HR",
        "dana@clinic.example",
        "iPhone von Dana",
        "Dana’s iPad (2)",
        "DANA",
        "王丹",
    ],
)
@pytest.mark.parametrize("shape", ["vtt", "txt"])
def test_a_speaker_is_known_however_the_name_is_written(name: str, shape: str) -> None:
    text = vtt(name, "Robin Ames", name, "Robin Ames")
    if shape == "txt":
        text = "\n".join(f"{who}: {said}" for who, said in zip((name, "Robin Ames") * 2, SAID, strict=True))
    found = read_transcript_text(text)
    assert found.speakers == (name, "Robin Ames")
    assert [turn.text for turn in found.turns] == list(SAID)


def test_a_third_voice_that_speaks_once_is_not_taken_for_the_one_before() -> None:
    found = read_transcript_text(vtt("Dana Ruiz", "Robin Ames", "ludwig van der berg", "Robin Ames"))
    assert len(found.turns) >= 3
    assert found.turns[0].speaker == "Dana Ruiz"


@pytest.mark.parametrize(
    "text",
    [
        "what I learned: to ask first.",
        "three things, mainly: rest, food and sleep.",
        "Well, Dana: I would ask.",
        "the point is: nobody asked.",
        "My answer, Ruiz: none.",
    ],
)
def test_a_colon_inside_what_is_said_makes_nobody(text: str) -> None:
    lines = ("Dana Ruiz: Why us?", "Robin Ames: For the team.", text, "Dana Ruiz: Thank you.", "Robin Ames: Bye.")
    assert read_transcript_text("\n".join(lines)).speakers == ("Dana Ruiz", "Robin Ames")


@pytest.mark.parametrize(
    ("open_", "close"),
    [
        ("<b>", "</b>"),
        ('<font color="#ff0">', "</font>"),
        ("<i><b>", "</b></i>"),
        ("<c.yellow>", "</c>"),
        ("{\\an8}", ""),
        ('<span class="x">', "</span>"),
    ],
)
def test_tags_around_names_are_gone_first(open_: str, close: str) -> None:
    found = read_transcript_text(
        vtt(*(f"{open_}{name}" for name in ("Dana Ruiz", "Robin Ames"))).replace(": ", f":{close} ")
    )
    assert found.speakers == ("Dana Ruiz", "Robin Ames")


@pytest.mark.parametrize(
    "stamps",
    [
        "0:00:0{0}.000,0:00:0{1}.000",
        "00:00:0{0}.00,00:00:0{1}.00",
        "00:00:0{0}.5,00:00:0{1}.5",
        "0:00:0{0}.000 --> 0:00:0{1}.000",
        "00:00:0{0},000 --> 00:00:0{1},000",
    ],
)
def test_times_are_read_in_every_way_that_subtitles_write_them(stamps: str) -> None:
    cues = [f"{stamps.format(n, n + 1)}\n{'Dana' if n % 2 else 'Robin'}: {said}" for n, said in enumerate(SAID)]
    found = read_transcript_text("\n\n".join(cues))
    assert found.speakers == ("Robin", "Dana")
    assert [turn.text for turn in found.turns] == list(SAID)
    assert found.turns[0].seconds == 1.0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("0 minutes 5 seconds", "1 minute 10 seconds"),
        ("5 seconds", "1 minute 10 seconds"),
        ("0 Minuten 5 Sekunden", "1 Minute 10 Sekunden"),
        ("0 minutos 5 segundos", "1 minuto 10 segundos"),
        ("0 minutes et 5 secondes", "1 minute et 10 secondes"),
        ("0 minuti 5 secondi", "1 minuto 10 secondi"),
        ("0 minuten 5 seconden", "1 minuut 10 seconden"),
    ],
)
@pytest.mark.parametrize("shape", ["{n}\n{t}\n{c}\n{n} {t}\n", "{n} {t}\n", "{n}\n{t}\n", "{n}\n{t}\n{c}\n"])
def test_times_in_words_are_times(first: str, second: str, shape: str) -> None:
    heads = [("Ludwig van der Berg", first, "0:05"), ("Robin Ames", second, "1:10")]
    said = ["Why us?", "For the team."]
    text = "\n".join(shape.format(n=n, t=t, c=c) + words for (n, t, c), words in zip(heads, said, strict=True))
    found = read_transcript_text(text)
    assert [(turn.speaker, turn.text, turn.start) for turn in found.turns] == [
        ("Ludwig van der Berg", "Why us?", 5.0),
        ("Robin Ames", "For the team.", 70.0),
    ]


@pytest.mark.parametrize(
    "names", [("王丹", "李明"), ("面试官", "我"), ("田中さん", "私"), ("Dana", "李明"), ("김 민수", "나")]
)
def test_a_full_width_colon_needs_no_blank(names: tuple[str, str]) -> None:
    text = "\n".join(
        f"{names[n % 2]}：{said}" for n, said in enumerate(("请介绍一下。", "三年。", "最难的是什么？", "沟通。"))
    )
    assert read_transcript_text(text).speakers == names


def test_a_sentence_with_a_full_width_colon_names_nobody() -> None:
    text = "王丹：请介绍一下你自己。\n李明：我在诊所工作了三年。\n我觉得最重要的事情是：沟通。\n王丹：谢谢。"
    assert read_transcript_text(text).speakers == ("王丹", "李明")
