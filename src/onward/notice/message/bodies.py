"""Which parts of a message are its text, which are messages or invitations of their own, and which stay closed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onward.notice.languages.load import compile_words
from onward.notice.message.charsets import clean_text, decode_text
from onward.notice.message.closed import describe_closed, explain_unread
from onward.notice.message.html_text import HTML_LIMIT, html_to_text
from onward.notice.message.parts import MessagePart

BODY_LIMIT = 200_000  # code points of text kept of one message: a long novel chapter
ATTACHED_LIMIT = 200

_LOOKS_LIKE_HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body|<div|<table|<p>)", re.IGNORECASE)
_STUB_LENGTH = 400
_META_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_:-]{1,40})", re.IGNORECASE)
_CALENDARS = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})
_MESSAGES = frozenset({"message/rfc822", "message/global", "message/news"})
_NOT_TEXT = frozenset({"text/rfc822-headers", "text/x-amp-html", "text/css", "text/csv", "text/vcard", "text/x-vcard"})


@dataclass(slots=True)
class GatheredText:
    """What a message holds, in the order of its parts."""

    texts: list[str] = field(default_factory=list)
    attached: list[bytes] = field(default_factory=list)
    calendar: list[bytes] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)  # what keeps the words of its closed parts from being read
    wants_markup: bool = True  # as text; where its words stand there without it, only whether it can be decoded counts

    def unread(self) -> str:
        """Why the letter itself can’t be read, to follow a colon; empty when it can."""
        if self.attached or (self.calendar and not self.closed):
            return ""
        return explain_unread(self.closed, sum(len(text.split()) for text in self.texts))

    def body(self) -> str:
        """All its text as one, cut at BODY_LIMIT."""
        text = clean_text("\n\n".join(text.strip("\n") for text in self.texts if text.strip()))
        if len(text) <= BODY_LIMIT:
            return text
        self.troubles.append(f"Its text is very long; only the first {BODY_LIMIT:,} characters were read.")
        return text[:BODY_LIMIT]


def gather_text(root: MessagePart) -> GatheredText:
    """Everything worth reading in a message. An attachment is never decoded for this."""
    found = GatheredText()
    _gather_part(found, root, is_root=True)
    if not any(text.strip() for text in found.texts):
        for part in list_leaves(root):
            if part.kind in ("text/plain", "text/html") and _holds_text(part) and not describe_closed(part):
                found.texts.append(read_part_text(part, found.troubles))
                break
        else:
            _gather_undivided(found, root)
    return found


def _gather_undivided(found: GatheredText, root: MessagePart) -> None:
    """Parts that hold nothing between them, though something stands there: read all of it rather than lose it."""
    rest = root.raw[root.start : root.end]
    if root.children and rest.strip() and not any(_holds_text(leaf) for leaf in list_leaves(root)):
        found.texts.append(clean_text(decode_text(rest[: 4 * BODY_LIMIT])[0]))


def _holds_text(leaf: MessagePart) -> bool:
    return bool(leaf.raw[leaf.start : min(leaf.end, leaf.start + 200)].strip())


def list_leaves(part: MessagePart) -> list[MessagePart]:
    """The parts that hold no others, in their order."""
    return [leaf for child in part.children for leaf in list_leaves(child)] if part.children else [part]


def _gather_part(found: GatheredText, part: MessagePart, *, is_root: bool = False) -> None:
    if closed := describe_closed(part):
        found.closed.append(closed)
        if part.kind.startswith("text/"):
            return
    if part.kind == "multipart/alternative":
        _gather_alternative(found, part)
    elif part.children:
        for child in part.children:
            _gather_part(found, child)
    elif part.kind in _MESSAGES or _is_saved_message(part):
        _gather_attached(found, part)
    elif part.kind in _CALENDARS or part.filename.lower().endswith(".ics"):
        found.calendar.append(part.content(2_000_000))
    elif (is_root or not _is_file(part)) and part.kind.startswith("text/") and part.kind not in _NOT_TEXT:
        if found.wants_markup or not _is_html(part):
            found.texts.append(read_part_text(part, found.troubles))
        else:
            _decode_part(part, found.troubles)


def _is_saved_message(part: MessagePart) -> bool:
    return part.filename.lower().endswith(".eml") and part.kind.startswith(("application/", "text/"))


def _is_file(part: MessagePart) -> bool:
    return part.disposition == "attachment" or bool(part.filename)


def _gather_attached(found: GatheredText, part: MessagePart) -> None:
    if len(found.attached) >= ATTACHED_LIMIT:
        found.troubles.append(f"More than {ATTACHED_LIMIT} messages are attached; the rest were left out.")
        return
    data = part.content()
    if data.strip():
        found.attached.append(data)


def _gather_alternative(found: GatheredText, part: MessagePart) -> None:
    """Plain text unless it only says “view in your browser”; then the richest that has words in it."""
    plain, rich = GatheredText(), GatheredText()
    stub = ""
    for child in part.children:
        if child.kind == "text/plain":
            _gather_part(plain, child)
    words = "\n\n".join(text for text in plain.texts if text.strip())
    is_stub = len(words) < _STUB_LENGTH and compile_words("bodies.stub", "", "").search(words)
    if not words.strip() or is_stub or _LOOKS_LIKE_HTML.match(words):
        stub, plain.texts = words, []
    rich.wants_markup = not plain.texts
    for child in part.children:
        if child.kind != "text/plain":
            _gather_part(rich if child.kind == "text/html" or child.children else plain, child)
    if plain.texts:
        rich.texts = []
    elif not any(text.strip() for text in rich.texts):
        rich.texts = [stub]
    for one in (plain, rich):
        found.texts += one.texts
        found.attached += one.attached
        found.calendar += one.calendar
        found.troubles += one.troubles
        found.closed += one.closed


def _is_html(part: MessagePart) -> bool:
    return part.kind in ("text/html", "application/xhtml+xml")


def _decode_part(part: MessagePart, troubles: list[str]) -> str:
    """What stands in a text part, markup and all."""
    data = part.content(4 * max(BODY_LIMIT, HTML_LIMIT))
    label = part.parameters.get("charset", "")
    if _is_html(part) and not label:
        declared = _META_CHARSET.search(data[:3000])
        label = declared[1].decode("ascii") if declared else ""
    text, trouble = decode_text(data, label)
    if trouble:
        troubles.append(trouble)
    return text


def read_part_text(part: MessagePart, troubles: list[str]) -> str:
    """The text of one text part, decoded, unflowed, without markup."""
    text = clean_text(_decode_part(part, troubles))
    if (_is_html(part) and "<" in text) or _LOOKS_LIKE_HTML.match(text):
        return html_to_text(text)
    if part.parameters.get("format", "").lower() == "flowed":
        return unflow(text[: 2 * BODY_LIMIT], joined=part.parameters.get("delsp", "").lower() == "yes")
    if part.kind in ("text/enriched", "text/richtext"):
        return re.sub(r"<[^<>]{0,200}>", "", text[: 2 * BODY_LIMIT])
    return text[: 2 * BODY_LIMIT]


def unflow(text: str, *, joined: bool) -> str:
    """RFC 3676: lines that end in a space go on in the next one of the same quote depth."""
    out: list[str] = []
    open_depth: int | None = None
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        flows = bare.endswith(" ") and bare != "-- "
        kept = bare[:-1] if flows and joined else bare
        if open_depth == depth and bare != "-- ":
            out.append(kept)
        else:
            out.append(("\n" if out else "") + (">" * depth + " " if depth else "") + kept)
        open_depth = depth if flows else None
    return "".join(out)
