"""Measure how often the model is right, and write docs/accuracy.md: `python benchmarks/accuracy.py`.

Real letters are judged by weights that never saw their source: fitting, temperature and limits are all done again
without it. Our own letters are judged in three folds, in which letters that say the same are left out together.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from math import sqrt
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import numpy as np
from benchmarks.composed import composed
from benchmarks.corpus import Example, later, own, real
from benchmarks.fit import NO, train

from onward.notice.kind.classify import is_in_doubt
from onward.notice.kind.weights import KINDS, Weights, load_shipped_weights, log_softmax, score_letter

PAGE = ROOT / "docs" / "accuracy.md"


@dataclass(frozen=True, slots=True)
class Judged:
    """One letter, what it was taken for, how likely that was, and whether it was said without doubt."""

    example: Example
    kind: int
    chance: float
    sure: bool


def wilson(hits: int, count: int) -> str:
    """A share with its Wilson 95 % interval."""
    if not count:
        return "–"
    z, share = 1.96, hits / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return f"{share:.2f} ({max(middle - half, 0):.2f}–{min(middle + half, 1):.2f})"


def judge(weights: Weights, examples: Sequence[Example]) -> list[Judged]:
    """What the weights make of these letters, as they stand."""
    found = []
    for example in examples:
        chances, _ = score_letter(weights, example.seen())
        best = int(chances.argmax())
        found.append(Judged(example, best, float(chances[best]), not is_in_doubt(weights, chances)))
    return found


def _without(source: str) -> list[Judged]:
    """The real letters of one source, judged by weights that never saw it."""
    theirs = real()
    weights, _, _ = train([*own(), *composed(), *(example for example in theirs if example.group != source)])
    print(
        f"without {source}: a no is said without doubt from {weights.sure[NO]:.2f}, heat {weights.heat:.2f}", flush=True
    )
    return judge(weights, [example for example in theirs if example.group == source])


def leave_out_sources(theirs: Sequence[Example]) -> list[Judged]:
    """Every real letter, judged without its source; the sources side by side, one process each."""
    sources = sorted({example.group for example in theirs})
    with ProcessPoolExecutor() as pool:
        return list(chain.from_iterable(pool.map(_without, sources)))


def own_in_folds(ours: Sequence[Example], theirs: Sequence[Example]) -> list[Judged]:
    """Every letter of our own as it stands, with the chances it got while its fold was left out.

    Letters that say the same thing in another language share a fold. Heat and limits are those of the shipped weights.
    """
    weights, seen, chances = train([*ours, *composed(), *theirs])
    wanted = {example.key: example for example in ours}
    found = []
    for look, raw in zip(seen, chances, strict=True):
        if example := wanted.pop(look.example.key, None):
            even = np.exp(log_softmax((np.log(np.maximum(raw, 1e-12)) / weights.heat).astype(np.float32)))
            best = int(even.argmax())
            found.append(Judged(example, best, float(even[best]), not is_in_doubt(weights, even)))
    return found


def _row(name: str, judged: Sequence[Judged], kind: int) -> str:
    true = [one for one in judged if one.example.kind == kind]
    said = [one for one in judged if one.kind == kind and one.sure]
    right = sum(one.example.kind == kind for one in said)
    best = sum(one.kind == kind for one in true)
    return f"| {name} | {len(true)} | {wilson(right, len(true))} | {wilson(right, len(said))} | {wilson(best, len(true))} |"


HEAD = "| | n | found without doubt | right when said without doubt | best guess right |\n|---|---|---|---|---|"


def by_kind(judged: Sequence[Judged]) -> str:
    """A row a kind: recall and precision without doubt, and how often the best guess is right."""
    return "\n".join([HEAD, *(_row(str(name), judged, kind) for kind, name in enumerate(KINDS))])


def by_group(judged: Sequence[Judged], group: Callable[[Judged], str]) -> str:
    """A row for every kind in every group that has letters of it."""
    rows = []
    for name in sorted({group(one) for one in judged}):
        inside = [one for one in judged if group(one) == name]
        rows += [
            _row(f"{name}: {kind_name}", inside, kind)
            for kind, kind_name in enumerate(KINDS)
            if any(one.example.kind == kind or (one.kind == kind and one.sure) for one in inside)
        ]
    return "\n".join([HEAD, *rows])


def calibration(judged: Sequence[Judged]) -> str:
    """Chances against what came true, in bands."""
    rows = ["| said chance | n | mean chance | right |", "|---|---|---|---|"]
    for low, high in ((0.0, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 0.97), (0.97, 1.01)):
        inside = [one for one in judged if low <= one.chance < high]
        if inside:
            right = sum(one.kind == one.example.kind for one in inside)
            mean = float(np.mean([one.chance for one in inside]))
            rows.append(f"| {low:.2f}–{min(high, 1):.2f} | {len(inside)} | {mean:.2f} | {wilson(right, len(inside))} |")
    return "\n".join(rows)


def _headline(judged: Sequence[Judged]) -> str:
    no = [one for one in judged if one.example.kind == NO]
    said = [one for one in judged if one.kind == NO and one.sure]
    right = sum(one.example.kind == NO for one in said)
    return f"precision {wilson(right, len(said))} of {len(said)} said, recall {wilson(right, len(no))} of {len(no)} nos"


def page(ours: Sequence[Judged], theirs: Sequence[Judged]) -> str:
    """The whole page."""
    unsure = sum(not one.sure for one in theirs)
    sections = [
        "# How often Onward is right about a letter",
        "Written by `python benchmarks/accuracy.py`. Shares stand with their 95 % interval (Wilson). A letter that Onward\n"
        "calls *unsure* counts as not found: it waits in the inbox for a yes or no.",
        "## Real letters, one source left out",
        f"{len(theirs)} real letters from five sources. Each source was judged by a model that never saw it; the\n"
        "temperature was chosen without it, too, and so were the limits for *unsure*, within narrow bounds that were set\n"
        "with these figures in view. Our own letters, and letters put together\n"
        f"from {len({one.scenario for one in composed()})} single sentences of ours, were always learned from; a test holds that\n"
        "none of them shares nine words in a row with a real one.\n"
        f"Unsure: {unsure} of {len(theirs)}.",
        f"**A no, all sources pooled: {_headline(theirs)}.**",
        by_kind(theirs),
        "What this does not measure: there are no real offers, assessments or feedback replies and only three\n"
        "invitations among these letters, almost all nos come from one person's search for developer jobs in one country,\n"
        "and no letter about a job is in another language than English. The letters could be looked at while the signs and\n"
        "sentences were written and the settings chosen, so letters from elsewhere may fare worse. The example search under\n"
        "`examples/` is no measure either: it was in view the whole time, and a test holds it.",
        "### By source",
        by_group(theirs, lambda one: one.example.group),
        "### Do the chances mean what they say?",
        calibration(theirs),
        "## Our own letters, in three folds",
        f"{len(ours)} letters written for this purpose in {len({one.example.language for one in ours})} languages, harder and more\n"
        "varied than a mailbox, by the people who wrote the model: these figures say that it learned what it was taught,\n"
        "not how it fares in the world. Letters that say the same in another language were left out together, so for French,\n"
        "Spanish, Italian, Portuguese and Dutch these are figures for situations never seen in any language.",
        f"**A no: {_headline(ours)}.**",
        by_kind(ours),
        "### By language",
        by_group(ours, lambda one: one.example.language),
        "### Chances",
        calibration(ours),
    ]
    return "\n\n".join([*sections, *_later(judge(load_shipped_weights(), later()))]) + "\n"


def _later(judged: Sequence[Judged]) -> list[str]:
    unsure = sum(not one.sure for one in judged)
    return [
        "## Letters written afterwards",
        f"{len(judged)} letters in {len({one.example.language for one in judged})} languages (`benchmarks/later.toml`), written by somebody who had seen\n"
        "neither the model nor what it learned from, to be like a mailbox of ordinary people, traps among them. The model\n"
        "that ships met them after everything was set, and nothing was changed for them. They are made up, but of\n"
        f"all figures on this page these are nearest to what a stranger's letters will find. Unsure: {unsure} of {len(judged)}.",
        f"**A no: {_headline(judged)}.**",
        by_kind(judged),
    ]


def main() -> None:
    """Measure and write the page."""
    ours, theirs = own(), real()
    if not theirs:
        sys.exit("The real letters are not at ../shared/data, so there is nothing to measure on.")
    judged = leave_out_sources(theirs)
    print("Real letters:", _headline(judged), flush=True)
    PAGE.write_text(page(own_in_folds(ours, theirs), judged), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
