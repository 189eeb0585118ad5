"""Fifteen minutes on what matters most: choose two or three values, write ten minutes on why. Private, and never read
by the program.
"""

from __future__ import annotations

from datetime import date, timedelta

from onward.wording.sources import cited

APART = timedelta(days=7)  # offered once a week at most
FEWEST, MOST = 1, 3
MATTERS: tuple[tuple[str, str], ...] = (
    ("people", "the people I love"),
    ("honest", "being honest"),
    ("useful", "being of use to others"),
    ("fair", "fairness"),
    ("learning", "learning"),
    ("craft", "doing something well"),
    ("making", "making things"),
    ("free", "deciding for myself"),
    ("calm", "peace and quiet"),
    ("body", "health, and moving"),
    ("laugh", "laughing"),
    ("faith", "faith, or what is larger than me"),
    ("belong", "belonging somewhere"),
)
INVITATION = (
    "Choose the two or three that matter most to you. Then write ten minutes on why: when it mattered, what you did. "
    "Spelling doesn’t count, and nobody reads it, Onward neither."
)
SOBERLY = cited(
    "Two studies found more people back at work; another, done differently, found some harm. It may do nothing "
    "for you.",
    "pfrombeck-2023",
    "bierbaum-2021",
)
FIGURES = cited(
    "334 and 556 job seekers, in two field experiments, wrote on what matters to them or on something else: within "
    "four weeks almost three times as many who wrote on what matters were employed again. It hasn’t been repeated yet. "
    "174 people on welfare did it aloud at a desk: they felt less that they belonged, and those with less schooling "
    "more able.",
    "pfrombeck-2023",
    "bierbaum-2021",
)


def is_offered(last: date | None, on: date) -> bool:
    """Whether it is offered on that day: not within a week of the last time. A no never brings it up."""
    return last is None or on - last >= APART


def name_matter(key: str) -> str:
    """The words of one of them; a key that isn't known says itself."""
    return dict(MATTERS).get(key, key)
