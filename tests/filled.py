"""A search with something of everything in it: at least one row of every table, made the way the application makes them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from onward.ask.ledger import Outcome
from onward.debrief.chips import Chip
from onward.kinks.kinds import Kind
from onward.practice.make import Draft
from onward.practice.sound import Sound
from onward.recover.lessons import Lesson
from onward_app import clock
from onward_app.collect import collect
from onward_app.records import queries
from onward_app.records.models import (
    Card,
    Chance,
    Change,
    Companion,
    Event,
    KindWords,
    Letter,
    Opportunity,
    Owner,
    OwnKind,
    RejectionDay,
    Sighting,
    Source,
    Value,
)
from onward_app.records.writing import (
    ask,
    debrief,
    interviews,
    jobs,
    kinds,
    kinks,
    notice,
    pace,
    practice,
    recordings,
    recover,
    rounds,
    transcripts,
    values,
)
from onward_app.records.writing.changes import undo

EXAMPLE = Path(__file__).parents[1] / "examples"
MORNING = "2026-11-16T09:00"
POINTS = ("a first point", "a second point", "a third point")
SOUND = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm" + bytes(
    99
)


@contextmanager
def on_the_morning() -> Iterator[None]:
    """The clock stands where the example search ends."""
    with clock.fixed(MORNING):
        yield


def fill(me: Owner) -> dict[str, Any]:
    """Fill this person's search, and name one row of each sort that pages have addresses for."""
    collect(me, [EXAMPLE / "mailbox.mbox"])
    Source.objects.create(owner=me, kind="mbox", name="examples/mailbox.mbox")
    row, _ = jobs.add(me, employer="Harbor Light", role="Therapist", on=date(2026, 11, 2))
    named: dict[str, Any] = {"job": row}
    for step in (_met, _asked, _replayed, _kinked, _practiced, _paced, _valued, _recovered):
        step(me, named)
    named["letter"] = Letter.objects.filter(owner=me).exclude(waiting="").first()
    notice.decide(me, Letter.objects.filter(owner=me, kind="confirmation").first(), opportunity=None, employer="Cedar")
    gone, _ = jobs.add(me, employer="Gone Again", role="", on=date(2026, 11, 3))
    undo(me, queries.changes(me).filter(opportunity=gone).first())
    named["change"] = Change.objects.filter(owner=me, intention="jobs.add").order_by("pk").first()
    named["event"] = Event.objects.of(me).filter(opportunity=row).first()
    return named


def _met(me: Owner, named: dict[str, Any]) -> None:
    made, _ = jobs.add_interview(me, named["job"], on=date(2026, 11, 9), people="J. R.", round="first")
    named["interview"] = made
    debrief.capture(me, made, questions=[debrief.Answered("Why us?", "I said why.", 4)], forecast=60, liked="the team")
    text = (EXAMPLE / "transcript.vtt").read_text("utf-8")
    named["transcript"], _ = transcripts.add(me, made, text=text, name="talk.vtt", candidate="Sam")
    jobs.add_interview(me, named["job"], on=date(2026, 11, 20), round="final", kind="final")
    other = interviews.edit(me, made, job=named["job"], on=made.on, people="J. R. and a supervisor")
    assert other is not None


def _asked(me: Owner, named: dict[str, Any]) -> None:
    lost = Opportunity.objects.of(me).filter(ended="rejected").order_by("pk").first()
    named["lost"] = lost
    named["no"] = Event.objects.of(me).filter(opportunity=lost, kind="rejected").first()
    fields = {
        "to_name": "Pat",
        "to_address": "pat@example.org",
        "subject": "Thank you",
        "text": "Thank you. One question?",
    }
    named["ask"], _ = ask.sent(me, lost, sort="advice", on=clock.today(), **fields)
    ask.answered(me, named["ask"], on=clock.today(), quote="Say more about results.", kink="new:result")
    other, _ = ask.sent(me, named["job"], sort="thanks", on=clock.today(), **fields)
    ask.ended(me, other, outcome=Outcome.SILENCE, on=clock.today())
    ask.suspect(me, Opportunity.objects.of(me).filter(ended="rejected").order_by("-pk").first())


def _replayed(me: Owner, named: dict[str, Any]) -> None:
    row = debrief.start(me, named["job"], named["interview"], script="good")
    debrief.sit(me, row, wrote=False)
    for screen, told in (
        ("asked", {"text": "Why us?"}),
        ("said", {"text": "I said why."}),
        ("worked", {"text": "I named a real case", "chip": str(Chip.INTERVIEWER)}),
    ):
        debrief.answer(row, screen, told)
    named["debrief"] = row
    debrief.finish(me, debrief.start(me, named["lost"], None, script="application"))


def _kinked(me: Owner, named: dict[str, Any]) -> None:
    row, _ = kinks.add(
        me, kind="length", name="", strength=False, text="Too long", chip=Chip.INTERVIEWER, interview=named["interview"]
    )
    other, _ = kinks.add(me, kind="own", name="I laugh it off", strength=False, text="I laughed", chip=Chip.FEELING)
    kinks.add(me, kind="", name="", strength=True, text="I name a real case", chip=Chip.INTERVIEWER)
    kinks.work_on(me, row, on=True)
    kinks.edit(me, row, if_they="they ask for an example", then_i="tell one in four beats")
    kinds.add(me, Kind("mine", "Rushing", "I rush on", "Any question about figures", ("", ""), own=True))
    Chance.objects.create(owner=me, kink=row, interview=named["interview"], on=date(2026, 11, 9), happened=True)
    kinks.note_before(me, named["interview"], "They ask about pay.")
    named |= {
        "kink": row,
        "sighting": Sighting.objects.of(me).filter(kink=row).first(),
        "chance": Chance.objects.of(me).get(),
        "kind": OwnKind.objects.of(me).get(),
        "hunch": other,
    }


def _practiced(me: Owner, named: dict[str, Any]) -> None:
    practice.add(me, question="Tell me about yourself.", points=POINTS)
    card = Card.objects.of(me).filter(question="Tell me about yourself.").get()
    sound = recordings.keep(me, chunks=[SOUND], sort=Sound.WEBM, card=card, question=card.question, seconds=12)
    practice.keep_recording_of(me, card, sound)
    practice.attempted(me, card, parts=["I am a counselor."])
    practice.answer(me, card, met={0, 1})
    practice.attempted(me, card, parts=["I am a counselor, and I listen."])
    practice.practise_today(me)
    draft = Draft("Why this work?", POINTS, "say_aloud", "general", "why", "why-this-work")
    named["round"], _ = rounds.begin(me, title="A mock round", seconds_each=120, cards=[card], drafts=[draft])
    named["attempt"] = named["round"].attempts.get(place=2)
    rounds.answered(named["attempt"], parts=["I like to listen."], seconds=40)
    named |= {"card": card, "recording": sound}


def _paced(me: Owner, named: dict[str, Any]) -> None:
    pace.spread_hope(me, {named["job"].pk: 100})
    pace.nothing_heard(me)
    pace.checked(me, named["job"], on=clock.today())
    pace.set_week(me, {"tailored": (3, 1), "contacts": (2, 0)}, day_off=6)


def _valued(me: Owner, named: dict[str, Any]) -> None:
    values.add_line(me, "Weekly clinical supervision, in writing")
    values.add_value(me, text="Short way to work", points=20)
    line = Value.objects.of(me).get(line=True)
    named["value"] = Value.objects.of(me).get(line=False)
    values.mark(me, named["job"], {line.pk: ("crossed", "told")})
    jobs.add_offer(me, named["job"], kind="written offer", on=clock.today(), deadline_on=date(2026, 11, 20))
    values.asked_them(me, named["job"], "accept")
    values.give_reason(me, named["job"], action="accept", reason="The team is kind.")
    values.need_income(me, date(2027, 1, 4))


def _recovered(me: Owner, named: dict[str, Any]) -> None:
    """A rejection day that is over: on the day itself, most pages are put away."""
    recover.add_companion(me, name="Aunt Lu", reach="two doors down")
    named["companion"] = Companion.objects.of(me).get()
    low, _ = jobs.add(me, employer="Low Tide", role="Counselor", on=date(2026, 11, 2))
    jobs.add_event(me, low, kind="rejected", on=date(2026, 11, 12))
    with clock.fixed("2026-11-12T20:00"):
        recover.open_no(me, Event.objects.of(me).get(opportunity=low, kind="rejected"))
        day = RejectionDay.objects.of(me).get()
        recover.reached_out(me, day, named["companion"])
        recover.close_day(me, day, restart_on=date(2026, 11, 13))
    recover.keep_kind_words(me, text="You were a pleasure to meet.", who="Pat")
    recover.retire_lesson(me, Lesson.NORMAL)
    recover.write_taught(me, "That I can wait.")
    named |= {"day": day, "words": KindWords.objects.of(me).first()}
