"""Folders with a search in them, for what takes one out, brings one in or keeps copies."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from tests.filled import fill, on_the_morning
from tests.in_folder import in_folder

from onward_app import clock
from onward_app.keeping.tables import LEFT_OUT
from onward_app.records.models import Owner
from onward_app.records.tables import create_tables

PACK = b'key = "mine"\nname = "Mine"\n[[family]]\nkey = "a"\nname = "A"\n'


def make_filled(place: Path) -> Path:
    """A folder with something of everything in it: rows of every table, a recording and two packs."""
    with pytest.MonkeyPatch.context() as patched, on_the_morning(), in_folder(patched, place):
        create_tables()
        fill(Owner.objects.create(name="Alice", made_at=clock.now()))
    (place / "packs" / "removed").mkdir(parents=True)
    (place / "packs" / "mine.toml").write_bytes(PACK)
    (place / "packs" / "removed" / "mine-0a.toml").write_bytes(PACK)
    return place


@contextmanager
def living_in(folder: Path) -> Iterator[Path]:
    """This folder is the data folder, on the morning when the example ends."""
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patched, on_the_morning(), in_folder(patched, folder):
        yield folder


def copy_of(folder: Path, to: Path) -> Path:
    """The same search at another place."""
    shutil.copytree(folder, to)
    return to


def read_tables() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of a search, as the application reads it."""
    return {
        str(model._meta.model_name): list(model._default_manager.order_by("pk").values())
        for model in apps.get_app_config("records").get_models()
        if model._meta.model_name not in LEFT_OUT
    }


def read_files(folder: Path, *parts: str) -> dict[str, bytes]:
    """What lies in some folders of a data folder."""
    every = [path for part in parts for path in (folder / part).rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in every}


def edit_export(source: Path, target: Path, edit: Callable[[str, bytes], tuple[str, bytes] | None]) -> Path:
    """An export with other members: `edit` gets each name and content, None leaves it out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if (changed := edit(member.filename, old.read(member))) is not None:
                new.writestr(*changed)
    return target


def holding(folder: Path, word: bytes) -> list[str]:
    """The files of a folder that have this word in them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path.relative_to(folder).as_posix() for path in files if word.lower() in path.read_bytes().lower()]
