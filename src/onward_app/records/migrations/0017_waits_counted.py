"""Waits and stages of each job are kept beside it, so that they can be counted; and indexes that such questions use."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from onward.facts import STAGES
from onward.log.standing import Event
from onward.pace.own_rates import list_reached
from onward.pace.own_waits import find_waits

BATCH = 200


def _count(apps: Any, _: Any) -> None:
    """What writing keeps up from now on, for the jobs there are."""
    jobs = {row.pk: row for row in apps.get_model("records", "Opportunity").objects.order_by("pk")}
    log = apps.get_model("records", "Event").objects.filter(stands=True).order_by("opportunity_id")
    waits, wait = [], apps.get_model("records", "JobWait")
    for pk, rows in groupby(log.iterator(), key=lambda row: row.opportunity_id):
        row = jobs[pk]
        events = [Event(one.kind, one.on, one.pk, one.source, day_known=one.day_known) for one in rows]
        row.reached = ",".join(sorted(list_reached(events), key=STAGES.index))
        if row.stands and row.merged_into_id is None:
            waits += [
                wait(owner_id=row.owner_id, opportunity_id=pk, stage=str(one.stage), through=bool(row.agency),
                     begun_on=one.begun, days=one.days, heard=one.heard)
                for one in find_waits(events)
            ]  # fmt: skip
    apps.get_model("records", "Opportunity").objects.bulk_update(jobs.values(), ["reached"], batch_size=BATCH)
    wait.objects.bulk_create(waits, batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("records", "0016_what_is_written")]

    operations = [
        migrations.CreateModel(
            name="JobWait",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stage", models.CharField(max_length=20)),
                ("through", models.BooleanField()),
                ("begun_on", models.DateField()),
                ("days", models.PositiveIntegerField(null=True)),
                ("heard", models.BooleanField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.RemoveIndex(
            model_name="event",
            name="event_kind_on",
        ),
        migrations.RemoveIndex(
            model_name="opportunity",
            name="opportunity_open",
        ),
        migrations.AddField(
            model_name="opportunity",
            name="reached",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("stands", True)), fields=["owner", "kind", "on"], name="event_of_kind"
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("stands", True)), fields=["owner", "on", "opportunity"], name="event_on_day"
            ),
        ),
        migrations.AddIndex(
            model_name="opportunity",
            index=models.Index(
                condition=models.Q(("merged_into", None), ("stands", True)),
                fields=["owner", "first_on"],
                name="opportunity_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="opportunity",
            index=models.Index(
                condition=models.Q(("merged_into", None), ("stands", True)),
                fields=["owner", "ended", "first_on"],
                name="opportunity_open",
            ),
        ),
        migrations.AddIndex(
            model_name="opportunity",
            index=models.Index(
                condition=models.Q(("merged_into", None), ("stands", True)),
                fields=["owner", "stage", "ended", "ended_on", "reached", "agency"],
                name="opportunity_counted",
            ),
        ),
        migrations.AddField(
            model_name="jobwait",
            name="opportunity",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.opportunity"
            ),
        ),
        migrations.AddField(
            model_name="jobwait",
            name="owner",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.owner"),
        ),
        migrations.AddIndex(
            model_name="jobwait",
            index=models.Index(
                fields=["owner", "stage", "through", "days", "heard", "begun_on", "opportunity"], name="wait_counted"
            ),
        ),
        migrations.AddIndex(
            model_name="jobwait",
            index=models.Index(
                condition=models.Q(("days", None)),
                fields=["owner", "opportunity", "stage", "through", "begun_on"],
                name="wait_running",
            ),
        ),
        migrations.RunPython(_count, migrations.RunPython.noop),
    ]
