"""The people in a letter: who sent it, and whose name stands under it."""

from __future__ import annotations

import re
from functools import cache

from onward.notice.job.domains import is_fitting_label
from onward.notice.job.mailboxes import is_for_house
from onward.notice.job.names import fold_name, split_name
from onward.notice.job.roles import is_role_like
from onward.notice.job.senders import find_employer_label
from onward.notice.languages.load import compile_words, gather_words, join_words, list_words


@cache
def _compile_closing() -> re.Pattern[str]:
    front, closing = join_words("people.closing_front"), join_words("people.closing")
    return re.compile(
        rf"(?:^|\n)[ \t]*(?:(?:{front})\s+)?(?:{closing})[ \t]*+(?:[,.!]++[ \t]*+)?\n++"
        r"[ \t]*+(?P<name>[^\n,|<>@\[\]\d]{2,40})(?=[\n,|]|$)",
        re.IGNORECASE,
    )


@cache
def _compile_name() -> re.Pattern[str]:
    titles, particles = join_words("people.titles"), join_words("people.particles")
    return re.compile(rf"^(?:(?:{titles})\.? )?[^\W\d_][\w’'-]*\.?(?: (?:[^\W\d_][\w’'-]*\.?|{particles})){{0,3}}$")


def find_people(body: str, *, name: str, address: str) -> tuple[str, ...]:
    """The sender if a person, then the names signed with, each once."""
    found = [strip_title(name.strip())] if is_person(name, address) else []
    for match in _compile_closing().finditer(body):
        signed = match["name"].strip(" -–—*")
        if _is_signed_name(signed) and not any(signed.lower() in known.lower() for known in found):
            found.append(signed)
    return tuple(found[:4])


def has_closing(body: str) -> bool:
    """Whether a letter closes as letters do, above whoever signs it: “Kind regards,”."""
    return _compile_closing().search(body) is not None


def _is_signed_name(text: str) -> bool:
    particles = list_words("people.particles")
    capitals = all(word[0].isupper() for word in text.split() if word not in particles)
    is_firm = compile_words("people.firm_words").search(text) is not None
    return bool(_compile_name().match(text)) and capitals and not is_firm and not is_role_like(text)


@cache
def _before_firm() -> re.Pattern[str]:
    return re.compile(rf"(?<!\s)\s+(?:{join_words('employers.at')}|@|via)\s+")


_AFTER_A_NAME = frozenset(
    ["inc", "llc", "ltd", "phd", "md", "mba", "sphr", "shrm", "gmbh", "psyd", "edd", "dnp", "msw", "med"]
)
# “LMFT”, “LPC-S”, “CADC II”: a license behind a person's name looks like this; so does “IBM”, which its domain tells.
_LICENSE = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{1,3})?(?: (?:I{1,3}|\d))?(?:,? #?[^\W\d]*\d\w*)?$")


def _is_title(piece: str) -> bool:
    """Whether what follows a name is a license, a degree or an initial and no firm."""
    bare = re.sub(r"\W", "", piece)
    return len(bare) < 2 or bare.lower() in _AFTER_A_NAME or _LICENSE.match(piece.strip()) is not None


def strip_title(name: str) -> str:
    """A display name without the license, degree or firm behind it: “Jo Doe, LMFT”, “Jo Doe from Acme”."""
    bare = _before_firm().split(name)[0]
    head, _, tail = bare.partition(", ")
    return head if tail and all(map(_is_title, tail.split(","))) else bare


def is_person(name: str, address: str, *, at_desk: bool = False) -> bool:
    """Whether a display name is a person's and not a firm's or a machine's; `at_desk` for those who sign at
    careers@.

    Up to four words that look like a person's, unless the address is the firm's own and says the same.
    """
    bare = strip_title(name.strip())
    decoration = compile_words("employers.decoration")
    if not bare or (is_for_house(address) and not at_desk) or decoration.search(bare):
        return False
    parts = split_name(compile_words("employers.titles", "^", r"\.?\s").sub("", bare))
    if not 1 <= len(parts) <= 4 or any(part in gather_words("names.hiring") or part.isdigit() for part in parts):
        return False
    local = re.sub(r"[^a-z]", "", fold_name(address.partition("@")[0]))
    is_in_address = any(len(part) > 2 and part in local for part in parts)
    label = find_employer_label(address)
    return is_in_address or (len(parts) >= 2 and not (label and is_fitting_label(bare, label)))
