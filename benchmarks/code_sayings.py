"""The sentences of a module, with a name for what is filled in; what is told for one and for many as a pair."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from benchmarks.page_sayings import Names, Sentence

COUNTED = ("say_count", "_say_count")
MAKES = ("say_", "spell_", "describe_", "list_", "find_")


def list_sentences(tree: ast.Module) -> Iterator[Sentence]:
    """Every text with a blank in it that isn't a docstring or a pattern; the second of a pair goes with the first."""
    passed = {id(one) for node in ast.walk(tree) for one in _list_unsaid(node)}
    pairs = dict(_list_pairs(tree))
    second = {id(many) for many in pairs.values()}
    for node in ast.walk(tree):
        text = None if id(node) in passed or id(node) in second else read_text(node)
        if text is not None:
            many = pairs.get(id(node))
            yield node.lineno, text, (read_text(many) or "") if many else ""  # type: ignore[attr-defined]


def read_text(node: ast.AST) -> str | None:
    """What a node says, if it is a text: “From {begins}.”"""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    names = Names()
    return "".join(
        names.find(ast.unparse(one.value), shorten(one.value))
        if isinstance(one, ast.FormattedValue)
        else _read_part(one)
        for one in node.values
    )


def _read_part(part: ast.expr) -> str:
    """As it stands between the gaps, where a brace is two."""
    return str(part.value).replace("{", "{{").replace("}", "}}") if isinstance(part, ast.Constant) else ""


def shorten(node: ast.expr) -> str:
    """What a translator is told about a gap: `job.title` is the title, `say_day(by)` a day, `len(jobs)` the count."""
    if isinstance(node, ast.Call):
        called = shorten(node.func)
        if (
            called in ("str", "join_words", "cited", "quote", "repr", "round", "sorted", "next", "min", "max")
            and node.args
        ):
            return shorten(node.args[0])
        return (
            "count"
            if called == "len"
            else next((called.removeprefix(one) for one in MAKES if called.startswith(one)), called)
        )
    match node:
        case ast.Name():
            return node.id.strip("_").lower()
        case ast.Attribute():
            return node.attr.strip("_")
        case ast.Subscript() | ast.Await() | ast.Starred():
            return shorten(node.value)
        case ast.BinOp():
            return shorten(node.left)
        case ast.IfExp():
            return shorten(node.body)
        case ast.BoolOp():
            return shorten(node.values[0])
    return "text"


def _list_unsaid(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, the parts of what was read as a whole, and patterns."""
    body = getattr(node, "body", None)
    if isinstance(body, list):
        yield from (one.value for one in body if isinstance(one, ast.Expr))
    if isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from ast.walk(part)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "compile":
        for argument in node.args:
            yield from ast.walk(argument)


def _list_pairs(tree: ast.Module) -> Iterator[tuple[int, ast.expr]]:
    """What is said for one, by its id, and what is said for many: what is given to `say_count`, by its name or outright."""
    kept: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in COUNTED:
            kept |= {name.id for given in node.args[1:] for name in ast.walk(given) if isinstance(name, ast.Name)}
            yield from _pair(node.args[1:])
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and kept and "{" in (read_text(node.elts[-1]) or "" if node.elts else ""):
            yield from _pair(node.elts[-2:])


def _pair(two: list[ast.expr]) -> Iterator[tuple[int, ast.expr]]:
    if len(two) == 2 and all(read_text(one) is not None for one in two):
        yield id(two[0]), two[1]
