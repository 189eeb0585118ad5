"""What was read, filed: all of it at the end, and of much mail what is there on the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from onward.notice.linking.link import link_letters
from onward_app import clock
from onward_app.one_reading import Reading
from onward_app.records import models
from onward_app.records.facts import to_letter_facts
from onward_app.records.reading.notice import (
    list_known_jobs,
    list_person_decisions,
    list_reads,
    load_filed,
    map_places,
)
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.owner import record_mail_read
from onward_app.sources.newest import TIMES

RECENT = timedelta(days=7)  # a mailbox in use gets something every week; what ends before is an older copy


def file_so_far(owner: models.Owner, reading: Reading, on_filed: Callable[[Reading], object] | None) -> None:
    """File what was read while reading goes on, each time after several times as many messages."""
    reading.file_at = TIMES * reading.messages
    file_letters(owner, summary=_summarize_filing(reading.new - reading.filed))
    reading.filed = reading.new
    _look_at_filed(owner, reading)
    if on_filed is not None:
        on_filed(reading)


def _summarize_filing(new: int) -> str:
    if not new:
        return "Filed the letters again."
    return (
        "Read 1 new message and filed what it says."
        if new == 1
        else f"Read {new:,} new messages and filed what they say."
    )


def plan_only(owner: models.Owner, reading: Reading, rows: list[models.Letter], own: frozenset[str]) -> None:
    """What filing would do with the letters that are kept and these, without a write."""
    facts = {one.key: one for one in list_reads(owner)}
    facts |= {row.key: to_letter_facts(row, own) for row in rows if row.key not in facts}
    reads = list(facts.values())
    reading.plan = link_letters(reads, known_jobs=list_known_jobs(owner), decisions=list_person_decisions(owner))
    names = {job.name: job.id if job.id is not None else job.name for job in reading.plan.jobs}
    reading.job_of = {key: names[job.name] for job in reading.plan.jobs for key in job.keys}
    reading.verdicts = {one.key: one.verdict for one in reads}


def file_what_was_read(owner: models.Owner, reading: Reading) -> None:
    """File what was read and isn't filed yet, be it all or, where somebody stopped it, a part."""
    reading.filing = file_letters(owner, summary=_summarize_filing(reading.new - reading.filed))
    reading.filed = reading.new
    if owner.filed_through is None:  # it was much: what a first filing comes to is looked at again now, not at a yes
        file_letters(owner)
    _look_at_filed(owner, reading)
    if reading.over and (read_to := _find_day_read_to(reading)) is not None:
        record_mail_read(owner, read_to)


def _look_at_filed(owner: models.Owner, reading: Reading) -> None:
    reading.plan = load_filed(owner)
    reading.job_of = {**map_places(owner)}
    reading.verdicts = {one.key: one.verdict for one in list_reads(owner, keys=reading.fresh & reading.telling)}


def _find_day_read_to(reading: Reading) -> date | None:
    """The day up to which mail is read now, None where nobody can say: a source that broke may hold more.

    Today, where mail was read on its server; of what lies on a disk too, unless even the newest message is so old that
    this is a copy from before.
    """
    if not reading.whole or (reading.newest is None and not reading.live):
        return None
    today = clock.today()
    if reading.live or reading.newest is None or today - reading.newest <= RECENT:
        return today
    return reading.newest
