"""Learn who the employer is, who stands between, and which role: `python benchmarks/learn_rankings.py`.

Writes `rankings.json` into the package. With `--check` it writes nothing and prints how well letters are read by
weights learned from other writers' (five parts, by file), one JSON object a line.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.rankings.fit import Choice, fit_ranking
from benchmarks.rankings.told import Told, list_told
from benchmarks.rankings.variants import vary_employers, vary_roles

from onward.notice.job import answers, ranking
from onward.notice.job.answer import Answer
from onward.notice.job.candidates import gather_candidates
from onward.notice.job.looks import look_at
from onward.notice.job.names import is_looser_role, is_same_employer, is_same_role
from onward.notice.job.page import Page
from onward.notice.job.ranking import STEP, Ranking
from onward.notice.job.role_candidates import gather_role_candidates
from onward.notice.job.role_looks import look_at_roles

OUT = ROOT / "src/onward/notice/job/rankings.json"
PARTS = 5
KEEP = {"employer": 1700, "agency": 500, "role": 1500}  # marks
SURE = {"employer": 0.55, "agency": 0.5, "role": 0.5}
COUNTS = {"letter": 1.0, "bare": 0.4, "paste": 3.0, "test": 3.0, "variant": 0.5}
NOTHING_BARE = 0.1  # of a bare letter that names nobody: there are so many
Learned = dict[str, Ranking]


def part_of(one: Told) -> int:
    """The part that its writer's letters are left out with; each file of pastes has one writer."""
    fixed = {"first": 0, "second": 1, "third": 2}
    return fixed.get(one.writer, int(sha256(one.writer.encode()).hexdigest()[:8], 16) % PARTS)


def see_employer(one: Told, truth: str) -> Choice:
    """The candidates for who the letter is from or about, and which of them is `truth`."""
    page = Page(one.letter)
    found = gather_candidates(page)
    right = mark_right([each.text for each in found], truth, is_same_employer)
    counts = NOTHING_BARE if one.source == "bare" and not truth else COUNTS[one.source]
    return Choice(look_at(page, found), [*right, not truth], counts)


def see_role(one: Told) -> Choice:
    """The candidates for the role. Its words are right; where none has just those, what says more is."""
    page = Page(one.letter)
    found = gather_role_candidates(page)
    right = mark_right(
        [each.text for each in found], one.role, is_same_role, lambda text, told: is_looser_role(told, text)
    )
    marks = look_at_roles(page, found, one.employer)
    return Choice(marks, [*right, not one.role], COUNTS[one.source])


def mark_right(texts: Sequence[str], truth: str, *ways: Callable[[str, str], bool]) -> list[bool]:
    """Which texts are `truth`: word for word where any is, else in the first way in which any is."""
    for is_same in (_is_equal, *ways):
        right = [bool(truth) and is_same(text, truth) for text in texts]
        if any(right):
            return right
    return [False] * len(texts)


def _is_equal(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == other.casefold()


def learn(seen: dict[str, list[tuple[Told, Choice]]], without: int | None) -> Learned:
    """All rankings, from letters of every part but one."""
    return {
        name: fit_ranking([choice for one, choice in rows if part_of(one) != without], keep=KEEP[name], sure=SURE[name])
        for name, rows in seen.items()
    }


def see_all(told: Sequence[Told]) -> dict[str, list[tuple[Told, Choice]]]:
    """What is learned from for each question."""
    names = [*told, *vary_employers(told)]
    # Pastes don’t say who stands between unless they are variants.
    between = [
        one
        for one in names
        if one.source in ("letter", "test", "variant") and one.writer not in ("first", "second", "third")
    ]
    return {
        "employer": [(one, see_employer(one, one.employer)) for one in names],
        "agency": [(one, see_employer(one, one.agency)) for one in between],
        "role": [(one, see_role(one)) for one in [*told, *vary_roles(told)]],
    }


def write_rankings(rankings: Learned, out: Path = OUT) -> None:
    """The file: for each ranking the marks by their weight in steps."""
    data = {}
    for name, one in rankings.items():
        by_step: dict[int, list[str]] = defaultdict(list)
        for mark, weight in one.weights.items():
            by_step[round(weight / STEP)].append(mark)
        weights = {str(step): "\t".join(sorted(by_step[step])) for step in sorted(by_step)}
        data[name] = {"sure": one.sure, "weights": weights}
    out.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def is_right_role(found: str, told: str) -> bool:
    """The same role, or the same with more said of it."""
    return is_same_role(found, told) or is_looser_role(told, found)


def check(told: Sequence[Told], seen: dict[str, list[tuple[Told, Choice]]]) -> Iterator[dict[str, object]]:
    """Right, said and told of each question, source and language group, by weights that never saw the writer."""
    counts: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for part in range(PARTS):
        rankings = learn(seen, part)
        ranking.load_ranking = answers.load_ranking = rankings.__getitem__  # type: ignore[assignment]
        for one in told:
            if part_of(one) != part or one.source == "bare":
                continue
            page = Page(one.letter)
            employer, agency = answers.find_employer(page)
            role = answers.find_role(page, employer)
            where = (one.source, "en" if one.language == "en" else "other languages")
            _count(counts["employer", *where], employer, one.employer, is_same_employer)
            _count(counts["role", *where], role, one.role, is_right_role)
            if one.source != "paste":
                _count(counts["agency", *where], agency, one.agency, is_same_employer)
    for (what, source, language), (letters, told_of, said, right) in sorted(counts.items()):
        yield {
            "what": what, "of": source, "language": language, "n": letters, "told": told_of, "said": said, "right": right,
            "precision": round(right / max(said, 1), 3), "recall": round(right / max(told_of, 1), 3),
        }  # fmt: skip


def _count(counts: list[int], answer: Answer | None, truth: str, is_right: Callable[[str, str], bool]) -> None:
    counts[0] += 1
    counts[1] += bool(truth)
    counts[2] += answer is not None
    counts[3] += bool(answer and truth and is_right(answer.shown, truth))


def main() -> None:
    """Learn and write, or check and print."""
    told = list_told()
    seen = see_all(told)
    if "--check" in sys.argv:
        for row in check(told, seen):
            print(json.dumps(row, ensure_ascii=False), flush=True)
    else:
        write_rankings(learn(seen, None))


if __name__ == "__main__":
    main()
