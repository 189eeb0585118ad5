"""Which letters answer an ask, so that they are kept, filed with its job, and found; and what became of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onward.ask.answered import WAITS, AskInMail, AsksInMail, MaybeAnswer
from onward.ask.sentence_sorts import SentenceSort
from onward.facts import NOS, LetterKind
from onward.notice.linking.values import PersonDecision
from onward_app.records.lots import filter_in_lots
from onward_app.records.models import Ask, Event, KindWords, Kink, Letter, Owner, Sighting

if TYPE_CHECKING:
    from onward.notice.message.letter import Letter as ReadLetter
    from onward.notice.verdict import Verdict

ADVICE = "advice"


def list_asks_in_mail(owner: Owner, **narrowed: object) -> list[AskInMail]:
    """Every ask for advice that was sent, as mail knows it."""
    sent = Ask.objects.of(owner).filter(sort=ADVICE, suppressed=False, opportunity__stands=True, **narrowed)
    rows = list(sent.exclude(sent_on=None).select_related("opportunity"))
    threads = _map_threads(owner, [row.opportunity_id for row in rows]) if rows else {}
    return [_in_mail(row, threads.get(row.opportunity_id, frozenset())) for row in rows]


def _in_mail(row: Ask, threads: frozenset[str]) -> AskInMail:
    assert row.sent_on is not None
    job = row.opportunity
    return AskInMail(row.pk, job.pk, row.sent_on, job.employer, row.to_name, row.to_address, row.subject, threads)


def _map_threads(owner: Owner, jobs: Iterable[int]) -> dict[int, frozenset[str]]:
    """The message ids and conversations of the letters of each job."""
    found: dict[int, set[str]] = defaultdict(set)
    rows = Letter.objects.filter(owner=owner, opportunity_id__in=jobs)
    for job, message, thread in rows.values_list("opportunity_id", "message_id", "thread"):
        found[job or 0] |= {name for name in (message, thread) if name}
    return {job: frozenset(names) for job, names in found.items()}


def to_maybe_answer(row: Letter, *, body: str = "") -> MaybeAnswer:
    """What is looked at in a letter; its body only where nothing else says who wrote it."""
    return MaybeAnswer(
        LetterKind(row.kind),
        row.on,
        row.sender,
        row.sender_name,
        row.subject,
        frozenset(filter(None, (*row.refs, row.thread))),
        row.verdict.get("employer") or "",
        body,
    )


def to_maybe_answer_unkept(letter: ReadLetter, verdict: Verdict) -> MaybeAnswer:
    """The same of a letter that has no row yet."""
    return MaybeAnswer(
        verdict.guess.kind,
        letter.date.date() if letter.date else None,
        letter.sender.address,
        letter.sender.name,
        letter.subject,
        frozenset(filter(None, (*letter.in_reply_to, *letter.references, letter.thread))),
        verdict.details.employer or "",
        "" if letter.sender.address else letter.body,
    )


def find_answers(owner: Owner, letters: Sequence[Letter]) -> dict[int, int]:
    """Of these letters those that answer an ask, and which: found anew. The no itself never does."""
    days = [row.on for row in letters if row.on is not None]
    if not letters:
        return {}
    timely = {"sent_on__range": (min(days) - WAITS, max(days))} if len(days) == len(letters) else {}
    asks = AsksInMail(list_asks_in_mail(owner, **timely))
    maybe = {row.pk: to_maybe_answer(row, body=row.body if not row.sender else "") for row in letters}
    found = {pk: ask.id for pk, letter in maybe.items() if (ask := asks.find_answered(letter)) is not None}
    keys = [row.key for row in letters if row.pk in found]
    nos = set(Event.objects.of(owner).filter(kind__in=NOS, letter__in=keys).values_list("letter", flat=True))
    return {row.pk: found[row.pk] for row in letters if row.pk in found and row.key not in nos}


def rule_answers(owner: Owner, *, keys: Collection[str] | None = None) -> list[PersonDecision]:
    """What linking is told of answers: they belong to the job of the ask, and what they say is no second no. Of all
    letters, or of those with these keys.
    """
    rows = Letter.objects.filter(owner=owner).exclude(answers=None)
    some = filter_in_lots(rows, "key", keys)
    found = (row for part in some for row in part.values_list("key", "kind", "answers__opportunity"))
    return [PersonDecision(key, kind=_decide_kind(kind), opportunity=job, on=None) for key, kind, job in found]


def _decide_kind(kind: str) -> LetterKind | None:
    """An invitation or an offer stays what it is."""
    said = LetterKind(kind)
    if said in (LetterKind.FEEDBACK, LetterKind.INTERVIEW, LetterKind.OFFER, LetterKind.ASSESSMENT):
        return None
    return LetterKind.OTHER


def kind_words_key(ask: Ask) -> str:
    """What kind words of a reply are kept under, whether or not its letter is here."""
    return f"ask-{ask.pk}"


@dataclass(frozen=True, slots=True)
class BecameOfReply:
    """What a reply came to: strengths and kinks it is evidence for, and kind words."""

    strengths: tuple[Kink, ...]
    kinks: tuple[Kink, ...]
    kind: int


def load_became(owner: Owner, ask: Ask) -> BecameOfReply:
    """What became of a reply."""
    seen = Sighting.objects.of(owner).filter(ask=ask, kink__stands=True).select_related("kink").order_by("pk")
    rows = list({one.kink_id: one.kink for one in seen}.values())
    kind = KindWords.objects.of(owner).filter(key=kind_words_key(ask)).count()
    return BecameOfReply(
        tuple(row for row in rows if row.strength), tuple(row for row in rows if not row.strength), kind
    )


def map_sorts(owner: Owner, ask: Ask) -> dict[str, tuple[SentenceSort, list[str]]]:
    """How each sentence was split before, and the kinks it went to."""
    found = {
        words.text: (SentenceSort.KIND, list[str]())
        for words in KindWords.objects.of(owner).filter(key=kind_words_key(ask))
    }
    for one in Sighting.objects.of(owner).filter(ask=ask).select_related("kink"):
        sort = SentenceSort.PRAISE if one.kink.strength else SentenceSort.WORK
        found.setdefault(one.text, (sort, []))[1].append(str(one.kink_id))
    return found
