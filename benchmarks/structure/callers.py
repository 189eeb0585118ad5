"""Who calls whom, resolved by names through imports: long chains, private functions, and what nobody calls."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

from benchmarks.structure.addresses import TAG
from benchmarks.structure.graphs import Graph, longest_path
from benchmarks.structure.tree import LIBRARY, Function, House, Module, last_word, made_by


def full_name(node: ast.AST, module: Module, house: House, inside: str = "") -> str:
    """The full name of what an expression names, as far as imports tell; "" when they don't.

    `inside` is the function it stands in: `self` is the class of that.
    """
    if isinstance(node, ast.Name):
        own = inside.rpartition(".")[0] if node.id in {"self", "cls"} else ""
        return own if own in house.classes else house.resolve(module.names.get(node.id, ""))
    if not isinstance(node, ast.Attribute):
        return ""
    base = full_name(node.value, module, house, inside)
    return (_method(base, node.attr, house) or house.resolve(f"{base}.{node.attr}")) if base else ""


def _method(owner: str, name: str, house: House) -> str:
    """The method of a class, its own or that of a base class of ours; "" when there is none."""
    if owner not in house.classes or f"{owner}.{name}" in house.functions:
        return f"{owner}.{name}" if owner in house.classes else ""
    home = house.modules[owner.rpartition(".")[0]]
    bases = (full_name(base, home, house) for base in house.classes[owner].bases)
    return next((found for base in bases if base != owner and (found := _method(base, name, house))), "")


def call_graph(house: House) -> Graph:
    """Which function calls which: imports, `self` and `Class()` are followed, methods of other objects aren't.

    A function inside another belongs to the outer one.
    """
    graph: Graph = {name: set() for name in house.functions}
    for module in house.modules.values():
        for name, node in module.functions.items():
            calls = (one.func for one in ast.walk(node) if isinstance(one, ast.Call))
            for called in (full_name(one, module, house, name) for one in calls):
                graph[name] |= {called, f"{called}.__init__", f"{called}.__post_init__"} & house.functions.keys()
    return graph


def longest_chain(house: House) -> list[str]:
    """The longest chain of calls, outermost first; functions that call one another in a ring count as one."""
    return longest_path(call_graph(house))


# Private functions


def private_functions(house: House) -> dict[str, int]:
    """Each function or method whose name begins with one `_` → in how many places it is called.

    A place is a function, or a module outside its functions; naming it in a table is calling it. A method of an object
    that isn't known is one of this module's. What a function says of itself isn't counted.
    """
    places: dict[str, set[str]] = {name: set() for name, node in house.functions.items() if _is_private(node.name)}
    for module in house.modules.values():
        methods = _private_methods(module)
        for place, node in _mentions(module):
            full = full_name(node, module, house, place)
            called = {full} & places.keys() or (methods[node.attr] if isinstance(node, ast.Attribute) else set())
            for name in called - {place}:
                places[name].add(place)
    return {name: len(where) for name, where in places.items()}


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _private_methods(module: Module) -> defaultdict[str, set[str]]:
    """Last word → the private methods of a module that have it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, node in module.functions.items():
        if _is_private(node.name) and name != f"{module.name}.{node.name}":
            found[node.name].add(name)
    return found


def _mentions(module: Module) -> Iterator[tuple[str, ast.expr]]:
    """Every name and attribute that is read, with the function it stands in, or the module."""
    inside = {id(one): name for name, node in module.functions.items() for one in ast.walk(node)}
    for node in module.nodes:
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield inside.get(id(node), module.name), node


# What nobody calls


def unused(house: House) -> list[str]:
    """Public names at the top of the library's modules that no page, command or benchmark comes to.

    Used is what the application, a benchmark or a statement at the top of a module names, and what those name in turn.
    Where a whole module is handed on as a value, its names that some attribute or template has count as used too.
    """
    library = [module for name, module in house.modules.items() if name.split(".")[0] == LIBRARY]
    names: Graph = {}
    for module in library:
        names |= _named_by_each(module, house)
    first = _by_word(house, names)
    for module in [*house.modules.values(), *house.benchmarks]:
        trees = [node for node in module.tree.body if _is_statement(node)] if module in library else [module.tree]
        first |= {name for tree in trees for name in _named_in(tree, module, house)}
    alive = _reached(first, names)
    return sorted(name for name in names.keys() - alive if not name.rpartition(".")[2].startswith("_"))


def _named_by_each(module: Module, house: House) -> Graph:
    """Each name a module makes → what is named in making it."""
    graph: Graph = defaultdict(set)
    for node in module.tree.body:
        for name in made_by(node):
            graph[f"{module.name}.{name}"].update(_named_in(node, module, house))
    return graph


def _is_statement(node: ast.stmt) -> bool:
    """Whether it is done when the module is read, and makes no name: a call, a loop, a condition."""
    return not isinstance(node, Function | ast.ClassDef | ast.Assign | ast.AnnAssign | ast.Import | ast.ImportFrom)


def _named_in(tree: ast.AST, module: Module, house: House) -> Iterator[str]:
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute))
    return (name for node in nodes if (name := full_name(node, module, house)))


def _reached(first: set[str], names: Graph) -> set[str]:
    """All that is named by the first, by what these name, and so on."""
    alive: set[str] = set()
    waiting = first & names.keys()
    while waiting:
        alive |= waiting
        waiting = set().union(*(names[name] for name in waiting)) & names.keys() - alive
    return alive


def _by_word(house: House, names: Graph) -> set[str]:
    """Names of modules that are handed on as values, where some attribute or template has that word."""
    every = [*house.modules.values(), *house.benchmarks]
    values = {name for module in every for name in _modules_as_values(module, house)}
    words = {node.attr for module in every for node in module.nodes if isinstance(node, ast.Attribute)}
    for text in house.templates.values():
        words.update(re.findall(r"\.(\w+)", " ".join(TAG.findall(text))))
    return {name for name in names if name.rpartition(".")[0] in values and name.rpartition(".")[2] in words}


def _modules_as_values(module: Module, house: House) -> Iterator[str]:
    owners = {id(node.value) for node in module.nodes if isinstance(node, ast.Attribute)}
    for place, node in _mentions(module):
        if id(node) not in owners and last_word(node) and (name := full_name(node, module, house, place)):
            yield from [name] if name in house.modules else []
