"""What a letter says about the job: employer, role, agency, people, stage and reason, each with its place."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from onward.facts import LetterKind
from onward.notice.job.boards import is_from_a_board
from onward.notice.job.domains import is_fitting_label
from onward.notice.job.employers import choose_employer, find_employers_in_domain, find_employers_in_name, is_platform
from onward.notice.job.mailboxes import is_for_house
from onward.notice.job.mentions import Mention, find_mentions
from onward.notice.job.names import employer_key, find_job_number, is_looser_role, is_same_employer, role_key
from onward.notice.job.pasted import choose_pasted_employer, choose_pasted_role, find_meeting
from onward.notice.job.people import find_people
from onward.notice.job.reasons import find_reason
from onward.notice.job.relays import find_relayed, is_on_behalf_of_client
from onward.notice.job.scan import unwrap
from onward.notice.job.senders import domain_of, find_employer_label, is_agency, is_called_agency
from onward.notice.job.signatures import find_firm_in_signature
from onward.notice.job.stages import find_stage
from onward.notice.job.subjects import BARE_PIECE, find_in_subject, skip_reply_prefix
from onward.notice.languages.load import join_words
from onward.notice.message.letter import Address, Letter, find_own_words
from onward.notice.verdict import Because, Details


def read_details(letter: Letter, kind: LetterKind, *, language: str | None = None, by_hand: bool = False) -> Details:
    """Everything that the letter itself says of the job. Offsets are code points of the decoded field.

    One that came `by_hand` was pasted by the person: it may have no head, and its words and last lines say more.
    """
    body = join_own_words(letter)
    found = _all_mentions(letter, body, language)
    if kind is LetterKind.OUTREACH:
        found = [one for one in found if one.weight > BARE_PIECE]
    quoted = join_quoted_words(letter)
    own = _find_by_address(letter, body)
    employer, agency = _employer_and_agency(letter, body, found, own)
    if by_hand:
        employer, agency = choose_pasted_employer(letter, body, quoted, (employer, agency), found + own)
    role = choose_role(found, employer=employer)
    if by_hand:
        role = choose_pasted_role(letter, body, quoted, role, language=language)
    stage, stage_because = find_stage(body, kind, subject=letter.subject, quoted=quoted)
    if by_hand and stage is None and kind is LetterKind.REJECTION:
        stage, stage_because = find_meeting(body, quoted)
    reason = find_reason(body) if kind is LetterKind.REJECTION else None
    because = [m.because for m in (employer, role) if m is not None]
    because += [stage_because] if stage_because else []
    because += [reason[1]] if reason else []
    return Details(
        employer=employer.shown if employer else None,
        role=role.shown if role else None,
        agency=agency,
        people=_people(letter, body, employer),
        stage=stage,
        reason=reason[0] if reason else None,
        because=tuple(_of_original(one, letter) for one in because),
        employer_by=employer.by if employer else None,
        number=_number(letter, body, role),
    )


def join_own_words(letter: Letter) -> str:
    """The body with quoted replies blanked out and wrapped lines joined: as long as the body, so that offsets hold."""
    text = _only(letter.body, find_own_words(letter.body))
    return unwrap(text if text.strip() else letter.body)


def join_quoted_words(letter: Letter) -> str:
    """What the letter quotes, with its own words blanked out."""
    said = find_own_words(letter.body)
    ends = [0, *(end for _, end in said)]
    starts = [*(start for start, _ in said), len(letter.body)]
    return _only(letter.body, tuple(zip(ends, starts, strict=True))) if said else ""


def _only(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    blank = [" " if c != "\n" else "\n" for c in text]
    for start, end in spans:
        blank[start:end] = text[start:end]
    return "".join(blank)


def _people(letter: Letter, body: str, employer: Mention | None) -> tuple[str, ...]:
    """People, without the employer's own name where a firm signs."""
    found = find_people(body, name=letter.sender.name, address=letter.sender.address)
    key = employer_key(employer.shown) if employer else ""
    return tuple(name for name in found if not key or not key.startswith(employer_key(name)))


def format_sender(address: Address) -> str:
    """The text that offsets in the field “from” count in: the name, then the address in angle brackets."""
    return f"{address.name} <{address.address}>" if address.name else address.address


def _all_mentions(letter: Letter, body: str, language: str | None) -> list[Mention]:
    start = skip_reply_prefix(letter.subject)
    subject = " " * start + letter.subject[start:]
    found = find_mentions(body, "body", language=language)
    return (
        found
        + find_mentions(subject, "subject", language=language)
        + find_in_subject(letter.subject, label=find_employer_label(letter.sender.address))
    )


def _employer_and_agency(
    letter: Letter, body: str, found: list[Mention], own: list[Mention]
) -> tuple[Mention | None, str | None]:
    """Whom the letter is about, and who relays it when that is somebody else."""
    sender = letter.sender
    label = find_employer_label(sender.address)
    label = None if is_platform(sender.name, sender.address) else label
    found = _without_people(found, letter, body)
    firm = choose_employer(own, label=label)
    agency = _is_agency(sender, firm, body)
    client = choose_employer(_without_people(find_relayed(body, by_agency=agency), letter, body), label=None)
    if client is not None and not _is_sender(client, firm, label):
        return client, firm.shown if firm else None
    named = choose_employer(found, label=None)
    if agency and named is not None and firm is not None and not _is_sender(named, firm, label):
        return named, firm.shown
    asked = named is not None and named.weight >= LEAST_FOR_AN_AGENCY
    if (is_on_behalf_of_client(body) and (named is None or _is_sender(named, firm, label))) or (agency and not asked):
        return None, firm.shown if firm else None
    signature = find_firm_in_signature(body, robot=is_for_house(sender.address))
    if is_from_a_board(sender.address, body):
        others = [one for one in found + signature if one.weight > BARE_PIECE and not _is_sender(one, firm, label)]
        found, own, signature = (others, [], []) if choose_employer(others, label=None) else (found, own, signature)
    return choose_employer(found + own + signature, label=label), None


def _find_by_address(letter: Letter, body: str) -> list[Mention]:
    """What the sender's name and domain say, without people."""
    sender = letter.sender
    texts = {"body": body, "subject": letter.subject, "from": format_sender(sender), "name": sender.name}
    by_name = find_employers_in_name(sender.name, sender.address)
    return _without_people(by_name, letter, body) + find_employers_in_domain(sender.address, texts)


LEAST_FOR_AN_AGENCY = 2.0  # a name that a lead-in announces: who applies to the agency itself is told so


def _without_people(found: list[Mention], letter: Letter, body: str) -> list[Mention]:
    """Without names that are the recipient's or that somebody signs with."""
    signed = find_people(body, name="", address="")
    names = (*signed, *(one.name for one in letter.to), *list_first_names(letter), *_writer(letter.sender, body))
    people = {employer_key(name) for name in names if name}
    return [one for one in found if one.what != "employer" or employer_key(one.shown) not in people]


def _writer(sender: Address, body: str) -> tuple[str, ...]:
    """Who writes, by the address (“jo.d@…” is Jo D.), or by a board that says “Jo Doe, Recruiter at Acme”."""
    local = "" if is_for_house(sender.address) else sender.address.partition("@")[0]
    via = _via().split(sender.name)[0]
    at_work = via != sender.name and re.search(rf"\b{re.escape(via)}, [^\n]{{3,50}}? at ", body) is not None
    return local if re.search(r"[._-]", local) else "", via if at_work else ""


def list_first_names(letter: Letter) -> tuple[str, ...]:
    """The first names of those it is written to: “Robin - your interview” names no employer."""
    return tuple(one.name.split()[0] for one in letter.to if one.name.strip())


def _is_sender(one: Mention, firm: Mention | None, label: str | None) -> bool:
    return bool(label and is_fitting_label(one.shown, label)) or bool(firm and is_same_employer(one.shown, firm.shown))


def _is_agency(sender: Address, firm: Mention | None, body: str) -> bool:
    """By its domain, by “our client”, or by its name; a machine's “Acme Recruiting” is a department of Acme."""
    if is_agency(sender.address) or is_on_behalf_of_client(body):
        return True
    texts = (sender.name, firm.shown if firm else "", re.sub(r"[.-]", " ", domain_of(sender.address)))
    return not is_for_house(sender.address) and any(map(is_called_agency, texts))


def choose_role(found: list[Mention], *, employer: Mention | None) -> Mention | None:
    """The role that the evidence speaks for most; never the employer's own name."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    taken = employer_key(employer.shown) if employer else None
    for one in found:
        if one.what == "role" and role_key(one.shown) and employer_key(one.shown) != taken:
            groups[role_key(one.shown)].append(one)
    if not groups:
        return None

    def standing(key: str) -> tuple[float, int, str]:
        group = groups[key]
        first = min(m.because.start + (0 if m.because.field == "body" else 10_000) for m in group)
        return max(m.weight for m in group) + 0.5 * min(len(group) - 1, 3), -first, key

    best = max(groups[max(groups, key=standing)], key=lambda m: (m.weight, -m.because.start))
    return _agreed(best, [one for group in groups.values() for one in group if one.because.field != best.because.field])


def _agreed(best: Mention, elsewhere: list[Mention]) -> Mention:
    """What subject and body agree on: “Nurse” of “Nurse - Springfield”; the subject's full “Night Nurse” for
    “nurse”.
    """
    head = re.split(r"\s[-–—]\s|,\s", best.shown)[0].casefold()
    same = [one for one in elsewhere if one.shown.casefold() == head != best.shown.casefold()]
    fuller = [one for one in elsewhere if one.because.field == "subject" and _says_more(one.shown, best.shown)]
    return min(same or fuller or [best], key=lambda one: (-one.weight, one.because.start))


def _says_more(full: str, short: str) -> bool:
    """“Mobile crisis clinician” says more than “clinician”: up to three words before it, and nothing else."""
    before, found, after = full.casefold().rpartition(short.casefold())
    return (
        bool(found)
        and not after
        and is_looser_role(short, full)
        and re.fullmatch(r"(?:[^\W\d_]+ ){1,3}", before) is not None
    )


def _number(letter: Letter, body: str, role: Mention | None) -> str | None:
    """The employer's number for the job: beside the role, or after a word that announces it."""
    if role is not None:
        text = body if role.because.field == "body" else letter.subject
        before = text[max(0, role.because.start - 16) : role.because.start].split("\n")[-1].partition(" ")[2]
        number = (
            find_job_number(role.because.text) or find_job_number(_after(text, role.because)) or find_job_number(before)
        )
        if number:
            return number
    match = _announced().search(body, 0, 6000) or _announced().search(letter.subject)
    return find_job_number(match.group()) if match else None


@cache
def _announced() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{join_words('details.number')})"
        r"[ .]{0,40}(?:id|number|no|nr|code)?\.?[ :#]+(?:[A-Z]{0,4}[-_]?\d{3,}[\w-]*|\d{2}-\d{3,})",
        re.IGNORECASE,
    )


@cache
def _via() -> re.Pattern[str]:
    return re.compile(rf" (?:{join_words('details.via')}) ")


def _after(text: str, because: Because) -> str:
    return text[because.end : because.end + 30].split("\n")[0]


def _of_original(because: Because, letter: Letter) -> Because:
    """The same span, quoting the letter as it stands."""
    field = {"subject": letter.subject, "body": letter.body, "from": format_sender(letter.sender)}[because.field]
    return Because(because.field, because.start, because.end, field[because.start : because.end])
