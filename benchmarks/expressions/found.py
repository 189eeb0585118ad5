"""Every regular expression of the source: those that modules hold, those that are built later, and those in calls of `re`."""

from __future__ import annotations

import ast
import functools
import gc
import importlib
import inspect
import os
import pkgutil
import re
import types
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeGuard

from benchmarks.expressions.judge import Trouble, judge

PACKAGES = ("onward", "onward_app")
CALLS = frozenset({"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"})
ANCHORED = frozenset({"match", "fullmatch"})
ANYHOW = frozenset({"finditer", "match"})  # how a pattern may be used that is handed around
SAMPLE = "acme"  # stands in a pattern for what only a letter can say, such as the name in a sender's address

# Patterns whose text is no literal, by the function that compiles them, and why none of them is missed.
_HELD = "what it returns is held by a module"
BUILDERS: dict[str, str] = {
    "client_patterns._build_rule": "`fill` loads the rules",
    "client_patterns.load_diagnoses": "a cache holds it",
    "hurts._make_rule": _HELD,
    "load.compile_words": "`in_tables` reads what it is called with",
    "offer_facts._compile_all": _HELD,
    "offer_fields.make_look": _HELD,
    "phrases._pattern": "`fill` asks for the phrases of every language",
    "routes.compiled": "Django writes it from an address of ours: plain text and one class of characters for a part",
    "suggest._compile_signs": _HELD,
    "words.load_ask_words": "a cache holds it",
    "work._compile_occupations": "`fill` asks for those of all languages",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One regular expression: where it stands, and the methods by which it is used."""

    name: str
    pattern: re.Pattern[Any]
    uses: frozenset[str]

    @property
    def is_searched(self) -> bool:
        """Whether it may begin anywhere in a text."""
        return not self.uses <= ANCHORED

    @property
    def is_whole(self) -> bool:
        """Whether it has to reach the end of a text."""
        return "fullmatch" in self.uses


def every_pattern() -> tuple[Found, ...]:
    """All of them, each once: the same pattern in two places is one with both uses."""
    sources = dict(read_sources())
    fill(sources)
    merged: dict[re.Pattern[Any], Found] = {}
    for source in sources.values():
        for one in (*held_by(source, sources.values()), *in_calls(source), *in_tables(source)):
            known = merged.get(one.pattern)
            merged[one.pattern] = Found(known.name, known.pattern, known.uses | one.uses) if known else one
    return tuple(sorted(merged.values(), key=lambda one: one.name))


@dataclass(frozen=True)
class Source:
    """One module: its values and its text."""

    module: types.ModuleType
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.module.__name__.rpartition(".")[2]

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """All of its tree: walking it is most of the work, and every question is about some of these."""
        return tuple(node for _, node in self.placed)

    @cached_property
    def calls(self) -> tuple[tuple[str, ast.Call], ...]:
        """Every call, with the function it stands in ("" at the top of a module)."""
        return tuple((place, node) for place, node in self.placed if isinstance(node, ast.Call))

    @cached_property
    def placed(self) -> tuple[tuple[str, ast.AST], ...]:
        """The same as `nodes`, each with the function it stands in."""
        return tuple(_walk_placed(self.tree))

    @cached_property
    def named(self) -> dict[str, list[tuple[ast.Name, str]]]:
        """Where each name stands, and the attribute that is taken of it."""
        taken = {id(_called(node.value)): node.attr for node in self.nodes if isinstance(node, ast.Attribute)}
        found: dict[str, list[tuple[ast.Name, str]]] = {}
        for node in self.nodes:
            if isinstance(node, ast.Name):
                found.setdefault(node.id, []).append((node, taken.get(id(node), "")))
        return found


def _called(node: ast.expr) -> ast.expr:
    """The name before an attribute, also where it is called: `_closing().search` searches with what it returns."""
    return node.func if isinstance(node, ast.Call) and not node.args else node


def read_sources() -> Iterator[tuple[str, Source]]:
    """Every module of both packages, imported, by its dotted name."""
    _set_up_django()
    for package in PACKAGES:
        root = importlib.import_module(package)
        inner = [one.name for one in pkgutil.walk_packages(root.__path__, f"{package}.")]
        for name in (package, *(one for one in inner if not one.endswith("__main__"))):
            module = importlib.import_module(name)
            text = Path(module.__file__).read_text("utf-8") if module.__file__ else ""
            yield name, Source(module, ast.parse(text))


def _set_up_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward_app.settings")
    import django

    django.setup()


def fill(sources: dict[str, Source]) -> None:
    """Have everything compiled that is compiled when it is first used: what a cached function makes of no argument."""
    for source in sources.values():
        if source.name == "phrases":
            for language in source.module.load_languages():
                source.module.list_patterns(language.code)
        if source.name == "client_patterns":
            source.module.load_rules()
        if source.module.__name__ == "onward.notice.kind.work":
            source.module.has_occupation("")
        for function in vars(source.module).values():
            if _makes_patterns(function):
                function()


def _makes_patterns(function: object) -> bool:
    """Whether it is cached, takes nothing, and says that it returns patterns, alone or in something that says so."""
    if not isinstance(function, functools._lru_cache_wrapper) or inspect.signature(function).parameters:
        return False
    made = str(inspect.signature(function).return_annotation)
    fields = getattr(function.__wrapped__.__globals__.get(made), "__annotations__", {})
    return any("Pattern" in str(one) for one in (made, *fields.values()))


def find_trouble(found: Found) -> Trouble | None:
    """What is wrong with a pattern in any of its uses."""
    modes = [(True, False)] if found.is_searched else [(False, False)]
    if found.is_whole:
        modes = [*(mode for mode in modes if mode[0]), (False, True)]
    judged = (judge(found.pattern, searched=searched, whole=whole) for searched, whole in modes)
    return next((trouble for trouble in judged if trouble), None)


# What modules hold


def held_by(source: Source, others: Iterable[Source]) -> Iterator[Found]:
    """Compiled patterns below the names of a module: in tuples, tables, records, caches and closures too."""
    for name, value in vars(source.module).items():
        if name == "compile_words":
            continue  # `in_tables` says of each how it is used
        patterns = list(_below(value))
        uses = uses_of(name, (source,) if name.startswith("_") else others) if patterns else frozenset()
        yield from (Found(f"{source.module.__name__}.{name}", pattern, uses) for pattern in patterns)


def _below(value: object) -> Iterator[re.Pattern[Any]]:
    seen: set[int] = set()
    waiting = deque([value])
    while waiting:
        one = waiting.popleft()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, re.Pattern):
            yield one
        else:
            waiting.extend(_parts(one))


def _parts(value: object) -> list[object]:
    """What a value holds, as far as it is ours: another library's modules and classes stay closed."""
    if isinstance(value, types.FunctionType):
        held = (value.__defaults__, value.__kwdefaults__, value.__closure__)
        return [*held, *vars(value).values()] if _is_ours(value.__module__) else []
    if isinstance(value, type):
        return list(vars(value).values()) if _is_ours(value.__module__) else []
    containers = (
        tuple,
        list,
        set,
        frozenset,
        dict,
        types.CellType,
        functools.partial,
        property,
        staticmethod,
        classmethod,
    )
    cache = type(value).__name__ in ("_lru_cache_wrapper", "_lru_list_elem")
    if isinstance(value, containers) or cache or _is_ours(type(value).__module__):
        return [part for part in gc.get_referents(value) if not isinstance(part, type)]
    return []


def _is_ours(module: str | None) -> bool:
    return (module or "").partition(".")[0] in PACKAGES


def uses_of(name: str, sources: Iterable[Source]) -> frozenset[str]:
    """The methods that are called on a name; every kind of use when it is handed around."""
    found: set[str] = set()
    for source in sources:
        for node, method in source.named.get(name, ()):
            if isinstance(node.ctx, ast.Load):
                found |= {method} if method in CALLS else ANYHOW
    return frozenset(found or ANYHOW)


# What calls say


def in_calls(source: Source) -> Iterator[Found]:
    """Patterns that stand as text in a call such as `re.search(r"…", text)`, wherever it is."""
    for place, node in calls(source):
        if getattr(node.func, "attr", "") == "compile" and (not place or _is_kept(place, source)):
            continue  # the module or a cache holds what it made
        for text in texts_of(node.args[0], source) or ():
            method = str(getattr(node.func, "attr", ""))
            uses = ANYHOW if method == "compile" else frozenset({method})
            name = f"{source.module.__name__}.{place}:{node.lineno}"
            yield Found(name, re.compile(text, _flags(node)), uses)


def in_tables(source: Source) -> Iterator[Found]:
    """Patterns of the words of a table, by what `compile_words` is called with; what a cache makes is held there."""
    given = {id(one.value): one.targets[0].id for one in source.nodes if _names_pattern(one)}
    taken = {id(one.value): one.attr for one in source.nodes if isinstance(one, ast.Attribute)}
    for place, node in calls_for_tables(source):
        if _is_kept(place, source):
            continue
        table, *around = [str((texts_of(one, source) or [SAMPLE])[0]) for one in node.args]
        named = {str(one.arg): one.value for one in node.keywords if one.arg != "flags"}
        more = {name: str((texts_of(value, source) or [SAMPLE])[0]) for name, value in named.items()}
        pattern = source.module.compile_words(table, *around, **more, flags=_flags(node, re.IGNORECASE))
        uses = frozenset({taken[id(node)]}) if id(node) in taken else uses_of(given.get(id(node), ""), (source,))
        yield Found(f"{source.module.__name__}.{place}:{node.lineno}", pattern, uses)


def _names_pattern(node: ast.AST) -> TypeGuard[ast.Assign]:
    return isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and isinstance(node.targets[0], ast.Name)


def calls_for_tables(source: Source) -> Iterator[tuple[str, ast.Call]]:
    """Every call of `compile_words`, with the function it stands in."""
    for place, node in source.calls:
        match node:
            case ast.Call(func=ast.Name(id="compile_words")):
                yield place, node


def _is_kept(place: str, source: Source) -> bool:
    return _makes_patterns(getattr(source.module, place, None))


def calls(source: Source) -> Iterator[tuple[str, ast.Call]]:
    """Every call of `re`, with the function it stands in ("" at the top of a module)."""
    for place, node in source.calls:
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=attr)) if attr in CALLS and node.args:
                yield place, node


def _walk_placed(tree: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """In the order of `ast.walk`."""
    waiting = deque([("", tree)])
    while waiting:
        place, node = waiting.popleft()
        place = node.name if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else place
        waiting.extend((place, child) for child in ast.iter_child_nodes(node))
        yield place, node


def texts_of(node: ast.expr, source: Source) -> list[str | bytes] | None:
    """What an expression says as far as it can be read: None where nothing of it stands in the source."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str | bytes) else None
    if isinstance(node, ast.Name):
        return _values_of(node.id, source)
    if isinstance(node, ast.JoinedStr):
        return ["".join(_piece(part, source) for part in node.values)]
    if isinstance(node, ast.BinOp):
        left, right = texts_of(node.left, source), texts_of(node.right, source)
        return [f"{(left or [SAMPLE])[0]!s}{(right or [SAMPLE])[0]!s}"] if left or right else None
    return None


def _piece(node: ast.expr, source: Source) -> str:
    inner = node.value if isinstance(node, ast.FormattedValue) else node
    found = texts_of(inner, source)
    return str(found[0]) if found else SAMPLE


def _values_of(name: str, source: Source) -> list[str | bytes] | None:
    """The text under a name of the module, or all those that a loop gives it."""
    value = getattr(source.module, name, None)
    if isinstance(value, str | bytes):
        return [value]
    for node in source.nodes:
        match node:
            case ast.For(target=ast.Name(id=target), iter=ast.Name(id=over)) if target == name:
                return [one for one in getattr(source.module, over, ()) if isinstance(one, str | bytes)] or None
    return None


def unread(source: Source) -> Iterator[str]:
    """The functions that compile what cannot be read off the source."""
    for place, node in calls(source):
        if place and not _is_kept(place, source) and texts_of(node.args[0], source) is None:
            yield f"{source.name}.{place}"
    for place, node in calls_for_tables(source):
        if not _is_kept(place, source) and any(texts_of(one, source) is None for one in node.args):
            yield f"{source.name}.{place}"


def _flags(node: ast.Call, otherwise: int = 0) -> int:
    names = [part.attr for one in _flag_arguments(node) for part in ast.walk(one) if isinstance(part, ast.Attribute)]
    if not any(_flag_arguments(node)):
        return otherwise
    return functools.reduce(int.__or__, (int(getattr(re, name)) for name in names if name.isupper()), 0)


def _flag_arguments(node: ast.Call) -> list[ast.expr]:
    by_place = node.args[1:] if isinstance(node.func, ast.Attribute) else []
    return [*by_place, *(keyword.value for keyword in node.keywords if keyword.arg == "flags")]
