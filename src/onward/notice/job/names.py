"""When two names mean the same employer, or the same role: cautious, because a wrong match is a silent change."""

# ruff: noqa: SIM905 - tables of words and patterns are read as text

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from onward.notice.languages.load import gather_words

LEGAL_FORMS = frozenset(
    "inc incorporated llc ltd limited gmbh ggmbh mbh ag se kg kgaa ug co corp corporation company plc pllc lp llp pc "
    "pbc sa sas sarl srl spa sl slu bv nv ltda lda eirl ett cio cic oy ab as aps ev eg cv onlus ets gbr ohg aor "
    "snc sca scop".split()
)
ARTICLES = frozenset("the der die das le la les el los las il lo gli de het os as".split())
_SYNONYMS = {
    "sr": "senior",
    "jr": "junior",
    "eng": "engineer",
    "engr": "engineer",
    "dev": "developer",
    "mgr": "manager",
    "counsellor": "counselor",
    "counselling": "counseling",
    "behavioural": "behavioral",
    "programme": "program",
    "fullstack": "full stack",
    "frontend": "front end",
    "backend": "back end",
}
SLIP_FROM = 7  # letters; in shorter words one letter tells two names apart
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyzæøœłđðþı",
    "абвгдежзиклмнопрстуфхцчшщъыьэюяієґђјљњћџ",
    "αβγδεζηθικλμνξοπρσςτυφχψω",
)
_SPELLED = 6  # so many words after the first are looked for in a domain
_GENDER = re.compile(r"\b[mwfdhxi](?:\s?[/|*]\s?[mwfdhxi]){1,3}\b", re.IGNORECASE)
_PLACE_NUMBER = re.compile(r"\b(units?|wards?|floor|shift|district|station|building|room)\s+(\w)\b", re.IGNORECASE)
_SPACED_FORM = re.compile(r"(?<=\b\w)\. (?=\w\.)")  # “e. V.”
_JOB_NUMBER = re.compile(
    r"(?:\b(?:req(?:uisition)?|job|ref(?:erence)?|id|nr|no)\b\.?[\s#:.]*+(?:(?:id|number|no|nr)[\s#:.]*+)?)?"
    r"#?\b(?=[A-Z_-]{0,5}\d)(?:[A-Z]{1,4}[-_]?\d{3,}|\d{2}-\d{3,}|\d{4,}(?:[-_][A-Z0-9]+)?[A-Z]{0,3})\b",
    re.IGNORECASE,
)


def fold_name(text: str) -> str:
    """Lower case, no accents, “ß” as “ss”: for comparing, never for showing."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def split_name(text: str) -> tuple[str, ...]:
    """The words of `text` for comparing; “&” is “and”, apostrophes and dots inside a word vanish."""
    text = fold_name(text).replace("&", " and ").replace("+", " plus ")
    text = re.sub(r"(?<=\w)['’.](?=\w)", "", text)
    return tuple(re.findall(r"\w+", text))


@lru_cache(maxsize=8192)
def employer_words(name: str) -> tuple[str, ...]:
    """The words that make an employer's name: no article, no legal form, no “Careers” or “Talent Acquisition”, and of
    “Department of Parks, City of Wexley” the city.
    """
    name = _SPACED_FORM.sub(".", _without_unit(name))
    name = re.sub(r"\.(?:com|org|net|io|ai|co|de|fr|es|it|nl|pt|eu|ch|at)\b", " ", name, flags=re.IGNORECASE)
    found = list(split_name(re.sub(r"\([^)\n]{0,200}\)", " ", name)))
    if len(found) > 1 and found[0] in gather_words("names.articles"):
        found = found[1:]
    left_out = LEGAL_FORMS | gather_words("names.hiring") | {"and"}
    while len(found) > 1 and found[-1] in left_out:
        found.pop()
    return tuple(found)


def _without_unit(name: str) -> str:
    part, _, house = name.partition(", ")
    is_unit = not gather_words("outright.units").isdisjoint(split_name(part)[:1])
    return house if is_unit and not LEGAL_FORMS.issuperset(split_name(house)) else name


def employer_key(name: str) -> str:
    """One string for names that differ only in spelling: “Harbor Point, Inc.” and “HarborPoint Careers” are one."""
    return "".join(employer_words(name))


def employer_core(name: str) -> str:
    """The key without trailing words such as “Technologies”; the key itself where nothing distinctive would be left."""
    found = list(employer_words(name))
    while len(found) > 1 and found[-1] in gather_words("names.generic"):
        found.pop()
    core = "".join(found)
    distinctive = len(core) >= 4 and any(word not in gather_words("names.common") for word in found)
    return core if distinctive else employer_key(name)


def is_same_employer(one: str, other: str) -> bool:
    """Whether two names are surely one employer: equal but for spelling, a slip of one letter, or a generic ending."""
    a, b = employer_key(one), employer_key(other)
    if not a or not b:
        return False
    if a == b or is_misspelling(employer_words(one), employer_words(other)):
        return True
    if _names_house_before(one, other) or _names_house_before(other, one):
        return True
    cores = employer_core(one), employer_core(other)
    return cores[0] == cores[1] and (a in cores or b in cores)


def _names_house_before(long: str, short: str) -> bool:
    """Whether all that one has more is an article, or what house it is in small letters: “restaurante El Peral”."""
    front, _, name = long.partition(" ")
    is_house = front.islower() and fold_name(front) in gather_words("candidates.houses")
    return (is_house or front.lower() in ARTICLES) and name[:1].isupper() and employer_key(name) == employer_key(short)


def is_misspelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ by one letter in one long word, and in nothing else (“North” and “South” never)."""
    if len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(pairs) != 1 or any(c.isdigit() for c in "".join(pairs[0])):
        return False
    a, b = pairs[0]
    return min(len(a), len(b)) >= SLIP_FROM and a[0] == b[0] and is_one_slip(a, b)


def is_one_slip(one: str, other: str) -> bool:
    """Whether one letter was left out, put in, exchanged or swapped with its neighbor, or nothing at all."""
    one, other = sorted((one, other), key=len)
    if len(other) - len(one) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = other[at + 1 : at + 2] + other[at : at + 1]
    return one[at + 1 :] == other[at + 1 :] or (one[at : at + 2] == swapped and one[at + 2 :] == other[at + 2 :])


def list_slips(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every name that differs from this one by a slip (see `is_misspelling`), among the letters of its script: some
    fifty for each letter of a long word. What is a slip of a name has the name among its own.
    """
    for place, word in enumerate(words):
        if len(word) >= SLIP_FROM and not any(c.isdigit() for c in word):
            for slip in _list_slips_of_word(word):
                if len(slip) >= SLIP_FROM:
                    yield (*words[:place], slip, *words[place + 1 :])


def _list_slips_of_word(word: str) -> Iterator[str]:
    """Its first letter stays. Only letters of the alphabet are left out, put in or exchanged, so that each slip can be
    taken back by one.
    """
    letters = next((one for one in _ALPHABETS if word[0] in one), "")
    for at in range(1, len(word)):
        before, here, after = word[:at], word[at], word[at + 1 :]
        if here in letters:
            yield before + after
            yield from (before + letter + after for letter in letters if letter != here)
        if after and after[0] != here:
            yield before + after[0] + here + after[1:]
        yield from (before + letter + here + after for letter in letters)
    yield from (word + letter for letter in letters)


def list_cut_words(words: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The name with one letter of a long word left out, or none, and which word: two names that differ by a slip have
    one of these in common.
    """
    for place, word in enumerate(words):
        if len(word) >= SLIP_FROM:
            yield from ((place, (*words[:place], cut, *words[place + 1 :])) for cut in _cut_letters(word))


def _cut_letters(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}


def list_abbreviations(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The name with its last words as initials: “Oakhollow USD” of “Oakhollow Unified School District”."""
    if not words or len(words[0]) < 4:
        return
    for kept in range(1, len(words) - 1):
        initials = _join_initials(words[kept:])
        if len(initials) >= 2:
            yield (*words[:kept], initials)


def _join_initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words if word not in {"of", "and", "the", "for"})


def is_beginning(short: str, full: str) -> bool:
    """Whether one name is how the other begins, word for word: “Tidewell” of “Tidewell Counseling Center”."""
    a, b = employer_words(short), employer_words(full)
    return (
        0 < len(a) < len(b)
        and b[: len(a)] == a
        and len("".join(a)) >= 4
        and any(word not in gather_words("names.common") for word in a)
    )


def bare_label(label: str) -> str:
    """The word of a domain, as it is held against names."""
    return re.sub(r"[^a-z0-9]", "", fold_name(label))


def is_spelled_by(label: str, name: str) -> bool:
    """Whether a domain's word is surely this name: its first word, then further words of it or their initials, nothing
    else.
    """
    first, *rest = employer_words(name) or ("",)
    label = bare_label(label)
    if label == employer_key(name):
        return True
    if len(first) < 4 or not label.startswith(first) or not rest:
        return False
    left = label[len(first) :]
    return left == _join_initials(rest) if len(left) < 4 else _are_words(left, rest[:_SPELLED])


def _are_words(left: str, rest: list[str]) -> bool:
    for word in rest:
        left = left.removeprefix(word)
    return not left


def list_labels(name: str) -> set[str]:
    """Every word of a domain that spells this name, and some that don’t quite."""
    first, *rest = employer_words(name) or ("",)
    found = {employer_key(name)}
    if len(first) >= 4 and rest:
        some = (part for size in range(1, _SPELLED + 1) for part in combinations(rest[:_SPELLED], size))
        found |= {first + _join_initials(rest), *(first + "".join(part) for part in some)}
    return found


@lru_cache(maxsize=8192)
def role_key(role: str) -> str:
    """One string for a role, however it is decorated: no job number, no (m/w/d), no place in parentheses."""
    return " ".join(role_words(role))


@lru_cache(maxsize=8192)
def role_words(role: str) -> tuple[str, ...]:
    """The words of a role that count when two are compared, in a fixed order."""
    text = re.sub(r"[(\[{][^)\]}]{0,200}[)\]}]", " ", role)
    text = _JOB_NUMBER.sub(" ", _GENDER.sub(" ", text))
    text = _PLACE_NUMBER.sub(r"\1\2", re.sub(r"[*:_](?=in(?:nen)?\b)", "", text))
    found = [part for word in split_name(text) for part in _SYNONYMS.get(word, word).split()]
    skip = gather_words("names.role_skip")
    return tuple(sorted({word for word in found if word not in skip}))


def find_job_number(text: str) -> str | None:
    """The employer's own number for a job (“R-1681”, “169410BR”), upper case; None when there is none."""
    for match in _JOB_NUMBER.finditer(text):
        core = re.search(r"(?:[A-Z]{1,4}[-_]?)?\d[\w-]{0,60}$", match.group().upper())
        bare = core.group() if core else ""
        if not re.fullmatch(r"(?:19|20)\d\d", bare) and _is_number(bare, match.group()):
            return re.sub(r"[-_]", "", bare)
    return None


def _is_number(bare: str, announced: str) -> bool:
    """Four bare digits are a house number as often as a job's; letters, a fifth digit or “Req” make them one."""
    digits = sum(c.isdigit() for c in bare)
    return digits >= 5 or (digits >= 3 and (bare[0].isalpha() or len(announced.strip(" #")) > len(bare)))


def strip_number(role: str) -> str:
    """A role without the employer's number for it; years such as 2025 stay."""
    return _JOB_NUMBER.sub(_keep_years, role)


def _keep_years(match: re.Match[str]) -> str:
    return match.group() if re.fullmatch(r"(?:19|20)\d\d", match.group().strip()) else " "


def is_same_role(one: str, other: str) -> bool:
    """Whether two roles are surely one: the same words in any order, or a slip of one letter in a long word."""
    a, b = role_words(one), role_words(other)
    return a == b or is_misspelling(a, b)


def may_be_same_role(one: str, other: str) -> bool:
    """Whether both may name one role, said alike or one of them shorter."""
    return is_same_role(one, other) or is_looser_role(one, other) or is_looser_role(other, one)


def is_looser_role(loose: str, full: str) -> bool:
    """Whether `loose` may be a short way to say `full` (“therapist” of “outpatient therapist”), levels excepted."""
    a, b = set(role_words(loose)), set(role_words(full))
    return bool(a) and a < b and not (b - a) & gather_words("names.levels")
