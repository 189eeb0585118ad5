"""A search with something of everything in it: at least one row of every table, made the way the application makes them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.laid_again import fill_once

from onward.ask.ledger import AskOutcome
from onward.debrief.chips import Chip
from onward.kinks.kinds import Kind
from onward.packet.comments import ReturnedComment, ReturnedComments
from onward.packet.packet import Packet, number_items
from onward.practice.make import CardDraft
from onward.practice.sound import Sound
from onward.recover.lessons import LessonName
from onward.tracker.read import read_tables
from onward_app import clock
from onward_app.collect import collect_mail
from onward_app.readers import pool
from onward_app.readers.message import ReadMessage, read_messages
from onward_app.records.models import (
    Card,
    Chance,
    Change,
    Comment,
    Companion,
    ContactAtJob,
    Document,
    Event,
    KeptView,
    KindWords,
    Letter,
    Opportunity,
    Owner,
    OwnKind,
    RejectionDay,
    Sighting,
    Value,
)
from onward_app.records.reading.jobs_table import read_asked
from onward_app.records.reading.offered import list_offered
from onward_app.records.reading.rows import list_changes
from onward_app.records.reading.sheets import plan_tracker
from onward_app.records.reading.writings import KIND, MATTERS
from onward_app.records.writing.adverts import keep_advert
from onward_app.records.writing.ask import (
    keep_ask_draft,
    record_ask_answer,
    record_ask_outcome,
    record_ask_sent,
    suspect_discrimination,
)
from onward_app.records.writing.contacts import add_contact
from onward_app.records.writing.debrief import (
    CapturedQuestion,
    capture_interview,
    finish_debrief,
    record_sitting,
    save_screen_answer,
    start_debrief,
)
from onward_app.records.writing.decisions import decide_letter
from onward_app.records.writing.documents import keep_document
from onward_app.records.writing.door import begin_sign_in
from onward_app.records.writing.helpers import add_helper, record_given, take_in_comments
from onward_app.records.writing.interviews import add_interview, edit_interview
from onward_app.records.writing.jobs import add_event, add_job, add_offer
from onward_app.records.writing.jobs_table import keep_view
from onward_app.records.writing.kinds import add_kind
from onward_app.records.writing.kinks import (
    add_kink,
    edit_kink,
    note_before_interview,
    remember_chances,
    set_working_on,
)
from onward_app.records.writing.mail_marks import store_mail_marks
from onward_app.records.writing.pace import record_nothing_heard, record_status_check, set_week, spread_hope
from onward_app.records.writing.practice import (
    add_card,
    allow_practice_today,
    grade_card,
    keep_attempt,
    keep_card_recording,
)
from onward_app.records.writing.recordings import delete_recording, keep_recording
from onward_app.records.writing.recover import (
    add_companion,
    close_rejection_day,
    keep_kind_words,
    open_no,
    record_reached_out,
    retire_lesson,
    write_search_lesson,
)
from onward_app.records.writing.rounds import begin_round, record_round_answer
from onward_app.records.writing.sending import begin_sending, record_sent_through, set_server
from onward_app.records.writing.sheets import import_tracker, remember_answers
from onward_app.records.writing.transcripts import add_transcript
from onward_app.records.writing.undo import undo_change
from onward_app.records.writing.values import (
    add_line,
    add_value,
    give_gate_reason,
    keep_weights,
    mark_job,
    record_asked_them,
    set_income_now,
)
from onward_app.records.writing.writings import keep_writing
from onward_app.sources import OnServer
from onward_app.trackers.bringing import read_tracker

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
    """Fill this person's search, and name one row of each sort that pages have addresses for.

    The application does it once in a process; later the rows and files that it made are laid into an empty search again.
    """
    return fill_once(me, _fill)


def _fill(me: Owner) -> dict[str, Any]:
    with patch.object(pool, "read_messages", _read_once):
        collect_mail(me, [EXAMPLE / "mailbox.mbox"])
    begin_sign_in(me)
    store_mail_marks(me, "sam@home.example@mail.example", {"INBOX": "7:5"})
    _bring_connections(me)
    row, _ = add_job(me, employer="Harbor Light", role="Therapist", on=date(2026, 11, 2))
    named: dict[str, Any] = {"job": row}
    keep_advert(me, row, text="You listen to people.", title="Therapist")
    named["document"] = _kept_document(me, row)
    named["person"], _ = add_contact(me, job=row, part="interviewed me", name="Jo Ruiz", reach="jo@harbor.example")
    named["link"] = ContactAtJob.objects.of(me).get()
    for step in (_met, _asked, _replayed, _kinked, _practiced, _paced, _valued, _helped, _recovered):
        step(me, named)
    letters = Letter.objects.filter(owner=me)
    named["letter"] = letters.exclude(waiting="").first() or letters.filter(outgoing=False).first()
    decide_letter(me, Letter.objects.filter(owner=me, kind="confirmation").first(), opportunity=None, employer="Cedar")
    gone, _ = add_job(me, employer="Gone Again", role="", on=date(2026, 11, 3))
    undo_change(me, list_changes(me).filter(opportunity=gone).first())
    named["change"] = Change.objects.filter(owner=me, intention="jobs.add").order_by("pk").first()
    named["event"] = Event.objects.of(me).filter(opportunity=row).first()
    named["view"] = _kept_view(me)
    return named


def _read_once(raws: list[bytes], own: frozenset[str], *, briefly: bool) -> list[ReadMessage]:
    """What they say: the same whenever it is asked, so it is read the first time and remembered."""
    return list(_remember(tuple(raws), own, briefly))


@cache
def _remember(raws: tuple[bytes, ...], own: frozenset[str], briefly: bool) -> list[ReadMessage]:
    return read_messages(raws, own, briefly=briefly)


def _kept_document(me: Owner, row: Opportunity) -> Document:
    keep_document(me, row, name="Offer.pdf", chunks=[b"%PDF-1.7 made up"])
    return Document.objects.of(me).get()


def _kept_view(me: Owner) -> KeptView:
    keep_view(me, "First calls", read_asked({"show": "all", "kind": "screen", "sort": "-heard"}))
    return KeptView.objects.of(me).get()


def _bring_connections(me: Owner) -> None:
    """Somebody from a list of connections, and one answer that is remembered."""
    text = "First Name,Last Name,Company,Position,Connected On\nMira,Olt,Elm Clinic,Director,15 Aug 2026\n"
    reading = read_tracker(read_tables(text, "Connections.csv"))
    import_tracker(me, plan_tracker(me, reading))
    remember_answers(me, reading, {"column.Position": "role"})


def _met(me: Owner, named: dict[str, Any]) -> None:
    made, _ = add_interview(me, named["job"], on=date(2026, 11, 9), people="J. R.", round="first")
    named["interview"] = made
    capture_interview(
        me, made, questions=[CapturedQuestion("Why us?", "I said why.", 4)], forecast=60, liked="the team"
    )
    text = (EXAMPLE / "transcript.vtt").read_text("utf-8")
    named["transcript"], _ = add_transcript(me, made, text=text, name="talk.vtt", candidate="Sam")
    add_interview(me, named["job"], on=date(2026, 11, 20), round="final", kind="final")
    other = edit_interview(me, made, job=named["job"], on=made.on, people="J. R. and a supervisor")
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
    set_server(me, OnServer("smtps", "mail.example", user="sam@home.example"))
    named["ask"], _ = keep_ask_draft(me, lost, sort="advice", **fields)
    on_its_way = begin_sending(me, named["ask"], through="smtps://mail.example", message=b"To: pat@example.org\r\n")
    record_sent_through(me, on_its_way, on=clock.today())
    named["ask"].refresh_from_db()
    record_ask_answer(me, named["ask"], on=clock.today(), quote="Say more about results.", kink="new:result")
    other, _ = record_ask_sent(me, named["job"], sort="thanks", on=clock.today(), **fields)
    record_ask_outcome(me, other, outcome=AskOutcome.SILENCE, on=clock.today())
    suspect_discrimination(me, Opportunity.objects.of(me).filter(ended="rejected").order_by("-pk").first())


def _replayed(me: Owner, named: dict[str, Any]) -> None:
    row = start_debrief(me, named["job"], named["interview"], script="good")
    record_sitting(me, row, wrote=False)
    for screen, told in (
        ("asked", {"text": "Why us?"}),
        ("said", {"text": "I said why."}),
        ("worked", {"text": "I named a real case", "chip": str(Chip.INTERVIEWER)}),
    ):
        save_screen_answer(row, screen, told)
    named["debrief"] = row
    finish_debrief(me, start_debrief(me, named["lost"], None, script="application"))


def _kinked(me: Owner, named: dict[str, Any]) -> None:
    row, _ = add_kink(
        me, kind="length", name="", strength=False, text="Too long", chip=Chip.INTERVIEWER, interview=named["interview"]
    )
    other, _ = add_kink(me, kind="own", name="I laugh it off", strength=False, text="I laughed", chip=Chip.FEELING)
    add_kink(me, kind="", name="", strength=True, text="I name a real case", chip=Chip.INTERVIEWER)
    set_working_on(me, row, on=True)
    edit_kink(me, row, if_they="they ask for an example", then_i="tell one in four beats")
    add_kind(me, Kind("mine", "Rushing", "I rush on", "Any question about figures", ("", ""), own=True))
    remember_chances(me, row, {named["interview"]: True})
    note_before_interview(me, named["interview"], "They ask about pay.")
    named |= {
        "kink": row,
        "sighting": Sighting.objects.of(me).filter(kink=row).first(),
        "chance": Chance.objects.of(me).get(),
        "kind": OwnKind.objects.of(me).get(),
        "hunch": other,
    }


def _practiced(me: Owner, named: dict[str, Any]) -> None:
    add_card(me, question="Tell me about yourself.", points=POINTS)
    card = Card.objects.of(me).filter(question="Tell me about yourself.").get()
    sound = keep_recording(me, chunks=[SOUND], sort=Sound.WEBM, card=card, question=card.question, seconds=12)
    keep_card_recording(me, card, sound)
    delete_recording(me, keep_recording(me, chunks=[SOUND], sort=Sound.WEBM, card=None, question="Why?", seconds=1))
    keep_attempt(me, card, parts=["I am a counselor."])
    grade_card(me, card, met={0, 1})
    keep_attempt(me, card, parts=["I am a counselor, and I listen."])
    allow_practice_today(me)
    draft = CardDraft("Why this work?", POINTS, "say_aloud", "general", "why", "why-this-work")
    named["round"], _ = begin_round(me, title="A mock round", seconds_each=120, cards=[card], drafts=[draft])
    named["attempt"] = named["round"].attempts.get(place=2)
    record_round_answer(named["attempt"], parts=["I like to listen."], seconds=40)
    named |= {"card": card, "recording": sound}


def _paced(me: Owner, named: dict[str, Any]) -> None:
    spread_hope(me, {named["job"].pk: 100})
    record_nothing_heard(me)
    record_status_check(me, named["job"], on=clock.today())
    set_week(me, {"tailored": (3, 1), "contacts": (2, 0)}, day_off=6)


def _valued(me: Owner, named: dict[str, Any]) -> None:
    add_line(me, "Weekly clinical supervision, in writing")
    add_value(me, text="Short way to work", points=20)
    keep_weights(me, [("Short way to work", 30)])
    line = Value.objects.of(me).get(line=True)
    named["value"] = Value.objects.of(me).get(line=False)
    mark_job(me, named["job"], {line.pk: ("crossed", "told")})
    add_offer(me, named["job"], kind="written offer", on=clock.today(), deadline_on=date(2026, 11, 20))
    record_asked_them(me, named["job"], "accept")
    give_gate_reason(me, named["job"], action="accept", reason="The team is kind.")
    set_income_now(me, date(2027, 1, 4))


def _helped(me: Owner, named: dict[str, Any]) -> None:
    """A coach with a packet of one item, and a comment that came back on it."""
    coach, _ = add_helper(me, name="Dana", sort="coach", reach="dana@example.org", may_see=["kink", "strength"])
    told = {one.key: one.item for one in list_offered(me, coach)}
    key = f"kink-{named['kink'].pk}"
    items = number_items([told[key]])
    packet = Packet("ABCD2345", clock.today(), date(2026, 12, 16), "Sam", "Dana", "Where do I lose them?", None, items)
    given, _ = record_given(me, coach, packet, keys=[key], covered=False)
    back = ReturnedComments("ABCD2345", packet.mark, "Dana", clock.today(), (ReturnedComment(1, "End it earlier."),))
    take_in_comments(me, back)
    named |= {"helper": coach, "packet": given, "comment": Comment.objects.of(me).get()}


def _recovered(me: Owner, named: dict[str, Any]) -> None:
    """A rejection day that is over: on the day itself, most pages are put away."""
    add_companion(me, name="Aunt Lu", reach="two doors down")
    named["companion"] = Companion.objects.of(me).get()
    low, _ = add_job(me, employer="Low Tide", role="Counselor", on=date(2026, 11, 2))
    add_event(me, low, kind="rejected", on=date(2026, 11, 12))
    with clock.fixed("2026-11-12T20:00"):
        open_no(me, Event.objects.of(me).get(opportunity=low, kind="rejected"))
        day = RejectionDay.objects.of(me).get()
        record_reached_out(me, day, named["companion"])
        close_rejection_day(me, day, restart_on=date(2026, 11, 13))
    keep_kind_words(me, text="You were a pleasure to meet.", who="Pat")
    retire_lesson(me, LessonName.NORMAL)
    write_search_lesson(me, "That I can wait.")
    named["matters"] = keep_writing(me, MATTERS, "The dog came home.")
    named["kind_lines"] = keep_writing(me, KIND, "The dog came home.")
    named |= {"day": day, "words": KindWords.objects.of(me).first()}
