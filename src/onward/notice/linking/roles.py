"""Units by the role that they name: the same role, misspelled ones, and those that may be another said shorter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onward.notice.job.names import is_looser_role, is_misspelling, is_same_role, may_be_same_role, role_key, role_words
from onward.notice.linking.units import Unit


@dataclass(slots=True)
class RoleUnits:
    """Units of one role and one number."""

    role: str
    units: list[Unit] = field(default_factory=list)

    @property
    def starts(self) -> bool:
        return any(unit.starts for unit in self.units)


def group_by_role(units: Sequence[Unit], known: Sequence[str]) -> tuple[list[RoleUnits], list[Unit]]:
    """The units of each role and number, and those that may belong to several. `known` are roles that have a
    job.
    """
    by_role: dict[str, RoleUnits] = {}
    for unit in units:
        by_role.setdefault(role_key(unit.role), RoleUnits(unit.role)).units.append(unit)
    parts: list[RoleUnits] = []
    loose: list[Unit] = []
    for group in _merge_misspelled(by_role):
        numbers = sorted({unit.number for unit in group.units if unit.number})
        if len(numbers) < 2:
            parts.append(group)
            continue
        parts += [RoleUnits(group.role, [u for u in group.units if u.number == number]) for number in numbers]
        loose += [unit for unit in group.units if unit.number not in numbers]
    kept = [group for group in parts if group.starts or not _may_be_another(group, parts, known)]
    return kept, loose + [unit for group in parts if group not in kept for unit in group.units]


def _merge_misspelled(by_role: dict[str, RoleUnits]) -> list[RoleUnits]:
    """Roles that differ by one letter, which stand side by side in sorted order, become one."""
    merged: list[RoleUnits] = []
    for key in sorted(by_role):
        group = by_role[key]
        if merged and is_misspelling(role_words(merged[-1].role), role_words(group.role)):
            merged[-1].units += group.units
        else:
            merged.append(group)
    return merged


def _may_be_another(group: RoleUnits, parts: Sequence[RoleUnits], known: Sequence[str]) -> bool:
    """Whether a role that no letter starts is another role said shorter or longer."""
    others = [one for one in parts if one is not group and role_key(one.role) != role_key(group.role)]
    if any(not is_same_role(group.role, role) and may_be_same_role(group.role, role) for role in known):
        return True
    return any(
        may_be_same_role(group.role, one.role) if one.starts else is_looser_role(group.role, one.role) for one in others
    )
