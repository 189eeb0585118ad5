"""What a subject line names when it is made of pieces: “Acme | Nurse”, “Your application to Acme – Nurse”, “Acme:
thanks for applying”.
"""

from __future__ import annotations

import re

from onward.notice.job.domains import is_fitting_label
from onward.notice.job.mentions import Mention, make_mention
from onward.notice.job.roles import Span, find_role, is_role_like
from onward.notice.job.scan import find_name_at

BARE_PIECE = 1.2  # the weight of a piece that nothing announces; outreach fills subjects with all sorts of them

_REPLY = re.compile(
    r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv|res|enc|antw|doorst|rif|i|r|ext|external)\s*(?:\[\d+\])?:|\s*\[[^\]]{1,30}\])+\s*",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?<!\s)\s+[-–—|•·/:]+\s+|(?:(?<!\s)\s+)?[|•]\s*|(?<=\w):\s+|(?<!\s)\s+–|!\s+|,\s+(?=thank)")
_ABOUT_MAIL = re.compile(
    r"\b(?:congratulations|great|good|glückwunsch|félicitations|enhorabuena|complimenti|parabéns|gefeliciteerd|"
    r"appl(?:y|ying|ied|ication)\w*|thank\w*|interview\w*|update|status|received|receipt|confirm\w*|invitation|invite|"
    r"your|you|next steps?|offer|letter|"
    r"availability|schedul\w*|reminder|action|required|important|response|follow\w*|position|decision|candidacy|"
    r"welcome|assessment|test|call|chat|meet|"
    r"question|feedback|hello|hi|news|submission|successful\w*|resume|quick|notification|message|verify|code|security|"
    r"alert|jobs?|we|our|us|documents?|onboarding|"
    r"bewerbung\w*|eingang\w*|absage|einladung|gespräch|vorstellungs\w*|stelle|ihre|vielen|dank|candidature|entretien|"
    r"réponse|votre|accusé|merci|suite|candidatura|"
    r"solicitud|proceso|entrevista|gracias|su|tu|colloquio|grazie|sua|selezione|obrigad[oa]|vaga|sollicitatie|gesprek|"
    r"uw|je|bedankt|uitnodiging|offerte|angebot|vertrag)\b",
    re.IGNORECASE,
)


# What carries a number or one of these words is a file or a form and no firm.
_FILE = re.compile(
    r"\b\d{2}-\d{2,}\b|\d{5,}|\b(?:notice|receipt|recruitment|requisition|posting|announcement|schedule|"
    r"notification)\b",
    re.IGNORECASE,
)


def skip_reply_prefix(subject: str) -> int:
    """Where a subject begins after “Re:” and its like."""
    match = _REPLY.match(subject)
    return match.end() if match else 0


def find_in_subject(subject: str, *, label: str | None = None) -> list[Mention]:
    """Mentions from the pieces between dashes, bars and colons. A single plain piece says nothing by itself."""
    pieces = _pieces(subject)
    if len(pieces) < 2 and not (pieces and _bare_role(subject, pieces[0])):
        return []
    about_mail = any(_ABOUT_MAIL.search(subject[a:b]) for a, b in pieces)
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
    cut = re.search(r"\s(?:at|with|bei|chez|presso|bij|@)\s", piece)
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
    if is_role_like(piece) and not _ABOUT_MAIL.search(
        re.sub(r"\b(?:position|role|job)s?\b", "", piece, flags=re.IGNORECASE)
    ):
        role = find_role(subject, *span)
        return [make_mention("role", subject, role, field="subject", weight=2.5)] if role and about_mail else []
    if _ABOUT_MAIL.search(piece) or not about_mail or _FILE.search(piece):
        return []
    name = find_name_at(subject, span[0] + len(piece) - len(piece.lstrip()))
    if name is None or name[1] - span[0] < len(piece.rstrip(" .!,")) - 1 or is_role_like(piece):
        return []
    return [make_mention("employer", subject, name, field="subject", weight=weight)]
