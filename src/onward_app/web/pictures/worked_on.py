"""What a person works on, each as its row of circles: for the side of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onward_app.records.models import Owner
from onward_app.records.reading.debrief import list_kinks_worked_on
from onward_app.records.reading.evidence import tell_kink_stories
from onward_app.records.reading.kinks import KinkReport, report_kinks
from onward_app.web.pictures.kink import picture_kink
from onward_app.web.pictures.primitives import Picture

SHOWN = 2  # two things at a time are enough


@dataclass(frozen=True, slots=True)
class KinkBeside:
    """One kink, its circles, and the day its next card comes."""

    told: KinkReport
    picture: Picture | None
    again: date | None


def draw_worked_on(owner: Owner, again: Mapping[int, date] | None = None) -> list[KinkBeside]:
    """What is being worked on, first begun first. `again` says by kink when its next card comes."""
    rows = list(list_kinks_worked_on(owner)[:SHOWN])
    lines = tell_kink_stories(owner, rows)
    return [
        KinkBeside(one, picture_kink(lines[one.row.pk], working=True), (again or {}).get(one.row.pk))
        for one in report_kinks(owner, rows)
    ]
