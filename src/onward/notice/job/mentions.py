"""Where a text names an employer or a role: every place, with how far it is to be trusted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onward.notice.job.names import strip_number
from onward.notice.job.phrases import Pattern, list_patterns
from onward.notice.job.roles import find_role, is_role_like, is_titled
from onward.notice.job.scan import find_name_at
from onward.notice.verdict import Because

LONGEST = 6000  # characters of a letter that are read for names; what matters stands near the top


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names an employer or a role. `by` is body, subject, name, domain or signature."""

    what: str
    because: Because
    weight: float
    by: str

    @property
    def shown(self) -> str:
        """The words as they are shown to the person: one line, one blank between words."""
        text = " ".join(self.because.text.split())
        return " ".join(strip_number(text).split()).strip(" ,;:–•*-") if self.what == "role" else text


def find_mentions(text: str, field: str, *, language: str | None) -> list[Mention]:
    """All mentions in one text whose wrapped lines were joined."""
    found: list[Mention] = []
    for pattern in list_patterns(language):
        for match in pattern.regex.finditer(text, 0, LONGEST):
            found += _from_match(text, field, pattern, match)
    return found


def _from_match(text: str, field: str, pattern: Pattern, match: re.Match[str]) -> list[Mention]:
    role = find_role(text, *match.span("role"), tight=pattern.tight) if pattern.role else None
    if pattern.role and role is None:
        return []
    if role is not None and field == "subject" and _spans_pieces(text[role[0] : role[1]]):
        return []
    looks_right = role is not None and is_role_like(text[role[0] : role[1]])
    if role is not None and not looks_right and (pattern.must_be_role or not is_titled(text[role[0] : role[1]])):
        return []
    name = find_name_at(text, match.end()) if pattern.employer else None
    found = []
    if role is not None and (name is not None or not pattern.employer):
        bonus = 1.0 if looks_right else 0.0
        found.append(make_mention("role", text, role, field=field, weight=pattern.weight + bonus))
    if (
        name is not None
        and not _is_role_only(text[name[0] : name[1]], pattern)
        and not _KIND_OF_WORK.match(text, name[1])
    ):
        found.append(make_mention("employer", text, name, field=field, weight=pattern.weight))
    return found


# “Interest in Federal employment” names a kind of work and no employer.
_KIND_OF_WORK = re.compile(r" (?:employment|service|civil service)\b")


def _spans_pieces(role: str) -> bool:
    """“Acme – Nurse” is an employer and a role, while “Nurse – nights” is a role."""
    head = re.split(r"\s[–—|-]\s", role)[0]
    return head != role and not is_role_like(head)


def _is_role_only(name: str, pattern: Pattern) -> bool:
    """“Interest in Software Engineer” names no employer; “at Head Start” does, after a role."""
    return is_role_like(name) and not pattern.role


def make_mention(
    what: str, text: str, span: tuple[int, int], *, field: str, weight: float, by: str | None = None
) -> Mention:
    """A mention of `text[span]`; evidence is called after the field unless said otherwise."""
    start, end = span
    return Mention(what, Because(field, start, end, text[start:end]), weight, by or field)
