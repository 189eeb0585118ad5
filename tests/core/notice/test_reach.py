"""What a letter can touch: linking what is closed under looking gives what linking everything gives."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.notice.test_link import START, read

from onward.facts import LetterKind
from onward.notice.job.names import employer_words, is_misspelling, is_spelled_by, list_labels, list_slips
from onward.notice.linking.link import FilingPlan, KnownJob, LetterFacts, PersonDecision, link_letters
from onward.notice.linking.reach import list_marks, list_marks_of_name, list_wanted, list_wanted_by_name
from onward.notice.linking.values import ToldEvent

NAMES = [
    None, None, "Harborpoint Clinic", "Harborpiont Clinic", "Harbor Point Clinic", "Harborpoint", "harborpoint", "Exyra",
    "Exyra Technologies", "Exyra Group", "exyra", "Oakhollow Unified School District", "Oakhollow USD", "oakhollowusd",
    "Willow Bend", "Willow Bend, Inc.", "willowbend", "Jørgensen", "Jorgensen", "Northwind", "Northwinds", "North Shore",
]  # fmt: skip
SENDERS = [
    "no-reply@greenhouse-mail.io", "jo@harborpoint.example", "jobs@harborpoint.example", "lena@exyra.example",
    "exyra@myworkday.com", "kim@bridge.example", "hr@oakhollow.k12.oh.us", "", "sam@willowbend.example",
]  # fmt: skip


def letter(dice: random.Random, n: int) -> LetterFacts:
    name = dice.choice(NAMES)
    own = dice.random() < 0.15
    sender = dice.choice(SENDERS)
    mids = [f"m{dice.randrange(40)}" for _ in range(dice.choice([0, 0, 0, 1, 2]))]
    made = read(
        dice.choice(list(LetterKind)), dice.randrange(-1, 300), name, dice.choice([None, "Nurse", "Night Nurse", "Clerk"]),
        key=f"k{n:03}", by="domain" if name and name == name.lower() else "body", unsure=dice.random() < 0.2,
        sender="sam@home.example" if own else sender, outgoing=own, to=(dice.choice(SENDERS) or "x@y.example",),
        did=dice.choice(["applied", "withdrew", None]) if own else None, mid=f"m{n}", refs=mids,
        thread=dice.choice([None] * 6 + ["t1", "t2", "t3"]), number=dice.choice([None, None, "R100", "R200"]),
        agency=dice.choice([None, None, None, "Bridge"]),
    )  # fmt: skip
    return replace(made, words=dice.choice(["", "", "", "w1", "w2"]))


def job(dice: random.Random, n: int, keys: Sequence[str]) -> KnownJob:
    told = tuple(ToldEvent(n * 10 + m, dice.choice(["applied", "rejected"]), START + timedelta(days=dice.randrange(300)))
                 for m in range(dice.choice([0, 0, 1])))  # fmt: skip
    return KnownJob(
        n, dice.choice(NAMES) or "", dice.choice(["", "Nurse", "Clerk"]), by_hand=dice.random() < 0.5,
        first_on=dice.choice([None, START]), keys=frozenset(keys), told=told,
        merged_into=dice.choice([None, None, None, dice.randrange(1, 7)]),
    )  # fmt: skip


def decision(dice: random.Random, key: str) -> PersonDecision:
    return PersonDecision(
        key, kind=dice.choice([None, LetterKind.REJECTION, LetterKind.INTERVIEW]),
        opportunity=dice.choice([None, dice.randrange(1, 7)]), no_job=dice.random() < 0.2, no_event=dice.random() < 0.2,
    )  # fmt: skip


History = tuple[list[LetterFacts], list[KnownJob], list[PersonDecision]]


def history(seed: int) -> History:
    dice = random.Random(seed)
    letters = [letter(dice, n) for n in range(dice.randrange(2, 22))]
    keys = [one.key for one in letters]
    dice.shuffle(keys)
    jobs = [
        job(dice, n, [keys.pop() for _ in range(min(len(keys), dice.choice([0, 1, 2])))])
        for n in range(1, dice.randrange(1, 7))
    ]
    return letters, jobs, [decision(dice, one.key) for one in letters if dice.random() < 0.2]


def part_of(whole: History) -> list[History]:
    """What is closed under looking, each part once."""
    letters, jobs, decisions = whole
    near: dict[Any, set[Any]] = defaultdict(set)
    by_mark: dict[str, set[Any]] = defaultdict(set)
    for one in letters:
        for mark in list_marks(one):
            by_mark[mark].add(one.key)
    for known in jobs:
        for mark in list_marks_of_name(known.employer):
            by_mark[mark].add(known.id)
    wants = {one.key: list_wanted(one) for one in letters} | {one.id: list_wanted_by_name(one.employer) for one in jobs}
    for one, marks in wants.items():
        near[one] |= {found for mark in marks for found in by_mark[mark]}
    pairs = [(known.id, key) for known in jobs for key in known.keys]
    pairs += [(known.id, known.merged_into) for known in jobs] + [(said.opportunity, said.key) for said in decisions]
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)
    near.pop(None, None)
    left, parts = set(wants), []
    for first in wants:  # in their order: what is near needn't be mutual, so how many parts there are depends on it
        if first not in left:
            continue
        some = _close(first, near)
        left -= some
        parts.append((
            [one for one in letters if one.key in some], [one for one in jobs if one.id in some],
            [one for one in decisions if one.key in some],
        ))  # fmt: skip
    return parts


def _close(start: Any, near: dict[Any, set[Any]]) -> set[Any]:
    found, ahead = {start}, [start]
    while ahead:
        fresh = near.get(ahead.pop(), set()) - found - {None}
        found |= fresh
        ahead += fresh
    return found


def link(some: History) -> FilingPlan:
    return link_letters(some[0], known_jobs=some[1], decisions=some[2])


def told(*plans: FilingPlan) -> tuple[set[Any], set[Any]]:
    """What plans come to, whatever they call the jobs that are new."""
    jobs, waiting = set(), set()
    for plan in plans:
        called = {one.name: one.id or one.keys for one in plan.jobs}
        jobs |= {(one.id, one.employer, one.role, one.agency, one.keys, one.events, one.employer_known, one.absorbs, one.told)
                 for one in plan.jobs}  # fmt: skip
        waiting |= {(one.key, one.why, called.get(one.suggestion or "", one.suggestion)) for one in plan.waiting}
    return jobs, waiting


@pytest.mark.parametrize("first", range(0, 400, 40))
def test_parts_by_themselves_come_out_as_they_do_among_all(first: int) -> None:
    for seed in range(first, first + 40):
        whole = history(seed)
        assert told(*(link(part) for part in part_of(whole))) == told(link(whole)), seed


def test_a_search_falls_into_parts() -> None:
    assert sum(len(part_of(history(seed))) > 1 for seed in range(40)) > 20


WORDS = st.text("abcnoł", min_size=5, max_size=9)


@given(WORDS, WORDS)
def test_what_is_a_slip_of_a_name_has_the_name_among_its_own(one: str, other: str) -> None:
    assert ((other,) in list_slips((one,))) == ((one,) in list_slips((other,)))
    assert ((other,) in list_slips((one,))) == is_misspelling((one,), (other,))


@given(st.lists(st.sampled_from(["north", "shore", "of", "unified", "school"]), min_size=1, max_size=5), st.data())
def test_each_word_of_a_domain_that_spells_a_name_is_listed(words: list[str], data: Any) -> None:
    name = " ".join(words)
    label = "".join(data.draw(st.lists(st.sampled_from([*words, *(word[0] for word in words)]), max_size=5)))
    assert not is_spelled_by(label, name) or label in list_labels(name)
    assert employer_words(name)
