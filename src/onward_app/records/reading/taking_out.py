"""What goes into files for other programs: days for a calendar, people for an address book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import chain, starmap
from typing import NamedTuple

from django.db.models import Count, Q

from onward.recover.pause import is_paused
from onward.wording.counts import say_count
from onward_app import clock
from onward_app.records.models import Ask, Card, Companion, Contact, Interview, Owner, name_job
from onward_app.records.reading.contacts import list_people
from onward_app.records.reading.rows import list_open_opportunities

PRACTICE_AHEAD = timedelta(days=14)  # later ones move with every answer
_OF_PEOPLE = ("name", "reach", "how", "employer", "role")
_OF_ASKS = ("to_name", "to_address", "opportunity__employer")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day for a calendar. `key` stays the same while it is the same thing; without `at` it is a whole day. `remind`
    says whether it is worth a reminder, where the person wishes for those.
    """

    key: str
    on: date
    title: str
    at: time | None = None
    minutes: int | None = None
    place: str = ""
    remind: bool = True


class AddressCard(NamedTuple):
    """Somebody, how to reach them, and where they work."""

    name: str
    reach: str
    note: str
    employer: str = ""
    role: str = ""


def list_dates(owner: Owner, today: date, *, ahead: bool = False) -> list[Dated]:
    """Interviews, the days on which an answer was promised, deadlines of offers, the day to look again at “income
    now”, and days of practice to come; `ahead`: of the interviews only those that are still to be. In a pause only
    what others have set a day for.
    """
    errands = [*_list_promised(owner), *_list_reviews(owner), *_list_practice(owner, today)]
    return [
        *_list_interviews(owner, today if ahead else date.min),
        *_list_deadlines(owner),
        *(one for one in errands if one.on < today or not is_paused(owner.paused_until, one.on)),
    ]


def _list_interviews(owner: Owner, since: date) -> Iterator[Dated]:
    rows = Interview.objects.of(owner).filter(opportunity__stands=True, day_known=True, on__gte=since)
    names = ("pk", "on", "at", "minutes", "place", "opportunity__employer", "opportunity__role")
    for pk, on, at, minutes, place, employer, role in rows.values_list(*names):
        title = f"Interview: {name_job(employer, role)}"
        yield Dated(f"interview {pk}", on, title, at, minutes, place)


def _list_promised(owner: Owner) -> Iterator[Dated]:
    for row in list_open_opportunities(owner).filter(promised_on__isnull=False):
        if row.promised_on:
            yield Dated(f"promised {row.pk}", row.promised_on, f"Answer promised: {row.title}")


def _list_deadlines(owner: Owner) -> Iterator[Dated]:
    dated = Q(deadline_on__isnull=False) | Q(starts_on__isnull=False)
    for row in list_open_opportunities(owner).filter(dated):
        if row.deadline_on:
            yield Dated(f"deadline {row.pk}", row.deadline_on, f"Deadline for the offer: {row.title}")
        if row.starts_on:
            yield Dated(f"start {row.pk}", row.starts_on, f"It would start: {row.title}")


def _list_reviews(owner: Owner) -> Iterator[Dated]:
    if owner.income_now and owner.income_review:
        yield Dated("income review", owner.income_review, "Does income still come first?")


def _list_practice(owner: Owner, today: date) -> Iterator[Dated]:
    latest = clock.start_of(today + PRACTICE_AHEAD + timedelta(days=2))  # a day begins elsewhere at another hour
    due = Card.objects.of(owner).filter(retired_on=None, due_at__lt=latest).order_by().values_list("due_at")
    days: Counter[date] = Counter()
    for moment, number in due.annotate(number=Count("pk")):
        days[max(today, clock.local(moment).date())] += number
    for on, number in sorted(days.items()):
        if on <= today + PRACTICE_AHEAD:
            yield Dated(
                f"practice {on.isoformat()}",
                on,
                say_count(number, "Practice: {n} card", "Practice: {n} cards"),
                remind=False,
            )


def list_address_cards(owner: Owner) -> list[AddressCard]:
    """Those who make the person smile, their people, and whom they wrote to; each once."""
    # As plain columns, since there may be many thousand.
    near = Companion.objects.of(owner).order_by("pk").values_list("name", "reach", "note")
    people = list_people(owner).prefetch_related(None).values_list(*_OF_PEOPLE)
    asked = Ask.objects.of(owner).exclude(to_address="").order_by("pk").values_list(*_OF_ASKS)
    wrote = ((name or reach, reach, note) for name, reach, note in asked)
    found: dict[tuple[str, str], AddressCard] = {}
    for one in starmap(AddressCard, chain(near, people, wrote)):
        found.setdefault((one.name.casefold(), one.reach.casefold()), one)
    return list(found.values())


def make_address_card(row: Contact) -> AddressCard:
    """One of the people for an address book. Notes are the person's own, and stay."""
    return AddressCard(row.name, row.reach, row.how, row.employer, row.role)
