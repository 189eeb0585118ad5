"""How large modules, functions and lines are, and what is written on them."""

from __future__ import annotations

import ast
import tokenize
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import StringIO
from statistics import mean, median

from benchmarks.structure.tree import Function, House

LONG = 120  # characters of a line


def spread(numbers: Iterable[int]) -> dict[str, float]:
    """Median, the value that 90 % don't exceed (nearest rank), and the largest."""
    every = sorted(numbers) or [0]
    return {"median": median(every), "p90": every[-(-9 * len(every) // 10) - 1], "max": every[-1]}


def module_lines(house: House) -> list[int]:
    """Lines of each module, empty ones too."""
    return [len(module.lines) for module in house.modules.values()]


def function_lines(house: House) -> list[int]:
    """Lines of each function from `def` to its end: docstring and empty lines are counted, decorators aren't."""
    return [(node.end_lineno or node.lineno) - node.lineno + 1 for node in _every_function(house)]


def _every_function(house: House) -> Iterator[Function]:
    """Also methods, and functions inside functions."""
    return (node for module in house.modules.values() for node in module.nodes if isinstance(node, Function))


def lines_over_120(house: House) -> list[str]:
    """Lines of more than 120 characters, with their length."""
    return [
        f"{module.place}:{number} ({len(line)})"
        for module in house.modules.values()
        for number, line in enumerate(module.lines, 1)
        if len(line) > LONG
    ]


def line_mean(house: House) -> float:
    """Characters a line, indentation too, on average over the lines that aren't empty."""
    return mean([len(line) for module in house.modules.values() for line in module.lines if line.strip()] or [0])


def comment_lines(house: House) -> float:
    """Share of all lines that hold a comment, alone or behind code."""
    comments = sum(
        token.type == tokenize.COMMENT
        for module in house.modules.values()
        if "#" in module.text
        for token in tokenize.generate_tokens(StringIO(module.text).readline)
    )
    return comments / max(1, sum(module_lines(house)))


def annotated(house: House) -> float:
    """Share of functions whose return and every argument (but self and cls) are annotated."""
    every = list(_every_function(house))
    return sum(map(_is_annotated, every)) / max(1, len(every))


def _is_annotated(node: Function) -> bool:
    a = node.args
    rest = [one for one in (a.vararg, a.kwarg) if one is not None]
    plain = [one for one in (*a.posonlyargs, *a.args) if one.arg not in {"self", "cls"}]
    return node.returns is not None and all(one.annotation for one in (*plain, *a.kwonlyargs, *rest))


def class_names_twice(house: House) -> list[str]:
    """Names that classes of more than one module have (at the top of it), with the modules."""
    homes: dict[str, list[str]] = defaultdict(list)
    for full in house.classes:
        homes[full.rpartition(".")[2]].append(full.rpartition(".")[0])
    return [f"{name}: {', '.join(where)}" for name, where in sorted(homes.items()) if len(where) > 1]


def class_names(house: House) -> int:
    """How many different names classes have."""
    return len({node.name for node in house.classes.values() if isinstance(node, ast.ClassDef)})
