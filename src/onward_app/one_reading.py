"""What came of reading some places, and how far it has come."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any

from onward.notice.linking.values import FilingPlan
from onward.notice.verdict import Verdict
from onward_app import clock
from onward_app.records.writing.filing.letters import Filing
from onward_app.sources.newest import FIRST

OnProgress = Callable[[int, int | None, int], None]  # bytes done, bytes in all if known, messages


@dataclass(slots=True)
class Reading:
    """What came of reading some places."""

    messages: int = 0
    fresh: set[str] = field(default_factory=set)  # keys of the messages that were not read before
    newest: date | None = None  # the last day that a message has, none to come
    whole: bool = True  # no source broke half way
    over: bool = False  # all was read that was to be, and nobody stopped it
    live: bool = False  # mail was read where it arrives
    kinds: Counter[str] = field(default_factory=Counter)
    unsure: int = 0
    odd: Counter[str] = field(default_factory=Counter)  # what was damaged in messages that were read all the same
    troubles: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what is good to know, and no trouble
    passed_over: bool = False  # some of what was read before wasn't read again
    older: int = 0  # messages that were left out, since they are from before the search
    telling: set[str] = field(default_factory=set)  # keys of the messages about a job that were met, new or not
    goes_on: bool = False  # there is more than was taken from a place
    file_at: int = FIRST  # messages after which what was read so far is filed
    filed: int = 0  # new messages that are filed
    filing: Filing | None = None  # None in a dry run
    plan: FilingPlan | None = None
    printed: IO[str] | None = None  # one JSON object a line, without the opportunity
    job_of: dict[str, str | int] = field(default_factory=dict)  # letter → its job
    verdicts: dict[str, Verdict] = field(default_factory=dict)  # of the new letters about a job, at least

    @property
    def new(self) -> int:
        """How many messages were not read before, each counted once however often it stands there."""
        return len(self.fresh)

    def note_day(self, on: date | None) -> None:
        """A message of that day was read."""
        if on is not None and on <= clock.today():
            self.newest = max(on, self.newest or on)

    def lines(self) -> Iterator[dict[str, Any]]:
        """The printed objects, each with the opportunity that linking gave it."""
        if self.printed is None:
            return
        self.printed.seek(0)
        for line in self.printed:
            told = json.loads(line)
            told["opportunity"] = self.job_of.get(told["key"])
            yield told
