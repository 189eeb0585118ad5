"""What other programs may do. No Change speaks of it: an undo would open what was shut."""

from __future__ import annotations

from collections.abc import Iterable

from onward_app.records.models import Owner
from onward_app.records.writing.owner import set_owner_fields


def let_programs(owner: Owner, may: Iterable[str]) -> None:
    """They may read, and write these; what isn't named they may not."""
    set_owner_fields(owner, programs_may=sorted(set(may)), programs_shut=False)


def shut_programs(owner: Owner) -> None:
    """None is answered, and nothing is left of what they were let do."""
    set_owner_fields(owner, programs_may=[], programs_shut=True)
