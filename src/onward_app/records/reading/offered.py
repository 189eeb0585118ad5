"""What a packet can hold: each thing that may be ticked, with its words as they are now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, QuerySet

from onward.facts import OFFERS, say_happened
from onward.kinks.evidence import Status
from onward.packet.packet import ItemPart, ItemSort, PacketItem
from onward.wording.days import say_day
from onward_app.records.models import (
    Comment,
    Debrief,
    Event,
    Helper,
    Interview,
    Kink,
    Opportunity,
    Owner,
    Sighting,
    Undoable,
    Value,
)
from onward_app.records.reading.debrief import choose_worked_on, list_answers_so_far, load_settings
from onward_app.records.reading.kinks import KinkReport, report_kinks
from onward_app.records.reading.rows import list_events, list_opportunities

Row = TypeVar("Row", bound=Model)
ROWS: dict[str, type[Undoable]] = {
    "strength": Kink, "kink": Kink, "debrief": Debrief, "timeline": Opportunity, "line": Value, "pay": Event,
}  # fmt: skip
GUARDED = frozenset({ItemSort.LINE, ItemSort.PAY})
KNOWN = {
    Status.SUSPECTED: "So far only I think so.",
    Status.SUPPORTED: "One other source says so.",
    Status.CONFIRMED: "Others saw it there.",
}
JOBS_OFFERED = 60
SHORTEST = 3  # letters of an employer's name that is looked for in words


@dataclass(frozen=True, slots=True)
class OfferedItem:
    """One thing that may be ticked, by its key; `guarded` is it for somebody whose employer also places people."""

    key: str
    item: PacketItem
    guarded: bool = False


# By the sort of an item the rows that are asked for; None asks for all of them.
Wanted = Mapping[str, Collection[int] | None]
EVERYTHING: Wanted = dict.fromkeys(map(str, ItemSort))


def read_keys(keys: Iterable[str]) -> Wanted:
    """What items of these keys are made of: “kink-12” is the kink with the id 12."""
    found: dict[str, set[int]] = {}
    for sort, _, number in (key.partition("-") for key in keys):
        found.setdefault(sort, set()).update([int(number)] if number.isdecimal() else [])
    return found


def list_offered(
    owner: Owner, helper: Helper | None = None, *, wanted: Wanted = EVERYTHING, most: int | None = None
) -> list[OfferedItem]:
    """What is wanted of everything with words in it; of all jobs the newest, and of all replays at most so many.

    Pictures are drawn by whoever shows them. `helper` is whom some of it is guarded from, where that is asked.
    """
    others = _other_employers(owner, helper) if helper is not None and helper.places_people else []
    kinks = (
        list(Kink.objects.of(owner).order_by("noticed_on", "pk"))
        if wanted.keys() & {"strength", "kink", "debrief"}
        else []
    )
    told = [
        *_offer_kinks(owner, [row for row in kinks if _is_wanted(row, wanted)]),
        *(_offer_debriefs(owner, choose_worked_on(kinks), wanted["debrief"], most) if "debrief" in wanted else ()),
        *(_offer_timelines(owner, wanted["timeline"]) if "timeline" in wanted else ()),
        *(_offer_lines(owner, wanted["line"]) if "line" in wanted else ()),
        *(_offer_offers(owner, wanted["pay"]) if "pay" in wanted else ()),
    ]
    return [OfferedItem(key, item, _is_guarded(item, others)) for key, item in told]


def _is_wanted(row: Kink, wanted: Wanted) -> bool:
    sort = "strength" if row.strength else "kink"
    ids = wanted.get(sort)
    return sort in wanted and (ids is None or row.pk in ids)


def _narrow_to(rows: QuerySet[Row], ids: Collection[int] | None) -> QuerySet[Row]:
    return rows if ids is None else rows.filter(pk__in=ids)


def _other_employers(owner: Owner, helper: Helper) -> set[str]:
    """The employers of jobs that this helper didn't present."""
    rows = list_opportunities(owner).order_by().values_list("employer", "agency").distinct()
    named = [(employer.casefold(), agency.casefold() == helper.name.casefold()) for employer, agency in rows]
    theirs = {employer for employer, presented in named if presented}
    return {employer for employer, _ in named if employer not in theirs and len(employer) >= SHORTEST}


def _is_guarded(item: PacketItem, others: Iterable[str]) -> bool:
    said = "\n".join(item.texts).casefold()
    return item.sort in GUARDED or any(name in said for name in others)


def _offer_kinks(owner: Owner, rows: Sequence[Kink]) -> Iterator[tuple[str, PacketItem]]:
    said = _list_said(owner, rows) if rows else {}
    for told in report_kinks(owner, rows) if rows else ():
        known = ItemPart("How I know", (KNOWN[told.standing.status],), typed=False)
        parts = (known, *said.get(told.row.pk, ()))
        if told.row.strength:
            yield f"strength-{told.row.pk}", PacketItem(0, ItemSort.STRENGTH, told.called, parts)
        elif not told.apart:
            plan = (ItemPart("What I do about it", (told.plan,)),) if told.plan else ()
            parts = (*parts, *_came_up(told), *plan)
            yield f"kink-{told.row.pk}", PacketItem(0, ItemSort.KINK, told.called, parts)


def _list_said(owner: Owner, rows: Sequence[Kink]) -> dict[int, list[ItemPart]]:
    """By kink how it is known, in the words of who gives it; what isn't counted isn't given."""
    found: dict[int, list[ItemPart]] = {}
    seen = Sighting.objects.of(owner).filter(kink__in=rows, not_mine=False).exclude(text="").order_by("on", "pk")
    for kink, on, source, text in seen.values_list("kink_id", "on", "source", "text"):
        found.setdefault(kink, []).append(ItemPart(f"{say_day(on)}, {source}", (text,)))
    return found


def _came_up(told: KinkReport) -> Iterator[ItemPart]:
    now = told.verdict
    if now.chances:
        yield ItemPart(
            "Since I began to practice", (f"It came up in {now.seen} of {now.chances} times it could have.",)
        )


def _offer_debriefs(
    owner: Owner, worked: Sequence[Kink], ids: Collection[int] | None, most: int | None
) -> Iterator[tuple[str, PacketItem]]:
    done = _narrow_to(Debrief.objects.of(owner).exclude(done_at=None).filter(opportunity__stands=True), ids)
    setting = load_settings(owner, worked)
    for row in done.order_by("-started_at", "-pk").select_related("opportunity", "interview")[:most]:
        parts = tuple(ItemPart(title, tuple(lines)) for title, lines in list_answers_so_far(row, setting(row)))
        if parts:
            yield f"debrief-{row.pk}", PacketItem(0, ItemSort.DEBRIEF, _name_debrief(row), parts)


def _name_debrief(row: Debrief) -> str:
    met = row.interview
    what = f"interview on {say_day(met.on)}" if met else "the application"
    return f"{row.opportunity.title}: {what}"


def _offer_timelines(owner: Owner, ids: Collection[int] | None) -> Iterator[tuple[str, PacketItem]]:
    """What happened and when, without the notes; and the interviews that are on record."""
    met = Exists(Interview.objects.of(owner).filter(opportunity=OuterRef("pk")))
    jobs = list(
        _narrow_to(list_opportunities(owner), ids).annotate(met_there=met)[: JOBS_OFFERED if ids is None else None]
    )
    log: dict[int, list[Event]] = {}
    for event in list_events(owner, opportunity__in=[job.pk for job in jobs]).order_by("opportunity", "on", "id"):
        log.setdefault(event.opportunity_id, []).append(event)
    for job in jobs:
        lines = tuple(
            f"{say_day(one.on)}: {say_happened(one.kind, 'I')}" for one in log.get(job.pk, []) if not one.is_note
        )
        if lines or job.met_there:
            yield (
                f"timeline-{job.pk}",
                PacketItem(0, ItemSort.TIMELINE, job.title, (ItemPart("", ("\n".join(lines),), typed=False),)),
            )


def _say_event(event: Event) -> str:
    return f"{say_day(event.on)}: {say_happened(event.kind, who='I')}"


def _offer_lines(owner: Owner, ids: Collection[int] | None) -> Iterator[tuple[str, PacketItem]]:
    rows = Value.objects.of(owner).filter(line=True, retired_on=None)
    for row in _narrow_to(rows, ids).order_by("set_on", "pk"):
        yield f"line-{row.pk}", PacketItem(0, ItemSort.LINE, row.text)


def _offer_offers(owner: Owner, ids: Collection[int] | None) -> Iterator[tuple[str, PacketItem]]:
    rows = _narrow_to(list_events(owner, kind__in=OFFERS).exclude(note=""), ids)
    for one in rows.order_by("kind", "on", "id").select_related("opportunity"):
        words = ItemPart(f"{say_day(one.on)}: {say_happened(one.kind, 'I')}", (one.note,))
        yield f"pay-{one.pk}", PacketItem(0, ItemSort.PAY, one.opportunity.title, (words,))


def find_item_row(owner: Owner, key: str) -> Any:
    """The row behind an item's key; None when it was taken away. A picture has none, and is never gone."""
    name, _, number = key.partition("-")
    if name == "picture":
        return key
    model = ROWS.get(name)
    if model is None or not number.isdecimal():
        return None
    return model._default_manager.filter(owner=owner, stands=True, pk=number).first()


def find_commented(owner: Owner, comment: Comment) -> Any:
    """The row that a comment is on; None for the packet as a whole and for what is gone."""
    keys = comment.packet.items
    return find_item_row(owner, keys[comment.item - 1]) if 0 < comment.item <= len(keys) else None


def name_item(row: Any) -> str:
    """What the row behind an item is called."""
    if isinstance(row, Debrief):
        return _name_debrief(row)
    if isinstance(row, Event):
        return row.opportunity.title
    if isinstance(row, Kink):
        return row.name
    if isinstance(row, Opportunity):
        return row.title
    return (
        row.text if isinstance(row, Value) else "A picture" if row is not None else "Something that you took away since"
    )
