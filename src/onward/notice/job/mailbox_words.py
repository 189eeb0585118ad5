"""What the part of an address before the @ is called: words of work, words of machines, and everything else, a name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from onward.notice.languages.load import list_words

_LONGEST = 64  # characters before the @ (RFC 5321)

_GLUED_IN_FRONT = frozenset(("hr", "rh", "cv"))  # “hrteam”; other short words are too often syllables of a name
_READ_BY_PEOPLE = ("mailbox_words.desk", "mailbox_words.office")
_SHORTEST = 3  # letters of a word that is glued to another


class LocalPart(IntEnum):
    """What a part before the @ reads like; of several words the strongest counts."""

    NAME = 0
    OFFICE = 1
    DESK = 2
    MACHINE = 3


@dataclass(frozen=True, slots=True)
class _BoxWords:
    """The words of all languages that a part before the @ is read by.

    `says` has what each word says; `long` are so long that nobody's name begins or ends with them, whatever they are
    glued to: “recruitingberlin”. `nobody` finds that nobody reads what is sent there between other words, and
    `nobody_glued` what says so glued to anything: “acmedonotreply”.
    """

    says: dict[str, LocalPart]
    long: tuple[str, ...]
    nobody: re.Pattern[str]
    nobody_glued: re.Pattern[str]


@cache
def _load_words() -> _BoxWords:
    nobody = list_words("mailbox_words.nobody")
    glued = [words.replace(" ", "") for words in nobody]
    says = {  # of a word in two tables, what the later one says
        **dict.fromkeys(list_words("mailbox_words.beside"), LocalPart.NAME),
        **dict.fromkeys(list_words("mailbox_words.office"), LocalPart.OFFICE),
        **dict.fromkeys(list_words("mailbox_words.desk"), LocalPart.DESK),
        **dict.fromkeys(list_words("mailbox_words.machine"), LocalPart.MACHINE),
        **dict.fromkeys(glued, LocalPart.MACHINE),
    }
    return _BoxWords(
        says,
        long=tuple(word for table in _READ_BY_PEOPLE for word in list_words(table) if len(word) > 6),
        nobody=re.compile(rf"(?:^|-)(?:{'|'.join(nobody).replace(' ', '-?')})(?:-|$)"),
        nobody_glued=re.compile("|".join(words for words in glued if len(words) > 8)),
    )


@lru_cache(1 << 12)
def read_local_part(local: str, own: frozenset[str] = frozenset()) -> LocalPart:
    """Whether it is a name, a box of work or a machine's; `own` are words of its domain, which are nobody's name there.

    “no.reply” and “jobsnoreply2” are a machine's, “hr-emea” is a desk's; “jane.systems” and “robotham” are names.
    """
    known = _load_words()
    words = fold_local_part(local)
    text = "-".join(words)
    if not local.strip() or known.nobody.search(text) or known.nobody_glued.search(text):
        return LocalPart.MACHINE
    said = [_read_word(word, known, own) for word in words]
    if None in said:
        return said[0] if said[0] in (LocalPart.DESK, LocalPart.OFFICE) else LocalPart.NAME
    return max((one for one in said if one is not None), default=LocalPart.NAME)


def fold_local_part(text: str) -> list[str]:
    """Its words: lower case, without accents, cut at everything that is no letter."""
    plain = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    return re.findall(r"[^\W\d_]+", "".join(c for c in plain if not unicodedata.combining(c)))


def _read_word(word: str, known: _BoxWords, own: frozenset[str]) -> LocalPart | None:
    """What a word says, whole or made of known ones (“talentacquisition”); None for any other, which may be a name."""
    pieces = [word] if word in known.says or word in own else _cut_word(word, known, own, first=True)
    if pieces:
        return max(known.says.get(piece, LocalPart.NAME) for piece in pieces)
    found = (long for long in known.long if word.startswith(long) or word.endswith(long))
    return max((known.says[long] for long in found), default=None)


def _cut_word(word: str, known: _BoxWords, own: frozenset[str], *, first: bool = False) -> list[str]:
    """The known words that a longer one is made of, none when something is left over."""
    for end in range(len(word), 1, -1):
        piece = word[:end]
        is_known = piece in known.says or piece in own
        if not is_known or (end < _SHORTEST and not (first and piece in _GLUED_IN_FRONT)):
            continue
        rest = _cut_word(word[end:], known, own)
        if end == len(word) or rest:
            return [piece, *rest]
    return []
