"""An export that comes in while Onward is open: made into a search by a process of its own, looked at, put in place.

`bring_back` stands on another database meanwhile, which a process that serves pages can't. So it runs in a folder that
is empty, and what came of it is copied over what is here by SQLite, in one transaction, whoever reads or writes.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onward_app import home
from onward_app.folder_key import FROM_PARENT, copy_key_file, key_beside
from onward_app.keeping.archive import NOT_OURS, ImportTrouble, is_own_export
from onward_app.keeping.backups import Backup, put_away
from onward_app.keeping.files import (
    DATABASE,
    NAMED_FILES,
    PACKS,
    PART,
    copy_packs,
    link_or_copy,
    make_private_file,
    make_private_folder,
)
from onward_app.keeping.here import pour_in, read_here, read_only
from onward_app.keeping.in_use import hold_backups
from onward_app.keeping.scrub import PREFIX, find_search
from onward_app.keeping.sealed import is_sealed
from onward_app.keeping.swap import INCOMING, carry_forgetting_over, clear_incoming_drafts
from onward_app.kept_file import seal_chunks
from onward_app.own_program import start_with

LONGEST = 600  # seconds for one to be made into a search
COUNTED = {
    "opportunity": "Jobs", "event": "Things that happened", "letter": "Letters", "interview": "Interviews",
    "debrief": "Debriefs", "card": "Cards", "recording": "Recordings",
    "document": "Documents",
}  # fmt: skip
GONE = "That export isn’t here any more. Choose it again. Nothing was changed."
SAID = "onward: "
_WORD = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class ArrivedCount:
    """How many of a sort come, and how many are here now."""

    name: str
    comes: int
    here: int


@dataclass(frozen=True, slots=True)
class Arrived:
    """A search that waits for a yes. `word` names it; `same`: it is the search that is here, at another time."""

    word: str
    began: date
    same: bool
    counts: tuple[ArrivedCount, ...]


def take_in_export(chunks: Iterable[bytes], name: str, passphrase: str = "") -> Arrived:
    """Make a search of an export in a folder of its own, and say what is in it. One that waited before is gone.

    Raises:
        ImportTrouble: it can't be brought in; the message says why.
        OSError: the disk is full, or the folder can't be written.
    """
    let_go()
    word = secrets.token_hex(8)
    place = make_private_folder(_find_place(word))
    try:
        file = make_private_file(place / (Path(name).name[:100] or "export.zip"))
        copy_key_file(place)
        with file.open("wb") as target:
            target.writelines(seal_chunks(chunks, key_beside(file)))
        if not (is_own_export(file) or is_sealed(file)):
            raise ImportTrouble(NOT_OURS.format(name=file.name))
        _make_search(file, place / "home", passphrase)
        file.unlink()
        carry_forgetting_over(place / "home" / DATABASE)
        return _describe_arrived(word, place / "home" / DATABASE)
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise


def let_go() -> None:
    """What waits for a yes goes."""
    clear_incoming_drafts()


def put_in_place(word: str) -> Backup | None:
    """Put what waits in the place of what is here, which becomes a backup.

    Raises:
        ImportTrouble: it isn't there any more.
        BackupTrouble: what is here couldn't be put away.
    """
    source = _find_place(word) / "home" if _WORD.fullmatch(word) else home.home_folder() / "nowhere"
    if not (source / DATABASE).is_file():
        raise ImportTrouble(GONE)
    with hold_backups():
        carry_forgetting_over(source / DATABASE)  # what was forgotten while it waited
        replaced = put_away()
        _bring_files(source)
        # In the place of all that are there, which the backup has.
        shutil.rmtree(home.home_folder() / PACKS, ignore_errors=True)
        copy_packs(source, home.home_folder())
        pour_in(source / DATABASE)
        let_go()
    return replaced


def _find_place(word: str) -> Path:
    return home.home_folder() / f".{INCOMING}.{word}{PART}"


def _make_search(file: Path, folder: Path, passphrase: str) -> None:
    """`onward import` in an empty folder: the same rules, and this process stays on its own database.

    The passphrase goes in as from a keyboard: a command line can be seen by others. Before it goes the
    folder's own key.
    """
    copy_key_file(make_private_folder(folder))
    leave = {"ONWARD_DATABASE", home.THROWAWAY, home.DATABASE_URL}
    world = {name: value for name, value in os.environ.items() if name not in leave} | {home.VARIABLE: str(folder)}
    world |= {"PYTHONIOENCODING": "utf-8"}
    key = key_beside(folder / DATABASE)
    world |= {FROM_PARENT: "yes"} if key else {}
    done = subprocess.run(  # noqa: S603 - our own command, and a name that was made a file of
        [*start_with("onward_app"), "import", str(file)],
        input=f"{key.as_text() if key else ''}{passphrase}\n",
        env=world, capture_output=True, encoding="utf-8", errors="replace",
        timeout=LONGEST, check=False,
    )  # fmt: skip
    if done.returncode or not (folder / DATABASE).is_file():
        lines = [line.removeprefix(SAID) for line in done.stderr.splitlines() if line.startswith(SAID)]
        raise ImportTrouble(" ".join(lines) or NOT_OURS.format(name=file.name))


def _describe_arrived(word: str, database: Path) -> Arrived:
    with closing(read_only(database)) as comes, read_here("owner", *COUNTED) as here:
        search = find_search(comes) or ""
        counts = tuple(
            ArrivedCount(name, _count_rows(comes, table), _count_rows(here, table)) for table, name in COUNTED.items()
        )
        return Arrived(word, date.fromisoformat(search[:10]), search == find_search(here), counts)


def _count_rows(db: sqlite3.Connection, table: str) -> int:
    columns = {row[1] for row in db.execute(f'PRAGMA table_info("{PREFIX}{table}")')}
    standing = ' WHERE "stands"' if "stands" in columns else ""
    return int(db.execute(f'SELECT COUNT(*) FROM "{PREFIX}{table}"{standing}').fetchone()[0])  # noqa: S608 - our names


def _bring_files(source: Path) -> None:
    """Recordings and documents, beside those that are there: what no row names is cleared away by itself."""
    for one in NAMED_FILES:
        target = make_private_folder(home.home_folder() / one.folder)
        for path in (source / one.folder).glob("*"):
            link_or_copy(path, target / path.name)
