"""Which stage a letter speaks of, by its kind and the words of each language."""

from __future__ import annotations

import re
from functools import cache

from onward.facts import LetterKind, Stage
from onward.notice.languages.load import join_words, list_words
from onward.notice.verdict import Because

Rows = tuple[tuple[re.Pattern[str], Stage], ...]


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
def _compile_rows() -> dict[LetterKind, Rows]:
    """The tables of `_TABLES` as patterns."""
    names = {name for rows, _ in _TABLES.values() for name, _ in rows}
    made = {name: _any_of(list_words(name)) for name in names}
    return {kind: tuple((made[name], stage) for name, stage in rows) for kind, (rows, _) in _TABLES.items()}


@cache
def _compile_met() -> tuple[re.Pattern[str], ...]:
    """That they met, in words of somebody who sat opposite first."""
    return _any_of(list_words("stages.came")), _any_of(list_words("stages.met"))


@cache
def _compile_once() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('stages.once')})\b[^.!?]{{0,60}}$", re.IGNORECASE)


def _any_of(pieces: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(pieces).replace(" ", r"[\s-]+") + ")", re.IGNORECASE)


def find_stage(
    body: str, kind: LetterKind, *, subject: str = "", quoted: str = ""
) -> tuple[Stage | None, Because | None]:
    """The stage a letter of this kind speaks of, with the words that say so (None when the kind alone does).

    A no says the stage it came after, or nothing; what it answers (`quoted`, as long as the body) may say that they
    met. A letter without words says nothing.
    """
    otherwise = _TABLES[kind][1] if kind in _TABLES else None
    for pattern, stage in _compile_rows().get(kind, ()):
        for field, text in (("subject", subject), ("body", body)):
            match = next((m for m in pattern.finditer(text, 0, 8000) if not _is_condition(text, m, stage)), None)
            if match:
                start, end = match.span()
                return stage, Because(field, start, end, text[start:end])
    if kind is LetterKind.REJECTION:
        return _met_before(quoted)
    return (otherwise if subject.strip() or body.strip() else None), None


def _met_before(quoted: str) -> tuple[Stage | None, Because | None]:
    """“Thank you for the conversation”, in the letter that a no answers."""
    for pattern in _compile_met():
        match = pattern.search(quoted, 0, 8000)
        if match:
            start, end = match.span()
            return Stage.INTERVIEW, Because("body", start, end, quoted[start:end])
    return None, None


def _is_condition(text: str, match: re.Match[str], stage: Stage) -> bool:
    """“Once we have your signed letter” says that it isn't signed yet."""
    return (
        stage is Stage.SIGNED and _compile_once().search(text[max(0, match.start() - 60) : match.start()]) is not None
    )
