"""Drafts in seven languages and three tones: by mail, as a message of 300 characters, and to say on the phone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from onward.ask.draft import (
    Draft,
    DraftDetails,
    shorten_details,
    write_advice_thanks,
    write_ask,
    write_interview_thanks,
    write_withdrawal,
)
from onward.ask.words import ENGLISH

TONES = ("plain", "warm", "formal")
WAYS = ("mail", "linkedin", "phone")
MOST_LETTERS = 300  # of a message that goes with an invitation on LinkedIn
LONGEST_NAME = 40  # letters of a name or a subject in such a message
_LONE = re.compile(r"[ ,]{1,6}(?=[,:])")  # what a name that isn't known leaves behind: “Hello ,”
_WAYS = {"linkedin": "short", "phone": "phone"}
_WHYS = {
    "mail": "A mail. Change what doesn’t sound like you.",
    "linkedin": "A message of at most 300 characters, for LinkedIn.",
    "phone": "Three sentences to say, when they call you or you have agreed to call.",
}


def write_ask_in(about: DraftDetails, *, language: str = ENGLISH, tone: str = "plain", way: str = "mail") -> Draft:
    """An ask in a language, a tone and a way to send it. A plain mail in English is chosen by the facts.

    >>> write_ask_in(DraftDetails(me="Dana", employer="Cedar"), language="es").body.splitlines()[0]
    'Buenos días:'
    """
    if (language, tone, way) == (ENGLISH, "plain", "mail"):
        return write_ask(about)
    about = shorten_details(about)
    told = load_sentences(language)
    if way in _WAYS:
        return Draft(told["subject"], _fit_thanks(told[_WAYS[way]], about, way), _WHYS[way])
    said = told[tone]
    parts = [_say_greeting(said, about), f"{_say_thanks(said, about)} {said['accepts']}", said["ask"], said["out"]]
    return Draft(_write_subject(told["subject"], about), "\n\n".join([*parts, _say_goodbye(said, about)]), _WHYS[way])


def write_interview_thanks_in(about: DraftDetails, *, language: str = ENGLISH, tone: str = "plain") -> Draft:
    """A thank-you after an interview, before any outcome."""
    return write_interview_thanks(about) if language == ENGLISH else _write_message(about, language, tone, "after")


def write_withdrawal_in(about: DraftDetails, *, language: str = ENGLISH, tone: str = "plain") -> Draft:
    """A kind withdrawal elsewhere, after an offer letter is signed."""
    return write_withdrawal(about) if language == ENGLISH else _write_message(about, language, tone, "withdrawal")


def write_advice_thanks_in(about: DraftDetails, *, language: str = ENGLISH) -> Draft:
    """The only thing that is drafted after a reply: thanks, and nothing to answer."""
    if language == ENGLISH:
        return write_advice_thanks(about)
    said = load_sentences(language)
    body = wrap_message(about, [said["answered"]], language, "warm")
    return Draft(_write_subject(said["subject"], about), body, "After a reply: thanks, and nothing beyond.")


@cache
def load_sentences(language: str) -> Mapping[str, Any]:
    """The sentences of one of the seven languages."""
    file = resources.files("onward.ask.drafts") / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _write_message(about: DraftDetails, language: str, tone: str, what: str) -> Draft:
    """A message that asks nothing."""
    about = shorten_details(about)
    said = load_sentences(language)[what]
    paragraphs = [_say_thanks(said, about), said["out"]]
    return Draft(_write_subject(said["subject"], about), wrap_message(about, paragraphs, language, tone), _WHYS["mail"])


def wrap_message(about: DraftDetails, paragraphs: Sequence[str], language: str, tone: str = "plain") -> str:
    """The paragraphs between a greeting and a signature."""
    voice = load_sentences(language)[tone]
    return "\n\n".join([_say_greeting(voice, about), *paragraphs, _say_goodbye(voice, about)])


def _say_greeting(said: Mapping[str, str], about: DraftDetails) -> str:
    return _fill_sentence(said["hello"], about) if about.person else said["nobody"]


def _say_thanks(said: Mapping[str, str], about: DraftDetails) -> str:
    return _fill_sentence(said["specific" if about.specific else "thanks"], about)


def _say_goodbye(said: Mapping[str, str], about: DraftDetails) -> str:
    return f"{said['bye']}\n{about.me}".rstrip()


def _write_subject(subject: str, about: DraftDetails) -> str:
    return f"{subject}: {about.role}" if about.role else subject


def _fit_thanks(said: Mapping[str, str], about: DraftDetails, way: str) -> str:
    """With what was talked about where there is room for it."""
    whole = _say_thanks(said, about)
    if way != "linkedin" or len(whole) <= MOST_LETTERS:
        return whole
    plain = _fill_sentence(said["thanks"], about)
    if len(plain) <= MOST_LETTERS:
        return plain
    short = replace(about, person=about.person[:LONGEST_NAME].strip(), me=about.me[:LONGEST_NAME].strip())
    return _fill_sentence(said["thanks"], short)


def _fill_sentence(sentence: str, about: DraftDetails) -> str:
    first = about.person.split()[0] if about.person.split() else ""
    named = about.person if first.rstrip(".").casefold() in _TITLES else first
    told = sentence.format(first=named, person=about.person, me=about.me or "…", specific=about.specific)
    return _LONE.sub("", told)


_TITLES = frozenset(
    [
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "herr",
        "frau",
        "madame",
        "monsieur",
        "mme",
        "señor",
        "señora",
        "don",
        "doña",
        "sr",
        "sra",
        "signor",
        "signora",
        "dott",
        "dottor",
        "dottoressa",
        "meneer",
        "mevrouw",
        "senhor",
        "senhora",
        "dona",
    ]
)
