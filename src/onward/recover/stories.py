"""True, sourced stories of people well known: at most one at a time, dismissible, never first and never a sermon."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from onward.wording.sources import cited, find_source


@dataclass(frozen=True, slots=True)
class TrueStory:
    """One story in our own words, with where it was read and what it is not."""

    key: str
    who: str
    words: str

    @property
    def source(self) -> str:
        """Where it was read."""
        return find_source(_SOURCE.get(self.key, self.key)).where


STORIES: tuple[TrueStory, ...] = (
    TrueStory(
        "beck",
        "Aaron T. Beck",
        cited(
            "The founder of cognitive therapy applied to the American Psychoanalytic Association; it said no twice.",
            "beck",
        ),
    ),
    TrueStory(
        "oconnor",
        "Sandra Day O’Connor",
        cited(
            "She phoned at least forty firms from the notice board at Stanford. None would interview a woman.",
            "oconnor",
        ),
    ),
    TrueStory(
        "ginsburg",
        "Ruth Bader Ginsburg",
        cited(
            "At the top of her class at Columbia Law, she could hardly find work at a firm. She found another way.",
            "ginsburg",
        ),
    ),
    TrueStory(
        "kariko",
        "Katalin Karikó",
        cited(
            "She was refused the tenure track and told she was not of faculty quality. In 2023 she received a Nobel "
            "Prize.",
            "kariko",
        ),
    ),
    TrueStory(
        "stefan",
        "Melanie Stefan",
        cited(
            "In a journal that usually prints what has worked she proposed that scientists keep a list of what has "
            "not, a “CV of failures”.",
            "stefan-2010",
        ),
    ),
    TrueStory(
        "chesky",
        "Brian Chesky",
        cited(
            "In 2008 he met seven investors. Five said no and two never answered. Money, not a job; still a no.",
            "chesky",
        ),
    ),
)
_SOURCE = {"stefan": "stefan-2010"}  # the others are called as their source is
WRONGED = frozenset({"oconnor", "ginsburg", "kariko"})
NOT_A_SERMON = "They were turned away for reasons that were wrong. Nothing here says a no makes anybody better."


def choose_story(on: date, *, dismissed: Collection[str] = (), seen: Collection[str] = ()) -> TrueStory | None:
    """One story for a day, the same all day: none that was dismissed, an unseen one first; None when all are."""
    left = [one for one in STORIES if one.key not in dismissed]
    if not left:
        return None
    fresh = [one for one in left if one.key not in seen] or left
    return fresh[on.toordinal() % len(fresh)]
