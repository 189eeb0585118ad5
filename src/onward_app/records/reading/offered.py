"""What a packet can hold: each thing that may be ticked, with its words as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

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
    Undoable,
    Value,
)
from onward_app.records.reading.debrief import list_answers_so_far, load_settings
from onward_app.records.reading.kinks import KinkReport, report_kinks
from onward_app.records.reading.rows import list_events, list_opportunities

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


def list_offered(owner: Owner, helper: Helper | None = None, *, also: Iterable[str] = ()) -> list[OfferedItem]:
    """Everything with words in it; of the jobs the newest, and those of the keys in `also`.

    Pictures are drawn by whoever shows them.
    """
    others = _other_employers(owner, helper) if helper is not None and helper.places_people else []
    jobs = _list_offered_jobs(owner, also)
    told = [*_kinks(owner), *_debriefs(owner), *_timelines(owner, jobs), *_lines(owner), *_offers(owner)]
    return [OfferedItem(key, item, _is_guarded(item, others)) for key, item in told]


def _list_offered_jobs(owner: Owner, also: Iterable[str]) -> list[Opportunity]:
    newest = list(list_opportunities(owner)[:JOBS_OFFERED])
    wanted = {int(key.partition("-")[2]) for key in also if key.startswith("timeline-")} - {job.pk for job in newest}
    return [*newest, *(list_opportunities(owner).filter(pk__in=wanted) if wanted else [])]


def _other_employers(owner: Owner, helper: Helper) -> set[str]:
    """The employers of jobs that this helper didn't present."""
    rows = list_opportunities(owner).order_by().values_list("employer", "agency").distinct()
    named = [(employer.casefold(), agency.casefold() == helper.name.casefold()) for employer, agency in rows]
    theirs = {employer for employer, presented in named if presented}
    return {employer for employer, _ in named if employer not in theirs and len(employer) >= SHORTEST}


def _is_guarded(item: PacketItem, others: Iterable[str]) -> bool:
    said = "\n".join(item.texts).casefold()
    return item.sort in GUARDED or any(name in said for name in others)


def _kinks(owner: Owner) -> Iterator[tuple[str, PacketItem]]:
    for told in report_kinks(owner):
        if told.row.strength:
            yield f"strength-{told.row.pk}", PacketItem(0, ItemSort.STRENGTH, told.called, tuple(_evidence(told)))
        elif not told.apart:
            plan = (ItemPart("What I do about it", (told.plan,)),) if told.plan else ()
            parts = (*_evidence(told), *_came_up(told), *plan)
            yield f"kink-{told.row.pk}", PacketItem(0, ItemSort.KINK, told.called, parts)


def _evidence(told: KinkReport) -> Iterator[ItemPart]:
    """How it is known, in the words of who gives it."""
    yield ItemPart("How I know", (KNOWN[told.standing.status],), typed=False)
    for one in told.sightings:
        if one.text and not one.not_mine:
            yield ItemPart(f"{say_day(one.on)}, {one.source}", (one.text,))


def _came_up(told: KinkReport) -> Iterator[ItemPart]:
    now = told.verdict
    if now.chances:
        yield ItemPart(
            "Since I began to practice", (f"It came up in {now.seen} of {now.chances} times it could have.",)
        )


def _debriefs(owner: Owner) -> Iterator[tuple[str, PacketItem]]:
    rows = (
        Debrief.objects.of(owner).exclude(done_at=None).filter(opportunity__stands=True).order_by("-started_at", "-pk")
    )
    setting = load_settings(owner)
    for row in rows.select_related("opportunity", "interview"):
        parts = tuple(ItemPart(title, tuple(lines)) for title, lines in list_answers_so_far(row, setting(row)))
        if parts:
            yield f"debrief-{row.pk}", PacketItem(0, ItemSort.DEBRIEF, _name_debrief(row), parts)


def _name_debrief(row: Debrief) -> str:
    met = row.interview
    what = f"interview on {say_day(met.on)}" if met else "the application"
    return f"{row.opportunity.title}: {what}"


def _timelines(owner: Owner, jobs: Sequence[Opportunity]) -> Iterator[tuple[str, PacketItem]]:
    """What happened and when, without the notes; and the interviews that are on record."""
    log: dict[int, list[Event]] = {}
    for event in list_events(owner, opportunity__in=[job.pk for job in jobs]).order_by("opportunity", "on", "id"):
        log.setdefault(event.opportunity_id, []).append(event)
    held = set(Interview.objects.of(owner).values_list("opportunity", flat=True))
    for job in jobs:
        lines = tuple(
            f"{say_day(one.on)}: {say_happened(one.kind, 'I')}" for one in log.get(job.pk, []) if not one.is_note
        )
        if lines or job.pk in held:
            yield (
                f"timeline-{job.pk}",
                PacketItem(0, ItemSort.TIMELINE, job.title, (ItemPart("", ("\n".join(lines),), typed=False),)),
            )


def _tell(event: Event) -> str:
    return f"{say_day(event.on)}: {say_happened(event.kind, who='I')}"


def _lines(owner: Owner) -> Iterator[tuple[str, PacketItem]]:
    for row in Value.objects.of(owner).filter(line=True, retired_on=None).order_by("set_on", "pk"):
        yield f"line-{row.pk}", PacketItem(0, ItemSort.LINE, row.text)


def _offers(owner: Owner) -> Iterator[tuple[str, PacketItem]]:
    for one in (
        list_events(owner, kind__in=OFFERS).exclude(note="").order_by("kind", "on", "id").select_related("opportunity")
    ):
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
