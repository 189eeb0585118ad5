"""The person's data folder: one database file and one secret, readable by them alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from onward_app.on_disk import make_folder, settle, sync_file, sync_folder
from onward_app.own_names import DATABASE, find_odd_name

VARIABLE = "ONWARD_HOME"
DATABASE_URL = "DATABASE_URL"
ENOUGH = 50  # characters of a secret; Django asks for as many
THROWAWAY = "ONWARD_SECRET"  # a dry run needs a key and must leave no file


class HomeTrouble(Exception):
    """The data folder can't be used."""


def home_folder() -> Path:
    """The data folder: `ONWARD_HOME`, or the usual place for a program's data on this system."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("onward", appauthor=False)


def prepare_home() -> Path:
    """The data folder, made if it isn't there.

    Raises:
        HomeTrouble: it can't be made or written, or something else stands in the place of what is in it, with a
            sentence that says what to do.
    """
    home = home_folder()
    try:
        make_folder(home)
    except OSError as trouble:
        raise HomeTrouble(
            f"Onward can’t make its folder at {home} ({trouble.strerror}). Choose another with {VARIABLE}=/some/folder."
        ) from trouble
    if not os.access(home, os.W_OK):
        raise HomeTrouble(f"Onward may not write to {home}. Give yourself write permission, or set {VARIABLE}.")
    refuse_odd_names()
    if not database_url():
        keep_private()
    return home


def refuse_odd_names() -> None:
    """Nothing is begun where something else stands in the place of a file or folder of Onward's.

    Raises:
        HomeTrouble: it does, with a sentence that says what to do.
    """
    if said := find_odd_name(home_folder(), database=not database_url()):
        raise HomeTrouble(said)


def keep_private() -> None:
    """The database and what SQLite keeps beside it can be read by the person alone, from their first byte on.

    SQLite gives the files beside it the permissions of the database, so that one is there before SQLite opens it.
    """
    place = database_path()
    try:
        os.close(os.open(place, os.O_RDWR | os.O_CREAT, 0o600))
        for path in (place, *(place.with_name(place.name + end) for end in ("-wal", "-shm"))):
            if path.is_file():
                path.chmod(0o600)
    except OSError:  # a folder, or another person's file: what is wrong with it is said when it is opened
        return


def database_path() -> Path:
    """Where the one SQLite file is."""
    return home_folder() / DATABASE


def database_url() -> str:
    """The address of the PostgreSQL that the search is in; nothing where it is in the file."""
    return os.environ.get(DATABASE_URL, "").strip()


def read_secret() -> str:
    """The key that signs cookies; made once, kept beside the database, readable by the person alone."""
    if os.environ.get(THROWAWAY):
        return os.environ[THROWAWAY]
    refuse_odd_names()
    place = home_folder() / "secret"
    try:
        found = place.read_bytes().decode("ascii", "ignore")
    except FileNotFoundError:
        found = ""
    if len(found) >= ENOUGH:
        return found
    place.unlink(missing_ok=True)  # cut short, as by a power cut: whoever was let in is let in anew
    return _new_secret(place)


def _new_secret(place: Path) -> str:
    """Written under another name and linked into place, so two starts at once agree on one secret."""
    value = secrets.token_urlsafe(50)
    make_folder(place.parent)
    draft = place.with_name(f"secret.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(value)
        sync_file(file)
    try:
        os.link(draft, place)
        sync_folder(place.parent)
    except FileExistsError:
        return place.read_text("ascii")
    except (OSError, AttributeError):  # a file system without hard links, or a Python without them, as in a browser
        settle(draft, place)
        return value
    finally:
        draft.unlink(missing_ok=True)
    return value
