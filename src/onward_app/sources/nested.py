"""The marks of places inside a place: a folder and an archive know each mailbox and each file in them by its name."""

from __future__ import annotations

from hashlib import sha256

from onward_app.sources.found import LONGEST_LEDGER, GrownOnDisk, ReadMarks

INSIDE = "//"  # between a file's path and a mark of its own: no path has it
_LONGEST_NAME = 200  # characters of a path; of a longer one a print is kept


class NestedMarks:
    """What was read of each place inside another one, before and now. `marks` are those of the outer place."""

    def __init__(self, marks: ReadMarks) -> None:
        self.marks = marks
        self.marks.now.clear()
        self.marks.notes.clear()
        self.there: set[str] = set()
        self.before: dict[str, dict[str, str]] = {}
        for key, mark in marks.before.items():
            name, _, own = key.partition(INSIDE)
            self.before.setdefault(name, {})[own] = mark

    def meet(self, path: str) -> None:
        """There is mail at this path; what was known of it stays known until `keep` says more."""
        name = _name_place(path)
        self.there.add(name)
        self.marks.now.update((name + INSIDE + own, mark) for own, mark in self.before.get(name, {}).items())

    def is_same(self, path: str, mark: str) -> bool:
        """Whether what lies there has the mark that it had."""
        return self.before.get(_name_place(path), {}).get("") == mark

    def was_read(self, path: str) -> bool:
        """Whether it was read before, be it as it is now or otherwise."""
        return _name_place(path) in self.before

    def keep(self, path: str, mark: str) -> None:
        """What lies there was read whole."""
        self.marks.now[_name_place(path) + INSIDE] = mark

    def lend(self, path: str, inner: GrownOnDisk) -> None:
        """Have a place inside go on where it stopped."""
        inner.marks.before = self.before.get(_name_place(path), {})

    def take_back(self, path: str, inner: GrownOnDisk) -> None:
        """Keep how far a place inside was read now, and what was odd about it."""
        head = _name_place(path) + INSIDE
        for key in [key for key in self.marks.now if key.startswith(head)]:
            del self.marks.now[key]
        kept = ((head + own, mark) for own, mark in inner.marks.now.items())
        self.marks.now.update((key, mark) for key, mark in kept if len(key) <= LONGEST_LEDGER)
        self.marks.notes += inner.marks.notes

    def say_gone(self, outer: str) -> None:
        """Note how many places with mail went from the outer one."""
        gone = len(self.before.keys() - self.there)
        if gone and not self.there:
            self.marks.notes.append(
                f"“{outer}” is empty now; when it was last read there was mail in it. What was read of it stays."
            )
        elif gone:
            few, them = ("one file", "it") if gone == 1 else (f"{gone:,} files", "them")
            self.marks.notes.append(
                f"Since “{outer}” was last read, {few} with mail went from it. What was read of {them} stays."
            )


def _name_place(path: str) -> str:
    return path if len(path) <= _LONGEST_NAME else sha256(path.encode("utf-8", "surrogateescape")).hexdigest()
