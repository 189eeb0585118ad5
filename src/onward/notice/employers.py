"""Which employer a letter is about: text first, then the subject, the sender's name, the sender's domain, the signature."""

# ruff: noqa: SIM905 - tables of words and patterns are read as text

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from onward.notice.mentions import Mention, mention
from onward.notice.names import HIRING_WORDS, employer_core, employer_key, plain, words
from onward.notice.scan import is_name, is_role_like, name_at
from onward.notice.senders import TRACKING_SYSTEMS, employer_label, is_job_board, is_robot, is_shared

_SYSTEM_NAMES = frozenset(
    """greenhouse lever workday icims smartrecruiters ashby ashbyhq jobvite taleo successfactors workable breezy bamboohr
    paylocity paycom ukg adp jazzhr recruitee personio teamtailor join softgarden indeed linkedin glassdoor ziprecruiter
    stepstone xing handshake hackerrank codility codesignal hirevue docusign calendly gupy infojobs gmail outlook sender
    mail noreply notification notifications recruiter""".split()
) | {name.partition(".")[0] for name in TRACKING_SYSTEMS if len(name) > 9}
_TITLES = re.compile(r"^(?:mr|mrs|ms|dr|prof|herr|frau|m|mme|sr|sra|dott|dott\.ssa)\.?\s", re.IGNORECASE)
_DECORATION = re.compile(
    r"\b(?:no[-_ ]?reply|do[-_ ]?not[-_ ]?reply|notifications?|careers?|karriere|jobs?|talent(?: acquisition)?|recruit(?:ing|ment|er|ers)"
    r"|recrutement|recrutamento|reclutamiento|selezione|selecci[oó]n|werving|hiring|human resources|hr|rh|personal(?:abteilung|wesen)?"
    r"|bewerb\w+|applications?|applicant|candidates?|people|team|department|campus|university|early|equipe|équipe|equipo|email|mail|notification)\b",
    re.IGNORECASE,
)


def best_employer(found: Iterable[Mention], *, label: str | None) -> Mention | None:
    """The employer that the evidence speaks for most; a name that fits the sender's own domain gains by it."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for one in found:
        if one.what == "employer":
            groups[employer_core(one.shown)].append(one)
    if not groups:
        return None
    best = max(groups, key=lambda core: (_weight(groups[core], label), -_first(groups[core]), core))
    return max(
        groups[best],
        key=lambda m: (m.by in {"body", "subject"}, len(employer_key(m.shown)), m.weight, -m.because.start),
    )


def _weight(group: list[Mention], label: str | None) -> float:
    """The strongest piece counts whole, each further kind of evidence adds, repetition adds little."""
    strongest = max(m.weight for m in group)
    kinds = len({m.by for m in group}) - 1
    fits = (
        3.0
        if label and any(fits_label(m.shown, label) for m in group if m.because.field != "from" or m.by == "name")
        else 0.0
    )
    penalty = 1.5 if employer_key(group[0].shown) in _SYSTEM_NAMES else 0.0
    return strongest - penalty + 1.0 * kinds + 0.7 * min(len(group) - 1, 3) + fits


def _first(group: list[Mention]) -> int:
    return min(m.because.start + (0 if m.because.field == "body" else 10_000) for m in group)


def fits_label(name: str, label: str) -> bool:
    """Whether a domain's word is made from the name: joined up, its beginning, or its initials."""
    key, label = employer_key(name), re.sub(r"[^a-z0-9]", "", plain(label))
    initials = "".join(word[0] for word in words(name) if word not in {"of", "and", "the", "for"})
    if not key or not label:
        return False
    first = next(iter(words(name)), "")
    if len(first) >= 4 and label.startswith(first):
        return True
    joined = len(min(key, label, key=len)) >= 4 and (key.startswith(label) or label.startswith(key))
    return key == label or joined or (len(label) >= 3 and label == initials)


def from_name(display: str, address: str) -> list[Mention]:
    """What the sender's display name says: “Acme Careers”, “Jo Doe from Acme”, “Acme (via Ashby)”, “Workday @ Acme”."""
    for piece, start, sure in _pieces(display):
        bare = _DECORATION.sub(" ", piece)
        changed = sure or bare != piece or is_robot(address)
        name = " ".join(bare.split()).strip(" -–—|,:&@\"'")
        if not name or not is_name(name) or employer_key(name) in _SYSTEM_NAMES or "@" in name:
            continue
        label = employer_label(address)
        own = label is not None and not is_shared(address) and not is_robot(address)
        if not changed and (_is_person(name, address) or is_job_board(address)):
            continue
        if own and label and bare == piece and not sure and not fits_label(name, label):
            continue
        place = display.find(name, start)
        if place >= 0:
            return [mention("employer", display, (place, place + len(name)), field="from", weight=2.2, by="name")]
    return []


_CUTS = (r"\s+(?:@|at|from|bei|von|chez|de chez|presso|bij)\s+", r"\s*[(|]\s*", r",\s+", r"\s+[-–—]\s+")
_AFTER_A_NAME = frozenset("inc llc ltd phd md lcsw lisw rn mba sphr shrm gmbh lpc psyd".split())


def _pieces(display: str) -> list[tuple[str, int, bool]]:
    """The parts of a display name that may hold the employer, likeliest first, with whether a word announces it."""
    text = re.sub(r"\s*[(\[]?\b(?:via|by|über|through|par|por|tramite)\s+[\w .-]+[)\]]?$", "", display)
    for cut in _CUTS:
        match = re.search(cut, text)
        tail = text[match.end() :].rstrip(" )") if match else ""
        if match is None or len(tail) < 2 or re.sub(r"\W", "", tail).lower() in _AFTER_A_NAME:
            continue
        if _DECORATION.fullmatch(tail) or (is_role_like(tail) and _DECORATION.search(tail)):
            return [(text[: match.start()], 0, _DECORATION.fullmatch(tail) is not None)]
        return [(tail, match.end(), True), (text[: match.start()], 0, False)]
    return [(text, 0, text != display)]


def _is_person(name: str, address: str) -> bool:
    """Two or three words that look like a person's, unless the address is the firm's own and says the same."""
    parts = words(_TITLES.sub("", name))
    if not 1 <= len(parts) <= 4 or any(part in HIRING_WORDS or part.isdigit() for part in parts):
        return False
    local = re.sub(r"[^a-z]", "", plain(address.partition("@")[0]))
    label = employer_label(address)
    if label and fits_label(name, label) and not any(len(part) > 2 and part in local for part in parts):
        return False
    return len(parts) >= 2 or any(len(part) > 2 and part in local for part in parts)


def is_person(name: str, address: str) -> bool:
    """Whether a display name is a person's and not a firm's or a machine's."""
    bare = name.strip()
    return bool(bare) and not is_robot(address) and _DECORATION.search(bare) is None and _is_person(bare, address)


def is_platform(display: str, address: str) -> bool:
    """Whether a machine writes under another firm's name than its domain's: a tracking system that no table knows."""
    label = employer_label(address)
    if label is None or is_shared(address):
        return False
    if re.search(rf"\\b(?:via|by|through)\\s+{re.escape(label)}\\b", display, re.IGNORECASE):
        return True
    named = from_name(display, address)
    return bool(named) and is_robot(address) and not any(fits_label(one.shown, label) for one in named)


def from_domain(address: str, texts: dict[str, str]) -> list[Mention]:
    """What the sender's domain says, in the spelling that the letter itself uses when it does (“harborpoint” as “Harbor Point”)."""
    label = employer_label(address)
    if label is None or is_platform(texts.get("name", ""), address):
        return []
    for field, text in texts.items():
        if field == "name":
            continue
        span = _spelled(label, text)
        if span:
            return [mention("employer", text, span, field=field, weight=2.0, by="domain")]
    sender = texts.get("from", "")
    place = sender.lower().rfind(label)
    if place < 0 or len(label) < 3:
        return []
    return [
        mention(
            "employer",
            sender,
            (place, place + len(label)),
            field="from",
            weight=1.0 if is_robot(address) else 2.6,
            by="domain",
        )
    ]


def _spelled(label: str, text: str) -> tuple[int, int] | None:
    letters = re.findall(r"and|[a-z0-9]", label)
    if len(label) < 4:
        return None
    spelled = [r"(?:and|&|und|et|y)" if part == "and" else part for part in letters]
    regex = re.compile(r"(?<![\w@./-])" + r"[ '’&.-]{0,3}".join(spelled) + r"(?![\w@-]|\.\w)", re.IGNORECASE)
    for match in regex.finditer(text, 0, 6000):
        if match.group()[0].isupper() and not is_role_like(match.group()):
            longer = name_at(text, match.start())
            return longer if longer and longer[1] >= match.end() else match.span()
    return None


def from_signature(body: str, *, robot: bool) -> list[Mention]:
    """A line near the end that is a firm's name: with a legal form, or alone under the greeting of a machine's letter."""
    lines = [m.span() for m in re.finditer(r"[^\n]*\w[^\n]*", body)][-8:]
    found = []
    for place, (start, end) in enumerate(lines):
        span = name_at(body, start + len(re.match(r"[\s—–-]*", body[start:end]).group()))  # type: ignore[union-attr]
        if span is None or span[1] < start + len(body[start:end].rstrip(" .,!")) - 1:
            continue
        firm = _FIRM.search(body[start:end]) is not None
        last = robot and place == len(lines) - 1 and place > 0 and not is_role_like(body[start:end])
        if firm or last:
            weight = 2.0 if firm else 0.8
            found.append(mention("employer", body, span, field="body", weight=weight, by="signature"))
    return found


_FIRM = re.compile(r"\b(?:Inc|LLC|Ltd|GmbH|AG|Corp|Company|Companies|Group|S\.?A|B\.?V|S\.?r\.?l|KG|e\.V)\b")
