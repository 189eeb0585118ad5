"""Pieces of one conversation that are about one role at one employer: what threads bind, and where they split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onward.notice.job.mailboxes import is_for_house
from onward.notice.job.names import is_looser_role, is_same_role, role_key
from onward.notice.linking.employers import is_weakly_named
from onward.notice.linking.items import Item
from onward.notice.linking.values import LetterFacts


@dataclass(slots=True)
class Unit:
    """Letters that surely belong together. `firm` stands for the employer (None when unknown), `role` is as written or
    "".
    """

    firm: str | None
    role: str
    items: list[Item] = field(default_factory=list)

    def holds(self, keys: Collection[str]) -> bool:
        """Whether one of these letters is in it."""
        return any(one.key in keys for one in self.items)

    @property
    def first(self) -> date:
        """The day of the first letter that has one."""
        return min(one.on for one in self.items)

    @property
    def last(self) -> date:
        """The day of the last letter that has one."""
        return max((one.on for one in self.items if one.is_dated), default=self.first)

    @property
    def starts(self) -> bool:
        """Whether one of its letters says that an application was made."""
        return any(one.starts for one in self.items)

    @property
    def number(self) -> str | None:
        """The employer's number for the job, when the letters agree on one."""
        found = {one.details.number for one in self.items if one.details.number}
        return next(iter(found)) if len(found) == 1 else None

    @property
    def people(self) -> frozenset[str]:
        """Addresses of persons (not machines) who wrote or were written to."""
        return frozenset(address for one in self.items for address in list_persons(one.read))

    @property
    def place(self) -> tuple[date, str]:
        """Where it stands in the order of all units."""
        return self.first, min(one.key for one in self.items)


def list_persons(read: LetterFacts) -> list[str]:
    """The addresses of persons on the other side of a letter."""
    others = read.to if read.verdict.outgoing else (read.sender,)
    return [one.address for one in others if one.address and not is_for_house(one.address)]


def cut_units(items: Sequence[Item], firms: Mapping[str, str]) -> tuple[Unit, ...]:
    """Cut every conversation into units by employer and role. Only letters that can make a job are looked at."""
    threads: dict[str, list[Item]] = defaultdict(list)
    for one in items:
        if one.core:
            threads[one.thread].append(one)
    units = [unit for root in sorted(threads) for unit in _cut_thread(threads[root], firms)]
    return tuple(sorted(units, key=lambda unit: unit.place))


def _cut_thread(items: list[Item], firms: Mapping[str, str]) -> list[Unit]:
    strong = {firms[one.details.employer or ""] for one in items if _names_employer(one, firms)}
    only = next(iter(strong)) if len(strong) == 1 else None
    by_firm: dict[str | None, list[Item]] = defaultdict(list)
    for one in items:
        firm = firms.get(one.details.employer or "")
        # A name that only looks like one gives way to the only employer that is surely named
        if not firm or (firm not in strong and only):
            firm = _find_firm_answered(one, items, strong, firms) or only
        by_firm[firm].append(one)
    order = sorted(by_firm, key=lambda firm: firm or "")
    return [unit for firm in order for unit in _cut_by_role(firm, by_firm[firm])]


def _names_employer(item: Item, firms: Mapping[str, str]) -> bool:
    return bool(item.details.employer) and item.details.employer in firms and not is_weakly_named(item)


def _find_firm_answered(item: Item, items: list[Item], strong: set[str], firms: Mapping[str, str]) -> str | None:
    """The employer of the letters this one answers, when they name one."""
    if len(strong) < 2:
        return None
    answered = {
        firms[one.details.employer or ""]
        for one in items
        if one.read.message_id in item.read.refs and _names_employer(one, firms)
    }
    return next(iter(answered)) if len(answered) == 1 else None


def _cut_by_role(firm: str | None, items: list[Item]) -> list[Unit]:
    """One unit a role; a letter that names none belongs to the only one, or to the one it answers, or stands alone."""
    units: dict[str, Unit] = {}
    for role in sorted(
        {one.details.role for one in items if one.details.role}, key=lambda role: (-len(role_key(role)), role)
    ):
        home = next((key for key, unit in units.items() if is_same_role(unit.role, role)), None)
        loose = [key for key, unit in units.items() if is_looser_role(role, unit.role)]
        key = home or (loose[0] if len(loose) == 1 else role)
        unit = units.setdefault(key, Unit(firm, key))
        unit.items += [one for one in items if one.details.role == role]
    named = list(units.values())
    for one in (item for item in items if not item.details.role):
        target = _find_answered(one, named) or units.setdefault("", Unit(firm, ""))
        target.items.append(one)
    return [unit for unit in units.values() if unit.items]


def _find_answered(item: Item, units: list[Unit]) -> Unit | None:
    if len(units) < 2:
        return units[0] if units else None
    answered = [u for u in units if any(one.read.message_id in item.read.refs for one in u.items)]
    return answered[0] if len(answered) == 1 else None


def group_by_firm(units: Iterable[Unit]) -> dict[str | None, list[Unit]]:
    """Units grouped by employer."""
    found: dict[str | None, list[Unit]] = defaultdict(list)
    for unit in units:
        found[unit.firm].append(unit)
    return found
