"""Two letters in one paste are two letters; a thread that quotes itself, a forwarded letter and a head are one."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from onward_app.sources.several import part_letters

LOWELL = """Hi Devon,

It was great meeting you on Tuesday. We’ve chosen another applicant for the Intake Coordinator position.

Best,
Mara Lind
Lowell Family Services
"""
QUARTZHILL = """Dear Devon,

Thank you for your interest in Quartzhill. After reviewing your application for Accounts Payable Clerk we have decided
not to proceed.

Kind regards,
Talent Team
"""
GERMAN = """Sehr geehrte Frau Albers,

vielen Dank für Ihre Bewerbung. Leider haben wir uns für eine andere Bewerberin entschieden. Alles Gute für Sie.

Mit freundlichen Grüßen
Ihr Team der Kita Sonnental
"""
MINE = "Dear Mara,\n\nthank you for the interview on Tuesday. I would love to work with you, I really would.\n\nDevon\n"
HEAD = "From: Mara Lind <mara@lowell.example>\nDate: Mon, 16 Jun 2025 10:00:00 +0000\nSubject: {}\n\n"
OTHER = "From: Talent <talent@quartzhill.example>\nDate: Mon, 16 Jun 2025 11:00:00 +0000\nSubject: {}\n\n"
MEASURED = sorted((Path(__file__).parents[2] / "benchmarks").glob("pastes*.toml"))
PASTES = [Path(__file__).parents[1] / "rooms" / "pastes.toml", *MEASURED]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"{LOWELL}\n{QUARTZHILL}", 2),
        (f"{LOWELL}\n---\n{QUARTZHILL}", 2),
        (f"{LOWELL}{GERMAN}", 2),
        (f"{QUARTZHILL}\n\n{LOWELL}\n{GERMAN}", 3),
        (f"{HEAD.format('Intake Coordinator')}{LOWELL}\n{OTHER.format('Your application')}{QUARTZHILL}", 2),
    ],
)
def test_each_letter_is_one_and_nothing_is_lost(text: str, number: int) -> None:
    parts = part_letters(text)
    assert len(parts) == number
    assert "".join("".join(parts).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        LOWELL,
        f"{LOWELL}\nOn Mon, Jun 9, 2025 at 9:00 AM Devon <d@home.example> wrote:\n{MINE}",
        f"{LOWELL}\n> " + MINE.replace("\n", "\n> "),
        f"{LOWELL}\nFrom: Devon <d@home.example>\nSent: Monday, June 9, 2025\nTo: Mara <mara@lowell.example>\n\n{MINE}",
        f"{HEAD.format('Re: Intake')}{LOWELL}\n{OTHER.format('Intake')}{MINE}",
        f"{LOWELL}\n{MINE}",
        f"Begin forwarded message:\n\n{HEAD.format('Intake')}{LOWELL}",
        f"Hello Devon,\n\n{LOWELL}",
        "they said no",
        "",
    ],
)
def test_one_letter_stays_whole(text: str) -> None:
    assert part_letters(text) == [text]


@pytest.mark.parametrize("path", PASTES, ids=lambda path: str(path.name))
def test_no_single_paste_is_cut(path: Path) -> None:
    pastes = tomllib.loads(path.read_text("utf-8"))["paste"]
    assert [one["id"] for one in pastes if len(part_letters(one["text"])) > 1] == []


def test_letters_by_the_thousand_are_read_as_one_and_at_once() -> None:
    text = LOWELL * 10_000
    begun = time.process_time()
    assert part_letters(text) == [text]
    assert time.process_time() - begun < 10
