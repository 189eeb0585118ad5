"""What the pages say back: warnings about what was typed, the brake, and what was told in a debrief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onward.debrief.gently import find_notices
from onward.debrief.screens import Screen
from onward.wording.crisis import has_crisis_words
from onward_app.records.models import Opportunity
from onward_app.records.reading.kinds import list_known_names

SHOWN = 5


@dataclass(frozen=True, slots=True)
class ScreenWarning:
    """One thing worth a look before going on; `talk` when the way on is somebody to talk to."""

    text: str
    talk: bool = False


HEAVY = ScreenWarning("That sounds heavy. Nothing here matters more than you do right now.", talk=True)


def look_at_screen(
    page: Screen, given: Mapping[str, str], job: Opportunity, spoke: Sequence[str] = ()
) -> list[ScreenWarning]:
    """What in one screen's words wants a look. `spoke` are the speakers of its transcript, who may be named."""
    if has_crisis_words("\n".join(given.values())):
        return [HEAVY]
    said_by = (value for name, value in given.items() if name.startswith("who_"))
    known = (*list_known_names(job.owner), *said_by, *spoke)
    return [
        ScreenWarning(f"“{'”, “'.join(span.text for span in notice.spans[:SHOWN])}”: {notice.sentence}")
        for notice in find_notices(page, given, known=known)
    ]
