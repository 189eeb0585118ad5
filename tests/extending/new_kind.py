"""Where a kind of event comes by, with one that was just added to a copy of Onward: python -m tests.extending.new_kind.

Two jobs get it, by hand and from a spreadsheet, and a third is left for the command line, all a few days after what goes
before it. Printed is what the pages then say, as one object.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta

from onward_app.cli.owner import command_line_owner


def main(kind: str, called: str, *before: str) -> None:
    owner = command_line_owner()
    from django.core.management import call_command
    from tests.brought import bring_rows, list_troubles
    from tests.people import door

    from onward_app import clock
    from onward_app.records.writing.jobs import add_event, add_job

    applied, earlier, now = (clock.today() - timedelta(days=days) for days in (20, 10, 3))
    by_hand, _ = add_job(owner, employer="Harbor Light", role="Therapist", on=applied)
    for one in before:
        add_event(owner, by_hand, kind=one, on=earlier)
    add_event(owner, by_hand, kind=kind, on=now)

    cells = [("applied", applied), *((one, earlier) for one in before), (called, now)]
    rows = "employer,role,status,date\n" + "".join(f"Pines,Nurse,{s},{on}\n" for s, on in cells)
    assert list_troubles(rows) == []
    bring_rows(owner, rows)

    left, _ = add_job(owner, employer="Old Mill", role="Cook", on=applied)
    for one in before:
        add_event(owner, left, kind=one, on=earlier)

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    browser = door(owner)
    first = browser.get(f"/jobs/{by_hand.pk}/", follow=True)  # a fresh no is met by its own page
    addresses = (f"/jobs/{by_hand.pk}/", "/jobs/add/", "/start/interview/", "/start/offer/", "/pace/", "/debrief/")
    pages = {"first": first, **{address: browser.get(address) for address in addresses}}
    assert {page.status_code for page in pages.values()} == {200}
    sys.stdout.write(json.dumps({name: page.content.decode() for name, page in pages.items()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
