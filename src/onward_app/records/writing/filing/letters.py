"""The letters that something new may touch, linked and written down as one Change.

A pure function over letters makes the plan, so the order of reading doesn't matter, and reading twice changes nothing.
Only what something new can touch is linked again (docs/decisions/0017).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from onward.notice.linking.values import FilingPlan
from onward_app.records.models import Change, Owner, Seen
from onward_app.records.reading.filing import FilingMaterial, Touched, last_part, load_everything, load_material
from onward_app.records.reading.notice import filing_version
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.filing.events import file_events
from onward_app.records.writing.filing.jobs import seat_jobs
from onward_app.records.writing.filing.places import place_letters
from onward_app.records.writing.owner import set_owner_fields

MUCH = 1000  # letters and jobs that a filing altered; after more the next one links everything


@dataclass(frozen=True, slots=True)
class Filing:
    """What linking came to: the change (None when nothing was new), the plan, and which name is which opportunity."""

    change: Change | None
    plan: FilingPlan
    ids: Mapping[str, int]
    places: Mapping[str, int]  # key of a letter → its opportunity


def file_letters(
    owner: Owner,
    *,
    summary: str = "Filed what the mail says.",
    keys: Iterable[str] = (),
    names: Iterable[str] = (),
    everything: bool = False,
) -> Filing:
    """Link the letters that something new may touch, or `everything`, and bring the log in line with it, as one Change
    by Onward. `keys` are letters that a change which is under way is about, `names` those of jobs that are gone.

    The plan is made before the file is locked, for it takes long over many letters and others may want to write; it is
    made again, with nobody else writing, when something was written meanwhile. What filing alters is looked at again by
    the next filing.
    """
    more = {"keys": set(keys), "names": set(names)}
    scope, plan = _make_plan(owner, more, everything=everything)
    with transaction.atomic():
        if scope.when != filing_version(owner):
            scope, plan = _make_plan(owner, more, everything=everything)
        filing, altered = _bring_in_line(owner, scope, plan, summary)
        Seen.objects.filter(owner=owner, settled=False).update(settled=True)
        through = last_part(owner) if len(altered) <= MUCH else None
        set_owner_fields(owner, filed_through=through, file_again=altered.to_json() if through is not None else [])
    return filing


def _make_plan(owner: Owner, more: Mapping[str, set[str]], *, everything: bool) -> tuple[FilingMaterial, FilingPlan]:
    """What there is to link, with the state of the file it was loaded in, and what comes of it."""
    from onward.notice.linking.link import link_letters  # heavy, and most pages that can write never file

    scope = load_everything(owner) if everything else load_material(owner, **more)
    return scope, link_letters(scope.reads, known_jobs=scope.known_jobs, decisions=scope.decisions)


def _bring_in_line(owner: Owner, scope: FilingMaterial, plan: FilingPlan, summary: str) -> tuple[Filing, Touched]:
    """The filing, and what was altered by it."""
    with open_change(owner, "notice.file", summary, by="onward") as change:
        ids = seat_jobs(change, plan)
        file_events(change, plan, ids, scope)
    places = {key: ids[job.name] for job in plan.jobs if job.name in ids for key in job.keys}
    altered = place_letters(owner, plan, ids, places, scope)
    altered.jobs |= change.jobs
    return Filing(change.kept, plan, ids, places), altered
