"""Which letter answers which ask, kept beside the letter: looked at anew only where something it rests on was written.

It rests on the asks of the last months before a letter, on the letters of their jobs, and on whether it is a no.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from onward.ask.answered import WAITS
from onward.facts import NOS
from onward_app.records.models import Ask, Event, Letter, Owner
from onward_app.records.reading.replies import find_answers

_LOOKED_AT = (
    "key", "kind", "on", "sender", "sender_name", "subject", "refs", "thread", "verdict", "answers_id",
)  # fmt: skip
BATCH = 200


def refresh_answers_around(owner: Owner, *, jobs: Collection[int], days: Collection[date] = ()) -> None:
    """After these jobs of the owner's, their events or letters were altered, or asks of these days."""
    asked = Ask.objects.filter(opportunity__in=jobs).exclude(sent_on=None)
    told = Event.objects.filter(opportunity__in=jobs, kind__in=NOS).exclude(letter="").order_by()
    keys = told.values_list("letter", flat=True)
    sent = {on for on in asked.values_list("sent_on", flat=True) if on is not None}
    refresh_answers(owner, days=sent.union(days), keys=set(keys))


def refresh_answers(owner: Owner, *, days: Collection[date] = (), keys: Collection[str] = ()) -> None:
    """Look anew at letters that come in time for an ask of these days, and at those with these keys."""
    # The days on which something sent on these may be answered, as few spans
    waits: list[tuple[date, date]] = []
    for day in sorted(days):
        since = waits.pop()[0] if waits and day <= waits[-1][1] else day
        waits.append((since, day + WAITS))
    spans = [Q(on__range=span) for span in waits]
    timely = [*spans, Q(on=None)] if spans else []
    if timely or keys:
        _look_at(owner, Letter.objects.filter(reduce(or_, timely, Q(key__in=keys)), owner=owner))


def rebuild_answers(owner: Owner) -> int:
    """Look anew at every letter; returns for how many that changed anything."""
    return _look_at(owner, Letter.objects.filter(owner=owner))


def _look_at(owner: Owner, rows: QuerySet[Letter]) -> int:
    if not Ask.objects.filter(owner=owner).exclude(sent_on=None).exists():
        return 0  # and none was ever sent that a letter could have answered
    letters = list(rows.filter(outgoing=False).only(*_LOOKED_AT))
    found = find_answers(owner, letters)
    changed = [row for row in letters if row.answers_id != found.get(row.pk)]
    for row in changed:
        row.answers_id = found.get(row.pk)
    Letter.objects.bulk_update(changed, ["answers"], batch_size=BATCH)
    return len(changed)
