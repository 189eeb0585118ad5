"""The folder of recordings: one private file each, written whole under another name and then moved into place.

A file without a row is left over from something that was killed half way; `sweep_recordings_folder` removes it once it
is an hour old.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable
from pathlib import Path

from onward.practice import sound
from onward_app import home
from onward_app.left_over import discard_draft, sweep_folder
from onward_app.on_disk import make_folder, settle
from onward_app.own_files import PART, delete_file, say_unwritable, write_draft

FOLDER = "recordings"


class RecordingTrouble(Exception):
    """A recording can't be kept, found or deleted; the message says why, and what to do."""


def recordings_folder() -> Path:
    """Where recordings are, in the data folder."""
    return home.home_folder() / FOLDER


def recording_path(name: str) -> Path:
    """Where the file of this name is. Names are Onward's own; anything else is refused."""
    if not name.isalnum():
        raise RecordingTrouble("That isn’t a recording.")
    return recordings_folder() / name


def make_recording_name() -> str:
    """A name nobody can guess, and that tells nothing."""
    return secrets.token_hex(16)


def write_recording(chunks: Iterable[bytes]) -> tuple[Path, int]:
    """All of a recording under a passing name, on the disk, and how many bytes it has.

    Raises:
        RecordingTrouble: it is too large, or the folder can't be written; nothing is left behind.
    """
    draft = recordings_folder() / f"{make_recording_name()}{PART}"
    try:
        make_folder(recordings_folder())
        recordings_folder().chmod(0o700)
        size = write_draft(draft, chunks, most=sound.MOST_BYTES, too_large=RecordingTrouble(sound.TOO_LARGE))
    except OSError as trouble:
        discard_draft(draft)
        raise RecordingTrouble(_say_unkept(trouble)) from trouble
    except BaseException:
        discard_draft(draft)
        raise
    return draft, size


def settle_recording(draft: Path, name: str) -> None:
    """Move it into place, for good."""
    try:
        settle(draft, recording_path(name))
    except OSError as trouble:
        raise RecordingTrouble(_say_unkept(trouble)) from trouble


def remove_recording(name: str) -> None:
    """Delete the file of a recording; one that is gone already is fine.

    Raises:
        RecordingTrouble: it is still there.
    """
    delete_file(recording_path(name), RecordingTrouble)


def sweep_recordings_folder(known: Collection[str]) -> int:
    """Remove files that no row names and nobody is writing; how many went."""
    return sweep_folder(recordings_folder(), known)


def _say_unkept(trouble: OSError) -> str:
    return f"{say_unwritable('recording', recordings_folder(), trouble)} What you wrote is still here."
