"""Linking: which letters are about one job, whatever the order in which they are read."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.facts import LetterKind, Stage
from onward.notice.linking.link import (
    FilingPlan,
    KnownJob,
    LetterFacts,
    PersonDecision,
    PlannedJob,
    fingerprint,
    link_letters,
    to_letter_facts,
)
from onward.notice.linking.values import ToldEvent
from onward.notice.message.letter import Address, parse_letter
from onward.notice.verdict import Details, Guess, Reason, Verdict

START = date(2026, 6, 1)
YES, MEET, NO, OFFER = LetterKind.CONFIRMATION, LetterKind.INTERVIEW, LetterKind.REJECTION, LetterKind.OFFER
TEST, ADVICE, CALLING, OTHER = LetterKind.ASSESSMENT, LetterKind.FEEDBACK, LetterKind.OUTREACH, LetterKind.OTHER
_STAGES = {YES: Stage.APPLIED, TEST: Stage.SCREEN, MEET: Stage.INTERVIEW, OFFER: Stage.VERBAL}
_number = count()


def read(
    kind: LetterKind,
    day: int,
    employer: str | None = "Willow Bend",
    role: str | None = None,
    **more: Any,
) -> LetterFacts:
    """One letter as it was read, `day` days after the start."""
    key = more.get("key") or f"k{next(_number):04}"
    details = Details(
        employer=employer,
        role=role,
        agency=more.get("agency"),
        stage=more.get("stage") or _STAGES.get(kind),
        reason=more.get("reason"),
        employer_by=more.get("by", "body" if employer else None),
        number=more.get("number"),
        did=more.get("did"),
    )
    unsure = more.get("unsure", False)
    chance = 0.6 if unsure else 0.99
    guess = Guess(kind, chance, unsure=unsure, chances={kind: chance, **more.get("chances", {})})
    sender = Address("", more.get("sender", "no-reply@greenhouse-mail.io"))
    return LetterFacts(
        key=key,
        on=None if day < 0 else START + timedelta(days=day),
        message_id=more.get("mid", f"{key}@x"),
        refs=frozenset(more.get("refs", ())),
        thread=more.get("thread"),
        sender=sender,
        to=tuple(Address("", to) for to in more.get("to", ("robin@example.org",))),
        subject="",
        verdict=Verdict(guess, details, outgoing=more.get("outgoing", False)),
        fingerprint=more.get("fingerprint", key),
    )


def kinds(job: PlannedJob) -> list[str]:
    return [event.kind for event in job.events]


def shape(plan: FilingPlan) -> list[tuple[str, str, list[str]]]:
    return [(job.employer, job.role, kinds(job)) for job in plan.jobs]


def only(plan: FilingPlan) -> PlannedJob:
    (job,) = plan.jobs
    return job


# It works


def test_one_application_from_receipt_to_no_is_one_job() -> None:
    plan = link_letters(
        [read(YES, 0, role="Nurse"), read(MEET, 9, role="Nurse"), read(NO, 20, role="Nurse", reason=Reason.FILLED)]
    )
    assert shape(plan) == [("Willow Bend", "Nurse", ["applied", "interview", "rejected"])]
    assert plan.waiting == ()
    assert only(plan).name == "new-1"
    assert only(plan).events[-1].reason == "position filled"


def test_two_roles_at_one_employer_stay_apart() -> None:
    plan = link_letters([read(YES, 0, role="Nurse"), read(YES, 1, role="Case Manager"), read(NO, 9, role="Nurse")])
    assert shape(plan) == [
        ("Willow Bend", "Nurse", ["applied", "rejected"]),
        ("Willow Bend", "Case Manager", ["applied"]),
    ]


def test_a_thread_that_names_two_roles_is_split() -> None:
    plan = link_letters([read(YES, 0, role="Nurse", thread="t"), read(YES, 2, role="Case Manager", thread="t")])
    assert [job.role for job in plan.jobs] == ["Nurse", "Case Manager"]


def test_two_numbers_for_one_role_are_two_jobs() -> None:
    plan = link_letters([read(YES, 0, role="Nurse", number="R100"), read(YES, 1, role="Nurse", number="R200")])
    assert len(plan.jobs) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("Willow Bend, Inc.", "WillowBend"), ("Willow Bend Careers", "Willow Bend LLC"), ("Exyra", "Exyra Technologies"),
     ("The Maple Counselling Center", "Maple Counseling Center"),
     ("Il Glicine ONLUS", "Il Glicine"), ("Oakhollow USD", "Oakhollow Unified School District")],
)  # fmt: skip
def test_names_that_surely_mean_one_employer_are_one(one: str, other: str) -> None:
    assert len(link_letters([read(YES, 0, one, "Nurse"), read(NO, 9, other, "Nurse")]).jobs) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("North Shore", "South Shore"), ("Mercy East Clinic", "Mercy West Clinic"), ("Harbor Health", "Harbor Behavioral Health"),
     ("General Systems", "General Services"), ("Meridian Group", "Meridian Solutions"), ("Unit 31", "Unit 32")],
)  # fmt: skip
def test_names_that_only_sound_alike_are_two(one: str, other: str) -> None:
    assert len(link_letters([read(YES, 0, one, "Nurse"), read(YES, 9, other, "Nurse")]).jobs) == 2


def test_a_shorter_name_is_one_with_the_longer_when_one_domain_uses_both() -> None:
    here, there = "jo@willowbend.example", "sam@willowbend.example"
    plan = link_letters(
        [
            read(YES, 0, "Willow Bend Counseling", "Nurse", sender=here),
            read(NO, 9, "Willow Bend", "Nurse", sender=there),
        ]
    )
    assert only(plan).employer == "Willow Bend Counseling"


def test_a_bare_domain_finds_the_employer_it_spells() -> None:
    plan = link_letters(
        [read(YES, 0, "Ninefold Behavioral Health", "Nurse"), read(MEET, 5, "ninefoldbh", "Nurse", by="domain")]
    )
    assert (only(plan).employer, kinds(only(plan))) == ("Ninefold Behavioral Health", ["applied", "interview"])


def test_a_letter_without_a_role_goes_to_the_one_live_job() -> None:
    plan = link_letters([read(YES, 0, role="Nurse"), read(NO, 9)])
    assert kinds(only(plan)) == ["applied", "rejected"]


def test_a_receipt_without_a_role_is_found_again_by_the_no_that_names_it() -> None:
    assert kinds(only(link_letters([read(YES, 0), read(NO, 9, role="Nurse")]))) == ["applied", "rejected"]


def test_a_letter_without_a_role_goes_to_the_job_of_the_person_who_writes() -> None:
    jo = "jo.doe@willowbend.example"
    plan = link_letters(
        [
            read(YES, 0, role="Nurse"),
            read(YES, 0, role="Clerk"),
            read(MEET, 5, role="Clerk", sender=jo),
            read(NO, 9, sender=jo),
        ]
    )
    assert {job.role: kinds(job) for job in plan.jobs} == {
        "Nurse": ["applied"],
        "Clerk": ["applied", "interview", "rejected"],
    }


def test_a_thread_carries_employer_and_role() -> None:
    first = read(MEET, 0, role="Nurse", mid="a@x")
    plan = link_letters([first, read(NO, 9, None, refs=["a@x"]), read(OTHER, 3, None, refs=["a@x"], outgoing=True)])
    assert kinds(only(plan)) == ["interview", "rejected"]
    assert len(only(plan).keys) == 3


def test_a_shorter_role_is_the_longer_one_when_only_that_is_open() -> None:
    plan = link_letters([read(YES, 0, role="Outpatient Therapist"), read(NO, 9, role="Therapist")])
    assert shape(plan) == [("Willow Bend", "Outpatient Therapist", ["applied", "rejected"])]


def test_a_level_makes_another_role() -> None:
    assert len(link_letters([read(YES, 0, role="Senior Engineer"), read(NO, 9, role="Engineer")]).jobs) == 2


def test_a_second_no_within_two_weeks_is_the_same_no() -> None:
    (event,) = only(link_letters([read(NO, 0, role="Nurse", key="a"), read(NO, 2, role="Nurse", key="b")])).events
    assert (event.key, event.also) == ("a", ("b",))


def test_the_same_words_again_are_the_same_event() -> None:
    twice = [read(MEET, day, role="Nurse", fingerprint="same", key=key) for day, key in ((0, "a"), (6, "b"))]
    (event,) = only(link_letters(twice)).events
    assert event.also == ("b",)


def test_rounds_are_further_events_and_a_moved_slot_is_not() -> None:
    plan = link_letters([read(MEET, 0, role="Nurse"), read(MEET, 1, role="Nurse"), read(MEET, 12, role="Nurse")])
    assert kinds(only(plan)) == ["interview", "interview"]


def test_the_same_role_long_after_a_no_is_a_new_job() -> None:
    plan = link_letters(
        [
            read(YES, 0, role="Nurse"),
            read(NO, 20, role="Nurse"),
            read(YES, 200, role="Nurse"),
            read(NO, 220, role="Nurse"),
        ]
    )
    assert [kinds(job) for job in plan.jobs] == [["applied", "rejected"], ["applied", "rejected"]]


def test_an_offer_taken_back_in_its_own_thread_is_rescinded() -> None:
    plan = link_letters([read(OFFER, 0, role="Nurse", mid="o@x"), read(NO, 8, None, refs=["o@x"])])
    assert kinds(only(plan)) == ["verbal offer", "rescinded"]


def test_advice_in_the_thread_becomes_a_note() -> None:
    plan = link_letters([read(NO, 0, role="Nurse", mid="n@x"), read(ADVICE, 6, refs=["n@x"])])
    assert kinds(only(plan)) == ["rejected", "note"]


def test_a_letter_that_joins_a_no_that_was_told_still_tells_of_the_talk() -> None:
    letters = [read(YES, 0, role="Nurse", mid="n@x"), read(NO, 9, refs=["n@x"], key="no", stage=Stage.INTERVIEW)]
    told = (ToldEvent(5, "rejected", START + timedelta(days=8)),)
    keys = frozenset({letters[0].key})
    job = KnownJob(1, "Willow Bend", "Nurse", by_hand=False, first_on=START, keys=keys, told=told)
    planned = only(link_letters(letters, known_jobs=[job]))
    assert [(one.kind, one.day_known) for one in planned.events] == [("applied", True), ("interview", False)]
    assert [one.also for one in planned.told] == [("no",)]


@pytest.mark.parametrize(
    ("ending", "kind", "told"),
    [
        ("rejected", LetterKind.FEEDBACK, ["applied", "interview", "note"]),
        ("rescinded", LetterKind.REJECTION, ["applied", "interview"]),
        ("withdrew", LetterKind.REJECTION, ["applied", "interview"]),
    ],
)
def test_whatever_joins_an_end_that_was_told_tells_of_the_talk(ending: str, kind: LetterKind, told: list[str]) -> None:
    letters = [
        read(YES, 0, role="Nurse", mid="n@x"),
        read(kind, 9, role="Nurse", refs=["n@x"], key="late", stage=Stage.INTERVIEW),
    ]
    end = (ToldEvent(5, ending, START + timedelta(days=8)),)
    job = KnownJob(1, "Willow Bend", "Nurse", by_hand=False, first_on=START, keys=frozenset({letters[0].key}), told=end)
    planned = only(link_letters(letters, known_jobs=[job]))
    assert kinds(planned) == told
    assert [one.day_known for one in planned.events if one.kind == "interview"] == [False]


def test_advice_where_no_no_is_known_may_be_the_no_and_waits() -> None:
    told = [read(YES, 0, role="Nurse", mid="n@x"), read(ADVICE, 6, refs=["n@x"], key="advice")]
    plan = link_letters(told)
    assert (kinds(only(plan)), [one.key for one in plan.waiting]) == (["applied"], ["advice"])
    assert "Is it their no?" in plan.waiting[0].why
    as_a_no = link_letters(told, decisions=[PersonDecision("advice", kind=NO)])
    assert (kinds(only(as_a_no)), as_a_no.waiting) == (["applied", "rejected"], ())
    as_advice = link_letters(told, decisions=[PersonDecision("advice", kind=ADVICE)])
    assert (kinds(only(as_advice)), as_advice.waiting) == (["applied", "note"], ())


def test_an_own_application_is_an_application() -> None:
    mine = read(OTHER, 0, role="Nurse", outgoing=True, did="applied", mid="m@x")
    assert kinds(only(link_letters([mine, read(MEET, 6, None, refs=["m@x"])]))) == ["applied", "interview"]


def test_an_own_withdrawal_in_the_thread_ends_the_job() -> None:
    plan = link_letters(
        [read(MEET, 0, role="Nurse", mid="m@x"), read(OTHER, 3, None, refs=["m@x"], outgoing=True, did="withdrew")]
    )
    assert kinds(only(plan)) == ["interview", "withdrew"]


def test_a_job_has_the_role_that_most_letters_name_and_no_longer_one() -> None:
    thread = [read(YES, 0, role="House Manager", mid="m@x")]
    thread += [read(MEET, 3, role="House Manager, transitional living", refs=["m@x"], number="A1")]
    thread += [read(OFFER, 9, role="House Manager", refs=["m@x"], number="A1")]
    assert [job.role for job in link_letters(thread).jobs] == ["House Manager"]


def test_roles_that_differ_by_a_job_number_are_counted_together() -> None:
    rows = [(YES, "Therapist - 12345"), (MEET, "Therapist #77123"), (MEET, "Therapist"), (MEET, "Nurse"), (NO, "Nurse")]
    letters = [read(kind, place * 9, role=role) for place, (kind, role) in enumerate(rows)]
    told = [PersonDecision(one.key, opportunity=1) for one in letters]
    job = KnownJob(1, "Willow Bend", "", by_hand=False, first_on=None, keys=frozenset())
    plan = link_letters(letters, decisions=told, known_jobs=[job])
    assert only(plan).role.startswith("Therapist")


def test_a_job_has_its_employers_full_name_though_most_letters_shorten_it() -> None:
    one = "willowbend.example"
    short = [read(MEET, day, "Willow", role="Nurse", sender=f"jo@{one}") for day in (4, 19, 33)]
    assert only(link_letters([read(YES, 0, role="Nurse", sender=f"hr@{one}"), *short])).employer == "Willow Bend"


# Refusals: what isn't sure waits


def waits(plan: FilingPlan, part: str) -> str | None:
    (one,) = plan.waiting
    assert part in one.why
    return one.suggestion


def test_an_unsure_letter_makes_no_event_and_is_suggested_a_job() -> None:
    plan = link_letters([read(YES, 0, role="Nurse"), read(NO, 9, role="Nurse", unsure=True)])
    assert kinds(only(plan)) == ["applied"]
    assert waits(plan, "isn’t sure") == "new-1"


def test_from_somebody_at_a_job_a_smaller_chance_is_worth_a_look() -> None:
    maybe = {"unsure": True, "chances": {NO: 0.3}, "sender": "lena@willowbend.example"}
    said = read(MEET, 0, role="Nurse", sender="lena@willowbend.example")
    assert waits(link_letters([said, read(OTHER, 5, None, **maybe)]), "isn’t sure") == "new-1"
    assert link_letters([said, read(OTHER, 5, None, **maybe | {"sender": "no-reply@shop.example"})]).waiting == ()


def test_it_waits_when_two_jobs_fit() -> None:
    plan = link_letters([read(YES, 0, role="Nurse"), read(YES, 1, role="Clerk"), read(NO, 9)])
    assert [kinds(job) for job in plan.jobs] == [["applied"], ["applied"]]
    assert waits(plan, "more than one job") is None


def test_a_no_without_an_employer_waits() -> None:
    plan = link_letters([read(NO, 0, None)])
    assert plan.jobs == ()
    assert waits(plan, "which employer") is None


@pytest.mark.parametrize("kind", [CALLING, LetterKind.ALERT, OTHER])
def test_outreach_alerts_and_the_rest_make_no_job_and_join_none_by_employer(kind: LetterKind) -> None:
    assert link_letters([read(kind, 0, role="Nurse")]) == FilingPlan()
    assert len(only(link_letters([read(YES, 0, role="Nurse"), read(kind, 3, role="Nurse")])).keys) == 1


def test_an_interview_after_a_no_waits() -> None:
    plan = link_letters([read(NO, 0, role="Nurse"), read(MEET, 9, role="Nurse")])
    assert kinds(only(plan)) == ["rejected"]
    assert waits(plan, "ended on 1 June 2026") == "new-1"


def test_a_receipt_after_a_no_waits_unless_it_only_crossed_it() -> None:
    crossed = link_letters([read(YES, 0, role="Nurse"), read(NO, 5, role="Nurse"), read(YES, 6, role="Nurse")])
    assert (kinds(only(crossed)), crossed.waiting) == (["applied", "rejected"], ())
    late = link_letters([read(YES, 0, role="Nurse"), read(NO, 5, role="Nurse"), read(YES, 40, role="Nurse")])
    assert waits(late, "new application") == "new-1"


@pytest.mark.parametrize(
    ("therapist", "receipt"), [(0, 23), (0, 41), (131, 171)], ids=["a day after", "weeks after", "months after"]
)
def test_a_receipt_beside_a_live_job_is_asked_of_it_though_another_has_ended(therapist: int, receipt: int) -> None:
    letters = [
        read(YES, 0, role="Nurse"),
        read(NO, 22, role="Nurse"),
        read(YES, therapist, role="Therapist"),
        read(YES, receipt),
    ]
    plan = link_letters(letters)
    assert sorted(job.role for job in plan.jobs) == ["Nurse", "Therapist"]
    suggestion = waits(plan, "second application")
    assert [job.role for job in plan.jobs if job.name == suggestion] == ["Therapist"]


def test_a_no_after_the_signature_waits() -> None:
    plan = link_letters([read(OFFER, 0, role="Nurse", stage=Stage.SIGNED), read(NO, 9, role="Nurse")])
    assert kinds(only(plan)) == ["signed"]
    assert waits(plan, "signed") == "new-1"


def test_a_letter_without_a_day_waits_and_stops_nothing() -> None:
    plan = link_letters([read(NO, -1, role="Nurse"), read(YES, 0, role="Nurse")])
    assert kinds(only(plan)) == ["applied"]
    assert waits(plan, "date can’t be read") == "new-1"


# What the person decided


def test_a_ruling_stands_over_what_the_letter_says() -> None:
    letters = [read(YES, 0, role="Nurse", key="a"), read(NO, 9, role="Nurse", key="b")]
    assert link_letters(letters, decisions=[PersonDecision("b", no_job=True)]).jobs[0].keys == ("a",)
    assert kinds(only(link_letters(letters, decisions=[PersonDecision("b", no_event=True)]))) == ["applied"]
    assert kinds(only(link_letters(letters, decisions=[PersonDecision("b", kind=MEET)]))) == ["applied", "interview"]
    assert kinds(only(link_letters(letters, decisions=[PersonDecision("b", kind=OTHER)]))) == ["applied"]


def test_a_yes_to_an_unsure_letter_files_it() -> None:
    letters = [read(YES, 0, role="Nurse", key="a"), read(NO, 9, role="Nurse", key="b", unsure=True)]
    assert kinds(only(link_letters(letters, decisions=[PersonDecision("b", kind=NO)]))) == ["applied", "rejected"]


def test_a_letter_stays_where_the_person_put_it() -> None:
    seats = [KnownJob(4, "Elm County", "Clerk", by_hand=True, first_on=START, keys=frozenset())]
    plan = link_letters(
        [read(NO, 9, role="Nurse", key="b")], known_jobs=seats, decisions=[PersonDecision("b", opportunity=4)]
    )
    assert (only(plan).id, only(plan).employer, kinds(only(plan))) == (4, "Elm County", ["rejected"])


def test_a_letter_without_a_day_is_kept_where_it_was_put_and_makes_no_event() -> None:
    seats = [KnownJob(4, "Elm County", "Nurse", by_hand=False, first_on=START, keys=frozenset({"a"}))]
    letters = [read(YES, 0, "Elm County", "Nurse", key="a"), read(NO, -1, role="Nurse", key="b")]
    job = only(link_letters(letters, known_jobs=seats, decisions=[PersonDecision("b", opportunity=4)]))
    assert (job.id, job.keys, kinds(job)) == (4, ("a", "b"), ["applied"])


def test_ids_stick_and_new_letters_join_them() -> None:
    seats = [KnownJob(7, "Willow Bend", "Nurse", by_hand=False, first_on=START, keys=frozenset({"a"}))]
    job = only(
        link_letters([read(YES, 0, role="Nurse", key="a"), read(NO, 9, role="Nurse", key="b")], known_jobs=seats)
    )
    assert (job.id, job.name, job.keys) == (7, "7", ("a", "b"))


def test_a_letter_that_bridges_two_jobs_joins_them_under_the_lower_id() -> None:
    seats = [
        KnownJob(n, "Willow Bend", "Nurse", by_hand=False, first_on=START, keys=frozenset({k}))
        for n, k in ((3, "b"), (9, "a"))
    ]
    job = only(
        link_letters([read(YES, 0, role="Nurse", key="a"), read(NO, 9, role="Nurse", key="b")], known_jobs=seats)
    )
    assert (job.id, job.absorbs) == (3, (9,))


def test_a_job_made_by_hand_draws_its_letters_and_absorbs_none() -> None:
    hand = KnownJob(2, "WillowBend", "Nurse", by_hand=True, first_on=START, keys=frozenset())
    job = only(link_letters([read(NO, 9, role="Nurse", key="b")], known_jobs=[hand]))
    assert (job.id, job.employer) == (2, "WillowBend")
    soft = KnownJob(5, "Willow Bend", "Nurse", by_hand=False, first_on=START, keys=frozenset({"b"}))
    job = only(link_letters([read(NO, 9, role="Nurse", key="b")], known_jobs=[hand, soft]))
    assert (job.id, job.absorbs) == (5, ())


def test_what_was_merged_stays_merged() -> None:
    seats = [
        KnownJob(1, "Willow Bend", "Nurse", by_hand=False, first_on=START, keys=frozenset({"a"})),
        KnownJob(2, "Willow Bend", "Clerk", by_hand=False, first_on=START, keys=frozenset({"b"}), merged_into=1),
    ]
    job = only(
        link_letters([read(YES, 0, role="Nurse", key="a"), read(NO, 9, role="Clerk", key="b")], known_jobs=seats)
    )
    assert (job.id, kinds(job)) == (1, ["applied", "rejected"])


def test_rereading_with_the_jobs_that_were_made_changes_nothing() -> None:
    letters = [
        read(YES, 0, role="Nurse"),
        read(YES, 1, role="Clerk"),
        read(NO, 9, role="Nurse"),
        read(MEET, 12, role="Clerk"),
    ]
    first = link_letters(letters)
    seats = [
        KnownJob(n, job.employer, job.role, by_hand=False, first_on=START, keys=frozenset(job.keys))
        for n, job in enumerate(first.jobs, 1)
    ]
    again = link_letters(letters, known_jobs=seats)
    assert [(job.keys, job.events) for job in again.jobs] == [(job.keys, job.events) for job in first.jobs]
    assert [job.id for job in again.jobs] == [1, 2]
    assert link_letters(letters + letters) == first


# Rules

_letters = st.builds(
    lambda kind, day, employer, role, unsure, thread, number, out: (
        kind,
        day,
        employer,
        role,
        unsure,
        thread,
        number,
        out,
    ),
    st.sampled_from(list(LetterKind)),
    st.integers(-1, 400),
    st.sampled_from(
        [None, "Willow Bend", "Willow Bend Inc.", "willowbend", "North Shore", "South Shore", "Quick Staffing"]
    ),
    st.sampled_from([None, "Nurse", "Night Nurse", "Senior Nurse", "Clerk"]),
    st.booleans(),
    st.sampled_from([None, None, "t1", "t2", "t3"]),
    st.sampled_from([None, None, None, "R100", "R200"]),
    st.sampled_from([None, None, "applied", "withdrew", "signed", ""]),
)


@settings(deadline=None, max_examples=200)
@given(st.lists(_letters, max_size=14), st.randoms(use_true_random=False), st.sets(st.integers(0, 13)))
def test_any_order_of_the_same_letters_gives_the_same_jobs(rows: list[Any], chance: Any, seated: set[int]) -> None:
    letters = [
        read(kind, day, employer, role, unsure=unsure, thread=thread, number=number, key=f"k{n}",
             outgoing=out is not None, did=out or None, by="domain" if employer == "willowbend" else "body",
             sender=f"jo{n % 3}@mail{n % 2}.example")
        for n, (kind, day, employer, role, unsure, thread, number, out) in enumerate(rows)
    ]  # fmt: skip
    seats = [
        KnownJob(n + 1, "Willow Bend", "Nurse", by_hand=n % 2 == 0, first_on=START, keys=frozenset({f"k{n}"}))
        for n in sorted(seated)
    ]
    shuffled = list(letters)
    chance.shuffle(shuffled)
    plan = link_letters(letters, known_jobs=seats)
    assert link_letters(shuffled, known_jobs=list(reversed(seats))) == plan
    keys = [key for job in plan.jobs for key in job.keys]
    assert len(keys) == len(set(keys))
    assert not set(keys) & {one.key for one in plan.waiting}
    assert all({event.key, *event.also} <= set(job.keys) for job in plan.jobs for event in job.events)
    ids = [job.id for job in plan.jobs if job.id is not None]
    assert len(ids) == len(set(ids))


def calls(letters: list[LetterFacts]) -> int:
    """How many function calls linking takes."""
    made = 0

    def tally(_frame: object, event: str, _arg: object) -> None:
        nonlocal made
        made += event == "call"

    sys.setprofile(tally)
    try:
        link_letters(letters)
    finally:
        sys.setprofile(None)
    return made


def many(size: int) -> list[LetterFacts]:
    roles = ("Nurse", "Clerk", "Case Manager", "Outpatient Therapist")
    return [
        read(
            (YES, MEET, NO)[n % 3],
            (n // 3) % 900,
            f"Employer {chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{n // 40}",
            roles[n % 4],
        )
        for n in range(size)
    ]


def test_twice_the_letters_take_about_twice_the_work() -> None:
    calls(many(100))  # what is looked up once is looked up now
    assert calls(many(1200)) < 2.6 * calls(many(600))


# From mail


def test_a_letter_as_it_is_read_keeps_what_linking_needs() -> None:
    raw = b"From: Jo <jo@willowbend.example>\nMessage-ID: <1@x>\nIn-Reply-To: <0@x>\nDate: Mon, 01 Jun 2026 23:30:00 -0500\n\nHello\n"
    letter = parse_letter(raw)
    made = to_letter_facts(letter, Verdict(Guess(OTHER, 1.0, unsure=False)))
    assert (made.on, made.message_id, made.refs) == (START, "1@x", frozenset({"0@x"}))


def test_near_duplicates_have_one_fingerprint() -> None:
    head = b"From: Jo <jo@willowbend.example>\n\n"
    one, other, third = (
        parse_letter(head + body) for body in (b"It is a no, ref 12.", b"It  is a no,\nref 77.", b"It is a yes.")
    )
    assert fingerprint(one) == fingerprint(other) != fingerprint(third)
