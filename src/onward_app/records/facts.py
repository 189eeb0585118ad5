"""A verdict as JSON and back, and the columns of a letter as linking wants them."""

from __future__ import annotations

from typing import Any

from onward.facts import LetterKind, Stage
from onward.notice.job.mailboxes import is_read_by_people
from onward.notice.linking.link import LetterFacts, fingerprint, words_of
from onward.notice.message.letter import Address, Letter
from onward.notice.verdict import Because, Details, Guess, Reason, Verdict
from onward_app.records import models

ABOUT_A_JOB = frozenset(
    {
        LetterKind.CONFIRMATION,
        LetterKind.ASSESSMENT,
        LetterKind.INTERVIEW,
        LetterKind.REJECTION,
        LetterKind.OFFER,
        LetterKind.FEEDBACK,
    }
)
MAYBE = 0.2  # an unsure letter is kept when a kind about a job has at least this chance


def is_worth_keeping(verdict: Verdict) -> bool:
    """Whether linking needs this letter: it is about a job, may be, or is the person's own mail in a search."""
    guess = verdict.guess
    if verdict.outgoing:
        return verdict.details.did is not None
    if guess.kind in ABOUT_A_JOB or guess.kind is LetterKind.OUTREACH:
        return True
    return guess.unsure and sum(guess.chances.get(kind, 0.0) for kind in ABOUT_A_JOB) >= MAYBE


def likeliest_job_kind(row: models.Letter) -> LetterKind:
    """What to ask about an unsure letter: its kind, or the likeliest kind about a job when that is “other”."""
    if row.kind in ABOUT_A_JOB or not row.unsure:
        return LetterKind(row.kind)
    return max(ABOUT_A_JOB, key=lambda kind: (row.verdict["chances"].get(kind, 0.0), kind))


def spans_to_json(because: tuple[Because, ...]) -> list[dict[str, Any]]:
    """Spans as the command line prints them."""
    return [{"field": b.field, "start": b.start, "end": b.end, "text": b.text} for b in because]


def verdict_to_json(verdict: Verdict) -> dict[str, Any]:
    """All of a verdict that is stored; chances below one in a hundred are left out."""
    guess, details = verdict.guess, verdict.details
    return {
        "kind": str(guess.kind),
        "probability": round(guess.probability, 4),
        "unsure": guess.unsure,
        "because": spans_to_json(guess.because),
        "chances": {str(kind): round(chance, 3) for kind, chance in guess.chances.items() if chance >= 0.01},
        "language": guess.language,
        "outgoing": verdict.outgoing,
        "employer": details.employer,
        "role": details.role,
        "agency": details.agency,
        "people": list(details.people),
        "stage": str(details.stage) if details.stage else None,
        "reason": str(details.reason) if details.reason else None,
        "details_because": spans_to_json(details.because),
        "employer_by": details.employer_by,
        "number": details.number,
        "did": details.did,
    }


def verdict_from_json(told: dict[str, Any]) -> Verdict:
    """The verdict that `to_json` stored."""
    guess = Guess(
        kind=LetterKind(told["kind"]),
        probability=told["probability"],
        unsure=told["unsure"],
        because=_because(told["because"]),
        chances={LetterKind(kind): chance for kind, chance in told["chances"].items()},
        language=told["language"],
    )
    return Verdict(guess, _details(told), outgoing=told["outgoing"])


def _details(told: dict[str, Any]) -> Details:
    return Details(
        employer=told["employer"],
        role=told["role"],
        agency=told["agency"],
        people=tuple(told["people"]),
        stage=Stage(told["stage"]) if told["stage"] else None,
        reason=Reason(told["reason"]) if told["reason"] else None,
        because=_because(told["details_because"]),
        employer_by=told.get("employer_by"),
        number=told.get("number"),
        did=told.get("did"),
    )


def _because(spans: list[dict[str, Any]]) -> tuple[Because, ...]:
    return tuple(Because(**span) for span in spans)


def to_letter_row(owner: models.Owner, letter: Letter, verdict: Verdict, *, within: str = "") -> models.Letter:
    """A letter and its verdict as a row that isn't stored yet."""
    return models.Letter(
        owner=owner,
        key=letter.key,
        message_id=letter.message_id,
        at=letter.date,
        on=letter.date.date() if letter.date else None,
        sender_name=letter.sender.name[:300],
        sender=letter.sender.address[:320],
        to=[[address.name, address.address] for address in letter.to[:50]],
        subject=letter.subject,
        body=letter.body,
        refs=sorted({*letter.in_reply_to, *letter.references}),
        thread=(letter.thread or "")[:200],
        within=within,
        verdict=verdict_to_json(verdict),
        kind=str(verdict.guess.kind),
        unsure=verdict.guess.unsure,
        outgoing=verdict.outgoing,
        by_person=is_by_person(letter),
        fingerprint=fingerprint(letter),
        words=words_of(letter),
    )


def to_read(row: models.Letter, own: frozenset[str]) -> LetterFacts:
    """A stored (or unsaved) letter, as linking wants it."""
    verdict = verdict_from_json(row.verdict)
    if row.sender in own and not verdict.outgoing:
        verdict = Verdict(verdict.guess, verdict.details, outgoing=True)
    return LetterFacts(
        key=row.key,
        on=row.on,
        message_id=row.message_id,
        refs=frozenset(row.refs),
        thread=row.thread or None,
        sender=Address(row.sender_name, row.sender),
        to=tuple(Address(name, address) for name, address in row.to),
        subject=row.subject,
        verdict=verdict,
        fingerprint=row.fingerprint,
        words=row.words,
    )


def is_by_person(letter: Letter) -> bool:
    """Whether a person seems to have written it: no list, no bulk mark, and an address that people read."""
    return not letter.bulk and letter.list_id is None and is_read_by_people(letter.sender.address)
