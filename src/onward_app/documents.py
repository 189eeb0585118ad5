"""The folder of documents: each once, under a fingerprint of what is in it and never under the name it came with."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

from onward_app import home
from onward_app.left_over import discard_draft, sweep_folder
from onward_app.on_disk import make_folder, settle
from onward_app.own_files import PART, delete_file, say_unwritable, write_draft

FOLDER = "documents"
MOST_BYTES = 25_000_000
LONGEST_NAME = 120
LONGEST_ENDING = 20
TOO_LARGE = "That file is larger than 25 MB. Keep a smaller copy, or write down where it lies."
EMPTY = "That file is empty. Choose another one."
NAMELESS = "document"
_KEY = re.compile(r"[0-9a-f]{64}")
_NOT_IN_NAMES = re.compile(r'[<>:"|?*]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


class DocumentTrouble(Exception):
    """A document can't be kept or deleted; the message says why, and what to do."""


def documents_folder() -> Path:
    """Where documents are, in the data folder."""
    return home.home_folder() / FOLDER


def document_path(key: str) -> Path:
    """Where the file with this fingerprint is. Anything else is refused."""
    if not _KEY.fullmatch(key):
        raise DocumentTrouble("That isn’t a document.")
    return documents_folder() / key


def clean_document_name(name: str) -> str:
    """What a document is called: the name it came with, as one that any system can save a file under.

    >>> clean_document_name("../../etc/Letter of offer.pdf")
    'Letter of offer.pdf'
    """
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    shown = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")  # nor what turns letters round
    plain = " ".join(_NOT_IN_NAMES.sub(" ", shown).split()).strip(". ")
    if _DEVICES.match(plain):
        plain = f"_{plain}"
    ending = PurePosixPath(plain).suffix
    if len(plain) <= LONGEST_NAME or len(ending) > LONGEST_ENDING:
        return plain[:LONGEST_NAME] or NAMELESS
    return plain[: LONGEST_NAME - len(ending)].rstrip(". ") + ending


def store_document(chunks: Iterable[bytes]) -> tuple[str, int]:
    """Put a file into the folder: its fingerprint and how many bytes it has. One that is there already stays.

    Raises:
        DocumentTrouble: it is empty or too large, or the folder can't be written; nothing is left behind.
    """
    draft = documents_folder() / f"{secrets.token_hex(16)}{PART}"
    try:
        make_folder(documents_folder())
        fingerprint = sha256()
        told = _take_print(chunks, fingerprint.update)
        size = write_draft(draft, told, most=MOST_BYTES, too_large=DocumentTrouble(TOO_LARGE))
        if not size:
            raise DocumentTrouble(EMPTY)
        key = fingerprint.hexdigest()
        settle(draft, document_path(key))
    except OSError as trouble:
        raise DocumentTrouble(say_unwritable("document", documents_folder(), trouble)) from trouble
    finally:
        discard_draft(draft)
    return key, size


def _take_print(chunks: Iterable[bytes], take: Callable[[bytes], None]) -> Iterator[bytes]:
    """The same chunks, each of them counted into the fingerprint as it passes."""
    for chunk in chunks:
        take(chunk)
        yield chunk


def remove_document(key: str) -> None:
    """Delete a file; one that is gone already is fine.

    Raises:
        DocumentTrouble: it is still there.
    """
    delete_file(document_path(key), DocumentTrouble)


def sweep_documents_folder(known: Collection[str]) -> int:
    """Remove files that no row names and nobody is writing; how many went."""
    return sweep_folder(documents_folder(), known)
