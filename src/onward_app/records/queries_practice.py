"""Reads for practice: cards with their states, rebuilt from the review log."""

from __future__ import annotations

from datetime import date

from onward.practice.cards import Card as Fact
from onward.practice.cards import Review as Done
from onward.practice.schedule import CardState, rebuild
from onward.practice.session import Evening, Session, session
from onward_app.records import queries_recover
from onward_app.records.models import Card, Interview, Owner, Review, Skipped


def cards(owner: Owner) -> list[Card]:
    """Every card that stands, those for a kink first."""
    return list(Card.objects.of(owner).select_related("kink").order_by("retired_on", "pk"))


def states(owner: Owner, rows: list[Card]) -> dict[int, CardState]:
    """Where each card is, by the log alone, with one query."""
    log = [
        Done(card=r.card_id, at=r.at, met=frozenset(r.met))
        for r in Review.objects.of(owner).filter(card__in=[row.pk for row in rows])
    ]
    return rebuild([fact(row) for row in rows], log)


def fact(row: Card) -> Fact:
    """The stored card as the library's."""
    return Fact(
        id=row.pk, question=row.question, points=tuple(row.points), way=row.practice, made=row.made_at, kink=row.kink_id,
        pack=row.pack, family=row.family, item=row.item, retired=row.retired_on is not None,
    )  # fmt: skip


def next_interview(owner: Owner, on: date) -> date | None:
    """The day of the next interview of a job that is still open."""
    rows = Interview.objects.of(owner).filter(on__gte=on, opportunity__stands=True, opportunity__ended="")
    return rows.order_by("on").values_list("on", flat=True).first()


def tonight(owner: Owner, on: date) -> Session:
    """The cards for now."""
    rows = cards(owner)
    today = Review.objects.of(owner).filter(at__date=on)
    evening = Evening(
        on=on,
        interview=next_interview(owner, on),
        rejection_day=queries_recover.is_rejection_day(owner, on),
        asked_for=Skipped.objects.filter(owner=owner, on=on, practise=True).exists(),
        cards_done=today.values("card").distinct().count(),
        minutes_done=sum(s or 0 for s in today.values_list("seconds", flat=True)) / 60,
    )
    return session([fact(row) for row in rows], states(owner, rows), evening)
