"""A letter as linking sees it, once the person's decisions are laid over what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from onward.facts import LetterKind, Stage
from onward.notice.job.senders import domain_of, is_shared_domain, registrable_domain
from onward.notice.linking.union_find import UnionFind
from onward.notice.linking.values import LetterFacts, PersonDecision
from onward.notice.verdict import Details

MAKES_A_JOB = frozenset(
    {LetterKind.CONFIRMATION, LetterKind.ASSESSMENT, LetterKind.INTERVIEW, LetterKind.REJECTION, LetterKind.OFFER}
)
FOLLOWS = frozenset({LetterKind.FEEDBACK, LetterKind.OUTREACH, LetterKind.OTHER})
_NO_DECISION = PersonDecision("")


@dataclass(frozen=True, slots=True)
class Item:
    """A letter with its effective kind. `thread` is the root of its conversation; `on` is never None here."""

    read: LetterFacts
    on: date
    kind: LetterKind
    sure: bool
    decision: PersonDecision
    thread: str

    @property
    def key(self) -> str:
        """The letter's key."""
        return self.read.key

    @property
    def is_dated(self) -> bool:
        """Whether a day is known, from the letter or from the person."""
        return self.on != date.max

    @property
    def details(self) -> Details:
        """What the letter says of the job."""
        return self.read.verdict.details

    @property
    def did(self) -> str | None:
        """What the person says they did, in a letter of their own."""
        return self.details.did if self.read.verdict.outgoing else None

    @property
    def starts(self) -> bool:
        """Whether it says that an application was made."""
        return self.kind is LetterKind.CONFIRMATION or self.did == Stage.APPLIED

    @property
    def core(self) -> bool:
        """Whether it can make a job by itself: a sure letter of the kinds that do, or an application that says for
        what.
        """
        applied = self.did == Stage.APPLIED and bool(self.details.employer and self.details.role)
        return self.sure and (self.kind in MAKES_A_JOB or applied)


def make_items(reads: Iterable[LetterFacts], decisions: Iterable[PersonDecision]) -> list[Item]:
    """Every letter once, in an order that depends on nothing but the letters; without those that are not about a
    job.
    """
    decided = {one.key: one for one in decisions}
    unique = {one.key: one for one in reads}
    roots = group_conversations(unique.values())
    found = [_make_item(one, decided.get(key, _NO_DECISION), roots[key]) for key, one in unique.items()]
    kept = _settle_by_others([one for one in found if not one.decision.no_job])
    return sorted(kept, key=lambda one: (one.on, one.read.message_id or "", one.key))


def _settle_by_others(items: list[Item]) -> list[Item]:
    """An invitation of few words is sure where a letter of the same conversation, or from the same house, surely is
    about a job; a no only in the same conversation, for a house may refuse other things.
    """
    known = {name for one in items if one.core for name in _list_ties(one)}
    return [replace(one, sure=True) if _is_explained(one, known) else one for one in items]


def _is_explained(item: Item, known: set[str]) -> bool:
    if not item.read.verdict.guess.sure_if_known or not item.is_dated:
        return False
    ties = [item.thread] if item.kind is LetterKind.REJECTION else _list_ties(item)
    return not known.isdisjoint(ties)


def _list_ties(item: Item) -> list[str]:
    """What tells that letters belong together: their conversation, and the house that sent them."""
    address = item.read.sender.address
    house = "" if not address or is_shared_domain(address) else registrable_domain(domain_of(address))
    return [item.thread, f"house:{house}"] if house else [item.thread]


def _make_item(read: LetterFacts, decision: PersonDecision, thread: str) -> Item:
    guess = read.verdict.guess
    sure = decision.kind is not None or decision.opportunity is not None or not guess.unsure
    on = decision.on or read.on
    undated = on is None and decision.opportunity is None
    return Item(read, on or date.max, decision.kind or guess.kind, sure and not undated, decision, thread)


def group_conversations(reads: Iterable[LetterFacts]) -> dict[str, str]:
    """The root of each letter's conversation: message ids, references and the mail program's thread join letters.

    So do equal words where one of the letters has no sender: it was pasted without its head, and read as mail later.
    """
    joined: UnionFind = UnionFind()
    known = list(reads)
    headless = {read.words for read in known if read.words and not read.sender.address}
    for read in known:
        node = f"key:{read.key}"
        for name in sorted({*read.refs, *((read.message_id,) if read.message_id else ())}):
            joined.join(node, f"mid:{name}")
        if read.thread:
            joined.join(node, f"thread:{read.thread}")
        if read.words in headless:
            joined.join(node, f"words:{read.words}")
    return {read.key: joined.root(f"key:{read.key}") for read in known}
