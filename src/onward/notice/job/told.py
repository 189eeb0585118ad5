"""What somebody types of a no in one line: a name, “Riverbend said no”, “got rejected by Harbor Light”, “nope”."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from onward.notice.languages.load import gather_words, join_words

MOST_WORDS = 8  # words: what is longer says more than who it was
_INSIDE = re.compile(r"(?<!\bDr)(?<!\bSt)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bFr)(?<!\bProf)[.!?:](?=\s)")
_SMILE = re.compile(r"(?<!\w)[:;=]['-]?[()\[\]/\\|DPop]+")
_MARKS = " .,;:!?()[]<>\"'“”„«»‘’–—-…/|*_~#+="


def find_name_told(line: str) -> str | None:
    """Who said no, by one line that a person typed. Empty where it says only that a no came; None where it says more
    than a name and a no, so that it is read as a letter is.

    >>> find_name_told("Riverbend said no"), find_name_told("they said no"), find_name_told("Harbor Light")
    ('Riverbend', '', 'Harbor Light')
    """
    plain = _SMILE.sub(" ", "".join(" " if _is_picture(sign) else sign for sign in line))
    text = " ".join(plain.split())
    whole = text.rstrip(" .!?,")
    if "\n" in line.strip() or _INSIDE.search(whole):
        return None
    said = _no().search(whole)
    if said is None:
        return None if text[-1:] in set("!?.") and len(text.split()) > 1 else _only_name(text)
    text = whole
    names = [_strip(text[: said.start()]), _strip(text[said.end() :])]
    return _only_name(max(names)) if "" in names else None


def _only_name(text: str) -> str | None:
    name = "" if not _strip(text) else text
    return name if len(name.split()) <= MOST_WORDS else None


def _strip(text: str) -> str:
    """Without the small words around a name: “by the Harbor Light again”."""
    words, around = text.strip(_MARKS).split(), gather_words("told.around")
    while words and _bare(words[0]) in around:
        del words[0]
    while words and _bare(words[-1]) in around:
        del words[-1]
    return " ".join(words)


def _bare(word: str) -> str:
    return word.lower().replace("’", "'").strip(_MARKS)


def _is_picture(sign: str) -> bool:
    """An emoji, or what only joins or colors one."""
    return unicodedata.category(sign) in {"So", "Sk", "Cf", "Cs"} or "\ufe00" <= sign <= "\ufe0f"


@cache
def _no() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{join_words('told.no').replace(chr(39), '.')})(?!\w)", re.IGNORECASE)
