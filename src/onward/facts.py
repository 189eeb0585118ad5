"""The nouns that all steps share, and the one table that says what each kind of event means.

The table is `Stage`, `Ending` and `OtherEvent`: one row for each kind, with all that is to be known of it. Whoever asks
for several kinds at once asks for one of the sets below, which are drawn from the table, so that a new kind is a new
row and nothing else (`docs/extending/event-kind.md`).
"""

from __future__ import annotations

from dataclasses import dataclass
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
_MEANINGS: dict[str, Meaning] = {str(kind): kind.means for kind in EVENT_KINDS}

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
AFTER: dict[Stage, tuple[EventKind, ...]] = {
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
AFTER_THE_END = (OtherEvent.REOPENED, OtherEvent.NOTE)
AFTER_A_YES = {Stage.VERBAL: (Stage.WRITTEN, Stage.SIGNED), Stage.WRITTEN: (Stage.SIGNED,)}


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
