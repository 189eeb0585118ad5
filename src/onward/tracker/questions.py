"""What the person is asked: once for a column, a word, an order, or a day that rows lack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onward.facts import STAGES, Stage, meaning_of, say_happened
from onward.tracker.days import DAY_FIRST, LATEST, MONTH_FIRST
from onward.tracker.fields import KINDS, TWO_NAMES, TrackerField, say_field
from onward.tracker.status_words import PLUS
from onward.tracker.statuses import NO_JOB, NOTHING
from onward.tracker.two_names import name_choice
from onward.tracker.words import PUT_AWAY

NOT_KNOWN = "unknown"
FROM_COLUMN = "column:"
NEW_JOB = "new"
LEAD, APPLIED, MOVED, ENDED = "lead", "applied", "moved", "ended"  # groups of rows that lack a day
DAYS_ASKED = {
    LEAD: "On what day did you note these?",
    APPLIED: "On what day did you apply?",
    MOVED: "On what day was the last step of these?",
    ENDED: "On what day did these end?",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its value, and the words it is offered in."""

    value: str
    says: str


@dataclass(frozen=True, slots=True)
class TrackerQuestion:
    """Something that is asked once. `needed`: the rows it concerns wait for it; otherwise `guess` holds until changed.

    `takes_day` is whether a day may be said instead of an option, `answered` what was said, "" for nothing.
    """

    id: str
    ask: str
    options: tuple[Option, ...]
    guess: str = ""
    needed: bool = True
    rows: int = 0
    takes_day: bool = False
    answered: str = ""

    @property
    def open(self) -> bool:
        """Whether rows wait for it."""
        return self.needed and not self.answered


def ask_column(headings: Iterable[str], two: Iterable[str]) -> tuple[str, tuple[Option, ...]]:
    """Which column is the employer. `two` are those that may hold the role as well."""
    both = (Option(name_choice(field, one), f"{one}: {say_field(field)}") for one in two for field in TWO_NAMES)
    return "Which column is the employer?", (*(Option(one, one) for one in headings if one), *both)


def ask_date(heading: str) -> tuple[str, tuple[Option, ...]]:
    """Of what a column of days is the day."""
    options = [Option(stage, say_field(stage)) for stage in reversed(STAGES) if stage.rank <= Stage.APPLIED.rank]
    return f"Of what is “{heading}” the day?", (*options, Option(TrackerField.MOVED, say_field(TrackerField.MOVED)))


def ask_order(example: str, *, both: bool) -> tuple[str, tuple[Option, ...]]:
    """What comes first in a day like 3/8."""
    ask = f"What comes first in days like “{example}”?"
    if both:
        ask = f"Some days here have the day first and others the month. What comes first in “{example}”?"
    return ask, (Option(DAY_FIRST, "the day"), Option(MONTH_FIRST, "the month"))


def ask_year(example: str, this_year: int) -> tuple[str, tuple[Option, ...]]:
    """Of which year days like “Aug 2” are."""
    years = (Option(str(year), str(year)) for year in range(this_year, this_year - 4, -1))
    return f"Of which year are days like “{example}”?", (Option(LATEST, "each in the last twelve months"), *years)


def ask_word(word: str, guess: str) -> tuple[str, tuple[Option, ...]]:
    """What a status means."""
    ask = f"What does “{word}” mean?" if word else "What are rows without a status?"
    kinds = [Option(kind, meaning_of(kind).label or say_happened(kind)) for kind in KINDS]
    if PLUS in guess:
        kinds.insert(0, Option(guess, " → ".join(guess.split(PLUS))))
    rest = (
        Option(PUT_AWAY, "put away: set aside, and no end is claimed"),
        Option(NOTHING, "it says nothing of where the job stands"),
        Option(NO_JOB, "the row isn’t about a job"),
    )
    return ask, (*kinds, *rest)


def ask_job(name: str, jobs: Iterable[tuple[int, str]]) -> tuple[str, tuple[Option, ...]]:
    """Which job that is here a row means."""
    offered = (Option(str(pk), title) for pk, title in jobs)
    return f"Is “{name}” a job that is here?", (*offered, Option(NEW_JOB, "No, another one"))


def ask_day(group: str, columns: Iterable[str]) -> tuple[str, tuple[Option, ...]]:
    """The day that a group of rows lacks."""
    offered = (Option(FROM_COLUMN + one, f"the day in the column “{one}”") for one in columns)
    return DAYS_ASKED[group], (*offered, Option(NOT_KNOWN, "I don’t know"))
