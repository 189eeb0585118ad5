"""What a sentence that may speak of harm is judged by: its words, the ideas in it, and how they stand to each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import sqrt
from zlib import crc32

from onward.wording.crisis_ideas import find_ideas, fold, guess_languages, list_words
from onward.wording.text_model import list_places

_HALF = 1 << 17
PLACES = 2 * _HALF  # the first half is for the words themselves, the second for ideas
_WORDS = 2.0  # what the words count, beside ideas that share 1 among them
_RULE = 0.15  # and what one relation counts
_PLAIN = 0.8  # what is said outright counts however long its sentence is
_NEAR, _FAR = 3, 9  # words
_FEW = 4  # words: fewer tell of harm only with one of these ideas among them
GRAVE = frozenset(
    {"die", "dead", "kill", "killself", "suicide", "live", "life", "wake", "cut", "rope", "burden", "without", "noway",
     "cannot", "fear", "gone", "goodbye", "end", "hurt", "jump", "join", "grave"}
)  # fmt: skip
_QUOTE = re.compile(r'"[^"]{6,300}"|[«„][^»“]{6,300}[»“"]')
_ABOUT_OTHERS = frozenset({"client", "said3", "grief", "work"})
_WORKDAY = frozenset({"search", "place", "thing", "quit"})

Near = tuple[str, str, int, int]  # one of these ideas, one of those, at most so many words behind it, or before it

# Each holds when every one of its pairs stands in the sentence.
RELATIONS: dict[str, tuple[Near, ...]] = {
    "wants to die": (("want let", "die dead", 5, 0),),
    "not wanting to live": (("want", "live", 5, 1), ("not", "live", 8, 4)),
    "not wanting": (("not", "want", 4, 0), ("want", "live wake life", 6, 1)),
    "not waking": (("not", "wake", 5, 3),),
    "sleeping, waking": (("sleep", "wake", 9, 0),),
    "killing me": (("kill", "self", 2, 2),),
    "suicide and me": (("suicide", "i self mine", 60, 60),),
    "jumping from": (("jump", "height vehicle", 8, 5),),
    "throwing myself": (("jump", "self", 2, 2), ("jump", "height vehicle", 60, 60)),
    "hanging myself": (("self", "rope", 3, 3),),
    "shooting myself": (("self", "gun", 3, 3),),
    "cutting": (("cut", "body", 6, 4),),
    "cutting myself": (("cut", "self", 2, 2),),
    "taking pills": (("swallow", "pills", 7, 3),),
    "all the pills": (("all", "pills", 4, 4),),
    "drinking poison": (("swallow", "poison", 6, 3),),
    "choosing death": (("want chosen", "dead die", 4, 0),),
    "leaving life": (("goodbye quit end", "live life", 5, 0),),
    "no reason to live": (("noway not", "live", 6, 0),),
    "no life": (("noway not tired end", "life", 6, 3),),
    "tired of living": (("tired cannot", "live life", 5, 0),),
    "never born": (("born", "not want", 60, 60),),
    "thinking of death": (("think", "die dead", 5, 0),),
    "how to die": (("how", "die dead", 4, 0),),
    "attempt": (("past", "suicide", 4, 4),),
    "surviving unwished": (("want would not", "past", 6, 3),),
    "afraid of myself": (("fear", "self", 6, 0),),
    "at the edge": (("deep", "height", 8, 8),),
    "heart to stop": (("heart", "end want", 6, 6),),
    "letters ready": (("letter", "drawer chosen", 12, 4),),
    "things given away": (("gaveaway", "keepsake", 6, 6),),
    "a day chosen": (("chosen think", "calm", 14, 14),),
    "gone at a date": (("gone not", "when", 10, 10),),
    "a burden no more": (("burden", "nobody end when", 10, 10),),
    "killing them": (("kill hurt knife gun", "them boss partner", 6, 4),),
    "knowing where they are": (("knowwhere", "boss them when", 12, 12),),
    "fire": (("fire", "boss them", 12, 8),),
}


def list_crisis_places(text: str) -> dict[int, float]:
    """Where a sentence counts in the table, and how much; nowhere at all when it is short and has no grave word.

    A name, a role, a row of a sheet: in every box anything may stand, and few words tell little.
    """
    folded = fold(text)
    places = {place: _WORDS * much for place, much in list_places(folded, _HALF).items()}
    words = list_words(folded)
    ideas = find_ideas(words, guess_languages(words))
    if len(words) < _FEW and not GRAVE & {idea for _, idea in ideas}:
        return {}
    loose, strong = set(_list_loose(ideas, len(words), folded)), set(_list_strong(ideas, len(words)))
    _add_feature(places, loose, 1 / sqrt(len(loose)))
    _add_feature(places, strong, _RULE)
    _add_feature(places, set(_list_outright({idea for _, idea in ideas}, folded)), _PLAIN)
    return places


def _add_feature(places: dict[int, float], features: Iterable[str], much: float) -> None:
    for feature in sorted(features):
        place = _HALF + crc32(feature.encode()) % _HALF
        places[place] = places.get(place, 0.0) + much


def _list_loose(ideas: Sequence[tuple[int, str]], length: int, folded: str) -> Iterator[str]:
    """Each idea, and which stands before which."""
    yield f"length {min(length // 4, 6)}"
    if _QUOTE.search(folded):
        yield "quoted"
    for idea in {idea for _, idea in ideas}:
        yield f"idea {idea}"
    for (at, one), (then, other) in combinations(ideas, 2):
        if 0 < then - at <= _FAR:
            yield f"far {one} {other}"
        if 0 < then - at <= _NEAR:
            yield f"near {one} {other}"


def _list_strong(ideas: Sequence[tuple[int, str]], length: int) -> Iterator[str]:
    """The relations that hold, and of whom and of what the sentence speaks beside them."""
    at: dict[str, list[int]] = {}
    for place, idea in ideas:
        at.setdefault(idea, []).append(place)
    held = [name for name, pairs in RELATIONS.items() if all(_is_pair_at(at, pair) for pair in pairs)]
    held += [name for name in ("killself",) if name in at]
    held += ["one word"] if "suicide" in at and length <= 3 else []
    others = bool(at.keys() & _ABOUT_OTHERS)
    for name in held:
        yield name
        yield f"{name} alone" if not others else f"{name} beside others"
        if "i" in at:
            yield f"{name} by me"
    yield from _list_around(at.keys(), len(held), others=others)


def _list_outright(found: set[str], folded: str) -> Iterator[str]:
    """Whether words stand there that hardly mean anything else, and whether they may be somebody else's."""
    if "outright" in found and _QUOTE.search(folded):
        yield "outright, quoted"
    elif "outright" in found:
        yield "outright, beside others" if found & _ABOUT_OTHERS else "outright"


def _list_around(found: Iterable[str], held: int, *, others: bool) -> Iterator[str]:
    if not held:
        return
    ideas = set(found)
    yield "of others" if others else "of me"
    yield from ["several"] if held > 1 else []
    yield from ["ashamed"] if "shame" in ideas else []
    yield from ["asked"] if "asked" in ideas else []
    yield from ["at work"] if ideas & _WORKDAY else []


def _is_pair_at(at: dict[str, list[int]], pair: Near) -> bool:
    ones, others, behind, before = pair
    return any(
        -before <= there - here <= behind and (there != here or ones == others)
        for one in ones.split()
        for here in at.get(one, ())
        for other in others.split()
        for there in at.get(other, ())
    )
