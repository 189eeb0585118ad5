"""Letters with what they say of the job: our own with their heads and without, pastes, and those that tests hold."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onward.facts import LetterKind
from onward.notice.message.addresses import Address
from onward.notice.message.letter import Letter, parse_letter
from onward_app.sources.pasted import pasted_bytes

HERE = Path(__file__).resolve().parents[1]
LABELS = HERE / "employers"
PASTES = {
    "first": "pastes.toml",
    "later": "pastes_later.toml",
    "tuned": "pastes_tuned.toml",
    "stranger": "pastes_dev.toml",
    "kinds": "pastes_kinds.toml",
    "said": "said/pastes.toml",
    "second": "pastes_dev_2.toml",
}
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


def list_pasted() -> list[Told]:
    """Every paste that is learned from or was looked at, each file by a writer of its own; none of those held back."""
    found = [replace(one, writer="learned") for one in _pastes()]
    for writer, path in PASTES.items():
        rows = tomllib.loads((HERE / path).read_text(encoding="utf-8"))["paste"]
        found += [_as_told(one, writer) for one in rows]
    return found


def list_plain() -> list[Told]:
    """The plain words of a no, which say nothing of a meeting."""
    said = tomllib.loads(Path(__file__).with_name("plain.toml").read_text(encoding="utf-8"))
    return [
        _as_told({"id": text, "language": language, "text": text, "employer": "", "role": "", "met": False}, "plain")
        for language, texts in said.items()
        for text in texts
    ]


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
        yield _as_told(one, one["writer"])


def _as_told(one: dict[str, Any], writer: str) -> Told:
    return Told(
        one["id"], writer, "paste", one["language"], LetterKind.REJECTION, parse_letter(pasted_bytes(one["text"])),
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
