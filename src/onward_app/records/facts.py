"""Rows as the library’s values: every conversion there is, under one verb. Nothing here asks the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b
from typing import Any

from onward import facts
from onward.ask.ledger import AskOutcome, SentAsk
from onward.debrief.chips import Chip
from onward.debrief.sittings import SittingTimes
from onward.kinks import evidence
from onward.kinks.kinds import Kind
from onward.kinks.occasions import KinkOccasion
from onward.log import standing
from onward.notice.linking.values import KnownJob, LetterFacts, PersonDecision, ToldEvent
from onward.notice.message.addresses import Address
from onward.notice.verdict import verdict_from_json
from onward.practice import cards
from onward.values import lines
from onward_app import clock
from onward_app.records import models

# Jobs


def to_event(row: models.Event) -> standing.Event:
    """Something that happened."""
    return standing.Event(
        row.kind, row.on, order=row.pk, source=row.source, note=row.note, id=row.pk, day_known=row.day_known
    )


# Letters


def to_letter_facts(row: models.Letter, own: frozenset[str]) -> LetterFacts:
    """A letter, stored or not yet, as linking wants it; `own` are the addresses the person writes from."""
    verdict = verdict_from_json(row.verdict)
    return LetterFacts(
        key=row.key,
        on=row.on,
        message_id=row.message_id,
        refs=frozenset(row.refs),
        thread=row.thread or None,
        sender=Address(row.sender_name, row.sender),
        to=tuple(Address(name, address) for name, address in row.to),
        subject=row.subject,
        verdict=replace(verdict, outgoing=True) if row.sender in own else verdict,
        fingerprint=row.fingerprint,
        words=row.words,
    )


def to_mark_number(text: str) -> int:
    """What a letter or a job is found by, as a number: nothing of the text can be read from it."""
    return int.from_bytes(blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest(), "big", signed=True)


def to_known_job(row: models.Opportunity, keys: Iterable[str], told: Iterable[ToldEvent]) -> KnownJob:
    """A job as linking finds it, with the letters filed to it and what the person told of it."""
    return KnownJob(
        id=row.pk,
        employer=row.employer,
        role=row.role,
        by_hand=row.by_hand,
        first_on=row.first_on,
        keys=frozenset(keys),
        merged_into=row.merged_into_id,
        agency=row.agency,
        told=tuple(told),
    )


def to_decision(row: models.Decision) -> PersonDecision:
    """What the person said of a letter."""
    kind = facts.LetterKind(row.kind) if row.kind else None
    return PersonDecision(
        row.key, kind=kind, opportunity=row.opportunity_id, no_job=row.no_job, no_event=row.no_event, on=row.on
    )


# Asking and debriefing


def to_asked(row: models.Ask) -> SentAsk:
    """An ask that was sent."""
    assert row.sent_on is not None
    outcome = AskOutcome(row.outcome) if row.outcome else AskOutcome.ASKED
    return SentAsk(row.sent_on, outcome, row.outcome_on if outcome is AskOutcome.ADVICE else None)


def to_sitting(row: models.Sitting) -> SittingTimes:
    """One time at which a replay was open."""
    return SittingTimes(row.opened_at, row.last_at)


# Kinks


def to_kind(row: models.OwnKind) -> Kind:
    """A kind of the person's own."""
    plan = ("it could happen again", "")
    return Kind(row.key, row.name, row.plain, row.chance, plan, row.cost, own=True)


def to_sightings(rows: Iterable[Any]) -> list[evidence.Sighting]:
    """What was seen of a kink or a strength, each with the `job` it was seen at; what is marked “not mine” counts for
    nothing.
    """
    return [
        evidence.Sighting(
            Chip(row.source),
            row.on,
            interview=row.interview_id,
            group=row.group,
            text=row.text,
            mine=not row.not_mine,
            id=row.pk,
            job=row.job,
        )
        for row in rows
    ]


# Of a review all that says what came of practice: when it was, and which points were there.
Practiced = tuple[datetime, Sequence[int]]


def to_occasions(chances: Iterable[models.Chance], reviews: Iterable[Practiced]) -> list[KinkOccasion]:
    """Real chances, and practice on the person's own days, which is clean with two of its points or all three."""
    real = [KinkOccasion(row.on, row.happened, id=row.pk, interview=row.interview_id) for row in chances]
    graded = ((clock.local(at).date(), cards.grade_points(met)) for at, met in reviews)
    return [*real, *(KinkOccasion(on, grade is cards.Grade.NOT_YET, real=False) for on, grade in graded)]


# Practice


def to_card(row: models.Card) -> cards.Card:
    """Something to practise."""
    return cards.Card(
        id=row.pk,
        question=row.question,
        points=tuple(row.points),
        way=row.practice,
        made=clock.local(row.made_at),
        kink=row.kink_id,
        pack=row.pack,
        family=row.family,
        item=row.item,
        retired=row.retired_on is not None,
    )


def to_review(row: models.Review) -> cards.CardReview:
    """One answer and which points it met."""
    return cards.CardReview(card=row.card_id, at=clock.local(row.at), met=frozenset(row.met))


# Values


def to_line(row: models.Value) -> lines.Line:
    """A line."""
    return lines.Line(row.pk, row.text, row.set_on, row.retired_on)


def to_value(row: models.Value) -> lines.Value:
    """A value with its points."""
    return lines.Value(row.pk, row.text, row.points, row.set_on, retired_on=row.retired_on)


def to_mark(row: models.Fit) -> lines.ValueMark:
    """Whether a line or value is kept at a job, and how that is known."""
    return lines.ValueMark(row.value_id, lines.Held(row.mark), lines.Known(row.known), row.on)
