"""When a card comes again, and why then: said after each answer and on the card's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onward.practice.cards import Grade
from onward.practice.schedule import CardState, find_due_day
from onward.wording.days import say_ahead, say_weekday
from onward.wording.sources import cited


@dataclass(frozen=True, slots=True)
class Again:
    """The day, and the reason as a sentence."""

    on: date
    why: str

    def words(self, today: date) -> str:
        """“It comes again on Friday 6 March. By then …”."""
        return f"It comes again {say_ahead(self.on, today)}. {self.why}"


def find_next_time(state: CardState, *, on: date, interview: date | None = None) -> Again:
    """When the card comes again seen from the day `on`; what was due before comes now, and is never a debt."""
    coming = interview if interview is not None and interview >= on else None
    due = find_due_day(state, interview=coming)
    return Again(max(due, on), _say_why(state, due, coming))


def _say_why(state: CardState, due: date, interview: date | None) -> str:
    if not state.marks:
        return "It hasn’t been practiced yet."
    alone = find_due_day(state)
    if interview is not None and due < alone:
        return f"There is an interview on {say_weekday(interview)}, and one repetition falls a day or two before it."
    if interview is not None and due > alone:
        return "The repetition before the interview is done, so it rests until that is over."
    if state.marks[-1][1] is Grade.NOT_YET:
        return "One point or none was there, so it comes back soon."
    return cited("By then you would still have it nine times in ten, as far as flash cards tell.", "fsrs-6")
