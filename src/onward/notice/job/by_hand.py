"""Letters that came by hand: pasted from a phone, a chat or a window, mostly without an address.

What mail tells by its head, these tell in words: “Priya here from Oak & Ember”, the lines below the name, whom
an agency heard from, the place that the quoted question names. Weights are as in `mentions`.
"""

from __future__ import annotations

import re

from onward.notice.job import by_hand_words as words
from onward.notice.job.by_hand_words import SHORT_FOR
from onward.notice.job.mentions import LONGEST, Mention, make_mention
from onward.notice.job.names import employer_key, split_name
from onward.notice.job.roles import Span, is_institution, is_role_like
from onward.notice.languages.load import gather_words
from onward.notice.message.letter import Letter

_WORD = re.compile(r"\S+")
_CUT = re.compile(
    r"\s{1,9}[|•·–—-]\s{1,9}|\s{0,9}\|\s{0,9}|,\s{1,9}|\s{1,9}(?:at|bei|chez|presso|bij|@)\s{1,9}|\s{0,9}\((?=[^\W\d_])"
)
_LEGAL = re.compile(r"\b(?:Inc|LLC|Ltd|g?GmbH|AG|S\.?p\.?A|S\.?A|S\.?r\.?l|KG|Corp|B\.?V|e\.\s?V)\b")
_SIGNED_LINES = 9
_LONG = 90  # characters: a longer line is a sentence
_SENTENCE_END = (".", "!", "?", ":", ";")


def find_introduced(body: str) -> list[Mention]:
    """Where who writes says from where: “hier ist Birgit aus der Kita Regenwiese”."""
    return _named_after(words.introduced(), body, weight=5.0, least=1)


def find_heard_from(body: str) -> list[Mention]:
    """Whom somebody between has heard from: “heard back from Kestrel Robotics”."""
    return _named_after(words.heard(), body, weight=6.0, least=1)


def find_places(text: str, *, weight: float) -> list[Mention]:
    """Where the talk was, by a name of two words or more: “at Pinebridge Recovery Center”."""
    houses = [
        one for one in _named_after(words.of_house(), text, weight=weight, least=2) if words.house().search(one.shown)
    ]
    return _named_after(words.places(), text, weight=weight, least=2) + houses


def _named_after(pattern: re.Pattern[str], text: str, *, weight: float, least: int) -> list[Mention]:
    spans = (find_house_at(text, match.end()) for match in pattern.finditer(text, 0, LONGEST))
    return [
        make_mention("employer", text, span, field="body", weight=weight)
        for span in spans
        if span is not None and len(text[slice(*span)].split()) >= least and not text.startswith(" <", span[1])
    ]


def find_house_at(text: str, start: int) -> Span | None:
    """A house's name in running text: words with a capital, and the little words between them."""
    end, joins = start, 0
    for word in _WORD.finditer(text, start):
        if "\n" in text[end : word.start()] and end > start:
            break
        bare = word.group().strip("“”\"„«»'‘’()*,;:!?…")
        if not bare:
            break
        if bare.lower() in gather_words("by_hand.connects") and end > start and joins < 2 and word.group() == bare:
            joins += 1
            continue
        if not (bare[0].isupper() or bare[0] == "&") or (joins and is_role_like(bare)):
            break
        if bare.lower() in gather_words("by_hand.pronouns"):
            break
        end, joins = word.end(), 0
        if word.group()[-1] in ",;:!?)…" or (word.group()[-1] == "." and not SHORT_FOR.fullmatch(word.group())):
            break
    name = text[start:end].rstrip("“”\"„«»'‘’()*,;:!?… ")
    name = name if SHORT_FOR.fullmatch(name.split(" ")[-1]) else name.rstrip(".")
    return (start, start + len(name)) if len(name) > 1 and is_house(name) else None


def is_house(name: str) -> bool:
    """Whether a name can be an employer's at all: no number, no street, no pronoun, no title."""
    said = split_name(name)
    letters = sum(c.isalpha() for c in name)
    if not said or letters < 2 or letters < sum(c.isdigit() for c in name) or name[0].isdigit():
        return False
    return not all(word in gather_words("by_hand.pronouns") for word in said)


def find_signed_firm(body: str, *, people: frozenset[str]) -> list[Mention]:
    """The firm in the last lines, once phones, legal notices and “Sent from my …” are left out."""
    found: list[Mention] = []
    lines = list_signed_lines(body)
    for order, (start, end) in enumerate(lines):
        for piece in cut_pieces(body, start, end):
            weight = weigh_piece(body[slice(*piece)], people)
            if weight:
                weight += 0.3 if order == len(lines) - 1 else 0.0
                found.append(make_mention("employer", body, piece, field="body", weight=weight, by="signature"))
    return found


def list_signed_lines(body: str) -> list[Span]:
    """The short lines at the end, in order, up to the last sentence; the end of a letter that is one line."""
    spans = [m.span() for m in re.finditer(r"[^\n]+", body) if m.group().strip()]
    kept: list[Span] = []
    for number in range(len(spans) - 1, -1, -1):
        line = body[slice(*spans[number])].strip()
        if words.noise().search(line):
            continue
        if len(line) > _LONG or len(line.split()) > 9 or (line.endswith(_SENTENCE_END) and not _LEGAL.search(line)):
            if not kept and not line.endswith(_SENTENCE_END):
                kept += _last_words(body, *spans[number])
            break
        if number:  # the first line is a subject or a greeting
            kept.append(spans[number])
        if len(kept) == _SIGNED_LINES:
            break
    return kept[::-1]


def _last_words(body: str, start: int, end: int) -> list[Span]:
    """What stands behind the last sentence of a line: “VG Katrin, Zahnarztpraxis Dr. Ott”."""
    cut = [m.end() for m in re.finditer(r"(?<!\bDr)(?<!\bSt)[.!?] +", body[start:end])]
    place = start + cut[-1] if cut else end
    return [(place, end)] if 0 < end - place <= 70 and ", " in body[place:end] else []


def cut_pieces(body: str, start: int, end: int) -> list[Span]:
    """The pieces of a line between dashes, bars, commas and “at”."""
    found, at = [], start
    for cut in _CUT.finditer(body, start, end):
        found.append((at, cut.start()))
        at = cut.end()
    found.append((at, end))
    return [_bare(body, *one) for one in found]


def _bare(body: str, start: int, end: int) -> Span:
    text = body[start:end]
    start += len(text) - len(text.lstrip(' *_—–-©»«“”"'))
    text = body[start:end]
    text = re.sub(r"\s{1,9}gGmbH\s{0,9}$", "", text)
    return start, start + len(text.rstrip(' *_,)»«“”"'))


def weigh_piece(piece: str, people: frozenset[str]) -> float:
    """How far a piece of a signature is a firm: by its kind of house, its legal form, or at least its capitals."""
    key = employer_key(piece)
    if (
        not is_house(piece)
        or key in people
        or words.titles().search(piece)
        or len(piece) > 70
        or not piece[0].isupper()
    ):
        return 0.0
    if _LEGAL.search(piece) or words.house().search(piece) or is_institution(piece):
        return 3.0
    parts = piece.split()
    if (
        is_role_like(piece)
        or len(parts) < 2
        or any(word[0].islower() and word not in gather_words("by_hand.connects") for word in parts)
    ):
        return 0.0
    held = {employer_key(word) for word in parts}
    return 0.0 if held <= people else 1.6


def write_out(best: Mention | None, signed: list[Mention]) -> Mention | None:
    """The name as the signature has it where that says more: “Clínica Vale do Sabiá” for “Vale do Sabiá”."""
    if best is None:
        return None
    key = employer_key(best.shown)
    fuller = [one for one in signed if key != employer_key(one.shown) and key in employer_key(one.shown)]
    return fuller[-1] if fuller else best


def list_people_keys(letter: Letter, body: str, signed: tuple[str, ...]) -> frozenset[str]:
    """The names of whoever writes and is written to, whole and word by word."""
    greeted = re.match(r"\s*[^\n,:!.]{2,60}", body)
    names = [*signed, *(one.name for one in letter.to)]
    if not words.house().search(letter.sender.name):
        names.append(letter.sender.name)
    parts = [word for name in names for word in name.split()]
    parts += greeted.group().split()[1:4] if greeted else []
    return frozenset(filter(None, map(employer_key, (*names, *parts))))


def is_somebody(one: Mention, body: str, people: frozenset[str]) -> bool:
    """Whether an employer's mention is a person: whoever writes, or one name behind “with”."""
    key = employer_key(one.shown)
    if key in people or not is_house(one.shown):
        return True
    single = len(one.shown.split()) == 1 and one.by == "body"
    return single and words.with_person().search(body[max(0, one.because.start - 12) : one.because.start]) is not None


def find_position(text: str, field: str) -> list[Mention]:
    """The role behind the word for a position, in words that no table of roles has to know."""
    found = []
    for match in words.position().finditer(text, 0, LONGEST):
        span = find_role_at(text, match.end())
        if span is not None:
            found.append(make_mention("role", text, span, field=field, weight=1.0))
    return found


def find_role_at(text: str, start: int) -> Span | None:
    """A role in running text, up to a mark or a word that no role holds."""
    end, count = start, 0
    for word in _WORD.finditer(text, start):
        bare = word.group().strip("“”\"„«»'‘’*,;:!?….")
        if (
            "\n" in text[end : word.start()]
            or bare.lower() in gather_words("by_hand.role_stops")
            or not any(c.isalpha() for c in bare)
        ):
            break
        end, count = word.end(), count + 1
        if word.group()[-1] in ',;:!?…”“"».' or count == 6:
            break
    role = text[start:end].rstrip("“”\"„«»'‘’*,;:!?…. ")
    role = re.sub(r"(?: (?:de|of|für|di|do|da|du|des|van|&|et|y|e)){1,4}$", "", role)
    return (start, start + len(role)) if len(role) > 3 else None


def trim_role(role: Mention, text: str) -> Mention | None:
    """A role without the sentence that goes on behind it."""
    start = role.because.start
    for word in _WORD.finditer(text, start, role.because.end):
        if word.start() == start:
            continue
        if word.group().strip(",.;:").lower() in gather_words("by_hand.role_stops"):
            end = start + len(text[start : word.start()].rstrip(" ,;:"))
            return make_mention("role", text, (start, end), field=role.because.field, weight=role.weight)
    return role


def has_met(text: str) -> Span | None:
    """Where a no says that they met: a trial day, a visit, “the talk with you”."""
    match = words.met().search(text, 0, LONGEST)
    return match.span() if match else None
