"""An export sealed with a passphrase: the same file in the format of age, so that it can lie anywhere.

It is sealed and opened in memory: nothing that is readable lies beside it.
"""

from __future__ import annotations

import io
import secrets
from pathlib import Path
from typing import IO

from onward_app import sealing
from onward_app.keeping.archive import ImportTrouble, open_as_it_came
from onward_app.keeping.export import Exported, ExportTrouble, open_export
from onward_app.keeping.files import PART, make_private_file
from onward_app.on_disk import settle, sync_file
from onward_app.sealing import SealTrouble, seal, unseal

ENDING = ".age"
LARGEST = 500_000_000  # bytes; what is sealed is in memory twice
TOO_LARGE = (
    "With its recordings it is larger than 500 MB, which is more than Onward can seal. Take it out as it is, and seal "
    "the file with age (age-encryption.org)."
)
SEALED = "“{name}” is sealed. Give the passphrase it was sealed with. Nothing was changed."
NOT_OPENED = "“{name}” wasn’t opened. {why} Nothing was changed."


def seal_export(passphrase: str) -> tuple[bytes, Exported]:
    """Everything that is here, sealed, and what it is.

    Raises:
        ExportTrouble: there is no search here, it is too large, or it can't be sealed; the message says why.
        OSError: the data folder can't be written.
    """
    file, told = open_export()
    with file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ExportTrouble(TOO_LARGE)
    try:
        return seal(raw, passphrase), told
    except SealTrouble as trouble:
        raise ExportTrouble(str(trouble)) from trouble


def write_sealed_export(place: Path, passphrase: str) -> Exported:
    """Write everything to `place`, sealed: whole, or not at all.

    Raises:
        ExportTrouble: as `seal_export`.
        OSError: the place can't be written.
    """
    raw, told = seal_export(passphrase)
    draft = make_private_file(place.absolute().with_name(f".{place.name}.{secrets.token_hex(4)}{PART}"))
    try:
        with draft.open("wb") as file:
            file.write(raw)
            sync_file(file)
        settle(draft, place.absolute())
    finally:
        draft.unlink(missing_ok=True)
    return Exported(place, told.rows, told.recordings, told.documents, told.packs, told.missing)


def is_sealed(path: Path) -> bool:
    """Whether a file is sealed with age."""
    try:
        with open_as_it_came(path) as file:
            return sealing.is_sealed(file.read(64))
    except OSError:
        return False


def unseal_export(path: Path, passphrase: str) -> IO[bytes]:
    """What was sealed, in memory.

    Raises:
        ImportTrouble: the passphrase is none or another one, or the file is too large or damaged.
    """
    if not passphrase:
        raise ImportTrouble(SEALED.format(name=path.name))
    with open_as_it_came(path) as file:
        raw = file.read(LARGEST * 2)
    try:
        return io.BytesIO(unseal(raw, passphrase))
    except SealTrouble as trouble:
        raise ImportTrouble(NOT_OPENED.format(name=path.name, why=trouble)) from trouble
