"""Learn what a paste's own structure adds to who the employer is, which role, and whether they met.

`python benchmarks/learn_pastes.py` writes `pasted.json` into the package. The rankings that mail is read by stay as they
are; what is learned here is added to their scores where a person pasted something. With `--check` it writes nothing and
prints how well each writer's pastes are read by weights from the others', one JSON object a line; `--misses` too.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.learn_rankings import is_right_role, mark_right, write_rankings
from benchmarks.rankings.fit import Choice, fit_ranking
from benchmarks.rankings.met import learn_met
from benchmarks.rankings.told import Told, list_pasted, list_plain, list_told
from benchmarks.rankings.variants import vary_employers, vary_roles

from onward.facts import LetterKind
from onward.notice.job import answers, details, meeting
from onward.notice.job.answers import bare_name
from onward.notice.job.names import is_looser_role, is_same_employer, is_same_role
from onward.notice.job.page import Page
from onward.notice.job.pasted import PASTED, see_names, see_roles
from onward.notice.job.ranking import Ranking

OUT = ROOT / "src/onward/notice/job/pasted.json"
KEEP = {"employer": 1100, "role": 900}  # marks
SURE = {"employer": 0.4, "role": 0.4}
PENALTY = 1.0
COUNTS = {"learned": 0.3, "variant": 0.3}  # of those that mail was learned from too, and of copies; 1 of others
Learned = dict[str, Ranking]
Seen = dict[str, list[tuple[Told, Choice]]]


def count(one: Told) -> float:
    """How much one paste says."""
    return COUNTS.get(one.source if one.source in COUNTS else one.writer, 1.0)


def see_name(one: Told) -> Choice:
    """Who the employer may be, by what mail says of it and what the paste adds."""
    candidates, marks, known = see_names(Page(one.letter))
    right = mark_right([bare_name(each.text) for each in candidates], one.employer, is_same_employer)
    return Choice(marks, [*right, not one.employer], count(one), known)


def see_role(one: Told) -> Choice:
    """Which role may be meant, where the employer is known."""
    candidates, marks, known = see_roles(Page(one.letter), one.employer)
    texts = [each.text for each in candidates]
    right = mark_right(texts, one.role, is_same_role, lambda text, told: is_looser_role(told, text))
    return Choice(marks, [*right, not one.role], count(one), known)


def see_all(told: Sequence[Told]) -> Seen:
    """What is learned from for each question: the pastes, and copies with other names or other roles."""
    return {
        "employer": [(one, see_name(one)) for one in [*told, *vary_employers(told)]],
        "role": [(one, see_role(one)) for one in [*told, *vary_roles(told)]],
    }


def learn(told: Sequence[Told], letters: Sequence[Told], seen: Seen, without: str = "") -> Learned:
    """All rankings, from the pastes of every writer but one."""
    rankings = {
        name: fit_ranking(
            [choice for one, choice in rows if one.writer != without], keep=KEEP[name], sure=SURE[name], penalty=PENALTY
        )
        for name, rows in seen.items()
    }
    return rankings | {"met": learn_met([*letters, *(one for one in told if one.writer != without)])}


def check(told: Sequence[Told], letters: Sequence[Told], seen: Seen, *, misses: bool) -> Iterator[dict[str, object]]:
    """What is right of each writer's pastes, by weights that never saw one of theirs."""
    load = answers.load_ranking
    for writer in dict.fromkeys(one.writer for one in told):
        rankings = learn(told, letters, seen, writer)

        def load_learned(name: str, file: str = "rankings", learned: Learned = rankings) -> Ranking:
            return learned[name] if file == PASTED else load(name)

        answers.load_ranking = meeting.load_ranking = load_learned  # type: ignore[assignment]
        right: Counter[str] = Counter()
        of: Counter[str] = Counter()
        for one in (each for each in told if each.writer == writer):
            said = judge(one)
            right.update(what for what, well in said.items() if well)
            of.update(list(said))
            if misses and not all(said.values()):
                print(one.id, [what for what, well in said.items() if not well], file=sys.stderr)
        yield {"writer": writer, **{what: f"{right[what]} of {of[what]}" for what in of}}


def judge(one: Told) -> dict[str, bool]:
    """What is right of one paste."""
    found = details.read_details(one.letter, LetterKind.REJECTION, by_hand=True)
    said = {"met": (found.stage is not None) == one.met}
    if one.employer:
        said["employer"] = is_same_employer(found.employer or "", one.employer)
    else:
        said["none_made_up"] = found.employer is None
    if one.role:
        said["role"] = is_right_role(found.role or "", one.role)
    return said


def main() -> None:
    """Learn and write, or check and print."""
    told = list_pasted()
    letters = [*(one for one in list_told() if one.source == "letter"), *list_plain()]
    seen = see_all(told)
    if "--check" in sys.argv:
        for row in check(told, letters, seen, misses="--misses" in sys.argv):
            print(json.dumps(row, ensure_ascii=False), flush=True)
    else:
        write_rankings(learn(told, letters, seen), OUT)


if __name__ == "__main__":
    main()
