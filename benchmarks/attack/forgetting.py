"""Killed while something is deleted for good: after the next start, what is gone from the rows is in no byte of the folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.attack.victims import DONE, Filled, bring_up

SORTS = ("letter", "recording", "document", "transcript", "contact", "writing", "everything")
NO = """From: {mark} Clinic Careers <careers@{mark}.example>
To: me@example.org
Subject: Your application for Therapist at {mark} Clinic
Date: Mon, 02 Nov 2026 09:00:00 +0000
Message-ID: <x@{mark}.example>

Thank you for applying for the position of Therapist at {mark} Clinic. We regret to inform you that we have decided
not to move forward with your application, as we have chosen another candidate.

"""


def word_of(sort: str) -> str:
    """A word that is nowhere else; what comes after its first two letters is how the index may keep it."""
    return f"Zq{SORTS.index(sort)}{sort[::-1]}wxk"


def holds(folder: Path, sort: str) -> list[str]:
    """The files of a folder in which this word is left."""
    sought = word_of(sort)[2:].encode()
    return [path.name for path in folder.rglob("*") if path.is_file() and sought in path.read_bytes().lower()]


class Forgetting(Filled):
    """A letter, a recording, a document, a transcript, somebody, words that are burnt, and then everything."""

    name = "forgetting"

    def prepare(self, folder: Path) -> None:
        """One of each with its word, in a backup as well."""
        super().prepare(folder)
        from onward_app.keeping.backups import make_backup
        from onward_app.records.models import Owner

        for sort in SORTS:
            _keep(Owner.objects.get(), sort)
        make_backup()
        assert all(holds(folder, sort) for sort in SORTS)

    def work(self, folder: Path) -> None:
        """One after the other, as far as they are still there; each is told when it is done."""
        bring_up()
        with (folder / DONE).open("a", encoding="utf-8") as told:
            for sort in SORTS:
                if (row := _find(sort)) is not None:
                    _forget(sort)(row)
                    told.write(f"{sort}\n")
                    told.flush()

    def look(self, folder: Path) -> None:
        """What was told is gone, and what is gone from the rows is nowhere."""
        told = (folder / DONE).read_text().split() if (folder / DONE).exists() else []
        gone = [sort for sort in SORTS if _find(sort) is None]
        assert set(told) <= set(gone), f"back again: {set(told) - set(gone)}"
        left = {sort: holds(folder, sort) for sort in gone}
        assert not any(left.values()), f"left: { {sort: names for sort, names in left.items() if names} }"

    def mark(self) -> str:
        """What is left of them in the end: nothing."""
        from onward_app.home import home_folder

        return str({sort: holds(home_folder(), sort) for sort in SORTS})


def _keep(owner: Any, sort: str) -> None:
    from tests.filled import SOUND

    from onward.practice.sound import Sound
    from onward_app.collect import take_in_letters
    from onward_app.records.models import Interview, Opportunity
    from onward_app.records.reading.writings import MATTERS
    from onward_app.records.writing.contacts import add_contact
    from onward_app.records.writing.documents import keep_document
    from onward_app.records.writing.jobs import add_job
    from onward_app.records.writing.recordings import keep_recording
    from onward_app.records.writing.transcripts import add_transcript
    from onward_app.records.writing.writings import keep_writing

    word, job = word_of(sort), Opportunity.objects.of(owner).first()
    sound = SOUND + word.lower().encode() * 900
    told = f"Dana: How was your week?\n{word}: It went well, thank you.\n" * 40
    ways: dict[str, Callable[[], object]] = {
        "letter": lambda: take_in_letters(owner, [(NO.format(mark=word) + f"> {word} and more.\n" * 300).encode()]),
        "recording": lambda: keep_recording(
            owner, chunks=[sound], sort=Sound.WEBM, card=None, question=word, seconds=9
        ),
        "document": lambda: keep_document(owner, job, name=f"{word}.txt", chunks=[word.lower().encode() * 50]),
        "transcript": lambda: add_transcript(
            owner, Interview.objects.of(owner)[0], text=told, name=f"{word}.txt", candidate=word
        ),
        "contact": lambda: add_contact(owner, name=f"Ada {word}", reach=f"{word}@mail.example", job=job),
        "writing": lambda: keep_writing(owner, MATTERS, f"{word} matters. " * 30),
        "everything": lambda: add_job(owner, employer=word, role="", on=None),
    }
    ways[sort]()


def _find(sort: str) -> Any:
    """The row of a word, where it is still there."""
    from onward_app.records.models import Contact, Document, Letter, Opportunity, Recording, Transcript, Writing

    found = {
        "letter": Letter.objects.filter(sender__icontains=word_of(sort)),
        "recording": Recording.objects.filter(question=word_of(sort)),
        "document": Document.objects.filter(name__contains=word_of(sort)),
        "transcript": Transcript.objects.filter(candidate=word_of(sort)),
        "contact": Contact.objects.filter(name__contains=word_of(sort)),
        "writing": Writing.objects.filter(text__contains=word_of(sort)),
        "everything": Opportunity.objects.filter(employer=word_of(sort)),
    }
    return found[sort].first()


def _forget(sort: str) -> Callable[[Any], object]:
    from onward_app.records.writing.contacts import delete_contact
    from onward_app.records.writing.decisions import set_letter_aside
    from onward_app.records.writing.documents import delete_document
    from onward_app.records.writing.leaving import delete_everything
    from onward_app.records.writing.recordings import delete_recording
    from onward_app.records.writing.transcripts import delete_transcript
    from onward_app.records.writing.writings import burn_writing

    ways: dict[str, Callable[[Any], object]] = {
        "letter": lambda row: set_letter_aside(row.owner, row),
        "recording": lambda row: delete_recording(row.owner, row),
        "document": lambda row: delete_document(row.owner, row),
        "transcript": lambda row: delete_transcript(row.owner, row),
        "contact": lambda row: delete_contact(row.owner, row),
        "writing": burn_writing,
        "everything": lambda row: delete_everything(row.owner),
    }
    return ways[sort]
