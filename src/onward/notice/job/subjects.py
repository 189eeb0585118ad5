"""Where a subject begins behind “Re:” and its like."""

from __future__ import annotations

from onward.notice.languages.load import compile_words


def skip_reply_prefix(subject: str) -> int:
    """Where a subject begins after “Re:” and its like."""
    match = compile_words("subjects.marks", r"^(?:\s*", r"\s*(?:\[\d+\])?:|\s*\[[^\]]{1,30}\])+\s*").match(subject)
    return match.end() if match else 0
