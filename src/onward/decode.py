"""Bytes to text, whatever program wrote them: a BOM, UTF-16 with or without one, UTF-8, and the old code pages."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = re.compile(rb"[A-Za-z\x80-\xff]+")
_SAMPLE = 100_000  # bytes that a guess is made from
OLD_LETTERS = "The file says nothing of its letters. They were read as {name}: look whether names are right."
_NAMES = {
    "cp1251": "Cyrillic (Windows)", "koi8-r": "Cyrillic (KOI8-R)", "cp866": "Cyrillic (DOS)",
    "cp1252": "Western European (Windows)",
}  # fmt: skip


def decode_bytes(raw: bytes) -> tuple[str, str]:
    """The text, and a sentence when its letters were guessed ("" otherwise). It never fails."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return _clean_text(raw[len(bom) :].decode(name, "ignore")), ""
    if wide := _find_wide(raw[:2000]):
        return _clean_text(raw.decode(wide, "ignore")), ""
    try:  # not final: a file that was cut off may end within a letter
        return _clean_text(codecs.getincrementaldecoder("utf-8")().decode(raw)), ""
    except UnicodeDecodeError:
        name = _find_code_page(raw[:_SAMPLE])
        return _clean_text(raw.decode(name, "replace")), OLD_LETTERS.format(name=_NAMES[name])


def _clean_text(text: str) -> str:
    return text.replace("\0", "").removeprefix("\ufeff")


def _find_wide(head: bytes) -> str:
    """UTF-16 without a BOM: in a table nearly every other byte is then a zero."""
    if len(head) < 4:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.3 and even < odd / 4:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) * 0.3 and odd < even / 4 else ""


def _find_code_page(raw: bytes) -> str:
    """Words that are nearly all beyond ASCII are Cyrillic; single such letters in Latin words are Western."""
    high = [byte for word in _HIGH.findall(raw) if _is_foreign(word) for byte in word if byte >= 0x80]
    if len(high) * 2 < sum(1 for byte in raw if byte >= 0x80):
        return "cp1252"
    low = sum(1 for byte in high if byte < 0xB0)
    lower_1251 = sum(1 for byte in high if byte >= 0xE0)
    lower_koi8 = sum(1 for byte in high if 0xC0 <= byte < 0xE0)
    if low * 2 > len(high):
        return "cp866"
    return "cp1251" if lower_1251 >= lower_koi8 else "koi8-r"


def _is_foreign(word: bytes) -> bool:
    return len(word) > 1 and sum(1 for byte in word if byte >= 0x80) * 4 > len(word) * 3
