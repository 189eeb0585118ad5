"""The rail: the rooms that have something in them, and all others one tap away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse

from onward.story import STORY
from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.reading.rail import list_rooms_in_use

FIRST_DAYS = timedelta(days=7)  # as long as each word has its half sentence
WORDS = {word: word.capitalize() for word in STORY}
SAYS = {
    "notice": "a no arrives",
    "ask": "one piece of advice",
    "debrief": "replay it honestly",
    "kinks": "what keeps tripping you",
    "practice": "ten minutes, then stop",
    "pace": "full speed until it’s signed",
    "values": "what is not for sale",
    "recover": "not tonight, and not alone",
}


@dataclass(frozen=True, slots=True)
class Room:
    """A room's word, its name on the page, where it is, and its half sentence."""

    word: str
    name: str
    place: str
    says: str


@dataclass(frozen=True, slots=True)
class Rail:
    """The rooms that are shown, the rest, whether the rest is open, and whether the half sentences are said."""

    shown: tuple[Room, ...]
    rest: tuple[Room, ...]
    rest_open: bool
    says: bool

    @property
    def all(self) -> list[Room]:
        """Every room, in the order of the story."""
        return sorted((*self.shown, *self.rest), key=lambda room: STORY.index(room.word))


def load_rail(owner: Owner | None, here: str) -> Rail:
    """The rail of a page, with one query. Without an owner every room is in the rest."""
    return draw_rail(owner, list_rooms_in_use(owner) if owner is not None else frozenset(), here)


def draw_rail(owner: Owner | None, used: Collection[str], here: str) -> Rail:
    """The same for a page that knows which rooms have something in them."""
    rooms = [Room(word, WORDS[word], reverse(f"{word}:front"), SAYS[word]) for word in STORY]
    rest = tuple(room for room in rooms if room.word not in used)
    says = owner is not None and clock.now() - owner.made_at < FIRST_DAYS
    return Rail(tuple(room for room in rooms if room.word in used), rest, any(room.word == here for room in rest), says)
