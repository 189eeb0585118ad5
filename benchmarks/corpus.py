"""Letters to learn from: our own, by language and theme, and the real ones that may be looked at in place."""

from __future__ import annotations

import json
import mailbox
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from onward.facts import LetterKind
from onward.notice.kind.traits import Traits, observe_traits
from onward.notice.kind.weights import KINDS
from onward.notice.message.addresses import Address
from onward.notice.message.letter import Letter, find_own_words, parse_letter

HERE = Path(__file__).resolve().parent
OWN = HERE / "letters"
LATER = HERE / "later.toml"
COMMON = HERE / "held_common"
LAST = HERE / "held_last"
FINAL = HERE / "held_final"
FIFTH = HERE / "held_5"
SIXTH = HERE / "held_6"
HELD = HERE / "held"
BEFORE = HERE / "held_before"
PARALLEL = ("es", "fr", "it", "nl", "pt")  # the same letters, written in each language, in the files without a theme
REAL = HERE.parent.parent / "shared" / "data"

_EMPTY = parse_letter(b"")
_FIRST_NAME = re.compile(
    r"(?m)^((?:Hi|Hello|Hey|Dear|Hallo|Liebe[r]?|Guten Tag|Bonjour|Hola|Gentile|Ciao|Beste|Olá|Caro|Cara)[ ,]+)[^,\n!]{1,30}([,!])"
)


@dataclass(frozen=True, slots=True)
class Example:
    """One letter with its true kind. `group` is the theme or source that is left out together."""

    key: str
    kind: int
    group: str
    language: str
    real: bool
    weight: float
    subject: str
    body: str
    sender: str
    spans: tuple[tuple[int, int], ...] | None
    scenario: str = ""  # letters that say the same thing in other words or languages are left out together

    def seen(self) -> Traits:
        """What the model sees of it."""
        return observe_traits(self.subject, self.body, self.spans, self.sender)

    def to_letter(self) -> Letter:
        """The letter as the program would be given it."""
        return replace(_EMPTY, subject=self.subject, body=self.body, sender=Address("", self.sender))

    def variants(self) -> Iterator[Traits]:
        """The letter as it stands, and without its head, as people paste it and as published sets have it."""
        yield self.seen()
        if self.sender or self.subject:
            bare = self.body if self.real else _FIRST_NAME.sub(r"\1[NAME]\2", self.body)
            yield observe_traits("", bare, find_own_words(bare), "")


def own() -> list[Example]:
    """Our own letters, sorted by id."""
    found = []
    for path in sorted(OWN.glob("*/*.toml")):
        language = path.parent.name
        for one in _letters(path):
            number = one["id"].rpartition("-")[2]
            same = f"{path.stem}-{number}" if language in PARALLEL and "_" not in path.stem else one["id"]
            found.append(_example(one, f"{language}/{path.stem}", language, same))
    return sorted(found, key=lambda example: example.key)


def later() -> list[Example]:
    """Letters to measure on that nothing was learned from, in their own order."""
    return [_example(one, "later", one["id"].partition("-")[0], one["id"]) for one in _letters(LATER)]


def _letters(path: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))["letter"]
    return found


def _example(one: dict[str, str], group: str, language: str, scenario: str) -> Example:
    kind, body = KINDS.index(LetterKind(one["kind"])), one["body"]
    subject, sender = one.get("subject", ""), one.get("from", "")
    return Example(one["id"], kind, group, language, False, 1.0, subject, body, sender, find_own_words(body), scenario)


def held_common() -> list[Example]:
    """Letters as a mailbox has them, set aside before anything was learned."""
    return _untouched(COMMON)


def held_last() -> list[Example]:
    """Letters as a mailbox has them, set aside to be measured on once, when nothing is changed any more."""
    return _untouched(LAST)


def held_5() -> list[Example]:
    """Letters that answer an application, by another writer, that nobody has looked at; two models were measured on them."""
    return _untouched(FIFTH)


def held_6() -> list[Example]:
    """Letters of every kind, by one more writer, that nobody has looked at since they were written."""
    return _untouched(SIXTH)


def held_final() -> list[Example]:
    """Letters of every kind, alike in number in each language, that nobody has looked at since they were written."""
    return _untouched(FINAL)


def held() -> list[Example]:
    """Harder ones, brief and unusual, that were set aside before."""
    return _untouched(HELD)


def held_before(name: str) -> list[Example]:
    """Those that were measured on with earlier models; nobody has looked at them, and nothing was learned from them."""
    return _untouched(BEFORE / name)


def _untouched(folder: Path) -> list[Example]:
    paths = sorted(folder.glob("*.toml"))
    return [_example(one, "held", one["id"].partition("-")[0], one["id"]) for path in paths for one in _letters(path)]


_WEIGHT = {"spamassassin": 0.5, "de_newsgroup": 0.5}  # many letters of one sort


def real() -> list[Example]:
    """The real letters, without the ambiguous ones; empty where the data are not there."""
    if not (REAL / "letters_dev.mbox").exists():
        return []
    labels = [json.loads(line) for line in (REAL / "letters_dev.labels.jsonl").read_text(encoding="utf-8").splitlines()]
    of = {label["message_id"].strip("<>"): label for label in labels}
    found = []
    for message in mailbox.mbox(REAL / "letters_dev.mbox"):
        letter = parse_letter(message.as_bytes())
        label = of.get(letter.message_id or "")
        if label is None or label["ambiguous"]:
            continue
        kind, source = KINDS.index(LetterKind(label["label"])), label["source"]
        make = partial(Example, label["message_id"], kind, source, label["lang"], True, _WEIGHT.get(source, 1.0))
        sender = f"{letter.sender.name} {letter.sender.address}"
        found.append(make(letter.subject, letter.body, sender, find_own_words(letter.body)))
    return found
