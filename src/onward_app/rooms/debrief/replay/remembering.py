"""What a transcript lends to the replay: first words, what may be taken over, and what a change sounds like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onward.debrief import memory
from onward.debrief.answers import SpokenAnswer
from onward.debrief.chips import Chip
from onward.debrief.measures import measure_answer
from onward.debrief.screens import Screen
from onward.debrief.script import MOST_CHANGES, list_proposed_changes
from onward.kinks.hear import hear_kinks
from onward.wording.counts import join_words
from onward_app.records.models import Debrief, Owner
from onward_app.records.reading.kinds import suggest_kinds
from onward_app.records.reading.transcripts import TranscriptReport, load_memory

OFFERED = 6
QUESTION, WORDS = 20, 25  # of a question and of an answer that are quoted in an offer
LENT = "From the transcript. Change it as you like, and keep what matters."
SCREENS = ("asked", "said", "worked", "change", "know")


@dataclass(frozen=True, slots=True)
class RememberedOffer:
    """Something of the transcript that may be taken over into the screen."""

    key: str
    text: str


def find_memory(debrief: Debrief, screen: str) -> TranscriptReport | None:
    """The transcript that this screen may draw on."""
    return load_memory(debrief.owner, debrief.interview) if screen in SCREENS else None


def fill_from_memory(debrief: Debrief, screen: str, told: TranscriptReport | None) -> dict[str, str]:
    """What stands on a screen that was not answered yet; nothing where there is no transcript."""
    if told is None:
        return {}
    if screen == "asked":
        return {"text": memory.join_questions(told.answers)}
    if screen == "said":
        return {"text": memory.join_answers(told.answers)}
    taken = enumerate(list_proposed_changes(debrief.answers), 1) if screen == "know" else ()
    return {f"chip_{n}": Chip.RECORDING.value for n, change in taken if memory.is_taken(change, told.answers)}


def is_unchanged_memory(debrief: Debrief, screen: str, told: TranscriptReport | None, given: Mapping[str, str]) -> bool:
    """Whether a screen's words are those of the transcript, unchanged."""
    lent = fill_from_memory(debrief, screen, told).get("text", "")
    return bool(lent) and given.get("text", "").split() == lent.split()


def list_memory_offers(owner: Owner, screen: str, told: TranscriptReport | None) -> list[RememberedOffer]:
    """What worked, or what may be changed, as the transcript shows it: suggestions, to be taken one by one."""
    if told is None or screen not in ("worked", "change"):
        return []
    texts = _list_worked(told.answers) if screen == "worked" else _to_change(owner, told.answers)
    return [RememberedOffer(str(n), text) for n, text in enumerate(texts[:OFFERED])]


def _list_worked(answers: Sequence[SpokenAnswer]) -> list[str]:
    """Examples that say what came of it, those first that are mostly doing."""
    measured = [(answer, measure_answer(answer, delivery=False)) for answer in answers]
    told = [(answer, found) for answer, found in measured if found.is_story and found.has_result]
    return [
        f"{_say_asked(answer)} I told an example with an ending: “{found.results[-1].text}”"
        for answer, found in sorted(told, key=lambda one: -one[1].share)
    ]


def _to_change(owner: Owner, answers: Sequence[SpokenAnswer]) -> list[str]:
    """What each answer may show, in order."""
    return [
        f"{_say_asked(answer)} {one.why} I said: “{memory.cut_beginning(answer.text, WORDS)}”"
        for answer in answers
        for one in hear_kinks(answer, measure_answer(answer, delivery=not owner.delivery_off))
    ]


def _say_asked(answer: SpokenAnswer) -> str:
    return f"They asked: “{memory.cut_beginning(answer.question, QUESTION)}”"


def take_offer(given: Mapping[str, str], offer: RememberedOffer, screen: str) -> dict[str, str]:
    """The screen's words with an offer in the first place that is free; what was typed stays."""
    if screen == "worked":
        text = "\n".join(part for part in (given.get("text", "").strip(), offer.text) if part)
        return {**given, "text": text, "chip": given.get("chip") or Chip.RECORDING.value}
    names = [f"change_{n}" for n in range(1, MOST_CHANGES + 1)]
    free = next((name for name in names if not given.get(name, "").strip()), names[-1])
    return {**given, free: "\n".join(part for part in (given.get(free, "").strip(), offer.text) if part)}


def suggest_kinds_for_screen(page: Screen, given: Mapping[str, str]) -> list[str]:
    """For each change without a kind: what its words sound like. A question; nothing is chosen by it."""
    names = range(1, MOST_CHANGES + 1) if page.key == "change" and not given.get("none") else ()
    unsorted = [given.get(f"change_{n}", "") for n in names if not given.get(f"kind_{n}")]
    return [sentence for text in unsorted if text.strip() and (sentence := _say_sounds_like(text))]


def _say_sounds_like(text: str) -> str:
    found = suggest_kinds(text)
    if not found:
        return ""
    kinds = join_words([one.name for one in found], last="or")
    about = memory.cut_beginning(text, 8)
    return f"“{about}” sounds like: {kinds}, because of {join_words([one.because for one in found])}. Is it?"
