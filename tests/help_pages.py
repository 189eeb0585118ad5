"""Write what `--help` prints into docs/command-line.md: `python tests/help_pages.py`."""

from __future__ import annotations

import os
import re
import sys
from contextlib import redirect_stdout, suppress
from functools import cache
from io import StringIO
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "command-line.md"
MARK = "<!-- help -->\n"


@cache
def asked(*words: str) -> str:
    """What one command prints when it is asked for help."""
    sys.path.insert(0, str(ROOT / "src"))
    from onward_app.cli.start import app

    told = StringIO()
    with patch.dict(os.environ, COLUMNS="100"), redirect_stdout(told), suppress(SystemExit):
        app([*words, "--help"], prog_name="onward")
    return "\n".join(line.rstrip() for line in told.getvalue().strip().splitlines())


def commands(words: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command there is, those of groups included, in the order in which help lists them."""
    _, found, rest = asked(*words).partition("Commands:\n")
    if not found:
        return [words]
    names = re.findall(r"^  (\S+)", rest, re.MULTILINE)
    return [words, *(deeper for name in names for deeper in commands((*words, name)))]


def written() -> str:
    """The page with its last part made anew."""
    before, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    parts = [f"### `{' '.join(('onward', *words))}`\n\n```\n{asked(*words)}\n```" for words in commands()]
    return before + MARK + "\n" + "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
