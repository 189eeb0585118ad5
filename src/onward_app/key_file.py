"""What lies in `folder.key`: two keys in a small file of SQLCipher's, which a passphrase opens.

`sqlcipher folder.key` opens it as well, with the passphrase and these rounds, and prints an identity, by which age
opens recordings and documents, and the key by which SQLCipher opens databases. So nobody needs Onward to get at what is
theirs.

age could keep them under a passphrase too. But it takes as many rounds as the computer does in a second just then, and
refuses what would take it much longer: encrypted on a quiet computer, a folder wouldn't open on a busy one.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onward_app.home import HomeTrouble
from onward_app.sealing import can_seal, make_identity

FILE = "folder.key"
ROUNDS = 2_000_000  # of PBKDF2 with HMAC-SHA-512: half a second; eight times what SQLCipher takes by itself
PAGE = 4096  # bytes; SQLCipher's files are whole pages
MISSING = "An encrypted folder needs two more libraries: `pip install 'onward[encrypt]'`, then start Onward again."
WRONG = (
    "That passphrase doesn’t open {folder}. Nothing was changed. Without the right one nobody can open it, Onward "
    "neither."
)
DAMAGED = "{place} is damaged. Put back the copy that lies in each backup, and start Onward again."
_KEY = re.compile(r"# database: ([0-9a-f]{64})\n(AGE-SECRET-KEY-1[0-9A-Z]+)\n")


@dataclass(frozen=True, slots=True, repr=False)
class FolderKey:
    """`identity` is age's, for files; `database` are 32 bytes in hexadecimal, for SQLCipher."""

    identity: str
    database: str

    def as_text(self) -> str:
        """A file of age's with one identity, and what else is needed in a comment."""
        return f"# database: {self.database}\n{self.identity}\n"


def find_sqlcipher() -> Any:
    """SQLCipher; None where it isn't installed."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        return None
    return dbapi2


def need_sqlcipher() -> Any:
    """SQLCipher.

    Raises:
        HomeTrouble: it, or the library that seals files, isn't installed.
    """
    found = find_sqlcipher()
    if found is None or not can_seal():
        raise HomeTrouble(MISSING)
    return found


def make_key() -> FolderKey:
    """A new one, by the system's own chance."""
    return FolderKey(make_identity(), secrets.token_hex(32))


def read_key(text: str, place: Path) -> FolderKey:
    """A key from its text; `place` is its file, for the sentence.

    Raises:
        HomeTrouble: it is none.
    """
    found = _KEY.fullmatch(text)
    if found is None:
        raise HomeTrouble(DAMAGED.format(place=place))
    return FolderKey(found[2], found[1])


def seal_key(key: FolderKey, passphrase: str) -> bytes:
    """What lies in the file."""
    with _opened(b"", passphrase) as (db, place):
        db.execute("PRAGMA journal_mode=OFF")
        db.execute('CREATE TABLE "key" ("identity" TEXT, "database" TEXT)')
        db.execute('INSERT INTO "key" VALUES (?, ?)', (key.identity, key.database))
        return place.read_bytes()


def open_key(place: Path, sealed: bytes, passphrase: str) -> FolderKey:
    """The key in what lies in such a file; `place` is where, for the sentence.

    Raises:
        HomeTrouble: the passphrase is another one, the file is damaged, or a library isn't there.
    """
    if not sealed or len(sealed) % PAGE:
        raise HomeTrouble(DAMAGED.format(place=place))
    try:
        with _opened(sealed, passphrase) as (db, _):
            return FolderKey(*db.execute('SELECT "identity", "database" FROM "key"').fetchone())
    except need_sqlcipher().DatabaseError as trouble:
        raise HomeTrouble(WRONG.format(folder=place.parent)) from trouble


@contextmanager
def _opened(sealed: bytes, passphrase: str) -> Iterator[tuple[Any, Path]]:
    """A file with this in it, which is encrypted wherever it is; accents count alike, however a keyboard makes them."""
    from tempfile import TemporaryDirectory  # only an encrypted folder needs one

    with TemporaryDirectory(prefix="onward-key-") as folder:
        place = Path(folder) / FILE
        place.write_bytes(sealed)
        with closing(need_sqlcipher().connect(str(place), isolation_level=None)) as db:
            db.execute("PRAGMA cipher_log_level=NONE")
            db.execute("PRAGMA key='{}'".format(unicodedata.normalize("NFC", passphrase).replace("'", "''")))
            db.execute(f"PRAGMA kdf_iter={ROUNDS}")
            yield db, place
