"""What is wanted of the reader, beside what was measured: the page says which figures fall short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.judging import KINDS, NO, OTHER, Judged, Share, calibration_error, count_false_nos, measure_kind

RIGHT, FOUND, FOUND_EACH = 0.97, 0.85, 0.75  # of nos without doubt: right, found in all languages, in each
REAL_RIGHT, REAL_FOUND = 0.96, 0.92  # the same of real letters from a source that was left out
F1, FILED, CALIBRATION = 0.85, 0.995, 0.05


@dataclass(frozen=True, slots=True)
class Goal:
    """One figure that is wanted, and what it is."""

    what: str
    wanted: str
    measured: str
    met: bool


def compare_with_goals(
    held: Sequence[Judged],
    last: Sequence[Judged],
    theirs: Sequence[Judged],
    ordinary: Mapping[str, Share],
    names: Mapping[str, str],
) -> list[Goal]:
    """Every goal, those of the letters that nobody had looked at first; `ordinary` counts, for each set of made-up mails,
    those that were surely called a no.
    """
    return [*_of_nos("a no among the letters written last, without doubt", last, RIGHT, FOUND),
            _of_filed(last, ", of the letters written last"),
            *_of_nos("a no, without doubt", held, RIGHT, FOUND), *_of_languages(held, names), *_of_kinds(held), _of_filed(held),
            _of_chances(held), _of_ordinary(count_false_nos(held), "among these letters"),
            *(_of_ordinary(share, what) for what, share in ordinary.items()),
            *_of_nos("a no in real letters, source left out, without doubt", theirs, REAL_RIGHT, REAL_FOUND),
            _of_ordinary(count_false_nos(theirs), "among the real letters")]  # fmt: skip


def judge_untouched(letters: Sequence[Judged], ordinary: Share, names: Mapping[str, str]) -> list[Goal]:
    """What is wanted of letters that nobody had looked at, and of the everyday mails that came with them."""
    return [
        *_of_nos("a no, without doubt", letters, RIGHT, FOUND),
        *_of_languages(letters, names),
        *_of_kinds(letters),
        _of_filed(letters),
        _of_chances(letters),
        _of_ordinary(ordinary, "made of patterns that came with these letters"),
    ]


def _at_least(what: str, share: Share, least: float) -> Goal:
    measured = f"{share}, {share.hits} of {share.count}"
    return Goal(what, f"≥ {least}", measured, (share.share or 0.0) >= least)


def _of_nos(what: str, judged: Sequence[Judged], right: float, found: float) -> list[Goal]:
    one = measure_kind(judged, NO)
    return [_at_least(f"{what}: right", one.sure_right, right), _at_least(f"{what}: found", one.sure_found, found)]


def _of_languages(judged: Sequence[Judged], names: Mapping[str, str]) -> list[Goal]:
    found = {
        language: measure_kind([one for one in judged if one.language == language], NO).sure_found
        for language in sorted({one.language for one in judged})
    }
    return [
        _at_least(f"a no in {names[code]}, without doubt: found", share, FOUND_EACH) for code, share in found.items()
    ]


def _of_kinds(judged: Sequence[Judged]) -> list[Goal]:
    found = {kind: measure_kind(judged, kind).f1 or 0.0 for kind in KINDS if any(one.true is kind for one in judged)}
    return [Goal(f"{kind}, best guess: F1", f"≥ {F1}", f"{f1:.2f}", f1 >= F1) for kind, f1 in found.items()]


def share_filed_right(judged: Sequence[Judged]) -> Share:
    """Of what is filed without asking (what is sure and not everyday mail), what is right."""
    filed = [one for one in judged if one.sure and one.kind is not OTHER]
    return Share(sum(one.kind is one.true for one in filed), len(filed))


def _of_filed(judged: Sequence[Judged], whose: str = "") -> Goal:
    return _at_least(f"what is filed without asking{whose}: right", share_filed_right(judged), FILED)


def _of_chances(judged: Sequence[Judged]) -> Goal:
    error = calibration_error(judged)
    return Goal(
        "how far said chances lie from what came true", f"≤ {CALIBRATION}", f"{error:.3f}", error <= CALIBRATION
    )


def _of_ordinary(false: Share, where: str) -> Goal:
    return Goal(f"ordinary mails surely called a no, {where}", "0", f"{false.hits} of {false.count}", not false.hits)
