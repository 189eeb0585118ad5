"""Event kinds that are written out instead of asked of their table, `onward/facts.py`.

The question behind it: would this place be wrong, and nobody notice, when a kind is renamed there, or one is added?

1. A text is literal when it is compared with, given to, or the usual value of something called kind, stage, ending,
   did or deed (in a comparison or a keyword also ended): `event.kind == "note"`, `exclude(stage="lead")`,
   `log(doing, row, "withdrew")` where that parameter is called kind, `kind = ChoiceField(initial="applied")`,
   `item.did or "withdrew"`, a "note" that `next_kind` returns; in a template `{% if row.stage == "applied" %}` and
   `name="kind" value="closed"`. What the person did (`did`) is an event's kind too.
2. A list is literal when it is two or more kinds and nothing else: texts or members (`(Stage.VERBAL, Stage.WRITTEN)`)
   in a tuple, list or set; texts as the first of pairs, or as the keys or the values of a dict. Keys may be letter
   kinds besides. A list counts once.

So these are none: one member by its name (`kind == Stage.APPLIED`), and a table whose keys are members, which says
what its module knows of each. Ordinary words are none: a field "note", a column "applied", a page's "interview", an
ask's outcome "declined", and a dict that is handed straight to a call, as a page's words are. `ended` as a parameter
is none, since a pause ends too. A letter's kind is none: "interview" compared with the kind of a letter, verdict or
item, or handed to a parameter typed LetterKind. An interview's round is none: a list called ROUNDS has its own words.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.structure.addresses import TAG
from benchmarks.structure.tree import Function, House, Module, branches, last_word, line_at, made_by

FACTS = "onward.facts"
_CALLED = {word + s for word in ("kind", "stage", "ending", "deed") for s in ("", "s")} | {"did"}
_ASKED = _CALLED | {"ended"}  # an `ended` that is handed on by place may be a pause's
_LETTERS = {"letter", "mail", "verdict", "read", "item", "guess", "ruling", "reading"}  # whose kind is a letter's
_ROUNDS = {"round", "rounds"}
_LOOKUPS = {"in", "exact", "iexact"}  # Django's, behind a column
_WRAPS = {"str", "tuple", "set", "frozenset", "list"}
_COMPARED = re.compile(r"""([\w.]+)\s*[!=]?=\s*["']([^"']+)["']""")
_COMPARED_BACK = re.compile(r"""["']([^"']+)["']\s*[!=]=\s*([\w.]+)""")
_SENT = re.compile(r"""<[^>]*\bname=["'](\w+)["'][^>]*\bvalue=["']([^"'{]+)["']""")

Argument = tuple[str, ast.expr | None]


@dataclass(frozen=True)
class Kinds:
    """The kinds' texts, letter kinds' texts, the enums of kinds, and where functions take a kind by place."""

    words: frozenset[str]
    letters: frozenset[str]
    enums: frozenset[str]
    places: Mapping[str, set[int]]

    def is_text(self, node: ast.AST) -> bool:
        return isinstance(node, ast.Constant) and node.value in self.words

    def is_member(self, node: ast.AST) -> bool:
        """`Stage.LEAD`, or `str(Stage.LEAD)`."""
        if isinstance(node, ast.Call) and last_word(node.func) == "str" and node.args:
            node = node.args[0]
        return isinstance(node, ast.Attribute) and last_word(node.value) in self.enums and node.attr.isupper()


def literal_kinds(house: House) -> list[str]:
    """File, line and what stands there; see the head of this module."""
    kinds, found = read_kinds(house), []
    for module in house.modules.values():
        at = _in_module(module, kinds) if module.name != FACTS else {}
        found += [f"{module.place}:{line} {what}" for (line, _), what in sorted(at.items())]
    for place, text in house.templates.items():
        found += [f"{place}:{line} {what}" for line, what in _on_page(text, kinds)]
    return found


# What a kind is


def read_kinds(house: House) -> Kinds:
    """The kinds, from what `EVENT_KINDS` in `facts` is made of: texts and the members of enums, at any remove.

    Of a member that is a row, `LEAD = "lead", Meaning(…)`, the word is the first in it.
    """
    tree = house.modules[FACTS].tree if FACTS in house.modules else ast.parse("")
    made = {name: node for node in tree.body for name in made_by(node)}
    words: set[str] = set()
    waiting, known = ["EVENT_KINDS"], set[str]()
    while waiting:
        name = waiting.pop()
        known.add(name)
        words |= set(_texts(made.get(name)))
        waiting += [one.id for one in _value(made.get(name)) if isinstance(one, ast.Name) and one.id not in known]
    enums = frozenset(name for name in known if isinstance(made.get(name), ast.ClassDef))
    return Kinds(frozenset(words), frozenset(_texts(made.get("LetterKind"))), enums, _places(house))


def _value(node: ast.AST | None) -> Iterator[ast.AST]:
    """All that is in the value of an assignment."""
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    return iter(()) if value is None else ast.walk(value)


def _texts(node: ast.AST | None) -> Iterator[str]:
    """The texts of a constant, or of an enum's members, each its value or the first of its row."""
    if isinstance(node, ast.ClassDef):
        members = [one.value for one in node.body if isinstance(one, ast.Assign)]
        parts: Iterable[ast.AST] = [one.elts[0] if isinstance(one, ast.Tuple) else one for one in members]
    else:
        parts = _value(node)
    for one in parts:
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def _places(house: House) -> dict[str, set[int]]:
    """Function or class → the places of its arguments that are called a kind, and not typed a letter's."""
    places: dict[str, set[int]] = defaultdict(set)
    for node in (node for module in house.modules.values() for node in module.nodes):
        if isinstance(node, Function | ast.ClassDef):
            places[node.name] |= {place for place, one in enumerate(_arguments(node)) if _takes_kind(one)}
    return places


def _arguments(node: Function | ast.ClassDef) -> list[Argument]:
    """What can be handed over by place: arguments without self, then those that `*` takes; or a dataclass's fields."""
    if isinstance(node, ast.ClassDef):
        return [(last_word(one.target), one.annotation) for one in node.body if isinstance(one, ast.AnnAssign)]
    a = node.args
    plain = [one for one in (*a.posonlyargs, *a.args) if one.arg not in {"self", "cls"}]
    return [(one.arg, one.annotation) for one in (*plain, *([a.vararg] * 9 if a.vararg else []))]


def _takes_kind(argument: Argument) -> bool:
    name, typed = argument
    return _is_called(name, _CALLED) and (typed is None or "LetterKind" not in ast.unparse(typed))


def _is_called(name: str, words: set[str]) -> bool:
    """Whether the last word of a name is one of these: `next_kind`, and `kind__in` as Django asks."""
    parts = [part for part in name.casefold().split("_") if part and part not in _LOOKUPS]
    return bool(parts) and parts[-1] in words


# In Python


def _in_module(module: Module, kinds: Kinds) -> dict[tuple[int, int], str]:
    """Line and column → the text or the list that stands there."""
    left_out = set(_left_out(module))
    lists = [node for node in module.nodes if _is_spelled_out(node, kinds) and id(node) not in left_out]
    left_out |= {id(part) for node in lists for part in ast.walk(node)}
    words = [
        node
        for name, value in _given(module, kinds)
        for node in _ends(value)
        if kinds.is_text(node) and id(node) not in left_out and not _is_letters(name, node, kinds)
    ]
    return {(node.lineno, node.col_offset): _short(node) for node in (*lists, *words) if isinstance(node, ast.expr)}


def _short(node: ast.AST) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _left_out(module: Module) -> Iterator[int]:
    """An interview's rounds, and dicts that a call is handed."""
    for node in module.nodes:
        if isinstance(node, ast.Call):
            yield from (id(one) for one in node.args if isinstance(one, ast.Dict))
        elif isinstance(node, ast.Assign) and not isinstance(node.value, ast.Dict):
            yield from map(id, ast.walk(node.value) if _is_called(last_word(node.targets[0]), _ROUNDS) else ())


def _is_spelled_out(node: ast.AST, kinds: Kinds) -> bool:
    """Whether it is a list of two or more kinds and nothing else."""
    if isinstance(node, ast.Dict):
        return _are_kinds(node.keys, kinds, beside=kinds.letters) or _are_kinds(node.values, kinds)
    if not isinstance(node, ast.Tuple | ast.List | ast.Set):
        return False
    firsts = [one.elts[0] for one in node.elts if isinstance(one, ast.Tuple | ast.List) and one.elts]
    if len(firsts) == len(node.elts):
        return _are_kinds(firsts, kinds)
    plain = [one for one in node.elts if not isinstance(one, ast.Starred)]
    return len(plain) > 1 and all(kinds.is_text(one) or kinds.is_member(one) for one in plain)


def _are_kinds(nodes: Iterable[ast.expr | None], kinds: Kinds, *, beside: frozenset[str] = frozenset()) -> bool:
    """Whether these are texts, all kinds or `beside`, and two or more of them kinds."""
    every = [node for node in nodes if node is not None]
    texts = {node.value for node in every if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    if len(texts) < len(every) or not texts <= kinds.words | beside:
        return False
    return len(texts) > 1 if texts <= kinds.words else len(texts - beside) > 1


def _given(module: Module, kinds: Kinds) -> Iterator[tuple[ast.AST | str, ast.expr]]:
    """Pairs of something that is called a kind, and what it is compared with or given."""
    for node in module.nodes:
        if isinstance(node, ast.Compare):
            yield from _compared(node)
        elif isinstance(node, ast.BoolOp):
            yield from ((one, other) for one in node.values if _is_kind(one) for other in node.values)
        elif isinstance(node, ast.Call):
            yield from _handed(node, module, kinds)
        elif isinstance(node, Function):
            yield from _usual(node)
        else:
            yield from _assigned(node)


def _compared(node: ast.Compare) -> Iterator[tuple[ast.expr, ast.expr]]:
    for one, other in pairwise([node.left, *node.comparators]):
        if _is_kind(one):
            yield one, other
        elif _is_kind(other):
            yield other, one


def _is_kind(node: ast.AST) -> bool:
    return _is_called(last_word(node), _ASKED)


def _handed(call: ast.Call, module: Module, kinds: Kinds) -> Iterator[tuple[str, ast.expr]]:
    """What a call hands over as a kind, by keyword or by place."""
    yield from ((one.arg, one.value) for one in call.keywords if one.arg and _is_called(one.arg, _ASKED))
    called = last_word(call.func)
    places = kinds.places.get(module.names.get(called, called).rpartition(".")[2], set())
    yield from (("kind", one) for place, one in enumerate(call.args) if place in places)


def _usual(node: Function) -> Iterator[tuple[str, ast.expr]]:
    """The usual values of a function's arguments; and what it returns, when it is called a kind itself."""
    a = node.args
    plain = [*a.posonlyargs, *a.args]
    usual = [*zip(plain[len(plain) - len(a.defaults) :], a.defaults, strict=True)]
    usual += [(one, value) for one, value in zip(a.kwonlyargs, a.kw_defaults, strict=True) if value is not None]
    yield from ((one.arg, value) for one, value in usual if _takes_kind((one.arg, one.annotation)))
    if _is_called(node.name, _CALLED):
        yield from (("kind", one.value) for one in ast.walk(node) if isinstance(one, ast.Return) and one.value)


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """What a name, an attribute or a dict's key that is called a kind is given."""
    if isinstance(node, ast.Dict):
        keys = [str(key.value) if isinstance(key, ast.Constant) else "" for key in node.keys]
        yield from ((key, value) for key, value in zip(keys, node.values, strict=True) if _is_called(key, _CALLED))
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from ((last_word(one), node.value) for one in targets if _is_called(last_word(one), _CALLED))


def _is_letters(name: ast.AST | str, node: ast.AST, kinds: Kinds) -> bool:
    """Whether a word that letters have too is meant as a letter's kind."""
    whose = last_word(name.value) if isinstance(name, ast.Attribute) else ""
    return getattr(node, "value", None) in kinds.letters and whose in _LETTERS


def _ends(node: ast.expr) -> Iterator[ast.expr]:
    """What a value may come to, through choices, lists, and a field's `initial` or `default`."""
    for one in branches(node):
        if isinstance(one, ast.Tuple | ast.List | ast.Set):
            yield from (inner for part in one.elts for inner in _ends(part))
        elif isinstance(one, ast.Call):
            inside = one.args if last_word(one.func) in _WRAPS else []
            usual = [word.value for word in one.keywords if word.arg in {"initial", "default"}]
            yield from (inner for part in (*inside, *usual) for inner in _ends(part))
        else:
            yield one


# On a page


def _on_page(page: str, kinds: Kinds) -> Iterator[tuple[int, str]]:
    """Comparisons with a kind in a template's tags, and fields of a form that send one."""
    for tag in TAG.finditer(page):
        asked = [(one, one[1], one[2]) for one in _COMPARED.finditer(tag[0])]
        asked += [(one, one[2], one[1]) for one in _COMPARED_BACK.finditer(tag[0])]
        for found, what, kind in asked:
            whose, _, last = what.rpartition(".")
            is_letters = kind in kinds.letters and whose.rpartition(".")[2] in _LETTERS
            if kind in kinds.words and _is_called(last, _ASKED) and not is_letters:
                yield line_at(page, tag.start() + found.start()), found[0]
    for found in _SENT.finditer(page):
        if found[2] in kinds.words and _is_called(found[1], _CALLED):
            yield line_at(page, found.start()), f"{found[1]}={found[2]}"
