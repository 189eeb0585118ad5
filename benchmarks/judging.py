"""Letters with known labels, and what was made of each: the figures of how often Onward is right."""

from __future__ import annotations

import json
import mailbox
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.corpus import Example

from onward.facts import LetterKind
from onward.maths.proportion import wilson_interval
from onward.notice.kind.classify import classify_letter
from onward.notice.kind.weights import Weights
from onward.notice.message.letter import parse_letter
from onward.notice.read import read_letter
from onward.notice.verdict import Guess

KINDS = tuple(LetterKind)
NO, OTHER = LetterKind.REJECTION, LetterKind.OTHER
DETAILS = ("employer", "role", "stage", "reason")
BANDS = (0.0, 0.4, 0.6, 0.8, 0.9, 0.97, 1.01)
Z = 1.96


@dataclass(frozen=True, slots=True)
class Judged:
    """One letter: what it is, what it was taken for, how likely that was, and whether it was said without doubt.

    `details` holds, for each that is labeled, what is true and what was read.
    """

    true: LetterKind
    kind: LetterKind
    chance: float
    sure: bool
    language: str
    group: str = ""
    details: tuple[tuple[str, str, str], ...] = ()


def judge(examples: Sequence[Example], weights: Weights | None = None) -> list[Judged]:
    """What the weights, or those that ship, make of these letters."""
    guesses = ((one, classify_letter(one.to_letter(), weights)) for one in examples)
    return [to_judged(one, guess) for one, guess in guesses]


def to_judged(example: Example, guess: Guess) -> Judged:
    """A guess beside the truth."""
    true = KINDS[example.kind]
    return Judged(true, guess.kind, guess.probability, not guess.unsure, example.language, example.group)


def judge_mailbox(box: Path, labels: Path) -> list[Judged]:
    """The shipped model on a labeled mailbox; letters without a label, and ambiguous ones, are left out."""
    rows = (json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines() if line.strip())
    of = {row["message_id"].strip("<>"): row for row in rows if not row.get("ambiguous")}
    return list(_judge_messages(box, of))


def _judge_messages(box: Path, of: dict[str, dict[str, Any]]) -> Iterator[Judged]:
    for message in mailbox.mbox(box, create=False):
        letter = parse_letter(message.as_bytes())
        row = of.get(letter.message_id or "")
        if row is None:
            continue
        verdict = read_letter(letter)
        guess, said = verdict.guess, verdict.details
        details = tuple((name, row.get(name) or "", str(getattr(said, name) or "")) for name in DETAILS if name in row)
        true, language, group = LetterKind(row["label"]), row.get("lang", ""), row.get("source", "")
        yield Judged(true, guess.kind, guess.probability, not guess.unsure, language, group, details)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, and where the true share lies."""

    hits: int
    count: int

    @property
    def share(self) -> float | None:
        """None where there is nothing to count."""
        return self.hits / self.count if self.count else None

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's, at 95 %."""
        found = wilson_interval(self.hits, self.count, z=Z)
        return found.low, found.high

    def __str__(self) -> str:
        if not self.count:
            return "–"
        low, high = self.interval
        return f"{self.hits / self.count:.2f} ({low:.2f}–{high:.2f})"

    def to_json(self) -> dict[str, Any]:
        """Rounded, with the interval."""
        low, high = self.interval if self.count else (None, None)
        return {
            "hits": self.hits,
            "of": self.count,
            "share": _round(self.share),
            "low": _round(low),
            "high": _round(high),
        }


def _round(number: float | None) -> float | None:
    return None if number is None else round(number, 4)


@dataclass(frozen=True, slots=True)
class KindFigures:
    """Of one kind: how many there are; precision and recall, of the best guess and of what is said without doubt."""

    count: int
    best_right: Share
    best_found: Share
    sure_right: Share
    sure_found: Share

    @property
    def f1(self) -> float | None:
        """Of the best guess."""
        right, found = self.best_right.share, self.best_found.share
        return 2 * right * found / (right + found) if right and found else None


def measure_kind(judged: Sequence[Judged], kind: LetterKind) -> KindFigures:
    """The figures of one kind."""
    true = [one for one in judged if one.true is kind]
    best = [one for one in judged if one.kind is kind]
    sure = [one for one in best if one.sure]
    hits, sure_hits = (sum(one.true is kind for one in some) for some in (best, sure))
    return KindFigures(
        len(true),
        Share(hits, len(best)),
        Share(hits, len(true)),
        Share(sure_hits, len(sure)),
        Share(sure_hits, len(true)),
    )


def count_false_nos(judged: Sequence[Judged]) -> Share:
    """Everyday letters that were surely called a no."""
    everyday = [one for one in judged if one.true is OTHER]
    return Share(sum(one.kind is NO and one.sure for one in everyday), len(everyday))


def list_bands(judged: Sequence[Judged]) -> list[tuple[float, float, float, Share]]:
    """Bands of said chances: from, to, their mean, and how often they were right."""
    found = []
    for low, high in pairwise(BANDS):
        inside = [one for one in judged if low <= one.chance < high]
        if inside:
            mean = sum(one.chance for one in inside) / len(inside)
            found.append((low, min(high, 1.0), mean, Share(sum(one.kind is one.true for one in inside), len(inside))))
    return found


def calibration_error(judged: Sequence[Judged]) -> float:
    """How far said chances and what came true lie apart, on average over the bands."""
    gaps = [abs(mean - (right.share or 0.0)) * right.count for _, _, mean, right in list_bands(judged)]
    return sum(gaps) / max(len(judged), 1)


def measure_details(judged: Sequence[Judged]) -> dict[str, tuple[Share, Share]]:
    """For each detail that is labeled: how often what was said is right, and how often what is there was found."""
    found = {}
    for name in DETAILS:
        rows = [(true, said) for one in judged for label, true, said in one.details if label == name]
        right = sum(bool(true) and _same(true, said) for true, said in rows)
        if rows:
            found[name] = (
                Share(right, sum(bool(said) for _, said in rows)),
                Share(right, sum(bool(true) for true, _ in rows)),
            )
    return found


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def to_json(judged: Sequence[Judged]) -> dict[str, Any]:
    """All figures, overall and by language."""
    languages = sorted({one.language for one in judged})
    return {
        "letters": len(judged),
        "unsure": sum(not one.sure for one in judged),
        "kinds": _kinds_to_json(judged),
        "languages": {name: _kinds_to_json([one for one in judged if one.language == name]) for name in languages},
        "details": {
            name: {"right": right.to_json(), "found": found.to_json()}
            for name, (right, found) in measure_details(judged).items()
        },
        "calibration_error": _round(calibration_error(judged)),
        "false_nos": count_false_nos(judged).to_json(),
    }


def _kinds_to_json(judged: Sequence[Judged]) -> dict[str, Any]:
    figures = {kind: measure_kind(judged, kind) for kind in KINDS}
    return {
        str(kind): {
            "n": one.count,
            "f1": _round(one.f1),
            "best": {"precision": one.best_right.to_json(), "recall": one.best_found.to_json()},
            "without doubt": {"precision": one.sure_right.to_json(), "recall": one.sure_found.to_json()},
        }
        for kind, one in figures.items()
        if one.count or one.best_right.count
    }
