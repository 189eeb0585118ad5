"""Other programs see what the table lets them, write what the person said yes to, and each change says which it was."""

from __future__ import annotations

import ast
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from tests.filled import fill, on_the_morning
from tests.flat import flat
from tests.people import door

from onward.kinks.plain import KNOWN
from onward_app import clock
from onward_app.programs import answering
from onward_app.programs.answering import NOT_LET, NOT_TODAY, SHUT, answer, list_offered, name_program
from onward_app.programs.arguments import ProgramRefused
from onward_app.programs.never import KEPT_OUT, NEVER
from onward_app.programs.reads import READS, Read
from onward_app.programs.writes import ASK_THE_PERSON, KINDS, WRITES
from onward_app.records.models import Card, Change, Event, Interview, Opportunity, Owner
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.programs import let_programs, shut_programs
from onward_app.records.writing.recover import open_no

ON = "2026-11-16T09:00"
SRC = Path(__file__).parents[2] / "src" / "onward_app"
EVERYTHING = [one.name for one in WRITES]
GIVEN: dict[str, dict[str, Any]] = {"find": {"words": "a"}, "list_jobs": {"all": True}}
WRITTEN: dict[str, dict[str, Any]] = {
    "add_job": {"employer": "Elm", "role": "Counselor"},
    "add_event": {"kind": "screen"},
    "add_note": {"text": "They have a new site."},
    "add_interview": {"on": "2026-11-20", "at": "14:30", "minutes": 45},
    "add_card": {"question": "Why us?", "points": ["one", "two", "three"]},
}
MARK = "Zqmarkerwxk"
# No program may write through any other of them: what sends, forgets, opens a no or says yes to an offer is not among them.
MAY_IMPORT = {"changes", "interviews", "jobs", "practice", "refusals", "undo", "owner"}


@pytest.fixture(autouse=True)
def _morning() -> Any:
    with clock.fixed(ON):
        yield


def ask(owner: Owner, name: str, **given: Any) -> dict[str, Any]:
    owner.refresh_from_db()
    return answer(owner, "Robin", name, given)


def refusal(owner: Owner, name: str, **given: Any) -> str:
    with pytest.raises(ProgramRefused) as refused:
        ask(owner, name, **given)
    return str(refused.value)


def job(owner: Owner) -> Opportunity:
    return add_job(owner, employer="Harbor", role="Therapist", on=date(2026, 11, 2))[0]


# The table


def test_every_table_is_told_of_or_stands_in_the_table_of_what_is_never_seen() -> None:
    told = {table for read in READS for table in read.tables}
    never = {table for row in NEVER for table in row.tables}
    every = {str(model._meta.model_name) for model in apps.get_app_config("records").get_models()}
    assert told & never == set()
    assert told | never == every


def test_nothing_of_what_is_never_seen_is_in_any_answer(alice: Owner) -> None:
    with on_the_morning():
        fill(alice)
        never = {table for row in NEVER for table in row.tables} - {"owner", "signin", "ownaddress", "round"}
        marked = sum(mark_rows(table) for table in never)
        told = json.dumps([ask(alice, read.name, **GIVEN.get(read.name, {})) for read in READS])
        found = json.dumps(ask(alice, "find", words=MARK))
    assert marked > 20
    assert MARK not in told + found
    assert "Harbor Light" in told
    assert "cross" not in told  # the example's offer crosses a line, and /today says so to the person


def mark_rows(table: str) -> int:
    """A word of its own in every text of these rows; the number of texts."""
    model = apps.get_model("records", table)
    texts = [
        one.name
        for one in model._meta.concrete_fields
        if isinstance(one, models.TextField) and not isinstance(one, models.JSONField)
    ]
    rows: models.QuerySet[Any] = model._default_manager.all()
    return sum(rows.update(**{name: MARK}) for name in texts)


@pytest.mark.parametrize("one", sorted(SRC.glob("programs/*.py")), ids=lambda path: path.stem)
def test_programs_write_through_a_few_files_alone(one: Path) -> None:
    tree = ast.parse(one.read_text("utf-8"))
    named = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    written = {name.rpartition(".")[2] for name in named if ".records.writing." in name}
    assert written <= MAY_IMPORT
    assert not any(name.startswith(("onward_app.sending", "onward_app.keeping", "socket")) for name in named)


def test_words_of_harm_are_left_out_wherever_they_stand(alice: Owner) -> None:
    row = job(alice)
    add_event(alice, row, kind="note", on=date(2026, 11, 3), note="They rang. I want to kill myself.")
    found = ask(alice, "find", words="rang")["found"]
    assert [one["text"] for one in found] == [KEPT_OUT]
    assert "kill" not in json.dumps(found)


def test_a_no_that_waits_to_be_opened_is_not_told(alice: Owner) -> None:
    row = job(alice)
    let_programs(alice, EVERYTHING)
    ask(alice, "add_event", job=row.pk, kind="rejected", on="2026-11-15")
    told = ask(alice, "list_jobs")["jobs"][0]
    assert (told["ended"], told["news_to_open"]) == (None, True)
    assert [one["kind"] for one in told["events"]] == ["applied"]
    open_no(alice, Event.objects.get(kind="rejected"))
    assert ask(alice, "list_jobs", all=True)["jobs"][0]["ended"] == "rejected"


def test_on_the_day_of_a_no_figures_and_practice_wait(alice: Owner) -> None:
    row = job(alice)
    add_event(alice, row, kind="rejected", on=date(2026, 11, 16))
    open_no(alice, Event.objects.get(kind="rejected"))
    for name in ("pace", "list_kinks", "list_cards"):
        assert refusal(alice, name) == NOT_TODAY
    assert ask(alice, "today")["moves"][0]["step"] == "recover"


@pytest.mark.parametrize("kind", ["accepted", "signed", "declined", "cleared", "started"])
def test_no_program_answers_an_offer(alice: Owner, kind: str) -> None:
    row = job(alice)
    let_programs(alice, EVERYTHING)
    assert kind not in KINDS
    assert "has to be one of" in refusal(alice, "add_event", job=row.pk, kind=kind)


def test_the_page_has_the_table() -> None:
    page = (SRC.parents[1] / "docs" / "other-programs.md").read_text("utf-8")
    assert [row.what for row in NEVER if f"| {row.what} | {row.why} |" not in page] == []
    assert [one.name for one in (*READS, *WRITES) if f"`{one.name}`" not in page] == []


# The reads


@pytest.mark.parametrize("read", READS, ids=lambda read: read.name)
def test_each_read_answers_in_an_empty_search(alice: Owner, read: Read) -> None:
    told = ask(alice, read.name, **GIVEN.get(read.name, {}))
    assert json.loads(json.dumps(told)) == told


def test_kinks_are_told_in_plain_words(alice: Owner) -> None:
    with on_the_morning():
        fill(alice)
        told = ask(alice, "list_kinks")["kinks"]
    assert {one["status"] for one in told if not one["strength"]} & set(KNOWN.values())


def test_each_owner_has_their_own(alice: Owner, bob: Owner) -> None:
    row = job(alice)
    let_programs(bob, EVERYTHING)
    assert ask(bob, "list_jobs", all=True)["jobs"] == []
    assert refusal(bob, "add_note", job=row.pk, text="x") == "There is no such job."


# The writes


@pytest.mark.parametrize("name", WRITTEN)
def test_each_write_needs_its_own_yes_and_is_a_change_that_says_who_made_it_and_can_be_undone(
    alice: Owner, name: str
) -> None:
    given = WRITTEN[name] | ({} if name in ("add_job", "add_card") else {"job": job(alice).pk})
    let_programs(alice, [one for one in EVERYTHING if one != name])
    assert refusal(alice, name, **given) == NOT_LET
    let_programs(alice, [name, "undo"])
    before = counts(alice)
    told = ask(alice, name, **given)
    change = Change.objects.get(pk=told["change"])
    assert (change.by, change.program) == ("program", "Robin")
    assert counts(alice) != before
    page = flat(door(alice).get("/changes/"))
    assert "by another program: Robin" in page
    undone = ask(alice, "undo", change=change.pk)
    assert counts(alice) == before
    assert Change.objects.get(pk=undone["change"]).program == "Robin"


def counts(owner: Owner) -> list[int]:
    return [model.objects.filter(owner=owner, stands=True).count() for model in (Opportunity, Event, Interview, Card)]


def test_a_program_takes_back_only_what_it_did(alice: Owner) -> None:
    _, mine = add_job(alice, employer="Harbor", role="", on=date(2026, 11, 2))
    let_programs(alice, ["undo"])
    assert "only what it did itself" in refusal(alice, "undo", change=mine.pk)


@pytest.mark.parametrize(
    "text", ["I want to kill myself.", "My client Maria Lopez, 34, from Fairfield cried."], ids=["harm", "client"]
)
def test_words_that_want_a_look_are_refused_in_one_sentence_that_tells_nothing(alice: Owner, text: str) -> None:
    row = job(alice)
    let_programs(alice, EVERYTHING)
    assert refusal(alice, "add_note", job=row.pk, text=text) == ASK_THE_PERSON
    assert not Event.objects.filter(kind="note").exists()


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("add_job", {}, "“employer” is needed."),
        ("add_job", {"employer": " "}, "“employer” has to be words."),
        ("add_job", {"employer": "Elm", "on": "tomorrow"}, "“on” has to be a day, as 2026-03-01."),
        ("add_job", {"employer": "Elm", "on": "2030-01-01"}, "that day hasn’t come yet"),
        ("add_job", {"employer": "E" * 300}, "“employer” is too long: 200 characters at most."),
        ("add_job", {"employer": "Elm", "salary": 1}, "There is no argument “salary” here."),
        ("add_note", {"job": "1", "text": "x"}, "“job” has to be a whole number"),
        ("add_note", {"job": 999, "text": "x"}, "There is no such job."),
        ("add_card", {"question": "Why?", "points": ["one"]}, "“points” has to be a list of three."),
        ("add_interview", {"job": 1, "on": None}, "There is no such job."),
        ("list_jobs", {"all": 1}, "“all” has to be true or false."),
        ("pace", {"wish": 100}, "“wish” has to be a whole number from 1 to 99."),
        ("send_mail", {}, "Onward has nothing called “send_mail”."),
    ],
)
def test_what_can_not_be_gets_its_sentence(alice: Owner, name: str, given: dict[str, Any], said: str) -> None:
    let_programs(alice, EVERYTHING)
    assert said.casefold() in refusal(alice, name, **given).casefold()


def test_a_program_is_named_on_one_short_line() -> None:
    assert name_program("Ro\x1b[31mbin\n the   helper " + "x" * 99).startswith("Ro")
    assert len(name_program("x" * 99)) == answering.LONGEST_NAME
    assert name_program(" ") == "a program without a name"


# The page


def test_the_page_lets_what_is_ticked_and_shuts_to_all(alice: Owner) -> None:
    client = door(alice)
    page = flat(client.get("/data/programs/"))
    assert all(row.why in page for row in NEVER)
    client.post("/data/programs/change/", {"do": "let", "may": ["add_note", "no such thing"]})
    alice.refresh_from_db()
    assert alice.programs_may == ["add_note"]
    assert [one.name for one in list_offered(alice)][-1] == "add_note"
    client.post("/data/programs/change/", {"do": "shut"})
    alice.refresh_from_db()
    assert list_offered(alice) == []
    assert refusal(alice, "list_jobs") == SHUT
    client.post("/data/programs/change/", {"do": "let"})
    assert ask(alice, "list_jobs") == {"jobs": [], "left_off": 0}
    assert refusal(alice, "add_note", job=1, text="x") == NOT_LET  # shut, it lost what it was let do


def test_who_changed_something_is_named_on_the_page(alice: Owner) -> None:
    let_programs(alice, EVERYTHING)
    ask(alice, "add_job", employer="Elm")
    assert "Robin: 1 change, the last on 16 November 2026" in flat(door(alice).get("/data/programs/"))


def test_consent_is_not_a_change_that_an_undo_could_bring_back(alice: Owner) -> None:
    let_programs(alice, EVERYTHING)
    shut_programs(alice)
    assert not Change.objects.filter(owner=alice).exists()


def test_a_stranger_gets_neither_page(charlie: Any) -> None:
    assert charlie.get("/data/programs/").status_code == 403
    assert charlie.post("/data/programs/change/", {"do": "let"}).status_code == 403
