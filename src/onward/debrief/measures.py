"""What an answer looks like from outside: information for the person, never a grade and never a score of anybody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onward.debrief.answers import SpokenAnswer
from onward.debrief.signs import SentencePart, classify_sentences, is_occasion
from onward.debrief.transcript import Transcript
from onward.wording.counts import join_sentences, say_count
from onward.wording.sources import cited
from onward.wording.span import Span, find_spans, straighten_quotes

PACE = (110, 170)  # words a minute, information only: no good source for a narrower band (evidence 9)
FILLERS_A_MINUTE = 8  # between the 5 that did no harm and the 12 that did; judgement
MANY_FILLERS = cited(
    f"More than {FILLERS_A_MINUTE} a minute: in an experiment with speeches 5 a minute did no harm, and 12 did.",
    "laske-2024",
)
ACTION_AND_RESULT = 0.60
SECONDS = (60, 150)
WORDS_FOR_PACE = 25
FEWEST_WORDS = 12  # with fewer, an answer is neither an example nor a claim

LIMITS = (
    "These are rules on English words, not understanding. They were checked on answers written for this purpose, not "
    "on real interviews.",
    "A story told in the present tense is often missed. So is an ending that is told without numbers or the usual "
    "words.",
    "Pace and fillers depend on what the meeting tool wrote down; many tools leave “um” out.",
    "Nothing here looks at a face, an accent or a feeling, and nothing of it is a score of you.",
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """How it was said. `pace` is words a minute and `fillers_a_minute` a rate, both None without times."""

    fillers: tuple[Span, ...]
    fillers_a_minute: float | None
    pace: float | None
    words: str

    @property
    def many_fillers(self) -> bool:
        """Whether there were more than eight a minute."""
        return self.fillers_a_minute is not None and self.fillers_a_minute > FILLERS_A_MINUTE


@dataclass(frozen=True, slots=True)
class Measures:
    """What one answer looks like. The spans are sentences of the answer's text.

    `share` is the share of words in sentences of action and result; `delivery` is None when it is switched off.
    """

    is_story: bool
    share: float
    has_result: bool
    words: int
    seconds: float | None
    actions: tuple[Span, ...]
    results: tuple[Span, ...]
    claims: tuple[Span, ...]
    delivery: Delivery | None
    notes: tuple[str, ...]


def measure_answer(answer: SpokenAnswer, *, delivery: bool = True) -> Measures:
    """Everything that is shown of one answer; `delivery` False leaves pace and fillers out for good."""
    told = classify_sentences(answer.text)
    actions, results, claims = (
        _choose_part(told, part) for part in (SentencePart.ACTION, SentencePart.RESULT, SentencePart.CLAIM)
    )
    total = sum(_count_words(span.text) for span, _ in told)
    share = sum(_count_words(span.text) for span in (*actions, *results)) / total if total else 0.0
    is_story = _is_story(answer.text, actions, results, claims)
    notes = tuple(_write_notes(answer, share, is_story=is_story, has_result=bool(results)))
    how = _measure_delivery(answer) if delivery else None
    return Measures(is_story, share, bool(results), answer.words, answer.seconds, actions, results, claims, how, notes)


def measure_talk_share(transcript: Transcript, candidate: str) -> float | None:
    """The candidate's share of all words; None when only one person is named."""
    if len(transcript.speakers) < 2 or candidate not in transcript.speakers:
        return None
    every = sum(_count_words(turn.text) for turn in transcript.turns)
    own = sum(_count_words(turn.text) for turn in transcript.turns if turn.speaker == candidate)
    return own / every if every else None


def find_fillers(text: str) -> tuple[Span, ...]:
    """The fillers in a text: um and its like, “you know”, “I mean”, and “like” between commas."""
    found = find_spans(_FILLER, straighten_quotes(text))
    return tuple(Span(f.start, f.end, text[f.start : f.end]) for f in found)


_FILLER = re.compile(
    r"\b(?:u+h*m+|u+h+|e+r+m*|e+h+|a+h+|h+m+)\b(?!\w)"
    r"|(?:(?<=^)|(?<=[,.!?;—–-] )|(?<=\band )|(?<=\bso ))(?:you know|i mean)\b(?=[,.!?;—–-]|$)(?!\s+(?:what|how|that|"
    r"the))"
    r"|(?<=[,—–] )(?:you know|like|sort of|kind of|basically|literally|right)(?=,)"
    r"|\b(?:sort|kind) of (?=(?:just|like|went|did|thought|tried|started|felt|a bit)\b)",
    re.IGNORECASE | re.MULTILINE,
)


def _choose_part(told: Sequence[tuple[Span, SentencePart]], wanted: SentencePart) -> tuple[Span, ...]:
    return tuple(span for span, part in told if part is wanted)


def _count_words(text: str) -> int:
    return len(text.split())


def _is_story(text: str, actions: Sequence[Span], results: Sequence[Span], claims: Sequence[Span]) -> bool:
    """One occasion in which somebody did something: it has doing in it, and a time and place or more doing than
    claims.
    """
    if not actions:
        return False
    return is_occasion(text) or len(actions) + len(results) > len(claims) + 1


def _write_notes(answer: SpokenAnswer, share: float, *, is_story: bool, has_result: bool) -> list[str]:
    notes = [] if is_story else ["No example in it that these rules can see: it reads as a claim."]
    if is_story:
        notes.append(f"{round(100 * share)} of 100 words are what you did and what came of it.")
        notes.append("It says what came of it." if has_result else "It has no ending that these rules can see.")
    if answer.seconds is not None and not SECONDS[0] <= answer.seconds <= SECONDS[1]:
        notes.append(f"It took {round(answer.seconds)} seconds; one to two and a half minutes is a rule of thumb.")
    return notes


def _measure_delivery(answer: SpokenAnswer) -> Delivery:
    found = find_fillers(answer.text)
    minutes = answer.seconds / 60 if answer.seconds else None
    timed = minutes is not None and minutes > 0 and answer.words >= WORDS_FOR_PACE
    rate = len(found) / minutes if timed and minutes else None
    pace = answer.words / minutes if timed and minutes else None
    return Delivery(found, rate, pace, _delivery_words(len(found), rate, pace, timed=minutes is not None))


def _delivery_words(found: int, rate: float | None, pace: float | None, *, timed: bool) -> str:
    if rate is None or pace is None:
        said = say_count(found, "{n} filler.", "{n} fillers.") if found else ""
        few = f"No pace, because it has fewer than {WORDS_FOR_PACE} words."
        return join_sentences(said, few if timed else "No pace, because it has no times.")
    forms = WITHIN_BAND if PACE[0] <= pace <= PACE[1] else OUTSIDE_BAND
    said = forms[round(rate) != 1].format(pace=round(pace), low=PACE[0], high=PACE[1], n=round(rate))
    return join_sentences(said, MANY_FILLERS if rate > FILLERS_A_MINUTE else "")


WITHIN_BAND = (
    "{pace} words a minute, within the wide band of {low} to {high}; {n} filler a minute.",
    "{pace} words a minute, within the wide band of {low} to {high}; {n} fillers a minute.",
)
OUTSIDE_BAND = (
    "{pace} words a minute, outside the wide band of {low} to {high}; {n} filler a minute.",
    "{pace} words a minute, outside the wide band of {low} to {high}; {n} fillers a minute.",
)
