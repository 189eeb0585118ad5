"""One thing that a letter says of the job, with its place."""

from __future__ import annotations

from dataclasses import dataclass

from onward.notice.verdict import Because


@dataclass(frozen=True, slots=True)
class Answer:
    """A name or a role with its place. `by` is body, subject, name (the sender's), domain or signature."""

    because: Because
    by: str
    shown: str
