"""The odds: a range, never a promise, without chance, and more open doors never make them worse."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise, product
from math import exp, log
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.facts import Stage
from onward.pace.doors import JobChance, share_in_time
from onward.pace.odds import MOST_A_WEEK, Odds, odds, pace_for
from onward.pace.stage_rates import MOVES_ON, NEXT, PERSON, STEPS, StageRecord, believe_rates, next_step
from onward.wording.days import say_day

ON, BY = date(2026, 3, 3), date(2026, 9, 1)
OPEN = [JobChance(Stage.INTERVIEW), JobChance(Stage.FINAL), JobChance(Stage.APPLIED)]


def at(chances: list[JobChance], record: StageRecord | None = None, *, by: date = BY, a_week: float = 0.0) -> Odds:
    return odds(chances, record or StageRecord(), on=ON, by=by, a_week=a_week)


def test_it_says_a_chance_a_range_and_what_it_is_from() -> None:
    now = at(OPEN)
    assert now.interval.low < now.mean < now.interval.high
    assert now.words.startswith("At least one signed offer by 1 September 2026: about one in")
    assert now.words.endswith("from 3 open opportunities.")
    assert len(now.each) == 3
    assert now.spread is not None
    assert 1 <= now.spread.low <= now.spread.high <= 3


def test_there_is_no_chance_in_it() -> None:
    first = at(OPEN)
    believe_rates(StageRecord({Stage.FINAL: (1, 2)}))
    assert at(OPEN) == first
    assert at(OPEN[::-1]).mean == pytest.approx(first.mean, abs=1e-12)


def test_an_interview_becomes_an_offer_one_time_in_five() -> None:
    assert MOVES_ON[Stage.INTERVIEW].mean * MOVES_ON[Stage.FINAL].mean == pytest.approx(0.20)
    assert MOVES_ON[Stage.APPLIED].mean == pytest.approx(1 / 15)
    assert MOVES_ON[Stage.VERBAL].mean == pytest.approx(0.92)


def test_each_usual_rate_weighs_as_much_as_ten_jobs_of_ones_own() -> None:
    weights = {stage: rate.a + rate.b for stage, rate in MOVES_ON.items()}
    assert weights.pop(Stage.APPLIED) == pytest.approx(15)  # as its source counts: one interview in 15
    assert all(weight == pytest.approx(10) for weight in weights.values())


def test_a_day_is_only_ever_said_with_a_chance_between_two_ends() -> None:
    said = [
        at([JobChance(stage) for stage in jobs], by=by, a_week=a_week)
        for jobs in ([], [Stage.LEAD], [Stage.APPLIED] * 40, [Stage.VERBAL] * 5, [Stage.WRITTEN] * 30)
        for by, a_week in product((BY, ON + timedelta(days=1), ON + timedelta(days=3000)), (0.0, 15.0))
        if jobs or a_week
    ]
    for one in said:
        day, chance = one.words.split(": ", 1)
        assert day.startswith("At least one signed offer by ")
        assert re.match(r"(?:fewer than one in|about|likely, and never sure)\b", chance), one.words
        assert 0 <= one.mean <= 1
        assert "between" in chance or "about 99 in 100" in chance or one.mean < 0.005, one.words
        assert not re.search(r"\b(?:will|certain|all|guarantee\w*)\b", one.words), one.words


def test_nothing_open_is_no_chance_and_signed_is_certain() -> None:
    assert at([]).mean == pytest.approx(0, abs=1e-9)
    assert (at([]).interval.low, at([]).spread) == (0, None)
    assert at([JobChance(Stage.SIGNED)]).mean == 1
    assert at([JobChance(Stage.SIGNED), *OPEN]).mean == 1


def test_nothing_open_is_said_without_a_figure() -> None:
    assert at([]).words == f"Nothing is open that could be signed by {say_day(BY)}."


def test_weeks_that_nobody_has_counted_are_said_beside_the_chance() -> None:
    silent = [JobChance(Stage.APPLIED, unknown=True)] * 30
    assert at([*silent, *OPEN]).words.endswith("Less if 30 of them have been silent.")
    assert "silent" not in at(OPEN).words


def test_every_step_before_signed_leads_to_signed() -> None:
    for step in STEPS:
        path = [step]
        while path[-1][0] in NEXT:
            path.append(next_step(path[-1]))
        assert path[-1][0] is Stage.SIGNED


def test_it_agrees_with_a_simulation_of_the_same_assumptions() -> None:
    """Rates are drawn, then jobs, with dice of their own: the exact figures have to lie within what dice leave open."""
    chance, runs, hits = Random(3), 20_000, 0
    chances = [JobChance(Stage.APPLIED, still=0.6)] * 12 + [JobChance(Stage.INTERVIEW)] * 2
    for _ in range(runs):
        shared = chance.gauss(0, PERSON)
        rates = {stage: _draw(chance, stage, shared) for stage in MOVES_ON}
        hits += any(_is_signed(chance, one, rates) for one in chances)
    assert at(chances).mean == pytest.approx(hits / runs, abs=0.012)


def _draw(chance: Random, stage: Stage, shared: float) -> float:
    belief = MOVES_ON[stage]
    strength = belief.a + belief.b
    mean = 1 / (1 + exp(log(belief.b / belief.a) - shared))
    return chance.betavariate(mean * strength, (1 - mean) * strength)


def _is_signed(chance: Random, one: JobChance, rates: dict[Stage, float]) -> bool:
    stage, alive = one.stage, chance.random() < one.still * share_in_time(one.stage, (BY - ON).days)
    while alive and stage in NEXT:
        alive, stage = chance.random() < rates[stage], NEXT[stage]
    return alive


def test_shared_rates_make_the_range_wider_than_independence_would() -> None:
    many = at([JobChance(Stage.FINAL)] * 6)
    assert many.interval.high - many.interval.low > 0.2


def test_much_of_their_own_leaves_little_of_what_people_differ_by() -> None:
    """A hundred of a thousand own applications moved on: the rate is known to .009, so nothing is added to it again."""
    record = StageRecord({Stage.APPLIED: (100, 900)})
    surely = StageRecord({stage: (9000.0, 1000.0) for stage in NEXT if stage is not Stage.APPLIED} | record.moved)
    one = at([JobChance(Stage.APPLIED)], surely, by=date(2036, 1, 1))
    assert one.mean == pytest.approx(0.1 * 0.9**3, abs=0.003)
    assert (one.interval.low, one.interval.high) == pytest.approx((0.065, 0.081), abs=0.004)


def test_the_persons_own_counts_move_it() -> None:
    good = StageRecord({Stage.FINAL: (8, 0), Stage.INTERVIEW: (8, 0)})
    bad = StageRecord({Stage.FINAL: (0, 8), Stage.INTERVIEW: (0, 8)})
    assert at(OPEN, good).mean > at(OPEN).mean > at(OPEN, bad).mean


def test_own_counts_at_one_stage_say_something_of_the_person_at_the_others() -> None:
    bad = StageRecord({Stage.INTERVIEW: (0, 20)})
    assert at([JobChance(Stage.FINAL)], bad).mean < at([JobChance(Stage.FINAL)]).mean


def test_warm_contacts_and_silence_count() -> None:
    cold, warm = at([JobChance(Stage.APPLIED)]), at([JobChance(Stage.APPLIED, warm=True)])
    assert warm.mean > 2 * cold.mean
    assert at([JobChance(Stage.FINAL, still=0.2)]).mean == pytest.approx(
        0.2 * at([JobChance(Stage.FINAL)]).mean, abs=1e-4
    )


def test_a_day_more_of_silence_never_makes_a_chance_jump() -> None:
    chances = [at([JobChance(Stage.FINAL, still=1 - step / 50)]).mean for step in range(51)]
    steps = [before - after for before, after in pairwise(chances)]
    assert max(steps) < 1.1 * min(steps)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.builds(JobChance, st.sampled_from(list(Stage)), st.booleans(), st.floats(0, 1)), max_size=6),
    st.sampled_from(list(Stage)),
)
def test_another_open_door_and_a_later_day_never_lower_it(chances: list[JobChance], stage: Stage) -> None:
    now = at(chances)
    assert 0 <= now.interval.low <= now.interval.high <= 1
    assert 0 <= now.mean <= 1
    assert at([*chances, JobChance(stage)]).mean >= now.mean - 1e-12
    assert at(chances, by=date(2027, 1, 1)).mean >= now.mean - 1e-12


@pytest.mark.parametrize("jobs", [1, 10_000])
def test_one_job_and_ten_thousand_are_chances_too(jobs: int) -> None:
    now = at([JobChance(Stage.APPLIED, still=1 - (n % 100) / 100) for n in range(jobs)])
    assert 0 <= now.interval.low <= now.mean <= now.interval.high <= 1
    assert len(now.each) == jobs


def test_a_day_that_is_past_leaves_no_chance() -> None:
    assert at(OPEN, by=ON - timedelta(days=3)).mean == pytest.approx(0, abs=1e-9)


def test_what_a_wished_for_chance_needs_reaches_it_and_one_less_does_not() -> None:
    needed = pace_for(0.5, OPEN, StageRecord(), on=ON, by=BY)
    assert needed.a_week is not None
    assert at(OPEN, a_week=needed.a_week).mean >= 0.5 > at(OPEN, a_week=needed.a_week - 1).mean
    assert needed.through_people is not None
    assert needed.through_people <= needed.a_week
    assert f"it takes {needed.a_week} tailored application" in needed.words


def test_what_is_open_can_be_enough() -> None:
    needed = pace_for(0.3, OPEN, StageRecord(), on=ON, by=BY)
    assert (needed.a_week, needed.words[:17]) == (0, "What is open alre")
    assert pace_for(0.9, [JobChance(Stage.SIGNED)], StageRecord(), on=ON, by=BY).a_week == 0


def test_it_never_asks_for_more_than_anybody_should_send() -> None:
    never = pace_for(0.99, [], StageRecord(), on=ON, by=date(2026, 3, 20))
    assert never.a_week is None
    assert "people you know" in never.words
    people = pace_for(0.7, [], StageRecord(), on=ON, by=date(2026, 6, 1))
    assert people.a_week is None
    assert people.through_people is not None
    assert people.through_people <= MOST_A_WEEK
    assert f"Through people, {people.through_people} a week would." in people.words
