"""One kink over four months: suspected, confirmed by a feedback, practiced to learned, rare, and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from onward.debrief.chances import WorkedOn
from onward.debrief.chips import Chip
from onward.debrief.script import DebriefSetting, draw_lesson
from onward.kinks.evidence import Sighting, Status, weigh_evidence
from onward.kinks.gone import State, kink_verdict
from onward.kinks.kinds import BY_KEY
from onward.kinks.occasions import KinkOccasion
from onward.practice.cards import Card, CardReview
from onward.practice.learned import check_learned
from onward.practice.make import make_card_drafts
from onward.practice.schedule import CardState, find_due_day, rebuild_states

KINK = WorkedOn(1, "Length", BY_KEY["length"].chance)
BEGAN = date(2026, 3, 12)
INTERVIEWS = (
    date(2026, 3, 2),
    date(2026, 3, 20),
    date(2026, 4, 10),
    date(2026, 5, 4),
    date(2026, 6, 1),
    date(2026, 6, 25),
)


def debriefed(day: date, told: str, times: str = "") -> list[KinkOccasion]:
    answers = {"chances": {"kink_1": told, "times_1": times}}
    return [
        KinkOccasion(day, happened, interview=day.toordinal())
        for happened in draw_lesson(answers, DebriefSetting(worked_on=(KINK,))).occasions[1]
    ]


def test_it_is_a_hunch_until_the_employer_says_so() -> None:
    hunch = Sighting(Chip.FEELING, INTERVIEWS[0], 1)
    assert weigh_evidence([hunch]).status is Status.SUSPECTED
    said = Sighting(Chip.EMPLOYER, date(2026, 3, 10), 1, "D. R.")
    assert weigh_evidence([hunch, said]).status is Status.CONFIRMED
    assert not weigh_evidence([hunch, said]).pattern


def test_three_interviews_with_eight_clean_chances_are_not_eight_interviews() -> None:
    replies = [("a clean chance", "2"), ("a clean chance", "3"), ("a clean chance", "3"), ("it happened", "")]
    expected = [(0, 2), (0, 5), (0, 8), (1, 9)]
    told = debriefed(INTERVIEWS[0], "it happened")
    for day, reply, counts in zip(INTERVIEWS[1:], replies, expected, strict=False):
        told += debriefed(day, *reply)
        now = kink_verdict(told, practice_began=BEGAN)
        assert (now.state, now.seen, now.chances) == (State.WORKING, *counts)
        assert now.before.seen == 1


def test_it_is_rare_after_eight_clean_interviews_and_comes_back() -> None:
    days = [BEGAN + timedelta(days=7 * n) for n in range(1, 10)]
    told = [one for day in days[:8] for one in debriefed(day, "a clean chance")]
    assert kink_verdict(told, practice_began=BEGAN).state is State.RARE
    back = kink_verdict([*told, *debriefed(days[8], "it happened")], practice_began=BEGAN)
    assert (back.state, back.seen, back.chances, back.came_back_on) == (State.WORKING, 1, 9, days[8])


def practised_when_due(interviews: tuple[date, ...], until: date) -> tuple[CardState, list[date]]:
    """A card answered clearly on every day it is due."""
    draft = make_card_drafts(BY_KEY["length"])[0]
    card = Card(1, draft.question, draft.points, draft.way, datetime.combine(BEGAN, time(18), UTC))
    log: list[CardReview] = []
    day = BEGAN
    while day <= until:
        state = rebuild_states([card], log)[1]
        ahead = next((i for i in interviews if i >= day), None)
        if find_due_day(state, interview=ahead) <= day:
            log.append(CardReview(1, datetime.combine(day, time(18), UTC), frozenset({0, 1, 2})))
        day += timedelta(days=1)
    return rebuild_states([card], log)[1], [one.at.date() for one in log]


def test_it_is_practised_to_learned_with_one_repetition_before_every_interview() -> None:
    state, days = practised_when_due(INTERVIEWS, date(2026, 6, 25))
    now = check_learned(state)
    assert (now.yes, now.days_right) == (True, len(set(days)))
    for interview in INTERVIEWS[1:]:
        assert any((interview - day).days in (1, 2) for day in days)


def test_learned_and_gone_imply_nothing_of_each_other() -> None:
    state, _ = practised_when_due(INTERVIEWS, date(2026, 6, 25))
    assert check_learned(state).yes
    assert kink_verdict([KinkOccasion(INTERVIEWS[1], happened=True)] * 3, practice_began=BEGAN).state is State.WORKING
