"""A disk that keeps what was synced, and of the rest what chance leaves: nothing, all of it, or some sectors.

Stricter than any file system that Onward is likely to meet: syncing a file doesn't sync its name, and what wasn't synced may be there in any order.
Names are kept in their order, as by a journal: a later one isn't there without an earlier one.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path, PurePosixPath

from benchmarks.attack.power.calls import Call

SECTOR = 512  # bytes that are written together or not at all


@dataclass(eq=False, slots=True)
class Node:
    """A file or a folder: what is safe, and what was written since."""

    kept: bytearray | None = None  # None: a folder
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)  # where, what; or a new length


@dataclass(eq=False, slots=True)
class Naming:
    """One step that gives or takes names, whole or not at all."""

    changes: tuple[tuple[Node, str, Node | None], ...]
    safe: bool = False


@dataclass(eq=False, slots=True)
class Opened:
    """A file that is open, and where it goes on."""

    node: Node
    at: int = 0
    appends: bool = False


class Disk:
    """A folder, what calls make of it, and how it may be found when the power goes."""

    def __init__(self, root: Path) -> None:
        self.root = PurePosixPath(root)
        self.top = Node()
        self.namings: list[Naming] = []
        self.names: dict[Node, dict[str, Node]] = {}  # as they are now
        self.opened: dict[int, Opened] = {}
        self.said = Node(bytearray())  # stands for every file elsewhere
        for path in sorted(root.rglob("*")):
            node = Node() if path.is_dir() else Node(bytearray(path.read_bytes()))
            self._note(Naming((self._change(str(path), node),), safe=True))

    def begin_process(self) -> None:
        """A process of its own: it has nothing open."""
        self.opened = {}

    def take(self, call: Call) -> None:
        """Do what was asked."""
        take = _TAKES.get(call.name)
        if take is not None:
            take(self, call)

    # names

    def find(self, path: str) -> Node | None:
        """What is under a path now; None where nothing is, or where it is elsewhere."""
        parts = self._parts(path)
        if parts is None:
            return None
        node: Node | None = self.top
        for part in parts:
            node = self.names.get(node, {}).get(part) if node else None
        return node

    def _parts(self, path: str) -> tuple[str, ...] | None:
        whole = PurePosixPath(path)
        return whole.relative_to(self.root).parts if whole.is_relative_to(self.root) else None

    def _change(self, path: str, node: Node | None) -> tuple[Node, str, Node | None]:
        parent = self.find(str(PurePosixPath(path).parent))
        assert parent is not None, path
        return parent, PurePosixPath(path).name, node

    def _note(self, naming: Naming) -> None:
        self.namings.append(naming)
        _do_naming(self.names, naming)

    def name(self, path: str, node: Node | None) -> None:
        """A name comes, or goes."""
        if self._parts(path) is not None:
            self._note(Naming((self._change(path, node),)))

    def rename(self, old: str, new: str) -> None:
        """One name goes and another comes, in one step; from elsewhere, what comes has nothing that is safe."""
        sides = ((old, None), (new, self.find(old)))
        changes = tuple(self._change(path, node) for path, node in sides if self._parts(path) is not None)
        self._note(Naming(changes))

    # what is open

    def open(self, number: int, path: str, flags: str) -> None:
        """A file, made where it isn't there; one elsewhere is written into the void."""
        node = Node(bytearray()) if "O_TMPFILE" in flags else self.find(path)
        if node is None and self._parts(path) is not None:
            node = Node(bytearray())
            self.name(path, node)
        node = node or self.said
        if "O_TRUNC" in flags and node is not self.said:
            node.waiting.append((0, None))
        self.opened[number] = Opened(node, appends="O_APPEND" in flags)

    def write(self, number: int, raw: bytes, at: int | None = None) -> None:
        """Some bytes, there or where it goes on."""
        file = self.opened.get(number)
        if file is None or file.node is self.said:
            return
        if at is None:
            at = length(file.node) if file.appends else file.at
            file.at = at + len(raw)
        file.node.waiting.append((at, raw))

    def copy(self, to: int, source: int, at: int, size: int) -> None:
        """Bytes of one file into another, by the system."""
        self.write(to, bytes(apply(self.opened[source].node)[at : at + size]))

    def sync(self, number: int) -> None:
        """What a file holds, or which names a folder has, is safe from here on."""
        file = self.opened.get(number)
        if file is None or file.node is self.said:
            return
        if file.node.kept is not None:
            file.node.kept, file.node.waiting = apply(file.node), []
            return
        for naming in self.namings:
            naming.safe = naming.safe or any(folder is file.node for folder, _, _ in naming.changes)

    # the power goes

    def cut(self, into: Path, chance: random.Random | None, *, all_of_it: bool = False) -> None:
        """Build the folder as it may be found: only what is safe, with all that waits, or with some of it by chance."""
        waiting = sum(not one.safe for one in self.namings)
        left = waiting if all_of_it else chance.randint(0, waiting) if chance else 0
        names: dict[Node, dict[str, Node]] = {}
        for naming in self.namings:
            if naming.safe or left > 0:
                _do_naming(names, naming)
            left -= not naming.safe
        self._build(self.top, into, names, lambda node: _keep_some(node, chance, all_of_it=all_of_it))

    def _build(
        self, node: Node, place: Path, names: dict[Node, dict[str, Node]], keep: Callable[[Node], bytes]
    ) -> None:
        place.mkdir(mode=0o700)
        for name, child in names.get(node, {}).items():
            if child.kept is None:
                self._build(child, place / name, names, keep)
            else:
                (place / name).write_bytes(keep(child))


def _do_naming(names: dict[Node, dict[str, Node]], naming: Naming) -> None:
    for folder, name, node in naming.changes:
        if node is None:
            names.setdefault(folder, {}).pop(name, None)
        else:
            names.setdefault(folder, {})[name] = node


def apply(node: Node) -> bytearray:
    """A file with everything that was written."""
    assert node.kept is not None
    whole = bytearray(node.kept)
    for at, raw in node.waiting:
        _put(whole, at, raw)
    return whole


def length(node: Node) -> int:
    """How long a file is now."""
    return len(apply(node))


def _put(whole: bytearray, at: int, raw: bytes | None) -> None:
    if raw is None:
        del whole[at:]
        whole.extend(bytes(at - len(whole)))
        return
    whole.extend(bytes(max(0, at - len(whole))))
    whole[at : at + len(raw)] = raw


def _keep_some(node: Node, chance: random.Random | None, *, all_of_it: bool) -> bytes:
    assert node.kept is not None
    if all_of_it:
        return bytes(apply(node))
    whole = bytearray(node.kept)
    for at, raw in node.waiting if chance else ():
        assert chance is not None
        if raw is None or chance.random() < 0.5:
            if raw is not None or chance.random() < 0.5:
                _put(whole, at, raw)
            continue
        for start, end in _list_sectors(at, len(raw)):  # torn
            if chance.random() < 0.5:
                _put(whole, at + start, raw[start:end])
    return bytes(whole)


def _list_sectors(at: int, size: int) -> list[tuple[int, int]]:
    """Where the sectors of a write begin and end, counted from its own start."""
    edges = [0, *range(SECTOR - at % SECTOR, size, SECTOR), size]
    return list(pairwise(edges))


def _open(disk: Disk, call: Call) -> None:
    disk.open(call.answer, call.path(1), str(call.given[2]))


def _close(disk: Disk, call: Call) -> None:
    disk.opened.pop(call.number(0), None)


def _seek(disk: Disk, call: Call) -> None:
    if file := disk.opened.get(call.number(0)):
        file.at = call.answer


def _write(disk: Disk, call: Call) -> None:
    raw = call.given[1]
    assert isinstance(raw, bytes), call
    disk.write(call.number(0), raw[: call.answer], call.number(3) if call.name == "pwrite64" else None)


def _truncate(disk: Disk, call: Call) -> None:
    if (file := disk.opened.get(call.number(0))) and file.node is not disk.said:
        file.node.waiting.append((call.number(1), None))


def _send(disk: Disk, call: Call) -> None:
    to, source, at = call.number(0), call.number(1), str(call.given[2])
    if to in disk.opened and disk.opened[to].node is not disk.said:
        disk.copy(to, source, int(at.split("]")[0].lstrip("[")), call.answer)


def _name_new(disk: Disk, call: Call) -> None:
    disk.name(call.path(0), Node())


def _drop_name(disk: Disk, call: Call) -> None:
    disk.name(call.path(0 if call.name in {"unlink", "rmdir"} else 1), None)


def _rename(disk: Disk, call: Call) -> None:
    disk.rename(call.path(0), call.path(1))


def _link(disk: Disk, call: Call) -> None:
    disk.name(call.path(1), disk.find(call.path(0)))


_TAKES: dict[str, Callable[[Disk, Call], None]] = {
    "openat": _open, "close": _close, "lseek": _seek, "write": _write, "pwrite64": _write, "ftruncate": _truncate,
    "sendfile": _send, "fsync": lambda disk, call: disk.sync(call.number(0)),
    "fdatasync": lambda disk, call: disk.sync(call.number(0)), "mkdir": _name_new, "unlink": _drop_name,
    "unlinkat": _drop_name, "rmdir": _drop_name, "rename": _rename, "link": _link,
}  # fmt: skip
