"""Everything goes out as one file and comes back equal; what isn't right is refused, and nothing is lost by it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from tests.commands import run
from tests.keeping.folders import copy_of, edit_export, holding, living_in, read_files, read_tables

from onward_app import clock
from onward_app.keeping import tables
from onward_app.keeping.archive import ImportTrouble, is_own_export
from onward_app.keeping.bring_back import import_search
from onward_app.keeping.export import VERSION, ExportTrouble, write_export
from onward_app.keeping.in_use import InUse, alone
from onward_app.keeping.swap import finish_swap, incoming_folder
from onward_app.records.models import Change, KindWords, Lesson, Letter, Owner, Recording
from onward_app.records.reading.rows import list_changes
from onward_app.records.upgrading import upgrade_tables
from onward_app.records.writing.decisions import set_letter_aside
from onward_app.records.writing.forgetting import forget_rows
from onward_app.records.writing.recover import keep_kind_words
from onward_app.records.writing.undo import undo_change

Edit = Callable[[str, bytes], tuple[str, bytes] | None]


def read_head(place: Path) -> dict[str, Any]:
    with zipfile.ZipFile(place) as archive:
        head: dict[str, Any] = json.loads(archive.read("onward.json"))
    return head


# It works


def test_every_table_goes_out_or_says_why_not(filled: Path, taken_out: Path, here: Path) -> None:
    names = {str(model._meta.model_name) for model in apps.get_app_config("records").get_models()}
    counted = read_head(taken_out)["rows"]
    assert names - counted.keys() == tables.LEFT_OUT.keys()
    assert [name for name, why in tables.LEFT_OUT.items() if not why] == []
    assert [name for name, number in counted.items() if not number] == [], (
        "fill() has none of these, so nothing is shown"
    )
    assert [name for name, number in read_head(taken_out)["last"].items() if not number] == []


def test_a_search_comes_back_equal_in_every_row_and_file(
    filled: Path, taken_out: Path, here: Path, tmp_path: Path
) -> None:
    done = import_search(taken_out)
    came = read_tables()
    with living_in(copy_of(filled, tmp_path / "was")) as was:
        assert came == read_tables()
        assert read_files(here, "recordings", "documents", "packs") == read_files(
            was, "recordings", "documents", "packs"
        )
    assert (done.recordings, done.documents, done.packs, done.replaced) == (1, 1, 2, None)


def test_a_second_export_is_the_same_bytes(taken_out: Path, here: Path, tmp_path: Path) -> None:
    import_search(taken_out)
    write_export(tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == taken_out.read_bytes()


def test_tables_are_made_as_migrating_makes_them(taken_out: Path, here: Path, tmp_path: Path) -> None:
    import_search(taken_out)
    with living_in(tmp_path / "migrated") as migrated:
        upgrade_tables()
    assert read_schema(here) == read_schema(migrated)


def read_schema(folder: Path) -> set[tuple[str, str, tuple[str, ...]]]:
    """Every table and index, with its columns and conditions in any order."""
    with closing(sqlite3.connect(folder / "onward.sqlite3")) as db:
        made = db.execute("SELECT type, name, COALESCE(sql, '') FROM sqlite_master").fetchall()
    return {(kind, name, tuple(sorted(sql.strip(")").partition("(")[2].split(", ")))) for kind, name, sql in made}


def test_what_was_done_before_can_still_be_undone_after(taken_out: Path, here: Path) -> None:
    import_search(taken_out)
    me = Owner.objects.get()
    last = (
        list_changes(me).filter(intention="recover.taught").first() or list_changes(me).filter(undone_by=None).first()
    )
    assert last is not None
    undo_change(me, last)
    assert Change.objects.filter(undoes=last).exists()


def test_numbers_are_not_given_twice_after_coming_back(taken_out: Path, here: Path) -> None:
    last = read_head(taken_out)["last"]["recording"]
    import_search(taken_out)
    assert last == 2, "the second recording was deleted, and its number is used"
    row = Recording.objects.get()
    row.pk, row.name = None, "another"
    row.save()
    assert row.pk == 3


def test_an_export_of_an_earlier_version_is_brought_up_to_date(taken_out: Path, here: Path, tmp_path: Path) -> None:
    old = ("records", "0013_mail_marks")
    models = MigrationLoader(connection).project_state(old).apps.get_models()
    known = {model._meta.model_name: {field.column for field in model._meta.concrete_fields} for model in models}
    with zipfile.ZipFile(taken_out) as archive:
        jobs = [json.loads(line) for line in archive.read("rows/opportunity.jsonl").splitlines()]

    def age(name: str, raw: bytes) -> tuple[str, bytes] | None:
        if name == "onward.json":
            head = json.loads(raw) | {"schema": old[1]}
            for part in ("rows", "last"):
                head[part] = {table: said for table, said in head[part].items() if table in known}
            return name, json.dumps(head).encode()
        if not name.startswith("rows/"):
            return name, raw
        columns = known.get(Path(name).name.split(".")[0])
        if columns is None:
            return None
        rows = [{key: value for key, value in json.loads(line).items() if key in columns} for line in raw.splitlines()]
        return name, "".join(json.dumps(row) + "\n" for row in rows).encode()

    import_search(edit_export(taken_out, tmp_path / "old.zip", age))
    came = read_tables()
    assert [came[table] for table in ("tombstone", "trackermemory")] == [[], []]
    assert [row["name"] for row in came["contact"]] == ["Pat"]  # who was written to
    assert [job["reached"] for job in came["opportunity"]] == [job["reached"] for job in jobs]
    assert len(came["jobwait"]) == read_head(taken_out)["rows"]["jobwait"] > 0
    assert len(came["letter"]) == read_head(taken_out)["rows"]["letter"]


def test_the_commands_take_out_and_bring_in(filled: Path, tmp_path: Path) -> None:
    was = copy_of(filled, tmp_path / "was")
    code, said, err = run(was, "export", str(tmp_path / "out.zip"), ONWARD_CLOCK="2026-11-16T09:00")
    assert (code, err) == (0, "")
    assert "1 recording, 1 document and 2 packs" in said
    code, said, err = run(tmp_path / "new", "import", str(tmp_path / "out.zip"))
    assert (code, err) == (0, "")
    assert "Brought in" in said
    assert run(tmp_path / "new", "jobs", "--json")[1] == run(was, "jobs", "--json")[1]


def test_in_a_folder_the_file_is_named_after_the_day(filled: Path, tmp_path: Path) -> None:
    was = copy_of(filled, tmp_path / "was")
    assert run(was, "export", str(tmp_path), ONWARD_CLOCK="2026-11-16T09:00")[0] == 0
    assert is_own_export(tmp_path / "onward-2026-11-16.zip")


def test_a_file_that_was_unpacked_and_packed_again_is_known(taken_out: Path, here: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(taken_out) as old, zipfile.ZipFile(tmp_path / "again.zip", "w") as new:
        for name in sorted(old.namelist(), reverse=True):
            new.writestr(name, old.read(name))
    assert is_own_export(tmp_path / "again.zip")
    assert import_search(tmp_path / "again.zip").recordings == 1


def test_in_the_place_of_another_search_that_one_is_kept(taken_out: Path, filled: Path, tmp_path: Path) -> None:
    with living_in(copy_of(filled, tmp_path / "was")) as was:
        Lesson.objects.all().update(words="Only here.")
        with pytest.raises(ImportTrouble, match="search here already"):
            import_search(taken_out)
        assert Lesson.objects.filter(words="Only here.").exists()
        done = import_search(taken_out, replace=True)
        assert not Lesson.objects.filter(words="Only here.").exists()
        assert done.replaced is not None
        assert holding(was, b"Only here.") == [f"backups/{done.replaced.name}/onward.sqlite3"]
        assert read_files(done.replaced.path, "packs").keys() == {"packs/mine.toml", "packs/removed/mine-0a.toml"}


# What was forgotten stays so


def test_no_old_export_brings_back_what_was_forgotten_since(filled: Path, tmp_path: Path) -> None:
    with living_in(copy_of(filled, tmp_path / "was")) as was:
        me = Owner.objects.get()
        letter = Letter.objects.filter(owner=me, opportunity=None).first() or Letter.objects.filter(owner=me).first()
        assert letter is not None
        Letter.objects.filter(pk=letter.pk).update(body="Zqmarkerwxk " * 50)
        write_export(tmp_path / "old.zip")
        set_letter_aside(me, letter)
        import_search(tmp_path / "old.zip", replace=True)
        assert not Letter.objects.filter(key=letter.key).exists()
        assert holding(was, b"Zqmarkerwxk") == []


def test_another_thing_of_the_same_number_comes_in_all_the_same(filled: Path, tmp_path: Path) -> None:
    """Two copies went on apart, and each gave the next number to something of its own."""
    one, other = copy_of(filled, tmp_path / "one"), copy_of(filled, tmp_path / "other")
    with living_in(other):
        keep_kind_words(Owner.objects.get(), text="Said on the phone.", who="Pat")
        number = KindWords.objects.get(text="Said on the phone.").pk
        write_export(tmp_path / "other.zip")
    with living_in(one), clock.fixed("2026-11-16T10:00"):
        keep_kind_words(Owner.objects.get(), text="Said at the desk.", who="Pat")
        assert KindWords.objects.get(text="Said at the desk.").pk == number
        forget_rows(KindWords.objects.filter(pk=number))
        import_search(tmp_path / "other.zip", replace=True)
        assert KindWords.objects.get(pk=number).text == "Said on the phone."


# What isn't right is refused


def change(member: str, do: Callable[[bytes], bytes]) -> Edit:
    return lambda name, raw: (name, do(raw)) if name == member else (name, raw)


def of_head(**said: Any) -> Edit:
    return change("onward.json", lambda raw: json.dumps(json.loads(raw) | said).encode())


def of_row(**said: Any) -> Edit:
    def do(raw: bytes) -> bytes:
        first, _, rest = raw.partition(b"\n")
        return json.dumps(json.loads(first) | said).encode() + b"\n" + rest

    return change("rows/event.jsonl", do)


BAD: dict[str, tuple[Edit, str]] = {
    "a newer file": (of_head(version=VERSION + 1), "newer Onward"),
    "a document that is another": (
        lambda name, raw: (name, b"x" + raw) if name.startswith("documents/") else (name, raw),
        "isn’t what was taken out",
    ),
    "a document by no fingerprint": (
        lambda name, raw: ("documents/../../x", raw) if name.startswith("documents/") else (name, raw),
        "left alone",
    ),
    "newer tables": (of_head(schema="9000_far_ahead"), "newer Onward"),
    "tables of nobody": (of_head(schema="0001_nobodys"), "damaged"),
    "no head": (change("onward.json", lambda raw: b"{"), "isn’t an export"),
    "another format": (of_head(format="backup"), "isn’t an export"),
    "a table that is missing": (lambda name, raw: None if name == "rows/event.jsonl" else (name, raw), "is missing"),
    "a row too few": (change("rows/event.jsonl", lambda raw: raw.partition(b"\n")[2]), "rows instead of"),
    "half a line": (change("rows/event.jsonl", lambda raw: raw[:-9]), "can’t be read"),
    "a row too many": (change("rows/event.jsonl", lambda raw: raw + raw.partition(b"\n")[0] + b"\n"), "has more than the"),
    "nested without end": (
        change("rows/event.jsonl", lambda raw: b"[" * 99999 + b"\n" + raw.partition(b"\n")[2]), "can’t be read",
    ),
    "a day that is none": (of_row(on="2026-02-31"), "can’t be kept"),
    "a number as a word": (of_row(opportunity_id="1"), "can’t be kept"),
    "a job that isn't there": (of_row(opportunity_id=999_999), "points to one that isn’t there"),
    "a column that is none": (of_row(drop="table"), "can’t be kept"),
    "a way out of the folder": (lambda name, raw: (name.replace("recordings/", "recordings/../"), raw), "left alone"),
    "a pack out of the folder": (lambda name, raw: (name.replace("packs/m", "packs/../m"), raw), "left alone"),
    "a file of its own": (lambda name, raw: (name.replace("packs/m", "bin/m"), raw), "left alone"),
    "a file from the root": (lambda name, raw: (name.replace("recordings/", "/recordings/"), raw), "left alone"),
    "a bomb": (change("rows/letter.jsonl", lambda raw: b" " * 200_000_000), "far more than a search holds"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_what_is_not_right_gets_its_sentence_and_changes_nothing(
    taken_out: Path, here: Path, tmp_path: Path, what: str
) -> None:
    edit, sentence = BAD[what]
    bad = edit_export(taken_out, tmp_path / "bad.zip", edit)
    with pytest.raises(ImportTrouble, match=sentence) as told:
        import_search(bad)
    assert "Nothing was changed." in str(told.value)
    assert not (here / "onward.sqlite3").exists()
    assert [path.name for path in here.iterdir()] in ([], ["in-use"])
    assert not list(tmp_path.glob("*.toml"))


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.9, 0.999])
def test_an_export_that_was_cut_off_is_known_and_refused(
    taken_out: Path, here: Path, tmp_path: Path, share: float
) -> None:
    raw = taken_out.read_bytes()
    cut = tmp_path / "cut.zip"
    cut.write_bytes(raw[: int(len(raw) * share)])
    assert is_own_export(cut)
    with pytest.raises(ImportTrouble, match="ends too early or is damaged"):
        import_search(cut)
    assert not (here / "onward.sqlite3").exists()


def test_a_byte_that_is_wrong_is_found(taken_out: Path, here: Path, tmp_path: Path) -> None:
    for member in ("rows/event.jsonl", "recordings/"):
        raw = bytearray(taken_out.read_bytes())
        raw[raw.index(member.encode()) + 120] ^= 255
        (tmp_path / "wrong.zip").write_bytes(raw)
        with pytest.raises(ImportTrouble, match="damaged"):
            import_search(tmp_path / "wrong.zip")
        assert not (here / "onward.sqlite3").exists()


def test_the_command_knows_an_export_that_was_cut_off(taken_out: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(taken_out.read_bytes()[:-400])
    code, _, err = run(tmp_path / "new", "import", str(tmp_path / "cut.zip"))
    assert (code, "ends too early or is damaged" in err) == (1, True)


@pytest.mark.parametrize("raw", [b"", b"employer,role\n", b"PK\x03\x04 and no more", b"PK\x05\x06" + bytes(18)])
def test_another_file_is_no_export(here: Path, tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "other.zip").write_bytes(raw)
    assert not is_own_export(tmp_path / "other.zip")
    with pytest.raises(ImportTrouble, match="isn’t an export of Onward’s"):
        import_search(tmp_path / "other.zip")
    with pytest.raises(ImportTrouble, match="There is no file"):
        import_search(tmp_path / "nowhere.zip")


def test_nothing_comes_in_while_onward_runs(taken_out: Path, here: Path) -> None:
    """The other one holds the folder in a process of its own, as the server does."""
    code = "import sys; from onward_app.keeping.in_use import hold_home; hold_home(); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(InUse, match="Stop it first"):
            import_search(taken_out)
    assert not (here / "onward.sqlite3").exists()
    assert import_search(taken_out).recordings == 1


def test_no_onward_starts_while_a_search_comes_in(here: Path) -> None:
    with alone():
        code, _, err = run(here, "jobs")
    assert (code, "put in place just now" in err) == (1, True)


def test_an_empty_folder_has_nothing_to_take_out(here: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportTrouble, match="nothing here"):
        write_export(tmp_path / "out.zip")
    assert list(tmp_path.glob("*.zip*")) == []


# Killed half way


def killed(folder: Path, where: str, *words: str) -> int:
    """Run a command that is killed the moment it comes to a function."""
    module, _, name = where.rpartition(".")
    code = (
        f"import os, sys, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'onward_app.settings'; django.setup();"
        f"import importlib; importlib.import_module({module!r}).{name} = lambda *a, **k: os._exit(99);"
        "from onward_app.cli.start import main; main()"
    )
    environment = {"ONWARD_HOME": str(folder), "PYTHONPATH": "src", "PATH": "/usr/bin:/bin"}
    return subprocess.run([sys.executable, "-c", code, *words], env=environment, capture_output=True).returncode


@pytest.mark.parametrize(
    "name", ["_load_table", "carry_forgetting_over", "_check_filled", "_unpack_folder", "put_away"]
)
def test_an_import_that_is_killed_leaves_what_was_there(
    filled: Path, taken_out: Path, tmp_path: Path, name: str
) -> None:
    was = copy_of(filled, tmp_path / "was")
    with living_in(was):
        before = read_tables()
    assert killed(was, f"onward_app.keeping.bring_back.{name}", "import", "--replace", str(taken_out)) == 99
    with living_in(was):
        assert read_tables() == before
        assert not incoming_folder().exists()
        import_search(taken_out, replace=True)
        assert list(was.glob(".*")) == [], "what was left over is cleared away by the next"


def test_what_an_import_that_was_killed_left_is_cleared_by_the_next_start(taken_out: Path, tmp_path: Path) -> None:
    assert killed(tmp_path, "onward_app.keeping.bring_back._check_filled", "import", str(taken_out)) == 99
    assert len(list(tmp_path.glob(".incoming.*"))) == 1
    assert run(tmp_path, "jobs")[0] == 0
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize(
    "name", ["onward_app.keeping.swap._move_files", "onward_app.keeping.swap._move_packs", "shutil.rmtree"]
)
def test_an_import_that_is_killed_while_it_takes_its_place_goes_on_with_the_next_start(
    taken_out: Path, here: Path, filled: Path, tmp_path: Path, name: str
) -> None:
    assert killed(here, name, "import", str(taken_out)) == 99
    assert incoming_folder().is_dir()
    code, said, err = run(here, "jobs", "--json")
    assert (code, err) == (0, "")
    assert not incoming_folder().exists()
    assert said == run(copy_of(filled, tmp_path / "was"), "jobs", "--json")[1]
    assert read_files(here, "recordings", "documents", "packs") == read_files(
        filled, "recordings", "documents", "packs"
    )


def test_putting_in_place_can_be_done_again_from_any_step(
    taken_out: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace
    left = iter(range(1, 9))

    def fail_once(self: Path, target: Path) -> Path:
        if next(left, None):
            raise OSError("no")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fail_once)
    with pytest.raises(OSError, match="no"):
        import_search(taken_out)
    for _ in range(7):
        with pytest.raises(OSError, match="no"):
            finish_swap()
    finish_swap()
    assert Owner.objects.get().name == "Alice"


def test_an_export_that_is_killed_leaves_no_file(filled: Path, tmp_path: Path) -> None:
    was = copy_of(filled, tmp_path / "was")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "search.zip").write_bytes(b"the one before")
    assert killed(was, "onward_app.keeping.export._add_file", "export", str(tmp_path / "out" / "search.zip")) == 99
    assert (tmp_path / "out" / "search.zip").read_bytes() == b"the one before"
    assert run(was, "export", str(tmp_path / "out" / "search.zip"))[0] == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["search.zip"]


def test_an_export_onto_a_full_disk_leaves_no_file(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    monkeypatch.setenv("ONWARD_HOME", str(filled))
    with pytest.raises(OSError, match="No space"):
        write_export(tmp_path / "out.zip")
    assert list(tmp_path.iterdir()) == []
