"""Which language a letter is in, by a vote of small words; py3langid only when they cannot tell."""

from __future__ import annotations

import re

_SMALL = {
    "en": "the and you your for with have this that our are not will from we to of is be it in was would at",
    "de": "der die das und sie ihre ihnen nicht wir für mit ist eine einen uns auf zu den haben wird bei von ich im "
    "als auch dass",
    "fr": "le la les et vous votre nous pour que une des dans est avec pas sur notre du au ne cette je à en qui ce",
    "es": "el la los y que usted para con por una su nos se del en no este como hemos las un lo es sus te tu le de al",
    "it": "il la che di e per con una non le sua suo del della nostra ci si è gli un sono ha abbiamo nel da al in lei",
    "nl": "de het en een van je u wij voor met niet dat op te is zijn ons jouw uw aan om bij hebben wordt in deze we "
    "die",
    "pt": "o a os e que para com uma não sua seu por da do em nos na um se você como dos sobre as à foi é ao nossa",
    "pl": "i w na się z nie do że jest za oraz dla to pan pani przez jak o po od są czy",
    "sv": "och att det som för på är av en med till inte vi du har den om ett din vår dig oss",
    "da": "og at det som for på er af en med til ikke vi du har den om et din vores dig os",
    "no": "og at det som for på er av en med til ikke vi du har den om et din vår deg oss",
    "fi": "ja on ei että se olemme ole kanssa sinun hakemus mukaan meidän voi tai kun",
}
_OF_WORD: dict[str, tuple[str, ...]] = {
    word: tuple(code for code, listed in _SMALL.items() if word in listed.split())
    for word in {word for listed in _SMALL.values() for word in listed.split()}
}
_WORDS = re.compile(r"[^\W\d_]+")
_ENOUGH = 3.0  # votes for the winner
_AHEAD = 1.15  # times the votes of the second


def _votes(text: str) -> list[tuple[float, str]]:
    """Each small word shares its vote among the languages that have it; best first."""
    votes = dict.fromkeys(_SMALL, 0.0)
    for word in _WORDS.findall(text):
        for code in _OF_WORD.get(word, ()):
            votes[code] += 1.0 / len(_OF_WORD[word])
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
