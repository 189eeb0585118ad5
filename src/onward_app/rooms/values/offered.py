"""Lines and values to begin from: those of the field first, then what any job may give."""

from __future__ import annotations

from collections.abc import Iterable

from onward.packs.load import GENERAL
from onward.packs.pack import ValueCard
from onward_app.packs_folder import list_packs


def list_offered_cards(field: str) -> list[ValueCard]:
    """What a job may give: what is the field's own first, then what any job may give."""
    return [card for pack in list_packs(field) if pack.key in {field, GENERAL} for card in pack.values]


def list_offered_values(field: str, set_already: Iterable[str]) -> list[str]:
    """The values to be added by one tap."""
    there = {text.casefold() for text in set_already}
    return [card.text for card in list_offered_cards(field) if card.text.casefold() not in there]


def list_example_lines(field: str, set_already: Iterable[str]) -> list[tuple[int, ValueCard]]:
    """Lines to begin from, worded so that anybody could check them, each with its place among the cards."""
    there = {text.casefold() for text in set_already}
    cards = enumerate(list_offered_cards(field))
    return [(place, card) for place, card in cards if card.line and card.line.casefold() not in there]
