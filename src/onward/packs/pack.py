"""A pack: families of questions with three points each, questions to ask back, and who has looked at it."""

from __future__ import annotations

from dataclasses import dataclass

NOT_REVIEWED = "not reviewed by a clinician"


@dataclass(frozen=True, slots=True)
class PackQuestion:
    """One question cue. `key` is its own name in the pack, `points` what a good answer has, three of them."""

    key: str
    ask: str
    points: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Family:
    """Questions of one sort. `kink` is the kind of kink they work on, empty for none in particular."""

    key: str
    name: str
    plain: str
    questions: tuple[PackQuestion, ...]
    kink: str = ""


@dataclass(frozen=True, slots=True)
class PackKind:
    """A kind of kink that a field adds to the twelve: what it is, when it could happen, and a plan to begin with."""

    key: str
    name: str
    plain: str
    chance: str
    plan: tuple[str, str]
    cost: int = 2


@dataclass(frozen=True, slots=True)
class AskBack:
    """A question for the person to ask, and why it is worth asking."""

    ask: str
    why: str


@dataclass(frozen=True, slots=True)
class ValueCard:
    """Something that a job may give. `line` words it so that anybody could check it; `why` is a sentence on it.

    `source` is the key of the sentence's source, where a number stands in it.
    """

    text: str
    line: str = ""
    why: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """All of a pack. `reviewed` says by whom, or that nobody has; `values` is what a job in the field may give."""

    key: str
    name: str
    plain: str
    reviewed: str
    families: tuple[Family, ...] = ()
    ask_back: tuple[AskBack, ...] = ()
    values: tuple[ValueCard, ...] = ()
    kinds: tuple[PackKind, ...] = ()

    def family(self, key: str) -> Family | None:
        """The family with this key."""
        return next((family for family in self.families if family.key == key), None)

    def for_kink(self, kind: str) -> tuple[tuple[Family, PackQuestion], ...]:
        """The questions that work on a kind of kink, family by family."""
        return tuple(
            (family, question) for family in self.families if family.kink == kind for question in family.questions
        )

    @property
    def size(self) -> int:
        """How many questions it has."""
        return sum(len(family.questions) for family in self.families)


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong in a pack's file: the line (from 1) and a sentence."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.sentence}"
