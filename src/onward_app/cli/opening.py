"""The command `onward`: opening it, which it is typed for most, doesn't wait until all other commands are loaded."""

from __future__ import annotations

import sys
from functools import partial

from onward_app.cli.guard import run_guarded

OPENINGS = {(): True, ("--no-browser",): False}  # what may be typed, and whether a browser opens


def main() -> None:
    """Open Onward, or run what else was typed."""
    browser = OPENINGS.get(tuple(sys.argv[1:]))
    if browser is None:
        from onward_app.cli.start import main as run_command

        run_command()
    else:
        run_guarded(partial(_open, browser=browser))


def _open(*, browser: bool) -> None:
    from onward_app.beyond import ServeTrouble
    from onward_app.serve import serve

    try:
        serve(port=None, browser=browser)
    except ServeTrouble as trouble:
        sys.exit(f"onward: {trouble}")
