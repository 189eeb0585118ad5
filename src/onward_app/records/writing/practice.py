"""Cards and the review log. The log is the truth; what a card caches of it is computed again after each review."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from onward.practice.again import find_next_time
from onward.practice.answers import join_parts
from onward.practice.cards import CardReview, Grade, grade_points
from onward.practice.schedule import find_due_day, rebuild_states, state_to_json
from onward.practice.ways import find_way
from onward_app import clock
from onward_app.records.facts import to_card, to_review
from onward_app.records.models import Attempt, Card, Change, Owner, Recording, Review, Skipped
from onward_app.records.reading.practice import find_attempt, find_next_interview_day, load_states
from onward_app.records.writing.changes import open_change

SCHEDULE = ("stability", "answered_on", "noon_on", "rests")  # what is kept of a state beside the whole of it
MARKED = {Grade.NOT_YET: "Not yet.", Grade.PARTLY: "Partly there.", Grade.CLEAR: "Clear."}
CUE = 60  # characters of a question where it is only named


def keep_card_recording(owner: Owner, card: Card, recording: Recording) -> None:
    """An answer was said aloud; its recording stays with the card, whatever becomes of what was written."""
    Attempt.objects.update_or_create(
        owner=owner, card=card, round=None, defaults={"recording": recording.name, "seconds": recording.seconds},
        create_defaults={"recording": recording.name, "seconds": recording.seconds, "begun_at": clock.now()},
    )  # fmt: skip


def keep_attempt(owner: Owner, card: Card, *, parts: Sequence[str]) -> None:
    """The answer is given. It waits for its grade, also over a closed browser."""
    told = {"parts": list(parts), "answered_at": clock.now()}
    Attempt.objects.update_or_create(
        owner=owner, card=card, round=None, defaults=told, create_defaults=told | {"begun_at": clock.now()}
    )


def grade_card(owner: Owner, card: Card, *, met: Collection[int]) -> Change:
    """The answer that was given gets its grade; what is said of it is when the card comes again, and why."""
    given = find_attempt(owner, card)
    text = join_parts(find_way(card.practice), given.parts) if given else ""
    with open_change(owner, "practice.answer", MARKED[grade_points(met)]) as change:
        made = change.make(
            Review, card=card, at=clock.now(), answer=text, met=sorted(set(met)),
            recording=given.recording if given else "", seconds=given.seconds if given else None,
        )  # fmt: skip
        cache_schedules(owner, [made.card])
        change.record.summary = _say_marked(owner, made)[:300]
        change.record.save(update_fields=["summary"])
        if given:
            given.delete()
    return change.record


def _say_marked(owner: Owner, review: Review) -> str:
    """“Clear. It comes again on …” and about which card that is."""
    today = clock.today()
    state = load_states([review.card])[review.card.pk]
    then = find_next_time(state, on=today, interview=find_next_interview_day(owner, today)).words(today)
    cue = review.card.question
    short = cue if len(cue) <= CUE else f"{cue[: CUE - 1].rstrip()}…"
    return f"{MARKED[grade_points(review.met)]} {then} (“{short}”)"


def add_card(owner: Owner, *, question: str, points: Sequence[str], practice: str = "say_aloud") -> Change:
    """A card of the person's own."""
    with open_change(owner, "practice.add", "Added a card.") as change:
        now = clock.now()
        change.make(
            Card,
            question=question,
            points=list(points),
            practice=practice,
            made_at=now,
            due_at=clock.start_of(now.date()),
        )
    return change.record


def edit_card(owner: Owner, card: Card, *, question: str, points: Sequence[str], practice: str) -> Change:
    """Other words on a card. Its answers stay: they were given to the words of their day."""
    with open_change(owner, "practice.edit", "Changed a card.") as change:
        change.edit(card, question=question, points=list(points), practice=practice)
    return change.record


def add_family(
    owner: Owner, *, pack: str, family: str, title: str, items: Sequence[tuple[str, str, Sequence[str]]]
) -> Change:
    """Cards for the questions of one family: (name of the item, question, its three points). Those there stay."""
    there = {card.item: card for card in Card.objects.of(owner).filter(pack=pack, family=family)}
    with open_change(owner, "practice.pack", f"Added the questions of “{title}”.") as change:
        now = clock.now()
        change.make_many([
            Card(owner=owner, question=question, points=list(points), practice="say_aloud", pack=pack, family=family,
                 item=item, made_at=now, due_at=clock.start_of(now.date()))
            for item, question, points in items if item not in there
        ])  # fmt: skip
        for item, _, _ in items:
            if item in there:  # one that was let go is taken up again, with all that was answered
                change.edit(there[item], retired_on=None)
    return change.record


def remove_family(owner: Owner, *, pack: str, family: str, title: str) -> Change:
    """Let all cards of a family go. What was answered stays."""
    with open_change(owner, "practice.let_go", f"Let the cards of “{title}” go.") as change:
        for card in Card.objects.of(owner).filter(pack=pack, family=family, retired_on=None):
            change.edit(card, retired_on=clock.today())
    return change.record


def retire_card(owner: Owner, card: Card) -> Change:
    """Let a card go, or take it up again."""
    words = "Let a card go." if card.retired_on is None else "Took a card up again."
    with open_change(owner, "practice.retire", words) as change:
        change.edit(card, retired_on=clock.today() if card.retired_on is None else None)
    return change.record


def allow_practice_today(owner: Owner) -> None:
    """The person asks for practice on a day on which it is put away."""
    Skipped.objects.get_or_create(owner=owner, on=clock.today(), defaults={"practise": True})


def cache_schedules(owner: Owner, rows: Sequence[Card]) -> None:
    """Recompute what the cards cache of the log."""
    interview = find_next_interview_day(owner, clock.today())
    log = Review.objects.of(owner).filter(card__in=[row.pk for row in rows])
    states = rebuild_states([to_card(row) for row in rows], _date_reviews(log))
    for row in rows:
        row.due_at = clock.start_of(find_due_day(states[row.pk], interview=interview))
        row.state = state_to_json(states[row.pk])
        for name in SCHEDULE:
            setattr(row, name, getattr(states[row.pk], name))
    Card.objects.bulk_update(rows, ["due_at", "state", *SCHEDULE], batch_size=100)


def _date_reviews(log: Iterable[Review]) -> list[CardReview]:
    """Those of a clock that ran ahead count as given just before what was written next, or before now."""
    now = until = clock.now()
    dated = []
    for row in sorted(log, key=lambda one: one.pk, reverse=True):
        done = to_review(row)
        if done.at > now:
            done = replace(done, at=until - timedelta(microseconds=1))
        until = done.at
        dated.append(done)
    return dated


def rebuild_schedules(owner: Owner, only: Collection[int] | None = None) -> int:
    """Recompute what every card (or these) caches from the review log alone; how many there were."""
    rows = Card.objects.of(owner) if only is None else Card.objects.filter(owner=owner, pk__in=only)
    found = list(rows)
    cache_schedules(owner, found)
    return len(found)
