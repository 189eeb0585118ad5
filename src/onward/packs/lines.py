"""On which line of a TOML file a table and its keys stand: TOML readers don't say, and a mistake needs its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_HEADER = re.compile(r"^\s*\[\[?\s*([\w.\-]+)\s*\]\]?")
_KEY = re.compile(r"^\s*([\w\-]+)\s*=")


@dataclass(slots=True)
class Table:
    """One table as it stands in the file: the line of its header and of each of its keys."""

    line: int
    keys: dict[str, int] = field(default_factory=dict)

    def at(self, key: str) -> int:
        """The line of a key, or of the header when the key isn't there."""
        return self.keys.get(key, self.line)


def find_tables(text: str) -> dict[str, list[Table]]:
    """Every table by its dotted name, in the order of the file; "" is what stands before the first header."""
    top = Table(1)
    found: dict[str, list[Table]] = {"": [top]}
    current, quoted = top, False
    for number, line in enumerate(text.splitlines(), 1):
        if not quoted and (header := _HEADER.match(line)):
            current = Table(number)
            found.setdefault(header.group(1), []).append(current)
        elif not quoted and (key := _KEY.match(line)):
            current.keys.setdefault(key.group(1), number)
        quoted ^= (line.count('"""') + line.count("'''")) % 2 == 1
    return found
