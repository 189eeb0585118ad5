"""The if-then plan of a kink, as one sentence however it was typed."""

from __future__ import annotations

from dataclasses import dataclass

from onward.notice.kind.language import is_foreign


@dataclass(frozen=True, slots=True)
class IfThenPlan:
    """A kink that is worked on with its if-then plan; `weight` from `first` puts them in order."""

    name: str
    if_they: str
    then_i: str
    weight: float = 0.0

    @property
    def words(self) -> str:
        """“If they ask why I left, then I will say what I am looking for.”; the name where there is no plan. In another
        language the halves are quoted as they are.
        """
        waits, opening = strip_opening(self.if_they, "if"), strip_opening(self.then_i, "then")
        if not (self.if_they and self.then_i):
            return self.name
        if is_foreign(f"{waits}\n{opening}"):
            return f"When it comes: “{waits}”. I open with: “{opening}”."
        return f"If {waits}, then {opening}."


def strip_opening(text: str, opening: str) -> str:
    """A half of a plan without its “if” or “then” and without the full stop: people write them with and without."""
    words = text.strip().rstrip(".,; ")
    return words[len(opening) + 1 :] if words.casefold().startswith(f"{opening} ") else words
