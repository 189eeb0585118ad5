"""What the evidence of a kink comes to is kept with it, and is what all of it says, after every kind of change."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.filled import fill, on_the_morning
from tests.records.test_counted import DEEDS, choose_meeting

from onward.debrief.chips import Chip
from onward.kinks.gathered import GatheredEvidence, evidence_from_json
from onward.kinks.gone import State
from onward.kinks.kinds import NOT_MINE
from onward_app import clock
from onward_app.records.models import Card, Chance, Interview, Kink, Opportunity, Owner, Sighting
from onward_app.records.reading.evidence import trace_kinks
from onward_app.records.reading.kinks import rank_kinks, rank_strengths, report_kinks
from onward_app.records.reading.rows import list_opportunities
from onward_app.records.writing.debrief import finish_debrief, save_screen_answer, start_debrief
from onward_app.records.writing.evidence import rebuild_kinks
from onward_app.records.writing.kinks import (
    add_kink,
    add_sighting,
    correct_chance,
    edit_sighting,
    mark_not_mine,
    merge_kinks,
    remember_chances,
    remove_kink,
    remove_sighting,
    set_kink_kind,
    set_working_on,
)
from onward_app.records.writing.practice import grade_card
from onward_app.records.writing.rebuild import rebuild_everything
from onward_app.records.writing.refusals import EventRefused
from onward_app.records.writing.undo import CannotUndo

BEGAN = date(2026, 9, 1)
WHO = ("", "Dana", "Dana Ruiz", "the panel", "Lee")
WORDS = ("Too long", "", "I laughed. Then they did.")


@pytest.fixture
def me(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Owner]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        fill(alice)
        yield alice


def kept(owner: Owner) -> dict[int, Any]:
    return dict(Kink.objects.filter(owner=owner).order_by("pk").values_list("pk", "evidence"))


def traced(owner: Owner) -> dict[int, GatheredEvidence]:
    """All that each kink's rows say, without what depends on the day."""
    told = {one.row.pk: one.evidence for one in trace_kinks(owner)}
    return {pk: replace(one, verdict=replace(one.verdict, missing=0, words="")) for pk, one in told.items()}


def assert_kept_as_traced(owner: Owner) -> None:
    """To the last digit, and so is what pages make of it."""
    told, whole = report_kinks(owner), trace_kinks(owner)
    assert {one.row.pk: one.evidence for one in told} == traced(owner)
    for one, other in zip(told, whole, strict=True):
        for name in ("called", "kind_word", "plainly", "known", "times", "status", "state", "apart", "gone", "plan"):
            assert getattr(one, name) == getattr(other, name), name
        assert one.standing == other.standing
        assert not one.row.strength or one.best_seen == other.best_seen
    assert [why for _, why in rank_kinks(owner, told)] == [why for _, why in rank_kinks(owner, whole)]
    assert [one.row.pk for one in rank_strengths(told)] == [one.row.pk for one in rank_strengths(whole)]


def assert_rebuild_changes_nothing(owner: Owner) -> None:
    before = kept(owner)
    assert rebuild_kinks(owner) == len(before)
    assert kept(owner) == before


def test_a_search_with_something_of_everything_keeps_what_its_evidence_says(me: Owner) -> None:
    assert any(one.verdict.before.seen for one in traced(me).values())
    assert any(one.counts.by_employer for one in traced(me).values())
    assert_kept_as_traced(me)
    assert_rebuild_changes_nothing(me)


def test_what_is_lost_is_found_anew_and_said(me: Owner) -> None:
    before = kept(me)
    assert all(before.values())
    Kink.objects.filter(owner=me).update(evidence={})
    found = {one.what: one for one in rebuild_everything(me)}
    assert kept(me) == before
    assert found["evidence of kinks"].differing == len(before)
    assert not any(one.differing for one in rebuild_everything(me))


def test_it_comes_back_from_the_database_as_it_was_counted(me: Owner) -> None:
    row = Kink.objects.of(me).filter(strength=False).first()
    Kink.objects.filter(pk=row.pk).update(working_since=BEGAN)
    job = list_opportunities(me)[0]
    for day, came in enumerate("c" * 9 + "x" + "ccc", 1):
        met = Interview.objects.create(owner=me, opportunity=job, on=BEGAN + timedelta(days=day))
        remember_chances(me, row, {met: came == "x"})
    told = evidence_from_json(Kink.objects.get(pk=row.pk).evidence).verdict
    assert (told.came_back, told.came_back_on, told.state) == (True, BEGAN + timedelta(days=10), State.WORKING)
    assert told == traced(me)[row.pk].verdict


def test_what_is_read_grows_with_the_kinks_and_not_with_their_evidence(
    me: Owner, django_assert_num_queries: Any
) -> None:
    row = Kink.objects.of(me).filter(strength=False).first()
    for _ in range(30):
        add_sighting(me, row, text="Too long", chip=Chip.INTERVIEWER, on=BEGAN)
    with django_assert_num_queries(2):
        told = report_kinks(me)
    assert len(told[0].quoted) <= len(told)


@pytest.mark.parametrize("seed", range(5))
def test_after_any_changes_in_any_order_it_is_what_all_of_it_says(me: Owner, seed: int) -> None:
    dice, done = random.Random(seed), 0
    for _ in range(45):
        deed = dice.choice((*DEEDS, *OF_KINKS, *OF_KINKS))
        try:
            deed(me, dice, *dice.sample(list(list_opportunities(me).order_by("pk")), 2))
        except (EventRefused, CannotUndo):
            continue
        done += 1
        assert_kept_as_traced(me)
        assert_rebuild_changes_nothing(me)
    assert done > 20


def choose_some(rows: Any, dice: random.Random, most: int = 1) -> list[Any]:
    """So many of them, where there are any."""
    there = list(rows)
    return dice.sample(there, min(most, len(there)))


def choose_kinks(me: Owner, dice: random.Random, most: int = 1) -> list[Kink]:
    return choose_some(Kink.objects.of(me).filter(strength=False), dice, most)


def _note(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    kind = dice.choice(["length", "story", "own", NOT_MINE])
    name = "I rush on" if kind == "own" else ""
    met = next(iter(choose_meeting(me, dice)), None)
    strength = dice.random() < 0.3
    add_kink(me, kind="" if strength else kind, name=name, strength=strength, text=dice.choice(WORDS) or "So it was",
             chip=dice.choice(list(Chip)), interview=met)  # fmt: skip


def _see(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    for row in choose_some(Kink.objects.of(me), dice):
        met = next(iter(choose_meeting(me, dice)), None) if dice.random() < 0.8 else None
        on = BEGAN + timedelta(days=dice.randrange(80))
        add_sighting(
            me, row, text=dice.choice(WORDS), chip=dice.choice(list(Chip)), on=on, group=dice.choice(WHO), interview=met
        )


def _alter_evidence(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    for row in choose_some(Sighting.objects.of(me).select_related("kink"), dice):
        deed = dice.randrange(5)
        if deed == 0:
            mark_not_mine(me, row, so=not row.not_mine)
        elif deed == 1:
            remove_sighting(me, row)
        elif deed == 2:
            edit_sighting(
                me, row, group=dice.choice(WHO), text=dice.choice(WORDS), source=dice.choice(list(Chip)).value
            )
        else:
            edit_sighting(me, row, kink=dice.choice(list(Kink.objects.of(me))), on=BEGAN)


def _remember(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    held = Interview.objects.of(me).filter(on__lte=clock.today())
    for row in choose_kinks(me, dice):
        remember_chances(me, row, {met: dice.random() < 0.3 for met in choose_some(held, dice, 3)})


def _correct(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    for row in choose_some(Chance.objects.of(me).select_related("kink"), dice):
        correct_chance(me, row, happened=dice.choice([True, False, None]))


def _work(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    day = BEGAN + timedelta(days=dice.randrange(80))
    for row in choose_kinks(me, dice):
        with clock.fixed(f"{day}T09:00"):
            set_working_on(me, row, on=dice.random() < 0.8)


def _practice(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    for card in choose_some(Card.objects.of(me).exclude(kink=None), dice):
        grade_card(me, card, met=dice.choice([set(), {0}, {0, 1}]))


def _join(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    some = choose_kinks(me, dice, 2)
    if len(some) == 2:
        merge_kinks(me, *some)


def _name_kind(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    for row in choose_kinks(me, dice):
        set_kink_kind(me, row, dice.choice(["length", "story", "result", NOT_MINE]))


def _take_away(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    if Kink.objects.of(me).count() > 3:
        remove_kink(me, dice.choice(list(Kink.objects.of(me))))


def _replay(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    for met in choose_meeting(me, dice):
        row = start_debrief(me, met.opportunity, met, script="good")
        save_screen_answer(row, "worked", {"text": "I named a real case", "chip": str(Chip.INTERVIEWER)})
        finish_debrief(me, row)


OF_KINKS = (
    _note, _see, _see, _see, _alter_evidence, _alter_evidence, _remember, _remember, _correct, _work, _practice,
    _practice, _join, _name_kind, _take_away, _replay,
)  # fmt: skip
