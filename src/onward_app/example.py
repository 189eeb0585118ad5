"""Where the example mailbox is: packaged with Onward, or in the checkout it runs from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

SHOWN = "ONWARD_EXAMPLE"  # set while the example search is open, so that every page can say so


def is_shown() -> bool:
    """Whether this is the example search and not the person's own."""
    return SHOWN in os.environ


@contextmanager
def mailbox() -> Iterator[Path]:
    """The path of the example mailbox for as long as the block lasts."""
    packaged = files("onward_app") / "examples" / "mailbox.mbox"
    if packaged.is_file():
        with as_file(packaged) as place:
            yield place
        return
    yield Path(__file__).parents[2] / "examples" / "mailbox.mbox"
