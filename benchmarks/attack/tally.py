"""What an attack did: how many tries, which failed, and which took longest."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

SHOWN = 20  # failures that are printed


@dataclass(slots=True)
class Tally:
    """The counts of one attack."""

    attack: str
    tried: int = 0
    failed: list[str] = field(default_factory=list)
    slowest: float = 0.0  # seconds of the processor
    slowest_of: str = ""
    told: dict[str, Any] = field(default_factory=dict)  # what else is worth a figure

    @contextmanager
    def one(self, what: str) -> Iterator[None]:
        """One try: what is raised in it is a failure."""
        self.tried += 1
        begun = time.process_time()
        try:
            yield
        except Exception as trouble:
            self.fail(f"{what}: {type(trouble).__name__}: {str(trouble)[:200]}")
        took = time.process_time() - begun
        if took > self.slowest:
            self.slowest, self.slowest_of = took, what

    def fail(self, what: str) -> None:
        """What went wrong."""
        self.failed.append(what)

    def holds(self, true: bool, what: str) -> None:
        """A try of which it is known whether it held."""
        self.tried += 1
        if not true:
            self.fail(what)

    def __str__(self) -> str:
        told = {
            "attack": self.attack,
            "tried": self.tried,
            "failed": len(self.failed),
            "slowest": round(self.slowest, 3),
        }
        more = {"slowest_of": self.slowest_of} if self.slowest_of else {}
        return json.dumps(told | more | self.told | ({"failures": self.failed[:SHOWN]} if self.failed else {}))
