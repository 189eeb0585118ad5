"""What has to be linked again: what was written since the last filing, and all that it can touch, and nothing else.

The marks by which letters and jobs find each other (`onward.notice.linking.reach`) are kept in two tables beside them.
What isn't reached has the same letters, jobs and decisions around it as when it was filed, so it would come out the
same (docs/decisions/0017).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, QuerySet

from onward.notice.linking.values import KnownJob, LetterFacts, PersonDecision
from onward_app.records.facts import to_known_job, to_letter_facts, to_mark_number
from onward_app.records.lots import lots, select_numbers
from onward_app.records.models import (
    Ask,
    Decision,
    Event,
    JobMark,
    Letter,
    LetterMark,
    Opportunity,
    Owner,
    Part,
    Seen,
)
from onward_app.records.reading.notice import (
    filing_version,
    list_known_jobs,
    list_own_addresses,
    list_person_decisions,
    list_reads,
    map_told_events,
)

MOST = 3000  # letters and jobs; around more than these everything is linked, which then takes no longer


@dataclass(slots=True)
class Touched:
    """Where something was written: letters by key and by row, jobs by row, names that jobs had, and what was read from
    letters that were judged again since.
    """

    keys: set[str] = field(default_factory=set)
    letters: set[int] = field(default_factory=set)
    jobs: set[int] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    earlier: dict[int, list[dict[str, Any]]] = field(default_factory=dict)  # verdicts by row

    def to_json(self) -> list[list[int]]:
        """Letters and jobs by row, as they are kept until the next filing."""
        return [sorted(self.letters), sorted(self.jobs)] if self.letters or self.jobs else []

    def __len__(self) -> int:
        return len(self.keys) + len(self.letters) + len(self.jobs)


@dataclass(frozen=True, slots=True)
class FilingMaterial:
    """What linking is given. `keys` and `jobs` say of which letters and jobs; None: of all there are."""

    when: tuple[int, ...]
    reads: list[LetterFacts]
    known_jobs: list[KnownJob]
    decisions: list[PersonDecision]
    keys: frozenset[str] | None = None
    jobs: frozenset[int] | None = None


def load_material(owner: Owner, *, names: Iterable[str] = (), keys: Iterable[str] = ()) -> FilingMaterial:
    """What was written since the last filing with all that it touches; `names` are those of jobs that are gone, `keys`
    further letters.
    """
    when, touched = filing_version(owner), find_touched(owner)
    if touched is not None:
        touched.names.update(names)
        touched.keys.update(keys)
        around = _Around(owner)
        if around.reach(touched):
            return around.to_material(when)
    return load_everything(owner)


def load_everything(owner: Owner) -> FilingMaterial:
    """All there is."""
    when = filing_version(owner)
    return FilingMaterial(when, list_reads(owner), list_known_jobs(owner), list_person_decisions(owner))


# What was written


def find_touched(owner: Owner) -> Touched | None:
    """What was written since the last filing, and by it; None where nobody knows, or it is so much that everything is
    touched.
    """
    since, again = Owner.objects.values_list("filed_through", "file_again").get(pk=owner.pk)
    if since is None:
        return None
    found = Touched(keys=set(Seen.objects.filter(owner=owner, settled=False).values_list("key", flat=True)[: MOST + 1]))
    parts = Part.objects.filter(owner=owner, pk__gt=since, table__in=_HEARD)
    rows: dict[str, set[int]] = {table: set() for table in _HEARD}
    for table, row, *states in parts.values_list("table", "row", "before", "after")[: 3 * MOST].iterator():
        rows[table].add(row)
        for state in (state for state in states if state):
            _hear_state(found, state)
            if "verdict" in state:
                found.earlier.setdefault(row, []).append(state["verdict"])
    if sum(map(len, rows.values())) > MOST or len(found) > MOST:
        return None
    found.jobs |= rows["opportunity"]
    found.letters |= rows["letter"]
    if again:
        found.letters.update(again[0])
        found.jobs.update(again[1])
    for table, hear in (("event", _hear_events), ("decision", _hear_decisions), ("ask", _hear_asks)):
        for lot in lots(rows[table]):
            hear(owner, found, lot)
    return found


_HEARD = ("opportunity", "letter", "event", "decision", "ask")


def _hear_state(found: Touched, state: dict[str, Any]) -> None:
    """What fields of a row were, or became."""
    jobs = (state.get(column) for column in ("opportunity_id", "suggested_id", "merged_into_id"))
    found.jobs.update(job for job in jobs if job is not None)
    found.keys.update(key for key in (state.get("letter"), state.get("key"), *state.get("also", ())) if key)
    if state.get("employer"):
        found.names.add(state["employer"])


def _hear_events(owner: Owner, found: Touched, ids: Sequence[int]) -> None:
    for job, letter, also in Event.objects.filter(owner=owner, pk__in=ids).values_list("opportunity", "letter", "also"):
        found.jobs.add(job)
        found.keys.update(key for key in (letter, *also) if key)


def _hear_decisions(owner: Owner, found: Touched, ids: Sequence[int]) -> None:
    for key, job in Decision.objects.filter(owner=owner, pk__in=ids).values_list("key", "opportunity"):
        found.keys.add(key)
        found.jobs.update({job} - {None})


def _hear_asks(owner: Owner, found: Touched, ids: Sequence[int]) -> None:
    found.jobs.update(Ask.objects.filter(owner=owner, pk__in=ids).values_list("opportunity", flat=True))
    found.letters.update(Letter.objects.filter(owner=owner, answers__in=ids).values_list("pk", flat=True))


# What it touches


class _Around:
    """Letters and jobs, and whatever they look for, until nothing is looked for that isn't here."""

    def __init__(self, owner: Owner) -> None:
        from onward.notice.linking import reach  # heavy, and most pages that can write never file

        self.owner = owner
        self._marks = reach
        self._own = list_own_addresses(owner)
        self._letters: dict[int, LetterFacts] = {}
        self._placed: dict[int, int | None] = {}
        self._jobs: dict[int, Opportunity] = {}
        self._gone: set[int] = set()  # jobs that were looked for and aren't there
        self._asked: set[str] = set()
        self._ahead = Touched()
        self._earlier: dict[int, list[dict[str, Any]]] = {}
        self._wanted: set[str] = set()

    def reach(self, start: Touched) -> bool:
        """Whether that came to an end before it was too much."""
        self._ahead, self._earlier = start, start.earlier
        for name in start.names:
            self._wanted |= self._marks.list_wanted_by_name(name)
        while len(self._ahead) or self._wanted - self._asked:
            self._find_keys()
            self._take_letters()
            self._take_jobs()
            self._look_for_marks()
            if len(self._letters) + len(self._jobs) > MOST:
                return False
        return True

    def _find_keys(self) -> None:
        for lot in lots(self._ahead.keys):
            self._ahead.letters.update(self._rows_of_owner(Letter).filter(key__in=lot).values_list("pk", flat=True))
        self._ahead.keys.clear()

    def _take_letters(self) -> None:
        new = self._ahead.letters - self._letters.keys()
        self._ahead.letters = set()
        keys: list[str] = []
        for lot in lots(new):
            rows = (
                self._rows_of_owner(Letter).filter(pk__in=lot).defer("body").annotate(ruled=F("answers__opportunity"))
            )
            for row in rows:
                keys.append(row.key)
                self._letters[row.pk] = facts = to_letter_facts(row, self._own)
                self._placed[row.pk] = row.opportunity_id
                self._wanted |= self._marks.list_wanted(facts) | self._list_wanted_earlier(row)
                self._go_on_to(row.opportunity_id, row.ruled, row.suggested_id)
        for some in lots(keys):
            self._go_on_to(*Decision.objects.of(self.owner).filter(key__in=some).values_list("opportunity", flat=True))
            told = Event.objects.of(self.owner).filter(letter__in=some).order_by()
            self._go_on_to(*told.values_list("opportunity", flat=True))

    def _list_wanted_earlier(self, row: Letter) -> set[str]:
        """What a letter held together, or kept apart, before it was judged again."""
        found: set[str] = set()
        for verdict in self._earlier.get(row.pk, ()):
            row.verdict = verdict
            found |= self._marks.list_wanted(to_letter_facts(row, self._own))
        return found

    def _go_on_to(self, *jobs: int | None) -> None:
        self._ahead.jobs.update(job for job in jobs if job is not None and job not in self._jobs)

    def _take_jobs(self) -> None:
        new = self._ahead.jobs - self._jobs.keys() - self._gone
        self._ahead.jobs = set()
        for lot in lots(new):
            rows = {row.pk: row for row in self._rows_of_owner(Opportunity).filter(pk__in=lot)}
            self._gone.update(pk for pk in lot if pk not in rows)
            self._jobs |= rows
            for row in rows.values():
                self._wanted |= self._marks.list_wanted_by_name(row.employer)
                self._go_on_to(row.merged_into_id)
            # These are the owner's jobs. Asked for the owner's rows too, SQLite may read all of those instead.
            self._go_on_to(*Opportunity.objects.filter(merged_into__in=lot).values_list("pk", flat=True))
            self._go_on_with(Letter.objects.filter(opportunity__in=lot))
            self._go_on_with(Letter.objects.filter(suggested__in=lot))
            self._go_on_with(Letter.objects.filter(answers__opportunity__in=lot))
            decided = Decision.objects.of(self.owner).filter(opportunity__in=lot).values_list("key", flat=True)
            self._ahead.keys.update(decided)
            told = Event.objects.filter(opportunity__in=lot).exclude(letter="").order_by().values_list("letter", "also")
            self._ahead.keys.update(key for letter, also in told for key in (letter, *also))
        self._ahead.keys -= {one.key for one in self._letters.values()}

    def _go_on_with(self, letters: QuerySet[Letter]) -> None:
        self._ahead.letters.update(pk for pk in letters.values_list("pk", flat=True) if pk not in self._letters)

    def _look_for_marks(self) -> None:
        new = self._wanted - self._asked
        self._asked |= new
        if not new:
            return
        numbers = select_numbers(map(to_mark_number, new))  # a name looks for hundreds of its slips
        letters = self._rows_of_owner(LetterMark).filter(mark__in=numbers).order_by().values_list("letter", flat=True)
        self._ahead.letters.update(pk for pk in letters if pk not in self._letters)
        self._go_on_to(
            *self._rows_of_owner(JobMark).filter(mark__in=numbers).order_by().values_list("opportunity", flat=True)
        )

    def _rows_of_owner(self, model: Any) -> QuerySet[Any]:
        rows: QuerySet[Any] = model._default_manager.filter(owner=self.owner)
        return rows

    def to_material(self, when: tuple[int, ...]) -> FilingMaterial:
        """What was reached, as linking wants it."""
        keys = frozenset(one.key for one in self._letters.values())
        filed: dict[int | None, set[str]] = {}
        for pk, job in self._placed.items():
            filed.setdefault(job, set()).add(self._letters[pk].key)
        told = map_told_events(self.owner, jobs=self._jobs)
        standing = sorted((row for row in self._jobs.values() if row.stands), key=lambda row: row.pk)
        return FilingMaterial(
            when,
            sorted(self._letters.values(), key=lambda one: one.key),
            [to_known_job(row, filed.get(row.pk, ()), told.get(row.pk, ())) for row in standing],
            list_person_decisions(self.owner, keys=keys),
            keys,
            frozenset(self._jobs),
        )


def last_part(owner: Owner) -> int:
    """The number of the newest part of a change; 0 before the first. A change that is under way has stored none yet."""
    return Part.objects.filter(owner=owner).order_by("-pk").values_list("pk", flat=True).first() or 0
