"""More letters out of those there are: other names in the same places, and bare letters that somebody signs.

What is learned then is where a name stands and not which names there are. All choices come from a seed.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.rankings.told import Told

from onward.notice.job.names import split_name
from onward.notice.job.people import is_person
from onward.notice.job.senders import find_employer_label
from onward.notice.message.addresses import Address

COPIES = 2  # of a letter, with other names; a paste has one more
BARE = 0.6  # share of the bare letters that get somebody who signs
_TAILS = (
    "",
    "",
    "\n\nSent from my iPhone",
    "\nTel. 0123 456789",
    "\n\nVon meinem iPhone gesendet",
    "\nEnviado desde mi iPhone",
)
_SIGNED = (
    "{p}\n{t}\n{e}",
    "{p}\n{e}",
    "{p}, {e}",
    "{p}\n{t} | {e}",
    "{t}, {e}",
    "{e}",
    "{p} · {e}",
    "Team {e}",
    "-- \n{p}\n{t}\n{e}",
)
_CONTACTS = ("{f} {e}", "{f} {e}", "{e}", "{f} ({e})", "{e} {f}")
_FIRST = ("{f} here. ", "hier {f}. ", "c'est {f}. ", "soy {f}. ", "sono {f}. ", "aqui é {f}. ", "{f}: ")
_PHRASES = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))
_SMALL = frozenset("of and the der die das de la du di da do e y et und gmbh ltd inc llc ag srl sl bv".split())  # noqa: SIM905


def vary_employers(told: Sequence[Told], seed: int = 1) -> list[Told]:
    """Letters with other employers in the same places, and bare ones that name whoever writes."""
    chance = Random(seed)
    names, people = _collect(told)
    found: list[Told] = []
    for one in told:
        if one.source == "test":
            continue
        if _is_named(one):
            found += [_renamed(one, chance.choice(names[one.language]), chance) for _ in range(_copies(one))]
        elif one.source == "bare" and one.letter.body.strip() and chance.random() < BARE:
            found.append(_signed(one, chance.choice(names[one.language]), chance.choice(people[one.language]), chance))
    return found


def vary_roles(told: Sequence[Told], seed: int = 2) -> list[Told]:
    """Letters with other roles in the same places."""
    chance = Random(seed)
    roles: dict[str, set[str]] = defaultdict(set)
    for one in told:
        if one.role and one.source in ("letter", "paste"):
            roles[one.language].add(one.role)
    choice = {language: sorted(found) for language, found in roles.items()}
    return list(_with_other_roles(told, choice, chance))


def _with_other_roles(told: Sequence[Told], choice: dict[str, list[str]], chance: Random) -> Iterator[Told]:
    for one in told:
        letter = one.letter
        if one.source == "test" or not one.role or one.role not in f"{letter.subject}\n{letter.body}":
            continue
        for _ in range(_copies(one)):
            other = chance.choice(choice[one.language])
            if one.role[0].islower() and one.language != "de":
                other = other[0].lower() + other[1:]
            where = re.compile(rf"(?<!\w){re.escape(one.role)}(?!\w)")
            subject, body = (where.sub(lambda _, to=other: to, text) for text in (letter.subject, letter.body))
            yield replace(one, source="variant", role=other, letter=replace(letter, subject=subject, body=body))


def _copies(one: Told) -> int:
    return COPIES + (one.source == "paste")


def _collect(told: Sequence[Told]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The employers' names and the people's of each language."""
    names: dict[str, set[str]] = defaultdict(set)
    people: dict[str, set[str]] = defaultdict(set)
    for one in told:
        sender = one.letter.sender
        if one.source in ("letter", "paste") and one.employer != one.employer.lower():
            names[one.language].add(one.employer)
        if one.source == "letter" and is_person(sender.name, sender.address):
            people[one.language].add(sender.name)
    return {key: sorted(found) for key, found in names.items()}, {key: sorted(found) for key, found in people.items()}


def _is_named(one: Told) -> bool:
    letter = one.letter
    said = f"{letter.body}\n{letter.subject}\n{letter.sender.name}"
    return one.employer != one.employer.lower() and one.employer in said


def _renamed(one: Told, name: str, chance: Random) -> Told:
    letter, address = one.letter, one.letter.sender.address
    label = find_employer_label(address)
    if label and any(len(word) > 3 and word in label.replace("-", "") for word in split_name(one.employer)):
        address = address.replace(label, _make_label(name, chance))
    subject, body, sender = (
        text.replace(one.employer, name).replace(one.employer.upper(), name.upper())
        for text in (letter.subject, letter.body, letter.sender.name)
    )
    changed = replace(letter, subject=subject, body=body, sender=Address(sender, address))
    return replace(one, source="variant", employer=name, letter=changed)


def _make_label(name: str, chance: Random) -> str:
    """A domain's word for a name, as firms choose them: joined, hyphened, one word of it, its initials."""
    words = [word for word in split_name(name) if word not in _SMALL] or ["firma"]
    initials = "".join(word[0] for word in words)
    long_last = words[-1] if len(words[-1]) > 4 else words[0]
    ways = [
        "".join(words)[:24],
        "-".join(words)[:28],
        long_last,
        words[0],
        initials if len(words) > 2 else "".join(words),
    ]
    return chance.choices(ways, weights=(35, 25, 15, 15, 10))[0]


def _signed(one: Told, name: str, person: str, chance: Random) -> Told:
    said = _PHRASES[one.language]
    first, title = person.split()[0], chance.choice(said["titles"])
    body, sender, agency = one.letter.body.strip("\n"), Address("", ""), ""
    way = chance.random()
    if way < 0.3:
        body = _behind_greeting(
            body, chance.choice(said["introduced"]).format(p=chance.choice([person, first]), e=name)
        )
    elif way < 0.5:
        agency = chance.choice(said["agencies"]).format(n=person.split()[-1])
        body = _behind_greeting(body, chance.choice(said["heard"]).format(e=name)) + f"\n\n{person}\n{title}\n{agency}"
    elif way < 0.85:
        body = f"{body}\n\n{chance.choice(_SIGNED).format(p=person, t=title, e=name)}"
    else:
        sender = Address(chance.choice(_CONTACTS).format(f=first, e=name), "")
        body = _behind_greeting(body, chance.choice(_FIRST).format(f=first)) if chance.random() < 0.5 else body
    changed = replace(one.letter, body=body + chance.choice(_TAILS), sender=sender)
    return replace(one, source="variant", employer=name, agency=agency, letter=changed)


def _behind_greeting(body: str, words: str) -> str:
    first, line, rest = body.partition("\n")
    if line and len(first) < 50 and first.rstrip()[-1:] in ",!:":
        return f"{first}\n{words}{rest.lstrip()}"
    return words + body
