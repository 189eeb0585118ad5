"""`onward practice`: a session in the terminal that asks, keeps and says what the pages do; and all of it as JSON."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.commands import COMMAND, run, start

from onward.practice.schedule import find_due_day
from onward_app import clock
from onward_app.cli import practice as listing
from onward_app.cli.rehearse import Rehearsal
from onward_app.records.models import (
    Attempt,
    Card,
    Change,
    Interview,
    Kink,
    Owner,
    Question,
    RejectionDay,
    Review,
    Skipped,
)
from onward_app.records.reading.practice import load_states, plan_tonight, report_card
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.practice import keep_attempt
from onward_app.records.writing.undo import undo_change

POINTS = ["a first point", "a second point", "a third point"]
DAY = date(2026, 6, 10)


@pytest.fixture
def _world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path / "home"))
    with clock.fixed("2026-06-10T19:00"):
        yield


class Terminal:
    """What is typed, and what came of it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], owner: Owner) -> None:
        self.monkeypatch, self.capsys, self.owner = monkeypatch, capsys, owner

    def __call__(self, typed: str, *, anyway: bool = False) -> str:
        self.monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        Rehearsal(self.owner).run(anyway=anyway)
        return self.capsys.readouterr().out


@pytest.fixture
def session(
    _world: None, alice: Owner, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    return Terminal(monkeypatch, capsys, alice)


def card(owner: Owner, way: str = "say_aloud", question: str = "Tell me about yourself.", **more: object) -> Card:
    return Card.objects.create(
        owner=owner, question=question, points=POINTS, practice=way, made_at=clock.now(), due_at=clock.now(), **more
    )


def grades(owner: Owner) -> list[tuple[str, list[int]]]:
    return [(one.answer, one.met) for one in Review.objects.of(owner)]


# -- a session --


def test_the_answer_comes_first_then_the_points_then_when_it_comes_again(session: Terminal, alice: Owner) -> None:
    card(alice)
    said = session("I work with teens.\nI like it.\n\n1 3\n")
    order = ["Tell me about yourself.", "a first point", "Which were in it?", "Partly there. It comes again"]
    assert [said.index(part) for part in order] == sorted(said.index(part) for part in order)
    assert grades(alice) == [("I work with teens.\nI like it.", [0, 2])]
    assert "That’s enough for today: 1 card. The next card comes" in said


def test_no_point_shows_before_the_answer(session: Terminal, alice: Owner) -> None:
    card(alice)
    assert "a first point" not in session("q\n")


def test_enter_alone_is_an_answer_said_aloud(session: Terminal, alice: Owner) -> None:
    card(alice)
    session("\nall\n")
    assert grades(alice) == [("", [0, 1, 2])]


@pytest.mark.parametrize(
    ("said", "met"),
    [("all", [0, 1, 2]), ("NONE", []), ("0", []), ("2", [1]), ("3, 1", [0, 2]), ("1 and 2", [0, 1]), ("1 1", [0])],
)
def test_points_are_said_as_people_say_them(session: Terminal, alice: Owner, said: str, met: list[int]) -> None:
    card(alice)
    session(f"\n{said}\n")
    assert grades(alice) == [("", met)]


@pytest.mark.parametrize("said", ["", "4", "yes", "1 huh", "all 1"])
def test_what_is_not_understood_is_asked_again(session: Terminal, alice: Owner, said: str) -> None:
    card(alice)
    assert "Type the numbers" in session(f"\n{said}\n2\n")
    assert grades(alice) == [("", [1])]


def test_it_asks_what_the_page_would_ask_and_no_more_than_ten_minutes_of_it(session: Terminal, alice: Owner) -> None:
    for n in range(12):
        card(alice, question=f"Question {n}?")
    first = Card.objects.get(pk=plan_tonight(alice, DAY).cards[0].id).question
    said = session("\nall\n" * 12)
    assert said.index(first) < said.index("Which were")
    assert Review.objects.of(alice).count() == 5  # two minutes each
    assert "The next card comes tomorrow." in said
    assert "Which were" not in session("")


def test_what_it_keeps_can_be_undone_like_what_a_page_keeps(session: Terminal, alice: Owner) -> None:
    row = card(alice)
    said = session("\nall\n")
    change = Change.objects.get(owner=alice, intention="practice.answer")
    assert f"`onward undo {change.pk}`" in said
    undo_change(alice, change)
    assert not Review.objects.of(alice).exists()
    assert find_due_day(load_states([row])[row.pk]) == DAY


def test_an_interview_ahead_is_said(session: Terminal, alice: Owner) -> None:
    there, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 5, 1))
    Interview.objects.create(owner=alice, opportunity=there, on=DAY + timedelta(days=5))
    card(alice)
    said = session("\nall\n")
    assert "There is an interview on Monday 15 June, so cards come a little closer together" in said


def test_points_of_a_pack_say_that_no_clinician_has_looked_at_them(session: Terminal, alice: Owner) -> None:
    card(alice, pack="behavioral_health", family="risk")
    assert "(The points are from Behavioral health, not reviewed by a clinician.)" in session("\nall\n")


# -- each kind's own form --


def test_four_beats_are_asked_one_by_one_and_counted(session: Terminal, alice: Owner) -> None:
    card(alice, "story_four_beats")
    said = session(
        "On a ward.\n\nToo few hands.\n\nI asked each of them what they could take.\n\n"
        "It held for a year, and the count says so.\n\nall\n"
    )
    assert said.index("Where.") < said.index("What was wanted.") < said.index("What came of it.")
    assert "19 of 25 words are what you did and what came of it." in said
    assert grades(alice)[0][0].startswith("Where: On a ward.\n\nWhat was wanted: Too few hands.")


def test_the_then_shows_only_after_the_if(session: Terminal, alice: Owner) -> None:
    kink = Kink.objects.create(
        owner=alice, kind="length", name="Length", noticed_on=DAY, if_they="If they ask", then_i="then I say now."
    )
    card(alice, "if_then", "If they ask …", kink=kink)
    said = session("I say it now\n\nall\n")
    assert "If they ask, then I say now." in said
    assert said.index("aloud and press Enter") < said.index("then I say now.")
    assert "for Length" in said


def test_the_very_question_comes_with_what_was_said_then_after_the_new_answer(session: Terminal, alice: Owner) -> None:
    there, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 5, 1))
    met = Interview.objects.create(owner=alice, opportunity=there, on=date(2026, 5, 20))
    Question.objects.create(owner=alice, interview=met, asked="How do you plan a day?", said="I wing it")
    card(alice, "re_answer", "How do you plan a day?")
    assert "I wing it" not in session("q\n")
    assert "I wing it" in session("First the two that can’t wait.\n\nall\n")


def test_an_answer_from_the_browser_only_waits_for_its_grade(session: Terminal, alice: Owner) -> None:
    row = card(alice)
    keep_attempt(alice, row, parts=["Said in the browser."])
    said = session("none\n")
    assert "Said in the browser." in said
    assert "press Enter" not in said
    assert grades(alice) == [("Said in the browser.", [])]


# -- what wants a look --


def test_a_client_detail_is_shown_before_it_is_kept(session: Terminal, alice: Owner) -> None:
    card(alice)
    said = session("My client John Smith was late.\n\nw\nA client was late.\n\n2\n")
    assert "“John Smith” could point to a client." in said
    assert grades(alice) == [("A client was late.", [1])]


def test_the_person_may_keep_it_as_it_is(session: Terminal, alice: Owner) -> None:
    card(alice)
    session("I met John Smith.\n\nwhat\nk\n2\n")
    assert grades(alice) == [("I met John Smith.", [1])]


def test_nothing_is_kept_when_the_person_stops_at_the_warning(session: Terminal, alice: Owner) -> None:
    card(alice)
    assert "What you were writing isn’t kept." in session("I met John Smith.\n\nq\n")
    assert not Attempt.objects.filter(owner=alice).exists()


def test_heavy_words_bring_somebody_to_talk_to_and_nothing_is_stored(session: Terminal, alice: Owner) -> None:
    card(alice)
    said = session("I want to die.\n\nq\n")
    assert "What you wrote sounds heavy." in said
    assert "Call or text 988" in said
    assert not Attempt.objects.filter(owner=alice).exists()


# -- stopping --


def test_q_keeps_what_is_graded_and_says_so(session: Terminal, alice: Owner) -> None:
    card(alice)
    card(alice, question="Why here?")
    assert "Stopped. 1 answer graded and kept. The rest can wait." in session("\nall\nq\n")
    assert len(grades(alice)) == 1


def test_the_end_of_the_input_ends_an_answer_which_then_waits(session: Terminal, alice: Owner) -> None:
    card(alice)
    assert "The last answer is kept, and waits for its grade." in session("I work with teens.")
    assert Attempt.objects.get(owner=alice).parts == ["I work with teens."]
    session("all\n")
    assert grades(alice) == [("I work with teens.", [0, 1, 2])]


def test_a_q_inside_an_answer_is_a_word(session: Terminal, alice: Owner) -> None:
    card(alice)
    session("First the\nq\n\nall\n")
    assert grades(alice) == [("First the\nq", [0, 1, 2])]


def test_a_story_left_half_way_is_not_kept_and_that_is_said(session: Terminal, alice: Owner) -> None:
    card(alice, "story_four_beats")
    assert "What you were writing isn’t kept." in session("On a ward.\n\nq\n")
    assert not Attempt.objects.filter(owner=alice).exists()


def test_what_never_ends_is_no_answer(session: Terminal, alice: Owner) -> None:
    card(alice)
    assert "That is more than 20,000 characters" in session("a line\n" * 10_000)
    assert not Attempt.objects.filter(owner=alice).exists()
    assert "The last answer is kept, and waits for its grade." in session("\n" + "huh\n" * 10_000)


# -- nothing to do --


def test_without_cards_it_says_where_they_come_from(session: Terminal) -> None:
    assert session("").startswith("No cards yet.")


def test_nothing_due_says_when_the_next_comes(session: Terminal, alice: Owner) -> None:
    card(alice)
    session("\nall\n")
    with clock.fixed("2026-06-11T09:00"):
        assert session("") == "Nothing is due today. The next card comes tomorrow.\n"


def test_one_more_may_be_asked_for(session: Terminal, alice: Owner) -> None:
    card(alice)
    session("\nall\n")
    said = session("\nall\n" * 3, anyway=True)
    assert "One more, since you ask." in said
    assert len(grades(alice)) == 2


def test_only_cards_that_were_let_go_wait_for_nobody(session: Terminal, alice: Owner) -> None:
    card(alice, retired_on=DAY)
    assert session("", anyway=True) == "Nothing is due today. No card is waiting.\n"


def test_the_day_of_a_no_is_quiet_unless_the_person_asks(session: Terminal, alice: Owner) -> None:
    card(alice)
    there, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 5, 1))
    RejectionDay.objects.create(owner=alice, opportunity=there, on=DAY, restart_on=DAY + timedelta(days=1))
    quiet = session("\nall\n")
    assert "It can wait until you start again." in quiet
    assert "Tell me about yourself." not in quiet
    assert not Skipped.objects.filter(owner=alice).exists()
    assert "Clear." in session("\nall\n", anyway=True)


# -- as JSON --


def told(owner: Owner) -> dict[str, object]:
    return json.loads(json.dumps(listing._practice_to_json(owner)))


def test_the_list_has_what_the_pages_show(session: Terminal, alice: Owner, bob: Owner) -> None:
    card(bob, question="Bob’s own.")
    row = card(alice, pack="general", family="about_you", item="x")
    later = card(alice, question="Why here?")
    session("I am.\n\n1 2 3\nq\n")
    row.refresh_from_db()
    now = told(alice)
    assert [one["id"] for one in now["cards"]] == [row.pk, later.pk]
    assert now["tonight"]["cards"] == [later.pk]
    assert now["tonight"]["done"] == 1
    assert now["round"] is None
    one, other = now["cards"]
    assert (one["question"], one["points"], one["way"], one["pack"]) == (row.question, POINTS, "say_aloud", "general")
    assert one["due"] == report_card(alice, row).again.on.isoformat()
    assert [(r["met"], r["mark"], r["answer"]) for r in one["reviews"]] == [([1, 2, 3], "clear", "I am.")]
    assert [condition["met"] for condition in one["conditions"]] == [False, False, True]
    assert (other["stability"], other["learned"], other["reviews"]) == (None, False, [])


def test_a_quiet_day_shows_no_card_for_tonight(session: Terminal, alice: Owner) -> None:
    card(alice)
    there, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 5, 1))
    RejectionDay.objects.create(owner=alice, opportunity=there, on=DAY, restart_on=DAY + timedelta(days=1))
    tonight = told(alice)["tonight"]
    assert (tonight["quiet"], tonight["cards"]) == (True, [])


def test_twenty_cards_take_as_many_queries_as_ten(session: Terminal, alice: Owner) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            told(alice)
        return len(asked)

    for n in range(10):
        Review.objects.create(owner=alice, card=card(alice, question=f"{n}?"), at=clock.now(), met=[0])
    ten = queries()
    for n in range(10):
        Review.objects.create(owner=alice, card=card(alice, question=f"More {n}?"), at=clock.now(), met=[0])
    assert queries() == ten


# -- as a program --


SEED = """
from onward_app.cli.owner import command_line_owner
me = command_line_owner()
from onward_app.records.writing.practice import add_card
add_card(me, question="Tell me about yourself.", points=["one", "two", "three"])
add_card(me, question="Why here?", points=["one", "two", "three"])
"""


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("seeded")
    environment = os.environ | {"ONWARD_HOME": str(place), "PYTHONPATH": "src"}
    subprocess.run([sys.executable, "-c", SEED], env=environment, check=True)
    return place


@pytest.fixture
def home(seeded: Path, tmp_path: Path) -> Path:
    return shutil.copytree(seeded, tmp_path / "home")


def test_a_file_may_be_what_is_typed_whatever_its_bytes(home: Path) -> None:
    code, out, err = run(home, "practice", given=b"caf\xff\0 words\n\nall\n")
    assert (code, err) == (0, "")
    assert "1 answer graded and kept." in out
    listed = run(home, "practice", "--json").stdout
    assert [len(one["reviews"]) for one in json.loads(listed)["cards"]] == [1, 0]


@pytest.mark.parametrize("there", [os.devnull, "/dev/zero"])
def test_without_anything_to_read_it_stops(home: Path, there: str) -> None:
    with Path(there).open("rb") as nothing:
        told = run(home, "practice", given=nothing)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Stopped." in told.stdout


def test_without_anything_at_all_it_stops_too(home: Path) -> None:
    environment = os.environ | {"ONWARD_HOME": str(home), "PYTHONPATH": "src"}
    told = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *COMMAND, "practice"],
        env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert (told.returncode, told.stderr) == (0, "")
    assert "Stopped." in told.stdout


def test_ctrl_c_keeps_what_is_graded_and_is_no_traceback(home: Path) -> None:
    running = start(home, "practice")
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write(b"\nall\nI was saying\n")
    running.stdin.flush()
    while b"Why here?" not in running.stdout.readline():
        pass
    running.stdout.readline()
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (0, b"")
    assert "Stopped. 1 answer graded and kept." in out.decode()
