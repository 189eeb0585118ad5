"""Which employer a letter is about: text first, then the subject, the sender's name, the sender's domain, the
signature.
"""

# ruff: noqa: SIM905 - tables of words and patterns are read as text

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from onward.notice.job.domains import find_named_label, is_fitting_label, is_label_made_of
from onward.notice.job.mailboxes import is_for_house
from onward.notice.job.mentions import Mention, make_mention
from onward.notice.job.names import employer_core, employer_key, fold_name, is_abbreviation, split_name
from onward.notice.job.roles import is_role_like
from onward.notice.job.scan import find_name_at, is_name
from onward.notice.job.senders import TRACKING_SYSTEMS, find_employer_label, is_job_board, is_shared_domain
from onward.notice.languages.load import gather_words, join_words

_SYSTEM_NAMES = frozenset(
    """greenhouse lever workday icims smartrecruiters ashby ashbyhq jobvite taleo successfactors workable breezy bamboohr
    paylocity paycom ukg adp jazzhr recruitee personio teamtailor join softgarden indeed linkedin glassdoor ziprecruiter
    stepstone xing handshake hackerrank codility codesignal hirevue docusign calendly gupy infojobs gmail outlook sender
    mail noreply notification notifications recruiter""".split()
) | {name.partition(".")[0] for name in TRACKING_SYSTEMS if len(name) > 9}


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"^(?:{join_words('employers.titles')})\.?\s", re.IGNORECASE)


@cache
def _decoration() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('employers.decoration')})\b", re.IGNORECASE)


def choose_employer(found: Iterable[Mention], *, label: str | None) -> Mention | None:
    """The employer that the evidence speaks for most; a name that fits the sender's own domain gains by it."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for one in found:
        if one.what == "employer":
            groups[employer_core(one.shown)].append(one)
    if not groups:
        return None
    best = max(groups, key=lambda core: (_weight(groups[core], label), -_first(groups[core]), core))
    return max(
        groups[best] + [m for core in groups for m in groups[core] if _is_written_out(m.shown, groups[best][0].shown)],
        key=lambda m: (
            m.by in {"body", "subject"},
            len(employer_key(m.shown)),
            not m.shown.islower(),
            m.weight,
            -m.because.start,
        ),
    )


def _is_written_out(name: str, short: str) -> bool:
    return len(name) > len(short) and is_abbreviation(name, short)


def _weight(group: list[Mention], label: str | None) -> float:
    """The strongest piece counts whole, each further kind of evidence adds, repetition adds little."""
    strongest = max(m.weight for m in group)
    kinds = len({m.by for m in group}) - 1
    own = [m.shown for m in group if m.because.field != "from" or m.by == "name"] if label else []
    fits = max((_fit(name, label or "") for name in own), default=0.0)
    penalty = 1.5 if employer_key(group[0].shown) in _SYSTEM_NAMES else 0.0
    return strongest - penalty + 1.0 * kinds + 0.7 * min(len(group) - 1, 3) + fits


def _fit(name: str, label: str) -> float:
    """A little more for a name that is all of the domain's word and not only its beginning."""
    return 3.4 if is_label_made_of(label, name) else 3.0 if is_fitting_label(name, label) else 0.0


def _first(group: list[Mention]) -> int:
    return min(m.because.start + (0 if m.because.field == "body" else 10_000) for m in group)


def find_employers_in_name(display: str, address: str) -> list[Mention]:
    """What the sender's display name says: “Acme Careers”, “Jo Doe from Acme”, “Acme (via Ashby)”, “Workday @ Acme”."""
    label = find_employer_label(address)
    for piece, start, sure in _pieces(display, label):
        bare = _decoration().sub(" ", piece)
        changed = sure or bare != piece or is_for_house(address)
        name = " ".join(bare.split()).strip(" -–—|,:&@\"'")
        if not name or not is_name(name) or employer_key(name) in _SYSTEM_NAMES or "@" in name:
            continue
        own = label is not None and not is_shared_domain(address) and not is_for_house(address)
        if not changed and (_is_person(name, address) or is_job_board(address)):
            continue
        if own and label and bare == piece and not sure and not is_fitting_label(name, label):
            continue
        place = display.find(name, start)
        if place >= 0:
            return [make_mention("employer", display, (place, place + len(name)), field="from", weight=2.2, by="name")]
    return []


@cache
def _cuts() -> tuple[re.Pattern[str], ...]:
    """Where a display name may be cut in two."""
    return (
        re.compile(rf"(?<!\s)\s+(?:{join_words('employers.at')}|@)\s+"),
        re.compile(r"(?<!\s)\s*[(|]\s*"),
        re.compile(r",\s+"),
        re.compile(r"(?<!\s)\s+[-–—]\s+"),
    )


@cache
def _via() -> re.Pattern[str]:
    return re.compile(rf"(?<!\s)\s*[(\[]?\b(?:{join_words('employers.via')})\s++[\w .-]{{1,200}}[)\]]?$")


@cache
def _before_firm() -> re.Pattern[str]:
    return re.compile(rf"(?<!\s)\s+(?:{join_words('employers.at')}|@|via)\s+")


_AFTER_A_NAME = frozenset("inc llc ltd phd md mba sphr shrm gmbh psyd edd dnp msw med".split())
# “LMFT”, “LPC-S”, “CADC II”: a license behind a person's name looks like this; so does “IBM”, which its domain tells.
_LICENSE = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{1,3})?(?: (?:I{1,3}|\d))?(?:,? #?[^\W\d]*\d\w*)?$")


def _is_title(tail: str, label: str | None) -> bool:
    """Whether what follows a name is a license, a degree or an initial and no firm."""
    return all(_is_one_title(piece.strip(), label) for piece in tail.split(","))


def _is_one_title(tail: str, label: str | None) -> bool:
    bare = re.sub(r"\W", "", tail)
    if len(bare) < 2 or bare.lower() in _AFTER_A_NAME:
        return True
    return _LICENSE.match(tail) is not None and not (label and is_fitting_label(tail, label))


def _pieces(display: str, label: str | None) -> list[tuple[str, int, bool]]:
    """The parts of a display name that may hold the employer, likeliest first, with whether a word announces it."""
    text = _via().sub("", display)
    for cut in _cuts():
        match = cut.search(text)
        tail = text[match.end() :].rstrip(" )") if match else ""
        if match is None or _is_title(tail, label):
            continue
        if _decoration().fullmatch(tail) or (is_role_like(tail) and _decoration().search(tail)):
            return [(text[: match.start()], 0, _decoration().fullmatch(tail) is not None)]
        return [(tail, match.end(), True), (text[: match.start()], 0, False)]
    return [(text, 0, text != display)]


def _is_person(name: str, address: str) -> bool:
    """Two or three words that look like a person's, unless the address is the firm's own and says the same."""
    parts = split_name(_titles().sub("", name))
    if not 1 <= len(parts) <= 4 or any(part in gather_words("names.hiring") or part.isdigit() for part in parts):
        return False
    local = re.sub(r"[^a-z]", "", fold_name(address.partition("@")[0]))
    label = find_employer_label(address)
    if label and is_fitting_label(name, label) and not any(len(part) > 2 and part in local for part in parts):
        return False
    return len(parts) >= 2 or any(len(part) > 2 and part in local for part in parts)


def strip_title(name: str) -> str:
    """A display name without the license, degree or firm behind it: “Jo Doe, LMFT”, “Jo Doe from Acme”."""
    bare = _before_firm().split(name)[0]
    head, _, tail = bare.partition(", ")
    return head if tail and _is_title(tail, None) else bare


def is_person(name: str, address: str, *, at_desk: bool = False) -> bool:
    """Whether a display name is a person's and not a firm's or a machine's; `at_desk` for those who sign at
    careers@.
    """
    bare = strip_title(name.strip())
    if not bare or (is_for_house(address) and not at_desk):
        return False
    return _decoration().search(bare) is None and _is_person(bare, address)


# What the domain of a system that sends for many is called: “acme-ats”, “careers-notify”.
_FOR_MANY = re.compile(
    r"(?:^|-)(?:ats|mail|notify|notifications?|mailer|hrmail|apply|hiring|careers|recruiting)(?:-|$)"
)


def is_platform(display: str, address: str) -> bool:
    """Whether a machine writes under another firm's name than its domain's: a tracking system that no table knows."""
    label = find_employer_label(address)
    if label is None or is_shared_domain(address):
        return False
    if re.search(rf"\b(?:via|by|through)\s+{re.escape(label)}\b", display, re.IGNORECASE):
        return True
    named = find_employers_in_name(display, address)
    by_machine = is_for_house(address) or _FOR_MANY.search(label) is not None
    return bool(named) and by_machine and not any(is_fitting_label(one.shown, label) for one in named)


def find_employers_in_domain(address: str, texts: dict[str, str]) -> list[Mention]:
    """What the sender's domain says, in the spelling that the letter itself uses when it does (“harborpoint” as “Harbor
    Point”).
    """
    label = find_employer_label(address)
    if label is None or _FOR_MANY.search(label) or is_platform(texts.get("name", ""), address):
        return []
    for field, text in texts.items():
        if field == "name":
            continue
        span = _spelled(label, text) or find_named_label(label, text)
        if span:
            return [make_mention("employer", text, span, field=field, weight=2.0, by="domain")]
    sender = texts.get("from", "")
    place = sender.lower().rfind(label)
    if place < 0 or len(label) < 3:
        return []
    return [
        make_mention(
            "employer",
            sender,
            (place, place + len(label)),
            field="from",
            weight=1.0 if is_for_house(address) else 2.6,
            by="domain",
        )
    ]


def _spelled(label: str, text: str) -> tuple[int, int] | None:
    letters = re.findall(r"and|[a-z0-9]", label)
    if len(label) < 4 or not letters:
        return None
    regex = re.compile(rf"(?<![\w@./-]){_spelling(letters)}(?![\w@-]|\.\w)", re.IGNORECASE)
    for match in regex.finditer(text, 0, 6000):
        if match.group()[0].isupper() and not is_role_like(match.group()):
            longer = find_name_at(text, match.start())
            start, end = longer if longer and longer[1] >= match.end() else match.span()
            before = _of_a_place().search(text, max(0, start - 40), start)
            return (before.start() if before else start), end
    return None


def _spelling(letters: list[str]) -> str:
    """Letters with marks between them. Before an “and” a “&” is that word: read both ways, “andandand” is tried in 2ⁿ."""
    pieces = [
        (r"[ '’.-]{0,3}", f"(?:{join_words('employers.and')}|&)") if one == "and" else (r"[ '’&.-]{0,3}", one)
        for one in letters
    ]
    return pieces[0][1] + "".join(marks + piece for marks, piece in pieces[1:])


@cache
def _of_a_place() -> re.Pattern[str]:
    """What stands before a place's name where the house is meant: a domain leaves it out."""
    return re.compile(rf"\b(?:{join_words('employers.of_a_place')})$")
