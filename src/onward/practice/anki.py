"""Cards as a text file that Anki imports: tab separated, four fields, documented in its first lines.

Fields: Question, Points (three, one a line), Practice (its name), Tags (`onward` and the question's family).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from onward.practice.cards import Card
from onward.practice.ways import way_of

FIELDS = ("Question", "Points", "Practice", "Tags")
_HEADER = "#separator:tab\n#html:false\n#columns:" + "\t".join(FIELDS) + "\n#tags column:4\n"


def anki(cards: Iterable[Card]) -> str:
    """The file's text. Only questions and points leave: no answers, no marks, no employer. Retired cards stay out.

    A question may still hold what the person wrote; scan the text for client details before it is handed over.
    """
    text = StringIO()
    text.write(_HEADER)
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerows(_row(card) for card in cards if not card.retired)
    return text.getvalue()


def _row(card: Card) -> tuple[str, str, str, str]:
    tags = " ".join(tag for tag in ("onward", card.family.replace(" ", "-")) if tag)
    return (card.question, "\n".join(card.points), way_of(card.way).name, tags)
