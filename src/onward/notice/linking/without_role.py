"""The job of a unit that doesn’t say which, at an employer where there may be several."""

from __future__ import annotations

from datetime import date

from onward.facts import LetterKind
from onward.notice.linking.jobs import Job, is_compatible
from onward.notice.linking.spans import ANEW_DAYS, BEFORE_DAYS, DUPLICATE_DAYS, LIVE_DAYS, SLACK_DAYS
from onward.notice.linking.units import Unit

_WHICH = "It fits more than one job at this employer, and it doesn’t say which."
_SECOND_START = "This may be a second application there, or a late receipt of the first."


def find_job_without_role(unit: Unit, jobs: list[Job]) -> tuple[Job | None, str]:
    """The job for a unit that doesn't say which: (job, "") to attach, (suggestion, sentence) to wait, (None, "") for a
    new job.
    """
    on = unit.first
    live = [job for job in jobs if job.is_live(on) and is_compatible(unit, job)]
    if len(live) == 1:
        return live[0], _SECOND_START if _may_be_second_application(unit, live[0]) else ""
    if len(live) > 1:
        same = [job for job in live if job.people & unit.people]
        return (same[0], "") if len(same) == 1 else (None, _WHICH)
    fitting = [job for job in jobs if is_compatible(unit, job)]
    later = [job for job in fitting if not job.starts and 0 <= (job.first - on).days <= LIVE_DAYS]
    if unit.starts and later:
        return (later[0], "") if len(later) == 1 else (None, _WHICH)
    if len(fitting) == 1 and _comes_shortly_before(unit, fitting[0]):
        return fitting[0], ""
    return _after_an_end(unit, fitting)


def _comes_shortly_before(unit: Unit, job: Job) -> bool:
    """Whether a letter without a role comes shortly before the job that names it, by the same person, or before an
    offer.
    """
    if unit.starts or job.starts or unit.role or not 0 <= (job.first - unit.first).days <= BEFORE_DAYS:
        return False
    items = [one for each in job.units for one in each.items]
    opening = min(items, key=lambda one: (one.on, one.key), default=None)
    return bool(unit.people & job.people) or (opening is not None and opening.kind is LetterKind.OFFER)


def _may_be_second_application(unit: Unit, job: Job) -> bool:
    """A confirmation of another role, or of none long after this job began, may be a second application."""
    if not unit.starts or not job.starts:
        return False
    return bool(unit.role) or (unit.first - job.first).days > SLACK_DAYS


def _after_an_end(unit: Unit, fitting: list[Job]) -> tuple[Job | None, str]:
    """No live job fits: a no again, a crossing letter, or something the person should look at."""
    ended = [job for job in fitting if job.ended is not None and 0 <= (unit.first - job.ended).days <= LIVE_DAYS]
    if not ended:
        return None, ""
    if unit.starts and all((unit.first - (job.ended or unit.first)).days > ANEW_DAYS for job in ended):
        return None, ""
    latest = max(ended, key=lambda job: (job.ended or date.min, job.first))
    days = (unit.first - (latest.ended or unit.first)).days
    only_noes = all(one.kind is LetterKind.REJECTION for one in unit.items)
    if len(ended) == 1 and (days <= SLACK_DAYS or (only_noes and days <= DUPLICATE_DAYS)):
        return latest, ""
    return latest, "This job had already ended when the letter came. Is it the same job, or a new one?"
