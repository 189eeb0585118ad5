"""Files that are named on the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from onward_app.cli.say import refuse


def read_file(file: Path, most: int) -> bytes:
    """The bytes of a file, or of standard input for “-”: `most`, and one more where there are more.

    The command ends with a sentence where it can't be read.
    """
    if str(file) == "-":
        return sys.stdin.buffer.read(most + 1)
    try:
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as trouble:
        refuse(f"{file} can’t be read ({trouble.strerror}). Check the name and the permission.")
