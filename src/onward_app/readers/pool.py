"""Messages read on all cores there are: much is handed to processes of their own, a little is read here."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event
from types import TracebackType
from typing import cast

from onward_app.one_heap import share_heap
from onward_app.own_program import start_with
from onward_app.readers.message import ReadMessage, is_brief, read_messages, read_whole

MUCH = 200  # messages at once, from which it pays to start processes: one needs half a second to begin
MANY_BYTES, FEW_BYTES = 32_000_000, 2_000_000  # of messages at once: for others, and where nobody else reads
LOT = 20  # messages that a process is given at once
MOST = 2  # processes; each needs some 60 MB
_HELPER = "onward_app.readers.helper"


class HelperGone(Exception):
    """A reading process ended before it answered."""


class HelperProcess:
    """One reading process, which is given lots of messages one after the other."""

    def __init__(self, own: frozenset[str], *, briefly: bool) -> None:
        within = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        self.process = subprocess.Popen(  # noqa: S603 - itself
            start_with(_HELPER), env=within, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._say((own, briefly))

    def read(self, raws: list[bytes]) -> list[ReadMessage]:
        """What these messages say. HelperGone when it isn't there any more."""
        return cast("list[ReadMessage]", self._ask(raws))

    def read_whole(self, item: ReadMessage) -> ReadMessage:
        """All that this one says, which was looked at briefly. HelperGone as above."""
        return cast("ReadMessage", self._ask(item))

    def _ask(self, what: object) -> object:
        self._say(what)
        try:
            return pickle.load(self.process.stdout)  # type: ignore[arg-type]  # noqa: S301
        except (EOFError, OSError, ValueError, pickle.UnpicklingError) as gone:
            raise HelperGone from gone

    def end(self) -> None:
        """End it, whatever it does."""
        self.process.kill()
        self.process.communicate()

    def _say(self, what: object) -> None:
        try:
            pickle.dump(what, self.process.stdin, pickle.HIGHEST_PROTOCOL)  # type: ignore[arg-type]
            self.process.stdin.flush()  # type: ignore[union-attr]
        except (OSError, ValueError) as gone:
            raise HelperGone from gone


class Readers:
    """Reads messages, in their order. Processes are started when much is read for the first time, and end with the
    block. Where one ends before, its lot is read here: no message is lost.
    """

    def __init__(self, own: frozenset[str], *, briefly: bool = False, count: int | None = None) -> None:
        self.own, self.briefly = own, briefly
        self.count = min(count_cores(), MOST) if count is None else count
        self._threads: ThreadPoolExecutor | None = None
        self._beside: ThreadPoolExecutor | None = None  # asks for single messages, while lots wait
        self._nobody_waits = Event()
        self._nobody_waits.set()
        self._idle: SimpleQueue[HelperProcess | None] = SimpleQueue()
        self.helpers: list[HelperProcess] = []
        self._over = False

    @property
    def room(self) -> int:
        """Bytes of messages that it pays to hand over at once: where they are read here, no more than it takes."""
        return MANY_BYTES if self.count > 1 else FEW_BYTES

    def __enter__(self) -> Readers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._over = True
        for one in self.helpers:
            one.end()
        self._nobody_waits.set()
        for threads in (self._threads, self._beside):
            if threads is not None:
                threads.shutdown(cancel_futures=True)

    def expect_much(self) -> None:
        """Much will be read: processes are started, and get ready meanwhile."""
        if self._threads is None and self.count > 1:
            self._start()

    def begin(self, raws: list[bytes]) -> Iterator[ReadMessage]:
        """Have them read, by others where there are others, and give what they say as it is asked for."""
        if len(raws) >= MUCH:
            self.expect_much()
        if self._threads is None:
            return iter(self._read_here(raws))
        lots = (raws[at : at + LOT] for at in range(0, len(raws), LOT))
        return _gather([self._threads.submit(self._read_lot, lot) for lot in lots])

    def read_whole(self, item: ReadMessage) -> ReadMessage:
        """All that a message says which was looked at briefly: where others read, what they need isn't loaded here. It
        comes before lots that wait: whoever asks does nothing else until then.
        """
        if self._beside is None or not is_brief(item):
            return read_whole(item)
        return self._beside.submit(self._have_read_whole, item).result()

    def _start(self) -> None:
        share_heap()
        self._threads, self._beside = ThreadPoolExecutor(self.count), ThreadPoolExecutor(1)
        for _ in range(self.count):
            try:
                self.helpers.append(HelperProcess(self.own, briefly=self.briefly))
            except (OSError, HelperGone):  # no room for another process
                self._idle.put(None)
            else:
                self._idle.put(self.helpers[-1])

    def _read_lot(self, raws: list[bytes]) -> list[ReadMessage]:
        self._nobody_waits.wait()
        helper = self._idle.get()
        try:
            if helper is not None and not self._over:
                return helper.read(raws)
        except HelperGone:
            helper = None
        finally:
            self._idle.put(helper)
        return [] if self._over else self._read_here(raws)

    def _have_read_whole(self, item: ReadMessage) -> ReadMessage:
        self._nobody_waits.clear()
        helper = self._idle.get()
        try:
            if helper is not None and not self._over:
                return helper.read_whole(item)
        except HelperGone:
            helper = None
        finally:
            self._idle.put(helper)
            self._nobody_waits.set()
        return read_whole(item)

    def _read_here(self, raws: list[bytes]) -> list[ReadMessage]:
        return read_messages(raws, self.own, briefly=self.briefly)


def _gather(lots: list[Future[list[ReadMessage]]]) -> Iterator[ReadMessage]:
    for lot in lots:
        yield from lot.result()


def count_cores() -> int:
    """The cores this process may use; 1 where no other process can be started, as in a browser."""
    if sys.platform == "emscripten" or not sys.executable:
        return 1
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not everywhere is there such a thing
        return os.cpu_count() or 1
