"""A reply that the person split by its sentences: strengths, kinks and kind words, all in one change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onward.ask.ledger import AskOutcome
from onward.ask.sentence_sorts import SentenceSort
from onward_app import clock
from onward_app.records.models import Ask, Card, Chance, Change, KindWords, Kink, Owner, Part, Sighting
from onward_app.records.reading.kinds import OWN, find_kind, suggest_kind
from onward_app.records.reading.replies import kind_words_key
from onward_app.records.writing.ask import find_or_make_kink, see_in_reply
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.recover import make_kind_words

MADE_HERE = ("ask.split", "ask.advice")


@dataclass(frozen=True, slots=True)
class ReplyPart:
    """One sentence and what it is. `kinks` are ids or "new:" and a kind's key; `name` is a new one in own words."""

    text: str
    sort: SentenceSort
    kinks: tuple[str, ...] = ()
    name: str = ""


def record_reply_split(
    owner: Owner, ask: Ask, parts: Sequence[ReplyPart], *, quote: str, letter: str = "", who: str = ""
) -> Change:
    """Praise becomes a strength, what is to work on kinks, both with the employer's word; kind words are kept as such.

    Split anew, it takes the place of what it came to before.
    """
    on = ask.outcome_on or clock.today()
    summary = f"Kept what {ask.opportunity.employer} wrote."
    with open_change(owner, "ask.split", summary, opportunity=ask.opportunity) as change:
        before = _let_go(change, ask)
        change.edit(ask, outcome=str(AskOutcome.ADVICE), outcome_on=on, quote=quote, letter=letter)
        for part in parts:
            for kink in _find_kinks(change, part):
                see_in_reply(change, ask, kink, on, part.text)
            if part.sort is SentenceSort.KIND:
                make_kind_words(change, text=part.text, who=who, on=on, key=kind_words_key(ask))
        _without_evidence(change, before)
    return change.record


def _let_go(change: ChangeInProgress, ask: Ask) -> list[Kink]:
    """Strike what it came to before; the kinks and strengths that rested on it."""
    seen = list(Sighting.objects.of(change.owner).filter(ask=ask).select_related("kink"))
    change.strike_all(seen)
    change.strike_all(KindWords.objects.of(change.owner).filter(key=kind_words_key(ask)))
    return list({row.kink_id: row.kink for row in seen}.values())


def _without_evidence(change: ChangeInProgress, kinks: Iterable[Kink]) -> None:
    """Strike those of them that a reply had made and that nothing rests on any more."""
    for kink in kinks:
        rests = (rows.objects.of(change.owner).filter(kink=kink).exists() for rows in (Sighting, Chance, Card))
        parts = Part.objects.filter(table="kink", row=kink.pk, before__isnull=True, change__intention__in=MADE_HERE)
        if not any(rests) and parts.exists():
            change.strike(kink)


def _find_kinks(change: ChangeInProgress, part: ReplyPart) -> list[Kink]:
    """The rows that a sentence is evidence for, each once."""
    if part.sort is SentenceSort.PRAISE:
        return [find_or_name_kink(change, part.text, strength=True)]
    if part.sort is not SentenceSort.WORK:
        return []
    chosen = [
        kink for one in part.kinks if (kink := find_or_make_kink(change, one, clock.today(), part.text)) is not None
    ]
    if part.name:
        chosen.append(_in_own_words(change, part))
    return list({kink.pk: kink for kink in chosen or [_find_suggested(change, part)]}.values())


def _find_suggested(change: ChangeInProgress, part: ReplyPart) -> Kink:
    """The kind its words point to; a kink named by the sentence where they point nowhere."""
    kind = _suggest_key(part.text)
    found = find_or_make_kink(change, f"new:{kind}", clock.today(), part.text) if kind else None
    return found or find_or_name_kink(change, part.text, strength=False)


def _in_own_words(change: ChangeInProgress, part: ReplyPart) -> Kink:
    """A kink by the person's name for it; of the suggested kind, unless there is one of that kind already."""
    kind = _suggest_key(part.text)
    taken = Kink.objects.of(change.owner).filter(kind=kind, strength=False).exists()
    return find_or_name_kink(change, part.name, strength=False, kind="" if taken else kind)


def _suggest_key(text: str) -> str:
    """The key of the first kind these words may be about; "" for none. “Not mine” is no kind."""
    found = suggest_kind(text)
    return found.key if found else ""


def find_or_name_kink(change: ChangeInProgress, text: str, *, strength: bool, kind: str = "") -> Kink:
    """The kink or strength of this name, made where there is none."""
    name = text[:200]
    there: Kink | None = Kink.objects.of(change.owner).filter(strength=strength, name__iexact=name).first()
    known = find_kind(change.owner, kind) if kind else None
    return there or change.make(
        Kink, kind="strength" if strength else kind or OWN, name=name, strength=strength,
        cost=known.cost if known else 2, noticed_on=clock.today(),
    )  # fmt: skip
