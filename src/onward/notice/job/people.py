"""The people in a letter: who sent it, and whose name stands under it."""

from __future__ import annotations

import re
from functools import cache

from onward.notice.job.employers import is_person, strip_title
from onward.notice.job.roles import is_role_like
from onward.notice.languages.load import join_words, list_words


@cache
def _closing() -> re.Pattern[str]:
    front, closing = join_words("people.closing_front"), join_words("people.closing")
    return re.compile(
        rf"(?:^|\n)[ \t]*(?:(?:{front})\s+)?(?:{closing})[ \t]*+(?:[,.!]++[ \t]*+)?\n++"
        r"[ \t]*+(?P<name>[^\n,|<>@\[\]\d]{2,40})(?=[\n,|]|$)",
        re.IGNORECASE,
    )


@cache
def _name() -> re.Pattern[str]:
    titles, particles = join_words("people.titles"), join_words("people.particles")
    return re.compile(rf"^(?:(?:{titles})\.? )?[^\W\d_][\w’'-]*\.?(?: (?:[^\W\d_][\w’'-]*\.?|{particles})){{0,3}}$")


@cache
def _firm_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('people.firm_words')})\b", re.IGNORECASE)


def find_people(body: str, *, name: str, address: str) -> tuple[str, ...]:
    """The sender if a person, then the names signed with, each once."""
    found = [strip_title(name.strip())] if is_person(name, address) else []
    for match in _closing().finditer(body):
        signed = match["name"].strip(" -–—*")
        if _is_signed_name(signed) and not any(signed.lower() in known.lower() for known in found):
            found.append(signed)
    return tuple(found[:4])


def _is_signed_name(text: str) -> bool:
    particles = list_words("people.particles")
    capitals = all(word[0].isupper() for word in text.split() if word not in particles)
    return bool(_name().match(text)) and capitals and not _firm_words().search(text) and not is_role_like(text)
