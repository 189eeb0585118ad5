"""What the page before an interview asks of the library: questions about the lines, and questions to ask back."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, zip_longest

from onward.values.ask_them import write_interview_question
from onward.values.lines import Line
from onward_app.packs_folder import list_fitting_packs
from onward_app.records.models import Value

ASKED_BACK = 4


def list_questions_on_lines(lines: Iterable[Value]) -> list[tuple[Value, str]]:
    """Each line with the question that would find it out."""
    return [(row, write_interview_question(Line(id=row.pk, text=row.text, set_on=row.set_on))) for row in lines]


def list_questions_to_ask_back(field: str = "") -> list[str]:
    """Questions to ask them, from each pack in turn that fits the person's work; those of their field first."""
    packs = [pack.ask_back for pack in list_fitting_packs(field) if pack.ask_back]
    return [pair.ask for pair in chain.from_iterable(zip_longest(*packs)) if pair][:ASKED_BACK]
