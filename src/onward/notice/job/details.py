"""What a letter says about the job: employer, role, agency, people, stage and reason, each with its place."""

from __future__ import annotations

import re

from onward.facts import LetterKind, Stage
from onward.notice.job.answer import Answer
from onward.notice.job.answers import find_employer, find_role
from onward.notice.job.meeting import find_meeting
from onward.notice.job.names import employer_key, find_job_number
from onward.notice.job.outright import find_client, find_outright, find_outright_meeting
from onward.notice.job.page import Page, format_sender, unwrap
from onward.notice.job.people import find_people
from onward.notice.job.reasons import find_reason
from onward.notice.job.stages import find_stage
from onward.notice.languages.load import compile_words
from onward.notice.message.letter import Letter, find_own_words
from onward.notice.verdict import Because, Details

__all__ = ["format_sender", "join_own_words", "join_quoted_words", "read_details"]

_WRITTEN = re.compile(r"[^\n]")
_NUMBER = r"[ .]{0,40}(?:id|number|no|nr|code)?\.?[ :#]+(?:[A-Z]{0,4}[-_]?\d{3,}[\w-]*|\d{2}-\d{3,})"


def read_details(letter: Letter, kind: LetterKind, *, by_hand: bool = False) -> Details:
    """Everything that the letter itself says of the job. Offsets are code points of the decoded field.

    One that came `by_hand` was pasted by the person, and people say in their own words that they met.
    """
    page = Page(letter)
    body = join_own_words(letter)
    employer, agency = find_employer(page, by_hand=by_hand)
    if by_hand:
        employer = employer or find_outright(page)
    elif employer is None and agency is not None:
        employer = find_client(page, agency)
    quoted = join_quoted_words(letter)
    stage, stage_because = find_stage(body, kind, subject=letter.subject, quoted=quoted)
    if by_hand and stage is None and kind is LetterKind.REJECTION:
        stage, stage_because = _find_meeting(page)
    role = find_role(page, employer, by_hand=by_hand, met=stage_because)
    reason = find_reason(body) if kind is LetterKind.REJECTION else None
    because = [answer.because for answer in (employer, role) if answer is not None]
    because += [stage_because] if stage_because else []
    because += [reason[1]] if reason else []
    return Details(
        employer=employer.shown if employer else None,
        role=role.shown if role else None,
        agency=agency.shown if agency else None,
        people=_find_people(letter, body, employer),
        stage=stage,
        reason=reason[0] if reason else None,
        because=tuple(_quote_original(one, letter) for one in because),
        employer_by=employer.by if employer else None,
        number=_find_number(letter, body, role),
    )


def _find_meeting(page: Page) -> tuple[Stage | None, Because | None]:
    span = find_meeting(page) or find_outright_meeting(page)
    if span is None:
        return None, None
    return Stage.INTERVIEW, Because("body", *span, page.texts["body"][slice(*span)])


def join_own_words(letter: Letter) -> str:
    """The body with quoted replies blanked out and wrapped lines joined: as long as the body, so that offsets hold."""
    text = _keep_only(letter.body, find_own_words(letter.body))
    return unwrap(text if text.strip() else letter.body)


def join_quoted_words(letter: Letter) -> str:
    """What the letter quotes, with its own words blanked out."""
    said = find_own_words(letter.body)
    ends = [0, *(end for _, end in said)]
    starts = [*(start for start, _ in said), len(letter.body)]
    return _keep_only(letter.body, tuple(zip(ends, starts, strict=True))) if said else ""


def _keep_only(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    pieces, done = [], 0
    for start, end in spans:
        pieces += [_WRITTEN.sub(" ", text[done:start]), text[start:end]]
        done = end
    return "".join((*pieces, _WRITTEN.sub(" ", text[done:])))


def _find_people(letter: Letter, body: str, employer: Answer | None) -> tuple[str, ...]:
    """People, without the employer's own name where a firm signs."""
    found = find_people(body, name=letter.sender.name, address=letter.sender.address)
    key = employer_key(employer.shown) if employer else ""
    return tuple(name for name in found if not key or not key.startswith(employer_key(name)))


def _find_number(letter: Letter, body: str, role: Answer | None) -> str | None:
    """The employer's number for the job: beside the role, or after a word that announces it."""
    if role is not None:
        text = body if role.because.field == "body" else letter.subject
        before = text[max(0, role.because.start - 16) : role.because.start].split("\n")[-1].partition(" ")[2]
        after = text[role.because.end : role.because.end + 30].split("\n")[0]
        number = find_job_number(role.because.text) or find_job_number(after) or find_job_number(before)
        if number:
            return number
    announced = compile_words("details.number", after=_NUMBER)
    match = announced.search(body, 0, 6000) or announced.search(letter.subject)
    return find_job_number(match.group()) if match else None


def _quote_original(because: Because, letter: Letter) -> Because:
    """The same span, quoting the letter as it stands."""
    field = {"subject": letter.subject, "body": letter.body, "from": format_sender(letter.sender)}[because.field]
    return Because(because.field, because.start, because.end, field[because.start : because.end])
