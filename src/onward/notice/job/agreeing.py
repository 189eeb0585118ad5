"""Which of several names an employer is shown by, and which of them agree: a longer one, or the word of its domain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onward.notice.job.boards import is_about_jobs
from onward.notice.job.candidates import Mention
from onward.notice.job.domains import is_label_made_of
from onward.notice.job.name_looks import GIVEN, count_shared, holds_house, is_house
from onward.notice.job.names import ARTICLES, employer_words, split_name
from onward.notice.job.page import Page
from onward.notice.languages.load import gather_words

OF_DOMAIN = 0.6  # share of a domain's letters that a name must explain
_WHOLE = frozenset(["run", "house"])  # ways to come upon a whole name
_OF_PLACE = 2  # words: “Conservatoire de” Meyzac
_FRONT = 3  # words before the word of a house, an article among them
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


def find_fuller(one: Mention, candidates: Sequence[Mention]) -> Mention:
    """The whole name where a part of it was chosen: “The Holloway Institute” of “… for Marine Research”.

    Behind the part stands a little word, or before it an article with a capital, or what house it is of (“clinique
    Beaulieu”): nothing else is added.
    """
    for other in candidates:
        if (
            other.field != one.field
            or not other.start <= one.start < one.end <= other.end
            or other.how.isdisjoint(_WHOLE)
        ):
            continue
        front, behind = other.text[: one.start - other.start].split(), other.text[one.end - other.start :].split()
        goes_on = not behind or (len(behind) > 1 and behind[0] in gather_words("candidates.joins"))
        if goes_on and _may_stand_before(front, one):
            one = other
    return one


def _may_stand_before(front: list[str], one: Mention) -> bool:
    """Nothing, an article, or a word or two before a house’s: “Evangelische Kirchengemeinde …”."""
    if len(front) == _OF_PLACE and is_house(front[0]) and front[1] in gather_words("candidates.joins"):
        return True
    if not front or (len(front) == 1 and (front[0].lower() in ARTICLES or is_house(front[0]))):
        return True
    never = gather_words("language.small_words") | gather_words("outright.units") | GIVEN
    own = split_name(" ".join(front[front[0].lower() in ARTICLES :]))
    is_name = never.isdisjoint(own) and bool(own) and not is_about_jobs(" ".join(front))  # “Karriereportal Klinik …”
    return holds_house(split_name(one.text)[:1]) and len(front) <= _FRONT and is_name
