"""More places at which a paste may name the employer: behind words that say whose it is, and without a capital.

Mail has its sender; a chat has “c Nordine de transports bouzid” and a last line that reads “café saudade”.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onward.notice.job.candidates import Mention
from onward.notice.job.name_looks import GIVEN, is_house
from onward.notice.job.names import employer_key, split_name
from onward.notice.job.outright import list_outright
from onward.notice.job.page import Page
from onward.notice.job.paste_names import is_bare_house, is_house_by_ending, may_be_name, skip_article
from onward.notice.job.relayed import is_in_foot, is_relayed
from onward.notice.job.runs import find_runs
from onward.notice.job.senders import is_carrier
from onward.notice.languages.load import compile_words, gather_words, join_words

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ELIDED = re.compile(r"(?:l|d|dell|all|dall|nell)['’](?=[^\W\d_])")
_ENDING = re.compile(r"(?:^|(?<=[.!?)] )|(?<=[.!?)]  ))(?P<name>[^\W_][^.!?,:;\n]{1,40})$")
_TITLE = re.compile(r"[^<·]{3,60} (?:at|bei|beim|chez|presso|bij|@) \w")  # “Head of Stores bei Amsel Naturkost”
_TOLD_SMALL = re.compile(r"(?P<name>[^\W\d_][\w&'’-]*(?: [\w&'’-]+){0,2})(?=[!?,.:;\n]|$)")
_EDGES = " \t*_-–—~☕"
_FEW = 4  # words that end a chat
_NICK = 6  # letters of a short name that people sign with: “Nico”
_BEFORE = 24  # characters in which somebody says who writes
_SIGNED = 3  # lines at the end in which somebody signs
_SAID = frozenset(["told", "organ", "label", "team", "crew"])  # ways in which a letter says outright whose it is
_TINY = 2  # letters of a word that opens the next sentence and ends no name
_PHRASE = 4  # words: a longer run of small ones is a sentence
_SMALL = 2  # words in small letters behind that of a house


def add_pasted(page: Page, candidates: Sequence[Mention]) -> list[Mention]:
    """The candidates that may be a name and what a paste adds, each place once, with every way it was come upon."""
    found = {(one.field, one.start, one.end): one for one in candidates}
    for how, start, end in _list_places(page):
        text = page.texts["body"][start:end]
        shift = len(text) - len(text.lstrip(_EDGES))
        bare = text.strip(_EDGES)
        key = ("body", start + shift, start + shift + len(bare))
        if len(bare) > 1:
            found.setdefault(key, Mention(*key, bare, set())).how.add(how)
    split = [_without_writer(page, one) for one in found.values()]
    whole = {(one.field, one.start, one.end): one for one in split}
    often = Counter(employer_key(one.text) for one in {(one.field, one.start): one for one in whole.values()}.values())
    alone = [one for one in whole.values() if _is_signed(page, one)]
    signed = {id(one) for one in alone if often[employer_key(one.text)] == 1}
    given = {employer_key(one.text) for one in alone if split_name(one.text)[0] in GIVEN}
    relayed = is_relayed(page)
    return [
        one
        for one in whole.values()
        if id(one) not in signed
        and employer_key(one.text) not in given
        and _may_be_employer(one)
        and not (relayed and _is_go_between(page, one))
        and not (one.field == "from" and _TITLE.match(page.texts["from"], one.start))
    ]


def _is_go_between(page: Page, one: Mention) -> bool:
    """Whether it stands where the agency that writes names itself and who works there."""
    return "told" not in one.how and (one.field != "body" or is_in_foot(page, one.start) or "label" in one.how)


def _is_signed(page: Page, one: Mention) -> bool:
    """Whether a lone word below the letter is who signs and no house: “Maxi”, “Deine Vroni”."""
    if one.field != "body" or not one.how.isdisjoint(_SAID) or is_house_by_ending(split_name(one.text)):
        return False
    number = page.find_line(one.start)
    start, end = page.lines[number]
    words = split_name(page.texts["body"][start:end])
    lone = len(words) == 1 or (len(words) == _SMALL and words[0] in gather_words("language.small_words"))
    return lone and number > 0 and number >= page.signed - _SIGNED


def _may_be_employer(one: Mention) -> bool:
    """No clock, no weekday, no bare “clinic”; no office and no program it came from unless it says so outright."""
    words = skip_article(split_name(one.text))
    if not may_be_name(one.text) or is_bare_house(words) or _is_sentence(one) or _is_given_name(one, words):
        return False
    if compile_words("outright.client").search(one.text):
        return False
    if _runs_on(one.text):
        return False
    return "told" in one.how or not (words[0] in gather_words("outright.units") or is_carrier(one.text))


def _runs_on(text: str) -> bool:
    """Whether it ends with a small word that opens the next sentence, “Bakery Miller We”; “Knip & Zo” doesn’t."""
    *front, last = text.lower().split()
    small = len(last) <= _TINY and last in gather_words("language.small_words")
    return small and bool(front) and front[-1] not in gather_words("candidates.joins")


def _is_given_name(one: Mention, words: Sequence[str]) -> bool:
    return len(words) == 1 and words[0] in GIVEN and one.how.isdisjoint(_SAID)


def _is_sentence(one: Mention) -> bool:
    """Whether most of its words are small: “die Bank hat den Kredit abgelehnt”."""
    words = one.text.split()
    return len(words) > _PHRASE and "told" not in one.how and 2 * sum(map(str.islower, words)) > len(words)


def _without_writer(page: Page, one: Mention) -> Mention:
    """The house alone, where who writes stands before it: “Sepp vom Holzbau Reindl”, “Nico de Norte Sur”."""
    found = compile_words("outright.at", r"^(?P<who>[^\W\d_]+) ", r"(?: |(?<=['’]))").match(one.text)
    if found is None or one.field != "body":
        return one
    who, behind = split_name(found["who"]), split_name(one.text[found.end() :])
    is_short = len(who[0]) <= _NICK and _is_where_one_signs(page, one)
    is_somebody = is_short or who[0] in GIVEN or who[0] in page.people or is_house_by_ending(behind[:1])
    if not behind or is_house_by_ending(who) or not is_somebody:
        return one
    return Mention(one.field, one.start + found.end(), one.end, one.text[found.end() :], {*one.how, "writer"})


def _is_where_one_signs(page: Page, one: Mention) -> bool:
    """Whether the letter ends there, or “hier der” or “soy” stands before it."""
    text = page.texts["body"]
    writes = compile_words("outright.writes", r"\b", rf" (?:{join_words('outright.article')})?$")
    before = writes.search(text, max(0, one.start - _BEFORE), one.start)
    return before is not None or not any(map(str.isalnum, text[one.end : page.own[-1][1]]))


def _list_places(page: Page) -> Iterator[tuple[str, int, int]]:
    yield from list_outright(page)
    yield from _told_small(page)
    for start, end in page.lines:
        yield from _behind_house(page, start, end)
        for run in find_runs(page.texts["body"], start, end):  # “dell’Agriturismo La Cerqua”
            elided = _ELIDED.match(page.texts["body"], run[0].start)
            if elided:
                yield "run", elided.end(), run[-1].end
    if page.signed:
        yield from _at_end(page, *page.lines[page.signed - 1])


def _told_small(page: Page) -> Iterator[tuple[str, int, int]]:
    """A name that is written small behind words that say whose it is: “thanks for applying to quillo!”."""
    for place in page.told:
        found = _TOLD_SMALL.match(page.texts["body"], place)
        small = gather_words("language.small_words")
        if found and found["name"].islower() and small.isdisjoint(split_name(found["name"])):
            yield "told_small", *found.span("name")


def _behind_house(page: Page, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """“basisschool De Regenboog”; where a line has no capitals, a word or two behind “transports”."""
    text = page.texts["body"]
    words = list(_WORD.finditer(text, start, end))
    small = text[start:end].islower()
    for at, word in enumerate(words[:-1]):
        if not word.group().islower() or not is_house(word.group()) or text[word.end()] != " ":
            continue
        run = next(find_runs(text, word.end(), end), None)
        if run and run[0].start == word.end() + 1:
            yield "house", word.start(), run[-1].end
        elif small:
            for last in words[at + 1 : at + 1 + _SMALL]:
                if re.search(r"[^\w\s'’-]", text[word.end() : last.start()]):
                    break
                yield "house", word.start(), last.end()


def _at_end(page: Page, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The few words that stand behind the last sentence: “… succes! lunchroom sap”."""
    text = page.texts["body"][start:end].rstrip(_EDGES)
    while text and not (text[-1].isalnum() or text[-1] in ".!?"):
        text = text[:-1]
    ending = _ENDING.search(text)
    if ending and len(ending["name"].split()) <= _FEW:
        yield "ending", start + ending.start("name"), start + ending.end("name")
