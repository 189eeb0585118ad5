"""Cards as a text file that Anki imports: tab separated, five fields, documented in its first lines.

Fields: Guid (the same for the same card, so that importing again updates it), Front (the question), Back (three points,
one a line), Practice (its name), Tags (`onward` and the question's family). The header lines are those of Anki's
manual, "Text files", 2.1.54 and later.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import UTC
from hashlib import sha256
from io import StringIO

from onward.practice.cards import Card
from onward.practice.ways import find_way

# Anki fills the two fields of its note type “Basic” by their names.
FIELDS = ("Guid", "Front", "Back", "Practice", "Tags")
_HEADER = "#separator:tab\n#html:false\n#columns:" + "\t".join(FIELDS) + "\n#guid column:1\n#tags column:5\n"


def export_to_anki(cards: Iterable[Card]) -> str:
    """The file's text. Only questions and points leave: no answers, no marks, no employer. Retired cards stay out.

    A question may still hold what the person wrote; scan the text for client details before it is handed over.
    """
    text = StringIO()
    text.write(_HEADER)
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerows(_make_row(card) for card in cards if not card.retired)
    return text.getvalue()


def _make_row(card: Card) -> tuple[str, str, str, str, str]:
    tags = " ".join(tag for tag in ("onward", card.family.replace(" ", "-")) if tag)
    # A pack's question by its names, one of the person's own by its number and the moment it was made
    name = (
        f"{card.pack}/{card.family}/{card.item}" if card.pack else f"{card.id}/{card.made.astimezone(UTC):%Y%m%d%H%M%S}"
    )
    guid = f"onward-{sha256(name.encode()).hexdigest()[:16]}"
    return (guid, card.question, "\n".join(card.points), find_way(card.way).name, tags)
