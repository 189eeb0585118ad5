"""Which stage a letter speaks of, by its kind and the words of each language."""

from __future__ import annotations

import re
from functools import cache

from onward.facts import LetterKind, Stage
from onward.notice.languages.load import compile_words, list_words
from onward.notice.verdict import Because

# Per kind: the first table of which something is found says the stage; the last value is what the kind says by itself.
_TABLES: dict[LetterKind, tuple[tuple[tuple[str, Stage], ...], Stage | None]] = {
    LetterKind.CONFIRMATION: ((), Stage.APPLIED),
    LetterKind.ASSESSMENT: ((), Stage.SCREEN),
    LetterKind.INTERVIEW: (
        (
            ("stages.final", Stage.FINAL),
            ("stages.proper", Stage.INTERVIEW),
            ("stages.screen", Stage.SCREEN),
        ),
        Stage.INTERVIEW,
    ),
    LetterKind.OFFER: (
        (
            ("stages.signed", Stage.SIGNED),
            ("stages.follows", Stage.VERBAL),
            ("stages.written", Stage.WRITTEN),
            ("stages.verbal", Stage.VERBAL),
        ),
        Stage.VERBAL,
    ),
    LetterKind.REJECTION: (
        (
            ("stages.taken_back", Stage.VERBAL),
            ("stages.final", Stage.FINAL),
            ("stages.last_two", Stage.FINAL),
            ("stages.came", Stage.INTERVIEW),
            ("stages.screen", Stage.SCREEN),
            ("stages.met", Stage.INTERVIEW),
            ("stages.tested", Stage.SCREEN),
        ),
        None,
    ),
}


@cache
def _compile_tables() -> dict[str, re.Pattern[str]]:
    """The tables of `_TABLES` as patterns, in which a blank may be a hyphen."""
    names = {name for rows, _ in _TABLES.values() for name, _ in rows}
    joined = {name: "|".join(list_words(name)).replace(" ", r"[\s-]+") for name in names}
    return {name: re.compile(rf"\b(?:{words})", re.IGNORECASE) for name, words in joined.items()}


def find_stage(
    body: str, kind: LetterKind, *, subject: str = "", quoted: str = ""
) -> tuple[Stage | None, Because | None]:
    """The stage a letter of this kind speaks of, with the words that say so (None when the kind alone does).

    A no says the stage it came after, or nothing; what it answers (`quoted`, as long as the body) may say that they
    met. A letter without words says nothing.
    """
    rows, otherwise = _TABLES.get(kind, ((), None))
    for table, stage in rows:
        for field, text in (("subject", subject), ("body", body)):
            found = _compile_tables()[table].finditer(text, 0, 8000)
            match = next((one for one in found if not _is_condition(text, one, stage)), None)
            if match:
                start, end = match.span()
                return stage, Because(field, start, end, text[start:end])
    if kind is LetterKind.REJECTION:
        return _met_before(quoted)
    return (otherwise if subject.strip() or body.strip() else None), None


def _met_before(quoted: str) -> tuple[Stage | None, Because | None]:
    """“Thank you for the conversation”, in the letter that a no answers; words of somebody who sat opposite first."""
    for table in ("stages.came", "stages.met"):
        match = _compile_tables()[table].search(quoted, 0, 8000)
        if match:
            start, end = match.span()
            return Stage.INTERVIEW, Because("body", start, end, quoted[start:end])
    return None, None


def _is_condition(text: str, match: re.Match[str], stage: Stage) -> bool:
    """“Once we have your signed letter” says that it isn't signed yet."""
    before = text[max(0, match.start() - 60) : match.start()]
    once = compile_words("stages.once", after=r"\b[^.!?]{0,60}$")
    return stage is Stage.SIGNED and once.search(before) is not None
