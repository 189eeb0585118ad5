"""What a letter can touch: two letters, or a letter and a job, can only be linked where one bears a mark that the other
looks for. So whatever is closed under looking can be linked by itself, and comes out as it does among all the others.

A mark is a string: a message id, a conversation, a person, a house that sends, or a name as an employer's key.
"""

from __future__ import annotations

from functools import lru_cache

from onward.notice.job.names import (
    bare_label,
    employer_core,
    employer_key,
    employer_words,
    list_abbreviations,
    list_labels,
    list_slips,
)
from onward.notice.linking.employers import find_home, is_weak_name
from onward.notice.linking.units import list_persons
from onward.notice.linking.values import LetterFacts

_SHORTEST = 4  # letters of the first word by which a domain may spell a name


def list_marks(read: LetterFacts) -> frozenset[str]:
    """What a letter is found by."""
    found = _list_shared(read) | _list_words(read, as_mail="words", as_pasted="pasted")
    return list_marks_of_name(read.verdict.details.employer or "", weak=is_weak_name(read.verdict.details)) | found


def list_wanted(read: LetterFacts) -> frozenset[str]:
    """What a letter looks for. One that was pasted without its head looks for the same words, and is looked for."""
    found = _list_shared(read) | _list_words(read, as_mail="pasted", as_pasted="words")
    return list_wanted_by_name(read.verdict.details.employer or "", weak=is_weak_name(read.verdict.details)) | found


def _list_words(read: LetterFacts, *, as_mail: str, as_pasted: str) -> set[str]:
    """A letter's words under the one name, and those of a letter without a head under both."""
    if not read.words:
        return set()
    names = (as_mail,) if read.sender.address else (as_mail, as_pasted)
    return {f"{name}:{read.words}" for name in names}


def _list_shared(read: LetterFacts) -> set[str]:
    """What is looked for as it is borne: conversations, people, and the house that sends."""
    found = {f"mid:{name}" for name in (read.message_id, *read.refs) if name}
    found.update(f"person:{address}" for address in list_persons(read))
    if read.thread:
        found.add(f"thread:{read.thread}")
    if read.verdict.details.employer and not read.verdict.outgoing and (home := find_home(read.sender.address)):
        found.add(home)
    return found


@lru_cache(maxsize=4096)
def list_marks_of_name(name: str, *, weak: bool = False) -> frozenset[str]:
    """What an employer's name is found by; a `weak` one is the bare word of a domain."""
    words = employer_words(name)
    if not words:
        return frozenset()
    if weak:
        return frozenset({f"name:{employer_key(name)}", f"label:{bare_label(name)}"})
    keys = {employer_key(name), employer_core(name), *map("".join, list_abbreviations(words))}
    found = {f"name:{key}" for key in keys}
    if len(words) > 1 and len(words[0]) >= _SHORTEST:
        found.add(f"first:{words[0]}")
    return frozenset(found)


@lru_cache(maxsize=4096)
def list_wanted_by_name(name: str, *, weak: bool = False) -> frozenset[str]:
    """What an employer's name looks for: itself, its slips, its abbreviations, and domains that spell it."""
    words = employer_words(name)
    if not words:
        return frozenset()
    if weak:
        label = bare_label(name)
        firsts = {f"first:{label[:end]}" for end in range(_SHORTEST, len(label) + 1)}
        return frozenset({f"name:{employer_key(name)}", f"name:{label}", *firsts})
    keys = {employer_key(name), employer_core(name)}
    keys.update(map("".join, list_abbreviations(words)))
    keys.update(map("".join, list_slips(words)))
    return frozenset({*(f"name:{key}" for key in keys), *(f"label:{label}" for label in list_labels(name))})
