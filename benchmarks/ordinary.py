"""How often an everyday mail is surely called a no or an invitation: `python benchmarks/ordinary.py [N] [--json] [--show]
[--fresh | --last | --final | --fifth | --sixth]`.

N mails (15,000 unless said) in seven languages, made from the patterns in `benchmarks/ordinary_mail`: {a|b} is a choice,
{shop} a word from the lists at the top of a file. Most say no to something that is no job. What they can't show is
everyday mail that nobody thought of: the interval counts the mails as if each were written by itself, so the number of
patterns stands beside it. Nothing was learned from them. --fresh makes them from `benchmarks/ordinary_fresh` instead:
refusals and appointments by which words were chosen later; --last from `benchmarks/ordinary_last`, which was set aside
to be measured on at the end: many are a few words long and stand there without a greeting (`bare`); --final from
`benchmarks/ordinary_final`, more of that sort; --fifth from `benchmarks/ordinary_5` and --sixth from `benchmarks/ordinary_6`,
the latest, that nobody has looked at.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from onward.facts import LetterKind
from onward.maths.proportion import wilson_interval
from onward.notice.message.letter import parse_letter
from onward.notice.read import read_letter

PATTERNS = ROOT / "benchmarks" / "ordinary_mail"
FRESH = ROOT / "benchmarks" / "ordinary_fresh"
LAST = ROOT / "benchmarks" / "ordinary_last"
FINAL = ROOT / "benchmarks" / "ordinary_final"
FIFTH = ROOT / "benchmarks" / "ordinary_5"
SIXTH = ROOT / "benchmarks" / "ordinary_6"
MAILS = 15_000
FRESH_MAILS = 5_000  # of the later patterns, and of all that came after
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


def make_mails(number: int, patterns: Path = PATTERNS) -> Iterator[OrdinaryMail]:
    """So many mails, the same each time, every language and every pattern as often as the others."""
    files = sorted(patterns.glob("*.toml"))
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
    body = pattern["bare"].strip() if "bare" in pattern else _greet(pattern, words, rng)
    sender = f"{pattern['from']} <mail@{rng.choice(words['host'])}.example>"
    sender, subject, body = (_fill(text, words, rng) for text in (sender, pattern["subject"], body))
    return OrdinaryMail(language, pattern["kind"], " ".join(sender.split()), subject, body)


def _greet(pattern: dict[str, str], words: dict[str, list[str]], rng: Random) -> str:
    return f"{rng.choice(words['hello'])}\n\n{pattern['body'].strip()}\n\n{rng.choice(words['bye'])}\n{pattern['from']}"


def _fill(text: str, words: dict[str, list[str]], rng: Random) -> str:
    """A text with every choice made, those inside a choice first."""
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda found: rng.choice(words.get(found[1]) or found[1].split("|")), text)
    return text


@dataclass(frozen=True, slots=True)
class Mistaken:
    """How many mails there were in each language, and which were surely called a no, or an invitation."""

    counted: Counter[str]
    nos: list[OrdinaryMail]
    invitations: list[OrdinaryMail]


def find_mistaken(mails: Iterable[OrdinaryMail]) -> Mistaken:
    """What the reader makes of these mails."""
    found = Mistaken(Counter(), [], [])
    wrong = {LetterKind.REJECTION: found.nos, LetterKind.INTERVIEW: found.invitations}
    for mail in mails:
        found.counted[mail.language] += 1
        guess = read_letter(parse_letter(mail.raw)).guess
        if guess.kind in wrong and not guess.unsure:
            wrong[guess.kind].append(mail)
    return found


def measure(number: int, patterns: Path) -> tuple[dict[str, object], Mistaken]:
    """The figures, and the mails behind them."""
    found = find_mistaken(make_mails(number, patterns))
    count = sum(file.read_text(encoding="utf-8").count("[[mail]]") for file in patterns.glob("*.toml"))
    figures: dict[str, object] = {"n": found.counted.total(), "patterns": count}
    for what, false in (("nos", found.nos), ("invitations", found.invitations)):
        by = Counter(mail.language for mail in false)
        interval = wilson_interval(len(false), found.counted.total(), z=1.96)
        figures |= {
            f"sure_{what}": len(false),
            f"{what}_by_language": {one: [by[one], count] for one, count in sorted(found.counted.items())},
            f"{what}_by_kind": dict(Counter(f"{mail.language}: {mail.kind}" for mail in false).most_common()),
            f"{what}_interval": [round(interval.low, 5), round(interval.high, 5)],
        }
    return figures, found


def main() -> None:
    """Print the figures, and with --show the mails behind them."""
    parser = argparse.ArgumentParser(description="How often an everyday mail is surely called a no or an invitation.")
    parser.add_argument("number", nargs="?", type=int, default=MAILS)
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--show", action="store_true", help="print the mails, too")
    sets = parser.add_mutually_exclusive_group()
    choose = partial(sets.add_argument, dest="patterns", action="store_const", default=PATTERNS)
    choose("--fresh", const=FRESH, help="later patterns")
    choose("--last", const=LAST, help="patterns set aside to be measured on at the end")
    choose("--final", const=FINAL, help="patterns that nobody has looked at")
    choose("--fifth", const=FIFTH, help="later ones of that sort")
    choose("--sixth", const=SIXTH, help="the latest of that sort")
    told = parser.parse_args()
    figures, found = measure(told.number, told.patterns)
    print(json.dumps(figures, ensure_ascii=False) if told.json else "\n".join(f"{k}: {v}" for k, v in figures.items()))
    for mail in [*found.nos, *found.invitations] if told.show else ():
        print(f"\n--- {mail.language}, {mail.kind}: {mail.subject}\n{mail.body}")


if __name__ == "__main__":
    main()
