"""What the structure of a paste says for or against a name, beside what was learned from mail.

Mail has a sender and a domain, and the learned weights lean on them. A paste has the block at its foot, a house's legal
form, an address in the text, who decided; and clocks, weekdays and the name of the program that it was copied from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from onward.notice.job.candidates import Mention
from onward.notice.job.domains import is_label_made_of
from onward.notice.job.name_looks import GIVEN, count_shared, holds_house
from onward.notice.job.names import LEGAL_FORMS, employer_key, fold_name, split_name
from onward.notice.job.page import Page, bare_umlauts
from onward.notice.job.roles import holds_occupation
from onward.notice.job.senders import find_employer_label, is_called_agency, is_carrier
from onward.notice.languages.load import compile_words, gather_words, list_words

# By how much the score of a name rises or falls, in log odds; chosen on pastes alone, and used for pastes alone.
WEIGHTS = {
    "told": 3.0,
    "behind_who": 1.5,
    "organ": 2.5,
    "legal": 1.5,
    "house": 1.0,
    "whole": 0.5,
    "part": -0.5,
    "block": 0.5,
    "house_in_block": 1.0,
    "address": 2.0,
    "said_again": 0.75,
    "carrier": -6.0,
    "no_name": -6.0,
    "opens": -2.0,
    "lower": -1.5,
    "role": -2.0,
    "person": -2.0,
    "unit": -6.0,
    "agency": -2.0,
    "quoted": -1.5,
    "noun": -1.5,
}
_ARTICLES = frozenset(
    ["the", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "gli", "de", "het", "os", "as"]
)
_ADDRESS = re.compile(r"[\w.+-]{1,60}@[\w-]{2,60}(?:\.[\w-]{2,30}){1,3}")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_BEHIND = re.compile(r"(?P<word>\b[^\W\d_][\w'’&.-]{0,30}) ?(?:,| /| (?:at|bei|chez|presso|bij|@)) ?$")
_BLOCK = 60  # characters: a line of a signature is shorter
_LONGEST = 7  # words: a longer one is a sentence, or a whole line of a signature
_FOOT = 6  # lines at the end of what was written
_LEFT = 40  # characters before a name in which a title may stand


def weigh_names(page: Page, candidates: Sequence[Mention]) -> list[float]:
    """What to add to the score of each candidate, in order."""
    keys = [employer_key(one.text) for one in candidates]
    often = Counter(key for key, _ in {(key, one.start) for key, one in zip(keys, candidates, strict=True)})
    labels = _list_labels(page)
    organs = {one.end() for one in compile_words("outright.organs", after="").finditer(page.texts["body"])}
    return [
        sum(
            WEIGHTS[mark]
            for mark in {*_look_at_text(page, one, labels), *_look_at_place(page, one, organs, often=often[key])}
        )
        for key, one in zip(keys, candidates, strict=True)
    ]


def find_fuller(one: Mention, candidates: Sequence[Mention]) -> Mention:
    """The whole name where a part of it was chosen: “The Holloway Institute” of “… for Marine Research”.

    Behind the part stands a little word, or before it an article with a capital; nothing else is added.
    """
    joins = gather_words("candidates.joins")
    for other in candidates:
        if other.field != one.field or not other.start <= one.start < one.end <= other.end or "run" not in other.how:
            continue
        front, behind = other.text[: one.start - other.start].split(), other.text[one.end - other.start :].split()
        is_front_article = len(front) == 1 and front[0].lower() in _ARTICLES
        if (is_front_article or not front) and (not behind or (len(behind) > 1 and behind[0] in joins)):
            one = other
    return one


def _list_labels(page: Page) -> tuple[str, ...]:
    """The words of the addresses in the text that stand for an employer."""
    found = (find_employer_label(one.group()) for one in _ADDRESS.finditer(page.texts["body"]))
    return tuple(bare_umlauts(re.sub(r"[^a-z0-9]", "", fold_name(one))) for one in found if one)


def _look_at_text(page: Page, one: Mention, labels: tuple[str, ...]) -> list[str]:
    text, words = one.text, split_name(one.text)
    legal = not LEGAL_FORMS.isdisjoint(words[1:])
    house = is_house_by_ending(words)
    bare = words[1:] if words[:1] in _list_articles() else words
    told = {
        "legal": legal,
        "house": house,
        "no_name": not _may_be_a_name(text, words),
        "address": any(count_shared(label, words) or is_label_made_of(label, text) for label in labels),
        "lower": text.islower() and one.field == "body",
        "carrier": is_carrier(text),
        "agency": is_called_agency(text),
        "role": not (house or legal) and holds_occupation(text),
        "person": _is_somebody(page, text, words, house=house or legal),
        "unit": not gather_words("outright.units").isdisjoint((*words[:1], *bare[:1])),
        "opens": bare == words and not gather_words("language.small_words").isdisjoint(words[:1]),
    }
    return [mark for mark, is_so in told.items() if is_so]


@lru_cache(maxsize=8192)
def is_house_by_ending(words: tuple[str, ...]) -> bool:
    """Whether a word is a house's, or ends as one does: “Steuerverwaltung”, “Sartoria”."""
    return holds_house(words) or any(word.endswith(list_words("outright.house_ends")) for word in words)


def _may_be_a_name(text: str, words: tuple[str, ...]) -> bool:
    """Short, no clock, no weekday, and a word of three letters, or capitals: not “Mon 3:12 PM” and not “Mo-Do”."""
    days = set(" ".join(list_words("days.weekdays")).split())
    if len(words) > _LONGEST or " / " in text:
        return False
    long = any(len(word) > 2 and not word[0].isdigit() for word in words)
    return (long or text.isupper()) and not _CLOCK.search(text) and days.isdisjoint(words)


@cache
def _list_articles() -> frozenset[tuple[str, ...]]:
    more = (fold_name(one.strip()) for one in list_words("outright.article"))
    return frozenset((one,) for one in (*gather_words("names.articles"), *more))


def _is_somebody(page: Page, text: str, words: tuple[str, ...], *, house: bool) -> bool:
    """A person, or one with the house that they are from: “Sepp vom Holzbau Reindl”."""
    given = bool(words) and words[0] in GIVEN
    if given and compile_words("outright.at", r"^\w+ ", " ").search(text):
        return True
    addressed = bool(words) and f"{words[0]}@" in page.texts["body"].lower()  # “eike@…”
    return not house and (given or addressed or employer_key(text) in page.people)


def _look_at_place(page: Page, one: Mention, organs: set[int], *, often: int) -> list[str]:
    whole = not one.how.isdisjoint({"run", "piece", "line"})
    found = ["whole" if whole else "part", *(["said_again"] if often > 1 else [])]
    if one.field != "body":
        return found
    text, number = page.texts["body"], page.find_line(one.start)
    start = page.lines[number][0]
    before = text[max(start, one.start - _LEFT) : one.start]
    last = _is_last(page, one)
    house = is_house_by_ending(split_name(one.text))
    block = _is_in_block(page, one, number, before) or (house and whole and last)
    alone = often == 1 and " " not in one.text and text[one.end : one.end + 1] not in ("\n", "")
    titled = compile_words("outright.honorifics", r"\b", r"\.? $").search(before) is not None
    told = {
        "quoted": page.is_quoted(one.start),
        "organ": one.start in organs,
        "told": one.start in page.told,
        "behind_who": (number > 0 or last) and _is_behind_who(page, before),
        "block": block,
        "house_in_block": block and house,
        "noun": alone and not block,
        "person": titled,
    }
    return [*found, *(mark for mark, is_so in told.items() if is_so)]


def _is_in_block(page: Page, one: Mention, number: int, before: str) -> bool:
    """Whether it is a piece of a short line at the foot, and no house before it: “Cabinet Delorme – Transport”."""
    start, end = page.lines[number]
    piece = not one.how.isdisjoint({"piece", "line"})
    return piece and end - start < _BLOCK and _is_at_foot(page, number) and not is_house_by_ending(split_name(before))


def _is_behind_who(page: Page, before: str) -> bool:
    """Whether a person, a title or an office stands right before, and a mark between: “Recruiting, Merrow”."""
    found = _BEHIND.search(before)
    if found is None:
        return False
    word = split_name(found["word"])
    known = word[:1] and (word[0] in GIVEN or word[0] in gather_words("outright.units") or word[0] in page.people)
    return bool(known) or holds_occupation(found["word"])


def _is_last(page: Page, one: Mention) -> bool:
    """Whether what was written ends with the name: “Come and see us. Greenmantle Farm”."""
    text = page.texts["body"]
    return one.start > 0 and not any(map(str.isalnum, text[one.end : page.own[-1][1]]))


def _is_at_foot(page: Page, number: int) -> bool:
    """Whether a line is one of the last that were written, and no greeting and no question."""
    end = page.lines[number][1]
    return number > 0 and page.signed - _FOOT <= number < page.signed and page.texts["body"][end - 1] not in "!?:,"
