"""What the structure of a paste says for or against a name: marks beside those of mail, learned from pastes alone.

Mail has a sender and a domain, and what was learned from it leans on them. A paste has the block at its foot, a house's
legal form, an address in the text, who decided; and clocks, weekdays and the name of the program it was copied from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onward.notice.job.candidates import Mention
from onward.notice.job.name_looks import GIVEN
from onward.notice.job.names import employer_key, split_name
from onward.notice.job.page import Page
from onward.notice.job.paste_names import is_house_by_ending, list_labels, look_at_words
from onward.notice.job.relayed import FOOT, list_agency_signs
from onward.notice.job.roles import holds_occupation
from onward.notice.languages.load import compile_words, gather_words

_BEHIND = re.compile(r"(?P<word>\b[^\W\d_][\w'’&.-]{0,30}) ?(?:,| /| (?:at|bei|chez|presso|bij|@)) ?$")
_WHERE = re.compile(r"(?: (?:at|bei|beim|chez|presso|bij|en|na|no|@|of|von)|,| [·|–—/-]) ?$", re.IGNORECASE)
_THERE = re.compile(r" (?:at|bei|beim|chez|presso|bij|@) ", re.IGNORECASE)
_ENDS_HEAD = re.compile(r" ?[:·|–—]| -|[.,] ")
_BLOCK = 60  # characters: a line of a signature is shorter
_GREETED = 4  # lines at the top, in one of which somebody is greeted
_HELLO = 25  # characters before whom it greets
_PEOPLE = 3  # words: “Nieves y Toñi”
_AND = frozenset(["and", "und", "et", "y", "e", "en"])
# Marks that say something else where somebody between writes.
_SIGNS = frozenset(["block", "last", "sender", "told", "f=from", "f=body", "agency", "house", "legal"])
_LEFT = 40  # characters before a name in which a title may stand
# Marks that mean more or less together.
_PAIRS = frozenset(
    [
        "block",
        "house",
        "legal",
        "whole",
        "part",
        "person",
        "role",
        "one",
        "two",
        "lower",
        "label",
        "told",
        "writer",
        "above_title",
        "line",
        "last",
        "behind_blank",
        "sender",
        "given",
        "titled",
        "f=from",
        "f=subject",
        "speaks",
        "said_again",
        "headline",
        "heads_subject",
        "unit",
    ]
)


def look_at_paste(page: Page, candidates: Sequence[Mention]) -> list[list[str]]:
    """The marks of each candidate, in order, each with “p:” before it, and last of the answer that nobody is named."""
    keys = [employer_key(one.text) for one in candidates]
    often = Counter(key for key, _ in {(key, one.start) for key, one in zip(keys, candidates, strict=True)})
    labels = list_labels(page)
    relayed = list_agency_signs(page)
    found = []
    for key, one in zip(keys, candidates, strict=True):
        marks = {*look_at_words(page, one, labels), *_look_at_place(page, one, often=often[key])}
        marks |= {f"{mark}*{sort}" for mark in marks & _SIGNS for sort in relayed}
        pairs = sorted(marks & _PAIRS)
        both = [f"{a}*{b}" for at, a in enumerate(pairs) for b in pairs[at + 1 :]]
        found.append([f"p:{mark}" for mark in (*sorted(marks), *both)])
    return [*found, ["p:none", *(f"p:none*{sort}" for sort in relayed)]]


def _look_at_place(page: Page, one: Mention, *, often: int) -> list[str]:
    whole = not one.how.isdisjoint({"run", "piece", "line"})
    found = ["whole" if whole else "part", *one.how, f"f={one.field}", *(["said_again"] if often > 1 else [])]
    if employer_key(one.text) == employer_key(page.letter.sender.name):
        found.append("sender")
    found += _look_at_neighbors(page, one)
    if one.field != "body":
        return found
    text, number = page.texts["body"], page.find_line(one.start)
    start, end = page.lines[number]
    before = text[max(start, one.start - _LEFT) : one.start]
    last = _is_last(page, one)
    house = is_house_by_ending(split_name(one.text))
    block = _is_in_block(page, one, number, before) or (house and whole and last)
    alone = often == 1 and " " not in one.text and text[one.end : one.end + 1] not in ("\n", "")
    told = {
        "quoted": page.is_quoted(one.start),
        "behind_who": (number > 0 or last) and _is_behind_who(page, before),
        "block": block,
        "house_in_block": block and house,
        "noun": alone and not block,
        "person": compile_words("outright.honorifics", r"\b", r"\.? $").search(before) is not None,
        "greeted": _is_greeted(page, one, number),
        "titled": _is_titled(text, one.text),
        "behind_blank": number > 0 and "\n" in text[page.lines[number - 1][1] + 1 : start],
        "last": last,
        "top": number < 2,
        "line": one.start - start < 3 and end - one.end < 3,
        "sentence": _begins_sentence(text, start, one.start),
        "behind_given": split_name(before)[-1:] != () and split_name(before)[-1] in GIVEN,
        "below_closing": number > 0 and text[page.lines[number - 1][1] - 1] == ",",
        "below_title": _holds_title(page, number - 1),
        "above_title": _holds_title(page, number + 1),
        "beside_title": holds_occupation(text[start : one.start]) and end - start < _BLOCK,
    }
    return [*found, *(mark for mark, is_so in told.items() if is_so)]


def _look_at_neighbors(page: Page, one: Mention) -> list[str]:
    """Whether somebody’s title stands before it, or it is such a title: “Head of Stores bei *Amsel Naturkost*”."""
    text = page.texts[one.field]
    start = text.rfind("\n", 0, one.start) + 1
    before, words = text[max(start, one.start - _BLOCK) : one.start], one.text.split()
    told = {
        "works_there": _WHERE.search(before) is not None and _names_work(before),
        "title_of": _names_work(one.text) and _THERE.match(text, one.end) is not None,
        "speaks": any(
            word in gather_words("language.small_words") - gather_words("candidates.joins") for word in words
        ),
        "ends_small": len(words) > 1 and words[-1].lower() in gather_words("language.small_words"),
        "two_people": len(words) == _PEOPLE and words[1] in _AND and not is_house_by_ending(split_name(one.text)),
        "heads_subject": one.field == "subject" and not before.strip() and _ENDS_HEAD.match(text, one.end) is not None,
        "closes": compile_words("people.closing", "^").search(one.text) is not None,
        "in_brackets": before[-1:] == "(",
        "unit": not gather_words("outright.units").isdisjoint(split_name(one.text)[:1]),
    }
    return [mark for mark, is_so in told.items() if is_so]


def _names_work(text: str) -> bool:
    return holds_occupation(text) or not gather_words("outright.units").isdisjoint(split_name(text))


def _is_greeted(page: Page, one: Mention, number: int) -> bool:
    """Whether a short first line, or its beginning, calls somebody so: “Cami, how are you!”."""
    text = page.texts["body"]
    return (
        number < _GREETED
        and text[one.end : one.end + 1] in (",", "!", ":")
        and one.start - page.lines[number][0] < _HELLO
    )


def _is_titled(text: str, name: str) -> bool:
    """Whether the name has a title before it anywhere: “Frau Ionescu”."""
    titles = compile_words("outright.honorifics", r"\b", r"\.? $")
    at = text.find(name)
    while at >= 0:
        if titles.search(text, max(0, at - _LEFT), at):
            return True
        at = text.find(name, at + 1)
    return False


def _holds_title(page: Page, number: int) -> bool:
    """Whether a short line is there that names an occupation: “Head of Care”."""
    if not 0 <= number < len(page.lines):
        return False
    start, end = page.lines[number]
    return end - start < _BLOCK and holds_occupation(page.texts["body"][start:end])


def _begins_sentence(text: str, start: int, place: int) -> bool:
    """Whether a name opens a sentence inside a line, or a long line: there any word has a capital."""
    before = text[start:place].rstrip(" \"'“„«(")
    return before[-1:] in (".", "!", "?") or (not before and "\n" not in text[place : place + _BLOCK])


def _is_in_block(page: Page, one: Mention, number: int, before: str) -> bool:
    """Whether it is a piece of a short line at the foot, and no house before it: “Cabinet Delorme – Transport”."""
    start, end = page.lines[number]
    piece = not one.how.isdisjoint({"piece", "line"})
    return piece and end - start < _BLOCK and _is_at_foot(page, number) and not is_house_by_ending(split_name(before))


def _is_behind_who(page: Page, before: str) -> bool:
    """Whether a person, a title or an office stands right before, and a mark between: “Recruiting, Merrow”."""
    found = _BEHIND.search(before)
    if found is None:
        return False
    word = split_name(found["word"])
    known = word[:1] and (word[0] in GIVEN or word[0] in gather_words("outright.units") or word[0] in page.people)
    return bool(known) or holds_occupation(found["word"])


def _is_last(page: Page, one: Mention) -> bool:
    """Whether what was written ends with the name: “Come and see us. Greenmantle Farm”."""
    text = page.texts["body"]
    return one.start > 0 and not any(map(str.isalnum, text[one.end : page.own[-1][1]]))


def _is_at_foot(page: Page, number: int) -> bool:
    """Whether a line is one of the last that were written, and no greeting and no question."""
    end = page.lines[number][1]
    return number > 0 and page.signed - FOOT <= number < page.signed and page.texts["body"][end - 1] not in "!?:,"
