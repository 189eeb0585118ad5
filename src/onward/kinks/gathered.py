"""All that a kink's evidence comes to, whatever day it is. It is kept with the kink, so that no page goes through it.

What depends on the day isn't in it: interviews that were held meanwhile and have no debrief.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from onward.debrief.chips import COUNTS, Counts
from onward.kinks.evidence import EvidenceCounts, KinkStanding, Sighting, count_evidence, judge_standing
from onward.kinks.gone import KinkVerdict, State, judge_occasions
from onward.kinks.occasions import Before, KinkOccasion

_WEIGHT = {Counts.SELF: 0, Counts.INDEPENDENT: 1, Counts.EMPLOYER: 2}
_NOTHING = EvidenceCounts()
_NO_VERDICT = KinkVerdict(State.NOT_YET)


@dataclass(frozen=True, slots=True)
class GatheredEvidence:
    """What sightings, chances and practice say together.

    `sightings` are all of them, also those that count for nothing. `with_chance` interviews had a chance for it, as far
    as is known; in `sighted` of them it was seen, and no chance is noted. `first` is the first sighting with words, by
    its id, and `best` the one to lead with, of those that count; 0 where there is none. `verdict` has no words yet.
    """

    counts: EvidenceCounts = _NOTHING
    verdict: KinkVerdict = _NO_VERDICT
    sightings: int = 0
    with_chance: int = 0
    sighted: int = 0
    first: int = 0
    best: int = 0

    @property
    def standing(self) -> KinkStanding:
        """How well it is known."""
        return judge_standing(self.counts)


def gather_evidence(
    sightings: Sequence[Sighting], chances: Iterable[KinkOccasion], *, practices: int, practice_began: date | None
) -> GatheredEvidence:
    """All of it, from what stands: the sightings, the real chances, and how often it was practiced."""
    real = list(chances)
    mine = sorted((one for one in sightings if one.mine), key=lambda one: (one.on, one.id))
    noted = {one.interview for one in real if one.interview is not None}
    seen = {one.interview for one in mine if one.interview is not None} - noted
    verdict = judge_occasions(real, practice_began=practice_began)
    best = max(mine, key=lambda one: (_WEIGHT[COUNTS[one.chip]], one.on, one.id), default=None)
    return GatheredEvidence(
        count_evidence(sightings),
        replace(verdict, practices=practices if practice_began is not None else 0),
        sightings=len(sightings),
        with_chance=len(noted | seen),
        sighted=len(seen),
        first=next((one.id for one in mine if one.text), 0),
        best=best.id if best is not None else 0,
    )


def evidence_to_json(told: GatheredEvidence) -> dict[str, Any]:
    """All of it as JSON has it, to the last digit."""
    now = told.verdict
    back = now.came_back_on.isoformat() if now.came_back_on is not None else None
    verdict = {name: value for name, value in asdict(now).items() if name not in ("missing", "words")}
    return {
        **asdict(told),
        "verdict": {**verdict, "state": str(now.state), "came_back_on": back, "weight": [*now.weight]},
    }


def evidence_from_json(told: Mapping[str, Any]) -> GatheredEvidence:
    """What `evidence_to_json` kept; nothing is known where nothing was kept yet."""
    if not told:
        return GatheredEvidence()
    now = told["verdict"]
    back = date.fromisoformat(now["came_back_on"]) if now["came_back_on"] else None
    verdict = KinkVerdict(
        **{**now, "state": State(now["state"]), "came_back_on": back, "before": Before(**now["before"])}
        | {"weight": tuple(now["weight"])}
    )
    return GatheredEvidence(**{**told, "counts": EvidenceCounts(**told["counts"]), "verdict": verdict})
