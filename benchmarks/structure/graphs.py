"""Who imports whom: cycles, and the rooms of `notice`."""

from __future__ import annotations

import sys

from benchmarks.structure.tree import House

ROOMS = "onward.notice"  # whose rooms are counted

Graph = dict[str, set[str]]


def import_graph(house: House, *, typing: bool = False) -> Graph:
    """Which module imports which, also inside functions; with `typing` also under `if TYPE_CHECKING`."""
    graph: Graph = {name: set() for name in house.modules}
    for name, module in house.modules.items():
        for one in module.imports:
            target = one.full if one.full in house.modules else one.full.rpartition(".")[0]
            if target in house.modules and target != name and (typing or not one.typing):
                graph[name].add(target)
    return graph


def import_cycles(house: House) -> list[list[str]]:
    """Groups of modules that reach one another by imports, also by those inside functions."""
    return _cycles(import_graph(house))


def import_cycles_for_types(house: House) -> list[list[str]]:
    """Groups that there are only when what is imported for type checking counts too."""
    real = import_cycles(house)
    return [group for group in _cycles(import_graph(house, typing=True)) if group not in real]


def _cycles(graph: Graph) -> list[list[str]]:
    return sorted(sorted(group) for group in components(graph) if len(group) > 1)


def components(graph: Graph) -> list[list[str]]:
    """Strongly connected components, each after those that it leads to (Tarjan 1972)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        order[node] = low[node] = len(order)
        stack.append(node)
        for following in sorted(graph[node]):
            if following not in order:
                visit(following)
            low[node] = min(low[node], low[following])
        if low[node] == order[node]:
            found.append(stack[stack.index(node) :])
            del stack[stack.index(node) :]
            low.update(dict.fromkeys(found[-1], sys.maxsize))  # done: nothing leads back from these

    for node in sorted(graph):
        if node not in order:
            visit(node)
    return found


def longest_path(graph: Graph) -> list[str]:
    """The longest way through a graph. A ring counts as one step, and is named by the first of its members."""
    best: dict[str, list[str]] = {}
    for group in components(graph):
        after = (best[following] for node in group for following in graph[node] if following not in group)
        way = [min(group), *max(after, key=_length, default=[])]
        best.update(dict.fromkeys(group, way))
    return max(best.values(), key=_length, default=[])


def _length(path: list[str]) -> tuple[int, list[str]]:
    return len(path), path


def room_graph(house: House) -> Graph:
    """Which room of `notice` imports which. A room is a folder in it, or a module that lies in no folder."""
    graph: Graph = {_room(name): set() for name in house.modules if _room(name)}
    for name, targets in import_graph(house).items():
        if _room(name):
            graph[_room(name)] |= {_room(target) for target in targets} - {"", _room(name)}
    return graph


def _room(module: str) -> str:
    return module.removeprefix(f"{ROOMS}.").split(".")[0] if module.startswith(f"{ROOMS}.") else ""


def notice_path(house: House) -> list[str]:
    """The longest way from room to room by imports, which is how many floors there are."""
    return longest_path(room_graph(house))


def notice_arrows(house: House) -> list[str]:
    """Each pair of rooms of which the first imports the second."""
    return [f"{room} → {target}" for room, targets in sorted(room_graph(house).items()) for target in sorted(targets)]
