"""The source as it is read: modules, what their names stand for, and templates. Nothing of it is run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

PACKAGES = ("onward", "onward_app")
LIBRARY, APPLICATION = PACKAGES
LEFT_OUT = {"tests", "migrations"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Import:
    """One name that is imported. `local` is "" for `import a.b`; `typing` when it is under `if TYPE_CHECKING`."""

    full: str
    local: str
    typing: bool = False


@dataclass(frozen=True)
class Module:
    """A file of Python; `place` is its path from the root."""

    name: str
    place: str
    text: str
    tree: ast.Module = field(repr=False)
    is_package: bool = False

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @cached_property
    def imports(self) -> list[Import]:
        """Everything it imports, also inside functions."""
        return list(_imports(self))

    @cached_property
    def names(self) -> dict[str, str]:
        """What its names stand for: "date" → "datetime.date"; a name of its own → that with the module before it."""
        found = {one.local: one.full for one in self.imports if one.local}
        found |= {first: first for one in self.imports if not one.local for first in [one.full.partition(".")[0]]}
        return found | {name: f"{self.name}.{name}" for node in self.tree.body for name in made_by(node)}

    @cached_property
    def functions(self) -> dict[str, Function]:
        """The functions and methods that aren't inside another function, by full name."""
        return dict(_functions(self.tree, self.name))


@dataclass(frozen=True)
class House:
    """What is measured: the modules of the packages by name, templates by place, and benchmarks as callers."""

    modules: dict[str, Module]
    templates: dict[str, str]
    benchmarks: list[Module]

    @cached_property
    def functions(self) -> dict[str, Function]:
        return {name: node for module in self.modules.values() for name, node in module.functions.items()}

    @cached_property
    def classes(self) -> dict[str, ast.ClassDef]:
        """The classes at the top of a module, by full name."""
        return {
            f"{module.name}.{node.name}": node
            for module in self.modules.values()
            for node in module.tree.body
            if isinstance(node, ast.ClassDef)
        }

    def resolve(self, name: str) -> str:
        """The full name of what this one stands for, through imports of what was imported."""
        for _ in range(8):  # further on it would be a ring
            module, _, last = name.rpartition(".")
            there = self.modules.get(module)
            if name in self.modules or there is None or there.names.get(last, name) == name:
                break
            name = there.names[last]
        return name


def read_house(root: Path) -> House:
    """The house that stands at `root`, with `src/` and perhaps `benchmarks/`. An empty file is no module."""
    files = [path for package in PACKAGES for path in _python(root / "src" / package)]
    modules = (_module(path, root / "src", root) for path in files)
    pages = sorted((root / "src" / APPLICATION).rglob("*.html"))
    return House(
        modules={module.name: module for module in modules if module.text},
        templates={page.relative_to(root).as_posix(): page.read_text("utf-8") for page in pages},
        benchmarks=[_module(path, root, root) for path in _python(root / "benchmarks")],
    )


def _python(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if not LEFT_OUT & set(path.relative_to(folder).parts))


def _module(path: Path, base: Path, root: Path) -> Module:
    parts = path.relative_to(base).with_suffix("").parts
    is_package, text = parts[-1] == "__init__", path.read_text("utf-8")
    name = ".".join(parts[:-1] if is_package else parts)
    return Module(name, path.relative_to(root).as_posix(), text, ast.parse(text), is_package)


def made_by(node: ast.stmt) -> Iterator[str]:
    """The names that a statement makes: a function, a class, what is assigned. Imports make none."""
    if isinstance(node, Function | ast.ClassDef):
        yield node.name
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    for target in targets:
        yield from (one.id for one in ast.walk(target) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store))


def last_word(node: ast.AST) -> str:
    """What an expression is called: `row.kind`, `said["kind"]`, `str(kind)` and `kind` are all called kind."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return str(node.slice.value)
    if isinstance(node, ast.Call) and last_word(node.func) == "str" and node.args:
        return last_word(node.args[0])
    return str(getattr(node, "attr", getattr(node, "id", "")))


def branches(node: ast.expr) -> Iterator[ast.expr]:
    """What an expression may come to: both ends of a choice, each part of an `or`."""
    if isinstance(node, ast.IfExp):
        yield from (one for end in (node.body, node.orelse) for one in branches(end))
    elif isinstance(node, ast.BoolOp):
        yield from (one for end in node.values for one in branches(end))
    else:
        yield node


def line_at(text: str, at: int) -> int:
    """The number of the line in which this place of a text is."""
    return text.count("\n", 0, at) + 1


def _functions(tree: ast.Module | ast.ClassDef, prefix: str) -> Iterator[tuple[str, Function]]:
    for node in tree.body:
        if isinstance(node, Function):
            yield f"{prefix}.{node.name}", node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{prefix}.{node.name}")


def _imports(module: Module) -> Iterator[Import]:
    typing = {id(one) for node in module.nodes if _is_for_types(node) for one in _inside(node)}
    for node in module.nodes:
        if isinstance(node, ast.Import):
            yield from (Import(one.name, one.asname or "", id(node) in typing) for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = _from(module, node)
            yield from (Import(f"{start}.{one.name}", one.asname or one.name, id(node) in typing) for one in node.names)


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and last_word(node.test) == "TYPE_CHECKING"


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    assert isinstance(node, ast.If)
    return (one for statement in node.body for one in ast.walk(statement))


def _from(module: Module, node: ast.ImportFrom) -> str:
    """The module that `from … import` names, a relative one too."""
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    up = parts[: len(parts) - node.level + module.is_package]
    return ".".join([*up, *([node.module] if node.module else [])])
