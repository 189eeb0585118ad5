"""Who the employer is, who stands between, and which role: the likeliest candidate of each, or nobody."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from onward.notice.job.agreeing import choose_name, find_fuller
from onward.notice.job.answer import Answer
from onward.notice.job.candidates import Mention, gather_candidates
from onward.notice.job.looks import look_at
from onward.notice.job.name_looks import GIVEN, holds_house
from onward.notice.job.names import (
    employer_key,
    is_looser_role,
    is_same_role,
    role_key,
    split_name,
    strip_number,
)
from onward.notice.job.page import Page
from onward.notice.job.pasted import PASTED, see_names, see_roles
from onward.notice.job.people import is_person
from onward.notice.job.ranking import Ranking, load_ranking
from onward.notice.job.role_candidates import gather_role_candidates
from onward.notice.job.role_looks import look_at_roles
from onward.notice.job.roles import is_occupation, is_titled
from onward.notice.languages.load import gather_words
from onward.notice.verdict import Because

TRACE = 0.002  # chance of a candidate that is not worth comparing
_ELIDED = re.compile(r"^(?:l|d|dell|all|dall|nell)['’](?=[^\W\d_])")
# Shares of the likeliest role's chance from which one that says more is said: “Verpleegkundige SEH”.
FULLER = 0.2  # written like a title, or in the subject
TITLED = 0.8  # share of what is else needed that is enough for a role written like a title: “School Librarian”
FULLER_IN_TEXT = 0.45  # where a verb may follow: “school librarian made”


def find_employer(page: Page, *, by_hand: bool = False) -> tuple[Answer | None, Answer | None]:
    """The employer, and who relays it when that is somebody else. Each None when it isn't sure."""
    candidates = gather_candidates(page)
    marks, writer = look_at(page, candidates), _find_writer(page)
    agency = _find_likeliest(page, load_ranking("agency"), (candidates, marks, ()), writer=writer)
    employer = (
        _find_likeliest(page, load_ranking("employer", PASTED), see_names(page), writer=writer, bare=True, fuller=True)
        if by_hand
        else _find_likeliest(page, load_ranking("employer"), (candidates, marks, ()), writer=writer, bare=True)
    )
    if employer and agency and employer_key(employer.shown) == employer_key(agency.shown):
        agency = None
    return employer, agency


def _find_likeliest(
    page: Page,
    ranking: Ranking,
    seen: tuple[Sequence[Mention], Sequence[Sequence[str]], Sequence[float]],
    *,
    writer: str,
    bare: bool = False,
    fuller: bool = False,
) -> Answer | None:
    """The name with the highest chance, shown at its likeliest place and never who writes; None where it isn't sure.

    It is shown `bare` of “Careers”, and `fuller` where a longer one only goes on.
    """
    candidates, marks, known = seen
    chances = ranking.find_chances(marks, known)
    best = choose_name(page, *_sum_by_name(candidates, chances, writer=writer))
    if best is None or best.chance < ranking.sure:
        return None
    places = [at for at, one in enumerate(candidates) if employer_key(one.text) == employer_key(best.text)]
    # “Acme Careers” is Acme; an agency may be called Acme Talent.
    hiring = gather_words("names.hiring") if bare else frozenset()
    spare = {at: sum(word in hiring for word in split_name(candidates[at].text)) for at in places}
    written = {at: "domain" not in candidates[at].how for at in places}  # “IBM” before “ibm”
    one = candidates[max(places, key=lambda at: (-spare[at], written[at], chances[at], -at))]
    one = find_fuller(one, candidates) if fuller else one
    return Answer(_say_why(one), _tell_source(page, one), bare_name(one.text))


def bare_name(text: str) -> str:
    """A name on one line and without what runs into it: “l’Hôtel du Phare” is the Hôtel du Phare."""
    return _ELIDED.sub("", " ".join(text.split()))


def _sum_by_name(
    candidates: Sequence[Mention], chances: Sequence[float], *, writer: str
) -> tuple[list[str], list[float]]:
    """Each name once, as it is written, and its chance over all places: the likeliest first, never who writes."""
    summed: dict[str, float] = defaultdict(float)
    texts: dict[str, str] = {}
    for one, chance in zip(candidates, chances, strict=False):
        key = employer_key(one.text)
        summed[key] += chance
        if "domain" not in one.how or key not in texts:
            texts[key] = one.text
    summed.pop(writer, None)
    likely = [key for key in sorted(summed, key=lambda key: -summed[key]) if summed[key] > TRACE]
    return [texts[key] for key in likely], [summed[key] for key in likely]


def _find_writer(page: Page) -> str:
    """The name of the person who writes, which is nobody's employer; "" where a house may write."""
    sender = page.letter.sender
    words = split_name(sender.name)
    at_home = bool(sender.address) and page.is_shared and not holds_house(words)
    is_somebody = at_home or not GIVEN.isdisjoint(words[:1])
    return employer_key(sender.name) if is_somebody and is_person(sender.name, sender.address) else ""


def _tell_source(page: Page, one: Mention) -> str:
    if one.field == "from":
        return "domain" if "domain" in one.how else "name"
    if one.field == "body" and page.is_signature(one.start):
        return "signature"
    return one.field


def find_role(
    page: Page, employer: Answer | None, *, by_hand: bool = False, met: Because | None = None
) -> Answer | None:
    """The role, never the employer's own name, nor in a paste what they thank for. None when none is sure."""
    named = employer.because.text if employer else ""
    ranking = load_ranking("role", PASTED) if by_hand else load_ranking("role")
    if by_hand:
        candidates, marks, known = see_roles(page, named, met)
    else:
        candidates = gather_role_candidates(page)
        marks, known = look_at_roles(page, candidates, named), []
    chances = ranking.find_chances(marks, known)
    same = _choose_role(candidates, chances)
    if not same:
        return None
    text = candidates[same[0]].text
    needed = ranking.sure * (TITLED if is_titled(text) and is_occupation(text.split()[-1]) else 1)
    if _count_agreeing(candidates, chances, text) < needed:
        return None
    one = candidates[max(same, key=lambda at: (not candidates[at].text.isupper(), chances[at], -at))]
    shown = " ".join(strip_number(" ".join(one.text.split())).split()).strip(" ,;:–•*-")
    return Answer(_say_why(one), one.field, shown) if role_key(shown) else None


def _choose_role(candidates: Sequence[Mention], chances: Sequence[float]) -> list[int]:
    """The places of the likeliest role, or of one that says more of it and is nearly as likely."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(candidates):
        groups[role_key(one.text)].append(at)
    summed = {name: sum(chances[at] for at in places) for name, places in groups.items()}
    likeliest = max(summed, key=lambda name: summed[name], default="")

    def says_more(name: str) -> bool:
        one, other = candidates[groups[name][0]].text, candidates[groups[likeliest][0]].text
        if one[0].isupper() != other[0].isupper():  # “be a Counselor”
            return False
        titled = any(candidates[at].field == "subject" or is_titled(candidates[at].text) for at in groups[name])
        least = summed[likeliest] * (FULLER if titled else FULLER_IN_TEXT)
        return summed[name] > least and set(likeliest.split()) < set(name.split())

    return groups[max(filter(says_more, summed), key=lambda name: summed[name], default=likeliest)]


def _count_agreeing(candidates: Sequence[Mention], chances: Sequence[float], text: str) -> float:
    """The chance of all that say the same role, or say more or less of it: “night nurse” and “nurse” don't disagree."""
    return sum(
        chance
        for one, chance in zip(candidates, chances, strict=False)
        if chance > TRACE
        and (is_looser_role(one.text, text) or is_looser_role(text, one.text) or is_same_role(one.text, text))
    )


def _say_why(one: Mention) -> Because:
    return Because(one.field, one.start, one.end, one.text)
