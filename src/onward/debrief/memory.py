"""What a transcript remembers for the replay: the questions, what was said, and whether words were taken from it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onward.debrief.answers import SpokenAnswer
from onward.debrief.measures import FEWEST_WORDS

MOST_QUESTIONS = 40
ROOM = 12_000  # characters; a screen of the replay keeps 20,000
BEGINNING = 60  # words
RUN = 5  # words in a row that are taken for a quotation


def join_questions(answers: Sequence[SpokenAnswer]) -> str:
    """The questions, one a line."""
    return "\n".join(_one_line(answer.question) for answer in answers[:MOST_QUESTIONS])


def join_answers(answers: Sequence[SpokenAnswer]) -> str:
    """Each question with what was said to it: whole where all of it has room, else the beginning of each answer.

    A few words (“Ready.”) are left out where there are longer answers.
    """
    answers = [answer for answer in answers if answer.words >= FEWEST_WORDS] or answers
    whole = "\n\n".join(f"{_one_line(answer.question)}\n{answer.text}" for answer in answers)
    if len(whole) <= ROOM:
        return whole
    short = [f"{_one_line(answer.question)}\n{cut_beginning(answer.text)}" for answer in answers]
    kept, size = [], 0
    for block in short:
        size += len(block) + 2
        if size > ROOM:
            break
        kept.append(block)
    return "\n\n".join(kept)


def cut_beginning(text: str, words: int = BEGINNING) -> str:
    """The first words of a text, with three dots where it goes on."""
    every = text.split()
    return " ".join(every[:words]) + (" …" if len(every) > words else "")


def is_taken(text: str, answers: Sequence[SpokenAnswer]) -> bool:
    """Whether five words in a row of a text were said in one of the answers."""
    words = _split_words(text)
    runs = {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    return bool(runs) and any(_has_run(_split_words(answer.text), runs) for answer in answers)


def _has_run(words: Sequence[str], runs: set[tuple[str, ...]]) -> bool:
    return any(tuple(words[at : at + RUN]) in runs for at in range(len(words) - RUN + 1))


def _split_words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))


def _one_line(text: str) -> str:
    return " ".join(text.split())


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
