"""What somebody types of a no in one line: a name, “Riverbend said no”, “got rejected by Harbor Light”, “nope”."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from onward.facts import LetterKind
from onward.notice.job.roles import holds_occupation
from onward.notice.languages.load import compile_words, gather_words, join_words

LONGEST_LINE = 100  # characters: one line of so many may be a name, or a word that a no came
MOST_WORDS = 8  # words: what is longer says more than who it was
FEW_WORDS = 5  # words that are taken for a name however they are written; a longer one is written in capitals
SENTENCE = 3  # words: so many, small but for the first, may be a sentence of one’s own
ARTICLE = 3  # letters: “The Gap”, “Les Tilleuls”
_INSIDE = re.compile(r"(?<!\bDr)(?<!\bSt)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bFr)(?<!\bProf)[.!?:](?=\s)")
_APART = re.compile(r" ?(?::(?= )|[(\[]) ?")
_SMILE = re.compile(r"(?<!\w)[:;=]['-]?[()\[\]/\\|DPop]+")
_MARKS = " .,;:!?()[]<>\"'“”„«»‘’–—-…/|*_~#+="
# What is copied of a picture or a document is its name, or a place for it: “IMG_2041.jpg”, “[image: logo.png]”.
_FILE = re.compile(
    r"!?\[[^\]]*\](?:\([^)]*\))?|.*\w\.(?:jpe?g|png|gif|heic|webp|pdf|docx?|odt|eml|msg|txt)", re.IGNORECASE
)


def find_name_told(line: str) -> str | None:
    """Who said no, by one line that a person typed. Empty where it names nobody: only that a no came, a sigh, a number,
    a picture's name; None where it says more than a name and a no, so that it is read as a letter is.

    >>> find_name_told("Riverbend said no"), find_name_told("they said no"), find_name_told("Harbor Light")
    ('Riverbend', '', 'Harbor Light')
    """
    plain = _SMILE.sub(" ", "".join(" " if _is_picture(sign) else sign for sign in line))
    text = " ".join(plain.split())
    whole = text.rstrip(" .!?,")
    if _FILE.fullmatch(whole) or not any(map(str.isalpha, whole)):
        return ""
    whole = _join_answer(whole)
    if "\n" in line.strip() or _INSIDE.search(whole):
        return None
    parts = [_strip_small_words(part, begins=not place) for place, part in enumerate(_compile_no().split(whole))]
    if len(parts) == 1:
        is_more = _find_news(whole) is not None or (text[-1] in "!?." and len(text.split()) > 1)
        return None if is_more else _only_name(text, parts[0])
    names = [name for name in map(_cut_off_more, parts) if name]
    return _only_name(names[0], names[0]) if len(names) == 1 else None if names else ""


def find_no_told(line: str) -> re.Match[str] | None:
    """Where one line says that a no came: “Riverbend said no”. None where it is a name alone, or a letter.

    >>> find_no_told("Riverbend said no")[0]
    'said no'
    """
    if len(line) > LONGEST_LINE or find_name_told(line) is None:
        return None
    return _compile_no().search(line)


def find_news_told(line: str) -> tuple[LetterKind, re.Match[str]] | None:
    """What else than a no one line says that somebody typed: an invitation or an offer, and where; None without.

    >>> kind, found = find_news_told("Hill House moved my interview to Thursday")
    >>> kind.value, found[0]
    ('interview', 'interview to')
    """
    if len(line) > LONGEST_LINE or "\n" in line.strip() or _compile_no().search(line):
        return None
    return _find_news(line)


def _find_news(text: str) -> tuple[LetterKind, re.Match[str]] | None:
    for kind, table in ((LetterKind.OFFER, "told.offered"), (LetterKind.INTERVIEW, "told.invited")):
        found = _compile_told(table).search(text)
        if found:
            return kind, found
    return None


def _join_answer(text: str) -> str:
    """“Rejected: Elm Court” and “Elm Court (no)” as one sentence: “Rejected, Elm Court”."""
    parts = [part.strip(")] ") for part in _APART.split(text, maxsplit=1)]
    return ", ".join(parts) if len(parts) > 1 and any(map(_is_no_alone, parts)) else text


def _is_no_alone(text: str) -> bool:
    left = _compile_no().split(text)
    return len(left) > 1 and not any(_strip_small_words(part, begins=True) for part in left)


def _only_name(text: str, bare: str) -> str | None:
    """The text, where what is left of it without the words around could be a name."""
    if _is_own_sentence(text.split()):
        return None
    words = [word for word in bare.split() if _bare_word(word) not in gather_words("told.around")]
    capitals = sum(not word[0].islower() for word in words)
    long = len(text.split())
    is_name = long <= FEW_WORDS or (long <= MOST_WORDS and 2 * capitals >= len(words))
    return (text if bare else "") if is_name else None


def _is_own_sentence(words: list[str]) -> bool:
    """Whether a line is what somebody says and no name: “I can’t do this anymore”, “no puedo más”."""
    begins = _bare_word(words[0]) in gather_words("told.sentence")
    return begins and len(words) >= SENTENCE and not any(word[0].isupper() for word in words[1:])


def _strip_small_words(text: str, *, begins: bool) -> str:
    """Without the small words around a name: “by the Harbor Light again”. `begins` says whether a line begins with it,
    so that a capital says nothing.
    """
    words, around, first = text.strip(_MARKS).split(), gather_words("told.around"), begins
    while words and _bare_word(words[0]) in around and not (not first and _is_article_of_name(words)):
        del words[0]
        first = False
    while words and _bare_word(words[-1]) in around:
        del words[-1]
    return " ".join(words).strip(" ,;:-–—…")


def _is_article_of_name(words: list[str]) -> bool:
    return len(words) > 1 and len(words[0]) <= ARTICLE and words[0].istitle() and words[1].istitle()


def _cut_off_more(name: str) -> str:
    """Without what is told after a name: “Elm Court after three rounds”, “Elm Court, nurse”."""
    then = compile_words("told.then", r"(?<=\w)[ ,;–—-]+", r"(?!\w)")
    alone = then.split(name, maxsplit=1)[0].rstrip(" ,;:-–—…")
    who, _, role = alone.partition(",")
    return who if who and role and holds_occupation(role) else alone


def _bare_word(word: str) -> str:
    return word.lower().replace("’", "'").strip(_MARKS)


def _is_picture(sign: str) -> bool:
    """An emoji, or what only joins or colors one."""
    return unicodedata.category(sign) in {"So", "Sk", "Cf", "Cs"} or "\ufe00" <= sign <= "\ufe0f"


def _compile_no() -> re.Pattern[str]:
    return _compile_told("told.no")


@cache
def _compile_told(table: str) -> re.Pattern[str]:
    """A word before “&” is a name's: “Nein & Sohn”."""
    return re.compile(rf"(?<!\w)(?:{join_words(table).replace(chr(39), '.')})(?!\w)(?! ?&)", re.IGNORECASE)
