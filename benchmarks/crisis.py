"""How many words of harm are found, and how many harmless lines are taken for them: `python benchmarks/crisis.py [FILE.tsv]`.

A file has a line for each text: language, kind, text, with tabs between. The kind is 0 (harmless), 1 (of harm), or, told
apart, 1p (plain), 1i (indirect), 2 (a threat to others). One JSON object for each language, then one for `all`: `recall`
and `false_alarms` count whatever comes up, a page or a quiet line; `page` and `false_pages` the whole page alone.
Without a file it reads the lines that the model was learned from, which says little (see docs/crisis-words.md).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.fit_crisis import FIGURES, LINES, Line, measure_left_out, read_lines

from onward.maths.proportion import wilson_interval
from onward.wording.crisis import Concern, find_concern

STRANGER = ROOT / "benchmarks" / "wording" / "crisis_held_3.tsv"
PAGE = ROOT / "docs" / "crisis-words.md"
KINDS = {"plain": "1p", "indirect": "1i", "others": "2"}
ALL = "all"
Z = 1.96
Answered = tuple[Line, Concern]


def figures(language: str, rows: Sequence[Answered]) -> dict[str, object]:
    """What is printed for one language: shares, of n lines; None where there is no such line."""
    said = [concern for line, concern in rows if line.kind != "0"]
    harmless = [concern for line, concern in rows if line.kind == "0"]
    kinds = {name: [concern for line, concern in rows if line.kind == kind] for name, kind in KINDS.items()}
    return {
        "language": language, "n": len(rows), "recall": _share(said), "false_alarms": _share(harmless),
        "page": _share(said, page=True), "false_pages": _share(harmless, page=True),
        **{name: _share(some) for name, some in kinds.items() if some},
    }  # fmt: skip


def _share(some: Sequence[Concern], *, page: bool = False) -> float | None:
    quiet = {Concern.NONE, Concern.DOUBT} if page else {Concern.NONE}
    return round(sum(concern not in quiet for concern in some) / len(some), 3) if some else None


def measure_file(path: Path) -> list[dict[str, object]]:
    """The figures of each language, and of all."""
    rows = [(line, find_concern(line.text)) for line in read_lines(path)]
    languages = dict.fromkeys(line.language for line, _ in rows)
    by_language = [figures(one, [row for row in rows if row[0].language == one]) for one in languages]
    return [*by_language, figures(ALL, rows)]


def list_misses(path: Path) -> Iterator[str]:
    """The lines that were judged wrongly."""
    for line in read_lines(path):
        concern = find_concern(line.text)
        if (line.kind == "0") != (concern is Concern.NONE):
            yield "\t".join((line.language, line.kind, concern.name, line.text))


def page(told: dict[str, list[dict[str, object]]]) -> str:
    """The published page, from the figures that were kept."""
    stranger, earlier = told["stranger"], told["earlier"]
    counts = Counter(line.kind for line in read_lines(LINES))
    left_out = "\n".join(
        f"| {row['without']} | {row['allowed']:.3f} | {_told(row, '1p')} | {_told(row, '1i')} | {_told(row, '2')} |"
        for row in told["left_out"]
    )
    return WORDS.format(
        lines=sum(counts.values()), said=sum(counts.values()) - counts["0"], harmless=counts["0"], left_out=left_out,
        stranger=_table(stranger), stranger_lines=stranger[-1]["n"],
        earlier=_table(earlier), earlier_lines=earlier[-1]["n"],
        blind=_table(told["blind"]), held=_table(told["held"]), lows=_say_lower_ends(stranger[-1], STRANGER),
    )  # fmt: skip


def _table(rows: Sequence[dict[str, object]]) -> str:
    said = "\n".join(
        f"| {row['language']} | {row['n']} | {_told(row, 'plain')} | {_told(row, 'indirect')} | {_told(row, 'others')} "
        f"| {_told(row, 'false_alarms')} | {_told(row, 'false_pages')} |"
        for row in rows
    )
    return TABLE.format(rows=said)


def _say_lower_ends(row: dict[str, object], path: Path) -> str:
    """For all languages together: the ends that are worse for the person, 95 in 100 (Wilson 1927)."""
    counts = Counter(line.kind for line in read_lines(path))
    plain, indirect, harmless = (
        wilson_interval(round(float(str(row[name])) * counts[kind]), counts[kind], z=Z)
        for name, kind in (("plain", "1p"), ("indirect", "1i"), ("false_alarms", "0"))
    )
    return f"{plain.low:.2f} of the plain, {indirect.low:.2f} of the indirect, and {harmless.high:.2f} of the harmless"


def _told(row: dict[str, object], name: str) -> str:
    return f"{row[name]:.2f}" if row.get(name) is not None else "–"


TABLE = """\
| language | lines | plain | indirect | threats to others | harmless: anything | harmless: the whole page |
|---|---|---|---|---|---|---|
{rows}"""
WORDS = """\
# Words of harm

What you type is looked at, on your own computer, for words about hurting yourself, about not wanting to live, and about hurting somebody else,
in English, German, French, Spanish, Italian, Dutch and Portuguese. Where they are plain, a page comes up before anything is kept: whom to call now, and your own
people. Where it is in doubt, nothing waits; the next page has one line: “If this is about more than the job: talk to someone.” Once you have put
either away it stays away, but for that line, until you close the browser. Nothing of it is stored or sent.

**It misses some, and it isn’t a crisis service.** The way to somebody is at the foot of every page, whatever you write.

## How it works

A small model that ships with Onward looks at every sentence, and at every two side by side: at the words, at their letters, and at what they mean in any of the
seven languages (“die”, “sterben”, “mourir” are one idea; `crisis_words.toml` has the list), and how these ideas stand to each other: wanting beside dying,
pills beside “all”, a client beside either. What hardly means anything else (“kill myself”, “me suicider”) counts more, unless it is quoted or said of a client. It has
no list of forbidden words: who writes about their work in a hospice or on a crisis line should be left alone.
A long text needs a surer sentence, because every sentence may be judged wrongly.

## How good it is

It was learned from {lines} lines written for this project by fourteen hands, {said} of them statements and {harmless} harmless (`benchmarks/wording/crisis_train.tsv`): half of the
harmless ones are hard on purpose, with hospices, figures of speech and wards among them.

**On {stranger_lines} lines by a stranger**, by a hand who had seen no other line, no list of words and no model (`benchmarks/wording/crisis_held_3.tsv`; nobody has
looked at what was missed). It was run on them three times: once to measure, and again after doubles had been dropped from what it learns and 99 lines added (hopes that came to nothing, not being safe); nothing was chosen by them. Its
languages share some situations, so they are fewer than {stranger_lines} independent lines. A statement counts as found when a page or a line comes up:

{stranger}

With so few lines the truth may be as far as {lows} (the ends of 95 in 100, all languages together).
The goals were 0.95 of the plain, 0.70 of the indirect ones and at most 0.05 of the harmless. **The plain ones and the harmless ones fall short**, the harmless ones most in
German and Portuguese: their writer was asked for lines as near to the other kind as life comes. The model before this one, which learned from twelve hands, found
0.90 of these plain lines, 0.72 of the indirect ones and 0.77 of the threats, and took 0.09 of the harmless ones for harm.

How people write matters more than anything else. Of 350 plain statements by a hand who was asked for everyday words, the model before found 0.95 before it learned from them; of 420
by one who was asked for unusual scenes, 0.67. What is told by a scene alone (“the rope is in the barn”) is missed most.

**On {earlier_lines} lines by the stranger before** (`benchmarks/wording/crisis_held_2.tsv`), on which six versions were run and the limits chosen in view of its false alarms, so that it flatters:

{earlier}

**On 798 and 560 lines of before**, by two other hands, which the versions before this one were measured on several times, so that they flatter. The first table is of an older
version, the second of what ships:

{blind}

{held}

**Left out, while it was built** (of the twelve hands before the last two). What a model finds of the lines of a writer, or of a fifth of all lines, that it was learned without, where so much of the
harmless lines is allowed to be taken for harm (0.04: a page or a line; 0.015: a page). The words of the list were widened after looking at what was missed of
writers a, b and e, and writer c wrote with that in mind: this flatters a, b and e, and c wrote the hardest harmless lines.

| without | harmless, allowed | plain | indirect | threats to others |
|---|---|---|---|---|
{left_out}

`python benchmarks/crisis.py FILE.tsv` measures any file of such lines; `python benchmarks/fit_crisis.py` learns the model again, to the same bytes: what it
learns from is kept in files that nothing else changes, and a test holds their hash to that of what ships.
"""


def main() -> None:
    """Print the figures, or the lines that were judged wrongly; or keep figures, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=LINES)
    parser.add_argument("--misses", action="store_true", help="the lines that were judged wrongly")
    parser.add_argument(
        "--publish", choices=("stranger", "earlier", "held"), help="keep the figures of this file under that name"
    )
    parser.add_argument("--left-out", action="store_true", help="measure left out again, keep that, and write the page")
    given = parser.parse_args()
    if given.misses:
        print("\n".join(list_misses(given.file)))
        return
    if given.left_out:
        _keep("left_out", measure_left_out(read_lines(LINES)))
        return
    measured = measure_file(given.file)
    for row in measured:
        print(json.dumps(row))
    if given.publish:
        _keep(given.publish, measured)


def _keep(name: str, rows: list[dict[str, object]]) -> None:
    told = json.loads(FIGURES.read_text("utf-8")) | {name: rows}
    FIGURES.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    PAGE.write_text(page(told), "utf-8")


if __name__ == "__main__":
    main()
