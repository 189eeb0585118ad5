"""Learn which sentences of an ask hurt: `python benchmarks/fit_asks.py [--left-out]` writes `src/onward/ask/hurts.bin`.

Reads `benchmarks/wording/ask_train*.tsv`, a file for each writer: language, good / bad / border, kinds, text; what hurts
stands in ⟦ ⟧. Messages of one writer are alike, so a writer is left out whole. The levels are where `MARKED` and
`ASKED` of the good messages, each scored by a model that knows nothing of its writer, would be marked and asked about.
It prints what the whole checker, with a model learned without them, finds of the messages; `--left-out` writes nothing.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from math import inf
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.ask_checker import Checked
from benchmarks.fit_text import fit_logistic

from onward.ask.beside import plays_part
from onward.ask.check import check_wording
from onward.ask.hurt_model import HURTS, LEVELS, PLACES, WORDS, Judged, Levels, judge_sentences, list_traits
from onward.ask.tender import HURTS as KINDS
from onward.ask.words import LANGUAGES, AskWords, load_ask_words
from onward.maths.packing import write_arrays

TEXTS = ROOT / "benchmarks" / "wording"
FILE = ROOT / "src" / "onward" / "ask" / "hurts.bin"
COST = 0.05
MARKED, ASKED, LOOKED = 0.015, 0.05, 0.25  # of the good messages by a writer whom the model doesn’t know
OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Message:
    """A message, who wrote it (the name of the file), and where it hurts."""

    language: str
    label: str
    kinds: tuple[str, ...]
    text: str
    writer: str
    hurts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a message: its traits, and whether it hurts."""

    message: int
    traits: dict[int, float]
    hurts: bool


def read_messages(paths: Sequence[Path]) -> list[Message]:
    """All messages of the files."""
    return [_read(line, path.name) for path in paths for line in path.read_text("utf-8").splitlines()]


def _read(line: str, writer: str) -> Message:
    language, label, kinds, text = line.split("\t")
    plain, hurts = _strip(text.replace("\\n", "\n"))
    return Message(language, label, tuple(kinds.split(",")), plain, writer, hurts)


def _strip(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    plain, hurts, start = "", [], 0
    for letter in text:
        if letter == OPEN:
            start = len(plain)
        elif letter == CLOSE:
            hurts.append((start, len(plain)))
        else:
            plain += letter
    return plain, tuple(hurts)


def cut_rows(messages: Sequence[Message]) -> list[Row]:
    """Every sentence."""
    return [row for at, one in enumerate(messages) for row in _cut(at, one)]


def _cut(at: int, one: Message) -> Iterator[Row]:
    for (start, end), traits in list_traits(one.text, load_ask_words(one.language)):
        yield Row(at, traits, any(start < last and first < end for first, last in one.hurts))


def make_table(rows: Sequence[Row]) -> csr_matrix:
    """A row for each sentence, a column for each place."""
    starts = np.cumsum([0, *(len(row.traits) for row in rows)])
    columns = [place for row in rows for place in row.traits]
    amounts = [much for row in rows for much in row.traits.values()]
    return csr_matrix((amounts, columns, starts), shape=(len(rows), PLACES))


def learn_hurts(
    table: csr_matrix, rows: Sequence[Row], messages: Sequence[Message]
) -> tuple[NDArray[np.float64], float]:
    """The weights that tell sentences that hurt from the rest; a border case teaches nothing."""
    truth = np.array([float(row.hurts) for row in rows])
    weight = np.array([_weigh(row, messages[row.message]) for row in rows])
    return fit_logistic(table, truth, weight, COST)


def _weigh(row: Row, message: Message) -> float:
    if message.label == "border" or ("long" in message.kinds and not message.hurts):
        return 0.0
    return 2.0 if row.hurts else 1.0


def score_left_out(messages: Sequence[Message]) -> list[list[float]]:
    """The log odds of every sentence of every message, by a model that was learned without its writer."""
    rows = cut_rows(messages)
    table = make_table(rows)
    scores: list[list[float]] = [[] for _ in messages]
    for writer in sorted({one.writer for one in messages}):
        kept = [at for at, row in enumerate(rows) if messages[row.message].writer != writer]
        left = [at for at, row in enumerate(rows) if messages[row.message].writer == writer]
        weights, bias = learn_hurts(table[kept], [rows[at] for at in kept], messages)
        for at, score in zip(left, table[left] @ weights + bias, strict=True):
            scores[rows[at].message].append(float(score))
    return scores


def find_levels(messages: Sequence[Message], scores: Sequence[Sequence[float]]) -> Levels:
    """From where on a sentence is marked, asked about, and pointed at."""
    told = [one for one in zip(messages, scores, strict=True) if one[0].label == "good" and _is_whole(one[0])]
    any_of = [max(some, default=-inf) for _, some in told]
    beside = [max(_score_beside(one, some), default=-inf) for one, some in told]
    sure, maybe = (float(np.quantile(any_of, 1 - share)) for share in (MARKED, ASKED))
    return Levels(sure, maybe, float(np.quantile(beside, 1 - LOOKED, method="lower")))


def _score_beside(one: Message, scores: Sequence[float]) -> list[float]:
    words = load_ask_words(one.language)
    said = (one.text[start:end] for (start, end), _ in list_traits(one.text, words))
    return [score for score, sentence in zip(scores, said, strict=True) if not plays_part(sentence, words)]


def _is_whole(one: Message) -> bool:
    return one.writer != "ask_train_sentences.tsv"


def pack_model(messages: Sequence[Message], levels: Levels) -> bytes:
    """The file: whether a sentence hurts, by words and concepts; by what, by concepts alone."""
    rows = cut_rows(messages)
    table = make_table(rows)
    arrays: dict[str, array[int] | array[float]] = {LEVELS: array("d", (levels.sure, levels.maybe, levels.look))}
    _put(arrays, HURTS, *learn_hurts(table, rows, messages))
    hurting = [at for at, row in enumerate(rows) if row.hurts]
    spoken = table[hurting].tolil()
    spoken[:, :WORDS] = 0
    kinds = [messages[rows[at].message].kinds for at in hurting]
    for kind in KINDS:
        truth = np.array([float(kind in told) for told in kinds])
        _put(arrays, kind, *fit_logistic(spoken.tocsr(), truth, np.ones(len(kinds)), COST))
    return write_arrays(arrays)


def _put(arrays: dict[str, array[int] | array[float]], name: str, weights: NDArray[np.float64], bias: float) -> None:
    step = max(float(np.abs(weights).max()), 1e-9) / 127
    arrays[name] = array("b", np.rint(weights / step).astype(int).tolist())
    arrays[f"{name}/scale"] = array("d", (step, bias))


def main(argv: Sequence[str]) -> None:
    """Learn, and write the file or print what was left out."""
    messages = read_messages(sorted(TEXTS.glob("ask_train*.tsv")))
    scores = score_left_out(messages)
    levels = find_levels(messages, scores)
    if "--left-out" not in argv:  # before anything reads it
        FILE.write_bytes(pack_model(messages, levels))
        print(json.dumps({"bytes": FILE.stat().st_size, "levels": asdict(levels)}))
    told = [check_left_out(one, some, levels) for one, some in zip(messages, scores, strict=True) if _is_whole(one)]
    for language in (*LANGUAGES, "all"):
        mine = [one for one in told if language in (one.language, "all")]
        print(json.dumps({"language": language, **{label: _share(mine, label) for label in ("bad", "good", "border")}}))


def check_left_out(message: Message, scores: Sequence[float], levels: Levels) -> Checked:
    """What the checker says of a message with these log odds of its sentences in the place of what was learned."""

    def judge(text: str, words: AskWords) -> list[Judged]:
        return [replace(one, score=score) for one, score in zip(judge_sentences(text, words), scores, strict=True)]

    with (
        patch("onward.ask.tender.judge_sentences", judge),
        patch("onward.ask.soft.judge_sentences", judge),
        patch("onward.ask.tender.load_levels", return_value=levels),
        patch("onward.ask.beside.judge_sentences", judge),
        patch("onward.ask.beside.load_levels", return_value=levels),
    ):
        marks = check_wording(message.text, language=message.language)
    return Checked(message.language, message.label, message.text, marks)


def _share(told: Sequence[Checked], label: str) -> dict[str, float]:
    mine = [one for one in told if one.label == label]
    counts = {name: sum(getattr(one, name) for one in mine) for name in ("marked", "asked", "pointed_at")}
    return {"n": len(mine), **{name: round(count / len(mine), 3) for name, count in counts.items()}}


if __name__ == "__main__":
    main(sys.argv[1:])
