"""The words of the debrief: every screen of the three scripts, as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from onward.debrief.chances import ChanceAnswer, WorkedOn
from onward.debrief.chips import ASKED, COUNTS, HELP
from onward.debrief.memory import cut_beginning
from onward.wording.sources import cited

NOTHING = "nothing to fix"
NOT_MINE = "not mine"


class Script(StrEnum):
    """Which replay it is: after a no, after an interview that went well, or of an application nobody answered."""

    NO = "no"
    GOOD = "good"
    APPLICATION = "application"


class Entry(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    LINE = "line"
    CHOICE = "choice"
    SCALE = "scale"  # 1 to 5


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen: what is stored, what is read, and whom it counts as where that matters."""

    value: str
    label: str
    help: str = ""
    counts: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing asked for. `missing` is the sentence when it is required and empty; what few need stands behind `fold`,
    and what only somebody's word asks for is `told`.
    """

    name: str
    label: str
    entry: Entry = Entry.TEXT
    choices: tuple[Choice, ...] = ()
    help: str = ""
    missing: str = ""
    fold: str = ""
    told: bool = False

    @property
    def required(self) -> bool:
        """Whether the script waits for it."""
        return bool(self.missing)


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: one question, its help, and the fields that answer it."""

    key: str
    title: str
    help: str
    fields: tuple[Field, ...] = ()


CLEAN_WORDS = "No client details. Describe your steps, not the person."
FRIEND = "If it helps, write it as you would for a friend, or with your own name instead of “I”."
STILL_A_NO = "It can have gone well and still be a no."

CHIPS = tuple(
    Choice(chip.value, chip.value[0].upper() + chip.value[1:], HELP[chip], _counts.value)
    for chip in ASKED
    for _counts in [COUNTS[chip]]
)
CHANCES = (
    Choice(ChanceAnswer.NONE.value, "No chance", "It didn’t come up."),
    Choice(ChanceAnswer.CLEAN.value, "A clean chance", "It came up, and it went clean."),
    Choice(ChanceAnswer.HAPPENED.value, "It happened", "That’s information. Every chance stays counted."),
)
FULL_ANSWERS = (
    Choice("", "There is something I’d change"),
    Choice(NOTHING, "Nothing to fix", STILL_A_NO),
    Choice(NOT_MINE, "Not mine, or can’t know", "An internal candidate, the budget, a requirement, or nobody said."),
)

ASKED_SCREEN = Screen(
    "asked",
    "What was asked?",
    "The questions that you remember, one a line. In their words where you can.",
    (Field("text", "Questions", missing="One question is enough. Which one do you remember best?"),),
)
SAID_SCREEN = Screen(
    "said",
    "What did I actually say?",
    f"The gist of it, for the question that matters most to you. {CLEAN_WORDS} {FRIEND}",
    (Field("text", "What I said", missing="A sentence will do. What were your first words?"),),
)
WORKED_SCREEN = Screen(
    "worked",
    "One thing that worked",
    "Something you said or did that you would do again. It is kept as a strength.",
    (
        Field("text", "What worked", missing="One thing, however small. What would you do again?"),
        Field("chip", "How do I know?", Entry.CHOICE, CHIPS),
    ),
)
MYSELF_SCREEN = Screen(
    "myself",
    "Was I myself?",
    "Two taps, from one (not at all) to five (fully). They are compared only with your own earlier ones.",
    (
        Field("said_real", "I could say what I really think", Entry.SCALE),
        Field("could_be", "I could be this person on a bad Tuesday", Entry.SCALE),
        Field(
            "rather",
            "If not: one true sentence I’d like to say the next time",
            Entry.LINE,
            help="True, relevant and kind. It becomes a card to rehearse; nothing rates it.",
        ),
    ),
)
SENT_SCREEN = Screen(
    "sent",
    "What did they ask for, and where did I show it?",
    "The first three things in the posting. Behind each, the line of your application that shows it, or “nowhere”.",
    (Field("text", "Asked for, and where I showed it", missing="One line is enough. What did they ask for first?"),),
)
DOOR_SCREEN = Screen(
    "door",
    "How did it get there?",
    cited(
        "A form, a referral, a person you wrote to. Most applications by form lead to no interview.", "careerplug-2020"
    ),
    (Field("text", "The way in"),),
)
DONE_SCREEN = Screen("done", "Done", "You have the lesson. The rest can stay where it was.")

KEYS = frozenset(
    {"asked", "said", "worked", "change", "know", "chances", "plan", "myself", "sent", "door", "done"}
)  # of every screen there may be

CHANGE_TITLES = {
    Script.NO: ("What would I change? Two things at most.", f"Say which answer and which words. {STILL_A_NO}"),
    Script.GOOD: (
        "What nearly went wrong?",
        cited("The interviews that go well teach most where they nearly didn’t.", "ellis-2006"),
    ),
    Script.APPLICATION: ("What would I change? Two things at most.", "In what you sent, or in how it got there."),
}
CHANGE_MISSING = "Write one thing, or choose “nothing to fix” or “not mine”. All three are full answers."


QUOTED = 14  # words of a change that a question about it repeats
SECOND = "A second, if there is one"


def change_screen(script: Script, kinds: Sequence[tuple[str, str]]) -> Screen:
    """At most two changes, each with a kind if the person sees one; two full answers stand beside them.

    `kinds` are (key, name) pairs to choose from.
    """
    title, help_text = CHANGE_TITLES[script]
    offered = (Choice("", "Not sure yet"), *(Choice(key, name) for key, name in kinds))
    sort = Field("kind_1", "What sort of thing is it?", Entry.CHOICE, offered)
    fields = (
        Field("change_1", "One thing I’d change", missing=CHANGE_MISSING),
        sort,
        Field("none", "Or", Entry.CHOICE, FULL_ANSWERS),
        Field("change_2", SECOND, fold=SECOND),
        replace(sort, name="kind_2", fold=SECOND),
    )
    return Screen("change", title, help_text, fields)


def know_screen(changes: Sequence[str]) -> Screen:
    """How do I know, once for each change."""
    fields = tuple(
        Field(
            f"chip_{n}",
            f"“{cut_beginning(change, QUOTED)}”",
            Entry.CHOICE,
            CHIPS,
            missing="Choose one. “Just a feeling” is an answer.",
        )
        for n, change in enumerate(changes, 1)
    )
    who = tuple(
        Field(f"who_{n}", "Whose word is it?", Entry.LINE, help="Initials or a role.", told=True)
        for n in range(1, len(fields) + 1)
    )
    pairs = tuple(field for pair in zip(fields, who, strict=True) for field in pair)
    return Screen("know", "How do I know?", "What only you saw stays a hunch until something else shows it.", pairs)


TIMES = (Choice("", "Once"), Choice("2", "Twice"), Choice("3", "Three times or more"))


def chance_screen(worked_on: Sequence[WorkedOn]) -> Screen:
    """For each kink being worked on: no chance, a clean chance, it happened; and how often there was a chance.

    At most three chances are taken from one interview: they resemble each other more than interviews do.
    """
    fields = tuple(field for kink in worked_on for field in _chance_fields(kink))
    return Screen("chances", "What I’m working on", "Was there a chance, and what came of it?", fields)


def _chance_fields(kink: WorkedOn) -> tuple[Field, Field]:
    happened = Field(
        f"kink_{kink.id}",
        kink.name,
        Entry.CHOICE,
        CHANCES,
        help=f"A chance: {kink.chance[:1].lower()}{kink.chance[1:]}",
        missing=f"Was there a chance for “{kink.name}”? “No chance” is an answer.",
    )
    return happened, Field(f"times_{kink.id}", "How often was there a chance?", Entry.CHOICE, TIMES)


def plan_screen(changes: Sequence[str]) -> Screen:
    """One if-then plan for each change."""
    fields = tuple(
        field
        for n, change in enumerate(changes, 1)
        for field in (
            Field(f"if_{n}", "If they ask, or if I notice …", Entry.LINE, help=f"For “{change}”"),
            Field(f"then_{n}", "then I will open with …", Entry.LINE),
        )
    )
    return Screen(
        "plan", "If … then …", "“If they ask why I left, then I will open with what I’m looking for.”", fields
    )
