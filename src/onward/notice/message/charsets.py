"""Bytes to text, whatever the label says: every message can be read, at worst with a few marks for lost characters."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from functools import lru_cache

# A narrow label is read as the wider set that contains it, as browsers do (WHATWG Encoding Standard, 2024).
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
    "big5": "big5hkscs",
    "utf-8-sig": "utf-8",
}
_ALIASES = {
    "utf8mb4": "utf-8",
    "unicode": "utf-16",
    "unicode-1-1-utf-7": "utf-7",
    "unicode-1-1-utf-8": "utf-8",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "x-user-defined": "cp1252",
    "ansi": "cp1252",
    "x-ansi": "cp1252",
}
_NO_LABEL = frozenset({"", "unknown", "unknown-8bit", "x-unknown", "default", "binary", "8bit", "7bit", "none", "null"})
_NOT_FOR_MAIL = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = ("cp1252", "latin-1")  # the second takes any byte
_JAPANESE_ESCAPE = re.compile(rb"\x1b\$[@B]")


@lru_cache(maxsize=512)
def find_codec(label: str) -> str | None:
    """The Python codec for a charset label, "" when there is no label to speak of, None when nobody knows it."""
    name = label.strip().strip("'\"").lower()[:60]
    if name in _NO_LABEL:
        return ""
    name = _ALIASES.get(name, name)
    if re.fullmatch(r"(?:x-)?(?:cp|windows|win|ibm)[-_]?\d{3,4}", name):
        name = "cp" + re.sub(r"\D", "", name)
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    if info.name in _NOT_FOR_MAIL or not getattr(info, "_is_text_encoding", True):
        return None
    return _WIDER.get(info.name, info.name)


def decode_text(data: bytes, label: str = "") -> tuple[str, str | None]:
    """Text of `data`, and a sentence when it was not what its label says. Never raises."""
    for mark, marked in _BOMS:
        if data.startswith(mark) and (marked == "utf-8" or b"\0" in data[:4000]):  # else two stray bytes, not a mark
            return _decode_lossy(data[len(mark) :], marked)
    name = find_codec(label)
    if name is None:
        return _decode_by_guess(
            data
        ), f"Its character set “{_show_label(label)}” is unknown, so it was read as best it could be."
    if not name:
        return _decode_by_guess(data), None
    return _decode_labeled(data, name, label)


def _decode_labeled(data: bytes, name: str, label: str) -> tuple[str, str | None]:
    if data.isascii() and name in ("cp1252", "utf-8"):
        return data.decode("ascii"), None
    if name.startswith("utf-16"):
        return _decode_utf16(data, name)
    if name == "cp1252":  # the label everybody writes without looking
        return _decode_by_guess(data), None
    if name == "utf-8":
        return _decode_utf8(data)
    text = _decode_strictly(data, name, "utf-8")
    if text is not None:
        return text, None
    return data.decode(name, "replace"), f"Some characters could not be read as {_show_label(label)}."


def _decode_by_guess(data: bytes) -> str:
    japanese = ("iso2022_jp_ext",) if _JAPANESE_ESCAPE.search(data[:4000]) else ()
    return _decode_strictly(data, *japanese, "utf-8", *_WESTERN) or ""


def _decode_utf8(data: bytes) -> tuple[str, str | None]:
    """Labeled UTF-8: believed when most of what isn't ASCII bears it out, else it is Western text wrongly labeled."""
    text = _decode_strictly(data, "utf-8")
    if text is not None:
        return text, None
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    good = sum(1 for c in text if c > "\x7f") - lost
    if lost > good:
        return _decode_strictly(data, *_WESTERN) or "", None
    return text, "Some characters could not be read."


def _decode_utf16(data: bytes, name: str) -> tuple[str, str | None]:
    if b"\0" not in data[:4000]:  # 16-bit text has NULs in it as soon as there is a space or a line end
        return _decode_by_guess(data), None
    if name == "utf-16":
        sample = data[:4000]
        name = "utf-16-be" if sample[0::2].count(0) > sample[1::2].count(0) else "utf-16-le"
    return _decode_lossy(data, name)


def _decode_lossy(data: bytes, name: str) -> tuple[str, str | None]:
    text = _decode_strictly(data, name)
    if text is not None:
        return text, None
    return data.decode(name, "replace"), "Some characters could not be read."


def _decode_strictly(data: bytes, *names: str) -> str | None:
    """By the first of these codecs that takes every byte; None when none does."""
    for name in names:
        with suppress(UnicodeError, ValueError):
            return data.decode(name)
    return None


def _show_label(label: str) -> str:
    return "".join(c for c in label if c.isprintable())[:40]


def clean_text(text: str) -> str:
    """Line ends as \\n, no NULs, no lone surrogates (no file or database takes those)."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        text = text.replace("\0", "")
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
