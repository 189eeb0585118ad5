"""What the steps propose on a day, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onward.pace.coast import CoastGuard
from onward.pace.silence import Silence
from onward.values.gate import GateState


@dataclass(frozen=True, slots=True)
class MoveSubject:
    """A record that a move is about: its id, what the page calls it (“Harbor Clinic, Therapist”), the employer alone,
    a day where there is one, and for an interview whether the job still waits for its answer.
    """

    id: int
    name: str
    on: date | None = None
    employer: str = ""
    waits: bool = False

    @property
    def who(self) -> str:
        """Who says no or makes an offer in a sentence: the employer, since a role does neither."""
        return self.employer or self.name

    @property
    def there(self) -> str:
        """Where somebody was met: “at Harbor Clinic”, or “there” as long as it has no name."""
        return f"at {self.employer}" if self.employer else "there"


@dataclass(frozen=True, slots=True)
class OfferPending:
    """An offer that waits for an answer: its deadline if they named one, and what the values gate says."""

    about: MoveSubject
    deadline: date | None = None
    gate: GateState = GateState.CLEAR


@dataclass(frozen=True, slots=True)
class DayNamed:
    """A no whose letter names a day to come: the letter's id, its job, and the day in its own words."""

    about: MoveSubject
    day: str


@dataclass(frozen=True, slots=True)
class QuietOne:
    """A quiet opportunity with what pace says of its silence."""

    about: MoveSubject
    silence: Silence


@dataclass(frozen=True, slots=True)
class Now:
    """What the steps propose on a day, as plain values; each room fills what it knows, nothing is needed."""

    first_start: bool = False
    last_here: date | None = None
    # recover
    nos_today: tuple[MoveSubject, ...] = ()  # nos that make today a rejection day, also once it was enough for today
    restart_on: date | None = None
    paused_until: date | None = None  # a pause that the person chose, of days or weeks
    resting_until: date | None = None  # the person chose to go on only then
    people_named: bool = True
    # notice
    news: tuple[MoveSubject, ...] = ()  # fresh nos not opened yet, by the employer's name alone; the id is the event's
    waiting_letters: int = 0
    days_named: tuple[DayNamed, ...] = ()  # by nos of the last two days
    # ask
    asks_due: tuple[MoveSubject, ...] = ()  # offered now, `on` is the last best day
    replies_unread: tuple[MoveSubject, ...] = ()
    # debrief
    met_unknown: tuple[MoveSubject, ...] = ()  # nos of which nobody knows whether somebody was met
    captures_due: tuple[MoveSubject, ...] = ()  # interviews of today or yesterday without a capture
    debriefs_due: tuple[MoveSubject, ...] = ()
    # kinks
    interviews: tuple[MoveSubject, ...] = ()  # to come, `on` is their day
    # practice
    cards_due: int = 0
    # pace
    open_opportunities: int = 0
    hopes: str = ""  # `pace.concentration.describe_stale`: a sentence when undated or old
    tight: str = ""  # `pace.tight`: the words of a tight spot, when the counts show one
    doors: str = ""  # `pace.concentration.say_doors`: when there are fewer than three, or one holds over half
    unmet: str = ""  # `pace.tight.UNMET`: when several applications were decided and nobody has met the person
    coast: CoastGuard | None = None
    signed: MoveSubject | None = None  # what was signed and not ended since; then the search rests
    farewells: tuple[MoveSubject, ...] = ()  # what is still open elsewhere once something is signed
    quiet: tuple[QuietOne, ...] = ()
    promised: tuple[MoveSubject, ...] = ()  # jobs whose employer named today as the day to hear by, and hasn't written
    # values
    lines_set: bool = True
    offers: tuple[OfferPending, ...] = ()
    income_review: date | None = None  # the day on which “income now” is looked at again
    day_off: bool = False


def is_resting(now: Now) -> bool:
    """Whether it is a rejection day, a day of rest after it, or one of a pause: a sentence, and the people."""
    return bool(now.nos_today or now.resting_until or now.paused_until)
