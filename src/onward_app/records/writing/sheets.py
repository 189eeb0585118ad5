"""A tracker's rows brought in: jobs, their events and people, as one change that one undo takes back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from onward.facts import TALKS
from onward.tracker.interpret import COLUMN, TrackerReading
from onward.wording.counts import join_words, say_count
from onward_app import clock
from onward_app.records.models import Change, Contact, Event, Interview, Opportunity, Owner, TrackerMemory
from onward_app.records.reading.sheets import FILLED, MATCH, NameKey, RowEvent, RowPlan, TrackerPlan, fingerprint
from onward_app.records.writing.changes import ChangeInProgress, open_change

_NUMBERS = re.compile(r"\d{4}(?:-\d{2}-\d{2})?$")  # a day, or a year


def import_tracker(owner: Owner, plan: TrackerPlan) -> Change:
    """Bring in what a plan says, as one change. Rows that are there already are left alone."""
    with open_change(owner, "jobs.import", _summarize_plan(plan)) as change:
        jobs = _make_jobs(change, plan)
        made = [(event, _make_event(owner, jobs[row.key], event)) for row in plan.brings for event in row.added]
        change.make_many([event for _, event in made])
        change.make_many(
            [
                Interview(owner=owner, opportunity=event.opportunity, on=event.on, event=event)
                for _, event in made
                if event.kind in TALKS and event.on > clock.today()
            ]
        )
        replaced = [event.replaces for event, _ in made if event.replaces is not None]
        change.strike_all(Event.objects.filter(owner=owner, pk__in=replaced))
        change.make_many([_make_contact(owner, person) for person in plan.people])
    return change.record


def remember_answers(owner: Owner, reading: TrackerReading, answers: Mapping[str, str]) -> None:
    """Keep what was said of files laid out like this, but for days and years, which were those of these rows."""
    firsts = {fingerprint(sheet): place for place, sheet in reversed(list(enumerate(reading.sheets)))}
    for place in firsts.values():  # sheets with the same headings are asked once, as the first of them
        sheet = reading.sheets[place]
        kept = dict(_list_lasting(answers, place, {column.heading for column in sheet.columns}))
        if kept:
            TrackerMemory.objects.update_or_create(
                owner=owner, layout=fingerprint(sheet), defaults={"answers": kept}
            )  # fmt: skip


def _list_lasting(answers: Mapping[str, str], place: int, headings: Collection[str]) -> Iterator[tuple[str, str]]:
    behind = f"#{place + 1}" if place else ""
    for what, said in answers.items():
        if what.startswith(COLUMN):
            if what.removeprefix(COLUMN) in headings:
                yield what, said
        elif what.startswith(MATCH):
            yield from [(what, said)] if not place else []
        elif not _NUMBERS.match(said) and what.endswith(behind) and ("#" in what) == bool(behind):
            yield what.removesuffix(behind), said


def _summarize_plan(plan: TrackerPlan) -> str:
    layouts = (sheet.layout for sheet in plan.reading.sheets)
    names = {one.name.partition("’")[0] for one in layouts if one and not one.only}
    rows = [say_count(len(plan.brings), "{n} row", "{n} rows")] if plan.brings or not plan.people else []
    people = [say_count(len(plan.people), "{n} person", "{n} people")] if plan.people else []
    brought = join_words(rows + people)
    if len(names) == 1:
        return f"Brought in {brought} from {names.pop()}."
    return f"Brought in {brought} from a spreadsheet."


def _make_jobs(change: ChangeInProgress, plan: TrackerPlan) -> dict[NameKey, Opportunity]:
    """The job of every row: those that are here, filled in where they have nothing, and new ones."""
    jobs = {row.key: row.job for row in plan.brings if row.job is not None}
    firsts: dict[NameKey, RowPlan] = {}
    for row in plan.brings:
        if row.key not in jobs:
            firsts.setdefault(row.key, row)
    set_aside = {row.key for row in plan.brings if row.puts_away}
    made = change.make_many([_make_job(change.owner, row, away=row.key in set_aside) for row in firsts.values()])
    for row in plan.brings:
        if row.job is not None:
            named = {"by_hand": True} if row.names else {}  # mail doesn't rename what the person named
            away = {"put_away_on": clock.today()} if row.puts_away else {}
            change.edit(row.job, **row.gives, **named, **away)
    return {**jobs, **dict(zip(firsts, made, strict=True))}


def _make_job(owner: Owner, row: RowPlan, *, away: bool) -> Opportunity:
    history = row.history
    known = {name: getattr(history, name) for name in ("employer", "role", *FILLED)}
    return Opportunity(owner=owner, by_hand=True, put_away_on=clock.today() if away else None, **known)


def _make_event(owner: Owner, job: Opportunity, event: RowEvent) -> Event:
    return Event(
        owner=owner, opportunity=job, kind=event.kind, on=event.on, day_known=event.day_known, source="csv",
        added_at=clock.now(),
    )  # fmt: skip


def _make_contact(owner: Owner, person: object) -> Contact:
    said = {name: getattr(person, name) for name in ("name", "employer", "role", "link", "met_on")}
    return Contact(owner=owner, **said)
