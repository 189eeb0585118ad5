"""What a reading process does: it takes lots of messages from its standard input, or one that it looked at briefly, and
gives what they say back.

It knows no database, and asks nobody for anything. It ends when its input does.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys

from onward_app.readers.message import ReadMessage, read_messages, read_whole

SELDOM = 20_000  # objects until Python looks for circles; a letter has none


def help_reading() -> None:
    """Answer until nobody asks. Stopping is for the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(SELDOM)
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what anything prints by the way is no answer
    own, briefly = pickle.load(asked)  # noqa: S301 - from the process that started this one
    while True:
        try:
            given = pickle.load(asked)  # noqa: S301
        except (EOFError, pickle.UnpicklingError):  # the latter where the one that asked was killed in mid-word
            return
        try:
            told = read_whole(given) if isinstance(given, ReadMessage) else read_messages(given, own, briefly=briefly)
            pickle.dump(told, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
        except BrokenPipeError:
            os._exit(0)  # nothing is left to be said, at the end neither


if __name__ == "__main__":
    help_reading()
