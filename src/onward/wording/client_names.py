"""Names of people in a text: given names and surnames that are no everyday words, and capitals where a person would
stand.

A lookup, not a pattern for each name: the time is that of the text, however long the lists are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.wording.client_capitals import KNOWN_CAPITALS, THINKERS
from onward.wording.client_given import GIVEN_NAMES, SURNAMES

_WORD = r"[A-Z][a-zà-öø-ÿ]{1,30}(?:[-'][A-Z][a-zà-öø-ÿ]{1,30})?"
_NAME = re.compile(rf"(?<![\w'-]){_WORD}(?![\w-])")
_MORE = re.compile(rf"[ \t]{{1,3}}(?:{_WORD}(?![\w-])|[A-Z]\.)")
_INITIAL = re.compile(r"(?:^|[.!?:\n]\s{0,3}|[-•*]\s)[\"'(]?$")
# What people do and things don't: a capital before one of these, inside a sentence, is somebody.
_DOES = re.compile(
    r"[ \t]{1,3}(?:(?:had|has|would|could|never|always|just|then|also|really)[ \t]{1,3})?"
    r"(?:said|told|asked|cried|refused|smiled|trusted|wanted|felt|thought|believed|hugged|screamed|yelled|laughed|"
    r"admitted|"
    r"disclosed|relapsed|overdosed|attended|stopped|started|hid|hit|ran|walked|sat|wept|drank|used|lied|confessed|"
    r"agreed|"
    r"promised|missed|threatened|threw|ate|slept|died|survived|grew|lived|moved|married|divorced|needed|hated|loved|"
    r"feared|"
    r"came|bit|did not|does not|made|kept|graded|speaks|reads|taught|sang|relied|walked|finished|graduated|got sober|"
    r"learned|opened up|calmed|apologi[sz]ed|wouldn't|couldn't|didn't|doesn't|and (?:I|his|her|their)\b)"
)
_TOLD_OF = re.compile(
    r"(?:\b(?:about|case of|story of|example of|one (?:of|with|about)|trusted|named|call(?:ed)? (?:him|her)|helped|"
    r"taught|"
    r"mentioned|described?|describing|teaching|(?:work(?:ed|ing)?|sat|sitting|spoke|talked) with|forget|"
    r"happened to|think of|"
    r"spoke of|treating|advocated for|remember|named as|losing|get|got|gave them|"
    r"visited|met|saw|treated|counsell?ed|admitted|discharged|sister|brother|poor|dear|(?:signed|written|sent) by|"
    r"(?:letter|note|call|text|e-?mail|voicemail|message) from))"
    r"[ \t]{1,3}$"
)
# What only somebody does: before one of these also the capital that begins a sentence is a name.
_ONLY_PEOPLE = re.compile(
    r"[ \t]{1,3}(?:relapsed|overdosed|cried|smiled|wept|bit me|told me|trusted|made eye contact|"
    r"did not speak|would not|wouldn't|"
    r"came every|was (?:admitted|discharged|hospitali[sz]ed|evicted|arrested|suspended)|refused|asked me|"
    r"thanked me|and I|"
    r"and (?:his|her) |hadn't|had been (?:sober|clean|hospitali[sz]ed)|never spoke|stopped coming|ran away|"
    r"hit me|hugged me|calls? me)"
)
_LOOK_BACK = 24  # characters


def find_names(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every name, in order; a given name takes the surname after it along."""
    past = 0
    for match in _NAME.finditer(text):
        if match.start() < past or not _is_name(match, text):
            continue
        past = _end(match.end(), text)
        yield match.start(), past


def _is_name(match: re.Match[str], text: str) -> bool:
    word = match.group().removesuffix("'s")
    if _thinker(match, text):
        return False
    if word in GIVEN_NAMES or word in SURNAMES or word.partition("-")[0] in GIVEN_NAMES:
        return True
    if word in KNOWN_CAPITALS:
        return False
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _INITIAL.search(before) or not before:
        return bool(_ONLY_PEOPLE.match(text, match.end()))
    return bool(_DOES.match(text, match.end()) or _TOLD_OF.search(before))


def _thinker(match: re.Match[str], text: str) -> bool:
    """Whether it is somebody known by name in the field: Carl Rogers, or Rogers where no other name is with it."""
    after = _MORE.match(text, match.end())
    whole = f"{match.group()}_{after.group().strip()}" if after else ""
    return whole in THINKERS or match.group() in _LAST_NAMES


_LAST_NAMES = frozenset(whole.partition("_")[2] for whole in THINKERS)


def _end(end: int, text: str) -> int:
    """Where the name ends: with the capital or the initial after it."""
    more = _MORE.match(text, end)
    return more.end() if more and more.group().strip() not in KNOWN_CAPITALS else end
