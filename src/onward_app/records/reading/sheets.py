"""What bringing in a tracker's rows would do: which job each goes to, what is new in it, and what can't be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

from onward.facts import ENDINGS, EVENT_KINDS, STAGES, TALKS, Stage, meaning_of
from onward.log import standing
from onward.log.refusals import explain_refusal
from onward.tracker.happenings import Happening
from onward.tracker.headings import Sheet
from onward.tracker.histories import History
from onward.tracker.interpret import COLUMN, TrackerPerson, TrackerReading
from onward.tracker.meeting import JobIndex, NamedJob, find_meeting, index_jobs
from onward.tracker.questions import TrackerQuestion, ask_job
from onward.tracker.words import normalize
from onward_app import clock
from onward_app.records.models import Contact, Opportunity, Owner, TrackerMemory
from onward_app.records.reading.jobs import job_name_key, map_jobs_by_name
from onward_app.records.reading.rows import load_opportunities

_ORDER = {str(kind): place for place, kind in enumerate(EVENT_KINDS)}
NEW, ADDS, THERE, WAITS, OUT = "new", "match", "there", "needs you", "left out"
NameKey = tuple[str, str]
FILLED = ("agency", "place", "link", "notes")  # what a row gives a job that has nothing there, beside its names
MATCH = "match."  # before a name: which job that is here it means


@dataclass(frozen=True, slots=True)
class RowEvent:
    """One event that a row would add. `replaces` is one of the log whose day wasn't known."""

    kind: str
    on: date
    day_known: bool = True
    replaces: int | None = None


@dataclass(slots=True)
class RowPlan:
    """What would become of one row: the job it goes to (None for a new one), and what that gets."""

    history: History
    key: NameKey
    job: Opportunity | None = None
    asks: str = ""  # the question which job it is
    added: list[RowEvent] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        """Whether it needs an answer first."""
        return self.history.waits or bool(self.asks)

    @property
    def puts_away(self) -> bool:
        """Whether the job is put away by it."""
        return self.history.put_away and (self.job is None or self.job.put_away_on is None)

    @property
    def state(self) -> str:
        """What it is, in a word: new, match (a job that is here gets something), there, needs you, left out."""
        if self.history.out or (self.troubles and not self.added):
            return OUT
        if self.waits:
            return WAITS
        if self.job is None:
            return NEW
        return ADDS if self.added or self.puts_away or self.names else THERE

    @property
    def gives(self) -> dict[str, str]:
        """What the row says and the job that is here lacks."""
        said = {name: getattr(self.history, name) for name in FILLED if self.job and not getattr(self.job, name)}
        return {name: value for name, value in said.items() if value} | self.names

    @property
    def names(self) -> dict[str, str]:
        """The role where mail gave none, and the employer in the person's spelling where an address gave the name."""
        if self.job is None:
            return {}
        role = {} if self.job.role or not self.history.role else {"role": self.history.role}
        runs_together = self.history.employer.count(" ") > self.job.employer.count(" ") and (
            normalize(self.history.employer).replace(" ", "") == normalize(self.job.employer).replace(" ", "")
        )
        return role | ({"employer": self.history.employer} if runs_together and not self.job.by_hand else {})


@dataclass(frozen=True, slots=True)
class TrackerPlan:
    """What an import would do."""

    reading: TrackerReading
    rows: tuple[RowPlan, ...]
    people: tuple[TrackerPerson, ...]  # those who aren't here yet
    questions: tuple[TrackerQuestion, ...] = ()  # all there are: of the file, and which jobs are meant

    @property
    def open(self) -> list[TrackerQuestion]:
        """The questions that rows wait for."""
        return [question for question in self.questions if question.open]

    def list_rows(self, *states: str) -> list[RowPlan]:
        """The rows of some states."""
        return [row for row in self.rows if row.state in states]

    @property
    def brings(self) -> list[RowPlan]:
        """The rows that would change anything."""
        return self.list_rows(NEW, ADDS)

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not self.brings and not self.people


def plan_tracker(owner: Owner, reading: TrackerReading, answers: Mapping[str, str] | None = None) -> TrackerPlan:
    """What bringing these rows in would do. Their order in the file makes no difference."""
    jobs = map_jobs_by_name(owner)
    logs = {fact.id: list(fact.events) for fact in load_opportunities(owner, jobs.values())}
    rows = [RowPlan(history, job_name_key(history.employer, history.role)) for history in reading.histories]
    asked = _meet_jobs(rows, jobs, logs, answers or {})
    by_job: dict[object, list[RowPlan]] = {}
    for row in rows:
        if not row.history.out and not row.waits:
            by_job.setdefault(row.job.pk if row.job else row.key, []).append(row)
    for name, some in by_job.items():
        _plan_job(some, logs.get(name, []) if isinstance(name, int) else [])
    people = _list_new_people(owner, reading.people)
    return TrackerPlan(reading, tuple(rows), tuple(people), (*reading.questions, *asked))


def fingerprint(sheet: Sheet) -> str:
    """The same for every file with these headings, in any order."""
    headings = sorted(normalize(column.heading) or column.heading for column in sheet.columns)
    return sha256("\n".join(headings).encode()).hexdigest()


def load_answers(owner: Owner, sheets: Sequence[Sheet]) -> dict[str, str]:
    """What the person said before of files laid out like these."""
    marks = [fingerprint(sheet) for sheet in sheets]
    rows = TrackerMemory.objects.filter(owner=owner, layout__in=marks)
    known = {row.layout: row.answers for row in rows}
    found: dict[str, str] = {}
    for place, mark in enumerate(marks):
        behind = f"#{place + 1}" if place else ""
        found |= {
            what if what.startswith((COLUMN, MATCH)) else what + behind: said
            for what, said in known.get(mark, {}).items()
        }
    return found


def _meet_jobs(
    rows: Iterable[RowPlan], jobs: Mapping[NameKey, Opportunity], logs: Mapping[int, Sequence[standing.Event]],
    answers: Mapping[str, str],
) -> list[TrackerQuestion]:  # fmt: skip
    """Find the job of each row, and what has to be asked about that: once for each name."""
    here = {job.pk: job for job in jobs.values()}
    index = index_jobs(NamedJob(pk, job.employer, job.role, _applied_on(logs[pk])) for pk, job in here.items())
    by_name: dict[NameKey, list[RowPlan]] = {}
    for row in rows:
        if not row.history.out and row.history.employer:
            by_name.setdefault(row.key, []).append(row)
    asked = []
    for name, some in by_name.items():
        job, question = (jobs[name], None) if name in jobs else _find_job(some, index, here, answers)
        asked += [question] if question else []
        for row in some:
            row.job = job
            row.asks = question.id if question and question.open else ""
    return asked


def _find_job(
    rows: Sequence[RowPlan], index: JobIndex, here: Mapping[int, Opportunity], answers: Mapping[str, str]
) -> tuple[Opportunity | None, TrackerQuestion | None]:
    """The job that rows of one name mean, or the question which."""
    history = rows[0].history
    on = (one.on for row in rows for one in row.history.happenings if one.kind == Stage.APPLIED and one.on)
    met = find_meeting(NamedJob(0, history.employer, history.role, min(on, default=None)), index)
    if met.sure is not None or not met.perhaps:
        return here.get(met.sure or 0), None
    what = MATCH + "|".join(rows[0].key)
    said = answers.get(what, "")
    if said.isdecimal() and int(said) not in here:
        said = ""  # the job it once meant is gone
    name = ", ".join(filter(None, (history.employer, history.role)))
    ask, options = ask_job(name, [(pk, here[pk].title) for pk in met.perhaps])
    question = TrackerQuestion(what, ask, options, str(met.perhaps[0]), rows=len(rows), answered=said)
    return (here.get(int(said)) if said.isdecimal() else None), question


def _applied_on(events: Iterable[standing.Event]) -> date | None:
    return min((event.on for event in events if event.kind == Stage.APPLIED and event.day_known), default=None)


def _plan_job(rows: Sequence[RowPlan], events: list[standing.Event]) -> None:
    """The events of all rows about one job, in the order of their days, each beside what is known by then."""
    dated = [(event, row) for row in rows for event in _list_row_events(row.history)]
    for event, row in sorted(dated, key=lambda pair: (pair[0].on, _ORDER[pair[0].kind], pair[1].history.line)):
        _take_event(event, row, events)


def _list_row_events(history: History) -> list[RowEvent]:
    """A row's events; one whose day isn't known had happened by the next that has one, or by today."""
    return [RowEvent(one.kind, _find_bound(one, history), one.on is not None) for one in history.happenings]


def _find_bound(one: Happening, history: History) -> date:
    if one.on is not None:
        return one.on
    later = [other.on for other in history.happenings if other.on and _ORDER[other.kind] > _ORDER[one.kind]]
    return min((*later, *([one.by] if one.by else [])), default=clock.today())


def _take_event(event: RowEvent, row: RowPlan, events: list[standing.Event]) -> None:
    same = [old for old in events if old.kind == event.kind]
    if any(_says_the_same(old, event) for old in same) or _is_noted_late(event, events):
        return
    vague = next((old for old in same if event.day_known and not old.day_known and old.source == "csv"), None)
    others = [old for old in events if old is not vague]
    new = standing.Event(event.kind, event.on, order=len(events), source="csv", day_known=event.day_known)
    if why := _explain_refusal(others, new):
        row.troubles.append(f"Line {row.history.line}: {row.history.employer}. {why}")
        return
    events[:] = [*others, new]
    row.added.append(replace(event, replaces=vague.id if vague else None))


def _says_the_same(old: standing.Event, new: RowEvent) -> bool:
    """One day is one event; and what happens once, or whose day the row doesn't know, is known already."""
    if not new.day_known:
        return True
    if not old.day_known and old.source == "csv":
        return False  # it gives way
    return old.on == new.on or (old.kind not in ENDINGS and not meaning_of(old.kind).repeats)


def _is_noted_late(event: RowEvent, events: Sequence[standing.Event]) -> bool:
    """A job that was saved somewhere after it had gone on is no news."""
    return event.kind == Stage.LEAD and any(old.kind in STAGES and old.on <= event.on for old in events)


def _explain_refusal(events: list[standing.Event], new: standing.Event) -> str | None:
    today = clock.today()
    if new.kind in TALKS and new.on > today:  # it is planned, and stands on its own day
        return explain_refusal(events, replace(new, on=today), today=today)
    return explain_refusal([replace(old, on=min(old.on, today)) for old in events], new, today=today)


def _list_new_people(owner: Owner, people: Iterable[TrackerPerson]) -> list[TrackerPerson]:
    if not people:
        return []
    here = {job_name_key(*pair) for pair in Contact.objects.of(owner).values_list("name", "employer")}
    fresh = {job_name_key(person.name, person.employer): person for person in people}
    return [person for key, person in fresh.items() if key not in here]
