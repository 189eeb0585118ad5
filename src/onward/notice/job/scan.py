"""Reading a proper name off a text from a given place: where it ends, and what is not part of it."""

from __future__ import annotations

import re

from onward.notice.job.names import LEGAL_FORMS, split_name
from onward.notice.job.roles import Span, is_role_like
from onward.notice.languages.load import gather_words

_TOKEN = re.compile(r"[^\s]+")
_ABBREVIATED = re.compile(
    r"^(?:Inc|INC|Co|CO|Corp|CORP|LTD|Ltd|St|Dr|Mt|Bros|Jr|Sr|L\.L\.C|S\.?A|S\.?p\.?A|S\.?r\.?l|e\.?V|U\.S|[A-Z])\.$"
)


def unwrap(text: str) -> str:
    """The text with line breaks that only wrap a full line turned into blanks: the same length, so offsets hold."""
    text = text.replace("\t", " ").replace("\xa0", " ").replace("\r", " ")
    return _WRAP.sub(" ", text)


_WRAP = re.compile(r"(?<=[^\n]{55})(?<![.!?:])\n(?=[^\s•*>|-])")


def find_name_at(text: str, start: int) -> Span | None:
    """The span of the proper name that begins at `start`, or None when none does."""
    end: int | None = None
    last, joins = start, ""
    for token in _TOKEN.finditer(text, start):
        if not _is_joined(text, last, token.start()):
            break
        word = token.group()
        bare = word.strip("\"“”„«»'‘’()*,.;:!?—–|")
        if word[0] in "([" or not bare:
            break
        if (bare in "&|" or bare.lower() in gather_words("scan.joins")) and end is not None:
            last, joins = token.end(), f"{joins} {bare.lower()}"
            if joins.strip() in gather_words("scan.new_thing") or _ends_here(text, token):
                break
            continue
        if joins and is_role_like(bare):
            break
        joins = ""
        if not _may_stand_in_name(bare, first=end is None, legal=_is_legal(bare)):
            break
        end, last = token.end(), token.end()
        if _ends_here(text, token) or end - start > 70:
            break
    return _trimmed(text, start, end) if end is not None else None


def _is_joined(text: str, last: int, start: int) -> bool:
    """Two words of one name stand on one line, at most two blanks apart."""
    gap = text[last:start]
    return "\n" not in gap and len(gap) <= 2


def _is_legal(bare: str) -> bool:
    return not bare.islower() and re.sub(r"\W", "", bare).lower() in LEGAL_FORMS


def _may_stand_in_name(bare: str, *, first: bool, legal: bool) -> bool:
    if legal and not first:
        return True
    if (
        bare.lower() in gather_words("scan.stop")
        and not (first and bare.lower() == "the")
        and not (bare.isupper() and len(bare) > 3)
    ):
        return False
    shaped = bare[0].isupper() or bare[0].isdigit() or bare[0] == "&"
    brand = bool(re.match(r"^[a-z]{1,2}[A-Z]|^[a-z][\w-]*\.(?:com|io|ai|org|net|co|ly|de)$", bare))
    return shaped or brand


def _ends_here(text: str, token: re.Match[str]) -> bool:
    word = token.group()
    if word[-1] in '!?;:)"”»—–':
        return True
    following = _TOKEN.match(text, token.end() + 1)
    legal_next = following is not None and _is_legal(following.group().strip(",.;"))
    if word.endswith(","):
        return not legal_next
    return word.endswith(".") and (not _ABBREVIATED.match(word.lstrip("(")) or word.endswith(".."))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Without punctuation, a possessive, and words of the recruiting team at its end."""
    piece = text[start:end]
    piece = re.sub(r"(?<![\s\"“”„«»()*,;:!?—–|\[\]])[\s\"“”„«»()*,;:!?—–|\[\]]+$", "", piece)
    piece = _without_role(_without_team(piece))
    if piece.endswith(".") and not _ABBREVIATED.match(piece.split()[-1]):
        piece = piece.rstrip(".")
    piece = re.sub(r"\.\.$", ".", piece)
    shift = len(piece) - len(piece.lstrip("\"“”„«'‘*( "))
    piece = piece.strip("\"“”„«'‘*( ")
    return (start + shift, start + shift + len(piece)) if is_name(piece) else None


_TEAM = re.compile(
    r"(?:['’]s?)?(?<![\s,])[\s,]+(?:(?:global|campus|university|the|our|early|north america)\s+)?"
    r"(?:talent|recruit\w*|hiring|careers?|people(?: services)?|hr|human resources|staffing|jobs|team|family|"
    r"leadership|customer|application|interview|front desk|office)"
    r"(?:[\s&]+(?:and\s+)?(?:talent|acquisition|recruit\w*|hiring|people|culture|operations|ops|team|resources|"
    r"department|family|process)){0,9}$",
    re.IGNORECASE,
)


def _without_role(piece: str) -> str:
    """“City of Elmford for Library Clerk” is the city."""
    head, found, tail = piece.partition(" for ")
    return head if found and is_role_like(tail) else piece


def _without_team(piece: str) -> str:
    shorter = _TEAM.sub("", piece)
    shorter = re.sub(r"['’]s$|(?<=s)['’]$", "", shorter) if shorter.split()[-1:] not in ([],) else shorter
    return shorter.rstrip(" ,") or piece


_NAMELESS = ("scan.not_a_name", "scan.stop", "names.hiring")


def is_name(piece: str) -> bool:
    """Whether a piece can be an employer's name at all: not a pronoun, a weekday, a tool, or the word “company”."""
    if (
        re.match(r"\d{1,2}[:.]\d\d\b", piece)
        or _TWO_PEOPLE.match(piece)
        or _TITLED.match(piece)
        or "/" in piece
        or not (piece[:1].isalnum() or piece[:1] == "&")
        or piece[-1:] == "-"
    ):
        return False
    found = [word for word in split_name(piece) if word not in LEGAL_FORMS]
    return (
        bool(found)
        and not all(any(word in gather_words(table) for table in _NAMELESS) for word in found)
        and (len("".join(found)) > 1)
    )


_TWO_PEOPLE = re.compile(r"^[A-Z][a-z’'-]+ [A-Z][a-z’'-]+ and [A-Z][a-z’'-]+ [A-Z][a-z’'-]+$")
_TITLED = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Prof|Frau|Herr|Mme|Sra?)\b\.?(?: [^\W\d_][\w’'-]*){0,2}$")
