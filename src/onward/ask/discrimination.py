"""If the person suspects discrimination: the official ways, and until when each is open. General information, no ask.

A time limit counts from a day the person says, never from today: from the act itself, from the no, or, where a claim
was made in writing, from that. Where two limits could hold, the earlier one leads.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from onward.wording.days import say_day
from onward.wording.sources import cited

TITLE = "If you think it was discrimination"
FIRST = "You don’t have to decide anything today. These are the official ways, and some have a time limit."
LAST = "This is general information, not legal advice. Talk to a lawyer or a legal-aid office about your own case."
KEEP = (
    "Before you burn or delete anything: keep the letters, the advertisement, the dates, and notes of who said what. "
    "Ask a lawyer what else to keep."
)
NO_ASK = "Onward drafts no message to the employer here."
KEPT_BACKUPS = "As long as this stands, none of its backups is let go."
EARLIER = (
    "It is counted from the no. If it happened before, in an interview or by a remark, say that day: the last day is "
    "then earlier."
)
SOON = "That is soon. Talk to somebody who knows your case in the next days."
OVER = (
    "That day is over. A limit may count from another day in your case, and another way may be open: ask a lawyer or "
    "a legal-aid office before you take it as lost."
)
DAYS_SOON = 21
NO_DAY = "Say on which day it happened, and the last day of each way is shown. Without that day none is shown."


class CountedFrom(StrEnum):
    """The day a limit counts from."""

    ACT = "the day it happened"
    NO = "the day the no reached you"
    CLAIM = "the day of your written claim"


class Jurisdiction(StrEnum):
    """Where the job was, as far as the ways differ."""

    US = "United States"
    US_FEDERAL = "United States, a federal job"
    GERMANY = "Germany"
    UK = "United Kingdom"
    ELSEWHERE = "somewhere else"


@dataclass(frozen=True, slots=True)
class KnownDays:
    """What the person says of the days; None where they don't know, or nothing was claimed."""

    act: date | None = None
    no: date | None = None
    claim: date | None = None

    def of(self, counted_from: CountedFrom) -> date | None:
        """The day itself. The act is never later than the no that told of it."""
        if counted_from is CountedFrom.CLAIM:
            return self.claim
        return (self.no or self.act) if counted_from is CountedFrom.NO else (self.act or self.no)


@dataclass(frozen=True, slots=True)
class Route:
    """One official way: where it is open, who, what to do, and the limit in words, in days or in months.

    `source` is a key of `onward.wording.sources`, which says on what day it was looked at.
    """

    places: tuple[Jurisdiction, ...]
    who: str
    what: str
    limit: str
    source: str = ""
    counted_from: CountedFrom = CountedFrom.ACT
    days: int = 0
    months: int = 0
    less_a_day: bool = False

    def find_last_day(self, known: KnownDays) -> date | None:
        """The last day, None where there is no fixed limit or the day it counts from isn't known."""
        start = known.of(self.counted_from)
        if start is None or not (self.days or self.months):
            return None
        return _add_months(start, self.months) + timedelta(days=self.days - self.less_a_day)

    def in_words(self, known: KnownDays) -> str:
        """The limit, with its last day where that is known."""
        last, start = self.find_last_day(known), known.of(self.counted_from)
        if last is None or start is None:
            return self.limit
        counted = f"{self.limit} Counted from {say_day(start)}: {say_day(last)}."
        made = self.find_claim(known)
        return f"{counted} You say that you made it on {say_day(made)}." if made else counted

    def find_claim(self, known: KnownDays) -> date | None:
        """Where this way is the written claim: when the person made it, if they say so and it was by its last day."""
        last = self.find_last_day(known)
        is_claim = self.counted_from is CountedFrom.NO
        return known.claim if is_claim and last and known.claim and known.claim <= last else None


def list_routes(place: Jurisdiction) -> tuple[Route, ...]:
    """The ways that are open there."""
    return tuple(route for route in ROUTES if place in route.places)


def find_first_limit(routes: Sequence[Route], known: KnownDays) -> tuple[Route, date] | None:
    """The earliest last day among some ways: the one to go by until somebody who knows the case says otherwise.

    A claim that was made is no longer one of them.
    """
    dated = [(route, last) for route in routes if (last := route.find_last_day(known)) and not route.find_claim(known)]
    return min(dated, key=lambda one: one[1], default=None)


def describe_first_limit(first: tuple[Route, date], known: KnownDays, on: date) -> tuple[str, ...]:
    """What else is to be known of the earliest last day; `on` only says how far away it is."""
    route, last = first
    earlier = (EARLIER,) if route.counted_from is CountedFrom.ACT and known.act is None else ()
    if last < on:
        return (*earlier, OVER)
    return (*earlier, SOON) if (last - on).days <= DAYS_SOON else earlier


def _add_months(day: date, months: int) -> date:
    """The same day of a later month, or its last day where that is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


ROUTES: tuple[Route, ...] = (
    Route(
        (Jurisdiction.US_FEDERAL,),
        "The agency’s EEO counselor",
        "For a job at a federal agency the way begins there.",
        cited("45 days.", "eeoc-time-limits"),
        "eeoc-time-limits",
        days=45,
    ),
    Route(
        (Jurisdiction.US,),
        "EEOC",
        "A charge of employment discrimination.",
        cited(
            "Generally 180 calendar days. A law of the state may have a limit of its own: ask its agency.",
            "eeoc-time-limits",
        ),
        "eeoc-time-limits",
        days=180,
    ),
    Route(
        (Jurisdiction.US,),
        "EEOC, where a state or local agency enforces a law against the same thing",
        "For age, only a law and an agency of the state make it longer, not one of a city or county.",
        cited("300 calendar days.", "eeoc-time-limits"),
        "eeoc-time-limits",
        days=300,
    ),
    Route(
        (Jurisdiction.GERMANY,),
        cited("The employer, in writing (AGG § 15)", "agg-15"),
        "A claim for compensation, sent so that you can show when it arrived.",
        cited("Two months from the day the no reached you; a collective agreement may say otherwise.", "agg-15"),
        "agg-15",
        CountedFrom.NO,
        months=2,
    ),
    Route(
        (Jurisdiction.GERMANY,),
        cited("The labor court (ArbGG § 61b)", "arbgg-61b"),
        "A suit for compensation.",
        cited("Three months from your written claim.", "arbgg-61b"),
        "arbgg-61b",
        CountedFrom.CLAIM,
        months=3,
    ),
    Route(
        (Jurisdiction.GERMANY,),
        "Antidiskriminierungsstelle des Bundes",
        cited("It says what can be claimed and how, and finds somebody to advise you.", "agg-27"),
        "It sets no limit of its own, and doesn’t stop the others.",
        "agg-27",
    ),
    Route(
        (Jurisdiction.UK,),
        "Acas, and then an employment tribunal",
        "Early conciliation with Acas comes first, and begins within the limit.",
        cited(
            "Three months less one day. A law of 2025 makes it six; until you are told that it holds for your case, "
            "go by the earlier day.",
            "acas-time-limits",
        ),
        "acas-time-limits",
        months=3,
        less_a_day=True,
    ),
    Route(
        (Jurisdiction.UK,),
        "In Northern Ireland the Labour Relations Agency, and then a tribunal",
        "The agency is told first, within the limit.",
        cited("Three or six months, by what it is about; go by three.", "lra-conciliation"),
        "lra-conciliation",
        months=3,
        less_a_day=True,
    ),
    Route(
        tuple(Jurisdiction),
        cited("Your equality body (each country of the EU has one), union or a legal-aid office", "equality-bodies"),
        "They know what holds where you are.",
        "A limit can be short, in some countries a few weeks: ask now.",
        "equality-bodies",
    ),
)
