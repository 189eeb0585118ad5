"""The heap: one for all threads, where the system's allocator (that of GNU) would keep one for each, and Python's own
search for circles in it, which waits until all is loaded.
"""

from __future__ import annotations

import atexit
import gc
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


def load_undisturbed() -> None:
    """Let Python look for circles no more: while it loads there are none, and looking takes an eighth of the time."""
    gc.disable()


def end_loading() -> None:
    """Look for them again from here on, and not in what was loaded: that stays to the end.

    Only at the end it is looked at as well. What is known from there alone, such as an open database, is closed then.
    """
    gc.freeze()
    gc.enable()
    atexit.register(gc.unfreeze)
