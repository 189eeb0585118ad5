"""Which language a letter is in, by a vote of small words; py3langid only when they cannot tell."""

from __future__ import annotations

import re
from functools import cache

from onward.notice.languages.load import load_languages

# Languages that no letter is read in, told apart so that they are taken for none that is.
_UNREAD = {
    "pl": "i w na się z nie do że jest za oraz dla to pan pani przez jak o po od są czy",
    "sv": "och att det som för på är av en med till inte vi du har den om ett din vår dig oss",
    "da": "og at det som for på er af en med til ikke vi du har den om et din vores dig os",
    "no": "og at det som for på er av en med til ikke vi du har den om et din vår deg oss",
    "fi": "ja on ei että se olemme ole kanssa sinun hakemus mukaan meidän voi tai kun",
}
_WORDS = re.compile(r"[^\W\d_]+")
_ENOUGH = 3.0  # votes for the winner
_AHEAD = 1.15  # times the votes of the second


@cache
def _list_small_words() -> dict[str, frozenset[str]]:
    """The small words of each language, by its code."""
    read = {one.code: one.tables["language.small_words"] for one in load_languages()}
    return {code: frozenset(words) for code, words in read.items()} | {
        code: frozenset(words.split()) for code, words in _UNREAD.items()
    }


@cache
def _list_owners() -> dict[str, tuple[str, ...]]:
    """The languages that have each small word."""
    small = _list_small_words()
    return {word: tuple(code for code in small if word in small[code]) for word in frozenset().union(*small.values())}


def _votes(text: str) -> list[tuple[float, str]]:
    """Each small word shares its vote among the languages that have it; best first."""
    owners = _list_owners()
    votes = dict.fromkeys(_list_small_words(), 0.0)
    for word in _WORDS.findall(text):
        codes = owners.get(word, ())
        for code in codes:
            votes[code] += 1.0 / len(codes)
    return sorted(((count, code) for code, count in votes.items()), reverse=True)


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language of `text`, None when there is too little to tell."""
    (most, best), (second, _) = _votes(text[:2000].lower())[:2]
    if most >= _ENOUGH and most >= _AHEAD * second:
        return best
    if len(text.split()) < 4:
        return None
    from py3langid import classify as ask  # costs a tenth of a second, and hardly ever needed

    return str(ask(text[:2000])[0])
