"""What may be kept as a recording is told by its first bytes alone."""

from __future__ import annotations

import pytest

from onward.practice.sound import Sound, detect_sound

WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm"
OGG = b"OggS\x00\x02" + b"\x00" * 22 + b"OpusHead\x01"
MP4 = b"\x00\x00\x00\x20ftypiso5\x00\x00\x02\x00iso5mp41"


@pytest.mark.parametrize(
    ("head", "expected"),
    [(WEBM, Sound.WEBM), (OGG, Sound.OGG), (MP4, Sound.MP4), (b"\x00\x00\x00\x1cftypM4A \x00\x00\x02\x00", Sound.MP4)],
)
def test_three_sorts_are_known_by_their_first_bytes(head: bytes, expected: Sound) -> None:
    assert detect_sound(head + b"\x00" * 100) is expected


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"RIFF\x00\x00\x00\x00WAVE",
        b"ID3\x04",
        b"<html><script>",
        WEBM.replace(b"webm", b"matroska"),
        b"OggS\x00\x02" + b"\x00" * 22 + b"\x80theora",
        b"\x00\x00\x00\x18ftypheic",
        b"\x00\x00\x00\x18ftypqt  ",
        b"webm",
    ],
)
def test_anything_else_is_none(head: bytes) -> None:
    assert detect_sound(head) is None
