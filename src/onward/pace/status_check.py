"""The draft of one friendly status check: where things stand, no hurry, and nothing to defend."""

from __future__ import annotations

from datetime import date

from onward.ask.draft import Draft, DraftDetails, write_greeting
from onward.ask.voices import load_sentences, wrap_message
from onward.ask.words import ENGLISH
from onward.wording.counts import join_sentences
from onward.wording.days import MONTHS


def write_status_check(about: DraftDetails, *, promised: date | None = None, language: str = ENGLISH) -> Draft:
    """A short question to the one spoken with, after the day they named if they named one."""
    return _write_english(about, promised) if language == ENGLISH else _write_in(about, promised, language)


def _write_in(about: DraftDetails, promised: date | None, language: str) -> Draft:
    said = load_sentences(language)["check"]
    named = [said["named"].format(day=promised.day, month=promised.month)] if promised else []
    body = wrap_message(about, [" ".join([said["again"], *named, said["ask"]]), said["out"]], language)
    subject = f"{said['subject']}: {about.role}" if about.role else said["subject"]
    return Draft(subject, body, _WHY)


def _write_english(about: DraftDetails, promised: date | None) -> Draft:
    thanks = "Thank you again for the conversation."
    named = f"You mentioned {promised.day} {MONTHS[promised.month - 1]}." if promised else ""
    ask = "Could you tell me where things stand?"
    if about.role:
        ask = f"Could you tell me where things stand with the {about.role} role?"
    body = (
        f"{write_greeting(about)}{join_sentences(thanks, named, ask)}\n\n"
        f"There is no hurry. I am still interested, and I know these things take time.\n\nAll the best,\n{about.me}"
    )
    subject = f"Where things stand: {about.role}" if about.role else "Where things stand"
    return Draft(subject, body, _WHY)


_WHY = "After a quiet while, to somebody who met you."
