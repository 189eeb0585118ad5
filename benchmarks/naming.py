"""How often the employer and the role are read right: `python benchmarks/naming.py [LETTERS.toml LABELS.jsonl] [--misses]`.

Without files it reads the letters in `benchmarks/held`, from which nothing was learned, and prints one JSON object a
language. `right` is of what was said, `found` of what there is. A role may say more than the label does.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.judging import Share

from onward.facts import LetterKind
from onward.notice.job.details import read_details
from onward.notice.job.names import is_looser_role, is_same_employer, is_same_role
from onward.notice.message.letter import Letter, parse_letter

HELD = ROOT / "benchmarks" / "held"
Naming = tuple[str, str, str, str, str]  # letter, what, truth, said, language


def is_right_role(found: str, told: str) -> bool:
    """The same role, or the same with more said of it."""
    return is_same_role(found, told) or is_looser_role(told, found)


RIGHT: dict[str, Callable[[str, str], bool]] = {"employer": is_same_employer, "role": is_right_role}


def list_held() -> Iterator[Naming]:
    """What is said of every labeled letter that nothing was learned from."""
    for labels in sorted(HELD.glob("*.labels.jsonl")):
        language = labels.name.partition(".")[0]
        yield from list_namings(HELD / f"{language}.toml", labels, language)


def list_namings(letters: Path, labels: Path, language: str = "") -> Iterator[Naming]:
    """What is said of every labeled letter, beside the truth."""
    of = {row["id"]: row for row in map(json.loads, labels.read_text(encoding="utf-8").splitlines())}
    for one in tomllib.loads(letters.read_text(encoding="utf-8"))["letter"]:
        if one["id"] not in of:
            continue
        said = read_details(to_letter(one), LetterKind(one["kind"]))
        for what in RIGHT:
            yield one["id"], what, of[one["id"]][what] or "", getattr(said, what) or "", language


def to_letter(one: dict[str, str]) -> Letter:
    """A letter from its row: from, subject and body."""
    head = f"From: {one['from']}\nSubject: {one['subject']}\nContent-Type: text/plain; charset=utf-8\n\n"
    return parse_letter(f"{head}{one['body']}".encode())


def count_right(namings: list[Naming], what: str) -> tuple[Share, Share]:
    """How often what was said is right, and how often what there is was found."""
    counts: Counter[str] = Counter()
    for _, named, truth, said, _ in namings:
        if named == what:
            counts.update(told=bool(truth), said=bool(said), right=bool(truth and said and RIGHT[what](said, truth)))
    return Share(counts["right"], counts["said"]), Share(counts["right"], counts["told"])


def print_figures(namings: list[Naming], languages: list[str]) -> None:
    """One JSON object for each of these languages, or “all”, and thing said; and what was missed, when asked for."""
    for language in languages:
        inside = [one for one in namings if language in ("all", one[4])]
        for what in RIGHT:
            right, found = count_right(inside, what)
            print(json.dumps({"language": language, "what": what, "right": str(right), "found": str(found)}))
    if "--misses" in sys.argv:
        for key, what, truth, said, _ in namings:
            if truth != said and not (truth and said and RIGHT[what](said, truth)):
                print(f"{key} {what}: “{truth}” was read as “{said}”")


def main() -> None:
    """Measure, and print what was missed when that is asked for."""
    files = [Path(one) for one in sys.argv[1:] if not one.startswith("--")]
    namings = list(list_namings(*files)) if files else list(list_held())
    print_figures(namings, sorted({one[4] for one in namings}))


if __name__ == "__main__":
    main()
