"""How well the checker tells asks that hurt: `python benchmarks/ask_checker.py [FILE.tsv] [--misses]`.

A line is a message: its language, good / bad / border, perhaps its kind, the text (`\\n` for a new line), with tabs
between. Prints one JSON object for each language and one for `all`. A bad message is found when it has a mark;
`recall_low` is the lower end of what the share may truly be (95 in 100, Wilson 1927). A border case should be asked about
and not marked. “Pointed at” is what was neither: one sentence to read once more. Without FILE it reads `wording/ask_drafts.tsv`. `--misses` prints the messages that it gets wrong.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from onward.ask.check import WordingMark, check_wording, is_fine_to_send
from onward.ask.hurts import REMARKS, Hurt

OWN = ROOT / "benchmarks" / "wording" / "ask_drafts.tsv"
Z = 1.96


@dataclass(frozen=True, slots=True)
class Checked:
    """A message, what it is, and what the checker says."""

    language: str
    label: str
    text: str
    marks: tuple[WordingMark, ...]

    @property
    def marked(self) -> bool:
        """Whether something was taken to hurt."""
        return not is_fine_to_send(self.marks)

    @property
    def asked(self) -> bool:
        """Whether it was asked about something, and nothing was marked."""
        return not self.marked and any(one.what not in REMARKS | {Hurt.BESIDE} for one in self.marks)

    @property
    def pointed_at(self) -> bool:
        """Whether nothing was marked or asked about, and one sentence was pointed at to be read once more."""
        return any(one.what is Hurt.BESIDE for one in self.marks)


def check_file(path: Path) -> list[Checked]:
    """Every message of a file."""
    return [_check(line.split("\t")) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _check(told: Sequence[str]) -> Checked:
    language, label, text = told[0], told[1].removesuffix("line"), told[-1].replace("\\n", "\n")
    return Checked(language, label, text, check_wording(text, language=language))


def count_found(language: str, checked: Sequence[Checked]) -> dict[str, str | int | float | None]:
    """What is said of one language."""
    bad, good, border = ([one for one in checked if one.label == label] for label in ("bad", "good", "border"))
    found = sum(one.marked for one in bad)
    return {
        "language": language,
        "n_bad": len(bad),
        "n_good": len(good),
        "n_borderline": len(border),
        "recall": round(found / len(bad), 3) if bad else None,
        "recall_low": round(find_lower_end(found, len(bad)), 3) if bad else None,
        "bad_asked": sum(one.asked for one in bad),
        "bad_pointed_at": sum(one.pointed_at for one in bad),
        "good_marked": sum(one.marked for one in good),
        "good_asked": sum(one.asked for one in good),
        "good_pointed_at": sum(one.pointed_at for one in good),
        "borderline_marked": sum(one.marked for one in border),
        "borderline_asked": sum(one.asked for one in border),
        "borderline_pointed_at": sum(one.pointed_at for one in border),
    }


def find_lower_end(found: int, of: int) -> float:
    """The lower end of Wilson's interval."""
    share = found / of
    middle = share + Z * Z / (2 * of)
    return (middle - Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))) / (1 + Z * Z / of)


def list_misses(checked: Sequence[Checked]) -> Iterator[str]:
    """What was not found, and what was marked for nothing."""
    for one in checked:
        if (one.label == "bad") != one.marked:
            what = ", ".join(f"{mark.what}{'?' if mark.hint else ''}" for mark in one.marks)
            yield f"{one.language} {one.label} [{what}] {one.text}"


def main(argv: Sequence[str]) -> None:
    """Print the figures of a file."""
    paths = [Path(one) for one in argv if not one.startswith("--")] or [OWN]
    checked = [one for path in paths for one in check_file(path)]
    for language in sorted({one.language for one in checked}):
        print(json.dumps(count_found(language, [one for one in checked if one.language == language])))
    print(json.dumps(count_found("all", checked)))
    if "--misses" in argv:
        print("\n".join(list_misses(checked)))


if __name__ == "__main__":
    main(sys.argv[1:])
