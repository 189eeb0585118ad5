"""Where the code puts a sentence together from halves: `python benchmarks/whole_texts.py`.

A half is a text that begins within a sentence (“, in writing”), one that is put on another with `+`, and one of the code's
own texts that is filled into the middle of another. What is known only later (a name, a day, a number, what somebody
wrote) is filled in by its name; so are lists of whole things, quoted words, and what stands behind a colon, in brackets
or as a sentence of its own. Prints each place, and ends with 1 if there is any.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.page_flow import WORD
from benchmarks.sayings import MARK, SRC, is_unsaid_module

HALF = re.compile(r"(?:\s|,\s|;\s)[a-z(]")
# Behind these stands something for itself, and before those
BEFORE = re.compile(r"(?:^|[.?!:…·→\n(“\"‘`|/]|[.?!…][”)’])\s*$")
AFTER = re.compile(r"^\s*(?:$|[.;·→()”\"’`\n|<]|: |[A-Z“])")
# They say a number, a day, a share or a list in words, and are made anew for each language
VALUES = ("onward.wording.days", "onward.wording.counts", "onward.wording.sources", "onward.wording.quoted")
NAMES = ("_say_day", "name_here", "strip_opening", "DATABASE", "NONE")  # a day, a name, the person’s words
TO_A_DATABASE = re.compile(r"(?:SELECT|EXISTS|UPDATE|\()")
ENDED = re.compile(r"(?:[.?!:…][”)’]?|\n)\s*$")
# Kept: who writes a pack of questions is told of each mistake behind the name of what it is in
APART = ("onward/packs/load.py", "onward/wording/counts.py", "onward/wording/days.py")


@dataclass(slots=True)
class Module:
    """What a module says by a name: its constants, and what its functions give back."""

    tree: ast.Module
    said: dict[str, list[ast.expr]] = field(default_factory=dict)
    brought: dict[str, tuple[str, str]] = field(default_factory=dict)
    functions: set[str] = field(default_factory=set)


def read_module(tree: ast.Module) -> Module:
    module = Module(tree)
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                if isinstance(target, ast.Name):
                    module.said[target.id] = [node.value]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            module.said[node.name] = list(_list_returned(node))
            module.functions.add(node.name)
        if isinstance(node, ast.ImportFrom) and node.module:
            module.brought |= {one.asname or one.name: (node.module, one.name) for one in node.names}
    return module


def list_assigned(scope: ast.AST) -> dict[str, list[ast.expr]]:
    """What each name in a function is set to."""
    found: dict[str, list[ast.expr]] = {}
    for node in (node for node in ast.walk(scope) if isinstance(node, ast.Assign)):
        for target in node.targets:
            names, values = (
                (target.elts, getattr(node.value, "elts", ()))
                if isinstance(target, ast.Tuple)
                else ([target], [node.value])
            )
            for name, value in zip(names, values, strict=False):
                if isinstance(name, ast.Name):
                    found.setdefault(name.id, []).append(value)
    return found


def _list_returned(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """What it gives back, with what a name stands for in it."""
    assigned = list_assigned(function)
    for one in ast.walk(function):
        if isinstance(one, ast.Return) and one.value is not None:
            yield from assigned.get(one.value.id, ()) if isinstance(one.value, ast.Name) else (one.value,)


def list_halves(name: str, modules: dict[str, Module]) -> Iterator[tuple[int, str]]:
    """Each place in a module, with what is a half there."""
    tree = modules[name].tree
    for scope in ast.walk(tree):
        if isinstance(scope, ast.FunctionDef):
            yield from _Scope(name, modules, scope).list_halves()
    within = {id(one) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for one in node.values}
    within |= {
        id(one) for node in ast.walk(tree) if isinstance(node, ast.Call) and node.func for one in _list_patterns(node)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in within else None
        if isinstance(text, str) and HALF.match(text) and "(?" not in text and WORD.search(text):
            yield node.lineno, text


def _list_patterns(call: ast.Call) -> Iterator[ast.AST]:
    """What is searched for is said to nobody: what `replace`, `split`, `partition` and `compile` are given."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if name in ("replace", "split", "partition", "rpartition", "compile", "join", "startswith", "removeprefix"):
        for one in call.args:
            yield from ast.walk(one)


class _Scope:
    """One function, and what it fills into its texts."""

    def __init__(self, name: str, modules: dict[str, Module], scope: ast.FunctionDef) -> None:
        self.module, self.modules, self.scope = modules[name], modules, scope
        self.local = list_assigned(scope)

    def list_halves(self) -> Iterator[tuple[int, str]]:
        for node in ast.walk(self.scope):
            if isinstance(node, ast.JoinedStr):
                yield from self._look_into(node)
            elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
                sides = (node.left, node.right)
                if any(_is_text(one) and re.search("[a-z] [a-z]", MARK.sub("", _write(one))) for one in sides):
                    yield node.lineno, ast.unparse(node)

    def _look_into(self, text: ast.JoinedStr) -> Iterator[tuple[int, str]]:
        parts = [str(one.value) if isinstance(one, ast.Constant) else "{}" for one in text.values]
        whole = MARK.sub("", "".join(parts))
        if not re.search("[a-z] ", whole.replace("{}", "")) or "()" in whole or TO_A_DATABASE.match(whole):
            return
        for at, one in enumerate(text.values):
            said = self.list_texts(one.value) if isinstance(one, ast.FormattedValue) else []
            before, after = "".join(parts[:at]), "".join(parts[at + 1 :])
            ends = AFTER.match(after) or all(map(ENDED.search, said))
            if said and not (BEFORE.search(before) and ends) and not before.endswith(("“", "`", "‘")):
                yield text.lineno, f"{before}{{{ast.unparse(one.value)}}}{after}"

    def list_texts(self, node: ast.expr, here: Module | None = None, seen: frozenset[str] = frozenset()) -> list[str]:
        """The texts with words that it may give and that are written in the code."""
        inner: list[ast.expr] = []
        match node:
            case ast.Constant(value=str(text)):
                return [text] if WORD.search(text) and (" " in text.strip() or text.islower()) else []
            case ast.JoinedStr():
                return [_write(node)] if WORD.search(_write(node).replace("{}", "")) else []
            case ast.IfExp():
                inner = [node.body, node.orelse]
            case ast.BoolOp():
                inner = node.values
            case ast.Dict():
                inner = node.values
            case ast.Tuple() | ast.List():
                inner = node.elts
            case ast.Call(func=ast.Attribute(value=value, attr="format" | "get")) | ast.Subscript(value=value):
                inner = [value]
            case ast.Name(id=name) | ast.Call(func=ast.Name(id=name)):
                return self._list_by_name(name, here, seen)
        return [text for one in inner for text in self.list_texts(one, here, seen)]

    def _list_by_name(self, name: str, here: Module | None, seen: frozenset[str]) -> list[str]:
        module = here or self.module
        if name in seen or name in NAMES:
            return []
        if here is None and name in self.local:
            found = self.local[name]
            return [text for one in found for text in self.list_texts(one, None, seen | {name})]
        if name in module.brought:
            place, name = module.brought[name]
            if place in VALUES or place not in self.modules:
                return []
            module = self.modules[place]
        found = module.said.get(name, []) if here is None or not name.islower() or name in module.functions else []
        return [text for one in found for text in self.list_texts(one, module, seen | {name})]


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _write(node: ast.expr) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in parts)


def list_all() -> Iterator[str]:
    """Every place in the code."""
    places = {".".join(one.relative_to(SRC).with_suffix("").parts): one for one in sorted(SRC.rglob("*.py"))}
    modules = {name: read_module(ast.parse(one.read_text("utf-8"))) for name, one in places.items()}
    for name, place in places.items():
        where = place.relative_to(SRC).as_posix()
        if not is_unsaid_module(where) and where not in APART:
            for line, text in sorted(set(list_halves(name, modules))):
                yield f"{where}:{line} {' '.join(text.split())}"


if __name__ == "__main__":
    found = list(list_all())
    print("\n".join(found))
    sys.exit(bool(found))
