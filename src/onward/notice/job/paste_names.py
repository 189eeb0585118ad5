"""What the words of a possible name in a paste look like: a legal form, a house, a person, a clock, a program."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onward.notice.job.candidates import Mention
from onward.notice.job.domains import is_label_made_of
from onward.notice.job.name_looks import GIVEN, count_shared, holds_house
from onward.notice.job.names import LEGAL_FORMS, employer_key, fold_name, split_name
from onward.notice.job.page import Page, bare_umlauts
from onward.notice.job.roles import holds_occupation
from onward.notice.job.senders import find_employer_label, is_called_agency
from onward.notice.languages.load import compile_words, gather_words, list_words

_ADDRESS = re.compile(r"[\w.+-]{1,60}@[\w-]{2,60}(?:\.[\w-]{2,30}){1,3}")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_NUMBERED = re.compile(r" \d{1,4}[a-z]?$")  # “Markt 12”
_LONGEST = 7  # words: a longer one is a sentence, or a whole line of a signature


def list_labels(page: Page) -> tuple[str, ...]:
    """The words of the addresses in the text that stand for an employer."""
    found = (find_employer_label(one.group()) for one in _ADDRESS.finditer(page.texts["body"]))
    return tuple(bare_umlauts(re.sub(r"[^a-z0-9]", "", fold_name(one))) for one in found if one)


def look_at_words(page: Page, one: Mention, labels: tuple[str, ...]) -> list[str]:
    """The marks that a name has by its words, wherever it stands; `labels` as `list_labels` has them."""
    text, words = one.text, split_name(one.text)
    legal = not LEGAL_FORMS.isdisjoint(words[1:])
    house = is_house_by_ending(words)
    bare = skip_article(words)
    told = {
        "legal": legal,
        "house": house,
        "address": any(count_shared(label, words) or is_label_made_of(label, text) for label in labels),
        "lower": text.islower() and one.field == "body",
        "numbered": bool(_NUMBERED.search(text)),
        "agency": is_called_agency(text),
        "role": not (house or legal) and holds_occupation(text),
        "somebody": _is_somebody(page, text, words, house=house or legal),
        "given": not GIVEN.isdisjoint(words[:1]),
        "opens": bare == words and not gather_words("language.small_words").isdisjoint(words[:1]),
        "small": bool(words) and all(word in gather_words("language.small_words") for word in words),
        "one": len(words) == 1,
        "two": len(words) == 2,
        "upper": text.isupper(),
    }
    return [mark for mark, is_so in told.items() if is_so]


@lru_cache(maxsize=8192)
def is_house_by_ending(words: tuple[str, ...]) -> bool:
    """Whether a word is a house's, or ends as one does: “Steuerverwaltung”, “Sartoria”."""
    return holds_house(words) or any(word.endswith(list_words("outright.house_ends")) for word in words)


def is_bare_house(words: tuple[str, ...]) -> bool:
    """Whether nothing but a word for a house is there: “die Bank”, “Technik”."""
    return not words or (len(words) == 1 and (holds_house(words) or words[0] in list_words("outright.house_ends")))


@lru_cache(maxsize=8192)
def may_be_name(text: str) -> bool:
    """Short, no clock, no weekday, and a word of three letters, or capitals: not “Mon 3:12 PM” and not “Mo-Do”."""
    words = split_name(text)
    days = set(" ".join(list_words("days.weekdays")).split())
    if len(words) > _LONGEST or " / " in text:
        return False
    long = any(len(word) > 2 and not word[0].isdigit() for word in words)
    return (long or text.isupper()) and not _CLOCK.search(text) and days.isdisjoint(words)


def skip_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name’s words without “the” or “la” before them."""
    return words[1:] if words[:1] in _list_articles() else words


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
