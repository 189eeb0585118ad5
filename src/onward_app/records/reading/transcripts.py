"""Reads of transcripts: those of an interview, what they say, and who the person was in earlier ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onward.debrief import transcript
from onward.debrief.answers import SpokenAnswer, pair_answers
from onward.debrief.names import is_generic
from onward.debrief.transcript import read_transcript_text
from onward.wording.sentences import cut_sentences
from onward_app.records.models import Interview, Owner, Transcript
from onward_app.records.reading.rows import find_row


@dataclass(frozen=True, slots=True)
class TranscriptReport:
    """A transcript with what was read from it; `answers` are none until it is known who the person is."""

    row: Transcript
    read: transcript.Transcript
    answers: tuple[SpokenAnswer, ...]


def write_what_was_said(read: transcript.Transcript) -> str:
    """The turns as text, to be looked over. In a talk of two the questions are left out: who asks how one assesses for
    suicide risk doesn't speak of themselves.
    """
    talk = len(read.speakers) > 1
    said = (_leave_questions_out(turn.text) if talk else turn.text for turn in read.turns)
    return "\n".join(f"{turn.speaker}: {words}" for turn, words in zip(read.turns, said, strict=True))


def _leave_questions_out(text: str) -> str:
    return " ".join(one.text for one in cut_sentences(text) if not one.text.endswith("?"))


def find_transcript(owner: Owner, pk: int) -> Transcript:
    """The owner's transcript of an interview that stands, or a 404."""
    row = find_row(Transcript, owner, pk)
    find_row(Interview, owner, row.interview_id)
    return row


def list_transcripts(owner: Owner, interview: Interview) -> list[Transcript]:
    """The transcripts of an interview, oldest first, without their words."""
    return list(Transcript.objects.of(owner).filter(interview=interview).defer("text"))


def report_transcript(row: Transcript) -> TranscriptReport:
    """What it says."""
    read = read_transcript_text(row.text)
    return TranscriptReport(row, read, pair_answers(read, row.candidate))


def load_memory(owner: Owner, interview: Interview | None) -> TranscriptReport | None:
    """The latest transcript of an interview that has answers in it, to stand in for memory."""
    rows = Transcript.objects.of(owner).filter(interview=interview).exclude(candidate="").order_by("-pk")
    found = (report_transcript(row) for row in rows) if interview is not None else ()
    return next((one for one in found if one.answers), None)


def find_remembered_candidate(owner: Owner, speakers: Iterable[str]) -> str:
    """Which of these speakers the person was in an earlier transcript, the latest one first; empty when none.

    A name that a tool made up, like “Speaker 1”, may be somebody else by now and isn't remembered.
    """
    here = {" ".join(name.casefold().split()): name for name in speakers}
    rows = Transcript.objects.of(owner).exclude(candidate="").order_by("-pk").values_list("candidate", flat=True)
    said = (here.get(" ".join(name.casefold().split()), "") for name in rows if not is_generic(name))
    return next((name for name in said if name), "")
