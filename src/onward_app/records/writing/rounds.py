"""Mock rounds: begun, answered question by question, ended early, graded, let go; and a question kept as a card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onward.practice.make import CardDraft
from onward.wording.counts import say_count
from onward_app import clock
from onward_app.records.models import Attempt, Card, Change, Owner, Recording, Review, Round
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.practice import cache_schedules
from onward_app.records.writing.recordings import MOST_SECONDS


def begin_round(
    owner: Owner, *, title: str, seconds_each: int, cards: Iterable[Card], drafts: Iterable[CardDraft]
) -> tuple[Round, Change]:
    """A round of these cards and then these questions, in this order."""
    with open_change(owner, "practice.round", f"Began a mock round: {title}.") as change:
        now = clock.now()
        row = change.make(Round, title=title, seconds_each=seconds_each, begun_at=now)
        asked = [Attempt(card=card, question=card.question, points=list(card.points)) for card in cards]
        asked += [
            Attempt(question=d.question, points=list(d.points), pack=d.pack, family=d.family, item=d.item)
            for d in drafts
        ]
        for place, attempt in enumerate(asked, 1):
            attempt.owner, attempt.round, attempt.place, attempt.begun_at = owner, row, place, now
        Attempt.objects.bulk_create(asked)
    return row, change.record


def keep_attempt_recording(attempt: Attempt, recording: Recording) -> None:
    """An answer was said aloud: its recording stays with the question."""
    attempt.recording, attempt.seconds = recording.name, attempt.seconds or recording.seconds
    attempt.save(update_fields=["recording", "seconds"])


def record_round_answer(attempt: Attempt, *, parts: Sequence[str], seconds: int | None) -> None:
    """Keep an answer as it comes."""
    attempt.parts, attempt.answered_at = list(parts), clock.now()
    attempt.seconds = attempt.seconds if seconds is None else min(seconds, MOST_SECONDS)
    attempt.save(update_fields=["parts", "answered_at", "seconds"])


def end_round(owner: Owner, row: Round) -> Change | None:
    """End it here: what wasn't answered is left out. A round without any answer is let go."""
    if not row.attempts.exclude(answered_at=None).exists():
        return discard_round(owner, row)
    row.attempts.filter(answered_at=None).delete()
    return None


def finish_round(owner: Owner, row: Round, met: Mapping[int, Sequence[int]]) -> Change:
    """Grade every question, by its id; those that are cards get a review, as from any other practice."""
    attempts = list(row.attempts.select_related("card"))
    with open_change(
        owner,
        "practice.finish",
        say_count(len(attempts), "Finished a mock round: {n} question.", "Finished a mock round: {n} questions."),
    ) as change:
        now = clock.now()
        for attempt in attempts:
            attempt.met = sorted(set(met.get(attempt.pk, ())))
            attempt.save(update_fields=["met"])
            if attempt.card is not None and attempt.card.stands:
                change.make(
                    Review, card=attempt.card, at=now, answer="\n\n".join(filter(None, attempt.parts)),
                    met=attempt.met, recording=attempt.recording, seconds=attempt.seconds,
                )  # fmt: skip
        change.edit(row, done_at=now)
        cache_schedules(owner, [attempt.card for attempt in attempts if attempt.card is not None])
    return change.record


def discard_round(owner: Owner, row: Round) -> Change:
    """Take a round away."""
    with open_change(owner, "practice.round", f"Let a mock round go: {row.title}.") as change:
        change.strike(row)
    return change.record


def keep_attempt_as_card(owner: Owner, attempt: Attempt) -> Change | None:
    """A question of a round becomes a card; one that is a card already changes nothing."""
    there = Card.objects.of(owner).filter(pack=attempt.pack, item=attempt.item)
    if not attempt.item or there.exists():
        return None
    with open_change(owner, "practice.add", "Kept a question of the round as a card.") as change:
        now = clock.now()
        change.make(
            Card, question=attempt.question, points=attempt.points, practice="say_aloud", pack=attempt.pack,
            family=attempt.family, item=attempt.item, made_at=now, due_at=clock.start_of(now.date()),
        )  # fmt: skip
    return change.record
