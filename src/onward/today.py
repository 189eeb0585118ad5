"""The front door: from what is recorded and a date to at most three next moves, each with its reason.

It only orders what the steps propose. A no has three times: today (recover), tomorrow (ask, debrief), and the next
interview (practice).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onward.ask.ledger import READ_OR_KEEP
from onward.pace.coast import CoastGuard
from onward.pace.silence import Silence
from onward.practice.session import MOST_MINUTES
from onward.recover.pause import SILENT
from onward.recover.rejection_day import FIRST, NEW_DAY, WHO
from onward.story import STORY
from onward.values.gate import GateState
from onward.values.lines import ask_income_again
from onward.wording.counts import join_sentences, say_count, spell_number
from onward.wording.days import say_ago, say_ahead, say_by, say_day

MOST = 3
CARDS = (
    "One card, {minutes} minutes at most. Answer first, then grade.",
    "{cards} cards, {minutes} minutes at most. Answer first, then grade.",
)
SOON = timedelta(days=3)  # how far ahead an interview or a deadline asks for a move
AWAY_WEEKS = timedelta(days=14)  # after so long it is “welcome back”


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


@dataclass(frozen=True, slots=True)
class Where:
    """A symbolic target: a room, a page in it, and an id (0 for none). The application makes the address."""

    room: str
    page: str = "index"
    id: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """One next move. `step` is one of STORY; `move` is the button, `reason` the sentence beside it."""

    step: str
    move: str
    reason: str
    where: Where
    key: str
    priority: int


# The one table of what goes first, lowest first. `hard` stands on a rejection day and on a day off too.
@dataclass(frozen=True, slots=True)
class Rank:
    """A kind of move: its step, its place in the order, and whether it stands on a day of rest."""

    step: str
    priority: int
    hard: bool = False


RANKS: dict[str, Rank] = {
    "no today": Rank("recover", 0, hard=True),
    "resting": Rank("recover", 2, hard=True),
    "paused": Rank("recover", 3, hard=True),
    "interview at hand": Rank("kinks", 10, hard=True),
    "offer deadline": Rank("values", 12, hard=True),
    "news": Rank("recover", 14),
    "welcome": Rank("notice", 15),
    "first start": Rank("notice", 16, hard=True),
    "capture": Rank("debrief", 20),
    "reply": Rank("ask", 28),
    "met": Rank("debrief", 29),
    "ask": Rank("ask", 30),
    "named": Rank("notice", 32),
    "offer": Rank("values", 34),
    "income": Rank("values", 35),
    "coast": Rank("pace", 36),
    "farewell": Rank("ask", 38),
    "debrief": Rank("debrief", 40),
    "letters": Rank("notice", 41),  # what waits for a yes or a no waits behind what has somebody or a day in it
    "restart": Rank("recover", 42),  # after the two that the morning after a no is for
    "promised": Rank("pace", 48),
    "check": Rank("pace", 50),
    "interview soon": Rank("kinks", 52),
    "practice": Rank("practice", 55),
    "doors": Rank("pace", 54),
    "unmet": Rank("pace", 58),
    "hopes": Rank("pace", 60),
    "tight": Rank("pace", 62),
    "lines": Rank("values", 65),
    "quiet": Rank("pace", 70),
    "people": Rank("recover", 80),
    "ending": Rank("recover", 90),
}
# What there still is to do once an offer is signed: hard dates, letters, a kind word to others, and the ending.
AFTER_SIGNING = frozenset({
    "no today", "resting", "restart", "interview at hand", "offer deadline", "offer", "news", "welcome", "letters",
    "reply", "farewell", "income", "ending", "paused",
})  # fmt: skip


def propose_moves(now: Now, on: date) -> tuple[Move, ...]:
    """At most three next moves for a day, in order; none is a fine answer.

    On a rejection day, and until the day the person chose to go on, only recover's beside hard dates: an interview
    today or tomorrow, an offer's deadline.

    >>> [move.move for move in propose_moves(Now(first_start=True), date(2026, 3, 3))]
    ['What happened?']
    """
    return tuple(_one_of_each_first(list_moves(now, on))[:MOST])


def list_moves(now: Now, on: date) -> list[Move]:
    """Every move that the day has a place for, in order: what the page of one job takes its own from."""
    proposed = [move for propose in _PROPOSE for move in propose(now, on)]
    if is_resting(now) or now.day_off:
        proposed = [move for move in proposed if RANKS[_kind_of(move)].hard]
    if now.signed is not None:
        proposed = [move for move in proposed if _kind_of(move) in AFTER_SIGNING]
    return sorted(proposed, key=lambda move: (move.priority, STORY.index(move.step)))


def _one_of_each_first(in_order: list[Move]) -> list[Move]:
    """Three of a kind would hide the rest of the day, so a second one waits; hard dates never do."""
    kinds: set[str] = set()
    first: list[Move] = []
    later: list[Move] = []
    for move in in_order:
        again = _kind_of(move) in kinds and not RANKS[_kind_of(move)].hard
        (later if again else first).append(move)
        kinds.add(_kind_of(move))
    return [*first, *later]


def is_resting(now: Now) -> bool:
    """Whether it is a rejection day, a day of rest after it, or one of a pause: a sentence, and the people."""
    return bool(now.nos_today or now.resting_until or now.paused_until)


def _make_move(kind: str, move: str, reason: str, where: Where) -> Move:
    rank = RANKS[kind]
    return Move(rank.step, move, reason, where, f"{kind}:{where.id}", rank.priority)


def _kind_of(move: Move) -> str:
    return move.key.rpartition(":")[0]


def _propose_recover(now: Now, on: date) -> Iterator[Move]:
    if now.nos_today:
        reason = f"{FIRST} {WHO}"
        yield _make_move("no today", "Be with your people", reason, Where("recover", "day", now.nos_today[0].id))
    elif now.resting_until:
        reason = (
            f"You chose to go on {say_ahead(now.resting_until, on)}. Until then nothing here wants anything of you."
        )
        yield _make_move("resting", "Go on earlier", reason, Where("recover"))
    elif now.paused_until:
        reason = SILENT.format(day=say_day(now.paused_until))
        yield _make_move("paused", "End the pause", reason, Where("recover"))
    elif now.restart_on == on:
        yield _make_move("restart", "Go on", NEW_DAY, Where("recover"))
    for one in now.news[:1]:
        reason = f"There is news from {one.name}. It can wait until you have a moment, and somebody near."
        yield _make_move("news", "Open it", reason, Where("recover", "no", one.id))
    if now.signed is not None:
        reason = f"You signed: {now.signed.name}. What this search taught you is on one page, and then it is quiet."
        yield _make_move("ending", "Read it", reason, Where("recover", "ending"))
    if not now.people_named and not now.first_start:
        reason = "Name one or two people who make you smile, before a hard day needs them."
        yield _make_move("people", "Add your people", reason, Where("recover", "people"))


def _propose_notice(now: Now, on: date) -> Iterator[Move]:
    if now.first_start and not now.nos_today:
        reason = "Nothing to set up. Begin with what happened."
        yield _make_move("first start", "What happened?", reason, Where("today", "start"))
    elif now.last_here is not None and on - now.last_here >= AWAY_WEEKS:
        reason = "Welcome back. Good news, a quiet week, or shall I read the mail?"
        yield _make_move("welcome", "Say how it is", reason, Where("today", "welcome"))
    if now.waiting_letters:
        many = f"{spell_number(now.waiting_letters).capitalize()} letters Onward isn’t sure about."
        said, move = ("One letter Onward isn’t sure about.", "Look at it"), (many, "Look at them")
        reason, button = said if now.waiting_letters == 1 else move
        yield _make_move("letters", button, f"{reason} A yes or a no is enough.", Where("notice", "inbox"))


def _propose_named(now: Now, _: date) -> Iterator[Move]:
    for one in now.days_named:
        reason = f"The no from {one.about.who} names “{one.day}”. Look once whether it asks for something."
        yield _make_move("named", "Look", reason, Where("notice", "letter", one.about.id))


def _propose_ask(now: Now, on: date) -> Iterator[Move]:
    for reply in now.replies_unread:
        reason = f"{reply.who} answered your ask. {READ_OR_KEEP}"
        yield _make_move("reply", "Read it", reason, Where("ask", "reply", reply.id))
    for ask in now.asks_due:
        fine = f"Best sent by {say_by(ask.on, on)}." if ask.on and ask.on >= on else ""
        short = "One short question for advice, and that’s all."
        reason = join_sentences(f"You spoke with somebody {ask.there}.", short, fine)
        yield _make_move("ask", "Write the ask", reason, Where("ask", "draft", ask.id))
    for one in now.farewells:
        reason = f"You have signed elsewhere. {one.who} is still open; a kind word lets them go on too."
        yield _make_move("farewell", "Write the withdrawal", reason, Where("ask", "withdrawal", one.id))


def _propose_debrief(now: Now, on: date) -> Iterator[Move]:
    for one in now.met_unknown:
        reason = f"{one.who} said no. Did you talk with somebody there? Then an ask and a replay are worth doing."
        yield _make_move("met", "Answer", reason, Where("start", "met", one.id))
    for one in now.captures_due:
        had = f"You had an interview {one.there} just now."
        if one.on:
            had = f"You had an interview {one.there} {say_ago(one.on, on)}."
        reason = join_sentences(had, "A minute now keeps what was said, before any outcome.")
        yield _make_move("capture", "Keep the interview", reason, Where("debrief", "capture", one.id))
    for one in now.debriefs_due:
        meant = "What worked, and what nearly went wrong?" if one.waits else "It can have gone well and still be a no."
        reason = f"Replay the interview {one.there}: twenty minutes, one question at a time. {meant}"
        yield _make_move("debrief", "Replay it", reason, Where("debrief", "script", one.id))


def _propose_kinks(now: Now, on: date) -> Iterator[Move]:
    for one in now.interviews:
        if one.on is None or not timedelta(0) <= one.on - on <= SOON:
            continue
        kind = "interview at hand" if one.on - on <= timedelta(days=1) else "interview soon"
        reason = f"{one.name}, {say_ahead(one.on, on)}. What you need for it is on one page."
        yield _make_move(kind, "Before you walk in", reason, Where("kinks", "before", one.id))


def _propose_practice(now: Now, _: date) -> Iterator[Move]:
    if now.cards_due:
        cards, minutes = spell_number(now.cards_due).capitalize(), spell_number(MOST_MINUTES)
        reason = say_count(now.cards_due, *CARDS, cards=cards, minutes=minutes)
        yield _make_move("practice", "Practice", reason, Where("practice"))


def _propose_pace(now: Now, on: date) -> Iterator[Move]:
    if now.coast is not None:
        yield _make_move(
            "coast", "One more door", now.coast.words, Where("pace", "coast", now.coast.news.opportunity or 0)
        )
    for named in now.promised:
        reason = f"{named.name}: today is the day they named. You needn’t do anything about it today."
        yield _make_move("promised", "Look at it", reason, Where("pace", "waiting", named.id))
    for one in now.quiet:
        where = Where("pace", "waiting", one.about.id)
        if one.silence.check_due(on):
            reason = f"{one.about.name}: {one.silence.check.words}"
            yield _make_move("check", "Write a friendly check", reason, replace(where, page="check"))
        elif one.silence.quiet:
            yield _make_move("quiet", "Look at it", f"{one.about.name}: {one.silence.plainly}", where)
    if now.doors and now.coast is None:
        yield _make_move("doors", "Open another door", now.doors, Where("pace", "door"))
    if now.unmet:
        yield _make_move("unmet", "Choose one conversation", now.unmet, Where("start", "none"))
    if now.hopes and now.open_opportunities:
        yield _make_move("hopes", "Set your points", now.hopes, Where("pace", "hopes"))
    if now.tight:
        yield _make_move("tight", "Look at it", now.tight, Where("pace", "tight"))


def _propose_values(now: Now, on: date) -> Iterator[Move]:
    for one in sorted(now.offers, key=lambda offer: (offer.deadline is None, offer.deadline or on)):
        near = one.deadline is not None and abs(one.deadline - on) <= SOON  # long past, it is an offer like any other
        held = _GATE[one.gate] if now.lines_set else _NO_LINE
        yield _make_move(
            "offer deadline" if near else "offer",
            "Hold it up to your lines" if now.lines_set else "Say what is not for sale",
            join_sentences(f"{one.about.who} made an offer.", _say_deadline(one.deadline, on), held),
            Where("values", "gate", one.about.id),
        )
    if now.income_review is not None and now.income_review <= on:
        yield _make_move("income", "Look again", ask_income_again(now.income_review, on), Where("values", "income"))
    if not now.lines_set and not now.offers and not now.first_start:
        reason = "No offer is waiting, which is the best time to say what is not for sale. Three lines at most."
        yield _make_move("lines", "Set your lines", reason, Where("values", "lines"))


def _say_deadline(deadline: date | None, on: date) -> str:
    if deadline is None:
        return ""
    if deadline < on:
        return f"The day they named was {say_ago(deadline, on)}."
    return f"They want to know by {say_by(deadline, on)}."


_NO_LINE = "You have set no line yet. It is not too late to say what is not for sale."
_GATE: dict[GateState, str] = {
    GateState.CLEAR: "Nothing crosses a line you set.",
    GateState.ASK_FIRST: "Something isn’t known yet: ask them first.",
    GateState.CROSSING: "It crosses a line you set. Ask them first.",
    GateState.WAITING: "You gave your reason and wait a day; you can end the wait.",
    GateState.OPEN: "You thought it over. It is your decision.",
}
_PROPOSE: tuple[Callable[[Now, date], Iterator[Move]], ...] = (
    *(_propose_notice, _propose_named, _propose_ask, _propose_debrief, _propose_kinks),
    *(_propose_practice, _propose_pace, _propose_values, _propose_recover),
)
