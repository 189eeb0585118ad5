"""A no as somebody brings it, on a page or in the terminal: a letter, a line, a name, an address, or nothing at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from onward.facts import LONGEST_NAME
from onward.notice.job.names import is_same_employer
from onward.notice.job.told import LONGEST_LINE, find_name_told
from onward_app.collect import store_pasted
from onward_app.records.models import Letter, Opportunity, Owner
from onward_app.records.writing.nos import NotedNo, note_no, note_pasted_no
from onward_app.sources.copied import is_greeting
from onward_app.sources.pasted import pasted_bytes
from onward_app.sources.several import part_letters

LONGEST_LINK = 500  # characters
_CALENDAR = "BEGIN:VCALENDAR"
_LINK = re.compile(r"(?<!\S)https?://\S{1,2000}")


@dataclass(frozen=True, slots=True)
class BroughtNo:
    """What was brought: its text, and the first address in it."""

    text: str
    link: str = ""

    @property
    def is_invitation(self) -> bool:
        """Whether it is a calendar's file, which belongs elsewhere."""
        return self.text.upper().startswith(_CALENDAR)

    @property
    def unaddressed(self) -> str:
        """The text without that address."""
        return _LINK.sub(" ", self.text, count=1).strip()

    @property
    def name(self) -> str | None:
        """The employer, when a name is all that was typed; empty where nobody is named, None where it is a letter."""
        text = self.unaddressed
        if len(text) > LONGEST_LINE or is_greeting(text):
            return None
        name = find_name_told(text)
        return None if name is None else name[:LONGEST_NAME]


def read_brought(text: str) -> BroughtNo:
    """What was typed or pasted, looked at once."""
    found = _LINK.search(text)
    return BroughtNo(text.strip(), found.group()[:LONGEST_LINK] if found else "")


@transaction.atomic
def take_in_no(owner: Owner, brought: BroughtNo, *, job: Opportunity | None, on: date, surely: bool = False) -> NotedNo:
    """Note it as a no of that day. A letter that is plainly something else is only filed, unless it is `surely` one.

    Of several letters each is noted; the first no among them is what the evening is about.

    Raises:
        EventRefused: the job's story has no place for it.
        SourceTrouble: a letter that can't be read.
    """
    if brought.name is not None:
        words = "" if brought.unaddressed == brought.name else brought.text
        return note_no(owner, job=job, employer=brought.name, link=brought.link, words=words, on=on)
    letters = [store_pasted(owner, pasted_bytes(part)) for part in part_letters(brought.text)]
    its = _find_letter_of(job, letters) if job is not None else None
    noted = [
        note_pasted_no(owner, letter, job=job if letter == its else None, on=on, surely=surely) for letter in letters
    ]
    first = next((one for one in noted if one.event is not None), noted[0])
    return replace(first, beside=tuple(one for one in noted if one is not first))


def _find_letter_of(job: Opportunity, letters: list[Letter]) -> Letter:
    """The letter that names the job’s employer, else the first."""
    told = (one for one in letters if is_same_employer(str(one.verdict.get("employer") or ""), job.employer))
    return next(told, letters[0])
