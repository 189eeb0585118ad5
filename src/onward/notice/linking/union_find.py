"""Sets that are joined pair by pair (union-find), with a root that doesn't depend on the order of joining."""

from __future__ import annotations


class UnionFind:
    """Which strings belong together; the smallest of a set is its root."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, thing: str) -> str:
        """The smallest string joined with this one, itself when it stands alone."""
        path = []
        while (above := self._above.get(thing, thing)) != thing:
            path.append(thing)
            thing = above
        for passed in path:
            self._above[passed] = thing
        return thing

    def join(self, one: str, other: str) -> None:
        """Put the sets of both together."""
        a, b = sorted((self.root(one), self.root(other)))
        if a != b:
            self._above[b] = a
