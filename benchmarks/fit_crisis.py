"""Learn to find words of harm (`onward.wording.crisis_model`) from `wording/crisis_train.tsv`, and measure it left out.

Two questions: whether a sentence speaks of harm, and, of those that do, whether of harming somebody else. Sentences of
this project's letters stand in, lightly, for everyday words: as they were on the day `--gather` wrote them into
`wording/crisis_everyday.tsv`, so that a new letter changes no model. What was learned from is noted in
`wording/crisis_figures.json`, and `tests/test_crisis_figures.py` holds it to what ships. `--left-out` prints what a model says that was learned
without the lines it is asked about: by writer (the lines of one never help to judge the lines of the same), and by fold.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.fit_text import FOLDS, Example, fit_text_model

from onward.maths.packing import read_arrays, write_arrays
from onward.wording.crisis_features import PLACES, list_crisis_places
from onward.wording.crisis_model import HARM, OTHERS, judge_text
from onward.wording.text_model import TextModel, load_text_model

LINES = ROOT / "benchmarks" / "wording" / "crisis_train.tsv"
EVERYDAY = ROOT / "benchmarks" / "wording" / "crisis_everyday.tsv"
FIGURES = ROOT / "benchmarks" / "wording" / "crisis_figures.json"
WORDS = ROOT / "src" / "onward" / "wording" / "crisis_words.toml"
MODEL = ROOT / "src" / "onward" / "wording" / "crisis.bin"
COST = 0.2
LETTERS, LIGHT = 1600, 0.7  # sentences of letters in each language, and how much one of them counts
ALLOWED = (0.015, 0.04)  # of the harmless lines, judged by others’ lines: a page, and a page or a quiet line
SAMPLED = 50  # every so many lines shows what the model looks at
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line somebody might write: 1p plain, 1i indirect, 2 a threat to others, 0 harmless (1: of either kind)."""

    language: str
    kind: str
    text: str
    writer: str = ""


def read_lines(path: Path) -> list[Line]:
    """The lines of a file: language, kind, text and, where it is told, who wrote it, with tabs between."""
    rows = (row.split("\t") for row in path.read_text("utf-8").splitlines() if row.strip())
    return [Line(*row[:4]) for row in rows]


def learn(lines: Sequence[Line]) -> bytes:
    """The file of a model."""
    of_harm = [Example(one.text, frozenset({HARM} if one.kind != "0" else ())) for one in lines]
    of_whom = [Example(one.text, frozenset({OTHERS} if one.kind == "2" else ())) for one in lines if one.kind != "0"]
    harm = fit_text_model([*of_harm, *read_everyday()], [HARM], cost=COST, places=list_crisis_places, size=PLACES)
    whom = fit_text_model(of_whom, [OTHERS], cost=COST, places=list_crisis_places, size=PLACES)
    return join_models(harm, whom)


def join_models(*models: bytes) -> bytes:
    """One file of several."""
    return write_arrays({name: one for model in models for name, one in read_arrays(model).items()})


def read_everyday() -> list[Example]:
    """Everyday sentences: how much each counts, and the text, with a tab between."""
    rows = (row.split("\t", 1) for row in EVERYDAY.read_text("utf-8").split("\n") if row)
    return [Example(text.replace("\\n", "\n"), frozenset(), float(weight)) for weight, text in rows]


def digest_inputs() -> str:
    """What a model is learned from, as one hash: the lines, the everyday ones, the ideas, and what is looked at."""
    told = sha256(b"".join(path.read_bytes() for path in (LINES, EVERYDAY, WORDS)))
    for line in read_lines(LINES)[::SAMPLED]:
        told.update(repr(sorted(list_crisis_places(line.text).items())).encode())
    return told.hexdigest()


def _gather_everyday() -> Iterator[Example]:
    """Sentences of letters, and what the packs ask and listen for: there suicide is a day’s work."""
    for folder in sorted((ROOT / "benchmarks" / "letters").iterdir()):
        letters = (tomllib.loads(path.read_text("utf-8"))["letter"] for path in sorted(folder.glob("*.toml")))
        said = {part.strip() for some in letters for one in some for part in _SENTENCE.split(one["body"])}
        short = sorted((part for part in said if 25 < len(part) < 140), key=lambda part: sha256(part.encode()).digest())
        yield from (Example(part, frozenset(), LIGHT) for part in short[:LETTERS])
    for said in (ROOT / "examples" / "transcript.vtt", ROOT / "benchmarks" / "interviews.toml"):
        spoken = re.sub(r"<[^>]*>|\d\d:\d\d\S*|-->", " ", said.read_text("utf-8"))
        parts = (part.strip() for part in _SENTENCE.split(spoken))
        yield from (Example(part, frozenset(), 1.0) for part in parts if 12 < len(part) < 200)
    for path in sorted((ROOT / "src" / "onward" / "packs").glob("*.toml")):
        yield from (Example(text, frozenset(), LIGHT) for text in _strings(tomllib.loads(path.read_text("utf-8"))))


def _strings(told: object) -> Iterator[str]:
    if isinstance(told, str) and " " in told:
        yield told
    elif isinstance(told, (dict, list)):
        yield from (text for part in (told.values() if isinstance(told, dict) else told) for text in _strings(part))


def score_left_out(lines: Sequence[Line], groups: Sequence[str]) -> list[float]:
    """How much every line sounds of harm to a model that was learned without its group."""
    found = [0.0] * len(lines)
    for group in sorted(set(groups)):
        model = load_text_model(learn([one for one, its in zip(lines, groups, strict=True) if its != group]))
        for at, its in enumerate(groups):
            if its == group:
                found[at] = _score(lines[at].text, model)
    return found


def _score(text: str, model: TextModel) -> float:
    return judge_text(text, 0.0, model).harm


def measure(lines: Sequence[Line], scores: Sequence[float]) -> Iterator[dict[str, object]]:
    """For each share of false alarms that is allowed: the limit, and how much of each kind is past it."""
    harmless = sorted((score for one, score in zip(lines, scores, strict=True) if one.kind == "0"), reverse=True)
    for allowed in ALLOWED:
        limit = harmless[int(len(harmless) * allowed)]
        kinds = sorted({one.kind for one in lines})
        found = {kind: [s > limit for one, s in zip(lines, scores, strict=True) if one.kind == kind] for kind in kinds}
        yield {"allowed": allowed, "limit": round(limit, 2)} | {
            kind: round(sum(some) / len(some), 3) for kind, some in found.items()
        }


def measure_left_out(lines: Sequence[Line]) -> list[dict[str, object]]:
    """What a model finds that was learned without the writer, and without the fifth, that it is asked about."""
    folds = [str(int(sha256(one.text.encode()).hexdigest()[:8], 16) % FOLDS) for one in lines]
    kept = [{"without": name} | figures for name, figures in _by_writer(lines)]
    return kept + [{"without": "a fifth"} | figures for figures in measure(lines, score_left_out(lines, folds))]


def _by_writer(lines: Sequence[Line]) -> Iterator[tuple[str, dict[str, object]]]:
    """For each who wrote statements too: some wrote harmless lines alone."""
    scores = score_left_out(lines, [one.writer for one in lines])
    for writer in sorted({one.writer for one in lines if one.kind != "0"}):
        mine = [at for at, one in enumerate(lines) if one.writer == writer]
        for figures in measure([lines[at] for at in mine], [scores[at] for at in mine]):
            yield f"writer {writer}", figures


def main() -> None:
    """Write the model, or print what it finds left out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--left-out", action="store_true", help="measure by writer and by fold instead of writing")
    parser.add_argument("--gather", action="store_true", help="take everyday sentences anew from the letters and packs")
    given = parser.parse_args()
    if given.gather:
        rows = [f"{one.weight}\t{one.text}".replace("\n", "\\n") for one in _gather_everyday()]
        EVERYDAY.write_text("\n".join(rows) + "\n", "utf-8")
        return
    lines = read_lines(LINES)
    if given.left_out:
        for figures in measure_left_out(lines):
            print(json.dumps(figures))
        return
    MODEL.write_bytes(learn(lines))
    note = {"inputs": digest_inputs(), "model": sha256(MODEL.read_bytes()).hexdigest()}
    FIGURES.write_text(json.dumps(json.loads(FIGURES.read_text("utf-8")) | {"learned": note}, indent=1) + "\n", "utf-8")
    print(f"Wrote {MODEL.relative_to(ROOT)}: {MODEL.stat().st_size} bytes, from {len(lines)} lines.")


if __name__ == "__main__":
    main()
