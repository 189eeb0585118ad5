"""The nouns that all steps share, and the one table that says what each kind of event means.

The table is `Stage`, `Ending` and `OtherEvent`: one row for each kind, with all that is to be known of it. Whoever asks
for several kinds at once asks for one of the sets below, which are drawn from the table, so that a new kind is a new
row and nothing else (`docs/extending/event-kind.md`).

Two laws. The log of events is the truth: a stage is a fold over the events that stand, never a thing that is set.
And the fold accepts what mail brings in any order; only an event entered by hand is checked against the order,
with a sentence that explains (`explain_refusal`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, StrEnum
from typing import Self


class Says(Enum):
    """What an employer says with an event."""

    TALK = "a talk"
    OFFER = "an offer"
    NO = "a no"
    WORD = "a word"  # they wrote back, and it is neither of these


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A row of the table. What it leaves out doesn't hold of its kind."""

    says: Says | None = None  # what the employer says with it; None: it isn't theirs to say
    mine: bool = False  # the person's own doing
    needs: Stage | None = None  # the stage without which it makes no sense
    repeats: bool = False  # a second invitation to it is a second one, not the first confirmed
    only_words: bool = False  # it says nothing of where the job stands, so it fits on any day and needs its words
    label: str = ""  # the words it is offered in, where its own say too little
    asked: str = ""  # and where a form asks which round it is, or how the offer came
    round: str = ""  # what an interview of this stage is called on its record
    told: str = ""  # how a no goes on from the job's name, where “said no.” isn't it
    happened: str = ""  # the sentence it is in a job's story; “{I}” is whoever speaks of it
    sheet: tuple[str, ...] = ()  # what a spreadsheet may call it besides


_NOTHING = Meaning()


class EventKind(StrEnum):
    """A kind of event: its word, as it is stored and shown, and its row of the table."""

    _value_: str
    means: Meaning

    def __new__(cls, word: str, means: Meaning = _NOTHING) -> Self:
        kind = str.__new__(cls, word)
        kind._value_, kind.means = word, means
        return kind


# fmt: off
class Stage(EventKind):
    """How far an opportunity has come. The order of the members is the order of the stages."""

    LEAD = "lead", Meaning(happened="{I} noted it",
                           sheet=("saved", "wishlist", "bookmarked", "interested", "to apply", "new"))
    APPLIED = "applied", Meaning(mine=True, happened="{I} applied",
                                 sheet=("", "application", "application sent", "submitted", "sent",
                                        "pending", "in review"))
    SCREEN = "screen", Meaning(says=Says.TALK, asked="a first call", round="phone", happened="A first call",
                               sheet=("screening", "phone screen", "phone", "recruiter screen"))
    INTERVIEW = "interview", Meaning(says=Says.TALK, repeats=True, asked="an interview", round="first",
                                     happened="An interview",
                                     sheet=("interviewing", "interviewed", "first interview", "second interview"))
    FINAL = "final", Meaning(says=Says.TALK, repeats=True, asked="the final round", round="final",
                             happened="The final round",
                             sheet=("final round", "final interview", "onsite", "on site"))
    VERBAL = "verbal offer", Meaning(says=Says.OFFER, asked="they said it", happened="They made an offer",
                                     sheet=("offer", "offered"))  # the lesser claim of the two kinds of offer
    WRITTEN = "written offer", Meaning(says=Says.OFFER, asked="I have it in writing",
                                       happened="The offer came in writing", sheet=("offer letter",))
    SIGNED = "signed", Meaning(mine=True, happened="{I} signed")
    CLEARED = "cleared", Meaning(happened="Everything was cleared")
    STARTED = "started", Meaning(happened="{I} started")

    @property
    def rank(self) -> int:
        """Position in the order of stages, 0 for a lead."""
        return _RANKS[self]


class Ending(EventKind):
    """The ways an opportunity ends before it is signed and started."""

    REJECTED = "rejected", Meaning(says=Says.NO, happened="They said no",
                                   sheet=("rejection", "no", "turned down", "not selected"))
    RESCINDED = "rescinded", Meaning(says=Says.NO, needs=Stage.VERBAL, label="rescinded (they took an offer back)",
                                     happened="They took the offer back", told=": the offer was taken back.")
    WITHDREW = "withdrew", Meaning(mine=True, label="withdrew (I stepped back)", happened="{I} stepped back",
                                   sheet=("withdrawn",))
    DECLINED = "declined", Meaning(mine=True, needs=Stage.VERBAL, label="declined (I said no to an offer)",
                                   happened="{I} said no to the offer", sheet=("offer declined",))
    CLOSED = "closed", Meaning(label="closed (silence, and I close it)", told=": they never wrote.",
                               happened="{I} closed it: they never wrote",
                               sheet=("ghosted", "no response", "no reply", "no answer", "silence"))


class OtherEvent(EventKind):
    """What happens besides: it moves no stage and ends nothing."""

    ACCEPTED = "accepted", Meaning(mine=True, needs=Stage.VERBAL, label="accepted (I said yes)",
                                   happened="{I} said yes", sheet=("offer accepted",))
    ANSWERED = "answered", Meaning(says=Says.WORD, label="answered (they wrote back)", happened="They wrote back",
                                   sheet=("responded", "replied", "heard back", "response", "responded to"))
    REOPENED = "reopened", Meaning(happened="It is open again")
    NOTE = "note", Meaning(only_words=True, happened="A note")
# fmt: on


STAGES: tuple[Stage, ...] = tuple(Stage)
_RANKS = {stage: rank for rank, stage in enumerate(STAGES)}
ENDINGS: tuple[Ending, ...] = tuple(Ending)
OTHER_EVENTS: tuple[OtherEvent, ...] = tuple(OtherEvent)
EVENT_KINDS: tuple[EventKind, ...] = (*STAGES, *ENDINGS, *OTHER_EVENTS)

HEARD = frozenset(kind for kind in EVENT_KINDS if kind.means.says)  # the employer was heard from
NOTES = frozenset(kind for kind in EVENT_KINDS if kind.means.only_words)

TALKS = tuple(stage for stage in STAGES if stage.means.says is Says.TALK)
OFFERS = tuple(stage for stage in STAGES if stage.means.says is Says.OFFER)  # on the table: neither signed nor gone
OFFER_NEWS = (*OFFERS, Stage.SIGNED)  # what news of an offer may be about
AWAITED = tuple(s for s in STAGES if Stage.APPLIED.rank <= s.rank < Stage.SIGNED.rank)  # the next word is theirs

NOS = tuple(end for end in ENDINGS if not end.means.mine)  # by letter, by word, or by silence that the person closes
THEIR_NOS = tuple(end for end in ENDINGS if end.means.says is Says.NO)  # those of them that the employer said
YES = (OtherEvent.ACCEPTED, Stage.SIGNED)  # what a yes of the person is known by
MY_ENDS = tuple(end for end in ENDINGS if end.means.mine)

OLDEST_YEAR = 1950  # before it a year was mistyped
LONGEST_NAME = 200  # characters of an employer or a role


# What most often comes after each stage; after one that isn't named here, what comes after the stage before it.
_AFTER: dict[Stage, tuple[EventKind, ...]] = {
    Stage.LEAD: (Stage.APPLIED, Stage.SCREEN, Ending.REJECTED, Ending.WITHDREW),
    Stage.APPLIED: (Stage.SCREEN, Stage.INTERVIEW, Ending.REJECTED, Ending.CLOSED),
    Stage.SCREEN: (Stage.INTERVIEW, Stage.VERBAL, Ending.REJECTED, Ending.CLOSED),
    Stage.FINAL: (Stage.VERBAL, Stage.WRITTEN, Ending.REJECTED, Ending.CLOSED),
    Stage.VERBAL: (Stage.WRITTEN, OtherEvent.ACCEPTED, Ending.DECLINED, Ending.RESCINDED),
    Stage.WRITTEN: (OtherEvent.ACCEPTED, Stage.SIGNED, Ending.DECLINED, Ending.RESCINDED),
    Stage.SIGNED: (Stage.CLEARED, Stage.STARTED, Ending.RESCINDED),
    Stage.CLEARED: (Stage.STARTED, Ending.RESCINDED),
    Stage.STARTED: (OtherEvent.NOTE,),
}
_AFTER_THE_END = (OtherEvent.REOPENED, OtherEvent.NOTE)
_AFTER_A_YES = {Stage.VERBAL: (Stage.WRITTEN, Stage.SIGNED), Stage.WRITTEN: (Stage.SIGNED,)}


def stages_from(stage: Stage) -> tuple[Stage, ...]:
    """This stage and all that lie further."""
    return STAGES[stage.rank :]


def meaning_of(kind: str) -> Meaning:
    """The row of the table for a kind that is one of `EVENT_KINDS`."""
    return _MEANINGS[kind]


def say_happened(kind: str, who: str = "You") -> str:
    """What happened, as a sentence without its stop; a kind that has none is its word.

    >>> say_happened("applied"), say_happened("applied", who="I"), say_happened("rejected")
    ('You applied', 'I applied', 'They said no')
    """
    return meaning_of(kind).happened.format(I=who) or kind


def list_what_may_follow(now: Standing) -> tuple[EventKind, ...]:
    """The few kinds that most often come next, likeliest first; all others stay possible.

    >>> [str(kind) for kind in list_what_may_follow(Standing(stage=Stage.APPLIED))]
    ['screen', 'interview', 'rejected', 'closed']
    """
    if now.ended is not None:
        return _AFTER_THE_END
    known = next(stage for stage in reversed(STAGES[: now.stage.rank + 1]) if stage in _AFTER)
    if now.accepted_on is None or known not in _AFTER_A_YES:
        return _AFTER[known]
    return (*_AFTER_A_YES[known], *(kind for kind in _AFTER[known] if kind in ENDINGS))


_MEANINGS: dict[str, Meaning] = {str(kind): kind.means for kind in EVENT_KINDS}


class LetterKind(StrEnum):
    """What a mail is, as far as a job search goes. Not the same thing as an event's kind."""

    CONFIRMATION = "confirmation"
    ASSESSMENT = "assessment"
    INTERVIEW = "interview"
    REJECTION = "rejection"
    OFFER = "offer"
    FEEDBACK = "feedback"
    OUTREACH = "outreach"
    ALERT = "alert"
    OTHER = "other"


NO_JOB = (LetterKind.OUTREACH, LetterKind.ALERT, LetterKind.OTHER)  # kinds that aren't about a job of the person's


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an opportunity on a date. `kind` is one of `EVENT_KINDS`.

    `order` breaks ties on one day (the place in the log); `source` says who knows: "mail", "hand", "csv".
    """

    kind: str
    on: date
    order: int = 0
    source: str = "hand"
    note: str = ""
    id: int | None = None
    day_known: bool = True  # False: it happened by then, so what counts days leaves it out


@dataclass(frozen=True, slots=True)
class Standing:
    """What the events that stand say of an opportunity.

    `stage` is the furthest stage reached, `ended` the ending now in force (or None), `accepted_on` the day the
    person said yes, `heard_on` the last day on which the employer was heard from.
    """

    stage: Stage = Stage.LEAD
    ended: Ending | None = None
    ended_on: date | None = None
    stage_on: date | None = None
    first_on: date | None = None
    heard_on: date | None = None
    accepted_on: date | None = None
    before_offer: Stage = Stage.LEAD  # the furthest it had come before any offer

    @property
    def alive(self) -> bool:
        """Whether it is still open: no ending in force and not yet started."""
        return self.ended is None and self.stage is not Stage.STARTED

    @property
    def signed(self) -> bool:
        """Whether an offer letter has been signed and nothing has undone that."""
        return self.ended is None and self.stage.rank >= Stage.SIGNED.rank


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One job at one employer, with the events that stand."""

    id: int
    employer: str
    role: str
    events: tuple[Event, ...] = field(default=())

    @property
    def standing(self) -> Standing:
        """The fold over `events`."""
        return fold_events(self.events)


def fold_events(events: Iterable[Event]) -> Standing:
    """Where an opportunity stands, from the events that stand, in any order of arrival.

    >>> str(fold_events([Event("applied", date(2026, 3, 2)), Event("interview", date(2026, 3, 9))]).stage)
    'interview'
    """
    now = Standing()
    for event in sorted(events, key=_sort_key):
        now = _take_event(now, event)
    return now


def explain_refusal(events: Sequence[Event], new: Event, *, today: date) -> str | None:
    """Why an event entered by hand can't be true beside the others, as a sentence; None when it can.

    Mail is never refused here: what doesn't fit goes to the inbox.
    """
    if new.kind not in EVENT_KINDS:
        return f"“{new.kind}” is not something Onward knows. It can be one of: {', '.join(EVENT_KINDS)}."
    if new.on > today:
        return "That day hasn’t come yet. An event is something that has happened."
    if new.on.year < OLDEST_YEAR:
        return f"That would be the year {new.on.year}. Check the year."
    if new.kind in NOTES:
        return None
    return (
        _too_early(events, new)
        or _after_the_end(events, new)
        or _before_it_went_on(events, new, today)
        or _find_step_back(events, new)
    )


def _sort_key(event: Event) -> tuple[date, int, int]:
    """Order on one day: stages first, then endings and the rest, then the place in the log."""
    return (event.on, _PLACE.get(event.kind, len(_PLACE)), event.order)


_PLACE: dict[str, int] = {str(stage): place for place, stage in enumerate(STAGES)}


def _take_event(now: Standing, event: Event) -> Standing:
    first = now.first_on or event.on
    heard = event.on if event.source == "mail" or event.kind in HEARD else now.heard_on
    base = replace(now, first_on=first, heard_on=heard)
    if event.kind in _PLACE:
        return _reach_stage(base, Stage(event.kind), event.on)
    if event.kind in ENDINGS:
        return replace(base, ended=Ending(event.kind), ended_on=event.on)
    if event.kind == OtherEvent.REOPENED:
        return _reopen_job(base, event.on)
    if event.kind == OtherEvent.ACCEPTED:
        return replace(base, accepted_on=event.on)
    return base


def _reach_stage(now: Standing, stage: Stage, on: date) -> Standing:
    if stage.rank < Stage.VERBAL.rank:
        now = replace(now, before_offer=max(stage, now.before_offer, key=lambda one: one.rank))
    if now.stage_on is not None and stage.rank <= now.stage.rank:
        return now
    return replace(now, stage=stage, stage_on=on)


def _reopen_job(now: Standing, on: date) -> Standing:
    """Alive again. An offer that was taken back or declined is gone: the job stands where it stood before it."""
    again = replace(now, ended=None, ended_on=None)
    if now.ended is None or now.ended.means.needs is not Stage.VERBAL:
        return again
    return replace(again, stage=now.before_offer, stage_on=on, accepted_on=None)


def _say_day(on: date | None) -> str:
    return f"{on.day} {on:%B %Y}" if on else "an earlier day"


def _too_early(events: Sequence[Event], new: Event) -> str | None:
    """Nothing but a lead comes before the application."""
    applied = min((e.on for e in events if e.kind == Stage.APPLIED), default=None)
    if applied is None or new.kind == Stage.LEAD or new.on >= applied:
        return None
    if new.kind == Stage.APPLIED:
        return None
    return f"That is before the application of {_say_day(applied)}. Was the application earlier, or this later?"


def _after_the_end(events: Sequence[Event], new: Event) -> str | None:
    now = fold_events(e for e in events if e.on <= new.on)
    if now.ended is None or new.kind in _AFTER_THE_END:
        return None
    if new.kind in ENDINGS:
        return f"This one already ended ({now.ended} on {_say_day(now.ended_on)}). Undo that first, or reopen it."
    return f"This one ended ({now.ended} on {_say_day(now.ended_on)}). If it is alive again, add “reopened” first."


def _before_it_went_on(events: Sequence[Event], new: Event, today: date) -> str | None:
    """An ending can't lie before what happened later, unless the job was reopened; what is planned hasn't happened."""
    later = [e for e in events if new.on < e.on <= today and e.kind in (*STAGES, *ENDINGS, OtherEvent.REOPENED)]
    first = min(later, key=_sort_key, default=None)
    if new.kind not in ENDINGS or first is None or first.kind == OtherEvent.REOPENED:
        return None
    ended = f"After that day there is “{first.kind}” on {_say_day(first.on)}."
    return f"{ended} Check the day, or add “reopened” between them."


def _find_step_back(events: Sequence[Event], new: Event) -> str | None:
    if new.kind not in _PLACE:
        return _needs_a_stage(events, new)
    rank = Stage(new.kind).rank
    now = fold_events(e for e in events if e.on <= new.on)
    if now.stage.rank > rank:
        return f"It was already at “{now.stage}” on {_say_day(now.stage_on)}. A stage doesn’t go back; check the day."
    behind = [e for e in events if e.kind in _PLACE and e.on > new.on and Stage(e.kind).rank < rank]
    if behind:
        near = min(behind, key=lambda e: Stage(e.kind).rank)
        return f"It was only at “{near.kind}” on {_say_day(near.on)}, which is later. Check the day."
    return None


def _needs_a_stage(events: Sequence[Event], new: Event) -> str | None:
    """Some endings make no sense before the thing they end."""
    now = fold_events(e for e in events if e.on <= new.on)
    needs = meaning_of(new.kind).needs
    if needs is not None and now.stage.rank < needs.rank:
        return f"“{new.kind}” needs an offer first. Add “{needs}” with its day, or choose another word."
    if new.kind == OtherEvent.REOPENED and now.ended is None:
        return "It isn’t closed, so it can’t be reopened."
    return None
