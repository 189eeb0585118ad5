"""Standard output and error, whatever alphabet they have."""

from __future__ import annotations

import codecs
import sys
from io import TextIOWrapper

_PLAINER = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "→": "->", "·": "-"})


def show_any_letters() -> None:
    """Let output go on where it can’t show a letter, as Windows’ often can’t when it is kept in a file: a plainer sign
    stands there, or a question mark.
    """
    codecs.register_error("onward", _write_plainer)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.encoding.lower().startswith("utf"):
            stream.reconfigure(errors="onward")


def _write_plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plain = error.object[error.start : error.end].translate(_PLAINER)
    return "".join(sign if sign.isascii() else "?" for sign in plain), error.end
