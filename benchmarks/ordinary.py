"""How often an everyday mail is surely called a no: `python benchmarks/ordinary.py [N] [--json] [--show]`.

N mails (15,000 unless said) in seven languages, made from the patterns in `benchmarks/ordinary_mail`: {a|b} is a choice,
{shop} a word from the lists at the top of a file. Most say no to something that is no job. What they can't show is
everyday mail that nobody thought of: the interval counts the mails as if each were written by itself, so the number of
patterns stands beside it. Nothing was learned from them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from onward.facts import LetterKind
from onward.maths.proportion import wilson_interval
from onward.notice.message.letter import parse_letter
from onward.notice.read import read_letter

PATTERNS = ROOT / "benchmarks" / "ordinary_mail"
MAILS = 15_000
SEED = 20261127
TRIES = 20  # for a mail that wasn't made before
_CHOICE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class OrdinaryMail:
    """One everyday mail, and the pattern it was made from."""

    language: str
    kind: str
    sender: str
    subject: str
    body: str

    @property
    def raw(self) -> bytes:
        """The message."""
        head = (
            f"From: {self.sender}\nTo: sam@home.example\nSubject: {self.subject}\nDate: Mon, 2 Nov 2026 10:00:00 +0000"
        )
        return f"{head}\nContent-Type: text/plain; charset=utf-8\n\n{self.body}\n".encode()


def make_mails(number: int) -> Iterator[OrdinaryMail]:
    """So many mails, the same each time, every language and every pattern as often as the others."""
    files = sorted(PATTERNS.glob("*.toml"))
    for place, file in enumerate(files):
        share = number // len(files) + (place < number % len(files))
        yield from _make_of_language(file.stem, tomllib.loads(file.read_text(encoding="utf-8")), share)


def _make_of_language(language: str, said: dict[str, object], number: int) -> Iterator[OrdinaryMail]:
    words, patterns, rng = said["words"], said["mail"], Random(f"{SEED}{language}")
    assert isinstance(words, dict)
    assert isinstance(patterns, list)
    made: set[str] = set()
    for count in range(number):
        pattern = patterns[count % len(patterns)]
        for _ in range(TRIES):
            mail = _make(language, pattern, words, rng)
            if mail.body not in made:
                break
        made.add(mail.body)
        yield mail


def _make(language: str, pattern: dict[str, str], words: dict[str, list[str]], rng: Random) -> OrdinaryMail:
    body = f"{rng.choice(words['hello'])}\n\n{pattern['body'].strip()}\n\n{rng.choice(words['bye'])}\n{pattern['from']}"
    sender = f"{pattern['from']} <mail@{rng.choice(words['host'])}.example>"
    sender, subject, body = (_fill(text, words, rng) for text in (sender, pattern["subject"], body))
    return OrdinaryMail(language, pattern["kind"], " ".join(sender.split()), subject, body)


def _fill(text: str, words: dict[str, list[str]], rng: Random) -> str:
    """A text with every choice made, those inside a choice first."""
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda found: rng.choice(words.get(found[1]) or found[1].split("|")), text)
    return text


def find_sure_nos(mails: Iterator[OrdinaryMail]) -> tuple[Counter[str], list[OrdinaryMail]]:
    """How many mails there are in each language, and which of them are surely called a no."""
    counted: Counter[str] = Counter()
    false = []
    for mail in mails:
        counted[mail.language] += 1
        guess = read_letter(parse_letter(mail.raw)).guess
        if guess.kind is LetterKind.REJECTION and not guess.unsure:
            false.append(mail)
    return counted, false


def measure(number: int) -> tuple[dict[str, object], list[OrdinaryMail]]:
    """The figures, and the mails that were surely called a no."""
    counted, false = find_sure_nos(make_mails(number))
    by = Counter(mail.language for mail in false)
    patterns = sum(file.read_text(encoding="utf-8").count("[[mail]]") for file in PATTERNS.glob("*.toml"))
    interval = wilson_interval(len(false), counted.total(), z=1.96)
    return {
        "n": counted.total(),
        "patterns": patterns,
        "sure_nos": len(false),
        "by_language": {language: [by[language], count] for language, count in sorted(counted.items())},
        "by_kind": dict(Counter(f"{mail.language}: {mail.kind}" for mail in false).most_common()),
        "interval": [round(interval.low, 5), round(interval.high, 5)],
    }, false


def main() -> None:
    """Print the figures, and with --show the mails behind them."""
    parser = argparse.ArgumentParser(description="How often an everyday mail is surely called a no.")
    parser.add_argument("number", nargs="?", type=int, default=MAILS)
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--show", action="store_true", help="print the mails, too")
    told = parser.parse_args()
    figures, false = measure(told.number)
    print(json.dumps(figures, ensure_ascii=False) if told.json else "\n".join(f"{k}: {v}" for k, v in figures.items()))
    for mail in false if told.show else ():
        print(f"\n--- {mail.language}, {mail.kind}: {mail.subject}\n{mail.body}")


if __name__ == "__main__":
    main()
