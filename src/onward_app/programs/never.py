"""What another program may never see or do: one table, and a test that holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onward.facts import EVENT_KINDS, Stage, stages_from
from onward.wording.crisis import has_crisis_words

KEPT_OUT = "(The person’s own. It isn’t told to other programs.)"
# An offer is answered by the person, who sees the lines that were set.
NOT_TO_SAY = frozenset(
    (*stages_from(Stage.SIGNED), *(kind for kind in EVENT_KINDS if kind.means.mine and kind.means.needs))
)


@dataclass(frozen=True, slots=True)
class Never:
    """One thing that no program sees or does, and the tables that hold it."""

    what: str
    why: str
    tables: tuple[str, ...] = ()


NEVER = (
    Never(
        "what matters to you, your lines, and whether an offer crosses one",
        "That is yours to weigh.",
        ("value", "weighing", "fit", "gate", "goal"),
    ),
    Never(
        "words about hurting yourself, wherever they stand, and that somebody to call was shown",
        "They are for a person.",
    ),
    Never("what you wrote for yourself, kept or burnt", "It was written for nobody.", ("writing",)),
    Never("a no that you haven’t opened yet", "News like that comes from the page, when you choose.", ("noopened",)),
    Never(
        "the days after a no, kind words, and what this search taught you",
        "They are no matter for a program.",
        ("rejectionday", "kindwords", "lesson"),
    ),
    Never(
        "people: those near you, those who help, those you know, and what they wrote",
        "Nobody asked them.",
        ("companion", "contact", "contactatjob", "helper", "givenpacket", "comment"),
    ),
    Never(
        "sending, and what you wrote to an employer",
        "Nothing leaves without your yes to each.",
        ("ask", "sending"),
    ),
    Never(
        "debriefs, answers, transcripts and recordings",
        "They hold what was said in a room.",
        ("debrief", "question", "transcript", "sitting", "sighting", "chance", "review", "attempt", "recording"),
    ),
    Never(
        "passwords, your addresses, who was let in, and what programs may do",
        "Only the page changes that.",
        ("owner", "ownaddress", "signin"),
    ),
    Never("answering an offer, or signing", "It is your decision."),
    Never("deleting anything for good", "What a program does, you can undo.", ("tombstone",)),
    Never("the adverts and documents you kept", "Give a program the one it needs.", ("advert", "document")),
    Never(
        "Onward’s own bookkeeping",
        "It says nothing that the rest doesn’t.",
        (
            "part", "seen", "decision", "mailmark", "trackermemory", "keptview", "ownkind", "jobwait", "skipped",
            "round", "hope", "saidquiet", "statuscheck", "lettermark", "jobmark",
        ),
    ),
)  # fmt: skip


def leave_out(told: Any) -> Any:
    """The same without words of harm, wherever in it they stand; in doubt they are left out too."""
    if isinstance(told, dict):
        return {name: leave_out(value) for name, value in told.items()}
    if isinstance(told, list):
        return [leave_out(value) for value in told]
    return KEPT_OUT if isinstance(told, str) and has_crisis_words(told) else told
