"""What sort of sound a file is, by its first bytes: never by its name or by what it says of itself."""

from __future__ import annotations

from enum import StrEnum

HEAD = 128  # bytes that decide
MOST_BYTES = 25_000_000
REFUSED = "That isn’t a sound file Onward can play. It takes WebM, Ogg and MP4 (.webm, .ogg, .m4a)."
TOO_LARGE = "That recording is over 25 MB. Ten minutes at most; an answer takes about two."
EMPTY = "Nothing was recorded. Is the microphone on? Answering aloud unrecorded, or in writing, is as good."

_EBML = b"\x1a\x45\xdf\xa3"
_IN_OGG = (b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7fFLAC")
_BRANDS = (b"M4A ", b"M4B ", b"mp41", b"mp42", b"dash", b"iso")


class Sound(StrEnum):
    """A sort of sound that browsers record and play; the value is its media type."""

    WEBM = "audio/webm"
    OGG = "audio/ogg"
    MP4 = "audio/mp4"

    @property
    def ending(self) -> str:
        """How a file of it is usually named: “webm”, “ogg”, “m4a”."""
        return {"audio/webm": "webm", "audio/ogg": "ogg", "audio/mp4": "m4a"}[self.value]


def detect_sound(head: bytes) -> Sound | None:
    """The sort of sound that begins with these bytes (`HEAD` of them are enough), None for anything else.

    WebM: an EBML header with the document type “webm” (RFC 8794, section 11.2). Ogg: “OggS” and the first packet of a
    sound codec (RFC 3533, RFC 7845). MP4: an `ftyp` box with a brand that holds sound (ISO/IEC 14496-12).
    """
    if head.startswith(_EBML) and b"webm" in head[:64]:
        return Sound.WEBM
    if head.startswith(b"OggS") and any(mark in head[:HEAD] for mark in _IN_OGG):
        return Sound.OGG
    if head[4:8] == b"ftyp" and head[8:12].startswith(_BRANDS):
        return Sound.MP4
    return None
