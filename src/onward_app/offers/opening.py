"""The words of an offer letter in a file. Its first bytes say what it is; what can't be read gets a sentence."""

from __future__ import annotations

import html
import io
import logging
import re
import zipfile
import zlib

from onward.decode import decode_bytes
from onward.notice.message.html_text import html_to_text
from onward.notice.message.saved import is_saved_mail, open_saved_mail

MOST_BYTES = 10_000_000
MOST_UNPACKED = 20_000_000  # of a Word file's text, which may be packed a thousandfold
MOST_PAGES = 30
FEWEST_LETTERS = 80  # below, a PDF has no words to speak of, but for what a scanner stamps on each page
FEWEST_OF_ITS_OWN = 300  # a PDF around other files says in a sentence or two how to open them
TOO_LARGE = "That file is larger than an offer letter ever is. Bring the letter alone, or paste its words."
PICTURE = (
    "That is a picture of a letter, and Onward can’t read pictures. If you can mark the words in it with your mouse, "
    "copy and paste them; otherwise ask for the letter as a PDF with text."
)
PASSWORD = "It has a password. Open it, and save it without one or paste its words here."  # noqa: S105 - a sentence
PAGES = "It has {number} pages. An offer letter has a few: bring those alone, or paste their words."
NO_MEANING = (
    "The words in it are drawn and can’t be read out: what comes out are other letters. Ask for the letter as a Word "
    "file, or type the sentences that matter below."
)
WRAPPED = "It only holds other files ({names}). Open it in the program it is from, and save the letter by itself."
NO_PYPDF = (
    "Reading a PDF needs pypdf, which isn’t here: pip install “onward[pdf]”. Or open it, and copy and paste its words."
)
BROKEN = "That file can’t be opened as it is. Open it in the program it is from, and copy and paste its words."
OLD_WORD = "That is the old form of Word (.doc). Save it as .docx or PDF, or paste its words."
OTHER = "Onward reads offer letters as text, .docx and PDF. Copy the words out of this one and paste them."
EMPTY = "There are no words in it."
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"AT&TFORM", b"\xff\x0a")
_PHONE_PICTURES = (
    *(b"ftyp" + brand for brand in (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"avis")),
    b"jP  \r\n\x87\n",
    b"JXL \r\n\x87\n",
)
_PRINTED = b"%!PS"  # what is sent to a printer
_OLE = b"\xd0\xcf\x11\xe0"  # the old Word, a mail of Outlook, and what Word puts around a file with a password
_DRAWING = re.compile(r"^\s{0,80}(?:<[?!][^<>]{0,500}>\s{0,80}){0,3}<svg\b", re.IGNORECASE)
_NO_WORD = re.compile(r"[a-z][A-Z]|[^\W\d_][^\w\s'’.,@/&:()\[\]–—_-][^\W\d_]|\(cid:\d|[\ue000-\uf8ff\ufffd\x00-\x08]")
MOST_NO_WORDS = 0.2  # of a PDF's words, before it is said that they mean nothing
_PAGE = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"</w:p>|<w:br\b[^<>]{0,80}>|<w:tab/>")
_TEXT = re.compile(r"<w:t(?: [^<>]{0,80})?>([^<]{0,100000})</w:t>")


class OfferTrouble(Exception):
    """The letter can't be read; the message says why, and what to do."""


def open_offer(name: str, raw: bytes) -> str:
    """The words of a letter.

    Raises:
        OfferTrouble: a sentence why it can't be read.
    """
    if len(raw) > MOST_BYTES:
        raise OfferTrouble(TOO_LARGE)
    text = _read_text(name.lower(), raw).replace("\r\n", "\n")
    if not text.strip():
        raise OfferTrouble(EMPTY)
    return text


def _read_text(name: str, raw: bytes) -> str:
    if raw.startswith(_PICTURES) or raw[4:12] in _PHONE_PICTURES or raw[8:12] == b"WEBP":
        raise OfferTrouble(PICTURE)
    if raw.startswith(_OLE):
        raise OfferTrouble(PASSWORD if name.endswith("x") else OLD_WORD if name.endswith(".doc") else OTHER)
    if raw.startswith(_PRINTED):
        raise OfferTrouble(OTHER)
    if b"%PDF-" in raw[:1024]:
        return _read_pdf(raw)
    if raw.startswith(b"PK"):
        return _read_word(raw)
    return _read_mail(raw) if is_saved_mail(raw) else _decode_text(raw)


def _read_mail(raw: bytes) -> str:
    """A saved mail: the letter that is attached to it, or what it says itself."""
    body, files = open_saved_mail(raw)
    for name, inside in files:
        if inside.startswith((b"%PDF-", b"PK", _OLE, *_PICTURES)):
            return _read_text(name.lower(), inside)
    return body


def _decode_text(raw: bytes) -> str:
    if raw.startswith(b"{\\rtf") or (
        b"\x00" in raw[:4096].replace(b"\xff\xfe", b"", 1) and not raw.startswith(b"\xff\xfe")
    ):
        raise OfferTrouble(OTHER)
    text = decode_bytes(raw)[0]
    if _DRAWING.search(text[:1024]):
        raise OfferTrouble(PICTURE)
    return html_to_text(text) if _PAGE.search(text[:1024]) else text


def _read_word(raw: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            inside = packed.getinfo("word/document.xml")
            if inside.file_size > MOST_UNPACKED:
                raise OfferTrouble(TOO_LARGE)
            with packed.open(inside) as file:
                xml = file.read(MOST_UNPACKED).decode("utf-8", "replace")
            pictures = any(one.startswith("word/media/") for one in packed.namelist())
    except KeyError:
        raise OfferTrouble(OTHER) from None
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError):
        raise OfferTrouble(BROKEN) from None
    pieces = (html.unescape("".join(_TEXT.findall(one))) for one in _PARAGRAPH.split(xml))
    text = "\n".join(pieces)
    if pictures and _count_letters(text) < FEWEST_LETTERS:
        raise OfferTrouble(PICTURE)
    return text


def _read_pdf(raw: bytes) -> str:
    try:
        import pypdf
    except ImportError:
        raise OfferTrouble(NO_PYPDF) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it complains of what it can live with
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise OfferTrouble(PASSWORD)
        number = len(reader.pages)
        if number > MOST_PAGES:
            raise OfferTrouble(PAGES.format(number=number))
        text = "\n".join(page.extract_text() for page in reader.pages)
        inside = list(reader.attachments)
    except OfferTrouble:
        raise
    except pypdf.errors.DependencyError:
        raise OfferTrouble(PASSWORD) from None  # a cipher that pypdf alone doesn't know
    except Exception:
        raise OfferTrouble(BROKEN) from None  # a reader of foreign files meets everything
    _require_words(text, inside)
    return text


def _require_words(text: str, inside: list[str]) -> None:
    """Refuse a PDF that says nothing itself."""
    letters, words = _count_letters(text), text.split()
    if inside and letters < FEWEST_OF_ITS_OWN:
        raise OfferTrouble(WRAPPED.format(names=", ".join(inside)[:200]))
    if letters < FEWEST_LETTERS:
        raise OfferTrouble(PICTURE)
    if sum(map(bool, map(_NO_WORD.search, words))) > MOST_NO_WORDS * len(words):
        raise OfferTrouble(NO_MEANING)


def _count_letters(text: str) -> int:
    """The letters of its lines, each line once whatever its numbers: a stamp on every page says nothing more."""
    lines = {re.sub(r"\d+", "", line).strip() for line in text.splitlines()}
    return sum(map(str.isalpha, "".join(lines)))
