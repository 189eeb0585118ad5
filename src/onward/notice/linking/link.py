"""Which letters are about one job: a pure function of what the letters say and what the person decided, in any
order.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from onward.facts import LetterKind
from onward.notice.job.details import join_own_words
from onward.notice.job.names import employer_key, is_beginning, role_key
from onward.notice.job.senders import domain_of, registrable_domain
from onward.notice.linking.employers import group_employers, is_weakly_named
from onward.notice.linking.events import EventStory, tell_events
from onward.notice.linking.following import JobsAround, Stray, follow_jobs
from onward.notice.linking.items import FOLLOWS, Item, make_items
from onward.notice.linking.jobs import Job, is_compatible
from onward.notice.linking.known_jobs import Identity, KnownJobs, arrange_known_jobs, choose_identities, prepare_jobs
from onward.notice.linking.placing import place_units
from onward.notice.linking.units import Unit, cut_units, group_by_firm
from onward.notice.linking.values import (
    NO_EMPLOYER,
    FilingPlan,
    KnownJob,
    LetterFacts,
    PersonDecision,
    PlannedEvent,
    PlannedJob,
    WaitingLetter,
)
from onward.notice.message.letter import Letter
from onward.notice.verdict import Verdict

__all__ = [
    "FilingPlan",
    "KnownJob",
    "LetterFacts",
    "PersonDecision",
    "PlannedEvent",
    "PlannedJob",
    "WaitingLetter",
    "fingerprint",
    "link_letters",
    "to_letter_facts",
]


LONG_ENOUGH = 80  # characters; shorter texts are alike by chance


def to_letter_facts(letter: Letter, verdict: Verdict) -> LetterFacts:
    """What linking needs of a letter and its verdict. The day is the one of the sender's own clock.

    >>> from onward.notice.message.letter import parse_letter
    >>> from onward.notice.read import read_letter
    >>> letter = parse_letter(b"Subject: Hello\\nDate: Mon, 02 Mar 2026 09:00:00 +0000\\n\\nThank you.")
    >>> to_letter_facts(letter, read_letter(letter)).on
    datetime.date(2026, 3, 2)
    """
    words = _bare_words(letter)
    return LetterFacts(
        key=letter.key,
        on=letter.date.date() if letter.date else None,
        message_id=letter.message_id,
        refs=frozenset((*letter.in_reply_to, *letter.references)),
        thread=letter.thread,
        sender=letter.sender,
        to=letter.to,
        subject=letter.subject,
        verdict=verdict,
        fingerprint=fingerprint(letter, words),
        words=_digest(words) if len(words) >= LONG_ENOUGH else "",
    )


def fingerprint(letter: Letter, words: str | None = None) -> str:
    """Equal for letters that say the same in the same words from one domain, whatever the spaces and digits. `words`
    are its bare words, where they are known.
    """
    text = _bare_words(letter) if words is None else words
    return _digest(f"{registrable_domain(domain_of(letter.sender.address))}\n{text}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _bare_words(letter: Letter) -> str:
    """The sender's own words in lower case, without what stands between them."""
    return re.sub(r"[\W\d_]+", " ", join_own_words(letter).casefold()).strip()


def link_letters(
    reads: Iterable[LetterFacts], *, known_jobs: Sequence[KnownJob] = (), decisions: Iterable[PersonDecision] = ()
) -> FilingPlan:
    """Jobs with their letters and events, and what waits. Any order of the same letters gives the same plan.

    Known jobs keep their ids; decisions stand over what letters say. One that gets no letter isn't in the plan.

    >>> from onward.notice.message.letter import parse_letter
    >>> from onward.notice.read import read_letter
    >>> head = b"From: jobs@cedar.example\\nSubject: Application\\nDate: Mon, 02 Mar 2026 09:00:00 +0000\\n\\n"
    >>> text = b"Thank you for applying to Cedar Clinic for the Therapist position. We received your application."
    >>> letter = parse_letter(head + text)
    >>> plan = link_letters([to_letter_facts(letter, read_letter(letter))])
    >>> [(job.employer, [event.kind for event in job.events]) for job in plan.jobs]
    [('Cedar Clinic', ['applied'])]
    """
    items = make_items(reads, decisions)
    known = arrange_known_jobs(known_jobs, items)
    # Only jobs the person named: one that mail made has the name of the first letter read, and would decide for all.
    firms = group_employers(items, [known_job for known_job in known_jobs if known_job.by_hand])
    jobs, stray, nowhere = _place_units(items, firms, known)
    stray += _place_without_employer(nowhere, jobs)
    # Letters that make no job, in order, without those whose place is fixed; what the person wrote comes with them
    free = [item for item in items if item.key not in known.fixed and not item.core]
    placed, more = follow_jobs(
        [item for item in free if item.kind in FOLLOWS or not item.sure or not item.is_dated], JobsAround(jobs), firms
    )
    for item, job in placed:
        job.add(Unit(job.firm, job.role, [item]))
    return _plan_filing(jobs, [*stray, *more], known)


def _place_units(
    items: list[Item], firms: Mapping[str, str], known: KnownJobs
) -> tuple[list[Job], list[Stray], Sequence[Unit]]:
    """All units at their jobs, employer by employer; what waits, and the units that name no employer."""
    ready = prepare_jobs(known, items, firms)
    units = list(cut_units([item for item in items if item.key not in known.fixed], firms))
    units = _add_to_fixed_conversations(units, [job for found in ready.values() for job in found])
    grouped, kept = group_by_firm(units), frozenset(known.soft)
    jobs: list[Job] = []
    stray: list[Stray] = []
    for firm in sorted(firm for firm in {*grouped, *ready} if firm is not None):
        found = place_units(firm, grouped.get(firm, []), ready.get(firm, ()), kept=kept)
        jobs += found.jobs
        stray += [(item, why, job) for unit, why, job in found.stray for item in unit.items]
    return [*jobs, *ready.get(None, [])], stray, grouped.get(None, [])


def _add_to_fixed_conversations(units: list[Unit], ready: Sequence[Job]) -> list[Unit]:
    """Units in a conversation whose place the person fixed go there, unless they name another role. The rest is
    returned.
    """
    threads: dict[str, set[int]] = {}
    for number, job in enumerate(ready):
        for item in (one for unit in job.units for one in unit.items):
            threads.setdefault(item.thread, set()).add(number)
    left = []
    for unit in units:
        homes = {home for item in unit.items for home in threads.get(item.thread, ())}
        home = ready[next(iter(homes))] if len(homes) == 1 else None
        if home is not None and is_compatible(unit, home):
            home.add(unit)
        else:
            left.append(unit)
    return left


def _place_without_employer(units: Sequence[Unit], jobs: Sequence[Job]) -> list[Stray]:
    """Letters that don't say the employer: to the one job of the person who writes, else they wait."""
    if not units:
        return []
    around = JobsAround(jobs)
    stray: list[Stray] = []
    for unit in units:
        first = unit.items[0]
        job = around.find_by_person(first)
        if job is not None and is_compatible(unit, job) and job.is_live(unit.first):
            job.add(unit)
            continue
        stray += [(item, NO_EMPLOYER, job) for item in unit.items]
    return stray


class _Filed(NamedTuple):
    """A job with its letters in order, and what they and the person told of it."""

    job: Job
    items: list[Item]
    story: EventStory


def _plan_filing(jobs: Sequence[Job], stray: Sequence[Stray], known: KnownJobs) -> FilingPlan:
    """Names, events and the inbox."""
    told = _tell_stories(jobs, known)
    waiting_keys = {item.key for one in told for item, _ in one.story.waiting}
    filed = [one._replace(items=[item for item in one.items if item.key not in waiting_keys]) for one in told]
    filed = sorted((one for one in filed if one.items), key=_tell_order)
    # Anew, since letters that wait now may have been what made a job the one that was known.
    identities = choose_identities([(one.job, one.items) for one in filed], known)
    names = _name_jobs(identities)
    named = {id(one.job): name for one, name in zip(filed, names, strict=True)}
    waiting = [(item, why, one.job) for one in told for item, why in one.story.waiting] + list(stray)
    waiting.sort(key=lambda one: (one[0].on, one[0].key))
    return FilingPlan(
        tuple(map(_plan_job, filed, names, identities)),
        tuple(WaitingLetter(item.key, why, _name_of(job, named)) for item, why, job in waiting),
    )


def _tell_stories(jobs: Sequence[Job], known: KnownJobs) -> list[_Filed]:
    """Each job with its letters and its story, in which the person's own events have their place."""
    items = [(job, _list_items(job)) for job in jobs]
    with_letters = [row for row in items if row[1]]
    identities = choose_identities(with_letters, known)
    ids = {id(job): identity.ids for (job, _), identity in zip(with_letters, identities, strict=True)}
    filed = []
    for job, own in items:
        known_ids = ids.get(id(job), frozenset()) | {known_job.id for known_job in job.known_jobs}
        here = [known.standing[one] for one in sorted(known_ids) if one in known.standing]
        filed.append(_Filed(job, own, tell_events(own, [event for known_job in here for event in known_job.told])))
    return filed


def _name_of(job: Job | None, named: Mapping[int, str]) -> str | None:
    if job is None:
        return None
    return named.get(id(job)) or (str(min(known_job.id for known_job in job.known_jobs)) if job.known_jobs else None)


def _list_items(job: Job) -> list[Item]:
    unique = {item.key: item for unit in job.units for item in unit.items}
    return sorted(unique.values(), key=lambda item: (item.on, item.read.message_id or "", item.key))


def _tell_order(filed: _Filed) -> tuple[date, str, str, str]:
    """By the first letter, then the names: a number doesn't depend on the order of reading."""
    job, items, _ = filed
    return items[0].on, job.firm or "", role_key(job.role), min(item.key for item in items)


def _name_jobs(identities: Iterable[Identity]) -> list[str]:
    names, fresh = [], 0
    for identity in identities:
        fresh += identity.id is None
        names.append(f"new-{fresh}" if identity.id is None else str(identity.id))
    return names


def _plan_job(filed: _Filed, name: str, identity: Identity) -> PlannedJob:
    job, items, story = filed
    known_job = next((one for one in job.known_jobs if one.by_hand), None) or next(iter(job.known_jobs), None)
    employer, is_known = _name_employer(items)
    roles = [item.details.role for item in items if item.core and item.details.role]
    shown = PlannedJob(
        told=tuple(one for one in story.events if one.told is not None),
        name=name,
        id=identity.id,
        employer=employer,
        role=_most_used(roles, role_key) if roles else job.role,
        agency=next((item.details.agency for item in items if item.details.agency), None),
        keys=tuple(item.key for item in items),
        events=tuple(one for one in story.events if one.told is None),
        employer_known=is_known,
        absorbs=identity.absorbs,
    )
    if known_job is None:
        return shown
    if not known_job.by_hand:
        return replace(shown, employer=employer or known_job.employer, role=shown.role or known_job.role)
    return replace(
        shown,
        employer=known_job.employer or employer,
        role=known_job.role or shown.role,
        agency=known_job.agency or shown.agency,
        employer_known=bool(known_job.employer) or is_known,
    )


def _name_employer(items: Sequence[Item]) -> tuple[str, bool]:
    """The employer's name; False when only a domain tells it."""
    core = [item for item in items if item.core or item.kind is LetterKind.FEEDBACK] or list(items)
    strong = [item.details.employer for item in core if item.details.employer and not is_weakly_named(item)]
    if strong:
        return _full_name(strong), True
    weak = [item.details.employer for item in core if item.details.employer]
    return (_full_name(weak).capitalize(), False) if weak else ("", False)


def _full_name(names: Sequence[str]) -> str:
    """The name that most letters use, or a longer one that begins with it: in conversation a name is soon shortened,
    and it may stand in full only in the receipt.
    """
    best = _most_used(names, employer_key)
    fuller = [name for name in names if is_beginning(best, name)]
    return _most_used(fuller, employer_key) if fuller else best


def _most_used(names: Sequence[str], key: Callable[[str], str]) -> str:
    """The name used most, those of one `key` being the same; of its spellings the one used most, then the longest."""
    counted = Counter(map(key, names))
    written = Counter(names)
    return max(written, key=lambda name: (counted[key(name)], written[name], len(name), name))
