"""The twelve kinds of kink, what each one's chance is, and kinds of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of recurring mistake.

    `chance` says when it could have occurred, so that a rate has a denominator; `cost` is what it costs when it
    happens, 1 to 3, a starting point that the person changes.
    """

    key: str
    name: str
    plain: str
    chance: str
    plan: tuple[str, str]
    cost: int = 2
    own: bool = False


KINDS: tuple[Kind, ...] = (
    Kind(
        "preparation",
        "Preparation",
        "I didn’t know enough about the place, the people it serves or the role.",
        "They asked why here, what I know of them, or something their own website answers.",
        ("they ask why I want to work here", "I will name one thing they do and one thing of mine that fits it"),
    ),
    Kind(
        "framing",
        "Framing",
        "I answered another question than the one they asked.",
        "They asked a question with more than one part, or one I could have taken two ways.",
        ("a question has two parts", "I will say both parts back before I start"),
    ),
    Kind(
        "story",
        "Story",
        "I made a claim about myself where an example was wanted.",
        "They asked for a time when, or how I handle something I have done before.",
        ("they ask about a time when", "I will open with where, when and what my part was"),
    ),
    Kind(
        "result",
        "Result",
        "My example had no ending: nobody heard what came of it.",
        "I told an example of something I did.",
        ("I have told what I did", "I will end with what changed and how I know"),
    ),
    Kind(
        "length",
        "Length",
        "I went on too long, or stopped before there was an answer.",
        "They asked an open question that needed more than a sentence.",
        ("I have been talking for about two minutes", "I will finish the sentence and ask if they want more"),
    ),
    Kind(
        "depth",
        "Depth",
        "I didn’t know something the job needs.",
        "They asked about knowledge or a method that the role calls for.",
        ("they ask about something I don’t know", "I will say what I do know, and how I’d find out the rest"),
    ),
    Kind(
        "risk",
        "Risk and ethics",
        "I left out a step that keeps somebody safe: asking, consulting, writing it down.",
        "They asked about a crisis, a boundary, confidentiality or a duty to report.",
        ("they ask about somebody at risk", "I will go through ask, plan, consult, document, follow up, out loud"),
        cost=3,
    ),
    Kind(
        "negativity",
        "Negativity",
        "I spoke badly of a former employer, a colleague or a client.",
        "They asked why I left, about a conflict, or about a bad experience.",
        ("they ask why I left", "I will say in one sentence what I am looking for"),
    ),
    Kind(
        "delivery",
        "Delivery",
        "How I spoke got in the way of what I said: too fast, too quiet, many fillers.",
        "I spoke for more than a minute in all.",
        ("I notice that I’m rushing", "I will stop, breathe once and say the next sentence slowly"),
        cost=1,
    ),
    Kind(
        "asking",
        "Asking",
        "I asked them nothing, or nothing that mattered to me.",
        "They asked if I had questions, or there was time for one.",
        ("they ask if I have questions", "I will ask the first one on my list"),
        cost=1,
    ),
    Kind(
        "logistics",
        "Logistics",
        "I was late, the sound failed, or I wasn’t ready for availability, pay or start date.",
        "There was a time, a place or a link to be at, or they asked about availability or pay.",
        ("they ask what pay I have in mind", "I will say the range I wrote down this morning"),
    ),
    Kind(
        "genuineness",
        "Genuineness",
        "I said something I don’t mean, or wasn’t myself.",
        "They asked what I want, what I think, or how I work.",
        ("I notice I’m saying what they want to hear", "I will say what I would say to a colleague"),
    ),
)

NOT_MINE = "not mine"
NOT_MINE_NAME = "Not mine, or can’t know"
NOT_MINE_PLAIN = (
    "An internal candidate, the budget, a requirement, discrimination, somebody who fitted better, or nobody said. "
    "It is never counted as a kink."
)

BY_KEY: dict[str, Kind] = {kind.key: kind for kind in KINDS}


def make_own_kind(name: str, plain: str, chance: str, *, cost: int = 2) -> tuple[Kind | None, tuple[str, ...]]:
    """A kind of the person's own, or the sentences that say what it still needs. The cost is 1, 2 or 3."""
    key = "own-" + "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())
    troubles = tuple(_own_troubles(name, chance, key, cost))
    if troubles:
        return None, troubles
    plan = ("it could happen again", "")
    return Kind(key[:40], name.strip(), plain.strip(), chance.strip(), plan, cost, own=True), ()


def _own_troubles(name: str, chance: str, key: str, cost: int) -> Iterable[str]:
    if key == "own-":
        yield "Give it a short name, with at least one letter."
    elif any(name.strip().casefold() == kind.name.casefold() for kind in KINDS):
        yield f"“{name.strip()}” is already one of the twelve. Use that one, or another name."
    if not chance.strip():
        yield "Say when it could happen. Without that, nobody can tell “clean” from “no chance”."
    if cost not in (1, 2, 3):
        yield "What it costs is 1, 2 or 3."


def look_up_kind(key: str, own: Iterable[Kind] = ()) -> Kind | None:
    """The kind with this key among the twelve and one's own; None for “not mine” and for anything unknown."""
    return BY_KEY.get(key) or next((kind for kind in own if kind.key == key), None)
