"""Killed while a folder is encrypted, encrypted under another passphrase and made readable again: nothing of it is lost,
and after the next start it is the one or the other, whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.attack.places import enter
from benchmarks.attack.victims import DONE, Filled, begin_anew

PLAIN = b"SQLite format 3"
PASSPHRASES = ("quiet river under stones", "a lamp in the third window")


class Encrypting(Filled):
    """On, another passphrase, and off: each is told when it is done."""

    name = "encrypting"

    def prepare(self, folder: Path) -> None:
        """A search with a backup, and two keys: deriving one takes a second, so that isn't done at each try."""
        super().prepare(folder)
        from onward_app.keeping.backups import make_backup
        from onward_app.key_file import make_key, seal_key

        make_backup()
        keys = [make_key() for _ in PASSPHRASES]
        told = [
            (key.identity, key.database, seal_key(key, one).hex()) for key, one in zip(keys, PASSPHRASES, strict=True)
        ]
        (self.beside / "keys").write_text(json.dumps(told))
        (self.beside / f"{self.name}.before").write_text(self.mark())

    @contextmanager
    def _knowing(self) -> Iterator[list[bytes]]:
        """Both keys are in memory, and are the ones that are made next; the files that hold them."""
        from unittest.mock import patch

        from onward_app.folder_key import remember_key
        from onward_app.keeping import encrypting
        from onward_app.key_file import FolderKey

        told = json.loads((self.beside / "keys").read_text())
        keys = {bytes.fromhex(sealed): FolderKey(*key) for *key, sealed in told}
        for sealed, key in keys.items():
            remember_key(sealed, key)
        named = dict(zip(PASSPHRASES, keys.items(), strict=True))

        def make(passphrase: str) -> tuple[FolderKey, bytes]:
            sealed, key = named[passphrase]
            return key, sealed

        with patch.object(encrypting, "_make_sealed_key", make):
            yield list(keys)

    def work(self, folder: Path) -> None:
        """As far as it isn't done yet."""
        from onward_app.keeping.encrypting import decrypt_folder, encrypt_anew, encrypt_folder

        def is_under(number: int) -> bool:
            place = folder / "folder.key"
            return place.is_file() and place.read_bytes() == sealed[number]

        with self._knowing() as sealed, (folder / DONE).open("a+", encoding="utf-8") as told:
            begin_anew()
            told.seek(0)
            done = told.read().split()
            for step, needed, go in (
                ("on", not is_under(0) and not is_under(1), lambda: encrypt_folder(PASSPHRASES[0])),
                ("anew", not is_under(1), lambda: encrypt_anew(PASSPHRASES[1])),
                ("off", True, decrypt_folder),
            ):
                if step not in done:
                    if needed and (step == "on" or (folder / "folder.key").is_file()):
                        go()
                    told.write(f"{step}\n")
                    told.flush()

    def judge(self, folder: Path) -> None:
        """What is encrypted after the next start is so to the last file, and what stands in it is what stood in it."""
        enter(folder)
        with self._knowing() as sealed:
            begin_anew()
            told = (folder / DONE).read_text().split() if (folder / DONE).exists() else []
            keys = {place.read_bytes() for place in folder.rglob("folder.key")}
            plain = [path.name for path in folder.rglob("*") if path.is_file() and path.read_bytes().startswith(PLAIN)]
            assert len(keys) <= 1, "parts of it are under another key"
            assert keys <= set(sealed), "under none of the two"
            assert not (keys and plain), f"encrypted, and readable: {plain}"
            assert told[-1:] != ["on"] or keys, "it was said to be encrypted"
            assert told[-1:] != ["anew"] or keys != {sealed[0]}, "the old passphrase opens it"
            assert told[-1:] != ["off"] or not keys, "it was said to be readable"
            assert self.mark() == (self.beside / f"{self.name}.before").read_text(), "something is lost"
            self.work(folder)
            assert self.mark() == (self.beside / f"{self.name}.before").read_text(), "another end"
            assert not (folder / "folder.key").exists()

    def remember(self, folder: Path) -> None:
        """Each try is held against what was there before."""

    def mark(self) -> str:
        """Every byte of an export, with recordings and documents."""
        from onward_app.keeping.export import open_export

        with open_export()[0] as file:
            return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
