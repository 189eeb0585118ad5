"""The words of letters that came by hand, as patterns for `by_hand`: each made when it is first asked for."""

from __future__ import annotations

import re
from functools import cache

from onward.notice.languages.load import join_words

_PERSON = r"(?-i:[^\W\d_a-zà-ÿ][\w’'-]{0,30})(?: (?-i:[^\W\d_a-zà-ÿ][\w’'-]{0,30})){0,2}?"
_CAPITAL = r"(?=(?-i:[^\W\d_a-zà-ÿ]))"
_SPACE = r"(?:(?<=['’])| )"  # none behind “d’”
SHORT_FOR = re.compile(r"(?:Dr|St|Ste|Zn|Co|Inc|Bros|Mt|Ltd|Corp|S\.?[pP]?\.?A|S\.?r\.?l|S\.?L|e\.V|B\.V|N\.V|[A-Z])\.")


@cache
def introduced() -> re.Pattern[str]:
    """“This is Priya from”, “Priya here from”: a house's name begins where it ends."""
    from_house = rf"(?:{join_words('by_hand.from')}){_SPACE}(?:(?:{join_words('by_hand.from_the')}) )?"
    return re.compile(
        rf"(?:\b(?:{join_words('by_hand.introduced')}) {_PERSON},? "
        rf"|(?:^|(?<=\W)){_PERSON}(?: (?:{join_words('by_hand.here')}),? | hier,? )){from_house}{_CAPITAL}",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def heard() -> re.Pattern[str]:
    """“Heard back from”, “with Mr. Ortiz of”: the same."""
    person = (
        rf"(?:{join_words('by_hand.heard_with')}) (?:{join_words('by_hand.heard_titles')}) "
        rf"(?-i:[^\W\d_a-zà-ÿ])[\w’'-]+,? (?:{join_words('by_hand.heard_from')})"
    )
    return re.compile(
        rf"\b(?:{join_words('by_hand.heard')}|{person}){_SPACE}"
        rf"(?:(?:{join_words('by_hand.heard_the')}) ?(?:(?<=['’])|(?<= )))?{_CAPITAL}",
        re.IGNORECASE,
    )


@cache
def places() -> re.Pattern[str]:
    """What stands before the place where a talk was."""
    before, the = join_words("by_hand.places"), join_words("by_hand.places_the")
    return re.compile(rf"\b(?:{before})(?: (?:{the}))? {_CAPITAL}", re.IGNORECASE)


@cache
def of_house() -> re.Pattern[str]:
    """What stands before a house's name and before much else."""
    return re.compile(
        rf"\b(?:{join_words('by_hand.of')})(?: (?:{join_words('by_hand.of_the')}))? {_CAPITAL}", re.IGNORECASE
    )


@cache
def house() -> re.Pattern[str]:
    """A word by which a house is told."""
    return re.compile(rf"\b(?:{join_words('by_hand.house')})\b", re.IGNORECASE)


@cache
def titles() -> re.Pattern[str]:
    """A line that says what somebody is, or that closes a letter."""
    front, end = join_words("by_hand.titles"), join_words("by_hand.closing")
    return re.compile(
        rf"^(?:{front})\b(?!.{{0,200}}\b(?:inc|gmbh|clinic|centre|center)\b)|\b(?:{end})\b$", re.IGNORECASE
    )


@cache
def noise() -> re.Pattern[str]:
    """A line below a letter that says nothing: an address, a number, a legal notice."""
    return re.compile(
        rf"^(?:{join_words('by_hand.noise_front')}|[\"“„«>_=-])|{join_words('by_hand.noise')}"
        r"|https?:|www\.|\S@\S|(?:\d[ ()+/.-]{0,5}){7}|^\W*$|^\d+ |^(?:crp|iban|kvk|siret|nif|p\. ?iva|btw)\b",
        re.IGNORECASE,
    )


@cache
def with_person() -> re.Pattern[str]:
    """What stands before a name that may be a person's."""
    return re.compile(rf"\b(?:{join_words('by_hand.with')})\s+$", re.IGNORECASE)


@cache
def position() -> re.Pattern[str]:
    """The word for a position: a role begins where it ends."""
    return re.compile(
        rf"\b(?:{join_words('by_hand.position')}) (?:(?:{join_words('by_hand.position_article')}) )?"
        r"[“„\"«'‘]?(?=[^\W\d_])"
        rf"|\b(?:{join_words('by_hand.position_capital')}) (?=(?-i:[A-ZÄÖÜ]))"
        rf"|\b(?:{join_words('by_hand.position_glued')})(?=[^\W\d_])",
        re.IGNORECASE,
    )


@cache
def met() -> re.Pattern[str]:
    """That they met."""
    return re.compile(rf"\b(?:{join_words('by_hand.met')})\b", re.IGNORECASE)
