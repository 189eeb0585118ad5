"""Cards and the review log. The log is the truth; what a card caches of it is computed again after each review."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, time

from onward.practice.cards import Mark, mark
from onward.practice.schedule import due_on
from onward_app import clock
from onward_app.records import queries_practice
from onward_app.records.models import Card, Change, Owner, Review, Skipped
from onward_app.records.writing.changes import change


def answer(owner: Owner, card: Card, *, text: str, met: Collection[int], seconds: int | None = None) -> Change:
    """One answer with its grade, given after it."""
    words = {Mark.NOT_YET: "Not yet; it comes again soon.", Mark.PARTLY: "Partly there.", Mark.CLEAR: "Clear."}
    with change(owner, "practice.answer", words[mark(met)]) as doing:
        doing.make(Review, card=card, at=clock.now(), answer=text, met=sorted(set(met)), seconds=seconds)
    cache(owner, [card])
    return doing.record


def add(owner: Owner, *, question: str, points: Sequence[str]) -> Change:
    """A card of the person's own."""
    with change(owner, "practice.add", "Added a card.") as doing:
        now = clock.now()
        doing.make(Card, question=question, points=list(points), practice="say_aloud", made_at=now, due_at=now)
    return doing.record


def add_family(
    owner: Owner, *, pack: str, family: str, title: str, items: Sequence[tuple[str, str, Sequence[str]]]
) -> Change:
    """Cards for the questions of one family: (name of the item, question, its three points). Those there stay."""
    there = set(Card.objects.of(owner).filter(pack=pack, family=family).values_list("item", flat=True))
    with change(owner, "practice.pack", f"Added the questions of “{title}”.") as doing:
        now = clock.now()
        doing.make_many([
            Card(owner=owner, question=question, points=list(points), practice="say_aloud", pack=pack, family=family,
                 item=item, made_at=now, due_at=now)
            for item, question, points in items if item not in there
        ])  # fmt: skip
    return doing.record


def retire(owner: Owner, card: Card) -> Change:
    """Let a card go, or take it up again."""
    words = "Let a card go." if card.retired_on is None else "Took a card up again."
    with change(owner, "practice.retire", words) as doing:
        doing.edit(card, retired_on=clock.today() if card.retired_on is None else None)
    return doing.record


def practise_today(owner: Owner) -> None:
    """The person asks for practice on a day on which it is put away."""
    Skipped.objects.get_or_create(owner=owner, on=clock.today(), defaults={"practise": True})


def cache(owner: Owner, rows: list[Card]) -> None:
    """Recompute what the cards cache of the log."""
    interview = queries_practice.next_interview(owner, clock.today())
    for pk, state in queries_practice.states(owner, rows).items():
        due = datetime.combine(due_on(state, interview=interview), time(), UTC)
        Card.objects.filter(pk=pk).update(due_at=due, stability=state.stability)
