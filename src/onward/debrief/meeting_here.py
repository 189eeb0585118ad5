"""An invitation where the person is: on their clock, and at the job of theirs that it is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import tzinfo

from onward.debrief.meeting import DECLINED, Meeting

_INTERVIEW = re.compile(
    r"interview|vorstellung|bewerbung|kennenlern|entretien|entrevista|colloquio|gesprek|sollicitatie|screening|hiring"
    r"|recruit|onsite|probearbeit|hospitation",
    re.IGNORECASE,
)
SHORTEST = 4  # letters of an employer’s name that may be looked for in an invitation


def move_to_zone(meeting: Meeting, zone: tzinfo | None) -> Meeting:
    """The same moment on the clock of `zone` (None: this machine's), where it has a moment."""
    if meeting.moment is None:
        return meeting
    here = meeting.moment.astimezone(zone)
    if (here.date(), here.time()) == (meeting.on, meeting.at):
        return meeting
    told = f"It says {meeting.at:%H:%M} in {meeting.zone.replace('_', ' ')}; here that is {here:%H:%M}."
    return replace(meeting, on=here.date(), at=here.time(), troubles=(*meeting.troubles, told))


def mark_declined(meeting: Meeting, own: Collection[str]) -> Meeting:
    """The same, declined where one of one's own addresses (in lower case) declined."""
    if meeting.is_off or not any(guest.declined and guest.address in own for guest in meeting.guests):
        return meeting
    return replace(meeting, declined=True, troubles=(*meeting.troubles, DECLINED))


def sounds_like_interview(meeting: Meeting) -> bool:
    """Whether its title names an interview, in any of the languages that letters are read in."""
    return _INTERVIEW.search(meeting.title[:500]) is not None


def find_job_of_meeting(meeting: Meeting, employers: Mapping[int, str]) -> int | None:
    """The job whose employer the invitation names, in its title, place or people; None when none or several are
    named.
    """
    said = _keep_letters(" ".join((meeting.title, meeting.place, *_list_names(meeting))))
    named = {job: _keep_letters(employer) for job, employer in employers.items()}
    hits = [job for job, name in named.items() if len(name) >= SHORTEST and name in said]
    longest = max((len(named[job]) for job in hits), default=0)
    best = [job for job in hits if len(named[job]) == longest]
    return best[0] if len(best) == 1 else None


def _list_names(meeting: Meeting) -> Iterator[str]:
    for guest in meeting.guests:
        yield from (guest.name, guest.address)


def _keep_letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
