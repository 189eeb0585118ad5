"""The made-up search under examples/: from its letters to its jobs, nothing missing and nothing made up."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from onward.facts import LetterKind
from onward.notice.job.details import read_details
from onward.notice.job.names import is_same_employer, role_key
from onward.notice.linking.link import FilingPlan, link_letters, to_letter_facts
from onward.notice.message.letter import Letter, parse_letter
from onward.notice.read import read_letter
from onward.notice.verdict import Guess, Verdict

EXAMPLES = Path(__file__).parents[3] / "examples"


@cache
def expected() -> dict[str, Any]:
    return tomllib.loads((EXAMPLES / "expected.toml").read_text(encoding="utf-8"))


@cache
def letters() -> dict[str, Letter]:
    pieces = re.split(rb"(?m)(?:\A|(?<=\n\n))From [^\n]*\n", (EXAMPLES / "mailbox.mbox").read_bytes())[1:]
    found = [parse_letter(piece.replace(b"\n>From ", b"\nFrom ")) for piece in pieces]
    found += [parse_letter(inner) for one in found for inner in one.attached]
    return {one.message_id or "": one for one in found}


@cache
def with_known_kinds() -> FilingPlan:
    """Linking by itself: every letter has the kind that is expected of it."""
    reads = []
    own = frozenset(expected()["search"]["own"])
    for said in expected()["message"]:
        letter, kind = letters()[said["id"]], LetterKind(said["kind"])
        if said.get("outgoing"):
            reads.append(to_letter_facts(letter, read_letter(letter, own=own)))
            continue
        guess = Guess(kind, 0.99, unsure=False, language="de" if "Bewerbung" in letter.subject else "en")
        quiet = kind in (LetterKind.OTHER, LetterKind.ALERT)
        reads.append(to_letter_facts(letter, Verdict(guess) if quiet else Verdict(guess, read_details(letter, kind))))
    return link_letters(reads)


def test_every_message_is_there() -> None:
    assert {said["id"] for said in expected()["message"]} == set(letters())


def test_the_jobs_are_those_that_are_expected_and_no_others() -> None:
    ids = {letter.key: name for name, letter in letters().items()}
    linked = {frozenset(ids[key] for key in job.keys) for job in with_known_kinds().jobs}
    assert linked == {frozenset(one["messages"]) for one in expected()["opportunity"]}


@pytest.mark.parametrize("one", expected()["opportunity"], ids=lambda one: f"{one['role']} at {one['employer']}")
def test_a_job_tells_its_story(one: dict[str, Any]) -> None:
    keys = {letters()[name].key for name in one["messages"]}
    job = next(job for job in with_known_kinds().jobs if set(job.keys) & keys)
    first: dict[str, Any] = {}
    for event in job.events:
        first.setdefault(event.kind, event.on)
    assert first == {event["kind"]: event["on"] for event in one["events"]}
    assert any(is_same_employer(job.employer, name) for name in (one["employer"], *one.get("employer_also", ())))
    assert role_key(job.role) in {role_key(name) for name in (one["role"], *one.get("role_also", ()))}
    assert job.agency == one.get("agency")
    reasons = [event.reason for event in job.events if event.kind in ("rejected", "rescinded")]
    assert reasons == ([one["reason"]] if "reason" in one else [])


def test_nothing_waits_when_the_kinds_are_known() -> None:
    assert with_known_kinds().waiting == ()
