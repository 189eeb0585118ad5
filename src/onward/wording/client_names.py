"""Names of people in a text: given names and surnames that are no everyday words, and capitals where a person would
stand.

A lookup, not a pattern for each name: the time is that of the text, however long the lists are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.wording.client_capitals import KNOWN_CAPITALS, THINKERS
from onward.wording.client_given import GIVEN_NAMES, SURNAMES

_WORD = r"[A-Z][a-zà-öø-ÿ]{1,30}(?:[-'][A-Z][a-zà-öø-ÿ]{1,30}|-[a-z]{2,8})?"
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
    r"lost|bathed|fed|restrained|escorted|saved|comforted|calmed|reached|(?:gave|give|the name|The name|teach"
    r"|find|follow|support|supported)|"
    r"(?:example|case|client|patient|story|one|it|[Ii]t) (?:was|is)|visited|met|saw|treated|counsell?ed"
    r"|admitted|discharged|sister|brother|poor|dear|(?:signed|written|sent) by|"
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
    r"hit me|hugged me|calls? me|"
    r"had (?:stopped|refused|lost|run|never|been|tried|just)|stopped (?:eating|coming|talking|taking|sleeping)|"
    r"was (?:the one|furious|angry|scared|quiet|silent|nervous|shy|nonverbal|manic|pregnant|drunk|intoxicated"
    r"|suicidal|my example|my case|nine|ten|afraid|terrified|crying|sober|homeless)|told (?:the|his|her) |"
    r"who (?:had|was|would|never|could|kept|came|lived|pulled|threw|hid)\b|'s (?:mother|mom|father|dad|sister|brother|"
    r"daughter|son|wife|husband|grandmother|aunt|uncle|foster|caseworker|probation|parole|placement|chart|room"
    r"|bed|wound|story|discharge|intake|meds|medication|file)\b)"
    r"|, (?:an?|the|who|whose|then|only|just|barely) (?:\w+ )?(?:widow\w*|grandmother|grandfather|mother|father"
    r"|boy|girl|man|woman|"
    r"teen\w*|child|veteran|patient|client|resident|student|had|was|never|would|kept|came)\b"
)
# “… how X learned”, “before X let me”: a clause with somebody who does something.
_CLAUSE = re.compile(
    r"\b(?:how|before|when|after|because|while|until|once|whether|that|where|since|so|as|and|but|what)[ \t]{1,3}$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"[ \t]{1,3}(?:(?:finally|first|then|never|always|also|just|suddenly|still)[ \t]{1,3})?"
    r"(?:[a-z]{2,12}ed|let|got|went|gave|took|threw|told|said|began|broke|fell|left|lost|held|woke|spoke|wrote"
    r"|stood|put|"
    r"found|brought|chose|shook|swore|spat|swung|cut|fought|kept|knew|paid|quit|rode|sold|spent|stole|tore"
    r"|tried|won|went)\b"
)
_THERE = re.compile(r"\b(?:in|near|from|at|to|around)[ \t]{1,3}$")  # “near Columbus and I” is no couple
_LOOK_BACK = 24  # characters


def find_names(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every name, in order; a given name takes the surname after it along."""
    past = 0
    for match in _NAME.finditer(text):
        if match.start() < past or not _is_name(match, text):
            continue
        # Where the name ends: with the capital or the initial after it
        end = match.end()
        more = _MORE.match(text, end)
        past = more.end() if more and more.group().strip() not in KNOWN_CAPITALS else end
        yield match.start(), past


def _is_name(match: re.Match[str], text: str) -> bool:
    word = match.group().removesuffix("'s")
    if _is_thinker(match, text):
        return False
    if word in GIVEN_NAMES or word in SURNAMES or word.partition("-")[0] in GIVEN_NAMES:
        return True
    if word in KNOWN_CAPITALS:
        return False
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _INITIAL.search(before) or not before:
        return bool(_ONLY_PEOPLE.match(text, match.end()))
    does = _DOES.match(text, match.end())
    if _TOLD_OF.search(before) or (does and not (_THERE.search(before) and does[0].lstrip().startswith("and "))):
        return True
    return bool(_CLAUSE.search(before) and _ACTS.match(text, match.end()))


def _is_thinker(match: re.Match[str], text: str) -> bool:
    """Whether it is somebody known by name in the field: Carl Rogers, or Rogers where no other name is with it."""
    after = _MORE.match(text, match.end())
    whole = f"{match.group()}_{after.group().strip()}" if after else ""
    return whole in THINKERS or match.group() in _LAST_NAMES


_LAST_NAMES = frozenset(whole.partition("_")[2] for whole in THINKERS)
