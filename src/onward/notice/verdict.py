"""What Onward thinks of one letter, and the spans of it that made it think so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from onward.facts import LetterKind, Stage

_DIGITS, _LEAST = 3, 0.01  # of a chance that is kept; smaller ones are left out


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

    `probability` is the calibrated chance of `kind`; `chances` has one for every kind and sums to 1. What was looked at
    briefly is surely other mail: it has no `chances`, and `probability` is the least that its own can be.
    `sure_if_known` is true of an invitation or a no that is unsure only because its words don't tell what for: where
    somebody wrote about a job in the same conversation, that is known.
    """

    kind: LetterKind
    probability: float
    unsure: bool
    because: tuple[Because, ...] = ()
    chances: dict[LetterKind, float] = field(default_factory=dict)
    language: str | None = None
    sure_if_known: bool = False

    def add_up(self, kinds: Iterable[LetterKind]) -> float:
        """The chance of any of these kinds, to the digits in which it is kept: a letter just read counts as its row."""
        return round(sum(_to_kept(self.chances.get(kind, 0.0)) for kind in kinds), _DIGITS)


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
    """A guess and the details, together: all that one letter says by itself.

    `left_open` is a sentence on what its words can't settle, empty mostly. `meeting` is the name that the calendar part
    gives the meeting, equal in every letter about it; empty without one.
    """

    guess: Guess
    details: Details = Details()
    outgoing: bool = False  # written by the person, not to them
    left_open: str = ""
    meeting: str = ""


def spans_to_json(because: tuple[Because, ...]) -> list[dict[str, Any]]:
    """Spans as they are stored and as the command line prints them."""
    return [{"field": b.field, "start": b.start, "end": b.end, "text": b.text} for b in because]


def verdict_to_json(verdict: Verdict) -> dict[str, Any]:
    """All of a verdict as it is stored; chances below one in a hundred are left out."""
    guess, details = verdict.guess, verdict.details
    return {
        "kind": str(guess.kind),
        "probability": round(guess.probability, 4),
        "unsure": guess.unsure,
        "sure_if_known": guess.sure_if_known,
        "because": spans_to_json(guess.because),
        "chances": {str(kind): _to_kept(chance) for kind, chance in guess.chances.items() if _to_kept(chance)},
        "language": guess.language,
        "outgoing": verdict.outgoing,
        "employer": details.employer,
        "role": details.role,
        "agency": details.agency,
        "people": list(details.people),
        "stage": str(details.stage) if details.stage else None,
        "reason": str(details.reason) if details.reason else None,
        "details_because": spans_to_json(details.because),
        "employer_by": details.employer_by,
        "number": details.number,
        "did": details.did,
        "left_open": verdict.left_open,
        "meeting": verdict.meeting,
    }


def verdict_from_json(told: dict[str, Any]) -> Verdict:
    """The verdict that `verdict_to_json` made."""
    guess = Guess(
        kind=LetterKind(told["kind"]),
        probability=told["probability"],
        unsure=told["unsure"],
        because=spans_from_json(told["because"]),
        chances={LetterKind(kind): chance for kind, chance in told["chances"].items()},
        language=told["language"],
        sure_if_known=told.get("sure_if_known", False),
    )
    return Verdict(
        guess,
        _read_details(told),
        outgoing=told["outgoing"],
        left_open=told.get("left_open", ""),
        meeting=told.get("meeting", ""),
    )


def _read_details(told: dict[str, Any]) -> Details:
    return Details(
        employer=told["employer"],
        role=told["role"],
        agency=told["agency"],
        people=tuple(told["people"]),
        stage=Stage(told["stage"]) if told["stage"] else None,
        reason=Reason(told["reason"]) if told["reason"] else None,
        because=spans_from_json(told["details_because"]),
        employer_by=told.get("employer_by"),
        number=told.get("number"),
        did=told.get("did"),
    )


NOT_A_NO = frozenset(
    {LetterKind.INTERVIEW, LetterKind.OFFER, LetterKind.ASSESSMENT, LetterKind.CONFIRMATION, LetterKind.ALERT}
)


def is_plainly_not_a_no(kind: LetterKind, *, unsure: bool) -> bool:
    """Whether a letter is surely an invitation, an offer, a test, a receipt or an alert."""
    return not unsure and kind in NOT_A_NO


def spans_from_json(spans: list[dict[str, Any]]) -> tuple[Because, ...]:
    """The spans that `spans_to_json` made."""
    return tuple(Because(**span) for span in spans)


def _to_kept(chance: float) -> float:
    return round(chance, _DIGITS) if chance >= _LEAST else 0.0
