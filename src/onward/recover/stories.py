"""True, sourced stories of people well known: at most one at a time, dismissible, never first and never a sermon."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TrueStory:
    """One story in our own words, with where it was read and what it is not."""

    key: str
    who: str
    words: str
    source: str


STORIES: tuple[TrueStory, ...] = (
    TrueStory(
        "beck",
        "Aaron T. Beck",
        "The founder of cognitive therapy applied to the American Psychoanalytic Association; it said no twice.",
        "Rosner, “Aaron T. Beck’s drawings…”, History of Psychology.",
    ),
    TrueStory(
        "oconnor",
        "Sandra Day O’Connor",
        "She phoned at least forty firms from the notice board at Stanford. None would interview a woman.",
        "Her own words, NPR Fresh Air 2013.",
    ),
    TrueStory(
        "ginsburg",
        "Ruth Bader Ginsburg",
        "At the top of her class at Columbia Law, she could not get a job at a firm. She found another way.",
        "Bloomberg Law, 2 July 2019; ABA Journal.",
    ),
    TrueStory(
        "kariko",
        "Katalin Karikó",
        "She was refused the tenure track and told she was not of faculty quality. In 2023 she received a Nobel Prize.",
        "Philadelphia Inquirer, 7 October 2023.",
    ),
    TrueStory(
        "stefan",
        "Melanie Stefan",
        "She published a list of what had not worked, a “CV of failures”, in a journal that usually prints what has.",
        "Nature 468, 2010.",
    ),
    TrueStory(
        "chesky",
        "Brian Chesky",
        "In 2008 he asked seven investors. Five said no and two never answered. Money, not a job; still a no.",
        "Brian Chesky, Medium 2015; Fortune, 13 July 2015.",
    ),
)
WRONGED = frozenset({"oconnor", "ginsburg", "kariko"})
NOT_A_SERMON = "They were turned away for reasons that were wrong. Nothing here says a no makes anybody better."


def choose_story(on: date, *, dismissed: Collection[str] = (), seen: Collection[str] = ()) -> TrueStory | None:
    """One story for a day, the same all day: none that was dismissed, an unseen one first; None when all are."""
    left = [one for one in STORIES if one.key not in dismissed]
    if not left:
        return None
    fresh = [one for one in left if one.key not in seen] or left
    return fresh[on.toordinal() % len(fresh)]
