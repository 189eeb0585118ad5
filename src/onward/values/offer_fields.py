"""What a person wants to know of an offer, and how a sentence is found to speak of it.

A field is a table of looks: words that speak of it, and words that show that something else is meant (“moving expenses
are reimbursed” is no repayment). What two fields share stands in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class OfferField(StrEnum):
    """What a person wants to know of an offer."""

    SALARY = "salary"
    START = "start"
    HOURS = "hours"
    SUPERVISION = "supervision"
    PRODUCTIVITY = "productivity"
    AT_WILL = "at_will"
    CONTINGENT = "contingent"
    REPAYMENT = "repayment"
    NON_COMPETE = "noncompete"
    DEADLINE = "deadline"


FIELD_NAMES: dict[OfferField, str] = {
    OfferField.SALARY: "Pay",
    OfferField.START: "Start",
    OfferField.HOURS: "Hours",
    OfferField.SUPERVISION: "Supervision",
    OfferField.PRODUCTIVITY: "Productivity or caseload",
    OfferField.AT_WILL: "How it can be ended (at will)",
    OfferField.CONTINGENT: "What it still depends on",
    OfferField.REPAYMENT: "What would have to be paid back",
    OfferField.NON_COMPETE: "What you may not do elsewhere",
    OfferField.DEADLINE: "Answer by",
}


@dataclass(frozen=True, slots=True)
class OfferLook:
    """All of `needs` are in a sentence that speaks of the field, and `unless` isn't."""

    field: OfferField
    needs: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str]

    def fits(self, sentence: str) -> bool:
        """Whether the sentence speaks of it."""
        return all(one.search(sentence) for one in self.needs) and not self.unless.search(sentence)


def make_look(field: OfferField, *needs: str, unless: str = r"(?!)") -> OfferLook:
    """A look from its patterns; case doesn't matter."""
    return OfferLook(field, tuple(re.compile(one, re.IGNORECASE) for one in needs), re.compile(unless, re.IGNORECASE))


def find_fields(sentence: str, looks: Iterable[OfferLook]) -> list[OfferField]:
    """The fields that a sentence speaks of."""
    found = [look.field for look in looks if look.fits(sentence)]
    return [field for field in found if not (_GIVES_WAY.get(field, frozenset()) & set(found))]


# What a sentence is about first: the hour of a deadline or of the first day is nobody's working time.
_GIVES_WAY: dict[OfferField, frozenset[OfferField]] = {
    OfferField.HOURS: frozenset({OfferField.DEADLINE, OfferField.PRODUCTIVITY, OfferField.NON_COMPETE}),
    OfferField.START: frozenset({OfferField.DEADLINE, OfferField.REPAYMENT, OfferField.NON_COMPETE}),
    OfferField.SALARY: frozenset({OfferField.REPAYMENT}),
    OfferField.CONTINGENT: frozenset({OfferField.START, OfferField.REPAYMENT, OfferField.DEADLINE}),
    OfferField.SUPERVISION: frozenset({OfferField.REPAYMENT}),
}
