"""Counts and rates in words, always with how many they come from."""

from __future__ import annotations

from collections.abc import Sequence

from onward.maths.proportion import Beta, Interval

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SAYABLE = [(1, m) for m in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 50, 100)]
_SAYABLE += [(2, 3), (2, 5), (3, 4), (3, 5), (4, 5), (5, 6), (9, 10)]


def spell_number(n: int) -> str:
    """“three”, and figures from 13."""
    return _WORDS[n] if 0 <= n < len(_WORDS) else f"{n:,}"


def say_count(n: int, one: str, many: str, **filled: object) -> str:
    """One sentence in its form for one and for many, whole in both: a translator is given the pair.

    `{n}` is the count (“1,234”, and “no” for none); what else is in braces is given by its name.

    >>> say_count(3, "{n} letter waits for you.", "{n} letters wait for you.")
    '3 letters wait for you.'
    """
    return (one if n == 1 else many).format(n=f"{n:,}" if n else "no", **filled)


def join_sentences(*sentences: str) -> str:
    """Those of them that say something, one after the other."""
    return " ".join(one for one in sentences if one)


def spell_times(n: int) -> str:
    """“once”, “twice”, “three times”."""
    return {1: "once", 2: "twice"}.get(n, f"{spell_number(n)} times")


def say_one_in(share: float) -> str:
    """“one in six”, the sayable fraction nearest to the share."""
    if share < 0.005:
        return "fewer than one in 100"
    if share > 0.95:
        return "nearly all" if share < 1 else "all"
    top, bottom = min(_SAYABLE, key=lambda pair: abs(pair[0] / pair[1] - share))
    return f"{spell_number(top)} in {spell_number(bottom)}"


def say_about(share: float) -> str:
    """“about one in six”; “nearly all” and “fewer than one in 100” need no “about”."""
    said = say_one_in(share)
    return said if share < 0.005 or share > 0.95 else f"about {said}"


def say_between(within: Interval) -> str:
    """“between 4 and 38 in 100”."""
    low, high = round(100 * within.low), round(100 * within.high)
    return f"about {low} in 100" if low == high else f"between {low} and {high} in 100"


def say_rate(belief: Beta, n: int, none: str, one: str, many: str, *, level: float = 0.8) -> str:
    """A sentence on a believed rate, with its mean `{about}`, its interval `{between}` and the `{n}` that it is from.

    `none` is said where it is from nothing of the person's own.

    >>> say_rate(Beta(2, 10), 11, "Nothing yet: {about}.", "{about}, from {n} ask.", "{about}, from {n} asks.")
    'about one in six, from 11 asks.'
    """
    told = {"about": say_about(belief.mean), "between": say_between(belief.interval(level))}
    return say_count(n, one, many, **told) if n else none.format(**told)


def join_words(items: Sequence[str], *, last: str = "and") -> str:
    """“a”, “a and b”, “a, b and c”."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
