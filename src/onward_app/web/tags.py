"""Template tags that every page may use."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Protocol

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from onward.facts import Stage, say_happened
from onward.practice.cues import read_cue
from onward.recover.reach import read_reaches
from onward.wording.counts import spell_number
from onward.wording.sources import cited
from onward_app import clock
from onward_app.web.marks import join_wrapped_lines, mark_letter
from onward_app.web.notes import show_notes

if TYPE_CHECKING:
    from onward_app.records.models import Kink

register = template.Library()
register.filter("flow", join_wrapped_lines)


@register.filter(name="day")
def format_day(value: date | datetime | None) -> str:
    """“3 March 2026”, without the year when it is this year's."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = clock.local(value)
    year = "" if value.year == clock.today().year else f" {value.year}"
    return f"{value.day} {value:%B}{year}"


@register.filter(name="days_ago")
def format_days_ago(value: date | None) -> str:
    """“today”, “yesterday”, “5 days ago”, or the day itself when that is long past or to come."""
    if value is None:
        return ""
    gap = (clock.today() - value).days
    if gap in _NEAR:
        return _NEAR[gap]
    return f"{gap} days ago" if 1 < gap < 60 else f"in {-gap} days" if -30 < gap < 0 else format_day(value)


_NEAR = {0: "today", 1: "yesterday", -1: "tomorrow"}


class HasMoment(Protocol):
    """An interview, or a meeting of a calendar: its day, and its hour where one is known."""

    on: date
    at: time | None


@register.filter(name="moment")
def format_moment(value: HasMoment) -> str:
    """“3 March at 14:30”, and the day alone where no hour is known."""
    return f"{format_day(value.on)} at {value.at:%H:%M}" if value.at else format_day(value.on)


@register.filter(name="clock")
def format_clock_time(seconds: int) -> str:
    """“1:05”, for how long something lasts."""
    return f"{seconds // 60}:{seconds % 60:02d}"


@register.filter(name="hour")
def format_hour(value: datetime | None) -> str:
    """“18:00” of a moment, on the person's own clock."""
    return f"{clock.local(value):%H:%M}" if value is not None else ""


@register.filter(name="iso")
def format_iso(value: date | datetime | str | None) -> str:
    """For `datetime` attributes and date fields; what was typed stays as it was typed."""
    return value if isinstance(value, str) else value.isoformat() if value else ""


@register.filter(name="stage")
def say_stage(value: str) -> str:
    """The stage in a plain word: a lead is a job that nobody has applied for yet."""
    return _PLAIN_STAGES.get(value, value)


_PLAIN_STAGES: dict[str, str] = {Stage.LEAD: "not applied yet", Stage.SCREEN: "first call", Stage.FINAL: "final round"}


@register.filter(name="happened")
def say_event(kind: str) -> str:
    """What happened, as a sentence that goes on: “they said no”."""
    said = say_happened(kind)
    return said[:1].lower() + said[1:]


register.filter("marks", mark_letter)
register.filter("markdown", show_notes)
register.filter("spelled", spell_number)
register.filter("cue", read_cue)


@register.filter
def plan(kink: Kink) -> str:
    """A kink's if-then plan as one sentence."""
    from onward.kinks.plan import IfThenPlan  # tells languages apart, and most pages hold no plan

    return IfThenPlan(kink.name, kink.if_they, kink.then_i).words


register.filter("reaches", read_reaches)


@register.simple_block_tag(name="beside")
def stand_beside(content: SafeString, name: str, where: str = "") -> SafeString:
    """The side of a page, which says what it holds; where nothing belongs there, nothing stands. With “where-wide” it
    is left out where it would stand below a long page.
    """
    return (
        format_html('<aside class="beside-it {}" aria-label="{}">{}</aside>', where, name, content)
        if content.strip()
        else SafeString()
    )


@register.simple_block_tag(name="source")
def cite_sources(content: str, *keys: str) -> str:
    """What stands in it says something that these sources say; an unknown key is an error. Shown as it is."""
    return cited(content, *keys)
