"""Which of several names an employer is shown by, and which of them agree: a longer one, or the word of its domain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onward.notice.job.domains import is_label_made_of
from onward.notice.job.name_looks import count_shared, holds_house
from onward.notice.job.names import employer_words
from onward.notice.job.page import Page
from onward.notice.languages.load import gather_words

OF_DOMAIN = 0.6  # share of a domain's letters that a name must explain
WRITTEN_OUT = 0.03  # share of a domain's chance from which the name it is made of is said instead


@dataclass(frozen=True, slots=True)
class AgreedName:
    """A name to be shown, and the chance of all names that agree with it."""

    text: str
    chance: float


def choose_name(page: Page, names: Sequence[str], chances: Sequence[float]) -> AgreedName | None:
    """The likeliest name, with the chance of all that agree with it; a domain's word gives way to the name it is of.

    `names` come by falling chance.
    """
    if not names:
        return None
    shown, likeliest = names[0], chances[0]
    others = zip(names[1:], chances[1:], strict=True)
    agreeing = [(name, chance) for name, chance in others if _is_one_house(page, name, names[0])]
    if shown == page.label:
        shown = next((name for name, chance in agreeing if chance > likeliest * WRITTEN_OUT), shown)
    return AgreedName(shown, likeliest + sum(chance for _, chance in agreeing))


def _is_one_house(page: Page, one: str, other: str) -> bool:
    """Whether two names may be one house's, one of them longer, or one the word of its domain."""
    if page.label in (one, other):
        return _is_of_domain(page, other if one == page.label else one)
    short, long = sorted((employer_words(one), employer_words(other)), key=len)
    inside = any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))
    return inside and not gather_words("candidates.houses").issuperset(short)


def _is_of_domain(page: Page, name: str) -> bool:
    """Whether the sender's domain is made of a name, or mostly of words of it that are neither people nor “clinic”."""
    if is_label_made_of(page.label or "", name):
        return True
    own = [word for word in employer_words(name) if word not in page.people and not holds_house((word,))]
    told = sum(len(word) for word in own if count_shared(page.bare_label, (word,)))
    return told >= OF_DOMAIN * len(page.bare_label)
