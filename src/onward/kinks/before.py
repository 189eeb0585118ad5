"""Before you walk in: one page for one interview. Strengths first, then two plans, then what to ask and to check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onward.kinks.evidence import Status
from onward.wording.days import ahead

MOST = 2
QUESTIONS_BACK = 4
SETBACKS = "Two things that may go wrong, and what I’d do"
NOTHING_YET = "Nothing here yet. One thing that worked in an earlier conversation would do."


@dataclass(frozen=True, slots=True)
class Strength:
    """Something that worked, how well that is known, and when it was last seen."""

    name: str
    status: Status
    seen: date
    text: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A kink that is worked on with its if-then plan; `weight` from `first` puts them in order."""

    name: str
    if_they: str
    then_i: str
    weight: float = 0.0

    @property
    def words(self) -> str:
        """“If they ask why I left, then I will say what I am looking for.”; the name where there is no plan."""
        return (
            f"If {bare(self.if_they, 'if')}, then {bare(self.then_i, 'then')}."
            if self.if_they and self.then_i
            else self.name
        )


@dataclass(frozen=True, slots=True)
class Before:
    """The page. What is empty is left out by whoever prints it, but for the strengths, which say so."""

    title: str
    when: str
    strengths: tuple[Strength, ...]
    plans: tuple[Plan, ...]
    ask_back: tuple[str, ...]
    lines: tuple[str, ...]
    setbacks: tuple[str, ...]


def before(
    employer: str,
    interview: date,
    *,
    on: date,
    strengths: Sequence[Strength] = (),
    plans: Sequence[Plan] = (),
    ask_back: Sequence[str] = (),
    lines: Sequence[str] = (),
    setbacks: Sequence[str] = (),
) -> Before:
    """The page for one interview, from what is recorded.

    The two strengths are those that are best known, the latest first; the two plans the heaviest. `lines` are the
    value lines to check in this interview, `setbacks` what the person wrote may go wrong.
    """
    best = sorted(strengths, key=lambda s: (_STATUSES.index(s.status), s.seen), reverse=True)
    heaviest = sorted(plans, key=lambda plan: -plan.weight)
    return Before(
        title=f"Before you walk in at {employer}",
        when=ahead(interview, on),
        strengths=tuple(best[:MOST]),
        plans=tuple(heaviest[:MOST]),
        ask_back=tuple(dict.fromkeys(ask_back))[:QUESTIONS_BACK],
        lines=tuple(lines),
        setbacks=tuple(setbacks[:MOST]),
    )


_STATUSES = tuple(Status)


def bare(text: str, opening: str) -> str:
    """A half of a plan without its “if” or “then” and without the full stop: people write them with and without."""
    words = text.strip().rstrip(".,; ")
    return words[len(opening) + 1 :] if words.casefold().startswith(f"{opening} ") else words
