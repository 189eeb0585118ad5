"""Who the employer is, who stands between, and which role: the likeliest candidate of each, or nobody."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onward.notice.job.candidates import Mention, gather_candidates
from onward.notice.job.looks import look_at
from onward.notice.job.name_looks import GIVEN, holds_house
from onward.notice.job.names import employer_key, is_looser_role, is_same_role, role_key, split_name, strip_number
from onward.notice.job.page import Page
from onward.notice.job.people import is_person
from onward.notice.job.ranking import load_ranking
from onward.notice.job.role_candidates import gather_role_candidates
from onward.notice.job.role_looks import look_at_roles
from onward.notice.languages.load import gather_words
from onward.notice.verdict import Because


@dataclass(frozen=True, slots=True)
class Answer:
    """A name or a role with its place. `by` is body, subject, name (the sender's), domain or signature."""

    because: Because
    by: str
    shown: str


TRACE = 0.002  # chance of a candidate that is not worth comparing
_ELIDED = re.compile(r"^(?:l|d|dell|all|dall|nell)['’](?=[^\W\d_])")  # “l’Hôtel du Phare” is the Hôtel du Phare
BY_HAND = 0.4  # chance of a name that is enough where the person looks at once at what was read


def find_employer(page: Page, *, by_hand: bool = False) -> tuple[Answer | None, Answer | None]:
    """The employer, and who relays it when that is somebody else. Each None when it isn't sure."""
    candidates = gather_candidates(page)
    marks = look_at(page, candidates)
    employer = _find_likeliest(page, "employer", candidates, marks, by_hand=by_hand)
    agency = _find_likeliest(page, "agency", candidates, marks)
    if employer and agency and employer_key(employer.shown) == employer_key(agency.shown):
        agency = None
    return employer, agency


def _find_likeliest(
    page: Page, name: str, candidates: Sequence[Mention], marks: Sequence[Sequence[str]], *, by_hand: bool = False
) -> Answer | None:
    """Chances of one name add up over its places; it is shown where it is likeliest."""
    ranking = load_ranking(name)
    chances = ranking.find_chances(marks)
    groups: dict[str, float] = defaultdict(float)
    for one, chance in zip(candidates, chances, strict=False):
        groups[employer_key(one.text)] += chance
    groups.pop(_find_writer(page), None)
    best = max(groups, key=lambda key: groups[key], default="")
    if not best or groups[best] < (BY_HAND if by_hand else ranking.sure):
        return None
    places = [at for at, one in enumerate(candidates) if employer_key(one.text) == best]
    # “Acme Careers” is Acme; an agency may be called Acme Talent.
    hiring = gather_words("names.hiring") if name == "employer" else frozenset()
    spare = {at: sum(word in hiring for word in split_name(candidates[at].text)) for at in places}
    written = {at: "domain" not in candidates[at].how for at in places}  # “IBM” before “ibm”
    one = candidates[max(places, key=lambda at: (-spare[at], written[at], chances[at], -at))]
    return Answer(_say_why(one), _tell_source(page, one), _ELIDED.sub("", " ".join(one.text.split())))


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


def find_role(page: Page, employer: Answer | None) -> Answer | None:
    """The role, never the employer's own name. None when it isn't sure that there is one."""
    candidates = gather_role_candidates(page)
    named = employer.because.text if employer else ""
    marks = look_at_roles(page, candidates, named)
    ranking = load_ranking("role")
    chances = ranking.find_chances(marks)
    groups: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(candidates):
        groups[role_key(one.text)].append(at)
    key = max(groups, key=lambda name: sum(chances[at] for at in groups[name]), default="")
    same = groups[key]
    if not same or _count_agreeing(candidates, chances, candidates[same[0]].text) < ranking.sure:
        return None
    one = candidates[max(same, key=lambda at: (not candidates[at].text.isupper(), chances[at], -at))]
    shown = " ".join(strip_number(" ".join(one.text.split())).split()).strip(" ,;:–•*-")
    return Answer(_say_why(one), one.field, shown) if role_key(shown) else None


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
