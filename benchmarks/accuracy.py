"""How often the shipped model is right: `python benchmarks/accuracy.py MBOX LABELS.jsonl [--json]`.

LABELS.jsonl has an object a line: `message_id`, `label` (a kind), and if you like `lang`, `source`, `ambiguous` (left
out), `employer`, `role`, `stage`, `reason` ("" where the letter doesn't say). Nothing leaves the machine.

Without arguments it measures everything there is and writes docs/accuracy.md: letters that were set aside before anything
was learned (`benchmarks/held_common`, `benchmarks/held`) or to be read last (`benchmarks/held_6`, `benchmarks/held_5`,
`benchmarks/held_final`, `benchmarks/held_last`), real letters judged
by weights that never saw their source, and our own in folds.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.accuracy_page import Measured, write_page
from benchmarks.corpus import held, held_5, held_6, held_before, held_common, held_final, held_last, later, real
from benchmarks.judging import (
    KINDS,
    Judged,
    calibration_error,
    count_false_nos,
    judge,
    judge_mailbox,
    measure_details,
    measure_kind,
    to_json,
)
from benchmarks.left_out import judge_left_out
from benchmarks.ordinary import FIFTH, FINAL, FRESH, FRESH_MAILS, LAST, MAILS, SIXTH, find_mistaken, make_mails

PAGE = ROOT / "docs" / "accuracy.md"


def tell(judged: list[Judged]) -> None:
    """Print the figures of a mailbox."""
    print(
        f"{len(judged)} letters, {sum(not one.sure for one in judged)} unsure. Precision/recall, with 95 % intervals:"
    )
    for language in ("", *sorted({one.language for one in judged})):
        inside = [one for one in judged if language in ("", one.language)]
        for kind in KINDS:
            one = measure_kind(inside, kind)
            if one.count or one.best_right.count:
                best, sure = f"{one.best_right} / {one.best_found}", f"{one.sure_right} / {one.sure_found}"
                print(f"{language or 'all':4} {kind:13} n {one.count:4}  best guess {best}  without doubt {sure}")
    for name, (right, found) in measure_details(judged).items():
        print(f"{name}: right when said {right}, found {found}")
    false = count_false_nos(judged)
    low, high = (1000 * one for one in false.interval) if false.count else (0.0, 1000.0)
    print(f"false nos, surely: {false.hits} of {false.count} ordinary mails ({low:.1f} to {high:.1f} in 1,000)")
    print(f"calibration error: {calibration_error(judged):.3f}")


def measure_all(keep: Path | None) -> None:
    """Measure everything there is and write the page."""
    if not real():
        sys.exit("The real letters are not at ../shared/data, so there is nothing to measure on.")
    theirs, ours = judge_left_out(keep)
    measured = Measured(
        sixth=judge(held_6()),
        fifth=judge(held_5()),
        final=judge(held_final()),
        last=judge(held_last()),
        common=judge(held_common()),
        held=judge(held()),
        second=judge(held_before("second")),
        first=judge(held_before("first")),
        theirs=theirs,
        later=judge(later()),
        ours=ours,
        ordinary=find_mistaken(make_mails(MAILS)),
        fresh=find_mistaken(make_mails(FRESH_MAILS, FRESH)),
        plain=find_mistaken(make_mails(FRESH_MAILS, LAST)),
        unseen=find_mistaken(make_mails(FRESH_MAILS, FINAL)),
        later_unseen=find_mistaken(make_mails(FRESH_MAILS, FIFTH)),
        latest=find_mistaken(make_mails(FRESH_MAILS, SIXTH)),
    )
    PAGE.write_text(write_page(measured), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")


def main() -> None:
    """A mailbox, or everything."""
    parser = argparse.ArgumentParser(description="How often Onward is right about a letter.")
    parser.add_argument("mailbox", nargs="?", type=Path, help="an mbox")
    parser.add_argument("labels", nargs="?", type=Path, help="its labels, an object a line")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument(
        "--keep", type=Path, help="a folder for what was judged, so that a run goes on where it was cut"
    )
    told = parser.parse_args()
    if told.mailbox is None:
        measure_all(told.keep)
        return
    if told.labels is None:
        parser.error("the labels are missing")
    judged = judge_mailbox(told.mailbox, told.labels)
    if told.json:
        print(json.dumps(to_json(judged), indent=1))
    else:
        tell(judged)


if __name__ == "__main__":
    main()
