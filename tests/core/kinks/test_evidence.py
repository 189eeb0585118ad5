"""What is known of a kink, and by whom."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onward.debrief.chips import COUNTS, Chip, Counts
from onward.kinks.evidence import Sighting, Status, weigh_evidence

DAY = date(2026, 4, 2)


def seen(chip: Chip, interview: int | None = 1, group: str = "") -> Sighting:
    return Sighting(chip, DAY, interview, group)


def test_a_feeling_a_reaction_and_an_own_rubric_stay_a_hunch() -> None:
    mine = [seen(Chip.FEELING), seen(Chip.REACTION, 2), seen(Chip.RUBRIC, 3), seen(Chip.FEELING, 4)]
    assert weigh_evidence(mine).status is Status.SUSPECTED


def test_one_independent_source_supports_it() -> None:
    for chip in (Chip.INTERVIEWER, Chip.RECORDING, Chip.PERSON):
        assert weigh_evidence([seen(Chip.FEELING), seen(chip)]).status is Status.SUPPORTED


def test_two_independent_sources_confirm_it() -> None:
    assert weigh_evidence([seen(Chip.INTERVIEWER), seen(Chip.RECORDING)]).status is Status.CONFIRMED


def test_the_employer_alone_confirms_it() -> None:
    now = weigh_evidence([seen(Chip.EMPLOYER)])
    assert now.status is Status.CONFIRMED
    assert now.words.startswith("Confirmed by the employer: it was observed there")


def test_one_person_who_says_it_three_times_is_one_source() -> None:
    thrice = [
        seen(Chip.INTERVIEWER, group="D. R."),
        seen(Chip.INTERVIEWER, group="d. r."),
        seen(Chip.PERSON, group="D. R."),
    ]
    assert weigh_evidence(thrice).sources == 1


def test_a_panel_in_one_interview_is_one_source() -> None:
    assert weigh_evidence([seen(Chip.INTERVIEWER), seen(Chip.INTERVIEWER)]).status is Status.SUPPORTED


def test_one_who_is_named_once_and_not_the_other_time_is_one_source() -> None:
    assert weigh_evidence([seen(Chip.INTERVIEWER, group="D. R."), seen(Chip.INTERVIEWER)]).status is Status.SUPPORTED
    assert weigh_evidence([seen(Chip.EMPLOYER, group="D. R."), seen(Chip.INTERVIEWER)]).sources == 1


def test_a_name_that_was_heard_elsewhere_too_takes_no_voice_away() -> None:
    some = [seen(Chip.INTERVIEWER, 1), seen(Chip.INTERVIEWER, 2, "A")]
    assert weigh_evidence([*some, seen(Chip.INTERVIEWER, 1, "A")]).sources == weigh_evidence(some).sources == 2


def test_unnamed_voices_outside_an_interview_are_not_taken_for_many() -> None:
    a_week_later = Sighting(Chip.PERSON, DAY + timedelta(days=7))
    assert weigh_evidence([seen(Chip.PERSON, None), a_week_later]).status is Status.SUPPORTED


def test_interviewers_of_two_interviews_and_a_recording_beside_its_interviewer_are_independent() -> None:
    assert weigh_evidence([seen(Chip.INTERVIEWER, 1), seen(Chip.INTERVIEWER, 2)]).sources == 2
    assert weigh_evidence([seen(Chip.INTERVIEWER, group="D. R."), seen(Chip.RECORDING, group="D. R.")]).sources == 2


def test_confirmed_is_not_yet_a_pattern() -> None:
    now = weigh_evidence([seen(Chip.EMPLOYER), seen(Chip.RECORDING)])
    assert (now.status, now.pattern) == (Status.CONFIRMED, False)
    assert "too few to call it a pattern" in now.words


def test_a_pattern_needs_three_interviews_and_two_independent_sources() -> None:
    three = [seen(Chip.FEELING, 1), seen(Chip.INTERVIEWER, 2), seen(Chip.FEELING, 3)]
    assert not weigh_evidence(three).pattern
    assert weigh_evidence([*three, seen(Chip.RECORDING, 3)]).pattern


def test_no_sighting_at_all_is_a_hunch_without_an_interview() -> None:
    assert weigh_evidence([]).status is Status.SUSPECTED


sightings = st.lists(
    st.builds(seen, st.sampled_from(Chip), st.integers(1, 4), st.sampled_from(["", "A", "B"])), max_size=8
)


@given(sightings, sightings)
def test_more_evidence_never_lowers_the_status(some: list[Sighting], more: list[Sighting]) -> None:
    order = list(Status)
    assert order.index(weigh_evidence([*some, *more]).status) >= order.index(weigh_evidence(some).status)


@given(sightings)
def test_the_order_of_sightings_changes_nothing(some: list[Sighting]) -> None:
    assert weigh_evidence(some) == weigh_evidence(some[::-1])


def test_every_chip_counts_as_somebody() -> None:
    assert set(COUNTS) == set(Chip)
    assert {c for c in Chip if COUNTS[c] is Counts.SELF} == {Chip.FEELING, Chip.REACTION, Chip.RUBRIC}
