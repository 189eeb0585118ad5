"""A whole transcript in a few figures, each in words; what can't be said, says why. Information, and no score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onward.debrief.answers import SpokenAnswer
from onward.debrief.measures import (
    FEWEST_WORDS,
    FILLERS_A_MINUTE,
    MANY_FILLERS,
    PACE,
    WORDS_FOR_PACE,
    Measures,
    measure_talk_share,
)
from onward.debrief.transcript import Transcript, Untimed
from onward.wording.counts import join_sentences, join_words, say_count, spell_times


@dataclass(frozen=True, slots=True)
class TranscriptFigure:
    """One figure: what it is of, and what it says; `known` is False where it only says why it is missing."""

    name: str
    words: str
    known: bool = True


def summarize_transcript(
    transcript: Transcript,
    candidate: str,
    answers: Sequence[SpokenAnswer],
    found: Sequence[Measures],
    *,
    delivery: bool,
) -> tuple[TranscriptFigure, ...]:
    """The figures of a transcript. `found` are the measures of `answers`; without `delivery` only what was said
    counts.
    """
    if not answers:
        return (TranscriptFigure("Answers", "None can be told apart, so nothing is counted or measured.", known=False),)
    return tuple(_say_content(answers, found)) + (
        tuple(_say_delivery(transcript, candidate, answers, found)) if delivery else ()
    )


EXAMPLES = (
    "{told} of {n} answer of {fewest} words or more read as an example of something that happened, {rest} as a claim "
    "or a plan.",
    "{told} of {n} answers of {fewest} words or more read as an example of something that happened, {rest} as a claim "
    "or a plan.",
)
HALF = (
    "Half of the answers have {n} word or more; the longest has {most}.",
    "Half of the answers have {n} words or more; the longest has {most}.",
)


def _say_content(answers: Sequence[SpokenAnswer], found: Sequence[Measures]) -> Iterator[TranscriptFigure]:
    judged = [one for one in found if one.words >= FEWEST_WORDS]
    told = [one for one in judged if one.is_story]
    ended = sum(one.has_result for one in told)
    yield TranscriptFigure(
        "Questions", say_count(len(answers), "{n} question with an answer.", "{n} questions with an answer.")
    )
    yield TranscriptFigure(
        "Examples",
        say_count(len(judged), *EXAMPLES, told=len(told), fewest=FEWEST_WORDS, rest=len(judged) - len(told)),
    )
    if told:
        yield TranscriptFigure("Endings", f"Of the examples, {ended} of {len(told)} told what came of it.")
    yield TranscriptFigure("Length", _say_length(answers))


def _say_length(answers: Sequence[SpokenAnswer]) -> str:
    words = sorted(answer.words for answer in answers)
    said = say_count(words[len(words) // 2], *HALF, most=words[-1])
    times = [answer.seconds for answer in answers if answer.seconds is not None]
    return f"{said} The longest took {format_clock(max(times))}." if times else said


def _say_delivery(
    transcript: Transcript, candidate: str, answers: Sequence[SpokenAnswer], found: Sequence[Measures]
) -> Iterator[TranscriptFigure]:
    yield _say_share(transcript, candidate)
    timed = [one for one in zip(answers, found, strict=True) if one[0].seconds and one[0].words >= WORDS_FOR_PACE]
    minutes = sum(answer.seconds or 0 for answer, _ in timed) / 60
    if not minutes:
        untimed = transcript.untimed
        yield TranscriptFigure("Pace", NO_PACE[untimed].format(fewest=WORDS_FOR_PACE), known=False)
        yield _say_fillers(found, None, NO_RATE[untimed].format(fewest=WORDS_FOR_PACE))
        return
    pace = sum(answer.words for answer, _ in timed) / minutes
    said = WITHIN_BAND if PACE[0] <= round(pace) <= PACE[1] else OUTSIDE_BAND
    told = said.format(pace=round(pace), time=format_clock(60 * minutes), low=PACE[0], high=PACE[1])
    yield TranscriptFigure("Pace", told)
    yield _say_fillers([one for _, one in timed], minutes, "")


WITHIN_BAND = "{pace} words a minute over {time}, within the wide band of {low} to {high}."
OUTSIDE_BAND = "{pace} words a minute over {time}, outside the wide band of {low} to {high}."
NO_PACE = {
    Untimed.NO: "Not known, because no answer with times has {fewest} words or more.",
    Untimed.MINUTES: "Not known, because this transcript says the minute of each turn and not the second.",
    Untimed.ENDS: "Not known, because this transcript says when each turn began and not when it ended.",
    Untimed.ALL: "Not known, because this transcript has no times.",
}
NO_RATE = {
    Untimed.NO: "No rate, because no answer with times has {fewest} words or more.",
    Untimed.MINUTES: "No rate, because this transcript says the minute of each turn and not the second.",
    Untimed.ENDS: "No rate, because this transcript says when each turn began and not when it ended.",
    Untimed.ALL: "No rate, because this transcript has no times.",
}


def _say_share(transcript: Transcript, candidate: str) -> TranscriptFigure:
    share = measure_talk_share(transcript, candidate)
    name = "Share of the talk"
    if share is None:
        return TranscriptFigure(name, "Not known, because fewer than two speakers are named.", known=False)
    words = sum(len(turn.text.split()) for turn in transcript.turns)
    return TranscriptFigure(name, f"{round(100 * share)} of 100 words were yours, of {words:,} in all.")


def _say_fillers(measured: Sequence[Measures], minutes: float | None, why: str) -> TranscriptFigure:
    """A rate where there are minutes, else the plain count with why there is no rate."""
    spans = (span for one in measured if one.delivery for span in one.delivery.fillers)
    found = Counter(span.text.casefold() for span in spans)
    which = join_words([f"“{word}” {spell_times(number)}" for word, number in found.most_common(3)])
    said = f"{which}." if found else "None was written down; many meeting tools leave them out."
    if minutes is None:
        return TranscriptFigure("Fillers", f"{said} {why}", known=False)
    rate = found.total() / minutes
    flag = MANY_FILLERS if rate > FILLERS_A_MINUTE else ""
    return TranscriptFigure("Fillers", join_sentences(f"{rate:.1f} a minute.", said, flag))


HOURS = ("{n} hour", "{n} hours")
MINUTES = ("{n} minute", "{n} minutes")
SECONDS = ("{n} second", "{n} seconds")


def format_clock(seconds: float) -> str:
    """“1 minute 10 seconds”, “45 seconds”, “1 hour 5 minutes”."""
    whole = round(seconds)
    large, small = (HOURS, MINUTES) if whole >= 3600 else (MINUTES, SECONDS)
    first, rest = divmod(whole // 60 if whole >= 3600 else whole, 60)
    said = [say_count(first, *large)] if first else []
    return " ".join([*said, say_count(rest, *small)] if rest or not first else said)
