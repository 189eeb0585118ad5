"""`onward import FILE --interview ID`: a transcript is kept with its interview, once, after the looks at it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.keeping.folders import copy_of, living_in
from tests.keeping.test_json import hold_to, run

from onward_app.records.models import Interview, Transcript

TALK = "Dana: Why us?\nSam: I led a group of nine, and all of them stayed.\nDana: How do you assess for suicide risk?\n"


@pytest.fixture
def interview(filled: Path, tmp_path: Path, on_files: None) -> Iterator[str]:
    """The number of an interview, in a copy of the filled search; and a talk in a file."""
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    with living_in(copy_of(filled, tmp_path / "home")):
        yield str(Interview.objects.filter(stands=True).values_list("pk", flat=True)[0])


def test_it_is_kept_once_with_what_was_read_of_it(interview: str, tmp_path: Path) -> None:
    asked = ("import", str(tmp_path / "talk.txt"), "--interview", interview)
    before = Transcript.objects.count()
    looked = run(*asked, "--dry-run")
    assert (looked.exit_code, "3 turns of Dana, Sam." in looked.stdout) == (0, True)
    assert "can be against the law where you live" in looked.stderr
    assert Transcript.objects.count() == before
    assert "Kept as change" in run(*asked).stdout
    assert Transcript.objects.latest("pk").text == TALK
    assert "here already" in run(*asked).stdout
    assert Transcript.objects.count() == before + 1


def test_it_has_the_shape_it_says(interview: str, tmp_path: Path) -> None:
    told = json.loads(run("import", str(tmp_path / "talk.txt"), "--interview", interview, "--json").stdout)
    hold_to("import-transcript", told)
    assert [one["kind"] for one in told["made"]] == ["transcript"]
    assert (told["speakers"], told["turns"]) == (["Dana", "Sam"], 3)


def test_a_client_in_it_is_looked_at_before_it_is_kept(interview: str, tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text(f"{TALK}Sam: My client Maria Lopez, 34, from Fairfield cried.\n", "utf-8")
    asked = ("import", str(talk), "--interview", interview)
    stopped = run(*asked)
    assert (stopped.exit_code, "Maria Lopez" in stopped.stderr) == (1, True)
    assert not Transcript.objects.filter(text__contains="Maria").exists()
    assert run(*asked, "--keep").exit_code == 0


def test_what_is_no_transcript_or_no_interview_gets_its_sentence(interview: str, tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("", "utf-8")
    assert "There is no interview 9999." in run("import", str(tmp_path / "talk.txt"), "--interview", "9999").stderr
    assert run("import", str(tmp_path / "none.txt"), "--interview", interview).exit_code == 1
    assert "can’t be read" in run("import", str(tmp_path / "gone.vtt"), "--interview", interview).stderr
