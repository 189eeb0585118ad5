"""The bytes of a transcript's file as text, or the sentence that says what the file is instead. It never raises."""

from __future__ import annotations

MOST_BYTES = 5_000_000
TOO_LONG = (
    "This is over 5 MB, too long for a transcript: two hours of talk are about 2 MB. If it is the recording itself, "
    "ask the meeting tool for its transcript instead."
)
EMPTY = "There is no text in it. Export it again from the meeting tool, as VTT, SRT or text, or paste the words."
_AS_TEXT = "Save it as plain text (.txt), or copy the words and paste them."
RECORDING = "This is a recording. Onward doesn’t read sound or video; ask the meeting tool for its transcript."
BINARY = "This isn’t a text file. Export the transcript as VTT, SRT or plain text, or paste the words."
JSON = "This is JSON without what somebody said. Export the transcript as VTT, SRT or plain text."
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", f"This is a Word file, or another packed file, whatever its name says. {_AS_TEXT}"),
    (b"\xd0\xcf\x11\xe0", f"This is an old Word file, whatever its name says. {_AS_TEXT}"),
    (b"%PDF", f"This is a PDF, whatever its name says. {_AS_TEXT}"),
    (b"{\\rtf", f"This is rich text (.rtf), not plain text. {_AS_TEXT}"),
    (b"<!doctype html", f"This is a web page. {_AS_TEXT}"),
    (b"<html", f"This is a web page. {_AS_TEXT}"),
    (b"<?xml", "This is XML. Export the transcript as VTT, SRT or plain text."),
    *((mark, RECORDING) for mark in (b"RIFF", b"OggS", b"ID3", b"fLaC", b"\x1a\x45\xdf\xa3", b"\xff\xfb")),
)
_CONTROL = bytes(n for n in range(32) if n not in b"\t\n\r\f\x1b")
_LOOKED_AT = 4096  # bytes


def decode_transcript(raw: bytes) -> tuple[str, str]:
    """The text and no sentence, or no text and the sentence that says why not."""
    if len(raw) > MOST_BYTES:
        return "", TOO_LONG
    start = raw[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for mark, sentence in _SIGNATURES:
        if start.startswith(mark.lower()):
            return "", sentence
    if start[4:8] == b"ftyp":
        return "", RECORDING
    text = _decode_text(raw)
    return ("", BINARY) if text is None else (text, "")


def _decode_text(raw: bytes) -> str | None:
    """UTF-16 by its mark or its zeros, else UTF-8, else Windows-1252; None for what is no text."""
    wide = _name_utf16(raw[:_LOOKED_AT])
    if wide:
        return raw.decode(wide, errors="replace").removeprefix("\ufeff")
    some = raw[: 16 * _LOOKED_AT]
    if b"\0" in some or len(some) - len(some.translate(None, _CONTROL)) > max(2, len(some) // 500):
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _name_utf16(start: bytes) -> str:
    """Which UTF-16 it is, empty when it is none: in mostly Latin words every other byte is zero."""
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    half = len(start) // 2
    if half < 8:
        return ""
    odd, even = start[1::2].count(0), start[::2].count(0)
    return "utf-16-le" if odd > 0.8 * half and not even else "utf-16-be" if even > 0.8 * half and not odd else ""
