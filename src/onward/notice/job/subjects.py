"""What a subject line names when it is made of pieces: “Acme | Nurse”, “Your application to Acme – Nurse”, “Acme:
thanks for applying”.
"""

from __future__ import annotations

import re
from functools import cache

from onward.notice.job.domains import is_fitting_label
from onward.notice.job.mentions import Mention, make_mention
from onward.notice.job.roles import Span, find_role, is_role_like
from onward.notice.job.scan import find_name_at
from onward.notice.languages.load import join_words

BARE_PIECE = 1.2  # the weight of a piece that nothing announces; outreach fills subjects with all sorts of them

_CUT = re.compile(r"(?<!\s)\s+[-–—|•·/:]+\s+|(?:(?<!\s)\s+)?[|•]\s*|(?<=\w):\s+|(?<!\s)\s+–|!\s+|,\s+(?=thank)")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:\s*(?:{join_words('subjects.marks')})\s*(?:\[\d+\])?:|\s*\[[^\]]{{1,30}}\])+\s*", re.IGNORECASE
    )


@cache
def _about_mail() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('subjects.about_mail')})\b", re.IGNORECASE)


@cache
def _file() -> re.Pattern[str]:
    """What carries a number or a word of files and forms."""
    return re.compile(rf"\b\d{{2}}-\d{{2,}}\b|\d{{5,}}|\b(?:{join_words('subjects.file')})\b", re.IGNORECASE)


@cache
def _at() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{join_words('subjects.at')}|@)\s")


def skip_reply_prefix(subject: str) -> int:
    """Where a subject begins after “Re:” and its like."""
    match = _marks().match(subject)
    return match.end() if match else 0


def find_in_subject(subject: str, *, label: str | None = None) -> list[Mention]:
    """Mentions from the pieces between dashes, bars and colons. A single plain piece says nothing by itself."""
    pieces = _pieces(subject)
    if len(pieces) < 2 and not (pieces and _bare_role(subject, pieces[0])):
        return []
    about_mail = any(_about_mail().search(subject[a:b]) for a, b in pieces)
    found: list[Mention] = []
    for span in pieces:
        for part in _at_employer(subject, span, label):
            weight = BARE_PIECE if part == span else 2.0
            found += _from_piece(subject, part, about_mail=about_mail or len(pieces) < 4, weight=weight)
    return found


def _pieces(subject: str) -> list[Span]:
    start, found = skip_reply_prefix(subject), []
    for cut in _CUT.finditer(subject, start):
        found.append((start, cut.start()))
        start = cut.end()
    found.append((start, len(subject)))
    return [(a, b) for a, b in found if subject[a:b].strip()]


def _at_employer(subject: str, span: Span, label: str | None) -> list[Span]:
    """“Nurse at Acme” is two pieces; “Nurse, Acme” too when the sender's domain says Acme."""
    piece = subject[span[0] : span[1]]
    cut = _at().search(piece)
    if cut is None and label:
        cut = next((m for m in re.finditer(r",\s", piece) if is_fitting_label(piece[m.end() :], label)), None)
    if cut is None or not is_role_like(piece[: cut.start()]):
        return [span]
    return [(span[0], span[0] + cut.start()), (span[0] + cut.end(), span[1])]


def _bare_role(subject: str, span: Span) -> bool:
    piece = subject[span[0] : span[1]]
    return is_role_like(piece) and len(piece.split()) <= 8


def _from_piece(subject: str, span: Span, *, about_mail: bool, weight: float) -> list[Mention]:
    piece = subject[span[0] : span[1]]
    if is_role_like(piece) and not _about_mail().search(
        re.sub(r"\b(?:position|role|job)s?\b", "", piece, flags=re.IGNORECASE)
    ):
        role = find_role(subject, *span)
        return [make_mention("role", subject, role, field="subject", weight=2.5)] if role and about_mail else []
    if _about_mail().search(piece) or not about_mail or _file().search(piece):
        return []
    name = find_name_at(subject, span[0] + len(piece) - len(piece.lstrip()))
    if name is None or name[1] - span[0] < len(piece.rstrip(" .!,")) - 1 or is_role_like(piece):
        return []
    return [make_mention("employer", subject, name, field="subject", weight=weight)]
