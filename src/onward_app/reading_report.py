"""What reading found, as lines and objects for the command line. Knows nothing of Django."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from typing import Any

from onward.facts import THEIR_NOS
from onward.log.standing import Event, fold_events
from onward.notice.linking.link import FilingPlan, PlannedJob
from onward.notice.message.letter import Letter
from onward.notice.verdict import Verdict, spans_to_json

QUOTE = 110  # code points of the words that decided


def letter_to_json(letter: Letter, verdict: Verdict, within: str = "") -> dict[str, Any]:
    """One message as the command line prints it; null where not known. `within`: the message it was attached to."""
    guess, details = verdict.guess, verdict.details
    return {
        "key": letter.key,
        "message_id": letter.message_id,
        "date": letter.date.isoformat() if letter.date else None,
        "kind": str(guess.kind),
        "probability": round(guess.probability, 4),
        "unsure": guess.unsure,
        "because": spans_to_json(guess.because),
        "employer": details.employer,
        "role": details.role,
        "stage": str(details.stage) if details.stage else None,
        "reason": str(details.reason) if details.reason else None,
        "language": guess.language,
        "opportunity": None,
        "within": within or None,
    }


def describe_open_jobs(plan: FilingPlan) -> list[str]:
    """The opportunities that are still open, the most recently heard of first."""
    open_ = [
        (job, fold_events(_list_events(job)))
        for job in plan.jobs
        if job.events and fold_events(_list_events(job)).alive
    ]
    open_.sort(key=lambda pair: pair[1].stage_on or date.min, reverse=True)
    return [f"{_name_job(job)}: {now.stage} since {now.stage_on}" for job, now in open_]


def describe_nos(plan: FilingPlan, verdicts: Mapping[str, Verdict], *, of: Container[str]) -> list[str]:
    """Every no that one of these letters brought, by date, with the words that decided."""
    events = ((job, event) for job in plan.jobs for event in job.events)
    nos = [(event.on, job, event) for job, event in events if event.kind in THEIR_NOS and event.key in of]
    nos.sort(key=lambda row: (row[0], _name_job(row[1])))
    return [_describe_no(on, job, _quote_reason(verdicts.get(event.key)), event.reason) for on, job, event in nos]


def _quote_reason(verdict: Verdict | None) -> str:
    return verdict.guess.because[0].text if verdict and verdict.guess.because else ""


def _describe_no(on: date, job: PlannedJob, words: str, reason: str | None) -> str:
    quote = " ".join(words.split())
    short = quote if len(quote) <= QUOTE else quote[: QUOTE - 1] + "…"
    return (
        f"{on}  {_name_job(job)}" + (f" ({reason})" if reason else "") + (f"\n              “{short}”" if short else "")
    )


def _name_job(job: PlannedJob) -> str:
    return f"{job.employer}, {job.role}" if job.role else job.employer


def _list_events(job: PlannedJob) -> list[Event]:
    """What letters say and what the person said, in the order of its days: a told no ends a job as well."""
    events = sorted([*job.events, *job.told], key=lambda event: event.on)
    return [Event(event.kind, event.on, place, "mail") for place, event in enumerate(events)]
