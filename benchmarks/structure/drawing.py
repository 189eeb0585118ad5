"""The drawing in `docs/architecture.md`: packages and who imports whom, from the imports themselves."""

from __future__ import annotations

from benchmarks.structure.graphs import Graph, import_graph
from benchmarks.structure.tree import House

BELOW = ("facts", "log", "maths", "wording", "packs")
INSIDE = {"onward": 1, "onward_app": 1}  # levels of a package that are drawn


def draw(house: House) -> str:
    """A Mermaid flowchart: a box for each package, an arrow where one imports another that nothing between imports."""
    graph = package_graph(house)
    boxes = [f"    {_id(name)}[{name.partition('.')[2]}]" for name in sorted(graph)]
    library = [box for box in boxes if box.strip().startswith("onward_app") is False]
    application = [box for box in boxes if box not in library]
    arrows = [f"  {_id(one)} --> {_id(other)}" for one, other in sorted(_needed(graph))]
    return "\n".join(
        [
            "flowchart TD",
            '  subgraph "onward_app"',
            *application,
            "  end",
            '  subgraph "onward"',
            *library,
            "  end",
            *arrows,
        ]
    )


def package_graph(house: House) -> Graph:
    """Packages and which of them each imports; modules beside them count as packages of their own."""
    graph: Graph = {}
    for name, targets in import_graph(house).items():
        here = _package(name)
        if here:
            graph.setdefault(here, set()).update({_package(target) for target in targets} - {"", here})
    return graph


def _package(module: str) -> str:
    """The second level of a name; what stands below all steps is left out, for everything may import it."""
    parts = module.split(".")
    if len(parts) < 2 or (parts[0] == "onward" and parts[1] in BELOW):
        return ""
    return ".".join(parts[:2])


def _needed(graph: Graph) -> set[tuple[str, str]]:
    """Arrows without those that a longer way already tells."""
    arrows = {(one, other) for one, targets in graph.items() for other in targets}
    return {
        (one, other)
        for one, other in arrows
        if not any(_reaches(graph, via, other, {one}) for via in graph[one] - {other})
    }


def _reaches(graph: Graph, start: str, end: str, seen: set[str]) -> bool:
    if start == end:
        return True
    if start in seen:
        return False
    return any(_reaches(graph, one, end, seen | {start}) for one in graph.get(start, ()))


def _id(name: str) -> str:
    return name.replace(".", "_")
