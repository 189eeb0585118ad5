"""How often the measures of a transcript are right, on answers with known labels: `python benchmarks/measures.py`.

Prints one JSON object a line, for each measure and each set: `n` answers (for sentences: sentences), how many are
`right`, `precision` and `recall` where there is something to find, and the Wilson 95 % interval of right out of n from
`low` to `high`. The labels come from two files, both written for this: `tests/core/debrief/answers.toml` (48 answers) and
`benchmarks/interviews.toml` (30 answers in three interviews, which go through the whole chain: written as WebVTT
with cues that cut sentences anywhere, read, paired, measured). "tuned" answers were read while the rules were
written; "held out" ones were measured, and their misses never looked at.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from onward.debrief.answers import SpokenAnswer, pair_answers
from onward.debrief.measures import Measures, find_fillers, measure_answer
from onward.debrief.transcript import read_transcript_text
from onward.maths.proportion import wilson_interval

CLOSE = 0.10  # a share of words within ten points counts as right
SPEED = 2.4  # words a second in the made-up cues
CUE = 9  # words
Z = 1.96


@dataclass(frozen=True)
class Labeled:
    """One answer as it was labeled, and as it was read and measured."""

    asked: str
    said: tuple[tuple[str, str], ...]
    story: bool
    fillers: int
    held: bool
    read: SpokenAnswer
    found: Measures

    @property
    def ending(self) -> bool:
        """Whether what came of it is told."""
        return any(label == "r" for label, _ in self.said)

    @property
    def share(self) -> float:
        """Of its words, how many are action or result."""
        count = {label: sum(len(text.split()) for one, text in self.said if one == label) for label in "sarc"}
        return (count["a"] + count["r"]) / sum(count.values())


def single() -> Iterator[Labeled]:
    """The answers that stand by themselves."""
    for one in tomllib.loads((ROOT / "tests/core/debrief/answers.toml").read_text("utf-8"))["answer"]:
        said = _said(one)
        read = SpokenAnswer("?", " ".join(text for _, text in said))
        yield Labeled("?", said, one["story"], one["fillers"], one["set"] == "held", read, measure_answer(read))


def interviews() -> Iterator[Labeled]:
    """The answers in interviews, each read out of a transcript; one that was not paired is read as empty."""
    for talk in tomllib.loads((ROOT / "benchmarks/interviews.toml").read_text("utf-8"))["interview"]:
        found = {answer.text: answer for answer in pair_answers(read_transcript_text(vtt(talk["answer"])), "Candidate")}
        for number, one in enumerate(talk["answer"], 1):
            said = _said(one)
            read = found.get(" ".join(text for _, text in said), SpokenAnswer("", ""))
            yield Labeled(one["asked"], said, one["story"], one["fillers"], number % 2 == 0, read, measure_answer(read))


def _said(one: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((stretch[0], stretch[3:]) for stretch in one["said"])


def vtt(answers: Sequence[dict[str, object]]) -> str:
    """A WebVTT of questions and answers at an even speed, in cues of nine words."""
    lines, at = ["WEBVTT", ""], 0.0
    for one in answers:
        words = " ".join(text for _, text in _said(one)).split()  # type: ignore[arg-type]
        for who, part in (("Interviewer", str(one["asked"]).split()), ("Candidate", words)):
            for first in range(0, len(part), CUE):
                cue = part[first : first + CUE]
                end = at + len(cue) / SPEED
                lines += [f"{_stamp(at)} --> {_stamp(end)}", f"<v {who}>{' '.join(cue)}</v>", ""]
                at = end
    return "\n".join(lines)


def _stamp(at: float) -> str:
    return f"{int(at) // 3600:02}:{int(at) // 60 % 60:02}:{at % 60:06.3f}"


def line(name: str, of: str, labels: Sequence[tuple[bool, bool]]) -> dict[str, object]:
    """Labels as (true, said), as a line."""
    right = sum(true == said for true, said in labels)
    hits = sum(true and said for true, said in labels)
    within = wilson_interval(right, len(labels), z=Z)
    return {
        "measure": name, "set": of, "n": len(labels), "right": right,
        "precision": _rate(hits, sum(said for _, said in labels)), "recall": _rate(hits, sum(true for true, _ in labels)),
        "low": round(within.low, 3), "high": round(within.high, 3),
    }  # fmt: skip


def counted(name: str, of: str, right: Sequence[bool]) -> dict[str, object]:
    """What is right or not, with nothing to find, as a line."""
    return line(name, of, [(True, one) for one in right]) | {"precision": None, "recall": None}


def _rate(hits: int, of: int) -> float | None:
    return round(hits / of, 3) if of else None


def lines() -> Iterator[dict[str, object]]:
    """Every line that is printed."""
    every = [*single(), *interviews()]
    sets: dict[str, Callable[[Labeled], bool]] = {"held out": lambda one: one.held, "tuned": lambda one: not one.held}
    for of, belongs in sets.items():
        yield from _of([one for one in every if belongs(one)], of)


def _of(rows: Sequence[Labeled], of: str) -> Iterator[dict[str, object]]:
    yield line("example or claim", of, [(one.story, one.found.is_story) for one in rows])
    yield line("ending", of, [(one.ending, one.found.has_result) for one in rows])
    yield counted("share within 10 points", of, [abs(one.share - one.found.share) <= CLOSE for one in rows])
    yield counted("fillers counted", of, [len(find_fillers(one.read.text)) == one.fillers for one in rows])
    asked = [one for one in rows if one.asked != "?"]
    yield counted("question paired", of, [one.read.question == one.asked for one in asked])
    yield counted("pace within 3 words a minute", of, [_paced(one) for one in asked])


def _paced(one: Labeled) -> bool:
    """The made-up cues have one speed; answers under 25 words have no pace, which is right."""
    pace = one.found.delivery.pace if one.found.delivery else None
    return one.read.words < 25 if pace is None else abs(pace - 60 * SPEED) <= 3


def main() -> None:
    """Print one JSON object a line."""
    for one in lines():
        print(json.dumps(one))


if __name__ == "__main__":
    main()
