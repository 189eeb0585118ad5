"""The two pictures of a whole search that name nobody: how far each job came, and what the year held."""

from __future__ import annotations

from datetime import date, timedelta

from onward_app.records.models import Owner
from onward_app.records.reading.met import JobsMet
from onward_app.records.reading.pictures import count_reached_stages, list_days_of_search
from onward_app.web.pictures.funnel import JobReach, picture_funnel
from onward_app.web.pictures.primitives import Picture
from onward_app.web.pictures.year import DayWas, picture_year

YEAR = timedelta(days=366)


def draw_funnel(owner: Owner, met: JobsMet | None = None) -> Picture | None:
    """How far each job came; None where there is none. `met` is where somebody was met, for a page that has asked."""
    return picture_funnel(JobReach(stage, alive, n) for (stage, alive), n in count_reached_stages(owner, met).items())


def draw_year(owner: Owner, on: date) -> Picture | None:
    """What the year before a day held; None where nothing was done."""
    days = list_days_of_search(owner, on - YEAR)
    was = dict.fromkeys(days.rest, DayWas.REST) | dict.fromkeys(days.done, DayWas.DONE)
    return picture_year(was | dict.fromkeys(days.interviews, DayWas.INTERVIEW), on=on)
