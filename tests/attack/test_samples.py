"""What is spoiled is read when it isn't: what would be refused anyway is no attack."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest
from benchmarks.attack.guided import change
from benchmarks.attack.mutate import LONG, spoil, spoil_any
from benchmarks.attack.packed import MOST, spoil_inside
from benchmarks.attack.pieces import OTHER_FILES
from benchmarks.attack.samples import list_samples

ARCHIVES = [kind for kind in OTHER_FILES if kind in {"zips", "tgzs", "workbooks"}]


@pytest.mark.parametrize("kind", [kind for kind in ("messages", *OTHER_FILES) if kind != "exports"])
def test_what_is_not_spoiled_is_read(kind: str, tmp_path: Path) -> None:
    (sample,) = list_samples({kind})
    assert any(sample.read(raw, tmp_path / f"good{sample.ending}") for raw in sample.files)


@pytest.mark.parametrize("kind", ARCHIVES)
def test_what_is_in_an_archive_is_spoiled_and_its_sums_are_right(kind: str, tmp_path: Path) -> None:
    (sample,) = list_samples({kind})
    good, whole = sample.files[0], 0
    for number in range(40):
        chance = random.Random(number)
        raw = spoil_inside(good, lambda inner: spoil(inner, [inner], chance), chance)  # noqa: B023 - called at once
        assert raw is not None
        assert raw != good
        if raw.startswith(b"PK"):
            (tmp_path / "in.zip").write_bytes(raw)
            with zipfile.ZipFile(tmp_path / "in.zip") as archive:
                whole += archive.testzip() is None
        sample.read(raw, tmp_path / f"in{sample.ending}")
    assert whole == (40 if good.startswith(b"PK") else 0)


@pytest.mark.parametrize("raw", [b"", b"PK", b"PK\x03\x04" + b"x" * 60, b"\x1f\x8bno", b"Subject: x\n\nx"])
def test_what_is_no_archive_is_spoiled_as_it_lies(raw: bytes) -> None:
    assert spoil_inside(raw, lambda inner: inner, random.Random(1)) is None
    assert len(spoil_any(raw, [b"other"], random.Random(2))) <= LONG
    assert change(raw, 100, 3, lambda inner, most: (inner + b"!")[:most]) == raw + b"!"


def test_an_archive_that_would_fill_memory_is_spoiled_as_it_lies(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"x" * (MOST + 1))
    assert spoil_inside((tmp_path / "in.zip").read_bytes(), lambda inner: inner, random.Random(1)) is None
