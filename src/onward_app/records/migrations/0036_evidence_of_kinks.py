"""What the evidence of each kink comes to, is kept with it, so that no page goes through all that was ever seen."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from onward.debrief.chips import Chip
from onward.kinks.evidence import Sighting
from onward.kinks.gathered import evidence_to_json, gather_evidence
from onward.kinks.occasions import KinkOccasion


def _tell(apps: Any, _: Any) -> None:
    """What writing keeps up from now on, for the kinks there are."""
    seen, chances, reviews = (apps.get_model("records", name) for name in ("Sighting", "Chance", "Review"))
    for row in apps.get_model("records", "Kink").objects.all():
        there = seen.objects.filter(kink=row, stands=True).select_related("interview").order_by("on", "pk")
        real = chances.objects.filter(kink=row, stands=True).order_by("on", "pk")
        told = gather_evidence(
            [
                Sighting(
                    Chip(one.source),
                    one.on,
                    one.interview_id,
                    one.group,
                    one.text,
                    not one.not_mine,
                    one.pk,
                    one.interview.opportunity_id if one.interview else None,
                )
                for one in there
            ],
            [KinkOccasion(one.on, one.happened, id=one.pk, interview=one.interview_id) for one in real],
            practices=reviews.objects.filter(card__kink=row, stands=True).count(),
            practice_began=row.working_since,
        )
        row.evidence = evidence_to_json(told)
        row.save(update_fields=["evidence"])


class Migration(migrations.Migration):
    dependencies = [("records", "0035_pauses")]

    operations = [
        migrations.AddField("kink", "evidence", models.JSONField(default=dict)),
        migrations.RunPython(_tell, migrations.RunPython.noop),
    ]
