"""What each door of the first page notes down, and where it leads."""

from __future__ import annotations

import shlex
import shutil
import sys
from datetime import date

from onward.facts import Stage
from onward_app.packs_folder import list_packs
from onward_app.records.models import Card, Change, Opportunity, Owner
from onward_app.records.reading.jobs import list_event_facts
from onward_app.records.writing.jobs import add_event, add_job


def note_quiet(
    owner: Owner, row: Opportunity | None, *, employer: str, role: str, since: date
) -> tuple[Opportunity, Change | None]:
    """A job to wait for, silent up to today because the person says so."""
    from onward_app.records.writing.pace import record_nothing_heard  # the first page is shown without it

    if row is None:
        return add_job(owner, employer=employer, role=role, on=since, silent=True)
    noted = None if list_event_facts(row) else add_event(owner, row, kind=Stage.APPLIED, on=since)
    return row, record_nothing_heard(owner, row) or noted


def find_card_from_pack(owner: Owner) -> Card | None:
    """A question of a pack that is a card already and was never answered."""
    rows = Card.objects.of(owner).filter(retired_on=None, reviews=None).exclude(pack="")
    return rows.order_by("pk").first()


def add_question_from_pack(owner: Owner) -> Card:
    """The first question of the person's field, or of the general pack, as a card."""
    from onward_app.records.writing.practice import add_family  # the first page is shown without it

    pack = list_packs(owner.field)[0]
    family = pack.families[0]
    there = set(Card.objects.of(owner).filter(pack=pack.key).values_list("item", flat=True))
    item = next((one for one in family.questions if one.key not in there), family.questions[0])
    chosen = (item.key, item.ask, item.points)
    add_family(owner, pack=pack.key, family=family.key, title=family.name, items=[chosen])
    return Card.objects.of(owner).get(pack=pack.key, family=family.key, item=item.key)


def find_command() -> str:
    """How Onward is run on this computer, as it would be typed: its name if that is found, else the way it was run."""
    return "onward" if shutil.which("onward") else shlex.quote(sys.argv[0])
