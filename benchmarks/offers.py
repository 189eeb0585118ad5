"""How well offer letters are read, field by field: `python benchmarks/offers.py [FILE.txt …]`, one JSON object a line.

Files are letters with `=====` between them; what speaks of a field is marked `[[field:words]]`, of two `[[a+b:words]]`.
A quote is right where it lies over such a mark of its field. Without a file: those that the looks were tuned on, and
those that were written last and looked at only by this.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from onward.values.offer_fields import OfferField
from onward.values.offer_letter import read_offer

LETTERS = Path(__file__).parent / "offer_letters"
NAMES = ("tuned_on", "untouched", "german_tuned_on", "german_untouched")
FILES = tuple(LETTERS / f"{name}.txt" for name in NAMES)
MARK = re.compile(r"\[\[([a-z_+]+):(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class MarkedLetter:
    """A letter, and what in it speaks of which field: field, start, end."""

    text: str
    marks: tuple[tuple[str, int, int], ...]


def read_letters(place: Path) -> list[MarkedLetter]:
    """The letters of a file."""
    return [read_marks(one.strip()) for one in place.read_text("utf-8").split("=====\n")]


def read_marks(marked: str) -> MarkedLetter:
    """The letter without its marks, and where they were."""
    text, marks, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        marks += [(field, len(text), len(text) + len(match[2])) for field in match[1].split("+")]
        text += match[2]
        at = match.end()
    return MarkedLetter(text + marked[at:], tuple(marks))


def judge(letter: MarkedLetter) -> Iterator[tuple[str, str, str]]:
    """Each quote and each mark: its field, `right`, `wrong` or `missed` or `found`, and its words."""
    quotes = read_offer(letter.text).quotes
    for one in quotes:
        right = any(field == one.field and start < one.end and one.start < end for field, start, end in letter.marks)
        yield str(one.field), "right" if right else "wrong", one.text
    for field, start, end in letter.marks:
        found = any(one.field == field and start < one.end and one.start < end for one in quotes)
        yield field, "found" if found else "missed", letter.text[start:end]


def measure(letters: list[MarkedLetter]) -> Iterator[dict[str, object]]:
    """Precision and recall of each field, and of all."""
    every = [one for letter in letters for one in judge(letter)]
    for field in (*map(str, OfferField), "all"):
        counts = Counter(what for name, what, _ in every if field in (name, "all"))
        quoted, marked = counts["right"] + counts["wrong"], counts["found"] + counts["missed"]
        yield {
            "field": field, "marked": marked, "quoted": quoted,
            "precision": round(counts["right"] / quoted, 3) if quoted else None,
            "recall": round(counts["found"] / marked, 3) if marked else None,
        }  # fmt: skip


def main(words: list[str]) -> None:
    """Print the figures of each file; with --show what went wrong."""
    for place in [Path(one) for one in words if not one.startswith("--")] or FILES:
        letters = read_letters(place)
        for told in measure(letters):
            print(json.dumps({"file": place.name, "letters": len(letters), **told}))
        if "--show" in words:
            for letter in letters:
                for field, what, text in judge(letter):
                    if what in ("wrong", "missed"):
                        print(f"{what:7}{field:13}{' '.join(text.split())}")


if __name__ == "__main__":
    main(sys.argv[1:])
