"""The pictures of a whole search that name nobody: how far jobs came and where they stand, what came, what was done."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from onward.facts import LetterKind
from onward_app.records.models import Owner
from onward_app.records.reading.counts import JobsCounted
from onward_app.records.reading.met import JobsMet
from onward_app.records.reading.pictures import (
    count_letters_that_came,
    count_reached_stages,
    count_standing,
    list_days_of_search,
)
from onward_app.records.reading.recover import list_rejection_days
from onward_app.web.pictures.funnel import JobReach, picture_funnel
from onward_app.web.pictures.letters import WEEKS, CameAs, picture_letters
from onward_app.web.pictures.primitives import Picture
from onward_app.web.pictures.since import MOST, picture_days_since
from onward_app.web.pictures.standing import StandHere, picture_standing
from onward_app.web.pictures.year import HALVES, DayWas, picture_year

YEAR = timedelta(days=366)
LATELY = timedelta(days=14)  # as long as silence is not yet quiet
CAME_AS = {
    LetterKind.INTERVIEW: CameAs.GOOD,
    LetterKind.ASSESSMENT: CameAs.GOOD,
    LetterKind.OFFER: CameAs.GOOD,
    LetterKind.REJECTION: CameAs.NO,
}


def draw_funnel(owner: Owner, met: JobsMet | None = None, counted: JobsCounted | None = None) -> Picture | None:
    """How far each job came; None where there is none. `met` and `counted` as in `count_reached_stages`."""
    reached = count_reached_stages(owner, met, counted)
    return picture_funnel(JobReach(stage, alive, n) for (stage, alive), n in reached.items())


def draw_year(owner: Owner, on: date, *, halves: int = HALVES) -> Picture | None:
    """What the year before a day held, or the half of it; None where nothing was done."""
    days = list_days_of_search(owner, on - YEAR * halves / HALVES)
    was = dict.fromkeys(days.rest, DayWas.REST) | dict.fromkeys(days.done, DayWas.DONE)
    return picture_year(was | dict.fromkeys(days.interviews, DayWas.INTERVIEW), on=on, halves=halves)


def draw_standing(owner: Owner, on: date) -> Picture | None:
    """Where each open job stands; None where nothing is open."""
    counts = count_standing(owner, on - LATELY)
    return picture_standing({stage: StandHere(*here) for stage, here in counts.items()}, lately=LATELY.days)


def draw_letters(owner: Owner, on: date) -> Picture | None:
    """What the mail of the last weeks brought; None where nothing came."""
    came: Counter[tuple[date, CameAs]] = Counter()
    for (day, kind, waits), letters in count_letters_that_came(owner, on - timedelta(weeks=WEEKS)).items():
        came[day, CameAs.WAITS if waits else CAME_AS.get(kind, CameAs.ANSWER)] += letters
    return picture_letters(came, on=on)


def draw_days_since(owner: Owner, on: date) -> Picture | None:
    """The days since the last no that had a day of rest; None where it is long ago, or of today."""
    last = list_rejection_days(owner).filter(light=False, on__lt=on, on__gt=on - timedelta(days=MOST)).first()
    if last is None:
        return None
    days = list_days_of_search(owner, last.on)
    return picture_days_since(last.on, days.done | days.interviews, on=on)
