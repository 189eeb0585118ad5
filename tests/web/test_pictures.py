"""Pictures say what their tables say, stay small, and hold nothing that was typed."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from onward.debrief.calibration import Bin
from onward.facts import Stage
from onward.kinks.story import Moment, MomentSort
from onward.pace.silence import EmployerWait, measure_silence
from onward_app.web.pictures.forecasts import picture_forecasts
from onward_app.web.pictures.funnel import JobReach, picture_funnel
from onward_app.web.pictures.hope import HopedJob, picture_hope
from onward_app.web.pictures.kink import picture_kink
from onward_app.web.pictures.letters import CameAs, picture_letters
from onward_app.web.pictures.primitives import Picture
from onward_app.web.pictures.since import picture_days_since
from onward_app.web.pictures.standing import StandHere, picture_standing
from onward_app.web.pictures.waiting import WaitingJob, picture_waiting
from onward_app.web.pictures.weights import draw_weighed, say_weights
from onward_app.web.pictures.year import DayWas, picture_year

ON = date(2026, 11, 26)
MOST = 4096  # bytes of one drawing
NASTY = "<b>Ann & Co</b>"


def reaches(n: int) -> list[JobReach]:
    return [JobReach(list(Stage)[k % 8], k % 3 == 0) for k in range(n)]


def waiting(days: list[int], name: str = "Harbor") -> list[WaitingJob]:
    stages = (Stage.APPLIED, Stage.INTERVIEW, Stage.FINAL)
    return [
        WaitingJob(name, measure_silence(EmployerWait(stages[n % 3], ON - timedelta(days=n)), on=ON, read_to=ON))
        for n in days
    ]


def hoped(n: int, name: str = "Harbor") -> list[HopedJob]:
    return [HopedJob(name, k % 7, (k % 5 + 1) / 10) for k in range(n)]


def year(every: int) -> dict[date, DayWas]:
    return {ON - timedelta(days=n): list(DayWas)[n % 3] for n in range(0, 366, every)}


def moments(n: int) -> list[Moment]:
    sorts = (MomentSort.SEEN, MomentSort.PRACTICE, MomentSort.CLEAN, MomentSort.VERDICT, MomentSort.HAPPENED)
    return [Moment(ON - timedelta(days=n - k), sorts[k % 5], NASTY) for k in range(n)]


def bands(n: int) -> list[Bin]:
    return [Bin(k / n, (k + 1) / n, k * 7 + 1, (k + 0.5) / n, 1 - k / n) for k in range(n)]


def standing(n: int) -> dict[Stage, StandHere]:
    return {stage: StandHere(n * k + 1, n * k // 2) for k, stage in enumerate(Stage)}


def came(n: int) -> dict[tuple[date, CameAs], int]:
    return {(ON - timedelta(days=k % 70), list(CameAs)[k % 4]): n for k in range(140)}


def drawings() -> list[tuple[str, Picture | None]]:
    return [
        *((f"funnel of {n}", picture_funnel(reaches(n))) for n in (1, 10, 500, 10_000)),
        *((f"waiting {n}", picture_waiting(waiting([k % 400 for k in range(n)]))) for n in (1, 10, 500)),
        *((f"hope on {n}", picture_hope(hoped(n, NASTY))) for n in (2, 10, 500)),
        *((f"kink of {n}", picture_kink(moments(n), working=n > 1)) for n in (1, 10, 500)),
        *((f"forecasts in {n}", picture_forecasts(bands(n))) for n in (1, 5, 10)),
        *((f"standing, {n} more at each", picture_standing(standing(n), lately=14)) for n in (0, 1, 100, 10_000)),
        *((f"letters, {n} a day", picture_letters(came(n), on=ON)) for n in (1, 7, 1000)),
        *(
            (f"{n} days since", picture_days_since(ON - timedelta(days=n), {ON - timedelta(days=1)}, on=ON))
            for n in (1, 13, 27)
        ),
        *((f"half a year, each {n}", picture_year(year(n), on=ON, halves=1)) for n in (1, 30)),
        *((f"year, each {n}", picture_year(year(n), on=ON)) for n in (1, 2, 30)),
    ]


@pytest.mark.parametrize(("name", "picture"), drawings(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_drawing_is_under_four_kilobytes_and_says_what_its_sentence_says(name: str, picture: Picture | None) -> None:
    assert picture is not None
    svg = HTMLParser(picture.drawing).css_first("svg")
    assert len(picture.drawing.encode()) < MOST
    assert svg is not None
    assert svg.attributes["aria-label"] == picture.sentence
    assert svg.attributes["role"] == "img"
    assert picture.question.endswith("?")
    assert picture.rows
    assert all(len(row) == len(picture.heads) for row in picture.rows)
    assert "Ann" not in picture.drawing


@pytest.mark.parametrize(("name", "picture"), drawings(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_mark_lies_inside_its_drawing(name: str, picture: Picture | None) -> None:
    assert picture is not None
    svg = HTMLParser(picture.drawing).css_first("svg")
    assert svg is not None
    _, _, width, height = (
        float(side) for side in (svg.attributes.get("viewbox") or svg.attributes["viewBox"] or "").split()
    )
    for bar in svg.css("rect"):
        assert float(bar.attributes["x"] or 0) + float(bar.attributes["width"] or 0) <= width + 0.1
    for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", picture.drawing):
        assert 0 <= float(x) <= width
        assert 0 <= float(y) <= height


def test_the_funnel_counts_who_came_further_at_every_stage_before() -> None:
    picture = picture_funnel([JobReach(Stage.SIGNED, True), JobReach(Stage.SCREEN, False), JobReach(Stage.LEAD, True)])
    assert picture is not None
    assert [row[1] for row in picture.rows] == ["3", "2", "2", "1", "1", "1", "1"]
    assert [row[2] for row in picture.rows] == ["2", "1", "1", "1", "1", "1", "1"]
    assert "2 with a first call" in picture.sentence
    assert "1 signed" in picture.sentence


def test_jobs_stand_where_their_silence_and_chance_are() -> None:
    picture = picture_waiting(waiting([0, 30]))
    assert picture is not None
    (_, first, *_), (_, second, *_) = picture.rows
    assert (first, second) == ("30 days", "0 days")
    places = [float(x) for x in re.findall(r"M([\d.]+) [\d.]+h0", picture.drawing)]
    assert min(places) < 20
    assert max(places) > 150


def test_silence_that_nobody_counted_is_not_drawn() -> None:
    uncounted = measure_silence(EmployerWait(Stage.APPLIED, ON), on=ON, read_to=None)
    assert picture_waiting([WaitingJob("Harbor", uncounted)]) is None


def test_hope_and_chances_are_shares_of_the_whole() -> None:
    picture = picture_hope([HopedJob("A", 90, 0.1), HopedJob("B", 10, 0.1)])
    assert picture is not None
    assert "as if over 1.2 jobs, the chances as if over 2.0" in picture.sentence
    widths = [float(w) for w in re.findall(r'width="([\d.]+)"', picture.drawing)]
    assert sum(widths[::2]) == pytest.approx(256, abs=0.3)
    assert sum(widths[1::2]) == pytest.approx(256, abs=0.3)


def test_the_year_counts_each_day_once_and_rest_too() -> None:
    days = {ON: DayWas.INTERVIEW, ON - timedelta(days=1): DayWas.DONE, ON - timedelta(days=400): DayWas.DONE}
    picture = picture_year(days | {ON - timedelta(days=2): DayWas.REST}, on=ON)
    assert picture is not None
    assert picture.sentence == "An interview on 1 day, something done on 1 day and rest on 1 day."
    assert [sum(int(row[n]) for row in picture.rows) for n in (1, 2, 3)] == [1, 1, 1]


@pytest.mark.parametrize(
    "picture",
    [
        *(picture_funnel([]), picture_waiting([]), picture_hope([]), picture_year({}, on=ON)),
        *(picture_standing({}, lately=14), picture_standing({Stage.STARTED: StandHere(1, 1)}, lately=14)),
        *(picture_letters({}, on=ON), picture_letters({(ON - timedelta(days=80), CameAs.NO): 1}, on=ON)),
        *(picture_days_since(ON, set(), on=ON), picture_days_since(ON - timedelta(days=28), {ON}, on=ON)),
    ],
)
def test_with_nothing_to_draw_there_is_no_picture(picture: Picture | None) -> None:
    assert picture is None


def test_no_points_or_no_chances_are_no_picture() -> None:
    assert picture_hope([HopedJob("A", 0, 0.5)]) is None
    assert picture_hope([HopedJob("A", 5, 0.0)]) is None


def test_a_kink_shows_what_was_seen_practiced_and_clean_and_the_next_interview_while_it_is_worked_on() -> None:
    picture = picture_kink(moments(5), working=True)
    assert picture is not None
    assert re.findall(r'circle class="(\w+)"', picture.drawing) == ["dot", "quiet", "clear", "dot", "ahead"]
    assert picture.sentence == "Seen twice, practiced and clean once."
    assert [what for _, what in picture.rows] == ["Seen", "Practiced", "Clean", "Seen"]
    assert picture_kink([Moment(ON, MomentSort.VERDICT, "")], working=True) is None


def count_marks(picture: Picture, look: str) -> int:
    """How many round marks, or dashes, are drawn with a look."""
    return sum(
        path.count("M") for path in re.findall(rf'<path class="(?:dots )?{look}"[^>]* d="([^"]*)"', picture.drawing)
    )


def test_a_circle_is_an_open_job_and_is_filled_where_word_came_lately() -> None:
    picture = picture_standing({Stage.INTERVIEW: StandHere(2, 1), Stage.APPLIED: StandHere(5, 0)}, lately=14)
    assert picture is not None
    assert picture.sentence == (
        "7 jobs are open: 5 applied for and 2 at an interview. Word came from 1 of them in the last two weeks."
    )
    assert list(picture.rows) == [("Applied", "5", "0"), ("Interview", "2", "1")]
    assert (count_marks(picture, "filled"), count_marks(picture, "ring")) == (1, 6)
    assert "each circle" not in str(picture.key)


def test_where_jobs_are_many_a_circle_stands_for_several_and_says_so() -> None:
    picture = picture_standing({Stage.APPLIED: StandHere(120, 15), Stage.FINAL: StandHere(1, 0)}, lately=14)
    assert picture is not None
    assert "each circle is 10 jobs" in str(picture.key)
    assert (count_marks(picture, "filled"), count_marks(picture, "ring")) == (2, 10 + 1)


def test_each_letter_is_a_mark_of_its_week_and_of_a_shape_of_its_own() -> None:
    monday = ON - timedelta(days=ON.weekday())
    picture = picture_letters(
        {(monday, CameAs.GOOD): 1, (ON, CameAs.WAITS): 2, (monday - timedelta(days=1), CameAs.NO): 1}, on=ON
    )
    assert picture is not None
    assert picture.sentence == (
        "4 letters in eight weeks: 1 with an invitation or an offer and 2 that wait for you; the rest said no."
    )
    assert [count_marks(picture, look) for look in ("dot", "quiet", "ended", "waits")] == [1, 0, 1, 2]
    assert [row[1:] for row in picture.rows][-2:] == [("0", "0", "1", "0"), ("1", "0", "0", "2")]


def test_how_many_letters_were_a_no_stands_in_the_table_alone() -> None:
    picture = picture_letters({(ON, CameAs.NO): 23}, on=ON)
    assert picture is not None
    assert picture.sentence == "The letters of the last eight weeks said no."
    assert picture.rows[-1][3] == "23"


def test_no_day_since_a_no_is_empty_a_day_with_nothing_on_record_is_rest() -> None:
    no = ON - timedelta(days=4)
    picture = picture_days_since(no, {no + timedelta(days=2)}, on=ON)
    assert picture is not None
    assert re.findall(r'circle class="(\w+)"', picture.drawing) == ["ink", "clear", "dot", "clear", "ahead"]
    assert picture.sentence == "The no was 4 days ago. Since then: something done on 1 day and rest on 2 days."


def test_bars_of_values_are_as_long_as_their_points_and_half_of_what_counts_is_said() -> None:
    values = [("Short way", 20), (NASTY, 50), ("Team", 30), ("Free", 0)]
    drawn = draw_weighed(values)
    assert [one.points for one in drawn] == [50, 30, 20, 0]
    widths = [re.findall(r'width="([\d.]+)"', one.bar) for one in drawn]
    assert widths == [["320"], ["192"], ["128"], []]
    assert all("Ann" not in one.bar for one in drawn)
    assert say_weights(values) == "The first one counts for about one in two of all points."
    assert say_weights([("a", 10), ("b", 10)]) == "They all count alike."
    assert say_weights([("a", 10)]) == say_weights([]) == ""
