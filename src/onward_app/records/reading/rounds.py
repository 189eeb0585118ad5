"""Reads for mock rounds: the one that is open, those that were, and what came of their questions."""

from __future__ import annotations

from dataclasses import dataclass

from onward.practice.again import Again, find_next_time
from onward.practice.cards import Grade, grade_points
from onward.practice.rounds import NEVER_ASKED
from onward_app import clock
from onward_app.records.models import Attempt, Card, Owner, Recording, Round
from onward_app.records.reading.practice import find_next_interview_day, load_states


@dataclass(frozen=True, slots=True)
class RoundQuestion:
    """One question of a round: its answer, its recording, and once it is graded its mark and what is next for it."""

    row: Attempt
    recording: Recording | None
    points: tuple[tuple[int, str, bool], ...]
    mark: Grade | None
    again: Again | None
    can_keep: bool

    @property
    def answer(self) -> str:
        """What was written."""
        return "\n\n".join(part for part in self.row.parts if part)


def find_open_round(owner: Owner) -> Round | None:
    """The newest one that isn't finished."""
    return Round.objects.of(owner).filter(done_at=None).first()


def list_done_rounds(owner: Owner) -> list[Round]:
    """Those that are finished, newest first."""
    return list(Round.objects.of(owner).exclude(done_at=None))


def count_round_cards(owner: Owner) -> int:
    """Of how many cards of one's own a round could be made."""
    return Card.objects.of(owner).filter(retired_on=None).exclude(practice=NEVER_ASKED).count()


def find_next_attempt(row: Round) -> Attempt | None:
    """The first question that has no answer yet."""
    return row.attempts.filter(answered_at=None).first()


def list_round_questions(owner: Owner, row: Round) -> list[RoundQuestion]:
    """Every question of a round in order, with a fixed number of queries whatever their number."""
    attempts = list(row.attempts.select_related("card"))
    sounds = {r.name: r for r in Recording.objects.filter(owner=owner, name__in=[a.recording for a in attempts])}
    cards = [a.card for a in attempts if a.card is not None and a.card.stands]
    coming = _map_coming(owner, cards)
    known = set(Card.objects.of(owner).exclude(item="").values_list("pack", "item"))
    return [
        RoundQuestion(
            row=one,
            recording=sounds.get(one.recording),
            points=tuple((n, point, n in (one.met or ())) for n, point in enumerate(one.points)),
            mark=None if one.met is None else grade_points(one.met),
            again=coming.get(one.card_id or 0),
            can_keep=one.card_id is None and bool(one.item) and (one.pack, one.item) not in known,
        )
        for one in attempts
    ]


def _map_coming(owner: Owner, cards: list[Card]) -> dict[int, Again]:
    today = clock.today()
    interview = find_next_interview_day(owner, today)
    states = load_states(cards)
    return {
        card.pk: find_next_time(states[card.pk], on=today, interview=interview) for card in cards if not card.retired_on
    }
