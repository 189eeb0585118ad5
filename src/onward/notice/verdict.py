"""What Onward thinks of one letter, and the spans of it that made it think so."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from onward.facts import LetterKind, Stage


class Reason(StrEnum):
    """Why the employer says no, when the letter gives a reason."""

    FILLED = "position filled"
    INTERNAL = "internal candidate"
    PAUSED = "paused"  # cancelled, on hold, budget
    OTHERS = "other candidates"
    REQUIREMENT = "requirement"  # a licence, a degree, years, a right to work


@dataclass(frozen=True, slots=True)
class Because:
    """One span that decided: `text == field_text[start:end]`, offsets in code points of the decoded field.

    `field` is "subject", "body" or "from".
    """

    field: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Guess:
    """What kind of letter it is: the best guess always, `unsure` inside the abstain band.

    `probability` is the calibrated chance of `kind`; `chances` has one for every kind and sums to 1.
    """

    kind: LetterKind
    probability: float
    unsure: bool
    because: tuple[Because, ...] = ()
    chances: dict[LetterKind, float] = field(default_factory=dict)
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Details:
    """What a letter says about the job: whatever is not known is None (or empty).

    `employer_by` says what the employer was read from: "body", "subject", "name" (the sender's), "domain" or
    "signature". `number` is the employer's own number for the job. `did` is what the person says they did, in a letter
    of their own: "applied", "withdrew", "accepted", "declined" or "signed".
    """

    employer: str | None = None
    role: str | None = None
    agency: str | None = None  # who relays it, when that is not the employer
    people: tuple[str, ...] = ()
    stage: Stage | None = None
    reason: Reason | None = None
    because: tuple[Because, ...] = ()
    employer_by: str | None = None
    number: str | None = None
    did: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A guess and the details, together: all that one letter says by itself."""

    guess: Guess
    details: Details = Details()
    outgoing: bool = False  # written by the person, not to them
