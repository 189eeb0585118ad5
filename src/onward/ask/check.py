"""The checker: what in an ask would hurt before it is sent, why, and what to say instead, in seven languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onward.ask.beside import find_backward_questions, find_beside
from onward.ask.clients import find_client_marks
from onward.ask.draft import MOST_WORDS, count_words
from onward.ask.hurts import REMARKS, RULES, Hurt
from onward.ask.marks import WordingMark, say_perhaps, say_why
from onward.ask.questions import find_questions, goes_along, pick_best_question, says_request
from onward.ask.soft import soften_phrases
from onward.ask.tender import find_hurting_phrases, find_hurting_sentences, find_soft_sentences
from onward.ask.words import ENGLISH, AskWords, find_ask_language, load_ask_words
from onward.wording.sentences import cut_sentences
from onward.wording.span import Span, straighten_quotes

TOO_MANY_WORDS = 120
__all__ = ["Hurt", "WordingMark", "check_wording", "is_fine_to_send", "repair_wording"]


def check_wording(text: str, *, known: Iterable[str] = (), language: str = ENGLISH) -> tuple[WordingMark, ...]:
    """All marks on a message in the order of the text. `known`: names that may be there (you, them, the employer).

    `language` is what a message is taken for that is too short to tell. Of a message in a language beyond the seven
    only its length is looked at.

    >>> [str(mark.what) for mark in check_wording("Why wasn’t I chosen?")]
    ['argument']
    >>> [str(mark.what) for mark in check_wording("Bitte überdenken Sie Ihre Entscheidung noch einmal.", language="de")]
    ['reconsider', 'no question']
    """
    code = find_ask_language(text, language)
    marks = [*_mark_length(text)] if code is None else [*_find_marks(text, load_ask_words(code), tuple(known))]
    return tuple(sorted(marks, key=lambda m: (m.start, m.end, m.what)))


def is_fine_to_send(marks: Iterable[WordingMark]) -> bool:
    """Whether nothing but hints was marked. The person may send anyway; it is their message."""
    return all(mark.hint for mark in marks)


def repair_wording(text: str, mark: WordingMark) -> str:
    """The text with the sentence around a mark replaced by its repair (or left out).

    Of two questions in one sentence only the marked one goes.
    """
    ahead, behind = text[: mark.start].rstrip(" ,;"), text[mark.end :]
    if mark.what is Hurt.QUESTIONS and ahead and ahead[-1] not in ".!?\n":
        return f"{ahead}?{behind}"
    if mark.what is Hurt.QUESTIONS and behind and text[mark.end - 1] not in ".!?\n":
        # The second question of a sentence as a sentence of its own: without its “and”
        own = re.sub(r"^\W*\w+\s+", "", behind)
        return f"{text[: mark.start]}{own[:1].upper() + own[1:]}"
    # The sentences that a mark touches; the end of the text where it touches none.
    touched = [one for one in cut_sentences(text) if one.start < max(mark.end, mark.start + 1) and mark.start < one.end]
    start, end = (touched[0].start, touched[-1].end) if touched else (len(text), len(text))
    before, after = text[:start].rstrip(" "), text[end:].lstrip(" ")
    said = "" if mark.repair and mark.repair in before + after else mark.repair  # once is enough
    return _join_patterns([part for part in (before, said, after) if part])


def _join_patterns(parts: list[str]) -> str:
    joined = parts[0] if parts else ""
    for part in parts[1:]:
        joined += part if joined.endswith("\n") or part.startswith("\n") else f" {part}"
    return joined


def _find_marks(text: str, words: AskWords, known: tuple[str, ...]) -> Iterator[WordingMark]:
    """What hurts or might; only where nothing does, the sentence that the message could do without."""
    found = [*_find_hurts(text, words, known)]
    yield from found
    if all(one.what in REMARKS for one in found):
        yield from find_beside(text, words)


def _find_hurts(text: str, words: AskWords, known: tuple[str, ...]) -> Iterator[WordingMark]:
    phrases = list(soften_phrases(_drop_overlaps(_find_phrases(text, words)), text, words))
    learned = _keep_apart(find_hurting_sentences(text, words), phrases)
    hurts = [*phrases, *learned, *_keep_apart(find_soft_sentences(text, words), [*phrases, *learned])]
    hurts += _keep_apart(find_backward_questions(text, words), hurts)
    firm = [one for one in hurts if not one.hint]
    asked = find_questions(text, words)
    clean = [one for one in asked if not any(one.start <= mark.start < one.end for mark in firm)]
    # A repair that asks is not offered where a good question stands already
    yield from (replace(mark, repair="") if clean and mark.repair.endswith("?") else mark for mark in hurts)
    kept = pick_best_question(clean or asked, words) if asked else None
    yield from (_mark_second_question(one, kept, words) for one in clean if kept and one != kept)
    if not asked and text.strip() and not says_request(text, words):
        yield WordingMark(len(text), len(text), Hurt.NO_QUESTION, _NONE, words.say["advice"], hint=True)
    yield from _find_apologies(text, words)
    yield from find_client_marks(text, words, known, learned)
    yield from _mark_length(text)


def _mark_second_question(one: Span, kept: Span, words: AskWords) -> WordingMark:
    """A question beside the one to keep; one that only goes along with it is asked about."""
    along = goes_along(one, kept, words)
    why = say_perhaps(Hurt.QUESTIONS) if along else say_why(Hurt.QUESTIONS)
    return WordingMark(one.start, one.end, Hurt.QUESTIONS, why, "", hint=along)


def _drop_overlaps(marks: Iterable[WordingMark]) -> list[WordingMark]:
    """Of marks of one kind that overlap only the first."""
    kept: list[WordingMark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not any(one.what is mark.what and _do_overlap(one, mark) for one in kept):
            kept.append(mark)
    return kept


def _keep_apart(marks: Iterable[WordingMark], others: Iterable[WordingMark]) -> list[WordingMark]:
    """Those where nothing else is marked."""
    taken = list(others)
    return [one for one in marks if not any(_do_overlap(one, other) for other in taken)]


def _do_overlap(one: WordingMark, other: WordingMark) -> bool:
    return one.start < other.end and other.start < one.end


def _find_phrases(text: str, words: AskWords) -> Iterator[WordingMark]:
    yield from find_hurting_phrases(text, words)
    smooth = straighten_quotes(text)
    for what, pattern, why, repair in RULES if words.code == ENGLISH else ():
        for match in pattern.finditer(smooth):
            yield WordingMark(match.start(), match.end(), what, why, repair, hint=what is Hurt.ATTACHMENT)


def _find_apologies(text: str, words: AskWords) -> Iterator[WordingMark]:
    smooth = straighten_quotes(text)
    sorry = list(_SORRY.finditer(smooth) if words.code == ENGLISH else words.concepts["sorry"].finditer(smooth.lower()))
    twice = len(sorry) == 2 and not words.concepts["selfp"].search(smooth.lower())  # a plain “sorry” and another
    for match in sorry[1:]:
        why = say_perhaps(Hurt.APOLOGY) if twice else say_why(Hurt.APOLOGY)
        yield WordingMark(match.start(), match.end(), Hurt.APOLOGY, why, "", hint=twice)


def _mark_length(text: str) -> Iterator[WordingMark]:
    words = count_words(text)
    if words > MOST_WORDS:
        start = list(re.finditer(r"\S+", text))[-1].end()
        what, why = (Hurt.LONG, _LONG) if words > TOO_MANY_WORDS else (Hurt.LONGISH, _LONGISH)
        # Where the words beyond the limit begin
        found = list(re.finditer(r"[^\W_]+(?:[’'\-][^\W_]+)*", text))
        past = found[MOST_WORDS].start()
        yield WordingMark(past, start, what, why.format(words=words), "", hint=what is Hurt.LONGISH)


_SORRY = re.compile(
    r"\b(?:so(?:rry)?\s+sorry|sorry|apolog(?:y|ies|i[sz]e|i[sz]ing)|forgive\s+me|my\s+fault)\b", re.IGNORECASE
)
_NONE = "There is no question here yet. One, asked as advice, is enough."
_LONG = "It is {words} words. Short messages get read; 90 words are enough."
_LONGISH = "It is {words} words. Around 90 is a good length; it may go as it is."
