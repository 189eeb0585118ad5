"""Jobs beside each other and beside keeping on searching: intervals, and “tie” when they overlap; never a rank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onward.maths.proportion import Interval
from onward.values.lines import Held, Known, Value, ValueMark, list_latest_marks

# How far a mark may be off, as a share of the value's points: judgement.
OFF = {Known.SEEN: 0.10, Known.TOLD: 0.25, Known.GUESSED: 0.45}
TIE = "tie"
CAVEAT = "Fit is linked with satisfaction and staying. It doesn’t guarantee either."
KEEP_SEARCHING = "Keep searching stays a choice beside them."


@dataclass(frozen=True, slots=True)
class JobFit:
    """What one job gives of what matters: an interval from 0 to 1, how many values are known, and of how many."""

    opportunity: int
    within: Interval
    known: int
    of: int


def measure_fit(opportunity: int, values: Iterable[Value], marks: Iterable[ValueMark], *, on: date) -> JobFit | None:
    """The share of the points that a job gives, as an interval that is wider the less is known. None without values."""
    stand = [value for value in values if value.stands(on) and value.points > 0]
    total = sum(value.points for value in stand)
    if not total:
        return None
    held = list_latest_marks(marks)
    low = high = 0.0
    for value in stand:
        least, most = _tell_bounds(held.get(value.id))
        low += value.points / total * least
        high += value.points / total * most
    known = sum(1 for value in stand if value.id in held and held[value.id].held is not Held.UNKNOWN)
    return JobFit(opportunity, Interval(low, min(1.0, high), 1.0), known, len(stand))


def _tell_bounds(mark: ValueMark | None) -> tuple[float, float]:
    """Between which shares of its points a value is given: anything from 0 to 1 where nothing is known."""
    if mark is None or mark.held is Held.UNKNOWN:
        return 0.0, 1.0
    off = OFF[mark.known]
    return (1 - off, 1.0) if mark.held is Held.KEPT else (0.0, off)


def describe_comparison(one: JobFit, other: JobFit) -> str:
    """“tie” when the intervals overlap, else which gives more."""
    if one.within.overlaps(other.within):
        return TIE
    return "more" if one.within.low > other.within.high else "less"


def compare_fits(fits: Sequence[JobFit], names: Mapping[int, str]) -> tuple[str, ...]:
    """A sentence for each pair, in the order given: the order says nothing about the jobs."""
    pairs = [(a, b) for i, a in enumerate(fits) for b in fits[i + 1 :]]
    return tuple(_say_pair(a, b, names) for a, b in pairs) or (KEEP_SEARCHING,)


def _say_pair(one: JobFit, other: JobFit, names: Mapping[int, str]) -> str:
    first, second = names.get(one.opportunity, "The one"), names.get(other.opportunity, "the other")
    said = describe_comparison(one, other)
    if said == TIE:
        return f"{first} and {second}: a tie, as far as is known."
    more, less = (first, second) if said == "more" else (second, first)
    return f"{more} gives more of what you said matters than {less}, as far as is known."
