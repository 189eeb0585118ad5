"""Whether reading was stopped half way: asked at each start, and so apart from what linking needs."""

from __future__ import annotations

from onward_app.records.models import Owner, Seen


def needs_filing(owner: Owner) -> bool:
    """Whether something was read and not linked yet."""
    return Seen.objects.filter(owner=owner, settled=False).exists()
