"""How much the tables of one file may hold: a few bytes in an archive can say that there is a lot."""

from __future__ import annotations

from onward_app.trackers.troubles import TrackerTrouble

MOST_TEXT = 16_000_000  # bytes of all tables together
MOST_PIECES = 1_000_000  # of them: cells, values and lines, each an object of its own however short it is
MARKS = b",;\t|[{"  # what stands between two of them, whatever a table is written in
ENDS = b"\r\n" * 3  # a line weighs as much as three of them
TOO_FULL = (
    "“{name}” holds far more than any list of applications does, so it was left alone. Bring the list by itself, or in "
    "parts: a part that comes twice changes nothing."
)


class Allowance:
    """What is left of it, for one file and all that is packed in it."""

    def __init__(self) -> None:
        self.bytes = MOST_TEXT
        self.pieces = MOST_PIECES

    def take(self, raw: bytes, name: str) -> bytes:
        """The text, which there is room for; it is looked at before anything is made of it.

        Raises:
            TrackerTrouble: there isn't.
        """
        self.bytes -= len(raw)
        self.pieces -= sum(map(raw.count, MARKS + ENDS)) if self.bytes >= 0 else 0
        if self.bytes < 0 or self.pieces < 0:
            raise TrackerTrouble(TOO_FULL.format(name=name))
        return raw
