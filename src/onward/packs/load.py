"""Reads a pack from text: a pack, or the mistakes with their lines. Bad data is an answer here, not an exception."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import chain, islice, repeat
from typing import Any, TypeGuard

from onward.packs.lines import Table, find_tables
from onward.packs.pack import NOT_REVIEWED, AskBack, Family, Mistake, Pack, PackKind, PackQuestion, ValueCard

GENERAL = "general"  # what comes in any field
SHIPPED = (GENERAL, "behavioral_health")
KINKS = frozenset(
    {"preparation", "framing", "story", "result", "length", "depth"}
    | {"risk", "negativity", "delivery", "asking", "logistics", "genuineness"}
)
POINTS = 3
MOST_VALUES = 12
MOST_MISTAKES = 20  # told at once: a file of 1 MB may have 270,000
LONGEST_KIND = 40  # characters of a kind's key
# tomllib takes the square of a dotted name's length: 100 kB of it kept a page for 42 s.
_DEEP = re.compile(r"""(?m)(?:^|[{,\[])(?:[ \t]*+(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.){64}""")
_OF_A_VALUE = ("line", "why", "source")  # what a card of a value may have beside its text
_KEY = re.compile(r"[a-z0-9]+(?:[_\-][a-z0-9]+)*")


@cache
def load_shipped_pack(key: str) -> Pack:
    """One of the packs that come with Onward, read and checked once."""
    text = resources.files("onward.packs").joinpath(f"{key}.toml").read_text(encoding="utf-8")
    pack, mistakes = load_pack(text, f"{key}.toml")
    if pack is None:
        raise ValueError("; ".join(map(str, mistakes)))
    return pack


def load_pack(text: str, name: str) -> tuple[Pack | None, tuple[Mistake, ...]]:
    """The pack in `text`, or None with the first mistakes, at most 20. `name` is what they call the file."""
    deep = _DEEP.search(text)
    if deep:
        line = text.count("\n", 0, deep.start()) + 1
        return None, (Mistake(name, line, "A name with so many dots is nothing a pack has."),)
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        return None, (Mistake(name, 1, "Its brackets are nested far deeper than a pack’s are."),)
    except ValueError as error:  # also a number with more digits than Python reads
        at = re.search(r"at line (\d+)", str(error))
        line = int(at.group(1)) if at else max(1, text.count("\n") + bool(text.strip()))
        said = re.sub(r"(?<!\s)\s*\(at [^()]{0,80}\)$", "", str(error))  # the line is told beside it
        return None, (Mistake(name, line, f"This isn’t TOML: {said[:1].lower()}{said[1:]}."),)
    where = find_tables(text)
    found = list(islice(_check_pack(data, where), MOST_MISTAKES + 1))
    if len(found) > MOST_MISTAKES:
        found[-1] = (found[-1][0], "There is more from here on. Mend what is above first.")
    mistakes = tuple(Mistake(name, line, sentence) for line, sentence in found)
    return (None, mistakes) if mistakes else (_make_pack(data), ())


def _check_pack(data: dict[str, Any], where: dict[str, list[Table]]) -> Iterator[tuple[int, str]]:
    top = where[""][0]
    yield from _check_texts(data, ("key", "name"), top, "The pack")
    yield from _check_key(data, top)
    yield from _maybe_texts(data, ("plain", "reviewed"), top, "The pack")
    families = data.get("family")
    if not _is_tables(families) or not families:
        yield top.at("family"), "A pack needs at least one [[family]] with questions."
        return
    kinds = data.get("kind", [])
    yield from _check_kinds(kinds, _find_places(where, "kind", top), top)
    kinks = (
        KINKS.union(kind["key"] for kind in kinds if isinstance(kind.get("key"), str)) if _is_tables(kinds) else KINKS
    )
    questions = _find_places(where, "family.question", top)
    for family, table in zip(families, _find_places(where, "family", top), strict=False):
        yield from _check_family(family, table, questions, kinks)
    yield from _check_keys((family.get("key") for family in families), _find_places(where, "family", top), "family")
    yield from _check_values(data, _find_places(where, "value", top), top)
    yield from _ask_back(data.get("ask_back", []), _find_places(where, "ask_back", top), top)


def _find_places(where: dict[str, list[Table]], name: str, top: Table) -> Iterator[Table]:
    """Where the tables of one name stand; what was written inline has no header, so the first line stands in."""
    return chain(where.get(name, []), repeat(top))


def _check_family(
    family: dict[str, Any], table: Table, places: Iterator[Table], kinks: frozenset[str]
) -> Iterator[tuple[int, str]]:
    who = f"The family “{family.get('name') or family.get('key') or '?'}”"
    yield from _check_texts(family, ("key", "name"), table, who)
    yield from _check_key(family, table)
    yield from _maybe_texts(family, ("plain",), table, who)
    kink = family.get("kink")
    if kink and not (isinstance(kink, str) and kink in kinks):
        yield (
            table.at("kink"),
            f"“{_shorten(str(kink))}” isn’t a kind of kink. It can be one of: {', '.join(sorted(kinks))}.",
        )
    questions = family.get("question")
    if not _is_tables(questions) or not questions:
        yield table.line, f"{who} has no questions. Add a [[family.question]] below it."
        return
    for question in questions:
        yield from _check_question(question, next(places, table))


def _check_question(question: dict[str, Any], table: Table) -> Iterator[tuple[int, str]]:
    asked = question.get("ask")
    yield from _check_texts(question, ("ask",), table, "A question")
    who = f"The question “{_shorten(asked)}”" if isinstance(asked, str) else "A question"
    yield from _maybe_texts(question, ("key",), table, who)
    points = question.get("points")
    if points is None:
        yield table.line, f'{who} has no points. Add points = ["…", "…", "…"]: what a good answer has.'
    elif not isinstance(points, list) or not all(isinstance(p, str) and p.strip() for p in points):
        yield table.at("points"), f"{who} needs points that are texts in quotes, none of them empty."
    elif len(points) != POINTS:
        yield table.at("points"), f"{who} has {len(points)} points. It needs {POINTS}, no more and no fewer."


def _check_kinds(kinds: object, places: Iterator[Table], top: Table) -> Iterator[tuple[int, str]]:
    """Kinds of kink of the field's own: each says when it could happen, so that its rate has a denominator."""
    if not _is_tables(kinds):
        yield top.at("kind"), "Kinds of kink are tables: [[kind]] with key, name, plain, chance and plan."
        return
    rows = list(zip(kinds, places, strict=False))
    for kind, table in rows:
        who = f"The kind “{kind.get('name') or kind.get('key') or '?'}”"
        yield from _check_texts(kind, ("key", "name", "plain", "chance"), table, who)
        yield from _check_key(kind, table)
        key = kind.get("key")
        if isinstance(key, str) and (key in KINKS or key.startswith("own-") or len(key) > LONGEST_KIND):
            yield table.at("key"), f"The key “{_shorten(key)}” is taken or too long. Choose another, shorter one."
        plan = kind.get("plan", ["", ""])
        if not isinstance(plan, list) or len(plan) != 2 or not all(isinstance(one, str) for one in plan):
            yield table.at("plan"), f'{who} may have plan = ["they ask …", "I will …"]: when, and what then.'
        if kind.get("cost", 2) not in (1, 2, 3):
            yield table.at("cost"), f"{who} may cost 1, 2 or 3."
    yield from _check_keys((kind.get("key") for kind, _ in rows), (table for _, table in rows), "kind")


def _ask_back(entries: object, places: Iterator[Table], top: Table) -> Iterator[tuple[int, str]]:
    if not _is_tables(entries):
        yield top.at("ask_back"), "Questions to ask back are tables: [[ask_back]] with ask and why."
        return
    for entry, table in zip(entries, places, strict=False):
        yield from _check_texts(entry, ("ask", "why"), table, "A question to ask back")


def _check_values(data: dict[str, Any], places: Iterator[Table], top: Table) -> Iterator[tuple[int, str]]:
    """What a job may give: texts alone, or tables that have a test and a reason, too."""
    texts, cards = data.get("values", []), data.get("value", [])
    if not isinstance(texts, list) or not all(isinstance(one, str) and one.strip() for one in texts):
        yield top.at("values"), 'What a job may give are texts in quotes: values = ["…", "…"], none of them empty.'
        return
    if not _is_tables(cards):
        yield top.at("value"), "What a job may give may be tables: [[value]] with text, line and why."
        return
    for card, table in zip(cards, places, strict=False):
        yield from _check_texts(card, ("text",), table, "What a job may give")
        yield from _maybe_texts(card, _OF_A_VALUE, table, "What a job may give")
    if len(texts) + len(cards) > MOST_VALUES:
        yield top.at("values"), f"The pack has {len(texts) + len(cards)} values. It may have {MOST_VALUES}."


def _check_texts(data: dict[str, Any], names: Iterable[str], table: Table, who: str) -> Iterator[tuple[int, str]]:
    for name in names:
        if not isinstance(data.get(name), str) or not data[name].strip():
            yield table.at(name), f'{who} needs {name} = "…".'


def _maybe_texts(data: dict[str, Any], names: Iterable[str], table: Table, who: str) -> Iterator[tuple[int, str]]:
    for name in names:
        if not isinstance(data.get(name, ""), str):
            yield table.at(name), f'{who} may have {name} = "…", a text in quotes.'


def _check_key(data: dict[str, Any], table: Table) -> Iterator[tuple[int, str]]:
    key = data.get("key")
    if isinstance(key, str) and key.strip() and not _KEY.fullmatch(key):
        yield table.at("key"), f"The key “{key}” may have only small letters, digits, - and _."


def _check_keys(keys: Iterable[object], places: Iterator[Table], what: str) -> Iterator[tuple[int, str]]:
    seen: set[object] = set()
    for key, table in zip(keys, places, strict=False):
        if not isinstance(key, str):
            continue  # which was said already
        if key in seen:
            yield table.at("key"), f"There is already a {what} with the key “{key}”."
        seen.add(key)


def _is_tables(value: object) -> TypeGuard[list[dict[str, Any]]]:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)


def _shorten(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"


def _make_pack(data: dict[str, Any]) -> Pack:
    return Pack(
        key=data["key"],
        name=data["name"],
        plain=str(data.get("plain", "")),
        reviewed=str(data.get("reviewed", NOT_REVIEWED)),
        families=tuple(_made_family(family) for family in data["family"]),
        values=(
            *map(ValueCard, data.get("values", [])),
            *(
                ValueCard(one["text"], *(str(one.get(name, "")) for name in _OF_A_VALUE))
                for one in data.get("value", [])
            ),
        ),
        kinds=tuple(_made_kind(kind) for kind in data.get("kind", [])),
        ask_back=tuple(AskBack(entry["ask"], entry["why"]) for entry in data.get("ask_back", [])),
    )


def _made_kind(kind: dict[str, Any]) -> PackKind:
    when, then = kind.get("plan", ["it could happen again", ""])
    return PackKind(kind["key"], kind["name"], kind["plain"], kind["chance"], (when, then), kind.get("cost", 2))


def _made_family(family: dict[str, Any]) -> Family:
    questions = tuple(_made_question(family["key"], question) for question in family["question"])
    return Family(family["key"], family["name"], str(family.get("plain", "")), questions, str(family.get("kink", "")))


def _made_question(family: str, question: dict[str, Any]) -> PackQuestion:
    """A question without a key of its own is called by its words, so that moving it changes nothing."""
    words = "-".join(re.findall(r"[a-z0-9]+", question["ask"].casefold()))
    first, second, third = question["points"]
    return PackQuestion(str(question.get("key") or f"{family}-{words}")[:100], question["ask"], (first, second, third))
