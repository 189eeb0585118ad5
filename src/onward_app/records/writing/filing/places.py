"""Where each letter lies: with a job, or waiting for the person. The text of all others goes, for good.

What the person did (applied, withdrew, ...) stays, for the job it is about may be read later; so does what lay with a
job that is out of force (`suggested` has it), for an undo may bring it back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import QuerySet

from onward.notice.linking.values import FilingPlan
from onward_app.records.lots import filter_in_lots, lots
from onward_app.records.models import Decision, Letter, LetterMark, Opportunity, Owner
from onward_app.records.reading.filing import FilingMaterial, Touched
from onward_app.records.reading.notice import list_refused_keys
from onward_app.records.writing.answers import refresh_answers_around
from onward_app.records.writing.forgetting import forget_rows


class _Place(NamedTuple):
    """With which job a letter is filed, or why it waits and for which job."""

    job: int | None = None
    waiting: str = ""
    suggested: int | None = None


@dataclass(slots=True)
class _Moves:
    """Of the letters that were linked: the row of each by its key, what those rows become that lie elsewhere now, and
    whose text stays since an undo may bring its job back.
    """

    rows: dict[str, int] = field(default_factory=dict)
    to: dict[int, _Place] = field(default_factory=dict)
    jobs: set[int] = field(default_factory=set)  # which a letter left or came to
    stay: set[str] = field(default_factory=set)


def place_letters(
    owner: Owner, plan: FilingPlan, ids: Mapping[str, int], places: Mapping[str, int], scope: FilingMaterial
) -> Touched:
    """Bring letters where the plan has them; `ids` are jobs by their names in it, `places` the jobs of letters by key.
    Returns what was altered: where a letter went, that is all it may have held together.
    """
    waits = {item.key: (item.why[:300], ids.get(item.suggestion or "")) for item in plan.waiting}
    wanted = {key: _Place(places.get(key), *waits.get(key, ())) for key in {*places, *waits}}
    deeds = {one.key for one in scope.reads if one.verdict.details.did}
    refused = list_refused_keys(owner, keys=scope.keys)
    moves = _find_moves(owner, wanted, scope)
    _move(owner, moves)
    refresh_answers_around(owner, jobs=moves.jobs)
    gone = _let_go(owner, moves.rows, {*wanted, *deeds, *refused, *moves.stay}, scope)
    return Touched(letters={*(moves.rows.values() if gone else moves.to)} - gone, jobs={*moves.jobs})


def _find_moves(owner: Owner, wanted: Mapping[str, _Place], scope: FilingMaterial) -> _Moves:
    away = set(Opportunity.objects.filter(owner=owner, stands=False).values_list("pk", flat=True))
    moves = _Moves()
    for pk, key, was in _list_places(owner, scope):
        to = wanted.get(key, _Place())
        if key not in wanted and (left := away & {was.job, was.suggested}):
            to = _Place(suggested=min(left))
            moves.stay.add(key)
        moves.rows[key] = pk
        if was != to:
            moves.to[pk] = to
            moves.jobs.update(job for job in (was.job, to.job) if job is not None)
    return moves


def _list_places(owner: Owner, scope: FilingMaterial) -> Iterator[tuple[int, str, _Place]]:
    """The row and the key of each letter that was linked, and where it lies."""
    letters = Letter.objects.filter(owner=owner)
    some = filter_in_lots(letters, "key", scope.keys)
    for rows in some:
        for pk, key, job, why, suggested in rows.values_list("pk", "key", "opportunity_id", "waiting", "suggested_id"):
            yield pk, key, _Place(job, why, suggested)


def _move(owner: Owner, moves: _Moves) -> None:
    letters = Letter.objects.filter(owner=owner)
    changed = [row for lot in lots(moves.to) for row in letters.filter(pk__in=lot).only("pk")]
    for row in changed:
        row.opportunity_id, row.waiting, row.suggested_id = moves.to[row.pk]
    Letter.objects.bulk_update(changed, ["opportunity", "waiting", "suggested"], batch_size=200)


def _let_go(owner: Owner, rows: Mapping[str, int], stay: Collection[str], scope: FilingMaterial) -> set[int]:
    """Forget the letters that neither stay nor were decided on, and those that were set aside. Returns their rows."""
    decided = _list_decided(Decision.objects.of(owner), scope)
    gone = [pk for key, pk in rows.items() if decided.get(key, key not in stay)]
    for lot in lots(gone):
        LetterMark.objects.filter(letter__in=lot).delete()  # before, so that none of them leaves a tombstone
        forget_rows(Letter.objects.filter(owner=owner, pk__in=lot))
    return set(gone)


def _list_decided(decisions: QuerySet[Decision], scope: FilingMaterial) -> dict[str, bool]:
    """The letters that the person decided on, and whether they said that it is about no job."""
    some = filter_in_lots(decisions, "key", scope.keys)
    return {key: no_job for rows in some for key, no_job in rows.values_list("key", "no_job")}
