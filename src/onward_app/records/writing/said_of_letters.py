"""What a change says of a letter: its day and kind alone, which stay when its text is gone."""

from __future__ import annotations

from onward.facts import LetterKind
from onward.wording.days import say_day
from onward_app.records.models import Letter

SET_ASIDE = (
    "Set aside a letter without a day ({kind}): not about a job.",
    "Set aside the letter of {day} ({kind}): not about a job.",
)
DECIDED = (
    "You said that a letter without a day ({kind}) is: {decided}.",
    "You said that the letter of {day} ({kind}) is: {decided}.",
)


def say_set_aside(letter: Letter) -> str:
    """That it is about no job."""
    return _say_of(letter, *SET_ASIDE)


def say_decision(letter: Letter, kind: LetterKind) -> str:
    """What the person says that it is."""
    if kind is not LetterKind.REJECTION:
        return _say_of(letter, *DECIDED, decided=kind)
    return f"You called the letter of {say_day(letter.on)} a no." if letter.on else "Noted the no that you pasted."


def _say_of(letter: Letter, undated: str, dated: str, **told: object) -> str:
    day = say_day(letter.on) if letter.on else ""
    return (dated if day else undated).format(kind=letter.kind, day=day, **told)
