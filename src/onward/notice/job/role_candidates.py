"""Where a letter may name the role: stretches of words between those that no role holds, without a judgment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.notice.job.candidates import Mention
from onward.notice.job.name_looks import GIVEN
from onward.notice.job.names import split_name
from onward.notice.job.page import Page, Span
from onward.notice.job.roles import is_occupation
from onward.notice.languages.load import gather_words

_WORD = re.compile(r"\S+")
_MARKS = "\"“”„«»'‘’*,;:!?….()[]<>|–—-·•"
_NO_ROLE = re.compile(r"[$€£@]|https?:")
_LONG = 110  # characters
_LONGEST = 7  # words of a role
_BEFORE = 4  # words before one that names an occupation
_MOST = 250  # candidates of a letter
_READ = 4000  # characters of a body that are looked through
_SUBJECT = 20  # words of a subject
_SHORT = 60  # characters of a line that may be a title
_LINES = 40  # at the top
_QUOTES = frozenset('“„«"')
_ELIDED = re.compile(r"[dl]['’](?=\w)", re.IGNORECASE)  # “d'infirmière” is an infirmière
_POST = re.compile(r"(?<=\w{2})(?:-?stellen?|-job|-plek|-plaats|-functie|-vacature)$", re.IGNORECASE)  # “MFA-Stelle”


def gather_role_candidates(page: Page) -> list[Mention]:
    """All places that may name the role, each once."""
    found: dict[tuple[str, int, int], Mention] = {}
    for field, start, end, how in _list_places(page):
        text = page.texts[field][start:end]
        shift = len(text) - len(text.lstrip(_MARKS + " "))
        elided = _ELIDED.match(text, shift)
        shift = elided.end() if elided else shift
        bare = text[shift:].rstrip(_MARKS.replace(")", "") + " ")
        if bare.endswith(")") and "(" not in bare:
            bare = bare.rstrip(")")
        for role, manner in _with_and_without_post(bare, how):
            key = (field, start + shift, start + shift + len(role))
            if _may_be_role(role) and (key in found or len(found) < _MOST):
                found.setdefault(key, Mention(*key, role, set())).how.add(manner)
    return list(found.values())


def _with_and_without_post(text: str, how: str) -> Iterator[tuple[str, str]]:
    """“MFA-Stelle” is the post of an MFA."""
    yield text, how
    bare = _POST.sub("", text)
    if bare != text:
        yield bare, "post"


def _may_be_role(text: str) -> bool:
    """Whether it is short, holds no pay and no address, and does not begin with a person's name."""
    return 1 < len(text) < _LONG and not _NO_ROLE.search(text) and GIVEN.isdisjoint(split_name(text)[:1])


def _list_places(page: Page) -> Iterator[tuple[str, int, int, str]]:
    subject = page.texts["subject"]
    words = [one.span() for one in _WORD.finditer(subject)][:_SUBJECT]
    for at in range(len(words)):
        if at == 0 or _may_begin_behind(subject, words[at - 1]):
            yield from _list_ends("subject", subject, words, at, "subject")
    body = page.texts["body"][:_READ]
    words = [one.span() for one in _WORD.finditer(body)]
    seen: set[int] = set()
    for at, how in sorted(_list_anchors(page, body, words).items()):
        back = _BEFORE if how == "occupation" else 0
        for first in range(at, max(at - back, 0) - 1, -1):
            if first < at and _ends_behind(body, words[first], words[first + 1]):
                break
            if first not in seen and (first == at or _may_begin_behind(body, words[first - 1])):
                seen.add(first)
                yield from _list_ends("body", body, words, first, how)


def _list_anchors(page: Page, body: str, words: list[Span]) -> dict[int, str]:
    """The words with which a role may begin: behind the word for a position, in quotes, at a short line; occupations.

    An occupation may also stand in the middle of one.
    """
    found: dict[int, str] = {}
    leads, fronts = gather_words("candidates.role_leads"), gather_words("candidates.role_front")
    short = {start for start, end in page.lines[:_LINES] if end - start < _SHORT}
    before = ""
    for at, (start, end) in enumerate(words):
        raw = body[start:end]
        bare = raw.strip(_MARKS).lower()
        if is_occupation(bare):
            found[at] = "occupation"
        elif before in leads or (before in fronts and at > 1 and _bare_word(body, words[at - 2]) in leads):
            found[at] = "position"
        elif raw[0] in _QUOTES:
            found[at] = "quotes"
        elif start in short:
            found[at] = "line"
        elif at and body[slice(words[at - 1][1] - 1, start)] == ": ":
            found[at] = "colon"
        before = bare
    return found


def _bare_word(text: str, word: Span) -> str:
    return text[slice(*word)].strip(_MARKS).lower()


def _may_begin_behind(text: str, word: Span) -> bool:
    """Whether a role may begin behind a word: a little one, a mark, or the end of a line."""
    raw = text[slice(*word)]
    bare = raw.strip(_MARKS).lower()
    little = (
        len(bare) < 4 or bare in gather_words("candidates.role_stops") or bare in gather_words("candidates.role_leads")
    )
    return little or raw[-1] in _MARKS or text[word[1] : word[1] + 1] == "\n"


def _list_ends(field: str, text: str, words: list[Span], at: int, how: str) -> Iterator[tuple[str, int, int, str]]:
    """A stretch from one word to each that may be its last, up to a day or to where a sentence or a line ends. None
    begins with what stands inside of one (“zum”).
    """
    if _bare_word(text, words[at]) in gather_words("candidates.role_inside"):
        return
    for last in range(at, min(at + _LONGEST, len(words))):
        if last > at and _ends_behind(text, words[last - 1], words[last], through=field == "subject"):
            break
        bare = _bare_word(text, words[last])
        if bare in gather_words("candidates.role_inside") or not bare:
            continue
        if (
            bare.isdigit()
            and last + 1 < len(words)
            and _bare_word(text, words[last + 1]) in gather_words("days.months")
        ):
            break
        if bare in gather_words("candidates.role_stops") and last > at:
            break
        yield field, words[at][0], words[last][1], how


def _ends_behind(text: str, word: Span, after: Span, *, through: bool = False) -> bool:
    """Whether a stretch ends behind a word; in a subject it may go on behind a comma."""
    tail = text[word[1] - 1]
    return "\n" in text[word[1] : after[0]] or tail in (";:!?…”»" if through else ",;:!?…”“».")
