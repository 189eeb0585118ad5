"""What words alone can’t settle: a text that can’t be read, and a calendar part that says otherwise."""

from __future__ import annotations

from dataclasses import replace

from onward.facts import LetterKind
from onward.notice.kind.work import is_about_work
from onward.notice.message.calendar_part import CalendarPart, CalendarSays
from onward.notice.message.closed import is_sealed
from onward.notice.message.letter import Letter
from onward.notice.verdict import Guess
from onward.wording.days import say_day

# Kinds that an invitation taken back, declined or moved may be taken for. A no or an offer stands by its own words.
_BY_CALENDAR = frozenset(
    {LetterKind.INTERVIEW, LetterKind.ASSESSMENT, LetterKind.CONFIRMATION, LetterKind.OTHER, LetterKind.ALERT}
)
_SENTENCES = {
    CalendarSays.CANCELS: "Its calendar part takes back the invitation{day}. Is that a new time, or a no?",
    CalendarSays.DECLINES: "Its calendar part declines the meeting{day}. Is that a new time, or a no?",
    CalendarSays.PROPOSES: "Its calendar part asks for another time than the one agreed{day}.",
}


def leave_open(letter: Letter, guess: Guess, calendar: CalendarPart | None) -> tuple[Guess, str]:
    """The guess, in doubt where something else settles it, and the sentence to ask with; "" when nothing is open."""
    if calendar is not None and calendar.says in _SENTENCES and guess.kind in _BY_CALENDAR:
        day = f" for {say_day(calendar.on)}" if calendar.on else ""
        # No invitation, whatever its words; its chance is nobody's
        chances = dict(guess.chances)
        chances[LetterKind.OTHER] = chances.get(LetterKind.OTHER, 0.0) + chances.pop(LetterKind.INTERVIEW, 0.0)
        in_doubt = replace(
            guess, kind=LetterKind.OTHER, probability=chances[LetterKind.OTHER], unsure=True, chances=chances
        )
        return in_doubt, _SENTENCES[calendar.says].format(day=day)
    if calendar is not None and calendar.says is CalendarSays.INVITES and _is_to_interview(letter, guess):
        return replace(guess, unsure=False), ""
    if letter.unread and _is_unread(letter, guess):
        return replace(guess, unsure=True), f"Its text can’t be read: {letter.unread}."
    return guess, ""


def _is_to_interview(letter: Letter, guess: Guess) -> bool:
    """Whether an invitation of few words is one to an interview: then the calendar settles what they leave open."""
    return guess.kind is LetterKind.INTERVIEW and is_about_work(f"{letter.subject}\n{letter.body}")


def _is_unread(letter: Letter, guess: Guess) -> bool:
    """Whether the guess rests on too little: a few words beside a paper may still be a plain no."""
    return guess.kind is LetterKind.OTHER or guess.unsure or not letter.body.strip() or is_sealed(letter.unread)
