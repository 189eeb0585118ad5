"""What the page of a transcript says of each answer, and what in its words wants a look before they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.urls import reverse

from onward.debrief.answers import SpokenAnswer
from onward.debrief.chips import Chip
from onward.debrief.measures import FEWEST_WORDS, SECONDS, Measures, measure_answer
from onward.debrief.memory import cut_beginning
from onward.debrief.overview import format_clock
from onward.debrief.transcript import Transcript, Untimed
from onward.kinks.hear import hear_kinks
from onward.wording.client_details import ClientDetail, find_client_details
from onward_app.records.models import Interview, Owner
from onward_app.records.reading.kinds import find_kind
from onward_app.web.looks import Look

AROUND = 50  # characters of context
QUOTED = 60  # words of an answer that are quoted as evidence


@dataclass(frozen=True, slots=True)
class AnswerPiece:
    """A stretch of an answer: what its sentence does, empty for nothing seen, and whether it is a filler."""

    text: str
    does: str
    filler: bool = False


@dataclass(frozen=True, slots=True)
class ShownSuggestion:
    """A kink that an answer may show, why, and where it is noted."""

    name: str
    why: str
    link: str


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """One answer on the page. `untimed` says why its length in minutes isn't known."""

    number: int
    answer: SpokenAnswer
    found: Measures
    pieces: Sequence[AnswerPiece]
    at: str
    took: str
    usual: bool
    untimed: str
    suggestions: Sequence[ShownSuggestion]

    @property
    def short(self) -> bool:
        """Whether it is too short to be called an example or a claim."""
        return self.answer.words < FEWEST_WORDS

    @property
    def share(self) -> int:
        """Of 100 words, how many are action and result."""
        return round(100 * self.found.share)

    @property
    def fillers(self) -> str:
        """The fillers, in order, each once."""
        spans = self.found.delivery.fillers if self.found.delivery else ()
        return ", ".join(f"“{word}”" for word in dict.fromkeys(span.text.casefold() for span in spans))


NO_MINUTES = {
    Untimed.NO: "No minutes, because its times don’t say when it ended.",
    Untimed.MINUTES: "No minutes, because this transcript says the minute of each turn and not the second.",
    Untimed.ENDS: "No minutes, because this transcript says when each turn began and not when it ended.",
    Untimed.ALL: "No minutes, because this transcript has no times.",
}


def show_answer(
    owner: Owner, interview: Interview, number: int, answer: SpokenAnswer, *, untimed: Untimed
) -> ShownAnswer:
    """Everything that is shown of one answer."""
    found = measure_answer(answer, delivery=not owner.delivery_off)
    seconds = answer.seconds
    return ShownAnswer(
        number, answer, found, mark_answer(answer.text, found),
        at=_format_start(answer.start), took=format_clock(seconds) if seconds else "",
        usual=seconds is None or answer.words < FEWEST_WORDS or SECONDS[0] <= seconds <= SECONDS[1],
        untimed=NO_MINUTES[untimed],
        suggestions=[
            _make_suggestion(owner, interview, answer, one.kind, one.why) for one in hear_kinks(answer, found)
        ],
    )  # fmt: skip


def _format_start(start: float | None) -> str:
    if start is None:
        return ""
    minutes, seconds = divmod(int(start), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}" if minutes >= 60 else f"{minutes}:{seconds:02}"


def _make_suggestion(owner: Owner, interview: Interview, answer: SpokenAnswer, kind: str, why: str) -> ShownSuggestion:
    named = find_kind(owner, kind)
    asked = {
        "kind": kind, "chip": Chip.RECORDING.value, "interview": interview.pk, "on": interview.on.isoformat(),
        "text": describe_evidence(answer),
    }  # fmt: skip
    return ShownSuggestion(named.name if named else kind, why, reverse("kinks:add", query=asked))


def describe_evidence(answer: SpokenAnswer) -> str:
    """An answer as a piece of evidence: the question, and how the answer began."""
    return f"They asked: “{cut_beginning(answer.question, 40)}” I said: “{cut_beginning(answer.text, QUOTED)}”"


def mark_answer(text: str, found: Measures) -> list[AnswerPiece]:
    """The text cut where a sentence of one sort, or a filler, begins and ends."""
    sorts = {"did": found.actions, "came": found.results, "claim": found.claims}
    does = [(span.start, span.end, sort) for sort, spans in sorts.items() for span in spans]
    fillers = [(span.start, span.end) for span in (found.delivery.fillers if found.delivery else ())]
    cuts = sorted(
        {0, len(text), *(at for start, end, _ in does for at in (start, end)), *(at for pair in fillers for at in pair)}
    )
    return [
        AnswerPiece(text[start:end], next((sort for a, b, sort in does if a <= start < b), ""),
              any(a <= start < b for a, b in fillers))
        for start, end in pairwise(cuts)
    ]  # fmt: skip


def find_transcript_details(read: Transcript, known: Callable[[], Iterable[str]]) -> list[Look]:
    """The client details in the words of a transcript, each once and in its context.

    The names of its speakers may be there. Each turn is looked at by itself: one may end without a full stop.
    """
    names = (*known(), *read.speakers)
    once: dict[str, list[tuple[str, ClientDetail]]] = {}
    for turn in read.turns:
        for found in find_client_details(turn.text, known=names):
            once.setdefault(found.text.casefold(), []).append((turn.text, found))
    return [_in_context(*same[0], len(same)) for same in once.values()]


def _in_context(text: str, found: ClientDetail, times: int) -> Look:
    before, after = text[max(0, found.start - AROUND) : found.start], text[found.end : found.end + AROUND]
    often = f"{found.suggestion} ({times} times)" if times > 1 else found.suggestion
    return Look(often, before, found.text, after)
