"""The employer that a pasted no says outright: in its thanks, in how its writer begins or signs, or in an address.

Mail has a sender, and what is learned weighs it; a paste often has words only, and few letters were learned from that
look like a chat. This is asked only of what a person pasted, or an agency wrote, and where the ranking leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onward.notice.job.answer import Answer
from onward.notice.job.name_looks import GIVEN, holds_house
from onward.notice.job.names import employer_key, split_name
from onward.notice.job.page import Page, Span
from onward.notice.job.relayed import is_relayed
from onward.notice.job.roles import holds_occupation, is_role_like
from onward.notice.job.runs import find_runs
from onward.notice.job.senders import find_employer_label, is_agency
from onward.notice.job.whose import ARTICLES
from onward.notice.languages.load import Language, compile_words, gather_words, join_words, list_words, load_languages
from onward.notice.verdict import Because

_NAME = r"(?P<name>[^\W\d_][\w&'’-]*(?: [\w&'’-]+){0,5}?)"
_SMALL = re.compile(rf"{_NAME}(?= (?:here|hier|about|re|wegen|pr|pour|por|para|per|voor)\b|[\n,!:(.]|$)")
_QUOTES = "\"“”„«»'‘’ "
_HEADLINE = re.compile(
    r"(?P<title>[^\n,.!?]{3,60}) (?:at|@|bei|chez|presso|bij|en|na|no) (?P<name>[^\W\d_][^\n,.!?|·]{1,40})",
    re.IGNORECASE,
)
_TOP = 5  # lines at the top in which a network says who somebody is
_LOOKED_AT = 80  # characters behind such words in which the name must stand
_ADDRESS = re.compile(
    r"[\w.+-]{1,60}@(?P<mail>[\w-]{2,60}(?:\.[\w-]{2,30}){1,3})|(?:https?://|\bwww\.)(?P<web>[\w.-]{4,80})"
    r"|(?:^|(?<=\n)|(?<=[|·•] ))"
    r"(?P<bare>[a-z][\w-]{2,40}\.(?:com|org|net|io|eu|co|de|at|ch|fr|be|es|it|nl|pt|br|uk|example))\b"
)


def _is_given(name: str) -> bool:
    """A given name, alone or with one more, and no word of a house: “Dana Fox”."""
    words = split_name(name)
    return len(words) <= 2 and words[0] in GIVEN and not holds_house(words)


def find_outright(page: Page) -> Answer | None:
    """The first name of the surest kind that is there, else None."""
    headline, relayed = _find_headline(page), is_relayed(page)
    if headline is not None and not relayed:
        return _make_answer(page, *headline)
    for how, start, end in _list_names(page):
        if (how == "told" or not relayed) and _may_be_employer(page, page.texts["body"][start:end]):
            return _make_answer(page, start, end)
    return None if relayed else _find_in_address(page)


def find_client(page: Page, agency: Answer) -> Answer | None:
    """For whom an agency writes, where the words say it outright: “our client, the Stone Bakery, …”."""
    for place in page.told:
        for start, end in _name_at(page, place):
            name = page.texts["body"][start:end]
            if _may_be_employer(page, name) and employer_key(name) != employer_key(agency.shown):
                return _make_answer(page, start, end)
    return None


def find_outright_meeting(page: Page) -> Span | None:
    """Where a paste speaks of a talk, a visit or a day of trial."""
    found = compile_words("outright.met", after="").search(page.texts["body"])
    return found.span() if found else None


def list_outright(page: Page) -> Iterator[tuple[str, int, int]]:
    """Each place at which words, an address or a headline say whose a letter is, and which: the surest first."""
    headline = _find_headline(page)
    if headline is not None:
        yield "headline", *headline
    yield from _list_names(page)
    yield from (("label", *place) for place in _list_labels(page))


def _list_names(page: Page) -> Iterator[tuple[str, int, int]]:
    """Where a name stands beside words that say whose it is, the surest words first."""
    body = page.texts["body"]
    for place in page.told:  # “Thank you for your interest in …”, “votre candidature chez …”
        yield from (("told", *name) for name in _name_at(page, place))
    yield from (("writer", *name) for name in _after_writer(page))
    for match in _compile_here().finditer(body):  # “Hallo Sam, Miller Elektro hier”
        small = {word for word in match["name"].split() if word.islower()}
        if small <= gather_words("candidates.joins"):
            yield "here", *match.span("name")
    for match in compile_words("outright.organs", after="").finditer(body):  # “the board of …”
        yield from (("organ", *name) for name in _name_at(page, match.end()))
    team = compile_words("outright.team", r"(?:^|[\n,.!–—-] ?)", "")
    for match in team.finditer(body):  # “Ihr Team der …” below the letter
        yield from (("team", *name) for name in _name_at(page, match.end()))
    yield from (("crew", *name) for name in _before_crew(page))
    for match in _compile_deed().finditer(body):  # “… have gone with somebody else”
        yield "deed", *match.span("name")


def _find_headline(page: Page) -> Span | None:
    """Where a network says below a name where somebody works: “Recruiter at Cedar”."""
    units = gather_words("outright.units")
    for number, (start, end) in enumerate(page.lines[:_TOP]):
        title = _HEADLINE.fullmatch(page.texts["body"], start, end)
        below = number > 0 or bool(page.letter.sender.name)
        works = title and (holds_occupation(title["title"]) or not units.isdisjoint(split_name(title["title"])))
        if title and below and works and not is_role_like(title["name"]):
            return title.span("name")
    return None


def _after_writer(page: Page) -> Iterator[Span]:
    """“This is Gail from …”: in a chat also without capitals, to a mark or the line’s end."""
    for match in _compile_writer().finditer(page.texts["body"]):
        words = split_name(match.group())
        if GIVEN.isdisjoint(words) and set(split_name(page.letter.sender.name)).isdisjoint(words):
            continue
        small = _SMALL.match(page.texts["body"], match.end())
        yield from list(_name_at(page, match.end())) or ([small.span("name")] if small else [])


def _before_crew(page: Page) -> Iterator[Span]:
    """“The … Recruiting Team” below the letter."""
    for match in _compile_crew().finditer(page.texts["body"]):
        start, end = match.span("name")
        if any(stop >= end for _, stop in _name_at(page, start)):
            yield start, end


def _name_at(page: Page, start: int) -> Iterator[Span]:
    """The run of capitals that begins there, behind an article and quotation marks."""
    text = page.texts["body"]
    article = compile_words(ARTICLES, "", "").match(text, start)
    start = article.end() if article else start
    stop = min(start + _LOOKED_AT, text.find("\n", start) % (len(text) + 1))
    run = next(find_runs(text, start, stop), None)
    if run and not text[start : run[0].start].strip(_QUOTES):
        yield run[0].start, run[-1].end


def _may_be_employer(page: Page, name: str) -> bool:
    """Not a person, a role, a day, or a word that any house is called by."""
    words, key = split_name(name), employer_key(name)
    if len(key) < 2 or name[-1] == "&" or key.isdigit() or key in page.people or _is_given(name) or is_role_like(name):
        return False
    said_of_anybody = gather_words("names.hiring") | gather_words("outright.units")
    said_of_anybody |= set(" ".join(list_words("days.weekdays")).split())
    return not said_of_anybody.issuperset(words)


def _find_in_address(page: Page) -> Answer | None:
    place = next(_list_labels(page), None)
    return _make_answer(page, *place) if place else None


def _list_labels(page: Page) -> Iterator[Span]:
    """The word of each address or link that stands for an employer, where the letter writes it, else in the address."""
    body = page.texts["body"]
    for match in _ADDRESS.finditer(body):
        group = next(name for name in ("mail", "web", "bare") if match[name])
        address = f"x@{match[group]}"
        label = find_employer_label(address)
        if label is None or is_agency(address):
            continue
        parts = "|".join(map(re.escape, dict.fromkeys((label, label.partition("-")[0]))))  # “lumeo-health” is Lumeo
        named = re.search(rf"(?<![@\w.-])(?:{parts})(?![\w.@-])", body, re.IGNORECASE)
        if named:  # “Is there a bus to Millrace?”, written to desk@millrace.example
            yield named.span()
        elif not page.is_quoted(match.start()):
            start = match.start(group) + match[group].lower().rfind(label)
            yield start, start + len(label)


def _make_answer(page: Page, start: int, end: int) -> Answer:
    text = page.texts["body"][start:end]
    by = "signature" if page.is_signature(start) else "body"
    return Answer(Because("body", start, end, text), by, " ".join(text.split()))


@cache
def _compile_writer() -> re.Pattern[str]:
    """“It’s Gail from …”, “hier der Sepp vom …”, up to a mark, the line’s end, or “here”; the words of one language."""
    return re.compile("|".join(map(_writer_in, load_languages())), re.IGNORECASE)


def _writer_in(language: Language) -> str:
    writes, at, article = map(language.join, ("outright.writes", "outright.at", "outright.article"))
    given = r"(?:[^\W\d_]+\W{1,2})"
    return (
        rf"(?:\b(?:{writes}) (?:{article})?{given}{{1,2}}|(?:^|[\n!,] ?){given}(?:(?:{writes}) )?)(?:{at})"
        rf"(?: |(?<=['’]))(?:{article})?(?=[^\W_])"
    )


@cache
def _compile_here() -> re.Pattern[str]:
    name = r"(?P<name>[A-ZÀ-Þ][\w&'’-]{1,30}(?: (?:[A-ZÀ-Þ&][\w&'’-]{0,30}|[a-z]{2,3})){0,4})"
    return re.compile(rf"(?:^|(?<=\n)|(?<=[,.!] )){name},? (?:{join_words('outright.here')})(?=[,.:!;\n]|$)")


@cache
def _compile_crew() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|\n)[–—\- ]{{0,3}}(?:the |ihr |dein |euer )?{_NAME}[- ](?:{join_words('outright.crew')}) *(?=\n|$)",
        re.IGNORECASE,
    )


@cache
def _compile_deed() -> re.Pattern[str]:
    name = r"(?P<name>[A-ZÀ-Þ][\w&'’-]*(?: [A-ZÀ-Þ&][\w&'’-]*){0,4})"
    return re.compile(rf"(?<=[a-zà-ÿ,] ){name} (?i:{join_words('outright.behind')})")
