"""What commands do alike: find the job whose number was typed, and say what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onward_app.cli.say import refuse, say, say_json

if TYPE_CHECKING:
    from onward_app.records.models import Change, Opportunity, Owner


def find_job(me: Owner, job: int) -> Opportunity:
    """The job with this number; the command ends with a sentence when there is none."""
    from onward_app.records.reading.rows import NotFound, find_opportunity

    try:
        return find_opportunity(me, job)
    except NotFound:
        refuse(f"There is no job {job}. `onward jobs` lists them.")


def say_change(
    change: Change | None,
    *,
    job: Opportunity | None = None,
    first: str = "",
    nothing: str = "It was so already.",
    as_json: bool = False,
    err: bool = False,
) -> None:
    """Say what was done and how it is taken back, after `first`; or as JSON, with the `job` it was done to.

    `nothing` is said where there is no change, because all was so already.
    """
    if as_json:
        from onward_app.as_json.changes import change_to_json

        say_json(change_to_json(change, job))
        return
    if change is None or change.pk is None:
        say(nothing, err=err)
        return
    start = f"{first}: " if first else ""
    say(f"{start}{change.summary} (change {change.pk}; `onward undo {change.pk}` takes it back)", err=err)
