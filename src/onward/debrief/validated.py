"""How often each measure of a transcript was right, on answers with known labels. A test holds it to the script.

Printed by `python benchmarks/measures.py`; `docs/debrief.md` says what the answers are and where they come from.
"""

from __future__ import annotations

from dataclasses import dataclass

from onward.maths.proportion import wilson_interval

Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Validated:
    """One measure: right in `held_right` of `held` answers it was never tuned on, and in `tuned_right` of `tuned`.

    `measure` is its name in the script's output; `fools` says what makes it go wrong; `delivery` is how it was said.
    """

    measure: str
    name: str
    held: int
    held_right: int
    tuned: int
    tuned_right: int
    fools: str
    delivery: bool = False

    @property
    def words(self) -> str:
        """How often it was right on answers it wasn't tuned on, with its range."""
        within = wilson_interval(self.held_right, self.held, z=Z)
        low, high = round(100 * within.low), round(100 * within.high)
        return f"{self.held_right} of {self.held} ({low} to {high} in 100 is possible)"


VALIDATED: tuple[Validated, ...] = (
    Validated(
        "example or claim", "Example or claim", 39, 38, 39, 39,
        "A story told in the present tense reads as a claim. A habit told in the past may read as an example.",
    ),
    Validated(
        "ending", "Ending", 39, 35, 39, 39,
        "What came of it is missed when it is told as something you did, and seen where others merely did something "
        "last.",
    ),
    Validated(
        "share within 10 points", "Doing: the share of words, within ten points", 39, 30, 39, 35,
        "A setting told with “I did” counts as doing. A long sentence counts whole, as one thing or the other.",
    ),
    Validated(
        "fillers counted", "Fillers: the exact count", 39, 39, 39, 39,
        "Many meeting tools leave “um” out. “Like” and “you know” count only between commas, or before a pause.",
        delivery=True,
    ),
    Validated(
        "question paired", "The question that an answer belongs to", 15, 15, 15, 15,
        "Two people who talk at once, or a name that the tool got wrong.",
    ),
    Validated(
        "pace within 3 words a minute", "Pace, within three words a minute", 15, 15, 15, 15,
        "It is plain arithmetic on the tool’s times: pauses count, and times that are wrong make it wrong.",
        delivery=True,
    ),
)  # fmt: skip
