"""Measure how the house is built, from its source alone: `python benchmarks/house.py [--list | --draw] [root]`.

Prints one JSON object of figures; `--draw` prints the drawing of `docs/architecture.md` instead, and `--list` adds under `lists` the places behind each that counts places. Read are the
packages in `src/`, without tests and migrations. `structure/` says at each figure what it means; two are judgements,
and their rules stand at the head of `structure/addresses.py` (when an address is literal) and `structure/kinds.py`
(when a word is an event's kind, and when it is only a word).

modules, lines             files that aren't empty, and all their lines
module_lines, function_lines   median, the value that 90 % don't exceed, the largest
line_mean                  characters a line, empty ones left out
comment_lines, annotated   shares: of lines with a comment, of functions with all their types
class_names, …_twice       different names of classes, and those that more than one module has
import_cycles, …_for_types groups of modules in a ring; the latter only by what is imported for type checking
literal_addresses          written out instead of made from their name
literal_kinds              event kinds written out instead of asked of `onward/facts.py`
lines_over_120             long lines
longest_chain              functions that call one another, by name, rings as one
private_functions, private_with_one_caller   how many, and the share that exactly one place calls
notice_rooms, _path, _arrows   rooms of `notice`, the longest way through them, how many pairs know one another
unused                     public names of the library that no page, command or benchmark comes to
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.structure import addresses, callers, graphs, kinds, sizes
from benchmarks.structure.drawing import draw
from benchmarks.structure.tree import House, read_house

LISTS: dict[str, Callable[[House], list[Any]]] = {
    "class_names_twice": sizes.class_names_twice,
    "import_cycles": graphs.import_cycles,
    "import_cycles_for_types": graphs.import_cycles_for_types,
    "literal_addresses": addresses.literal_addresses,
    "literal_kinds": kinds.literal_kinds,
    "lines_over_120": sizes.lines_over_120,
    "longest_chain": callers.longest_chain,
    "notice_path": graphs.notice_path,
    "notice_arrows": graphs.notice_arrows,
    "unused": callers.unused,
}


def figures(house: House) -> dict[str, Any]:
    """The figures that aren't the length of a list."""
    private = Counter(callers.private_functions(house).values())
    return {
        "modules": len(house.modules),
        "lines": sum(sizes.module_lines(house)),
        "module_lines": sizes.spread(sizes.module_lines(house)),
        "function_lines": sizes.spread(sizes.function_lines(house)),
        "line_mean": round(sizes.line_mean(house), 1),
        "comment_lines": round(sizes.comment_lines(house), 3),
        "annotated": round(sizes.annotated(house), 3),
        "class_names": sizes.class_names(house),
        "private_functions": private.total(),
        "private_with_one_caller": round(private[1] / max(1, private.total()), 3),
        "notice_rooms": len(graphs.room_graph(house)),
    }


def measure(root: Path = ROOT) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """All figures of the house at `root`, and the list behind each that has one."""
    house = read_house(root)
    lists = {name: find(house) for name, find in LISTS.items()}
    return figures(house) | {name: len(found) for name, found in lists.items()}, lists


def main(arguments: list[str]) -> None:
    """Print them, and with `--list` the lists."""
    roots = [Path(one).resolve() for one in arguments if not one.startswith("-")]
    if "--draw" in arguments:
        print(draw(read_house(*roots[:1] or [ROOT])))
        return
    found, lists = measure(*roots[:1])
    print(json.dumps(found | ({"lists": lists} if "--list" in arguments else {}), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
