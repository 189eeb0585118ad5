"""Every test and what it asserts, a line each: `python benchmarks/asserted.py [FOLDER …] > before`.

Two such lists, of before and after, show whether an assertion was lost: `comm -23 <(sort before) <(sort after)`.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RAISES = {"raises", "warns", "fail"}  # of pytest


def list_asserted(path: Path) -> Iterator[str]:
    """`file::function: what is asserted`, for each assertion in the file, helpers included."""
    name = path.relative_to(ROOT).as_posix()
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if function.name.startswith("test_"):
            yield f"{name}::{function.name}"
        yield from (f"{name}::{function.name}: {said}" for node in ast.walk(function) if (said := say_asserted(node)))


def say_asserted(node: ast.AST) -> str:
    """What an `assert`, or a `with pytest.raises(…)`, asserts."""
    if isinstance(node, ast.Assert):
        return ast.unparse(node.test)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in RAISES:
        return ast.unparse(node)
    return ""


def main() -> None:
    """Print them."""
    folders = [Path(word).resolve() for word in sys.argv[1:]] or [ROOT / "tests"]
    for path in sorted(path for folder in folders for path in folder.rglob("*.py")):
        print(*list_asserted(path), sep="\n")


if __name__ == "__main__":
    main()
