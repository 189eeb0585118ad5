"""Letters that make no job by themselves: answers, advice, the person's own mail, and what is unsure. Whose job are
they in?
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from onward.facts import MY_ENDS, LetterKind, Stage
from onward.notice.job.names import is_same_role, may_be_same_role
from onward.notice.linking.items import MAKES_A_JOB, Item
from onward.notice.linking.jobs import Job
from onward.notice.linking.spans import BEFORE_DAYS, LIVE_DAYS
from onward.notice.linking.units import list_persons

Stray = tuple[Item, str, Job | None]
UNSURE_CHANCE = 0.4  # from this chance of being about a job, an unsure letter is worth the person's look
AT_STAKE = 0.2  # the same for a letter from somebody at one of the jobs, which is likelier to be about it

_SOUNDS_LIKE = {
    LetterKind.CONFIRMATION: "It sounds like a receipt for an application, but its date can’t be read.",
    LetterKind.ASSESSMENT: "It sounds like a test for a job, but its date can’t be read.",
    LetterKind.INTERVIEW: "It sounds like an interview, but its date can’t be read.",
    LetterKind.REJECTION: "It sounds like a no, but its date can’t be read.",
    LetterKind.OFFER: "It sounds like an offer, but its date can’t be read.",
    LetterKind.FEEDBACK: "It sounds like advice after a no, but its date can’t be read.",
    LetterKind.OUTREACH: "It sounds like somebody asking for you, but its date can’t be read.",
    LetterKind.ALERT: "It sounds like an alert, but its date can’t be read.",
    LetterKind.OTHER: "It sounds like something about a job, but its date can’t be read.",
}
_MAY_BE = {
    LetterKind.CONFIRMATION: "It may be a receipt for an application, but Onward isn’t sure.",
    LetterKind.ASSESSMENT: "It may be a test for a job, but Onward isn’t sure.",
    LetterKind.INTERVIEW: "It may be an interview, but Onward isn’t sure.",
    LetterKind.REJECTION: "It may be a no, but Onward isn’t sure.",
    LetterKind.OFFER: "It may be an offer, but Onward isn’t sure.",
    LetterKind.FEEDBACK: "It may be advice after a no, but Onward isn’t sure.",
    LetterKind.OUTREACH: "It may be somebody asking for you, but Onward isn’t sure.",
    LetterKind.ALERT: "It may be an alert, but Onward isn’t sure.",
    LetterKind.OTHER: "It may be something about a job, but Onward isn’t sure.",
}


class JobsAround:
    """Where letters could belong: jobs by conversation, by person and by employer."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._by_thread: dict[str, list[Job]] = defaultdict(list)
        self._by_person: dict[str, list[Job]] = defaultdict(list)
        self._by_firm: dict[str | None, list[Job]] = defaultdict(list)
        for job in jobs:
            self._by_firm[job.firm].append(job)
            for unit in job.units:
                self.add_letters(job, unit.items)

    def add_letters(self, job: Job, items: Sequence[Item]) -> None:
        """Remember the conversations and people of letters that are in a job."""
        for item in items:
            _add_once(self._by_thread[item.thread], job)
            for address in list_persons(item.read):
                _add_once(self._by_person[address], job)

    def find_by_thread(self, item: Item) -> Job | None:
        """The job of the conversation: the one that is answered, the only one, or the one whose role is named."""
        jobs = self._by_thread.get(item.thread, [])
        if len(jobs) < 2:
            return jobs[0] if jobs else None
        answered = [job for job in jobs if any(one.read.message_id in item.read.refs for one in _list_items(job))]
        named = [job for job in jobs if item.details.role and is_same_role(item.details.role, job.role)]
        return next((found[0] for found in (answered, named) if len(found) == 1), None)

    def find_by_person(self, item: Item) -> Job | None:
        """The one job in which this person wrote or was written to, not too long ago."""
        jobs = {id(job): job for address in list_persons(item.read) for job in self._by_person.get(address, [])}
        near = [
            job for job in jobs.values() if (item.on - job.first).days >= 0 and (item.on - job.last).days <= LIVE_DAYS
        ]
        return near[0] if len(near) == 1 else None

    def find_led_to(self, item: Item, firms: Mapping[str, str]) -> Job | None:
        """The one job at the employer named that began with the same person soon after: what an approach came to."""
        firm = firms.get(item.details.employer or "")
        jobs = {id(job): job for address in list_persons(item.read) for job in self._by_person.get(address, [])}
        soon = [job for job in jobs.values() if firm and job.firm == firm and _is_soon(item, job)]
        return soon[0] if len(soon) == 1 else None

    def find_by_employer(self, item: Item, firms: Mapping[str, str]) -> Job | None:
        """The one job at the employer that the letter names, its role agreeing, not too long ago."""
        firm = firms.get(item.details.employer or "")
        jobs = self._by_firm.get(firm, []) if firm else []
        near = [job for job in jobs if not item.is_dated or abs((item.on - job.last).days) <= LIVE_DAYS]
        named = [job for job in near if item.details.role and is_same_role(item.details.role, job.role)]
        return named[0] if len(named) == 1 else near[0] if len(near) == 1 else None


def _is_soon(item: Item, job: Job) -> bool:
    role = item.details.role
    agrees = not role or not job.role or may_be_same_role(role, job.role)
    return agrees and item.is_dated and 0 <= (job.first - item.on).days <= BEFORE_DAYS


def _list_items(job: Job) -> list[Item]:
    return [one for unit in job.units for one in unit.items]


def _add_once(jobs: list[Job], job: Job) -> None:
    if not any(one is job for one in jobs):
        jobs.append(job)


def follow_jobs(
    along: Sequence[Item], around: JobsAround, firms: Mapping[str, str]
) -> tuple[list[tuple[Item, Job]], list[Stray]]:
    """Place letters that go along: (letter, job) for those that surely belong, and those that wait."""
    placed: list[tuple[Item, Job]] = []
    stray: list[Stray] = []
    for item in along:
        job = around.find_by_thread(item)
        if not item.sure:
            theirs = job or around.find_by_person(item)
            suggested = theirs or around.find_by_employer(item, firms)
            worth = AT_STAKE if theirs else UNSURE_CHANCE
            stray += _wait_if_unsure(item, suggested, worth, in_thread=job is not None)
            continue
        outreach = item.kind is LetterKind.OUTREACH
        near = job or (around.find_led_to(item, firms) if outreach else around.find_by_person(item))
        if item.kind is LetterKind.FEEDBACK and near is None:
            near = around.find_by_employer(item, firms)
            if near is None:
                stray.append((item, "It sounds like advice after a no, but it doesn’t say for which job.", None))
        if job is None and near is not None and _may_be_advice(item, near):
            who = item.read.sender.name or "Somebody"
            stray.append((item, f"{who} wrote about this job before. This may be about it, too.", near))
            continue
        proposal = _propose_own_word(item, near, in_thread=job is not None)
        if proposal and near is not None:
            stray.append((item, proposal, near))
        elif near is not None:
            placed.append((item, near))
            around.add_letters(near, [item])
    return placed, stray


def _may_be_advice(item: Item, job: Job) -> bool:
    """Whether what reads like other mail comes after the no of somebody who wrote: rare advice looks like it."""
    after = job.ended is not None and job.ended <= item.on
    return item.kind is LetterKind.OTHER and not item.read.verdict.outgoing and after


def _wait_if_unsure(item: Item, job: Job | None, least: float, *, in_thread: bool) -> list[Stray]:
    """An unsure letter waits when it may, by at least this chance, be about a job; it never makes an event."""
    if item.kind is LetterKind.ALERT and not in_thread:
        return []
    left_open = item.read.verdict.left_open
    if left_open and job is not None:
        return [(item, f"{item.read.sender.name or 'Somebody'} wrote about this job. {left_open}"[:300], job)]
    about = item.read.verdict.guess.add_up((*MAKES_A_JOB, LetterKind.FEEDBACK))
    worth = item.kind in MAKES_A_JOB or item.kind is LetterKind.FEEDBACK or about >= least
    if not worth:
        return []
    if left_open:
        return [(item, left_open, job)]
    if not item.is_dated:
        return [(item, _SOUNDS_LIKE[item.kind], job)]
    return [(item, _MAY_BE[item.kind], job)]


def _propose_own_word(item: Item, job: Job | None, *, in_thread: bool) -> str | None:
    """What the person wrote and only the person can confirm, as a sentence; None when nothing is to be asked."""
    if job is None or item.did is None:
        return None
    if item.did in MY_ENDS and not in_thread:
        return f"You wrote that you {item.did}. Is it about this job?"
    if item.did == Stage.SIGNED and not any(one.details.stage is Stage.SIGNED for one in _list_items(job)):
        return "You wrote that the letter is signed. Is it, and has it gone out?"
    return None
