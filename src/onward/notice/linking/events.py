"""The letters of one job to its events, in the order of their days; what contradicts the story waits instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from onward.facts import (
    ENDINGS,
    MY_ENDS,
    OFFER_NEWS,
    STAGES,
    TALKS,
    THEIR_NOS,
    Ending,
    LetterKind,
    OtherEvent,
    Stage,
    meaning_of,
)
from onward.notice.linking.items import Item
from onward.notice.linking.spans import ANEW_DAYS, DUPLICATE_DAYS, SLACK_DAYS
from onward.notice.linking.values import PlannedEvent, ToldEvent
from onward.wording.days import say_day

SAME_STAGE_DAYS = 2  # a second invitation to the same stage so soon is the first one moved or confirmed
FINAL_DAYS = 14  # what is said about an interview so soon after the final was set is about that one
# What letters join when the person told it; of other things both may be true.
TOLD_KINDS = frozenset({Stage.APPLIED, *OFFER_NEWS, *THEIR_NOS, *MY_ENDS}) | {OtherEvent.REOPENED}
_RANK = {
    LetterKind.CONFIRMATION: 0,
    LetterKind.ASSESSMENT: 1,
    LetterKind.INTERVIEW: 2,
    LetterKind.OFFER: 3,
    LetterKind.REJECTION: 5,
    LetterKind.FEEDBACK: 6,
}


@dataclass(slots=True)
class EventStory:
    """The events of one job so far, and the letters that don't fit among them with the sentence why."""

    events: list[PlannedEvent] = field(default_factory=list)
    waiting: list[tuple[Item, str]] = field(default_factory=list)
    seen: dict[tuple[LetterKind, str], Item] = field(default_factory=dict)
    meetings: dict[str, str] = field(default_factory=dict)  # by letter: the name its calendar part gives the meeting
    offered_in: set[str] = field(default_factory=set)  # the conversations in which offers were made
    offered_by: set[str] = field(default_factory=set)  # the addresses of those who made them

    def last(self, *kinds: str) -> PlannedEvent | None:
        """The latest event of one of these kinds."""
        return next((one for one in reversed(self.events) if one.kind in kinds), None)

    def add(self, item: Item, kind: str, reason: str | None = None) -> None:
        """A new event, unless the person took out what the letter says of this kind."""
        if kind not in item.decision.struck:
            self.events.append(PlannedEvent(str(kind), item.on, item.key, reason=reason))

    def also(self, event: PlannedEvent, item: Item) -> None:
        """One more letter for an event that is there."""
        place = self.events.index(event)
        reason = event.reason or (item.details.reason and str(item.details.reason))
        self.events[place] = replace(event, also=(*event.also, item.key), reason=reason)

    def wait(self, item: Item, why: str) -> None:
        """Leave a letter to the person."""
        self.waiting.append((item, why))

    def same_meeting(self, item: Item) -> PlannedEvent | None:
        """The event of an earlier letter about the very meeting that this one's calendar part names."""
        meeting = item.read.verdict.meeting
        if not meeting or item.kind is not LetterKind.INTERVIEW:
            return None
        before = {key for key, name in self.meetings.items() if name == meeting}
        self.meetings[item.key] = meeting
        return next((one for one in self.events if before & {one.key, *one.also}), None)

    def hear(self, told: ToldEvent) -> None:
        """Take in what the person said happened. Letters that said the same a few days before join it."""
        same = [one for one in self.events if one.kind == told.kind and (told.on - one.on).days <= DUPLICATE_DAYS]
        keys = [key for one in same if one.told is None for key in (one.key, *one.also)]
        self.events = [one for one in self.events if one not in same or one.told is not None]
        self.events.append(PlannedEvent(told.kind, told.on, "", also=tuple(keys), told=told.id))

    @property
    def ended(self) -> PlannedEvent | None:
        """The ending in force: none after the job was reopened."""
        last = self.last(*ENDINGS, OtherEvent.REOPENED)
        return None if last is None or last.kind == OtherEvent.REOPENED else last

    @property
    def stage(self) -> Stage:
        """The furthest stage reached."""
        reached = [Stage(one.kind) for one in self.events if one.kind in STAGES]
        return max(reached, key=lambda stage: stage.rank, default=Stage.LEAD)


def tell_events(items: Sequence[Item], told: Sequence[ToldEvent] = ()) -> EventStory:
    """The story of one job, by its letters and what the person told. Letters that make no event are passed over."""
    story = EventStory()
    ahead = sorted(told, key=lambda one: (one.on, one.id))
    for item in sorted(items, key=_sort_key):
        while ahead and ahead[0].on <= item.on:
            story.hear(ahead.pop(0))
        if item.is_dated and item.sure and not item.decision.no_event and not _is_copy(story, item):
            own = item.read.verdict.outgoing and item.decision.kind is None
            if take := _STEPS.get((item.did or "") if own else str(item.kind)):
                take(story, item)
            story.seen[(item.kind, item.read.fingerprint)] = item
    for one in ahead:
        story.hear(one)
    return story


def _is_copy(story: EventStory, item: Item) -> bool:
    """The same words again within two weeks are one more letter for the event of the first."""
    first = story.seen.get((item.kind, item.read.fingerprint))
    if first is None or (item.on - first.on).days > DUPLICATE_DAYS:
        return False
    event = next((one for one in story.events if first.key in (one.key, *one.also)), None)
    if event is not None:
        story.also(event, item)
    return event is not None


def _sort_key(item: Item) -> tuple[date, int, str, str]:
    return item.on, 0 if item.did == Stage.APPLIED else _RANK.get(item.kind, 4), item.read.message_id or "", item.key


def _is_ruled(item: Item) -> bool:
    return item.decision.opportunity is not None or item.decision.kind is not None


def _take_application(story: EventStory, item: Item) -> None:
    known = story.last(Stage.APPLIED)
    ended = story.ended
    if ended is not None and not _is_ruled(item):
        days = (item.on - ended.on).days
        if days > SLACK_DAYS:
            day = say_day(ended.on)
            story.wait(item, f"It says the application arrived, but this job ended on {day}. Is it a new application?")
        elif known is not None:
            story.also(known, item)
        return
    if known is None:
        story.add(item, Stage.APPLIED)
    elif (item.on - known.on).days <= ANEW_DAYS or _is_ruled(item):
        story.also(known, item)
    else:
        day = say_day(known.on)
        story.wait(item, f"It says the application arrived, but that was so already on {day}. Is it a new application?")


def _take_stage(story: EventStory, item: Item) -> None:
    stage = item.details.stage if item.details.stage in _STAGES_OF[item.kind] else _USUAL[item.kind]
    ended = story.ended
    if ended is not None and not _is_ruled(item):
        story.wait(item, _ALIVE_AGAIN[item.kind].format(day=say_day(ended.on)))
        return
    if item.kind is LetterKind.OFFER:
        story.offered_in.add(item.thread)
        story.offered_by.add(item.read.sender.address)
    final = story.last(Stage.FINAL)
    known = story.last(stage)
    same = story.same_meeting(item)
    if same is not None:
        story.also(same, item)  # the invitation again, moved or with more people in it
    elif stage is Stage.INTERVIEW and final is not None and (item.on - final.on).days <= FINAL_DAYS:
        story.also(final, item)
    elif known is not None and ((item.on - known.on).days <= SAME_STAGE_DAYS or not stage.means.repeats):
        story.also(known, item)
    elif item.kind is LetterKind.OFFER and story.stage.rank > stage.rank:
        story.also(story.last(story.stage) or story.events[-1], item)
    else:
        story.add(item, stage)


def _take_rejection(story: EventStory, item: Item) -> None:
    reason = str(item.details.reason) if item.details.reason else None
    ended = story.ended
    if ended is not None:
        _second_no(story, item, ended)
    elif story.stage.rank >= Stage.SIGNED.rank and not _is_ruled(item):
        story.wait(item, "It sounds like a no, but the offer letter is signed. Is it about this job?")
    elif story.stage.rank >= Stage.VERBAL.rank:
        _after_an_offer(story, item, reason)
    else:
        _note_talk(story, item, len(story.events), item.on)
        story.add(item, Ending.REJECTED, reason)


def _note_talk(story: EventStory, item: Item, place: int, on: date) -> None:
    """A no that speaks of a talk tells that there was one before it, and not on which day."""
    stage = item.details.stage
    if stage in TALKS and story.stage.rank < stage.rank and stage not in item.decision.struck:
        story.events.insert(place, PlannedEvent(str(stage), on, item.key, day_known=False))


def _note_talk_before(story: EventStory, item: Item) -> None:
    """The same of a letter that comes once the job has ended: the talk was before that."""
    ended = story.ended
    if ended is not None:
        _note_talk(story, item, story.events.index(ended), min(ended.on, item.on))


def _second_no(story: EventStory, item: Item, ended: PlannedEvent) -> None:
    near = (item.on - ended.on).days <= DUPLICATE_DAYS
    known = ended.kind in THEIR_NOS
    if (near and (known or ended.kind in MY_ENDS)) or _is_ruled(item):
        _note_talk_before(story, item)
        story.also(ended, item)  # the template after a withdrawal changes nothing else
    else:
        story.wait(
            item, f"It is a no, but this job ended already on {say_day(ended.on)}. Is it about another application?"
        )


def _after_an_offer(story: EventStory, item: Item, reason: str | None) -> None:
    """A no after an offer: the offer taken back. It is filed in the offer's own conversation, or when who made it says
    so.
    """
    taken_back = item.details.stage in OFFER_NEWS and item.read.sender.address in story.offered_by
    if _is_ruled(item) or item.thread in story.offered_in or taken_back:
        story.add(item, Ending.RESCINDED, reason)
    else:
        story.wait(
            item, "It sounds like a no, but there is an offer. Was the offer taken back, or is it about another job?"
        )


def _note_advice(story: EventStory, item: Item) -> None:
    """Advice comes after a no or with it: filed where none is known, the no in it would be lost."""
    if story.ended is None and not _is_ruled(item):
        story.wait(item, "It gives advice as after a no, but this job is still open. Is it their no?")
    else:
        _note_talk_before(story, item)
        story.add(item, OtherEvent.NOTE, "feedback")


def _own_ending(story: EventStory, item: Item) -> None:
    kind = item.did or Ending.WITHDREW
    needs = meaning_of(kind).needs or Stage.LEAD
    if story.ended is None and needs.rank <= story.stage.rank < Stage.SIGNED.rank:
        story.add(item, kind)


_STAGES_OF = {
    LetterKind.ASSESSMENT: (Stage.SCREEN,),
    LetterKind.INTERVIEW: TALKS,
    LetterKind.OFFER: OFFER_NEWS,
}
_USUAL = {LetterKind.ASSESSMENT: Stage.SCREEN, LetterKind.INTERVIEW: Stage.INTERVIEW, LetterKind.OFFER: Stage.VERBAL}
_ALIVE_AGAIN = {
    LetterKind.ASSESSMENT: "It sounds like a test, but this job ended on {day}. Is it alive again?",
    LetterKind.INTERVIEW: "It sounds like an interview, but this job ended on {day}. Is it alive again?",
    LetterKind.OFFER: "It sounds like an offer, but this job ended on {day}. Is it alive again?",
}
_STEPS: dict[str, Callable[[EventStory, Item], None]] = {
    LetterKind.CONFIRMATION: _take_application,
    LetterKind.ASSESSMENT: _take_stage,
    LetterKind.INTERVIEW: _take_stage,
    LetterKind.OFFER: _take_stage,
    LetterKind.REJECTION: _take_rejection,
    LetterKind.FEEDBACK: _note_advice,
    Stage.APPLIED: _take_application,
    **dict.fromkeys(MY_ENDS, _own_ending),
}
