"""Which names mean one employer, over all letters at once: equal names first, then careful bridges, never all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, pairwise

from onward.notice.job.names import (
    employer_core,
    employer_key,
    employer_words,
    is_beginning,
    is_misspelling,
    is_spelled_by,
    list_abbreviations,
    list_cut_words,
    list_slips,
)
from onward.notice.job.senders import domain_of, domain_owner, find_employer_label, is_shared_domain, registrable_domain
from onward.notice.linking.items import Item
from onward.notice.linking.union_find import UnionFind
from onward.notice.linking.values import KnownJob
from onward.notice.verdict import Details


def is_weakly_named(item: Item) -> bool:
    """Whether the employer is only the bare word of a domain."""
    return is_weak_name(item.details)


def is_weak_name(said: Details) -> bool:
    """The same of what a letter says."""
    return said.employer_by == "domain" and said.employer == (said.employer or "").lower()


def group_employers(items: Iterable[Item], known_jobs: Iterable[KnownJob]) -> dict[str, str]:
    """Each employer name (as written) to one string that stands for the employer."""
    known = [one for one in items if one.details.employer]
    joined: UnionFind = UnionFind()
    strong = {one.details.employer or "" for one in known if not is_weakly_named(one)} | {
        one.employer for one in known_jobs if one.employer
    }
    _join_cores(joined, strong)
    _join_near(joined, strong)
    _join_beginnings(joined, known)
    _join_numbered(joined, known)
    names = strong | {one.details.employer or "" for one in known}
    _join_weak(joined, known, strong)
    return {name: joined.root(employer_key(name)) for name in names if employer_key(name)}


def _join_cores(joined: UnionFind, names: set[str]) -> None:
    """“Exyn” and “Exyn Technologies”, as long as no “Exyn Group” is about."""
    cores: dict[str, set[str]] = defaultdict(set)
    for name in names:
        cores[employer_core(name)].add(employer_key(name))
    for core, keys in cores.items():
        if core in keys and len(keys) == 2:
            joined.join(*sorted(keys))


def _join_near(joined: UnionFind, names: set[str]) -> None:
    """Slips of one letter and abbreviations: each name is looked up under what another may have made of it."""
    all_words = {words for name in names if (words := employer_words(name))}
    alike: dict[tuple[int, tuple[str, ...]], list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(all_words):
        for short in list_abbreviations(words):
            if short in all_words:
                joined.join("".join(words), "".join(short))
        for cut in list_cut_words(words):
            alike[cut].append(words)
    for some in alike.values():
        for one, other in combinations(some, 2):
            if is_misspelling(one, other) and other in list_slips(one):
                joined.join("".join(one), "".join(other))


def _join_beginnings(joined: UnionFind, known: list[Item]) -> None:
    """“Tidewell” and “Tidewell Counseling Center” are one where one domain or one conversation uses both."""
    places: dict[str, set[str]] = defaultdict(set)
    for one in known:
        if is_weakly_named(one) or not one.details.employer:
            continue
        places[f"thread:{one.thread}"].add(one.details.employer)
        if not one.read.verdict.outgoing and (home := find_home(one.read.sender.address)):
            places[home].add(one.details.employer)
    for names in places.values():
        ordered = sorted(names, key=lambda name: (employer_words(name), name))
        for short, full in pairwise(ordered):
            if is_beginning(short, full):
                joined.join(employer_key(short), employer_key(full))


def find_home(address: str) -> str | None:
    """What one employer alone sends from: its domain, or its place at a tracking system; None where many send."""
    if not is_shared_domain(address):
        return f"domain:{registrable_domain(domain_of(address))}"
    tenant = find_employer_label(address)
    return f"tenant:{domain_owner(address)}:{tenant}" if tenant else None


def _join_numbered(joined: UnionFind, known: list[Item]) -> None:
    """What one address writes about one job number is one employer's, whatever name stands above it."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in known:
        address = one.read.sender.address
        if (
            one.details.number
            and address
            and not is_shared_domain(address)
            and not one.read.verdict.outgoing
            and not is_weakly_named(one)
        ):
            names[address, one.details.number].add(employer_key(one.details.employer or ""))
    for keys in names.values():
        for one_key, other in pairwise(sorted(keys - {""})):
            joined.join(one_key, other)


def _join_weak(joined: UnionFind, known: list[Item], strong: set[str]) -> None:
    """A domain's bare word joins the one employer that writes from there, else the one whose name it spells."""
    writes: dict[str | None, set[str]] = defaultdict(set)
    starts: dict[str, set[str]] = defaultdict(set)
    for name in strong:
        starts[employer_key(name)[:4]].add(name)
    for one in known:
        if not is_weakly_named(one) and not one.read.verdict.outgoing and not one.details.agency:
            home = find_home(one.read.sender.address)
            writes[home].add(joined.root(employer_key(one.details.employer or "")))
    weak = {(item.details.employer or "", item.read.sender.address) for item in known if is_weakly_named(item)}
    for label, address in sorted(weak):
        home = find_home(address)
        here = writes.get(home, set()) if home else set()
        spelled = {
            joined.root(employer_key(name)) for name in starts[employer_key(label)[:4]] if is_spelled_by(label, name)
        }
        found = here if len(here) == 1 else spelled
        if len(found) == 1 and employer_key(label):
            joined.join(employer_key(label), next(iter(found)))
