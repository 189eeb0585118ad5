"""Which letters answer an ask, so that they are kept, filed with its job, and found; and what became of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q

from onward.ask.answered import WAITS, AskInMail, MaybeAnswer, find_answered
from onward.ask.split import SentenceSort
from onward.facts import NOS, LetterKind
from onward.notice.linking.link import PersonDecision
from onward_app.records.models import Ask, Event, KindWords, Kink, Letter, Owner, Sighting

ADVICE = "advice"
_LETTER = ("key", "kind", "on", "sender", "sender_name", "subject", "refs", "message_id", "thread", "verdict")


def list_asks_in_mail(owner: Owner) -> list[AskInMail]:
    """Every ask for advice that was sent, as mail knows it."""
    sent = Ask.objects.of(owner).filter(sort=ADVICE, suppressed=False, opportunity__stands=True).exclude(sent_on=None)
    rows = list(sent.select_related("opportunity"))
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


def map_answers(owner: Owner, to: Collection[Ask] | None = None) -> dict[str, AskInMail]:
    """The key of each letter that answers an ask, and which; with `to` only letters that may answer one of those.

    The no itself never does.
    """
    asks = sorted(list_asks_in_mail(owner), key=lambda ask: ask.sent_on) if to is None or to else []
    if not asks:
        return {}
    sent = sorted({ask.sent_on for ask in asks} if to is None else {ask.sent_on for ask in to if ask.sent_on})
    nos = Event.objects.of(owner).filter(kind__in=NOS).exclude(letter="").values("letter")
    timely = reduce(or_, (Q(on__range=days) for days in _join_days(sent)), Q(on=None))
    rows = Letter.objects.filter(timely, owner=owner, outgoing=False).exclude(key__in=nos).only("pk", *_LETTER)
    told = [(row, row.body if not row.sender else "") for row in rows.iterator(500)]
    found = (
        (row.key, find_answered(to_maybe_answer(row, body=body), _sent_before(asks, row.on))) for row, body in told
    )
    return {key: ask for key, ask in found if ask is not None}


def _join_days(sent: Sequence[date]) -> list[tuple[date, date]]:
    """The days on which something sent on these may be answered, as few spans."""
    spans: list[tuple[date, date]] = []
    for day in sent:
        since = spans.pop()[0] if spans and day <= spans[-1][1] else day
        spans.append((since, day + WAITS))
    return spans


def _sent_before(asks: Sequence[AskInMail], on: date | None) -> Sequence[AskInMail]:
    """Of asks in the order of their days those that a letter of a day comes in time for."""
    if on is None:
        return asks
    return asks[bisect_left(asks, on - WAITS, key=_sent_on) : bisect_right(asks, on, key=_sent_on)]


def _sent_on(ask: AskInMail) -> date:
    return ask.sent_on


def rule_answers(owner: Owner) -> list[PersonDecision]:
    """What linking is told of them: they belong to the job of the ask, and what they say is no second no."""
    found = map_answers(owner)
    kinds = dict(Letter.objects.filter(owner=owner, key__in=found).values_list("key", "kind"))
    return [PersonDecision(key, kind=_kind(kinds[key]), opportunity=ask.job, on=None) for key, ask in found.items()]


def _kind(kind: str) -> LetterKind | None:
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
