"""What bringing in a calendar would do: which job each of its events is at, and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onward.debrief.meeting import Meeting, nearest_first
from onward.debrief.meeting_here import find_job_of_meeting, mark_declined, move_to_zone, sounds_like_interview
from onward.facts import LetterKind, Stage
from onward.notice.job.stages import find_stage
from onward_app import clock
from onward_app.records.models import Interview, Owner
from onward_app.records.reading.debrief import map_employers

LOOKED_AT = 200  # events nearest to today: those of ten years ago are no interviews of this search
NEW, CHANGES, THERE, GOES, WAITS, OUT = "new", "match", "there", "taken away", "needs you", "left out"
LEAVE = "out"  # the answer that it is no interview
MEETING = "meeting."  # before an event's number: the question at which job it is
CALLED_OFF = "It was called off, and isn’t here."
TURNED_DOWN = "You declined it, and it isn’t here."
NO_INTERVIEW = "Nothing in it speaks of an interview or of one of your open jobs."
SAID = "You said that it is none."
_VIDEO = re.compile(r"zoom|teams|meet\.google|webex|whereby|skype|v[ií]d[eé]o|visio", re.IGNORECASE)
_PHONE = re.compile(
    r"t[eé]l[eéè]?(?:f|ph)[oóô]n|phone|\bcall\b|\bll?amada\b|\bappel\b|\bbellen\b|\btel:", re.IGNORECASE
)
COMPARED = ("on", "at", "minutes", "people", "format")  # what brings a record up to date


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """What would become of one event: the record it is already, the job or the new employer it goes to, or why it
    stays out.
    """

    number: int
    meeting: Meeting
    state: str
    there: Interview | None = None
    job: int | None = None
    employer: str = ""  # of a job that isn't there yet
    why: str = ""

    @property
    def told(self) -> tuple[str, ...]:
        """Why it stays out; or, of one that doesn't, what is odd in it."""
        return (self.why,) if self.why else self.meeting.troubles


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """What an import of a calendar would do. `further` events lie too far from today to be looked at."""

    rows: tuple[MeetingPlan, ...]
    troubles: tuple[str, ...]
    further: int

    @property
    def open(self) -> list[MeetingPlan]:
        """Those that wait for an answer."""
        return [row for row in self.rows if row.state == WAITS]


def plan_calendar(
    owner: Owner, meetings: Iterable[Meeting], troubles: Iterable[str], answers: Mapping[str, str]
) -> CalendarPlan:
    """What bringing these events in would do, the nearest first."""
    found = list(meetings)
    near = list_nearest(owner, found)
    here = {row.uid: row for row in Interview.objects.of(owner).filter(uid__in=[one.uid for one in near if one.uid])}
    employers = map_employers(owner)
    rows = [
        _plan_meeting(
            owner, MeetingPlan(number, one, "", here.get(one.uid)), employers, answers.get(f"{MEETING}{number}", "")
        )
        for number, one in enumerate(near, 1)
    ]
    return CalendarPlan(tuple(rows), tuple(troubles), len(found) - len(near))


def list_nearest(owner: Owner, meetings: Iterable[Meeting]) -> list[Meeting]:
    """The events to look at, on the clock of where the person is, those they declined marked so."""
    own = _list_own_addresses(owner)
    here = (mark_declined(move_to_zone(meeting, None), own) for meeting in meetings)
    return nearest_first(here, clock.today())[:LOOKED_AT]


def _list_own_addresses(owner: Owner) -> set[str]:
    return set(owner.addresses.values_list("address", flat=True))


def _plan_meeting(owner: Owner, row: MeetingPlan, employers: Mapping[int, str], said: str) -> MeetingPlan:
    meeting, there = row.meeting, row.there
    if meeting.is_off:
        state, why = (GOES, "") if there else (OUT, CALLED_OFF if meeting.cancelled else TURNED_DOWN)
        return MeetingPlan(row.number, meeting, state, there, there.opportunity_id if there else None, why)
    if there is not None:
        state = CHANGES if _is_different(there, describe_meeting(owner, meeting)) else THERE
        return MeetingPlan(row.number, meeting, state, there, there.opportunity_id)
    job = _find_job_said(said, employers) or find_job_of_meeting(meeting, employers)
    if said == LEAVE:
        return MeetingPlan(row.number, meeting, OUT, why=SAID)
    if job is not None:
        return MeetingPlan(row.number, meeting, NEW, job=job)
    if said and not said.isdecimal():
        return MeetingPlan(row.number, meeting, NEW, employer=said)
    waits = sounds_like_interview(meeting)
    return MeetingPlan(row.number, meeting, WAITS if waits else OUT, why="" if waits else NO_INTERVIEW)


def _find_job_said(said: str, employers: Mapping[int, str]) -> int | None:
    """The open job that an answer means: by its id, or by an employer's name that one alone has."""
    if said.isdecimal():
        return int(said) if int(said) in employers else None
    named = [job for job, employer in employers.items() if employer.casefold() == said.casefold()]
    return named[0] if len(named) == 1 else None


def _is_different(there: Interview, told: Mapping[str, Any]) -> bool:
    return any(told[name] and told[name] != getattr(there, name) for name in COMPARED)


def describe_meeting(owner: Owner, meeting: Meeting) -> dict[str, Any]:
    """What an interview's record keeps of an event."""
    stage, _ = find_stage(meeting.title, LetterKind.INTERVIEW)
    return {
        "on": meeting.on, "at": meeting.at, "minutes": meeting.minutes, "uid": meeting.uid[:300],
        "people": ", ".join(dict.fromkeys(_list_initials(owner, meeting)))[:300], "format": _find_format(meeting),
        "round": str(stage or Stage.INTERVIEW),
    }  # fmt: skip


def _list_initials(owner: Owner, meeting: Meeting) -> Iterator[str]:
    """Those invited, without the person whose search this is."""
    own = _list_own_addresses(owner)
    me = owner.name.casefold()
    for guest in meeting.guests:
        if guest.initials and guest.address not in own and (not me or guest.name.casefold() != me):
            yield guest.initials


def _find_format(meeting: Meeting) -> str:
    said = f"{meeting.title} {meeting.place}"[:1_000]
    return "video" if _VIDEO.search(said) else "phone" if _PHONE.search(said) else ""
