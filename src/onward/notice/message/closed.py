"""Parts whose words can't be read: sealed, packed, or a picture of words. What each is, in words."""

from __future__ import annotations

from onward.notice.message.parts import MessagePart

PICTURE = "it is in a picture"
FEW_WORDS = 12  # with fewer beside a closed part, the letter itself is taken to be in that part

SEALED = "it is encrypted"
_SMIME = "it is encrypted or sealed (S/MIME)"
_WINMAIL = "it is packed in a winmail.dat that only Outlook can open"
_PROTECTED = "it is protected, and only Outlook or the sender’s website can open it"
_PACKED = "it is in a packed file (%s)"
_KINDS = {
    "multipart/encrypted": SEALED,
    "application/pkcs7-mime": _SMIME,
    "application/x-pkcs7-mime": _SMIME,
    "application/ms-tnef": _WINMAIL,
    "application/vnd.ms-tnef": _WINMAIL,
    "application/x-microsoft-rpmsg-message": _PROTECTED,
}
_ENDINGS = {
    "p7m": _SMIME,
    "rpmsg": _PROTECTED,
    "gz": _PACKED % "gzip",
    "tgz": _PACKED % "gzip",
    "zip": _PACKED % "zip",
    "7z": _PACKED % "7-Zip",
    "rar": _PACKED % "RAR",
    "pgp": SEALED,
    "gpg": SEALED,
    "pdf": "it is in a PDF",
    "doc": "it is in a Word file",
    "docx": "it is in a Word file",
    "odt": "it is in a text document",
    "pages": "it is in a text document",
    "rtf": "it is in a text document",
}
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b", _PACKED % "gzip"),
    (b"PK\x03\x04", _PACKED % "zip"),
    (b"\x78\x9f\x3e\x22", _WINMAIL),
    (b"%PDF-", _ENDINGS["pdf"]),
    (b"-----BEGIN PGP MESSAGE-----", SEALED),
    (b"-----BEGIN PKCS7-----", _SMIME),
)
_SUBTYPES = {
    "gzip": _PACKED % "gzip",
    "x-gzip": _PACKED % "gzip",
    "zip": _PACKED % "zip",
    "x-zip-compressed": _PACKED % "zip",
    "pdf": _ENDINGS["pdf"],
    "msword": _ENDINGS["doc"],
    "pgp-encrypted": SEALED,
}
_LOOKED_AT = 80  # bytes


def describe_closed(part: MessagePart) -> str:
    """What keeps the words of a part from being read, empty when nothing does: by kind, by name, by first bytes."""
    name = part.filename.lower()
    if found := _KINDS.get(part.kind) or (_WINMAIL if name == "winmail.dat" else ""):
        return found
    main, _, sub = part.kind.partition("/")
    if main == "text":
        return describe_bytes(part.content(_LOOKED_AT))
    found = _SUBTYPES.get(sub) or (_ENDINGS.get(name.rpartition(".")[2], "") if "." in name else "")
    if found or main == "multipart":
        return found
    return PICTURE if main == "image" else describe_bytes(part.content(_LOOKED_AT))


def describe_bytes(data: bytes) -> str:
    """What these bytes are instead of words, empty when they may be words."""
    start = data.lstrip()
    return next((what for magic, what in _MAGIC if start.startswith(magic)), "")


def explain_unread(closed: list[str], words: int) -> str:
    """Why a letter with so many words beside its closed parts can't be read, to follow a colon; empty when it can."""
    sealed = [one for one in closed if is_sealed(one)]
    if sealed:
        return sealed[0]
    if words == 0:
        return closed[0] if closed else "it has no text"
    papers = [one for one in closed if one != PICTURE]
    return papers[0] if papers and words < FEW_WORDS else ""


def is_sealed(closed: str) -> bool:
    """Whether nothing beside such a part can be the letter itself: only a note on how to open it."""
    return closed in (SEALED, _SMIME, _PROTECTED)
