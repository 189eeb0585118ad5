"""Everything that is printed with `--json` has the shape that its schema says, in a search with something of everything."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests import json_pages
from tests.filled import EXAMPLE
from tests.keeping.folders import copy_of, living_in
from typer.testing import CliRunner

from onward.packet.comments import ReturnedComment, ReturnedComments
from onward.recover.pause import AHEAD, TOO_LONG
from onward_app import clock
from onward_app.as_json.schemas import NAMES, read_schema
from onward_app.cli import helpers
from onward_app.cli.start import app
from onward_app.keeping import in_use
from onward_app.records.models import Change, Event, GivenPacket, Opportunity

SHEET = Path(__file__).parents[1] / "core" / "tracker" / "cases" / "teal.csv"
ANSWERS = ("--answer", "day.ended=unknown", "--answer", "day.moved=column:updated_at")
LETTER = b"From: Pat <pat@example.org>\nTo: sam@home.example\nSubject: Your application\n\nThank you for applying.\n"
OFFER = "Dear Sam,\n\nWe offer you the position of Counselor at a salary of $58,000. You start on 4 January 2027.\n"
Said = Callable[..., Any]


@pytest.fixture(scope="module")
def home(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the search for all of these tests."""
    return copy_of(filled, tmp_path_factory.mktemp("json") / "home")


@pytest.fixture
def said(home: Path, on_files: None) -> Iterator[Said]:
    """What a command prints, read; and held to the schema of that name."""
    with living_in(home):
        yield _say


def _say(name: str, *words: str | Path, lines: bool = False) -> Any:
    told = run(*(str(word) for word in words), "--json")
    assert told.exit_code == 0, told.output
    found = [json.loads(line) for line in told.stdout.splitlines()] if lines else json.loads(told.stdout)
    for one in found if lines else [found]:
        hold_to(name, one)
    return found


def run(*words: str) -> Any:
    """Each command is a process of its own, and lets go of the folder when it ends."""
    told = CliRunner().invoke(app, list(words))
    for _, held in in_use._held:
        held.close()
    in_use._held.clear()
    return told


def hold_to(name: str, told: Any) -> None:
    checker = Draft202012Validator.FORMAT_CHECKER
    troubles = Draft202012Validator(read_schema(name), format_checker=checker).iter_errors(told)
    assert [(name, list(one.path), one.message) for one in troubles] == []


# The schemas


def test_the_files_are_the_list() -> None:
    folder = json_pages.ROOT / "src" / "onward_app" / "as_json" / "schemas"
    assert sorted(path.stem for path in folder.glob("*.json")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_schema_that_leaves_nothing_open(name: str) -> None:
    schema = read_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["title"].startswith("onward ")
    assert [one for one in objects(schema) if one.get("additionalProperties") is None] == []
    assert [one for one in objects(schema) if list(one.get("properties", {})) != one.get("required", [])] == []


def objects(told: Any) -> Iterator[dict[str, Any]]:
    """Every object that a schema describes."""
    if isinstance(told, dict):
        if "object" in (told.get("type") or ()) and isinstance(told.get("type"), str | list):
            yield told
        for one in told.values():
            yield from objects(one)


def test_the_page_is_made_of_them() -> None:
    assert json_pages.PAGE.read_text(encoding="utf-8") == json_pages.written(), "run python tests/json_pages.py"


def test_what_another_shape_has_is_found() -> None:
    with pytest.raises(AssertionError):
        hold_to("rebuild", [{"what": "jobs", "rows": "1", "differing": 0}])


# What is read


READS = (
    "jobs",
    "people",
    "today",
    "letters",
    "asks",
    "debrief",
    "kinks",
    "practice",
    "pace",
    "hopes",
    "odds",
    "silence",
    "values",
    "lessons",
)


@pytest.mark.parametrize("name", READS)
def test_what_a_command_lists_has_the_shape_it_says(said: Said, name: str) -> None:
    assert said(name, name)


def test_letters_are_those_of_a_job_and_with_their_words_when_asked(said: Said) -> None:
    every = said("letters", "letters")
    job = next(one["job"] for one in every if one["job"])
    some = said("letters", "letters", "--job", str(job), "--words")
    assert {one["job"] for one in some} == {job}
    assert all(one["words"] for one in some)
    assert {one["words"] for one in every} == {None}


def test_an_ask_names_its_job_and_what_came_of_it(said: Said) -> None:
    told = said("asks", "asks")
    assert {one["outcome"] for one in told} == {"advice", "silence"}
    assert all(Opportunity.objects.filter(pk=one["job"]).exists() for one in told)


def test_values_say_what_crosses_a_line_at_an_offer(said: Said) -> None:
    told = said("values", "values")
    assert [one["mark"] for one in told["marks"]] == ["crossed"]
    assert told["offers"][0]["gate"]


def test_what_is_found_has_its_shape(said: Said) -> None:
    assert said("find", "find", "harbor")


def test_mail_has_its_shape(said: Said, tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_bytes(LETTER)
    assert len(said("read", "read", EXAMPLE / "mailbox.mbox", "--dry-run", lines=True)) > 10
    assert said("notice", "notice", tmp_path / "one.eml")["outgoing"] is False


def test_a_calendar_has_its_shape(said: Said, tmp_path: Path) -> None:
    job = said("add", "add", "Larch", "Counselor", "--on", "2026-11-10")["job"]
    head, start = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:l\nSUMMARY:", "\nDTSTART:20261119T140000"
    (tmp_path / "one.ics").write_text(f"{head}Interview with Jo{start}\nEND:VEVENT\nEND:VCALENDAR\n", "utf-8")
    looked = said("import-calendar", "import", tmp_path / "one.ics", "--dry-run")
    assert [one["state"] for one in looked["events"]] == ["needs you"]
    assert run("import", str(tmp_path / "one.ics")).exit_code == 1
    told = said("import-calendar", "import", tmp_path / "one.ics", "--answer", f"meeting.1={job}")
    assert len(told["changes"]) == 1


def test_an_offer_letter_has_its_shape(said: Said, tmp_path: Path) -> None:
    (tmp_path / "offer.txt").write_text(OFFER, "utf-8")
    assert said("offer", "offer", tmp_path / "offer.txt")["quotes"]


@pytest.mark.parametrize("name", ["letters", "asks", "hopes", "odds", "silence", "values", "lessons"])
def test_it_says_the_same_in_words_without_json(said: Said, name: str) -> None:
    told = run(name)
    assert (told.exit_code, "{" in told.stdout) == (0, False)
    assert len(told.stdout) > 20


# What is written


def test_what_is_added_noted_and_undone_says_the_change_and_the_ids(said: Said) -> None:
    added = said("add", "add", "Elm", "Counselor", "--on", "2026-11-10")
    assert [one["kind"] for one in added["made"]] == ["opportunity", "event"]
    assert Opportunity.objects.get(pk=added["job"]).employer == "Elm"
    noted = said("event", "event", str(added["job"]), "screen", "--on", "2026-11-12")
    assert Event.objects.get(pk=noted["made"][0]["id"]).kind == "screen"
    undone = said("undo", "undo", str(noted["change"]))
    assert Change.objects.get(pk=undone["change"]).undoes_id == noted["change"]


def test_a_no_says_its_job_and_what_it_made(said: Said) -> None:
    told = said("no", "no", "Fernbank")
    assert Opportunity.objects.get(pk=told["job"]).employer == "Fernbank"
    assert {one["kind"] for one in told["made"]} >= {"opportunity", "event"}


def test_a_merge_says_which_job_stays(said: Said) -> None:
    two = [said("add", "add", name, "Counselor", "--on", "2026-11-10")["job"] for name in ("Oak", "Oak Hollow")]
    assert said("merge", "merge", *map(str, two))["job"] == two[0]


def test_an_advert_that_was_kept_has_its_id(said: Said, tmp_path: Path) -> None:
    (tmp_path / "advert.txt").write_text("You listen to people.", "utf-8")
    job = said("add", "add", "Birch", "Counselor", "--on", "2026-11-10")["job"]
    assert said("advert", "advert", str(job), tmp_path / "advert.txt")["made"][0]["kind"] == "advert"
    assert "There is no job 9999." in run("advert", "9999", str(tmp_path / "advert.txt")).stderr


def test_a_no_told_by_another_program_prints_json_and_nothing_else(said: Said) -> None:
    job = said("add", "add", "Ash", "Counselor", "--on", "2026-11-02")["job"]
    assert said("event", "event", str(job), "rejected")["job"] == job
    assert "Figures can wait" in run("odds").stdout
    said("odds", "odds")


def test_a_trackers_file_says_what_it_made(said: Said) -> None:
    told = said("import", "import", SHEET, *ANSWERS)
    assert {one["kind"] for one in told["made"]} >= {"opportunity", "event"}
    assert said("import", "import", SHEET, "--dry-run")["made"] == []


def test_comments_that_came_back_have_their_ids(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    given = GivenPacket.objects.get()
    back = ReturnedComments(given.code, given.mark, "Dana", given.made_on, (ReturnedComment(1, "Say it shorter."),))
    monkeypatch.setattr(helpers, "read_file", lambda *_: b"")
    monkeypatch.setattr("onward.packet.comments.read_comments", lambda _: back)
    told = said("comments", "comments", "back.html")
    assert (told["new"], [one["kind"] for one in told["made"]]) == (1, ["comment"])
    assert said("comments", "comments", "back.html")["change"] is None


def test_people_are_added_changed_put_to_jobs_made_one_and_taken_off(said: Said) -> None:
    job = said("jobs", "jobs")[0]["id"]
    new = said(
        "person",
        "person",
        "--name",
        "Robin Vale",
        "--reach",
        "robin@vale.example",
        "--job",
        str(job),
        "--part",
        "met me",
    )
    assert [one["kind"] for one in new["made"]] == ["contact", "contactatjob"]
    pk = str(new["person"])
    assert said("person", "person", pk, "--role", "Lead", "--notes", "- kind")["summary"].startswith("Changed")
    assert said("person", "person", pk, "--role", "Lead")["change"] is None
    (found,) = said("people", "people", "robin")
    assert (found["role"], found["notes"], found["jobs"][0]["part"]) == ("Lead", "- kind", "met me")
    other = said("person", "person", "--name", "R. Vale", "--how", "at a fair")["person"]
    assert said("person", "person", pk, "--same-as", str(other))["person"] == int(pk)
    assert said("people", "people", "vale")[0]["how"] == "at a fair"
    assert said("person", "person", pk, "--off-job", str(job))["job"] == job
    said("person", "person", pk, "--remove")
    assert said("people", "people", "vale") == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "needs a name"),
        (("--name", " "), "needs a name"),
        (("--name", "x" * 201), "longer than 200"),
        (("999999",), "There is nobody"),
        (("1", "--remove", "--role", "x"), "one thing at a time"),
        (("1",), "one thing at a time"),
        (("1", "--same-as", "1"), "the same person already"),
        (("1", "--off-job", "999999"), "There is no job"),
    ],
)
def test_what_nobody_can_be_is_refused_in_words(said: Said, words: tuple[str, ...], why: str) -> None:
    told = run("person", *words)
    assert told.exit_code != 0
    assert why in " ".join(told.output.split()).replace("│ ", "")


def test_keeping_says_where_it_is(said: Said, tmp_path: Path) -> None:
    made = said("backup", "backup")
    assert Path(made["path"]).exists()
    assert made["name"] in [one["name"] for one in said("backups", "restore")]
    assert said("restore", "restore", made["name"])["in_place"] == made["name"]
    out = said("export", "export", tmp_path)
    assert Path(out["file"]).is_file()
    assert said("brought-back", "import", out["file"], "--replace")["rows"] == out["rows"]
    assert said("rebuild", "rebuild")[0]["differing"] == 0
    assert said("sign-out", "sign-out")["browsers"] == 0


def test_a_pause_is_begun_said_and_ended_in_the_terminal(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    later = clock.today() + timedelta(days=60)  # by then no no, no interview and no offer of this search comes first
    monkeypatch.setenv("ONWARD_CLOCK", f"{later}T09:00")
    until = (later + timedelta(days=9)).isoformat()
    assert said("pause", "pause", "--until", until) == {"until": until}
    assert [one["move"] for one in said("today", "today")] == ["End the pause"]
    assert "Onward is silent until" in run("pause").output
    assert said("pause", "pause", "--end") == {"until": None}
    assert "There is no pause." in run("pause").output


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--end",), "There is no pause to end."),
        (("--until", "2020-01-01"), AHEAD),
        (("--until", "2199-01-01"), TOO_LONG),
        (("--until", "2199-01-01", "--end"), "one of the two"),
        (("--until", "soon"), "There is no day “soon”"),
    ],
)
def test_a_pause_that_can_t_be_is_refused_in_words(said: Said, words: tuple[str, ...], why: str) -> None:
    told = run("pause", *words)
    assert told.exit_code != 0
    assert why in " ".join(told.output.split()).replace("│ ", "")
    assert said("pause", "pause") == {"until": None}
