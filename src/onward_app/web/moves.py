"""Where a next move leads: the page and its address, for the front page and the command line."""

from __future__ import annotations

from django.urls import reverse

from onward.today.move import Move
from onward.today.moves import propose_moves
from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.reading.today import load_now

PAGES = {  # by the room and the page of `onward.today.move.Where`: the page's name, and what its address ends in
    ("today", "start"): ("start:front", ""),
    ("today", "welcome"): ("start:front", "?back=1"),
    ("recover", "index"): ("recover:front", ""),
    ("recover", "day"): ("recover:front", ""),
    ("recover", "people"): ("recover:front", ""),
    ("recover", "no"): ("recover:no", ""),
    ("notice", "inbox"): ("notice:front", ""),
    ("notice", "letter"): ("notice:letter", ""),
    ("ask", "reply"): ("ask:outcome", "?read=1"),
    ("ask", "draft"): ("ask:write", ""),
    ("ask", "withdrawal"): ("ask:write", "?sort=withdrawal"),
    ("debrief", "capture"): ("debrief:capture", ""),
    ("debrief", "script"): ("debrief:start", ""),
    ("start", "met"): ("start:met", ""),
    ("kinks", "before"): ("kinks:before", ""),
    ("practice", "index"): ("practice:front", ""),
    ("pace", "coast"): ("pace:front", ""),
    ("pace", "hopes"): ("pace:front", ""),
    ("pace", "tight"): ("pace:front", "#tight"),
    ("pace", "check"): ("pace:check", ""),
    ("pace", "door"): ("jobs:add", ""),
    ("start", "none"): ("start:none", ""),
    ("pace", "waiting"): ("pace:front", "#job-{id}"),
    ("values", "gate"): ("values:job", ""),
    ("values", "income"): ("values:front", "#income"),
    ("recover", "ending"): ("recover:ending", ""),
    ("values", "lines"): ("values:front", ""),
}
WHOLE = (":ending", ":front", ":add", ":none")  # pages that are about no one row


def list_next_moves(owner: Owner) -> list[dict[str, str]]:
    """At most three next moves as the command line shows them."""
    on = clock.today()
    return [
        {"step": move.step, "move": move.move, "reason": move.reason, "url": move_address(move)}
        for move in propose_moves(load_now(owner, on), on)
    ]


def move_address(move: Move) -> str:
    """The page a move leads to: a room's front page, or the page of the one row that it is about."""
    where = move.where
    name, ending = PAGES[where.room, where.page]
    args = [] if name.endswith(WHOLE) else [where.id]
    return reverse(name, args=args) + ending.format(id=where.id)
