"""What came of each interview is kept beside it; and the index that jobs are counted by is in the order of counting."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.db import migrations, models

from onward.debrief.outcome import find_logged_outcome, find_next_day, stage_of_round
from onward.log.standing import Event

KEPT = ("came", "came_on", "came_at", "next_on")


def _tell(apps: Any, _: Any) -> None:
    """What writing keeps up from now on, for the interviews there are."""
    found = apps.get_model("records", "Interview").objects.order_by("opportunity_id", "pk")
    log = apps.get_model("records", "Event").objects.filter(stands=True).order_by("on", "pk")
    for job, rows in groupby(list(found), key=lambda row: row.opportunity_id):
        met, events = list(rows), list(log.filter(opportunity_id=job))
        entries = [Event(one.kind, one.on, one.pk, id=one.pk) for one in events]
        added = {one.pk: one.added_at for one in events}
        for row in met:
            came = find_logged_outcome(stage_of_round(row.round), row.on, entries)
            row.came, row.came_on, row.came_at = str(came.outcome), came.on, added.get(came.by)
            row.next_on = find_next_day(row.on, (one.on for one in met if one.stands))
            row.save(update_fields=KEPT)


class Migration(migrations.Migration):
    dependencies = [("records", "0033_people")]

    operations = [
        migrations.AddField("interview", "came", models.CharField(default="open", max_length=12)),
        migrations.AddField("interview", "came_on", models.DateField(null=True)),
        migrations.AddField("interview", "came_at", models.DateTimeField(null=True)),
        migrations.AddField("interview", "next_on", models.DateField(null=True)),
        migrations.RemoveIndex("opportunity", "opportunity_counted"),
        migrations.AddIndex(
            "opportunity",
            models.Index(
                condition=models.Q(("merged_into", None), ("stands", True)),
                fields=["owner", "stage", "ended", "reached", "agency", "ended_on"],
                name="opportunity_alike",
            ),
        ),
        migrations.RunPython(_tell, migrations.RunPython.noop),
    ]
