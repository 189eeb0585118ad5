"""Transcripts as strangers' tools name people: a label is one whatever it is made of, and nobody's words are said."""

from __future__ import annotations

import pytest

from onward.debrief.transcript import read_transcript_text

SAID = (
    "Tell me about a time you disagreed with a colleague?",
    "Last spring our team had a conflict about a form, and I sat down with her.",
    "And what came of it?",
    "We agreed on a shorter form, and the waiting list went down.",
    "Anything you want to ask?",
    "Yes, how is supervision organised here?",
)


def tell(names: tuple[str, ...], form: str, head: str = "") -> str:
    lines = (form.format(n=names[at % len(names)], t=said, m=f"00:{at}0") for at, said in enumerate(SAID))
    return head + "\n".join(lines) + "\n"


def vtt(*names: str, form: str = "{n}: {t}") -> str:
    return tell(names, "00:{m}.000 --> 00:{m}.900\n" + form + "\n", "WEBVTT\n\n")


@pytest.mark.parametrize(
    "name",
    [
        "Dana Ruiz [Clinic]",
        "Dr. med. Dana Ruiz",
        "Dana?",
        "Dana!",
        "3. Dana Ruiz",
        "Ruiz; Dana",
        "Harbor Clinic GmbH & Co. KG",
        "Dana Maria del Carmen Ruiz y Gonzalez de la Vega (Human Resources)",
    ],
)
@pytest.mark.parametrize("form", [vtt, lambda *names: tell(names, "{n}: {t}\n")], ids=["cues", "text"])
def test_what_comes_again_before_the_colons_is_somebody(name: str, form: object) -> None:
    assert callable(form)
    assert read_transcript_text(form(name, "Sam Lee", "Robin Ames")).speakers == (name, "Sam Lee", "Robin Ames")


@pytest.mark.parametrize(
    "text",
    [
        vtt("Dana Ruiz", "Sam Lee", form="[{n}]: {t}"),
        vtt("Dana Ruiz", "Sam Lee", form="[{n}] {t}"),
        vtt("Dana Ruiz", "Sam Lee", form="({n}) {t}"),
        vtt("Dana Ruiz", "Sam Lee", form="({n})\n{t}"),
        vtt("Dana Ruiz", "Sam Lee", form="{n}:{t}"),
        tell(("Dana Ruiz", "Sam Lee"), "{n}\t{t}"),
        tell(("Dana Ruiz", "Sam Lee"), "{m}\n{n}\n{t}\n"),
        tell(("Dana Ruiz", "Sam Lee"), "### {n}\n{t}\n"),
        tell(("Dana Ruiz", "Sam Lee"), "**{n}** _{m}_\n\n{t}\n"),
        tell(("Dana Ruiz", "Sam Lee"), "{n}   {m}\n{t}\n", "October 29, 2026, 9:00AM\n31m 4s\n\n"),
        tell(("Dana Ruiz", "Sam Lee"), "{n}: {t}\n") + "\nTranscription ended after 00:30:12\n",
    ],
    ids=[
        "brackets and a colon", "brackets", "parentheses", "parentheses above", "no blank", "a tab", "below the time",
        "headings", "bold with the time", "below the day of the meeting", "above how long it took",
    ],
)  # fmt: skip
def test_a_name_in_another_way_than_before_a_colon_and_a_blank_is_one(text: str) -> None:
    found = read_transcript_text(text)
    assert (found.speakers, len(found.turns)) == (("Dana Ruiz", "Sam Lee"), len(SAID))


def test_what_is_heard_in_brackets_is_nobody() -> None:
    text = (
        vtt("Dana Ruiz", "Sam Lee")
        .replace("Dana Ruiz: And what", "[laughs] And what")
        .replace("Sam Lee: We", "[Music] We")
    )
    assert read_transcript_text(text).speakers == ("Dana Ruiz", "Sam Lee")


def test_cues_that_name_nobody_where_nearly_all_name_somebody_are_said() -> None:
    text = vtt("Dana Ruiz", "Sam Lee").replace("Sam Lee: We agreed", "We agreed")
    assert read_transcript_text(text).troubles == (
        "1 of 6 cues name nobody. Their words were taken for those of whoever spoke before.",
    )


def test_cues_that_go_on_without_a_name_are_not() -> None:
    text = vtt("Dana Ruiz", "Sam Lee").replace("Sam Lee: We", "We").replace("Dana Ruiz: Any", "Any")
    assert read_transcript_text(text).troubles == ()
