"""Archives that are made to fill a disk or a memory, or to point elsewhere: each is refused in words, and nothing of it is mail."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from onward_app.sources import open_source
from onward_app.sources.found import SourceTrouble

MEGABYTE = 1 << 20
LETTER = b"Subject: Your application\n\n"
LOCAL, LISTED, END = "<IHHHHHIIIHH", "<IHHHHHHIIIHHHHHII", "<IHHHHIIH"  # heads of a zip, by its specification


def one_body_under_many_names() -> bytes:
    """Two hundred entries that overlap: small to send, gigabytes to unpack."""
    body, packer = LETTER + b"a" * (20 * MEGABYTE), zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(body) + packer.flush()
    told = (20, 0, 8, 0, 0, zlib.crc32(body), len(packed), len(body), 5)
    entry = struct.pack(LOCAL, 0x04034B50, *told, 0) + b"a.eml" + packed
    listed = (struct.pack(LISTED, 0x02014B50, 20, *told, 0, 0, 0, 0, 0, 0) + b"a.eml") * 200
    return entry + listed + struct.pack(END, 0x06054B50, 0, 0, 200, 200, len(listed), len(entry), 0)


def links_and_devices() -> bytes:
    """What is called a mailbox and is a link to elsewhere, a pipe or a device."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for number, sort in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE)):
            head = tarfile.TarInfo(f"Takeout/Mail/{number}.mbox")
            head.type, head.linkname = sort, "../../../etc/passwd"
            archive.addfile(head)
    return out.getvalue()


def claims_to_be_sparse() -> bytes:
    """A file of eight gigabytes of which nothing is there."""
    out = io.BytesIO()
    told = {"major": "1", "minor": "0", "realsize": str(8 << 30), "name": "Takeout/Mail/All mail.mbox"}
    with tarfile.open(fileobj=out, mode="w:gz", format=tarfile.PAX_FORMAT) as archive:
        head = tarfile.TarInfo("Takeout/Mail/All mail.mbox")
        head.pax_headers = {f"GNU.sparse.{name}": value for name, value in told.items()}
        archive.addfile(head)
    return out.getvalue()


def many_members() -> bytes:
    """Gzip after gzip of nothing but zeros."""
    return gzip.compress(bytes(16 * MEGABYTE)) * 60


ODD: dict[str, tuple[str, Callable[[], bytes]]] = {
    "overlapping": (".zip", one_body_under_many_names),
    "links": (".tgz", links_and_devices),
    "sparse": (".tgz", claims_to_be_sparse),
    "members": (".tgz", many_members),
}


@pytest.mark.parametrize("name", ODD)
def test_an_archive_that_is_made_to_harm_is_refused_in_words(tmp_path: Path, name: str) -> None:
    ending, make = ODD[name]
    place = tmp_path / f"mail{ending}"
    place.write_bytes(make())
    found = []
    with pytest.raises(SourceTrouble):
        found.extend(open_source(place))
    assert not [one for one in found if getattr(one, "raw", b"")]


def test_a_letter_packed_as_usual_is_none_of_them(tmp_path: Path) -> None:
    place = tmp_path / "mail.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("Mail/a.eml", LETTER + b"We regret to inform you.\n")
    assert len(list(open_source(place))) == 1
