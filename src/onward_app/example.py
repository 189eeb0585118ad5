"""Where the example mailbox is: packaged with Onward, or in the checkout it runs from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def mailbox() -> Iterator[Path]:
    """The path of the example mailbox for as long as the block lasts."""
    packaged = files("onward_app") / "examples" / "mailbox.mbox"
    if packaged.is_file():
        with as_file(packaged) as place:
            yield place
        return
    yield Path(__file__).parents[2] / "examples" / "mailbox.mbox"
