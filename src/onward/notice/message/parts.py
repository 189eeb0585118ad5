"""A message as a tree of parts whose bytes are decoded when somebody asks for them, and not before."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onward.notice.message.charsets import decode_text
from onward.notice.message.headers import Fields, decode_base64, decode_words, first_value, split_head

DEPTH_LIMIT = 60
PARTS_LIMIT = 2_000

_PARAMETER = re.compile(r';\s*([^=;\s"]{1,80})\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SECTION = re.compile(r"\*\d{0,3}\*?$")
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_KIND = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")


@dataclass(frozen=True, slots=True)
class MessagePart:
    """One node: `raw[start:end]` is its body as it stands in the message, still in its transfer encoding."""

    kind: str  # "text/plain", in lower case
    parameters: dict[str, str]
    disposition: str  # "attachment", "inline" or ""
    filename: str
    encoding: str
    raw: bytes = field(repr=False)
    start: int
    end: int
    children: tuple[MessagePart, ...] = ()

    def content(self, limit: int | None = None) -> bytes:
        """The decoded bytes; with a limit only about as much is decoded as gives that many."""
        stop = self.end if limit is None else min(self.end, self.start + 3 * limit)
        data = self.raw[self.start : stop]
        if self.encoding in ("base64", "b") and data.count(b" ") * 20 <= len(data):  # real base64 has no words in it
            decoded = decode_base64(data)
        elif self.encoding in ("quoted-printable", "quotedprintable", "q"):
            decoded = binascii.a2b_qp(data)
        else:
            decoded = data
        return decoded[:limit]


@dataclass(slots=True)
class PartCount:
    """What the whole tree may use up, and what had to be given up on the way."""

    parts: int = 0
    troubles: list[str] = field(default_factory=list)


def parse_tree(raw: bytes, fields: Fields, start: int, counted: PartCount) -> MessagePart:
    """The tree of a message with these fields, whose body begins at `start`."""
    return _parse_part(raw, fields, start, len(raw), depth=0, counted=counted, usual="text/plain")


def _parse_part(
    raw: bytes, fields: Fields, start: int, end: int, *, depth: int, counted: PartCount, usual: str
) -> MessagePart:
    counted.parts += 1
    kind, parameters = parse_content_type(first_value(fields, "content-type"), usual)
    where, named = parse_content_type(first_value(fields, "content-disposition"), "")
    part = MessagePart(
        kind=kind,
        parameters=parameters,
        disposition=where,
        filename=named.get("filename") or parameters.get("name", ""),
        encoding=first_value(fields, "content-transfer-encoding").strip("'\" ;").lower()[:40],
        raw=raw,
        start=start,
        end=end,
    )
    if not kind.startswith("multipart/"):
        return part
    children = tuple(_parse_children(part, depth=depth, counted=counted))
    if children:
        return _copy_with_children(part, kind=kind, children=children)
    counted.troubles.append("Its parts could not be told apart, so it was read as one text.")
    return _copy_with_children(part, kind="text/plain", children=())


def _copy_with_children(part: MessagePart, *, kind: str, children: tuple[MessagePart, ...]) -> MessagePart:
    return MessagePart(
        kind, part.parameters, part.disposition, part.filename, part.encoding, part.raw, part.start, part.end, children
    )


def _parse_children(part: MessagePart, *, depth: int, counted: PartCount) -> Iterator[MessagePart]:
    if depth >= DEPTH_LIMIT:
        counted.troubles.append("Its parts are nested too deep; the innermost were read as one text.")
        return
    usual = "message/rfc822" if part.kind == "multipart/digest" else "text/plain"
    boundary = part.parameters.get("boundary", "").encode("utf-8", "surrogateescape")
    for start, end in _cut_between(part.raw, part.start, part.end, boundary or _likely_boundary(part)):
        if counted.parts >= PARTS_LIMIT:
            counted.troubles.append(f"It has more than {PARTS_LIMIT:,} parts; the rest were left out.")
            return
        fields, body = split_head(part.raw, start, end)
        yield _parse_part(part.raw, fields, body, end, depth=depth + 1, counted=counted, usual=usual)


def _likely_boundary(part: MessagePart) -> bytes:
    """The boundary when the message forgot to name it: its first line that opens with two dashes."""
    found = re.search(rb"^--([^\s-][^\r\n]{0,120}?)[ \t]*\r?$", part.raw[part.start : part.start + 5_000], re.MULTILINE)
    return found[1] if found and found.end() <= part.end - part.start else b""


def _cut_between(raw: bytes, start: int, end: int, boundary: bytes) -> Iterator[tuple[int, int]]:
    """Where each part stands between the boundary lines; without a last boundary the end of the text is the end."""
    if not boundary:
        return
    opened: int | None = None
    for line, after, closing in _find_boundaries(raw, start, end, b"--" + boundary):
        if opened is not None:
            yield opened, max(opened, _before_line_end(raw, line))
        opened = after
        if closing:
            return
    if opened is not None:
        yield opened, end


def _find_boundaries(raw: bytes, start: int, end: int, mark: bytes) -> Iterator[tuple[int, int, bool]]:
    at = raw.find(mark, start, end)
    while at >= 0:
        tail = at + len(mark)
        if at == start or raw[at - 1] == 10:
            stop = raw.find(b"\n", tail, min(end, tail + 200))
            stop = stop if stop >= 0 else min(end, tail + 200)
            rest = raw[tail:stop].strip()
            if rest in (b"", b"--"):
                yield at, min(end, stop + 1), rest == b"--"
        at = raw.find(mark, tail, end)


def _before_line_end(raw: bytes, at: int) -> int:
    if raw[at - 1 : at] == b"\n":
        at -= 1
    return at - 1 if raw[at - 1 : at] == b"\r" else at


def parse_content_type(value: str, usual: str) -> tuple[str, dict[str, str]]:
    """A field such as `text/plain; charset=utf-8` as its kind and its parameters (RFC 2231 pieces put together)."""
    kind = "".join(value.partition(";")[0].partition("(")[0].split()).lower()
    if usual and not _KIND.fullmatch(kind):
        kind = {"text": "text/plain", "html": "text/html", "multipart": "multipart/mixed"}.get(kind, usual)
    found: dict[str, str] = {}
    for name, given in _PARAMETER.findall(value):
        bare = given.strip()
        plain = _ESCAPED.sub(r"\1", bare.strip('"')) if bare.startswith('"') else bare.partition(" (")[0]
        base = _SECTION.sub("", name.lower())
        plain = _decode_percent(plain) if name.endswith("*") else decode_words(plain)
        found[base] = found.get(base, "") + plain if "*" in name else found.get(base) or plain
    return kind, found


def _decode_percent(value: str) -> str:
    """RFC 2231: `utf-8'de'%C3%BC` as ü."""
    charset, _, rest = value.partition("'")
    text = rest.partition("'")[2] if "'" in rest else value
    data = _PERCENT.sub(lambda found: binascii.unhexlify(found[1]), text.encode("utf-8", "replace"))
    return decode_text(data, charset if "'" in rest else "")[0]
