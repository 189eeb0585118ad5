"""Letters made of single sentences: what decides, from `sentences/`, among talk that any letter may hold.

A person says a no in one sentence among ten, and never in the same ten. These letters teach the model to find the one:
every sentence stands alone, in a short letter and in a longer one, in an order drawn once and for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from random import Random

from benchmarks.corpus import HERE, Example

from onward.facts import LetterKind
from onward.notice.kind.weights import KINDS

SENTENCES = HERE / "sentences"
TALK = ("talk", "chat")  # politeness, and what people tell besides
WEIGHT = 0.4  # of each letter made; three stand for one sentence
_HELLO = ("", "Hi Robin,", "Dear Robin,", "Robin,", "Hello Robin,", "Dear Robin Ames,", "Dear applicant,")
_BYE = ("", "Best,\nMara", "Kind regards,\nT. Okafor", "Warmly,\nDee", "Sincerely,\nThe hiring team", "Thanks,\nLou")
_ABOUT = (
    "",
    "",
    "Your application",
    "Re: Application",
    "Counselor position",
    "Re: Thursday",
    "Update",
    "News",
    "Hello",
)
_FROM = ("", "", "Mara Quist mara.quist@harborclinic.example", "careers@harborhouse.example", "no-reply@hr.example")
_LONG = 60  # sentences of a long letter that says nothing: among so many, some sound like anything
_BULK = (LetterKind.ALERT, LetterKind.OUTREACH)
_LISTED = (LetterKind.REJECTION, LetterKind.CONFIRMATION)  # an answer may go on with other jobs


def lines(language: str, name: str) -> list[str]:
    """The sentences of one file, in order."""
    path = SENTENCES / language / f"{name}.txt"
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line] if path.exists() else []


def _letter(key: str, kind: LetterKind, language: str, said: list[str], chance: Random) -> Example:
    """Sentences put into paragraphs, with a head and an end."""
    body = ""
    for sentence in said:
        body += sentence + (" " if chance.random() < 0.6 else "\n\n")
    dressed = language == "en" and len(said) > 1
    hello, bye = (chance.choice(some) if dressed else "" for some in (_HELLO, _BYE))
    text = "\n\n".join(part for part in (hello, body.strip(), bye) if part)
    subject, sender = (chance.choice(some) if dressed else "" for some in (_ABOUT, _FROM))
    scenario = key.rpartition("/")[0]
    return Example(key, KINDS.index(kind), "sentences", language, False, WEIGHT, subject, text, sender, None, scenario)


def _around(said: list[str], talk: list[str], most: int, chance: Random) -> list[str]:
    """The sentences that decide, in a row, with talk before and after."""
    before, after = (chance.sample(talk, chance.randint(0, most)) for _ in range(2))
    return [*before, *said, *after]


def _of_kind(language: str, kind: LetterKind, talk: list[str]) -> Iterator[Example]:
    cores, listing = lines(language, kind), lines(language, "listing")
    for number, core in enumerate(cores):
        chance = Random(f"{language}/{kind}/{number}")
        second = [chance.choice(cores)] if kind in _BULK or chance.random() < 0.3 else []
        made = [[core], _around([core], talk, 2, chance), _around([core, *second], talk, 5, chance)]
        if kind in _LISTED:
            made.append([*_around([core], talk, 2, chance), *chance.sample(listing, min(3, len(listing)))])
        for size, said in enumerate(made):
            yield _letter(f"{language}/{kind}-{number}/{size}", kind, language, said, chance)


def _talk_alone(language: str, talk: list[str]) -> Iterator[Example]:
    """Letters that say nothing but politeness are of no kind."""
    for number in range(len(talk)):
        chance = Random(f"{language}/talk/{number}")
        said = [talk[number], *chance.sample(talk, chance.randint(0, 6))]
        yield _letter(f"{language}/talk-{number}/0", LetterKind.OTHER, language, said[:1], chance)
        yield _letter(f"{language}/talk-{number}/1", LetterKind.OTHER, language, said, chance)
        if len(talk) >= _LONG:
            said = chance.sample(talk, chance.randint(_LONG // 3, _LONG))
            yield _letter(f"{language}/talk-{number}/2", LetterKind.OTHER, language, said, chance)


def composed() -> list[Example]:
    """All letters made of sentences, in every language that has a folder."""
    found: list[Example] = []
    for language in sorted(path.name for path in Path(SENTENCES).iterdir() if path.is_dir()):
        talk = [line for name in TALK for line in lines(language, name)]
        found += chain.from_iterable(_of_kind(language, kind, talk) for kind in LetterKind)
        found += _talk_alone(language, talk)
    return found
