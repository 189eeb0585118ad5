"""A kink's story on one line of time."""

from __future__ import annotations

from datetime import date, timedelta

from onward.debrief.chips import Chip
from onward.kinks.evidence import NOTHING_COUNTS, Sighting, Status, weigh_evidence
from onward.kinks.figures import list_kink_figures
from onward.kinks.gone import kink_verdict
from onward.kinks.occasions import KinkOccasion
from onward.kinks.story import Moment, MomentSort, gather_moments, list_moments

BEGAN = date(2026, 3, 1)


def real(outcomes: str) -> list[KinkOccasion]:
    return [KinkOccasion(BEGAN + timedelta(days=7 * n), o == "x", id=n) for n, o in enumerate(outcomes, 1)]


def words(line: tuple[Moment, ...], sort: MomentSort) -> list[str]:
    return [moment.words for moment in line if moment.sort is sort]


def test_it_tells_what_was_seen_known_tried_and_said_in_the_order_of_days() -> None:
    seen = [
        Sighting(Chip.EMPLOYER, BEGAN + timedelta(days=3), 1, "D. R.", "Shorter, please.", id=8),
        Sighting(Chip.FEELING, BEGAN, 1, "", "Too long", id=7),
    ]
    line = list_moments(seen, real("ccccccccx"), practice_began=BEGAN)
    assert [moment.on for moment in line] == sorted(moment.on for moment in line)
    assert words(line, MomentSort.SEEN) == [
        "Seen, just a feeling: “Too long”.",
        "Seen, employer said (D. R.): “Shorter, please”.",
    ]
    assert words(line, MomentSort.STATUS) == ["A hunch so far.", "Now others saw it there too."]
    assert words(line, MomentSort.VERDICT) == [
        "Now improving.",
        "Rare now.",
        "It came back. That’s information: working on it.",
    ]
    assert [moment.id for moment in line if moment.sort in (MomentSort.SEEN, MomentSort.HAPPENED)] == [7, 8, 9]


def test_what_is_not_mine_is_told_and_counts_for_nothing() -> None:
    hunch = Sighting(Chip.FEELING, BEGAN, 1)
    not_mine = Sighting(Chip.EMPLOYER, BEGAN, 2, text="An internal candidate", mine=False)
    assert weigh_evidence([hunch, not_mine]).status is Status.SUSPECTED
    assert weigh_evidence([hunch, not_mine]).interviews == 1
    assert (weigh_evidence([not_mine]).counting, weigh_evidence([not_mine]).words) == (0, NOTHING_COUNTS)
    line = list_moments([not_mine], [], practice_began=None)
    assert [moment.sort for moment in line] == [MomentSort.NOT_MINE]


def test_a_chance_before_practice_began_stands_there_and_says_that_it_is() -> None:
    early = [KinkOccasion(BEGAN, False, id=1), KinkOccasion(BEGAN - timedelta(days=3), True, id=2)]
    line = list_moments([], [*early, *real("c")], practice_began=BEGAN)
    assert words(line, MomentSort.CLEAN) == [
        "Clean: it could have come up, and didn’t. That was before you began to practice.",
        "Clean: it could have come up, and didn’t.",
    ]
    assert words(line, MomentSort.HAPPENED) == ["It happened. That was before you began to practice."]
    assert kink_verdict([*early, *real("c")], practice_began=BEGAN).chances == 1


def test_practice_in_a_row_is_gathered_for_reading_and_nothing_else_is() -> None:
    practice = [KinkOccasion(BEGAN + timedelta(days=d), d == 3, real=False) for d in (1, 2, 3)]
    line = list_moments([], [*practice, *real("cc")], practice_began=BEGAN)
    short = gather_moments(line)
    assert words(short, MomentSort.PRACTICE) == ["Practiced three times, until 4 March: it happened once."]
    assert [m for m in short if m.sort is not MomentSort.PRACTICE] == [
        m for m in line if m.sort is not MomentSort.PRACTICE
    ]
    clean = gather_moments(list_moments([], practice[:2], practice_began=BEGAN))
    assert words(clean, MomentSort.PRACTICE) == ["Practiced twice, until 3 March: clean each time."]


def test_the_figures_are_rounded_down_and_carry_their_counts() -> None:
    told = {f.name: f.words for f in list_kink_figures(kink_verdict(real("ccccccc"), practice_began=BEGAN, missing=2))}
    assert told["Real chances since practice began"] == "7, it happened in 0"
    # 0.9088 is short of 0.925, and it must read so
    assert told["Chance that it is rare now"].startswith("90 in 100 by 7 real chances; “rare now” from 92.5")
    # the middle 80 % of Beta(1, 8): 1 - 0.9^(1/8) and 1 - 0.1^(1/8)
    assert told["The true rate may be"] == "between 1 and 25 in 100 (8 in 10 sure, from 7)"
    assert told["Interviews without a debrief"] == "2: missing, never clean"
    assert list_kink_figures(kink_verdict([], practice_began=None)) == ()
