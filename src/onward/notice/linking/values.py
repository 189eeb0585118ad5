"""What goes into linking and what comes out: values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onward.facts import LetterKind
from onward.notice.message.addresses import Address
from onward.notice.verdict import Verdict

NO_EMPLOYER = "It doesn’t say which employer it is from."  # why a letter waits


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What linking needs of one letter that is (or may be) about a job. `fingerprint` is equal for near-duplicates."""

    key: str
    on: date | None
    message_id: str | None
    refs: frozenset[str]
    thread: str | None
    sender: Address
    to: tuple[Address, ...]
    subject: str
    verdict: Verdict
    fingerprint: str
    words: str = ""  # equal where the text is, whoever sent it; "" when not known


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """Something the person said happened, which letters join instead of saying it again. `id` is the event's own."""

    id: int
    kind: str
    on: date


@dataclass(frozen=True, slots=True)
class KnownJob:
    """An opportunity that exists already. `keys` are the letters filed in it; `by_hand` when the person made or named
    it.
    """

    id: int
    employer: str
    role: str
    by_hand: bool
    first_on: date | None
    keys: frozenset[str]
    merged_into: int | None = None
    agency: str = ""
    told: tuple[ToldEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonDecision:
    """What the person decided about a letter: it stands over everything a letter says."""

    key: str
    kind: LetterKind | None = None
    opportunity: int | None = None
    no_job: bool = False
    no_event: bool = False
    on: date | None = None  # the day it came, where the letter doesn't say
    struck: frozenset[str] = frozenset()  # kinds of events that were taken out, where the rest of the letter stands


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """One event and the letter it comes from; `also` are further letters that say the same.

    `day_known` is False where a letter names a stage without its day. `told` is the id of an event of the person's own
    that letters joined: it has no key, and stays as the person told it.
    """

    kind: str
    on: date
    key: str
    also: tuple[str, ...] = ()
    reason: str | None = None
    day_known: bool = True
    told: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedJob:
    """One opportunity as it should be: `name` is its id as text, or "new-1" and so on."""

    name: str
    id: int | None
    employer: str
    role: str
    agency: str | None
    keys: tuple[str, ...]
    events: tuple[PlannedEvent, ...]
    employer_known: bool
    absorbs: tuple[int, ...] = ()
    told: tuple[PlannedEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class WaitingLetter:
    """A letter for the inbox: why it waits, as a sentence, and the job it may belong to."""

    key: str
    why: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class FilingPlan:
    """What linking decided: every job with its letters and events, and what waits for the person."""

    jobs: tuple[PlannedJob, ...] = ()
    waiting: tuple[WaitingLetter, ...] = ()
