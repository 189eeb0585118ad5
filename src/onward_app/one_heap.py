"""One heap for all threads of a server, where the system's allocator (that of GNU) would keep one for each."""

from __future__ import annotations

import sys
from contextlib import suppress

_ARENA_MAX = -8  # M_ARENA_MAX of mallopt(3)


def share_heap() -> None:
    """Have the threads to come take from one heap: what one page needed the next one uses, in whichever thread.

    Each thread's own keeps the most that any page ever took. Elsewhere than on Linux nothing is done.
    """
    if sys.platform != "linux":
        return
    with suppress(ImportError, OSError, AttributeError):  # another C library has no such thing
        import ctypes

        ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)
