"""Reads for the kinds: the twelve and the person's own, and the words that may point to one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from onward.kinks.kinds import KINDS, NOT_MINE, NOT_MINE_NAME, Kind, look_up_kind
from onward.kinks.suggest import suggest_kinks
from onward.wording.counts import join_words
from onward_app.packs_folder import list_fitting_packs
from onward_app.records.facts import to_kind
from onward_app.records.models import Kink, Owner, OwnKind

OWN = "own"  # the kind of a hunch that has none yet
NO_KINDS = frozenset({OWN, NOT_MINE, "strength", ""})  # what stands in its place where there is none


@dataclass(frozen=True, slots=True)
class SuggestedKind:
    """A kind that words may be about: its key and name, and the words that made it come to mind, in quotes."""

    key: str
    name: str
    because: str


def suggest_kinds(text: str) -> list[SuggestedKind]:
    """The kinds that these words may be about: suggestions, never more. Only the twelve have signs."""
    names = {kind.key: kind.name for kind in KINDS} | {NOT_MINE: NOT_MINE_NAME}
    return [
        SuggestedKind(
            one.kind, names[one.kind], join_words([f"“{w}”" for w in dict.fromkeys(s.text for s in one.because)])
        )
        for one in suggest_kinks(text)
    ]


def suggest_kind(text: str) -> SuggestedKind | None:
    """The likeliest of them that is a kind: “not mine” is none."""
    return next((one for one in suggest_kinds(text) if one.key != NOT_MINE), None)


def list_own_kinds(owner: Owner) -> list[OwnKind]:
    """The person's own kinds that stand, in the order they were made."""
    return list(OwnKind.objects.of(owner).order_by("pk"))


def list_kinds(owner: Owner) -> tuple[Kind, ...]:
    """Every kind there is to choose from: the twelve, those of the person's field and packs, then their own."""
    return (*KINDS, *list_field_kinds(owner), *map(to_kind, list_own_kinds(owner)))


def map_kinds(owner: Owner, keys: Collection[str]) -> dict[str, Kind]:
    """The kinds of these keys. One's own are asked for only where a key may be of one of them."""
    known = {kind.key: kind for kind in (*KINDS, *list_field_kinds(owner)) if kind.key in keys}
    own = map(to_kind, list_own_kinds(owner)) if set(keys) - {*known, *NO_KINDS} else ()
    return known | {kind.key: kind for kind in own}


def list_field_kinds(owner: Owner) -> tuple[Kind, ...]:
    """The kinds that the pack of the person's field and the packs they added bring along; of two of a key the first."""
    packs = list_fitting_packs(owner.field)
    kinds = [Kind(one.key, one.name, one.plain, one.chance, one.plan, one.cost) for pack in packs for one in pack.kinds]
    return tuple({kind.key: kind for kind in reversed(kinds)}.values())[::-1]


def find_kind(owner: Owner, key: str) -> Kind | None:
    """The kind with this key; None for “not mine”, for a hunch without a kind, and for anything unknown."""
    return look_up_kind(key) or next((one for one in list_kinds(owner) if one.key == key), None)


def is_kind_in_use(owner: Owner, key: str) -> bool:
    """Whether a kink of this kind stands."""
    return bool(Kink.objects.of(owner).filter(kind=key).exists())
