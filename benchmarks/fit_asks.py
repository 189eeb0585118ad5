"""Learn which sentences of an ask hurt: `python benchmarks/fit_asks.py [--left-out]` writes `src/onward/ask/hurts.bin`.

Reads `benchmarks/wording/ask_train*.tsv`: language, good / bad / border, kinds, text; what hurts stands in ⟦ ⟧. Messages
told in several languages are near-translations, so a scenario is left out in all of them at once. The levels are where
`MARKED` and `ASKED` of the good messages, each scored by a model learned without it, would be marked and asked about.
It prints what the whole checker, with a model learned without them, finds of the messages; `--left-out` writes nothing.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import inf
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.fit_text import FOLDS, fit_logistic

from onward.ask.check import check_wording, is_fine_to_send
from onward.ask.hurt_model import HURTS, LEVELS, PLACES, list_traits
from onward.ask.tender import HURTS as KINDS
from onward.ask.words import LANGUAGES, load_ask_words
from onward.maths.packing import write_arrays
from onward.wording.text_model import BUCKETS

TEXTS = ROOT / "benchmarks" / "wording"
FILE = ROOT / "src" / "onward" / "ask" / "hurts.bin"
COST = 0.1
MARKED, ASKED = 0.01, 0.04
OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Message:
    """A message, its scenario, and where it hurts."""

    language: str
    label: str
    kinds: tuple[str, ...]
    text: str
    group: str
    hurts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A message, what the model says that never saw it, and whether the rules mark it."""

    language: str
    label: str
    score: float
    by_rules: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a message: its traits, and whether it hurts."""

    message: int
    traits: dict[int, float]
    hurts: bool


def read_messages(paths: Sequence[Path]) -> list[Message]:
    """All messages of the files. The nth message of a kind is one scenario, in whatever language it is told."""
    found, seen = [], Counter[tuple[str, ...]]()
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            language, label, kinds, text = line.split("\t")
            seen[path.name, language, label, kinds] += 1
            group = f"{path.name} {label} {kinds} {seen[path.name, language, label, kinds] % 10}"
            plain, hurts = _strip(text.replace("\\n", "\n"))
            found.append(Message(language, label, tuple(kinds.split(",")), plain, group, hurts))
    return found


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


def score_left_out(messages: Sequence[Message]) -> list[float]:
    """The highest log odds of a sentence of every message, by a model that was learned without its scenario."""
    rows = cut_rows(messages)
    table = make_table(rows)
    folds = [int(sha256(one.group.encode()).hexdigest()[:8], 16) % FOLDS for one in messages]
    best = [-99.0] * len(messages)
    for fold in range(FOLDS):
        kept = [at for at, row in enumerate(rows) if folds[row.message] != fold]
        left = [at for at, row in enumerate(rows) if folds[row.message] == fold]
        weights, bias = learn_hurts(table[kept], [rows[at] for at in kept], messages)
        for at, score in zip(left, table[left] @ weights + bias, strict=True):
            best[rows[at].message] = max(best[rows[at].message], float(score))
    return best


def find_levels(messages: Sequence[Message], scores: Sequence[float]) -> tuple[float, float]:
    """From where on a sentence is marked, and from where on it is asked about."""
    good = [score for one, score in zip(messages, scores, strict=True) if one.label == "good" and _is_whole(one)]
    return float(np.quantile(good, 1 - MARKED)), float(np.quantile(good, 1 - ASKED))


def _is_whole(one: Message) -> bool:
    return not one.group.startswith("ask_train_sentences")


def pack_model(messages: Sequence[Message], levels: tuple[float, float]) -> bytes:
    """The file: whether a sentence hurts, by words and concepts; by what, by concepts alone."""
    rows = cut_rows(messages)
    table = make_table(rows)
    arrays: dict[str, array[int] | array[float]] = {LEVELS: array("d", levels)}
    _put(arrays, HURTS, *learn_hurts(table, rows, messages))
    hurting = [at for at, row in enumerate(rows) if row.hurts]
    spoken = table[hurting].tolil()
    spoken[:, :BUCKETS] = 0
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
    told = [
        Found(one.language, one.label, score, find_by_rules(one))
        for one, score in zip(messages, scores, strict=True)
        if _is_whole(one)
    ]
    for language in (*LANGUAGES, "all"):
        mine = [one for one in told if language in (one.language, "all")]
        print(json.dumps({"language": language, **{label: _share(mine, label, levels) for label in ("bad", "good")}}))
    if "--left-out" not in argv:
        FILE.write_bytes(pack_model(messages, levels))
        print(json.dumps({"bytes": FILE.stat().st_size, "levels": levels}))


def find_by_rules(message: Message) -> bool:
    """Whether the checker marks a message without what was learned."""
    with patch("onward.ask.tender.load_levels", return_value=(inf, inf)):
        return not is_fine_to_send(check_wording(message.text, language=message.language))


def _share(told: Sequence[Found], label: str, levels: tuple[float, float]) -> dict[str, float]:
    mine = [one for one in told if one.label == label]
    marked, asked = (sum(one.by_rules or one.score >= level for one in mine) for level in levels)
    rules = sum(one.by_rules for one in mine)
    shares = {"rules": rules, "marked": marked, "marked_or_asked": asked}
    return {"n": len(mine), **{name: round(count / len(mine), 3) for name, count in shares.items()}}


if __name__ == "__main__":
    main(sys.argv[1:])
