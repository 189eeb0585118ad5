"""The words of asks in seven languages, from their files: read once, when the first message is checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from onward.notice.kind.language import detect_language

ENGLISH = "en"
_FEW_WORDS = r"(?: \S{1,30}){0,4}? "  # what “…” may stand for within a phrase
LANGUAGE_NAMES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
}
LANGUAGES = tuple(LANGUAGE_NAMES)


@dataclass(frozen=True, slots=True, eq=False)
class AskWords:
    """One file: concepts and phrases as patterns, how a second question begins or is stated, how one looks back,
    and what repairs say.

    `phrases` hurt for sure; `perhaps` are said softly, or are meant well by some. `thanked` is how thanks for
    it begin, `own` how somebody tells that they thought again themselves, `declined` how they say what they don't ask.
    """

    code: str
    concepts: Mapping[str, re.Pattern[str]]
    phrases: Mapping[str, re.Pattern[str]]
    perhaps: Mapping[str, re.Pattern[str]]
    thanked: re.Pattern[str]
    own: re.Pattern[str]
    declined: re.Pattern[str]
    say: Mapping[str, str]
    more: re.Pattern[str]
    listed: re.Pattern[str]
    stated: re.Pattern[str]
    back: re.Pattern[str]


@cache
def load_ask_words(code: str) -> AskWords:
    """The words of one of `LANGUAGES`."""
    file = resources.files("onward.ask.languages") / f"{code}.toml"
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    tables = ("concepts", "phrases", "perhaps")
    concepts, phrases, perhaps = (
        {name: re.compile(join_forms(forms)) for name, forms in told[table].items()} for table in tables
    )
    thanked = re.compile(rf"(?:{join_forms(told['thanked'])}){_FEW_WORDS}$")
    own, declined = (re.compile(join_forms(told[name])) for name in ("own", "declined"))
    more = re.compile(rf"[,;]?(?<!\s)\s+(?P<more>{told['questions']['more']})", re.IGNORECASE)
    listed = re.compile(told["questions"]["listed"], re.IGNORECASE)
    stated = re.compile(join_forms(told["questions"]["stated"]))
    back = re.compile(told["questions"]["back"])
    return AskWords(code, concepts, phrases, perhaps, thanked, own, declined, told["say"], more, listed, stated, back)


def join_forms(forms: str) -> str:
    """The words of a concept as a pattern; the longest first.

    >>> re.findall(join_forms("legal* my_rights"), "legally, these are my rights")
    ['legally', 'my rights']
    """
    return "|".join(_make_form(one) for one in sorted(forms.split(), key=len, reverse=True))


def _make_form(form: str) -> str:
    words = re.escape(form.strip("*_")).replace("_", " ").replace(r"\*", r"\w*").replace("…", rf"\w*{_FEW_WORDS}")
    begins = "" if form.startswith("*") else r"(?<!\w)"
    ends = r"\w*" if form.endswith("*") else r"(?!\w)"
    return f"{begins}{words}{ends}"


def find_ask_language(text: str, otherwise: str = ENGLISH) -> str | None:
    """Which of the seven languages a message is in; `otherwise` where it is too short; None where it is another."""
    found = detect_language(text)
    if found is None:
        return otherwise
    return found if found in LANGUAGES else None
