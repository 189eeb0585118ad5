"""If the person suspects discrimination: the official routes and time limits. General information, no ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onward.wording.days import say_day
from onward.wording.sources import cited

TITLE = "If you think it was discrimination"
FIRST = "You don’t have to decide anything today. These are the official ways, and some have a time limit."
LAST = "This is general information, not legal advice. Talk to a lawyer or a legal-aid office about your own case."
KEEP = "Keep what you have: the mails, the advertisement, and notes of who said what, with dates."
NO_ASK = "Onward drafts no message to the employer here."


@dataclass(frozen=True, slots=True)
class Route:
    """One official way: who, what they do, and the time limit in words; `days` where there is a fixed number."""

    who: str
    what: str
    limit: str
    days: int | None = None

    def until(self, happened_on: date) -> date | None:
        """The last day, counted from the day it happened, where there is a fixed number of days."""
        return happened_on + timedelta(days=self.days) if self.days else None

    def in_words(self, happened_on: date) -> str:
        """The limit with its day."""
        last = self.until(happened_on)
        return f"{self.limit} Counted from {say_day(happened_on)}: {say_day(last)}." if last else self.limit


# Evidence §3 [116] V: EEOC time limits; [30] V: Acas.
ROUTES: tuple[Route, ...] = (
    Route(
        "EEOC (US)",
        "A charge of employment discrimination.",
        cited("Generally 180 calendar days.", "eeoc-time-limits"),
        180,
    ),
    Route(
        "EEOC with a state or local agency (US)",
        "Where a state or local agency enforces a law against the same thing, the limit is longer; for age, a state’s.",
        cited("300 calendar days.", "eeoc-time-limits"),
        300,
    ),
    Route("US federal jobs", "Contact the agency’s EEO counselor.", cited("45 days.", "eeoc-time-limits"), 45),
    Route(
        "United Kingdom", "Acas (acas.org.uk) explains the way to a tribunal.", "The limit is short: ask Acas at once."
    ),
    Route(
        "Elsewhere",
        "Your equality body, labor inspectorate, union or a legal-aid office.",
        "Ask early: limits can be short.",
    ),
)
