"""Another process of Onward's own: what starts one of its modules, from a Python or from a built folder."""

from __future__ import annotations

import sys

APART = "-P"  # nothing of the folder that it happens to run in


def start_with(module: str) -> list[str]:
    """The beginning of a command that runs this module of Onward's in a process of its own.

    A built folder has no Python to start. Its one program runs the module itself (`bundle/start.py`).

    >>> start_with("onward_app")[1:]
    ['-P', '-m', 'onward_app']
    """
    is_built = getattr(sys, "frozen", False)
    return [sys.executable, *([] if is_built else [APART]), "-m", module]
