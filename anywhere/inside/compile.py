"""Runs inside Pyodide: every source below /made becomes bytecode of the Python that will run it."""

import py_compile
from pathlib import Path

UNCHECKED = py_compile.PycInvalidationMode.UNCHECKED_HASH

for path in sorted(Path("/made").rglob("*.py")):
    shown = str(path.relative_to("/made"))
    py_compile.compile(path, path.with_suffix(".pyc"), shown, doraise=True, optimize=2, invalidation_mode=UNCHECKED)
    path.unlink()
