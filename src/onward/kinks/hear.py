"""What a transcript's measures may point to, as suggestions of a kink: the person decides whether it was one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onward.debrief.answers import SpokenAnswer
from onward.debrief.measures import ACTION_AND_RESULT, SECONDS, Measures

WANTS_A_STORY = ("tell me about a time", "give me an example", "describe a time", "describe a situation", "an instance")


@dataclass(frozen=True, slots=True)
class Heard:
    """A kind that an answer may show, and why, in words. Its chip, if kept, is a recording."""

    kind: str
    why: str


def hear_kinks(answer: SpokenAnswer, measures: Measures) -> tuple[Heard, ...]:
    """The kinds that one answer may show; none of them is a verdict."""
    return tuple(_list_heard(answer, measures))


def _list_heard(answer: SpokenAnswer, measures: Measures) -> Iterator[Heard]:
    if _wants_a_story(answer.question) and not measures.is_story:
        yield Heard("story", "They asked for an example, and no example can be seen in the answer.")
    if measures.is_story and not measures.has_result:
        yield Heard("result", "It is an example without an ending that can be seen.")
    elif measures.is_story and measures.share < ACTION_AND_RESULT / 2:
        yield Heard("result", f"{round(100 * measures.share)} of 100 words are what you did and what came of it.")
    if answer.seconds is not None and answer.seconds > SECONDS[1]:
        yield Heard("length", f"It took {round(answer.seconds)} seconds.")
    if measures.delivery is not None and measures.delivery.many_fillers:
        yield Heard("delivery", measures.delivery.words)


def _wants_a_story(question: str) -> bool:
    asked = " ".join(question.casefold().split())
    return any(opening in asked for opening in WANTS_A_STORY)
