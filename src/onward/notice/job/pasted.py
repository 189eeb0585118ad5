"""What is looked at in a paste: more places than in mail, and beside what mail says of each what only a paste does."""

from __future__ import annotations

from onward.notice.job.candidates import Mention, gather_candidates
from onward.notice.job.looks import look_at
from onward.notice.job.page import Page
from onward.notice.job.paste_candidates import add_pasted
from onward.notice.job.paste_looks import look_at_paste
from onward.notice.job.ranking import load_ranking
from onward.notice.job.role_candidates import gather_role_candidates
from onward.notice.job.role_looks import look_at_roles
from onward.notice.job.roles import holds_occupation
from onward.notice.verdict import Because

PASTED = "pasted"  # the file of what is learned from pastes
WORTH = 0.6  # share of what mail’s ranking says of a name that counts in a paste
Seen = tuple[list[Mention], list[list[str]], list[float]]


def see_names(page: Page) -> Seen:
    """The places that may name the employer, the marks of each and last of nobody, and the scores they have."""
    candidates = add_pasted(page, gather_candidates(page))
    looks = look_at(page, candidates)
    ranking = load_ranking("employer")
    marks = [[*mail, *paste] for mail, paste in zip(looks, look_at_paste(page, candidates), strict=True)]
    return candidates, marks, [WORTH * ranking.score(each) for each in looks]


def see_roles(page: Page, employer: str, met: Because | None = None) -> Seen:
    """The same for the role; `employer` is the name that no role is, and `met` the words that say they met: “thanks for
    coming”, of “thanks for coming in twice”.
    """
    candidates = [one for one in gather_role_candidates(page) if not _is_of_meeting(one, met)]
    looks = look_at_roles(page, candidates, employer)
    ranking = load_ranking("role")
    return candidates, looks, [ranking.score(each) for each in looks]


def _is_of_meeting(one: Mention, met: Because | None) -> bool:
    """Whether it stands in those words or goes on from them, and names no occupation."""
    if met is None or one.field != met.field or holds_occupation(one.text):
        return False
    return one.start <= met.end + 1 and one.end > met.start
