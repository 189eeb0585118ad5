"""How often what a letter says of its job is read right: `python benchmarks/said.py [--misses]`.

Reads the letters and pastes in `benchmarks/said`, from which nothing is learned, and prints one JSON object for each
language and thing said. `right` is of what was said, `found` of what there is.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.naming import RIGHT, Naming, print_figures, to_letter

from onward.facts import LetterKind
from onward.notice.job.details import read_details
from onward.notice.message.letter import Letter, parse_letter
from onward.notice.verdict import Details
from onward_app.sources.pasted import pasted_bytes

HERE = ROOT / "benchmarks" / "said"


def is_writer(found: str, told: str) -> bool:
    """The same person, with or without a family name."""
    return told in found or found in told


RIGHT |= {"wrote": is_writer, "stage": str.__eq__, "reason": str.__eq__}
SAID: dict[str, Callable[[Details], str]] = {
    "employer": lambda said: said.employer or "",
    "role": lambda said: said.role or "",
    "wrote": lambda said: next(iter(said.people), ""),
    "stage": lambda said: str(said.stage or ""),
    "reason": lambda said: said.reason.name.lower() if said.reason else "",
}


def list_letters() -> Iterator[tuple[dict[str, str], Letter, bool]]:
    """Each row with its letter, and whether a person pasted it."""
    for one in tomllib.loads((HERE / "letters.toml").read_text(encoding="utf-8"))["letter"]:
        yield one, to_letter(one), False
    for one in tomllib.loads((HERE / "pastes.toml").read_text(encoding="utf-8"))["paste"]:
        yield one, parse_letter(pasted_bytes(one["text"])), True


def list_said() -> Iterator[Naming]:
    """What is said of every letter, beside the truth; a stage is told of a letter that reached one by itself."""
    for one, letter, pasted in list_letters():
        said = read_details(letter, LetterKind(one["kind"]), by_hand=pasted)
        for what, say in SAID.items():
            truth = "" if what == "stage" and one[what] == "applied" and one["kind"] == "rejection" else one[what]
            yield one["id"], what, truth, say(said), one["language"]


def main() -> None:
    """Measure, and print what was missed when that is asked for."""
    namings = list(list_said())
    print_figures(namings, ["all", *sorted({one[4] for one in namings})])


if __name__ == "__main__":
    main()
