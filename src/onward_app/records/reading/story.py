"""One job as a story: what was done and said, oldest first, with the letters, interviews, asks and replays in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from onward.debrief.outcome import stage_of_round
from onward.facts import ENDINGS, HEARD, TALKS, LetterKind, meaning_of, say_happened
from onward_app import clock
from onward_app.records.models import Ask, Debrief, Event, Interview, Letter
from onward_app.records.reading.timeline import JobTimeline

EXCERPT = 280  # characters of a letter that stand in the story; the whole of it is one tap away
SHORTEST = 40  # a paragraph below that is a greeting
ASKED = {"advice": "You asked for one piece of advice", "thanks": "You said thanks", "withdrawal": "You withdrew"}
CAME = {"advice": "They answered", "declined": "They would rather not say", "silence": "No answer came"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One thing that happened: its day, its sentence, and the record that says more. `theirs` is what they did."""

    on: date | None
    said: str
    place: int = 0  # the order on one day
    theirs: bool = False
    ended: bool = False
    aside: bool = False  # it says nothing of where the job stands
    day_known: bool = True
    words: str = ""  # the person's own
    quote: str = ""  # theirs
    reason: str = ""
    event: Event | None = None
    letter: Letter | None = None
    interview: Interview | None = None
    ask: Ask | None = None
    debrief: Debrief | None = None
    coming: bool = False  # it hasn't been yet


def tell_story(line: JobTimeline, today: date) -> list[StoryLine]:
    """Everything of one job, oldest first; what has no day leads, and of one day what was only known by then."""
    letters = {letter.key: letter for letter in line.letters}
    answers = {ask.letter for ask in line.asks if ask.letter}
    told = [
        *_tell_events(line, today),
        *(_tell_letter(letter) for letter in line.letters if letter.key not in answers),
        *(one for ask in line.asks for one in _tell_ask(ask, letters.get(ask.letter))),
        *(_tell_replay(debrief) for debrief in line.debriefs),
    ]
    return sorted(told, key=lambda one: (one.on or date.min, one.day_known, one.place))


def _tell_events(line: JobTimeline, today: date) -> Iterator[StoryLine]:
    """The log and the interviews: one that the log speaks of on the same day, or by hand, is one thing."""
    records = {row.event_id: row for row in line.interviews if row.event_id}
    joined, dated = set(), {event.letter for event, _ in line.events if event.letter and event.day_known}
    for place, (event, of) in enumerate(line.events):
        letter = of if event.day_known or event.letter not in dated else None  # a no that speaks of an interview
        if of is not None and letter is None and line.interviews:
            continue
        row = records.get(event.pk)
        if row is not None and (event.source == "hand" or row.on == event.on):
            joined.add(row.pk)
            yield _tell_interview(row, today, place=place, event=event, letter=letter)
        else:
            yield _tell_event(event, letter, place)
    for row in line.interviews:
        if row.pk not in joined:
            yield _tell_interview(row, today, place=len(line.events))


def _tell_event(event: Event, letter: Letter | None, place: int) -> StoryLine:
    advice = _is_advice(event)
    return StoryLine(
        on=event.on, place=place, event=event, letter=letter, words=event.note, reason="" if advice else event.reason,
        said=say_event(event, letter),
        theirs=event.kind in HEARD or letter is not None, ended=event.kind in ENDINGS, aside=event.is_note,
        day_known=event.day_known,
        quote=_choose_excerpt(letter) if letter and not letter.outgoing and not advice else "",
    )  # fmt: skip


def say_event(event: Event, letter: Letter | None) -> str:
    """What happened that day. A letter’s interview is an invitation: the talk has a day of its own."""
    if _is_advice(event):
        return "They wrote with advice"
    invited = event.kind in TALKS and letter is not None
    return f"They invited you to {meaning_of(event.kind).asked}" if invited else say_happened(event.kind)


def _is_advice(event: Event) -> bool:
    """Whether a letter of advice made this: its words are opened by choice, since advice after a no can hurt."""
    return event.is_note and event.reason == LetterKind.FEEDBACK


def _tell_interview(row: Interview, today: date, *, place: int, **of: Any) -> StoryLine:
    been = row.on <= today
    met = f"You met {row.people}" if row.people and been else say_happened(stage_of_round(row.round))
    note = of["event"].note if of.get("event") else ""
    return StoryLine(on=row.on, place=place, said=met, interview=row, words=note, day_known=row.day_known,
                     coming=not been, **of)  # fmt: skip


def _tell_letter(letter: Letter) -> StoryLine:
    """Only that it came: what it says is opened by choice, since it may be an answer that nobody has read yet."""
    said = "You wrote" if letter.outgoing else "They wrote"
    return StoryLine(on=letter.on, place=100, said=said, theirs=not letter.outgoing, letter=letter, aside=True)


def _tell_ask(ask: Ask, letter: Letter | None) -> Iterator[StoryLine]:
    if ask.suppressed or ask.sent_on is None:
        return
    yield StoryLine(on=ask.sent_on, place=200, said=ASKED[ask.sort], ask=ask, words=ask.text)
    if ask.outcome:
        yield StoryLine(on=ask.outcome_on or ask.sent_on, place=201, said=CAME.get(ask.outcome, "They answered"),
                        theirs=ask.outcome != "silence", quote=ask.quote, ask=ask, letter=letter)  # fmt: skip


REPLAYED_APPLICATION = ("You began to replay the application", "You replayed the application")
REPLAYED_INTERVIEW = ("You began to replay the interview", "You replayed the interview")


def _tell_replay(debrief: Debrief) -> StoryLine:
    began, done = REPLAYED_APPLICATION if debrief.interview_id is None else REPLAYED_INTERVIEW
    said = done if debrief.done_at else began
    return StoryLine(
        on=clock.local(debrief.done_at or debrief.started_at).date(), place=300, said=said, debrief=debrief, aside=True
    )


def _choose_excerpt(letter: Letter) -> str:
    """The paragraph that decided most of what the letter is, or the first that is more than a greeting, cut."""
    blocks = [" ".join(block.split()) for block in letter.body.replace("\r\n", "\n").split("\n\n")]
    because = () if letter.verdict.get("kind") == LetterKind.OTHER else letter.verdict.get("because", ())
    said_why = (span["text"] for span in because if span["field"] == "body" and span["text"])
    deciding = [" ".join(said.split()) for said in said_why]
    whole = [block for block in blocks if len(block) >= SHORTEST] or blocks
    text = max(whole, key=lambda block: sum(why in block for why in deciding))
    if len(text) <= EXCERPT:
        return text
    end = text.rfind(". ", SHORTEST, EXCERPT)
    return text[: end + 1] if end > 0 else text[:EXCERPT].rsplit(" ", 1)[0] + " …"
