"""The kinds of practice: one file each, and the one explicit list.

In: the key of a kind. Out: what to do, its boxes, and how its points are asked.
Called by `practice`, and by the room and the command of practice.
"""

from __future__ import annotations

from onward.practice.ways.if_then import IF_THEN
from onward.practice.ways.mock_round import MOCK_ROUND
from onward.practice.ways.re_answer import RE_ANSWER
from onward.practice.ways.say_aloud import SAY_ALOUD
from onward.practice.ways.story_four_beats import STORY_FOUR_BEATS
from onward.practice.ways.way import Box, Way
from onward.practice.ways.write import WRITE

__all__ = ["KINDS", "Box", "Way", "find_way"]

KINDS: tuple[Way, ...] = (SAY_ALOUD, WRITE, STORY_FOUR_BEATS, RE_ANSWER, MOCK_ROUND, IF_THEN)

_BY_KEY: dict[str, Way] = {way.key: way for way in KINDS}


def find_way(key: str) -> Way:
    """The kind of practice with this key; anything unknown is said aloud."""
    return _BY_KEY.get(key, SAY_ALOUD)
