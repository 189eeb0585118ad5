"""A letter that was read as a row: which letters are kept, and what of them."""

from __future__ import annotations

from onward.facts import LetterKind
from onward.notice.job.mailboxes import is_read_by_people
from onward.notice.linking.link import to_letter_facts
from onward.notice.message.letter import Letter
from onward.notice.verdict import Verdict, verdict_to_json
from onward.notice.version import reading_version
from onward_app.records import models
from onward_app.records.reading.notice import ABOUT_A_JOB

MAYBE = 0.2  # an unsure letter is kept when a kind about a job has at least this chance


def is_worth_keeping(verdict: Verdict) -> bool:
    """Whether linking needs this letter: it is about a job, may be, or is the person's own mail in a search."""
    guess = verdict.guess
    if verdict.outgoing:
        return verdict.details.did is not None
    if guess.kind in ABOUT_A_JOB or guess.kind is LetterKind.OUTREACH:
        return True
    if verdict.left_open:
        return True
    return guess.unsure and sum(guess.chances.get(kind, 0.0) for kind in ABOUT_A_JOB) >= MAYBE


def may_matter_later(verdict: Verdict) -> bool:
    """Whether it is other mail: where a person wrote it, it matters if they wrote about a job before."""
    guess = verdict.guess
    return guess.kind is LetterKind.OTHER and not guess.unsure and not verdict.outgoing


def to_letter_row(owner: models.Owner, letter: Letter, verdict: Verdict, *, within: str = "") -> models.Letter:
    """A letter and its verdict as a row that isn't stored yet: what linking needs, and what a page shows."""
    said = to_letter_facts(letter, verdict)
    return models.Letter(
        owner=owner,
        key=said.key,
        message_id=said.message_id,
        at=letter.date,
        on=said.on,
        sender_name=said.sender.name[:300],
        sender=said.sender.address[:320],
        to=[[address.name, address.address] for address in said.to[:50]],
        subject=said.subject,
        body=letter.body,
        refs=sorted(said.refs),
        thread=(said.thread or "")[:200],
        within=within,
        verdict=verdict_to_json(verdict),
        read_by=reading_version(),
        kind=str(verdict.guess.kind),
        unsure=verdict.guess.unsure,
        outgoing=verdict.outgoing,
        by_person=is_by_person(letter),
        fingerprint=said.fingerprint,
        words=said.words,
    )


def is_by_person(letter: Letter) -> bool:
    """Whether a person seems to have written it: no list, no bulk mark, and an address that people read."""
    return not letter.bulk and letter.list_id is None and is_read_by_people(letter.sender.address)
