"""Which language a letter is in: by its script, then by a vote of small words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache

from onward.notice.languages.load import load_languages

# Languages that no letter is read in, told apart so that they are taken for none that is.
_UNREAD = {
    "pl": (
        "i w na się z nie do że jest za oraz dla to pan pani przez jak o po od są czy ale pana tym ten tego jego "
        "być był była tylko już też bardzo dziękujemy u"
    ),
    "sv": (
        "och att det som för på är av en med till inte vi du har den om ett din vår dig oss jag man kan ska "
        "skulle men så från efter vara blev var hos mig ni era vad när alla mycket tack hej"
    ),
    "da": (
        "og at det som for på er af en med til ikke vi du har den om et din vores dig os jeg man kan skal ville "
        "men så fra efter være blev var hos mig jer hvad når alle meget tak hej der sig"
    ),
    "no": (
        "og at det som for på er av en med til ikke vi du har den om et din vår deg oss jeg man kan skal ville "
        "men så fra etter være ble var hos meg dere hva når alle mye takk hei der seg"
    ),
    "fi": (
        "ja on ei että se olemme ole kanssa sinun hakemus mukaan meidän voi tai kun hän me te he oli ollut olen "
        "voimme teidän mutta myös kuin niin kiitos hei sekä tämä"
    ),
    "cs": (
        "a v na se že je s z do o pro jsme vás vám není jako jsou být které tak po by jsem ale také už ještě byl "
        "byla jen jak děkujeme prosím dobrý den tím ten to mu"
    ),
    "sk": (
        "a v na sa že je s z do o pre sme vás vám nie ako sú byť ktoré tak po by som ale aj už ešte bol bola len "
        "ďakujeme prosím dobrý deň tým ten to mu"
    ),
    "hu": (
        "a az és hogy nem is van egy meg csak ez volt ön önnek mint de el kell majd nekünk önök én mi ők vagy "
        "mert már még nagyon köszönjük kedves hogyan lehet volna"
    ),
    "ro": (
        "și în de la cu nu a pe este să un o pentru care din am ați vă dumneavoastră mai fost eu noi voi ei dar "
        "sau dacă foarte mulțumim bună ziua au fi era sunt ce când unde prin lui"
    ),
    "ca": (
        "el la i de que per amb no és un una els les us del als som hem ha vostra molt però més gràcies hola bon "
        "dia ara també aquest aquesta són està han jo vostè tu seu seva"
    ),
    "hr": (
        "i u na je se da za ne su od s nije što kao ali vas vam smo ili bi biti ako vrlo hvala dobar dan bio "
        "bila ovaj kada gdje mi ja oni vaše vaša"
    ),
    "tr": (
        "ve bir bu için ile de da ne çok olarak gibi daha size sizin değil olan ama kadar veya ben biz siz o "
        "teşekkür merhaba şu kendi oldu var yok"
    ),
    "id": (
        "dan yang di untuk dengan tidak ini itu dari kami anda pada akan ke telah atau saya mereka dia kita "
        "terima kasih halo sudah belum bisa juga karena oleh"
    ),
    "is": "og að það sem fyrir er á ekki við þú hefur eru var með til um ég þér takk því þar en ef",
    "et": "ja on ei et see meie teie kui oma või ka aga oli olen olete täname tere ning selle",
    "lv": "un ir ar par no uz kas mēs jūs jūsu nav bet lai šo tas paldies labdien esam būs",
    "lt": "ir yra su kad į iš mes jūs jūsų nėra bet tai už apie dėkojame laba šį buvo kaip",
    "sl": "in je za na se da smo vas ni ki ali ste pri od hvala pozdravljeni bi bil tudi z",
    "af": "die en jou vir ons het nie is te om van met dat sal baie dankie maar wat jy by as was",
    "eu": "eta da ez zure gure dugu bat dira zen egun kaixo eskerrik asko ere baina hau izan du",
    "tl": "ang ng mga sa na ay ko mo iyong kami namin hindi at para po salamat kung ito ka",
    "vi": "và của là cho bạn chúng tôi không với trong đã được này các một có rất cảm ơn",
}
_SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "CYRILLIC": "ru", "GREEK": "el",
    "ARABIC": "ar", "HEBREW": "he", "THAI": "th", "DEVANAGARI": "hi", "ARMENIAN": "hy", "GEORGIAN": "ka",
    "BENGALI": "bn", "TAMIL": "ta",
}  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[\u0370-\u1dff\u2e80-\ud7ff\uf900-\ufaff]")  # letters of other scripts than ours
_LOOKED_AT = 2000  # code points
_ENOUGH = 2.0  # votes for the winner
_AHEAD = 1.15  # times the votes of the second
_SURELY = 2.0  # votes for a language that no letter is read in
_A_SIGN = 0.25  # votes: a small word that hardly any other language has
_SHORT = 8  # words; a shorter text need not have so many small ones
_SPOKEN = 0.06  # of the words of a text are small words of its language, at least


@cache
def _list_small_words() -> dict[str, frozenset[str]]:
    """The small words of each language, by its code."""
    read = {one.code: one.tables["language.small_words"] for one in load_languages()}
    return {code: frozenset(words) for code, words in read.items()} | {
        code: frozenset(words.split()) for code, words in _UNREAD.items()
    }


@cache
def _list_read() -> frozenset[str]:
    """The codes of the languages that letters are read in."""
    return frozenset(one.code for one in load_languages())


@cache
def _list_owners() -> dict[str, tuple[tuple[str, ...], float]]:
    """The languages that have each small word, and its vote for each."""
    small = _list_small_words()
    owners = {word: tuple(code for code in small if word in small[code]) for word in frozenset().union(*small.values())}
    return {word: (codes, 1.0 / len(codes)) for word, codes in owners.items()}


def _count_votes(words: list[str]) -> list[tuple[float, str]]:
    """Each small word shares its vote among the languages that have it; best first."""
    votes = dict.fromkeys(_list_small_words(), 0.0)
    for codes, share in filter(None, map(_list_owners().get, words)):
        for code in codes:
            votes[code] += share
    return sorted(zip(votes.values(), votes, strict=True), reverse=True)


def _find_script(text: str, words: list[str]) -> str | None:
    """The language of a text of which half or more is in another script; kana among Chinese signs are Japanese."""
    foreign = _FOREIGN.findall(text)
    if 2 * len(foreign) < sum(map(len, words)) or not foreign:
        return None
    scripts = Counter(unicodedata.name(letter, "").split(" ")[0] for letter in foreign)
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    return "ja" if kana else _SCRIPTS.get(scripts.most_common(1)[0][0], "und")


@lru_cache(8)
def _look_at(seen: str) -> tuple[int, str | None, list[tuple[float, str]]]:
    """Of a text in lower case: how many words, the language of its script, and the votes of its small words."""
    words = _WORDS.findall(seen)
    script = _find_script(seen, words)
    return len(words), script, [] if script else _count_votes(words)


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language of `text`, None when there is too little to tell; "und" for one not known here."""
    count, script, votes = _look_at(text[:_LOOKED_AT].lower())
    if script:
        return script
    (most, best), (second, _) = votes[:2]
    enough = most >= (_ENOUGH if count > _SHORT else 1.0)
    return best if enough and most >= _AHEAD * second else None


def is_foreign(text: str) -> bool:
    """Whether a few words are of another language than English, so that an English sentence around them would break.

    >>> [is_foreign(words) for words in ("nada de turnos de noche", "weekly clinical supervision")]
    [True, False]
    """
    count, script, votes = _look_at(text[:_LOOKED_AT].lower())
    if script or not count:
        return bool(script)
    english = next(vote for vote, code in votes if code == "en")
    if max(english, votes[0][0]) < _A_SIGN:
        return any(letter.isalpha() and not letter.isascii() for letter in text)
    return english < votes[0][0]


def is_learned_language(text: str) -> bool | None:
    """Whether a text is in a language that letters are read in; None where its small words can't tell."""
    count, script, votes = _look_at(text[:_LOOKED_AT].lower())
    if script:
        return False
    read = _list_read()
    most, best = votes[0]
    learned = max(votes_for for votes_for, code in votes if code in read)
    if most >= _SURELY and best not in read and learned * _AHEAD < most:
        return False
    return True if learned >= max(1.0, _SPOKEN * count) else None
