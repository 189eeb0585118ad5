"""Pairs the questions of a transcript with the answers that followed, once it is known who the candidate is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onward.debrief.transcript import Transcript, Turn

SHORT = 4  # words: “mm-hm”, “right, yes, okay” is listening, not a turn
SHORTEST_ANSWER = 5


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """A question and what the candidate said to it. `seconds` is None without times."""

    question: str
    text: str
    seconds: float | None = None
    start: float | None = None

    @property
    def words(self) -> int:
        """How many words the answer has."""
        return len(self.text.split())


def pair_answers(transcript: Transcript, candidate: str) -> tuple[SpokenAnswer, ...]:
    """Every answer of the candidate with the question before it, in order.

    An interviewer's few words in between (“mm-hm”) don't end an answer. Nothing is paired when the candidate is
    not among two or more speakers.
    """
    if candidate not in transcript.speakers or len(transcript.speakers) < 2:
        return ()
    return tuple(_list_answers(_without_nods(transcript.turns, candidate), candidate))


def guess_candidate(transcript: Transcript) -> str | None:
    """Who is probably the candidate: the one who talks most and asks least. To be asked once, never assumed."""
    if len(transcript.speakers) < 2:
        return None
    weights: Counter[str] = Counter()
    for turn in transcript.turns:
        weights[turn.speaker] += len(turn.text.split()) - 15 * turn.text.count("?")
    return max(transcript.speakers, key=lambda who: weights[who])


def list_most_heard(transcript: Transcript, number: int) -> tuple[str, ...]:
    """The speakers in the order they first spoke; of very many only those who say most."""
    words: Counter[str] = Counter()
    for turn in transcript.turns:
        if turn.speaker:
            words[turn.speaker] += len(turn.text)
    kept = {who for who, _ in words.most_common(number)}
    return tuple(who for who in transcript.speakers if who in kept)


def _without_nods(turns: Sequence[Turn], candidate: str) -> Iterator[Turn]:
    for at, turn in enumerate(turns):
        between = 0 < at < len(turns) - 1 and turns[at - 1].speaker == turns[at + 1].speaker == candidate
        short = len(turn.text.split()) <= SHORT and "?" not in turn.text
        if not (turn.speaker != candidate and between and short):
            yield turn


def _list_answers(turns: Iterable[Turn], candidate: str) -> Iterator[SpokenAnswer]:
    asked: list[str] = []
    said: list[Turn] = []
    for turn in turns:
        if turn.speaker == candidate:
            said.append(turn)
            continue
        if said:
            yield from _pair_answer(asked, said)
            asked, said = [], []
        asked.append(turn.text)
    if said:
        yield from _pair_answer(asked, said)


def _pair_answer(asked: Sequence[str], said: Sequence[Turn]) -> Iterator[SpokenAnswer]:
    """An answer needs a question before it and a few words of its own."""
    text = " ".join(turn.text for turn in said)
    if not asked or len(text.split()) < SHORTEST_ANSWER:
        return
    times = [turn.seconds for turn in said]
    known = [seconds for seconds in times if seconds is not None]
    yield SpokenAnswer(
        find_question(" ".join(asked)), text, sum(known) if len(known) == len(times) else None, said[0].start
    )


def find_question(said: str) -> str:
    """The question in what an interviewer said: from its first to its last question mark, or its last two sentences."""
    sentences = [s.strip() for s in _SENTENCES.findall(said) if s.strip()]
    asking = [at for at, sentence in enumerate(sentences) if sentence.endswith("?") or _INVITES.match(sentence)]
    chosen = sentences[asking[0] : asking[-1] + 1] if asking else sentences[-2:]
    return " ".join(chosen)


_SENTENCES = re.compile(r"[^.!?]+[.!?]*")
_INVITES = re.compile(
    r"(?:so,?\s+|and\s+|okay,?\s+)?(?:please\s+)?(?:tell|walk|give|describe|talk|explain|share)\b", re.IGNORECASE
)
