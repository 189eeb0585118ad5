"""What reading came to, told in the terminal: while it goes on, and at its end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from onward_app.cli.say import say

if TYPE_CHECKING:
    from onward.notice.linking.values import FilingPlan
    from onward_app.collect import Reading


def tell_reading(done: Reading, *, dry_run: bool) -> None:
    """What was read, what is alive in it, and the nos that are new."""
    from onward.facts import LetterKind
    from onward.wording.counts import say_count

    said = (
        say_count(done.messages, "Read {n} message (nothing was stored).", "Read {n} messages (nothing was stored).")
        if dry_run
        else say_count(
            done.messages,
            "Read {n} message, {new} of them new.",
            "Read {n} messages, {new} of them new.",
            new=f"{done.new:,}",
        )
    )
    say(said)
    if done.passed_over:
        say("What was read before was passed over; --anew reads it, too.")
    if done.older:
        left = say_count(
            done.older,
            "Left out {n} message from before this search; --all reads older mail, too.",
            "Left out {n} messages from before this search; --all reads older mail, too.",
        )
        say(left)
    for note in done.notes:
        say(note)
    for kind, number in done.kinds.most_common():
        if kind != LetterKind.REJECTION:  # the new ones are told below, each once, and none are counted out
            say(f"  {number:6,} {kind}")
    for sentence, number in done.odd.most_common():
        some = f"Read all the same: {sentence} ({number:,} messages)"
        say(some if number > 1 else f"Read all the same: {sentence}")
    if done.plan is not None and (
        done.messages or done.passed_over
    ):  # what couldn't be read says nothing of the search
        _tell_jobs(done, done.plan)


def _tell_jobs(done: Reading, plan: FilingPlan) -> None:
    from onward_app.reading_report import describe_nos, describe_open_jobs

    if plan.waiting:
        say(f"{len(plan.waiting)} wait for a yes or no, because Onward isn’t sure.")
    alive = describe_open_jobs(plan)
    say(f"\nAlive ({len(alive)}):" if alive else "\nNothing is alive in it.")
    for line in alive:
        say(f"  {line}")
    nos = describe_nos(plan, done.verdicts, of=done.fresh)  # one that was told before isn't told again
    if nos:
        say("\nNos, by date:")
    for line in nos:
        say(f"  {line}")


class TellSoFar:
    """Tells jobs and nos when they are filed while reading goes on, each once."""

    def __init__(self) -> None:
        self.told: set[str] = set()

    def __call__(self, reading: Reading) -> None:
        """Tell what is new in what was filed."""
        from onward_app.reading_report import describe_nos, describe_open_jobs

        if reading.plan is None:
            return
        nos = describe_nos(reading.plan, reading.verdicts, of=reading.fresh)
        for head, found in (("Alive, as far as it is read:", describe_open_jobs(reading.plan)), ("Nos:", nos)):
            lines = [line for line in found if line not in self.told]
            if lines:
                say("\n".join([head, *(f"  {line}" for line in lines)]))
            self.told.update(lines)
        sys.stdout.flush()
