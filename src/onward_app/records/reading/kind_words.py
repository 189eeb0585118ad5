"""Kind words that letters hold: the sentences of one, and those of all that may be meant kindly and aren't kept yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from onward.ask.split import cut_reply
from onward.notice.kind.kind_words import is_kind
from onward_app.records.models import KindWords, Letter, Owner
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.rows import NotFound

MOST = 3  # offered at once: a page of kindness is no list to work off
LOOKED_AT = 30  # of the newest letters that a person wrote


@dataclass(frozen=True, slots=True)
class LetterSentence:
    """One sentence of a letter, by its place in it."""

    letter: Letter
    place: int
    text: str
    kept: bool = False


def list_offered_words(owner: Owner, on: date) -> list[LetterSentence]:
    """What may be kind in the newest letters of people. Nothing on a rejection day, and nothing that answers an ask:
    such a letter has a page of its own."""
    if is_rejection_day(owner, on):
        return []
    kept = _list_kept(owner)
    letters = list_letters_of_people(owner).filter(answers=None)[:LOOKED_AT]
    found = (
        LetterSentence(letter, place, text)
        for letter in letters
        for place, text in enumerate(cut_reply(letter.body))
        if is_kind(text) and text not in kept
    )
    return [one for one, _ in zip(found, range(MOST), strict=False)]


def list_letters_of_people(owner: Owner) -> QuerySet[Letter]:
    """Letters to the person that somebody wrote and no template, filed with a job; newest first."""
    rows = Letter.objects.filter(owner=owner, opportunity__stands=True, by_person=True, outgoing=False, waiting="")
    return rows.order_by("-on", "-id")


def list_sentences(owner: Owner, letter: Letter) -> list[LetterSentence]:
    """Every sentence of a letter, what may be kind first."""
    kept = _list_kept(owner)
    rows = [LetterSentence(letter, place, text, text in kept) for place, text in enumerate(cut_reply(letter.body))]
    return sorted(rows, key=lambda one: not is_kind(one.text))


def find_sentence(letter: Letter, place: str) -> str:
    """The sentence at this place, as a form says it.

    Raises:
        NotFound: the letter has no such sentence.
    """
    for number, sentence in enumerate(cut_reply(letter.body)):
        if str(number) == place:
            return sentence
    raise NotFound(f"Sentence {place} of letter {letter.pk}")


def _list_kept(owner: Owner) -> set[str]:
    return set(KindWords.objects.of(owner).values_list("text", flat=True))
