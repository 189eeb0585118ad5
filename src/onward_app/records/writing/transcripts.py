"""Transcripts: kept with an interview, told who is who, put right, and deleted for good; and figures on delivery."""

from __future__ import annotations

from hashlib import sha256

from django.db import transaction
from django.db.models import Q

from onward_app.records.models import Change, Interview, Owner, Transcript
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.forgetting import forget_quotes, forget_rows
from onward_app.records.writing.owner import change_settings

OFF = "Figures on delivery are off: pace, fillers, share of the talk."
ON = "Figures on delivery are on again."


def transcript_key(text: str) -> str:
    """The same for the same words, however their lines end."""
    return sha256(clean_transcript(text).encode("utf-8", "surrogatepass")).hexdigest()


def clean_transcript(text: str) -> str:
    """As it is stored: plain line ends, and nothing that a database can't keep."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
    return plain.encode("utf-8", "replace").decode("utf-8") + "\n"


def add_transcript(
    owner: Owner, interview: Interview, *, text: str, name: str, candidate: str
) -> tuple[Transcript, Change | None]:
    """Keep a transcript with its interview. The same one twice changes nothing."""
    there = Transcript.objects.of(owner).filter(interview=interview, key=transcript_key(text)).first()
    if there is not None:
        return there, None
    title = f"Added a transcript of the interview at {interview.opportunity.employer}."
    with open_change(owner, "debrief.transcript", title, opportunity=interview.opportunity) as change:
        row = change.make(Transcript, interview=interview, name=name[:200], candidate=candidate,
            text=clean_transcript(text),
                         key=transcript_key(text))  # fmt: skip
    return row, change.record


def edit_transcript(owner: Owner, row: Transcript, *, text: str, candidate: str) -> tuple[Transcript, Change | None]:
    """Other words in its place. The old ones stand no more, and an undo brings them back."""
    if transcript_key(text) == row.key:
        return row, None
    title = f"Changed the transcript of the interview at {row.interview.opportunity.employer}."
    with open_change(owner, "debrief.transcript", title, opportunity=row.interview.opportunity) as change:
        change.strike(row)
        fresh = change.make(Transcript, interview=row.interview, name=row.name, candidate=candidate,
            text=clean_transcript(text),
                           key=transcript_key(text))  # fmt: skip
    return fresh, change.record


def name_candidate(owner: Owner, row: Transcript, candidate: str) -> Change:
    """Which of its speakers the person is."""
    title = f"Said who you are in the transcript of the interview at {row.interview.opportunity.employer}."
    with open_change(owner, "debrief.transcript", title, opportunity=row.interview.opportunity) as change:
        change.edit(row, candidate=candidate)
    return change.record


def delete_transcript(owner: Owner, row: Transcript) -> None:
    """Delete it for good: it holds other people's words too. Earlier versions that stand no more go with it."""
    with transaction.atomic():
        mine = Transcript.objects.filter(owner=owner, interview=row.interview_id)
        gone = mine.filter(Q(pk=row.pk) | Q(stands=False))
        named = Change.objects.filter(
            owner=owner, intention="debrief.transcript", opportunity=row.interview.opportunity
        )
        forget_quotes(named, [f"You are {one.candidate} in" for one in gone if one.candidate], "Said who you are in")
        forget_rows(gone)


def set_delivery_shown(owner: Owner, *, on: bool) -> Change | None:
    """Show figures on delivery, or never again until they are turned on."""
    return change_settings(owner, "debrief.delivery", ON if on else OFF, delivery_off=not on)
