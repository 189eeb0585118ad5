"""One letter to one verdict: its kind, what it says of the job, and whether the person wrote it."""

from __future__ import annotations

import re
from dataclasses import replace

from onward.facts import LetterKind
from onward.notice.job.details import join_own_words, read_details
from onward.notice.job.outgoing import find_deed, is_outgoing
from onward.notice.job.senders import is_shared_domain
from onward.notice.job.told import find_name_told, find_news_told, find_no_told
from onward.notice.kind.classify import classify_letter, tell_language
from onward.notice.kind.left_open import leave_open
from onward.notice.kind.signs import leaves_a_list
from onward.notice.message.calendar_part import read_calendar_parts
from onward.notice.message.letter import Address, Letter
from onward.notice.verdict import Because, Details, Guess, Verdict

JOB_KINDS: tuple[LetterKind, ...] = (
    LetterKind.CONFIRMATION,
    LetterKind.ASSESSMENT,
    LetterKind.INTERVIEW,
    LetterKind.REJECTION,
    LetterKind.OFFER,
    LetterKind.FEEDBACK,
    LetterKind.OUTREACH,
)
_PERHAPS_A_NO = 0.4  # chance of a no, above which a letter of one line is no news of the person's own
_TO_MANY = frozenset({LetterKind.ALERT, LetterKind.OTHER})


def read_letter(letter: Letter, *, own: frozenset[str] = frozenset(), briefly: bool = False) -> Verdict:
    """All that one letter says by itself. `own` are the person's addresses, lower case. Read `briefly`, what is surely
    other mail has its kind and no chances.

    >>> from onward.notice.message.letter import parse_letter
    >>> no = parse_letter(b"Subject: Therapist\\n\\nWe are sorry to tell you that we chose another candidate.")
    >>> read_letter(no).guess.kind.value
    'rejection'
    """
    if is_outgoing(letter, own=own):
        did, to = _find_own_deed(letter)
        said = read_details(replace(letter, sender=to), LetterKind.OTHER) if did else Details()
        other = Guess(LetterKind.OTHER, 1.0, unsure=False, language=tell_language(letter))
        return Verdict(other, replace(said, did=did, people=(), stage=None, because=()), outgoing=True)
    told = _told_by_the_person(letter)
    if told is not None:
        return told
    guess = classify_letter(letter, briefly=briefly and not letter.calendar and not letter.unread)
    guess = _heed_news(letter, guess)
    calendar = read_calendar_parts(letter.calendar)
    guess, left_open = leave_open(letter, guess, calendar)
    kind = likely_job_kind(guess)
    details = Details() if kind is None else read_details(letter, kind)
    return Verdict(guess, details, left_open=left_open, meeting=calendar.uid if calendar else "")


def read_as_no(letter: Letter, verdict: Verdict) -> Verdict:
    """The verdict with what the letter says of the job when it is a no, which whoever handed it over says it is.

    A newsletter names many employers, and none of them said it.
    """
    if verdict.outgoing:
        return verdict
    if verdict.guess.kind in _TO_MANY and leaves_a_list(letter.body):
        return replace(verdict, details=Details())
    return replace(verdict, details=read_details(letter, LetterKind.REJECTION, by_hand=True))


def likely_job_kind(guess: Guess) -> LetterKind | None:
    """The kind whose details are worth reading: the guess, or the likeliest kind about a job when it is unsure."""
    if guess.kind in JOB_KINDS:
        return guess.kind
    if not guess.unsure:
        return None
    return max(JOB_KINDS, key=lambda kind: guess.chances.get(kind, 0.0))


def _told_by_the_person(letter: Letter) -> Verdict | None:
    """A no in one line without a head, “Riverbend said no”: nobody wrote that but whoever hands it over."""
    line = letter.body.strip()
    told = find_no_told(line) if _has_no_head(letter) else None
    if told is None:
        return None
    return Verdict(_take_at_their_word(letter, LetterKind.REJECTION, told), Details(find_name_told(line) or None))


def _heed_news(letter: Letter, guess: Guess) -> Guess:
    """What a line of the person's own says that came instead of a no, “Hill House wants to meet me”, where its words
    don't speak of one.
    """
    news = find_news_told(letter.body.strip()) if _has_no_head(letter) else None
    if news is None or guess.chances.get(LetterKind.REJECTION, 0.0) > _PERHAPS_A_NO:
        return guess
    return _take_at_their_word(letter, *news)


def _has_no_head(letter: Letter) -> bool:
    return not (letter.sender.address or letter.sender.name or letter.subject)


def _take_at_their_word(letter: Letter, kind: LetterKind, told: re.Match[str]) -> Guess:
    start = letter.body.index(told.string) + told.start()
    because = Because("body", start, start + len(told[0]), told[0])
    return Guess(kind, 1.0, unsure=False, because=(because,), chances={kind: 1.0}, language=tell_language(letter))


def _find_own_deed(letter: Letter) -> tuple[str | None, Address]:
    """What the person wrote that they did, and the house they wrote it to."""
    did = find_deed(f"{letter.subject}\n{join_own_words(letter)}")
    return did, next((one for one in letter.to if not is_shared_domain(one.address)), letter.sender)
