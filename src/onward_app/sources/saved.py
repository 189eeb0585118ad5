"""Letters that a program saved as something else than mail: Outlook’s “Text Only”, and a browser’s web page (.mht)."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

from onward.notice.message.letter import parse_letter
from onward_app.sources.heads import head_of, is_field
from onward_app.sources.looks import starts_like_mail
from onward_app.sources.pasted import is_original, message_bytes, pasted_bytes
from onward_app.sources.plain_lines import turn_head

LOOKED_AT = 8_192  # bytes
_ENOUGH = 3  # fields of a head, that a text of another kind doesn't open with
_SAVED_PAGE = re.compile(
    rb"^(?:snapshot-content-location:|from:[^\r\n]{0,20}<?saved by )", re.IGNORECASE | re.MULTILINE
)
_OF_A_PAGE = (b"snapshot-content-location:", b"saved by ")  # one of them stands in each of these
_MAILBOX = re.compile(
    r"\s[-–—|]\s(?:[^\s@]{1,100}@\S{1,200}\s[-–—|]\s)?"
    r"(?:[\w.\- ]{0,40}\b(?:mail|gmail|outlook|webmail|gmx|yahoo|proton|icloud)\b.{0,20})$",
    re.IGNORECASE,
)
_DATE = re.compile(r"^date:[ \t]{0,5}([^\n]{0,80})$", re.IGNORECASE | re.MULTILINE)
_NEXT = re.compile(r"\n[ \t]*\n(?=[^\W\d][\w\u00a0\u202f ]{0,14}:\t[^\n]{1,400}\n[^\W\d][\w\u00a0\u202f ]{0,14}:\t)")


def is_saved_text(head: bytes) -> bool:
    """Whether a file opens with the lines that Outlook writes above a letter it saves as text, in its language."""
    return _saved_head(_decode_saved(head[:LOOKED_AT]))


def is_saved_page(head: bytes) -> bool:
    """Whether a browser saved this: what it calls sender and day are its own."""
    seen = head[:LOOKED_AT]
    if not any(map(seen.lower().__contains__, _OF_A_PAGE)):  # to look for these costs a tenth of the pattern
        return False
    return starts_like_mail(head) and _SAVED_PAGE.search(seen.partition(b"\r\n\r\n")[0]) is not None


def take_saved(raw: bytes) -> list[bytes]:
    """The messages in such a file, empty when it is none."""
    if is_saved_page(raw[:LOOKED_AT]):
        return [_from_page(raw)]
    if is_saved_text(raw):
        return [pasted_bytes(text) for text in _cut_letters(_decode_saved(raw)) if text.strip()]
    return []


def _decode_saved(raw: bytes) -> str:
    plain = turn_head(raw).removeprefix(b"\xef\xbb\xbf")
    try:
        text = plain.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.start > len(plain) - 4  # the end of what was looked at, in the middle of a sign
        text = plain.decode("utf-8", "ignore") if cut else plain.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n\ufeff ")


def _saved_head(text: str) -> bool:
    if not text[:1].isalpha() or is_original(text):
        return False
    head = head_of(text.split("\n", 30)[:25])
    if (
        head is None
        or len(head.fields) < _ENOUGH
        or "from" not in head.fields
        or not is_field(text[:500].split("\n")[0])
    ):
        return False
    dated = _DATE.search(text, 0, LOOKED_AT)
    if dated is None or not starts_like_mail(text[:LOOKED_AT].encode()):
        return True
    # A mail whose day is damaged stays as it is; a window's day can be read as one.
    return not _is_mail_day(dated[1]) and parse_letter(pasted_bytes(text[:LOOKED_AT])).date is not None


def _is_mail_day(text: str) -> bool:
    """Whether a day is written as mail writes it, and not as a window shows it."""
    try:
        return parsedate_to_datetime(text) is not None
    except (ValueError, TypeError, IndexError, OverflowError):
        return False


def _cut_letters(text: str) -> list[str]:
    """Several that were chosen together stand one below the other in one file."""
    starts = [found.end() for found in _NEXT.finditer(text) if _saved_head(text[found.end() : found.end() + LOOKED_AT])]
    return [text[one:two] for one, two in zip([0, *starts], [*starts, len(text)], strict=True)]


def _from_page(raw: bytes) -> bytes:
    """The letter on a page, by what stands on it; the page's title is its subject where nothing says more."""
    page = parse_letter(raw)
    title = _MAILBOX.sub("", page.subject[:500])
    lines = page.body.split("\n")
    first = next((at for at, line in enumerate(lines[:40]) if title and line.strip() == title), 0)
    made = pasted_bytes("\n".join(lines[first:]) or title or ".")
    if parse_letter(made).subject or not title:
        return made
    return message_bytes({"subject": title}, page.body.strip("\n") + "\n")
