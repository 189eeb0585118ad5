"""What a kink's evidence comes to is kept with it: looked at anew in the Change that alters any of it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, F

from onward.kinks.evidence import Sighting as Seen
from onward.kinks.gathered import evidence_to_json, gather_evidence
from onward.kinks.occasions import KinkOccasion
from onward_app.records.facts import to_occasions, to_sightings
from onward_app.records.lots import lots
from onward_app.records.models import Chance, Kink, Owner, Review, Sighting

BATCH = 100


def refresh_kinks(ids: Iterable[int]) -> None:
    """Compute anew what the evidence of these kinks comes to, with a few queries whatever their number."""
    for lot in lots(sorted(set(ids))):
        rows = list(Kink.objects.filter(pk__in=lot))
        seen, chances, practices = _read_evidence(lot)
        changed = []
        for row in rows:
            told = evidence_to_json(
                gather_evidence(
                    seen[row.pk], chances[row.pk], practices=practices.get(row.pk, 0),
                    practice_began=row.working_since,
                )
            )  # fmt: skip
            if row.evidence != told:
                row.evidence = told
                changed.append(row)
        Kink.objects.bulk_update(changed, ["evidence"], batch_size=BATCH)


def rebuild_kinks(owner: Owner) -> int:
    """The same of every kink and strength of an owner's; how many there were."""
    ids = list(Kink.objects.filter(owner=owner).values_list("pk", flat=True))
    refresh_kinks(ids)
    return len(ids)


def _read_evidence(ids: list[int]) -> tuple[dict[int, list[Seen]], dict[int, list[KinkOccasion]], dict[int, int]]:
    """By kink what was seen, its real chances, and how often it was practiced."""
    seen: dict[int, list[Seen]] = {pk: [] for pk in ids}
    chances: dict[int, list[KinkOccasion]] = {pk: [] for pk in ids}
    standing = Sighting.objects.filter(kink__in=ids, stands=True).annotate(job=F("interview__opportunity"))
    for row in standing.order_by("on", "pk"):
        seen[row.kink_id].extend(to_sightings([row]))
    for chance in Chance.objects.filter(kink__in=ids, stands=True).order_by("on", "pk"):
        chances[chance.kink_id].extend(to_occasions([chance], []))
    graded = Review.objects.filter(card__kink__in=ids, stands=True).order_by()
    return seen, chances, dict(graded.values_list("card__kink").annotate(times=Count("pk")))
