"""Recordings: kept with their file or not at all, heard by their owner alone, deleted for good."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.flat import flat
from tests.people import door

from onward.practice import sound
from onward.practice.sound import Sound
from onward_app import clock
from onward_app.left_over import LEFT_OVER
from onward_app.recordings import RecordingTrouble, recording_path, recordings_folder
from onward_app.records.models import Attempt, Card, Owner, Recording, Review
from onward_app.records.writing.practice import add_card, grade_card
from onward_app.records.writing.recordings import keep_recording, sweep_recordings
from onward_app.records.writing.undo import undo_change

WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm" + bytes(
    range(256)
)
POINTS = ["a first point", "a second point", "a third point"]


@pytest.fixture(autouse=True)
def _world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path / "home"))
    with clock.fixed("2026-06-10T09:00"):
        yield


@pytest.fixture
def card(alice: Owner) -> Card:
    add_card(alice, question="Tell me about yourself.", points=POINTS)
    return Card.objects.of(alice).get()


def record(client: Client, card: Card, sounds: bytes = WEBM, **more: str):
    file = SimpleUploadedFile("answer.webm", sounds, content_type="audio/webm")
    return client.post(
        f"/practice/card/{card.pk}/", {"box0": "", "sound": file, "sound_seconds": "65", **more}, follow=True
    )


def files() -> list[Path]:
    return sorted(recordings_folder().iterdir()) if recordings_folder().is_dir() else []


def test_an_answer_said_aloud_is_kept_in_a_private_file_and_counts_in_its_review(alice: Owner, card: Card) -> None:
    client = door(alice)
    page = record(client, card).content.decode()
    row = Recording.objects.get()
    assert (row.card, row.sort, row.size, row.seconds) == (card, "audio/webm", len(WEBM), 65)
    assert f"/practice/recordings/{row.pk}/audio/" in page
    assert "1:05" in page
    (file,) = files()
    assert (file.name, file.read_bytes()) == (row.name, WEBM)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    client.post(f"/practice/card/{card.pk}/grade/", {"met": ["0", "1"]})
    review = Review.objects.of(alice).get()
    assert (review.recording, review.seconds, review.met) == (row.name, 65, [0, 1])
    assert not Attempt.objects.exists()
    assert f"/practice/recordings/{row.pk}/audio/" in client.get(f"/practice/cards/{card.pk}/").content.decode()


def test_undoing_the_review_leaves_the_recording(alice: Owner, card: Card) -> None:
    client = door(alice)
    record(client, card)
    change = grade_card(alice, card, met={0})
    undo_change(alice, change)
    assert not Review.objects.of(alice).exists()
    assert Recording.objects.count() == len(files()) == 1


def test_deleting_asks_once_and_the_file_is_gone(alice: Owner, card: Card) -> None:
    client = door(alice)
    record(client, card)
    grade_card(alice, card, met={0})
    row = Recording.objects.get()
    asked = client.get(f"/practice/recordings/{row.pk}/delete/").content.decode()
    assert "this can’t be undone" in asked
    assert "Delete it for good" in asked
    assert len(files()) == 1
    told = client.post(f"/practice/recordings/{row.pk}/delete/", follow=True).content.decode()
    assert "The recording and its file are deleted." in told
    assert (files(), Recording.objects.count()) == ([], 0)
    assert Review.objects.of(alice).get().recording == ""


def test_a_file_that_cant_be_deleted_keeps_its_row_and_says_so(
    alice: Owner, card: Card, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = door(alice)
    record(client, card)
    row = Recording.objects.get()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        page = client.post(f"/practice/recordings/{row.pk}/delete/").content.decode()
    assert "couldn’t be deleted (Permission denied)" in page
    assert f'src="/practice/recordings/{row.pk}/audio/"' in page  # it is still there to be heard
    assert Recording.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize(
    ("sounds", "said"),
    [
        (b"RIFF0000WAVEfmt ", sound.REFUSED),
        (b"<script>alert(1)</script>", sound.REFUSED),
        (b"", sound.EMPTY),
        (WEBM + b"\0" * sound.MOST_BYTES, sound.TOO_LARGE),
    ],
)
def test_what_cant_be_kept_gets_a_sentence_and_what_was_written_stays(
    alice: Owner, card: Card, sounds: bytes, said: str
) -> None:
    page = record(door(alice), card, sounds, box0="I said this too").content.decode()
    assert said in page
    assert "I said this too" in page
    assert POINTS[0] not in page
    assert (files(), Recording.objects.count()) == ([], 0)


def test_the_sort_is_told_by_the_bytes_and_not_by_the_name(alice: Owner, card: Card) -> None:
    file = SimpleUploadedFile("page.html", WEBM, content_type="text/html")
    door(alice).post(f"/practice/card/{card.pk}/", {"sound": file})
    assert Recording.objects.get().sort == "audio/webm"


def test_a_folder_that_cant_be_written_gets_a_sentence_and_loses_nothing(alice: Owner, card: Card) -> None:
    recordings_folder().parent.mkdir(parents=True)
    recordings_folder().write_text("a file where the folder would be")
    page = record(door(alice), card, box0="I said this too").content.decode()
    assert "The recording couldn’t be kept: Onward can’t write to" in page
    assert "I said this too" in page
    assert Recording.objects.count() == 0


def test_no_permission_in_the_folder_leaves_neither_row_nor_file(
    alice: Owner, card: Card, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        with pytest.raises(RecordingTrouble, match="Permission denied"):
            kept(alice, card)
    assert (files(), Recording.objects.count()) == ([], 0)


def kept(owner: Owner, card: Card | None, chunks: object = (WEBM,)) -> Recording:
    return keep_recording(owner, chunks=chunks, sort=Sound.WEBM, card=card, question="?", seconds=1)


def test_an_upload_that_is_killed_leaves_neither_row_nor_file(alice: Owner, card: Card) -> None:
    def killed() -> Iterator[bytes]:
        yield WEBM
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kept(alice, card, killed())
    assert (files(), Recording.objects.count()) == ([], 0)


def test_a_failure_when_the_file_is_moved_leaves_neither(
    alice: Owner, card: Card, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        with pytest.raises(RecordingTrouble, match="No space left"):
            kept(alice, card)
    assert (files(), Recording.objects.count()) == ([], 0)


def test_what_is_left_over_goes_after_an_hour_and_nothing_else(alice: Owner, card: Card) -> None:
    row = kept(alice, card)
    old, part, young = (recordings_folder() / name for name in ("a" * 32, "b.part", "c.part"))
    for file in (old, part, young):
        file.write_bytes(WEBM)
    hours_ago = time.time() - 2 * LEFT_OVER
    for file in (old, part, recording_path(row.name)):
        os.utime(file, (hours_ago, hours_ago))
    assert sweep_recordings() == 2
    assert {file.name for file in files()} == {row.name, "c.part"}


def test_a_stranger_finds_nothing_and_nobody_else_gets_in(
    alice: Owner, bob: Owner, charlie: Client, card: Card
) -> None:
    row = kept(alice, card)
    for place in (f"/practice/recordings/{row.pk}/audio/", f"/practice/recordings/{row.pk}/delete/"):
        assert door(bob).get(place).status_code == 404
        assert charlie.get(place).status_code == 403
    assert door(bob).post(f"/practice/recordings/{row.pk}/delete/").status_code == 404
    assert "/audio/" not in door(bob).get("/practice/recordings/").content.decode()
    assert len(files()) == 1


def test_a_recording_whose_file_is_gone_is_not_found_and_can_still_be_deleted(alice: Owner, card: Card) -> None:
    row = kept(alice, card)
    recording_path(row.name).unlink()
    client = door(alice)
    assert client.get(f"/practice/recordings/{row.pk}/audio/").status_code == 404
    client.post(f"/practice/recordings/{row.pk}/delete/")
    assert Recording.objects.count() == 0


def test_a_recording_that_lies_there_and_cannot_be_read_is_not_found(alice: Owner, card: Card) -> None:
    row = kept(alice, card)
    path = recordings_folder() / row.name
    path.unlink()
    path.mkdir()
    assert door(alice).get(f"/practice/recordings/{row.pk}/audio/").status_code == 404


def test_it_is_played_with_its_own_type_and_never_kept_by_a_cache(alice: Owner, card: Card) -> None:
    row = kept(alice, card)
    answer = door(alice).get(f"/practice/recordings/{row.pk}/audio/")
    assert (answer.status_code, b"".join(answer)) == (200, WEBM)
    assert answer.headers["Content-Type"] == "audio/webm"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Cache-Control"] == "no-store"


SIZE = len(WEBM)


@pytest.mark.parametrize(
    ("asked", "status", "span"),
    [
        ("bytes=0-", 206, (0, SIZE - 1)),
        ("bytes=10-19", 206, (10, 19)),
        ("bytes=10-99999", 206, (10, SIZE - 1)),
        ("bytes=-5", 206, (SIZE - 5, SIZE - 1)),
        ("bytes=-99999", 206, (0, SIZE - 1)),
        (f"bytes={SIZE}-", 416, None),
        ("bytes=-0", 416, None),
        ("bytes=5-2", 200, (0, SIZE - 1)),
        ("bytes=1-2,4-5", 200, (0, SIZE - 1)),
        ("words=1-2", 200, (0, SIZE - 1)),
        ("bytes=-", 200, (0, SIZE - 1)),
    ],
)
def test_a_player_gets_the_part_it_asks_for(
    alice: Owner, card: Card, asked: str, status: int, span: tuple[int, int] | None
) -> None:
    row = kept(alice, card)
    answer = door(alice).get(f"/practice/recordings/{row.pk}/audio/", HTTP_RANGE=asked)
    assert answer.status_code == status
    if span is None:
        assert answer.headers["Content-Range"] == f"bytes */{SIZE}"
        return
    first, last = span
    assert b"".join(answer) == WEBM[first : last + 1]
    assert answer.headers["Content-Length"] == str(last - first + 1)
    if status == 206:
        assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{SIZE}"


def test_the_microphone_is_for_practice_alone(alice: Owner) -> None:
    client = door(alice)
    assert "microphone=(self)" in client.get("/practice/").headers["Permissions-Policy"]
    for place in ("/", "/kinks/", "/talk/", "/practiced/"):
        assert "microphone=()" in client.get(place).headers["Permissions-Policy"], place
    assert "media-src 'self' blob:" in client.get("/practice/").headers["Content-Security-Policy"]


def test_all_recordings_stand_on_one_page_also_of_cards_that_were_taken_away(alice: Owner, card: Card) -> None:
    kept(alice, card)
    practice_change = card.owner.changes.get(intention="practice.add")
    undo_change(alice, practice_change)
    page = flat(door(alice).get("/practice/recordings/"))
    assert "1 recording," in page
    assert "Delete it for good" in page
