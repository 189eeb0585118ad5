"""What is known of a kink, and by whom."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onward.debrief.chips import COUNTS, Chip, Counts
from onward.kinks.evidence import Sighting, Status, weigh_evidence

DAY = date(2026, 4, 2)


def seen(chip: Chip, interview: int | None = 1, group: str = "", job: int | None = None) -> Sighting:
    return Sighting(chip, DAY, interview, group, job=job)


THEY = Chip.INTERVIEWER


def sources(*sightings: Sighting) -> int:
    return weigh_evidence(sightings).sources


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


def test_an_unnamed_voice_that_may_be_somebody_who_is_named_is_nobody_else() -> None:
    dana_in_two = [seen(THEY, 1, "Dana"), seen(THEY, 2, "Dana")]
    assert sources(*dana_in_two, seen(THEY, 1)) == 1
    assert sources(*dana_in_two, seen(Chip.EMPLOYER, None)) == 1
    assert sources(*dana_in_two, seen(THEY, 3)) == 2


def test_a_first_name_and_the_same_with_a_surname_are_one() -> None:
    for other in ("Dana Ruiz", "D. R.", "Dr. Dana Ruiz", "dana"):
        assert sources(seen(THEY, 1, "Dana"), seen(THEY, 2, other)) == 1, other
    assert sources(seen(THEY, 1, "Ruiz"), seen(THEY, 2, "Ms. Dana Ruiz")) == 1
    assert sources(seen(THEY, 1, "Dana Ruiz"), seen(THEY, 2, "Dana Reyes")) == 2
    assert sources(seen(THEY, 1, "Dana"), seen(THEY, 2, "Dana Ruiz"), seen(THEY, 3, "Dana Reyes")) == 2
    assert sources(seen(THEY, 1, "Dana"), seen(THEY, 1, "Lee")) == 2


def test_recordings_that_only_the_person_judged_are_one_voice() -> None:
    assert sources(seen(Chip.RECORDING, 1), seen(Chip.RECORDING, 2), seen(Chip.RECORDING, 3)) == 1
    assert weigh_evidence([seen(Chip.RECORDING, 1), seen(Chip.RECORDING, 2)]).status is Status.SUPPORTED


def test_a_role_may_be_anybody_of_that_interview() -> None:
    assert sources(seen(THEY, 1, "the panel"), seen(THEY, 1, "Dana")) == 1
    assert sources(seen(THEY, 1, "clinical director"), seen(THEY, 1)) == 1
    assert sources(seen(THEY, 1, "the panel", job=1), seen(THEY, 2, "Dana", job=2)) == 2


def test_unnamed_voices_of_two_rounds_at_one_employer_may_be_one() -> None:
    assert sources(seen(THEY, 1, job=7), seen(THEY, 2, job=7)) == 1
    assert sources(seen(THEY, 1, job=7), seen(THEY, 2, "Dana", job=7)) == 1
    assert sources(seen(THEY, 1, job=7), seen(THEY, 2, job=8)) == 2


def test_another_person_whom_nobody_named_may_be_the_same_one_everywhere() -> None:
    assert sources(seen(Chip.PERSON, 1, job=1), seen(Chip.PERSON, 2, job=2)) == 1
    assert sources(seen(Chip.PERSON, 1), seen(Chip.PERSON, None, "Sam")) == 1
    assert sources(seen(Chip.PERSON, 1, "Sam"), seen(THEY, 1)) == 2


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


@given(sightings, st.lists(st.builds(seen, st.sampled_from(Chip), st.integers(1, 4), st.sampled_from(["Kim", "Max"]))))
def test_more_evidence_by_others_never_lowers_the_status(some: list[Sighting], more: list[Sighting]) -> None:
    order = list(Status)
    assert order.index(weigh_evidence([*some, *more]).status) >= order.index(weigh_evidence(some).status)


@given(sightings)
def test_every_source_beyond_the_first_is_somebody_who_can_be_nobody_else(some: list[Sighting]) -> None:
    found = weigh_evidence(some).sources
    theirs = [one for one in some if COUNTS[one.chip] is not Counts.SELF]
    assert (found > 0) == bool(theirs)
    assert (found >= 2) == any(
        sources(one, other) == 2 and alone(one, other, theirs) for one in theirs for other in theirs
    )


def alone(one: Sighting, other: Sighting, every: list[Sighting]) -> bool:
    """Whether no third sighting shows that the two may be one: their voices, with all places, are still two."""
    names = {one.group, other.group} - {""}
    return sources(one, other, *(s for s in every if s.group in names and s.chip is not Chip.RECORDING)) >= 2


@given(sightings)
def test_the_order_of_sightings_changes_nothing(some: list[Sighting]) -> None:
    assert weigh_evidence(some) == weigh_evidence(some[::-1])


def test_every_chip_counts_as_somebody() -> None:
    assert set(COUNTS) == set(Chip)
    assert {c for c in Chip if COUNTS[c] is Counts.SELF} == {Chip.FEELING, Chip.REACTION, Chip.RUBRIC}
