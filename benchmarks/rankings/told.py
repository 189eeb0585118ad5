"""Letters with what they say of the job: our own with their heads and without, pastes, and those that tests hold."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from onward.facts import LetterKind
from onward.notice.message.addresses import Address
from onward.notice.message.letter import Letter, parse_letter
from onward_app.sources.pasted import pasted_bytes

HERE = Path(__file__).resolve().parents[1]
LABELS = HERE / "employers"
MET = ("interview", "final", "screen")


@dataclass(frozen=True, slots=True)
class Told:
    """One letter with its answers; what it does not say is "", and `met` None where nobody told.

    `writer` is whose letters are left out together, `source` is letter, bare (without its head), paste, test or variant.
    """

    id: str
    writer: str
    source: str
    language: str
    kind: LetterKind
    letter: Letter
    employer: str
    agency: str
    role: str
    met: bool | None


def list_told() -> list[Told]:
    """All of them, in a fixed order."""
    return [*_letters(), *_pastes(), *_tests()]


def _letters() -> Iterator[Told]:
    for path in sorted(LABELS.glob("??.jsonl")):
        labels = {label["id"]: label for label in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
        for file in sorted((HERE / "letters" / path.stem).glob("*.toml")):
            for one in tomllib.loads(file.read_text(encoding="utf-8"))["letter"]:
                if one["id"] in labels:
                    yield from _with_and_without_head(one, labels[one["id"]], path.stem, f"{path.stem}/{file.stem}")


def _with_and_without_head(one: dict[str, str], label: dict[str, str], language: str, writer: str) -> Iterator[Told]:
    head = f"From: {one['from']}\nSubject: {one['subject']}\nContent-Type: text/plain; charset=utf-8\n\n"
    letter = parse_letter(f"{head}{one['body']}".encode())
    met = label["stage"] in MET if label["stage"] else None
    whole = Told(
        one["id"], writer, "letter", language, LetterKind(one["kind"]), letter,
        label["employer"], label["agency"], label["role"], met,
    )  # fmt: skip
    yield whole
    kept = {
        what: said if (said := getattr(whole, what)) in one["body"] else "" for what in ("employer", "agency", "role")
    }
    yield replace(whole, id=f"{whole.id}#", source="bare", letter=parse_letter(one["body"].encode()), **kept)


def _pastes() -> Iterator[Told]:
    for one in tomllib.loads((LABELS / "pastes.toml").read_text(encoding="utf-8"))["paste"]:
        letter = parse_letter(pasted_bytes(one["text"]))
        yield Told(
            one["id"], one["writer"], "paste", one["language"], LetterKind.REJECTION, letter,
            one["employer"], one.get("agency", ""), one["role"], one["met"],
        )  # fmt: skip


def _tests() -> Iterator[Told]:
    empty = parse_letter(b"X: y\n\n")
    for number, line in enumerate((LABELS / "tests.jsonl").read_text(encoding="utf-8").splitlines()):
        one = json.loads(line)
        letter = replace(
            empty,
            subject=one["subject"],
            sender=Address(*one["from"]),
            to=tuple(Address(*to) for to in one["to"]),
            body=one["body"],
        )
        yield Told(
            f"test-{number}", f"test-{number % 5}", "test", one["language"] or "en", LetterKind(one["kind"]), letter,
            one["employer"], one["agency"], one["role"], None,
        )  # fmt: skip
