"""People have a page: how to reach them, how the person met them, and the jobs they belong to."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

THERE = models.Q(("merged_into", None), ("stands", True))
STANDING = models.Q(("stands", True))


def _keep_those_written_to(apps: Any, _: Any) -> None:
    """Whom the person wrote to is somebody at that job: their name and address stand in what was sent."""
    find = apps.get_model
    contacts, links = find("records", "Contact").objects, find("records", "ContactAtJob").objects
    asks = find("records", "Ask").objects.filter(stands=True, opportunity__stands=True, suppressed=False)
    known: dict[tuple[int, str], Any] = {}
    for ask in asks.exclude(sent_on=None).exclude(to_name="").order_by("pk"):
        key = ask.owner_id, " ".join(ask.to_name.split()).casefold()
        if key not in known:
            known[key] = contacts.filter(owner=ask.owner_id, stands=True, name__iexact=ask.to_name).first()
        if known[key] is None:
            known[key] = contacts.create(owner_id=ask.owner_id, name=ask.to_name, reach=ask.to_address[:200])
        links.get_or_create(owner_id=ask.owner_id, contact=known[key], opportunity_id=ask.opportunity_id)


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0032_documents"),
    ]

    operations = [
        migrations.AddField("contact", "how", models.CharField(blank=True, max_length=200)),
        migrations.AddField("contact", "notes", models.TextField(blank=True)),
        migrations.AddField("contact", "reach", models.CharField(blank=True, max_length=200)),
        migrations.AddField(
            "contact",
            "merged_into",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="merged",
                to="records.contact",
            ),
        ),
        migrations.CreateModel(
            name="ContactAtJob",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stands", models.BooleanField(default=True)),
                ("part", models.CharField(blank=True, max_length=60)),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="at_jobs", to="records.contact"
                    ),
                ),
                (
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="contacts", to="records.opportunity"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.owner"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            "contact",
            models.Index(condition=THERE, fields=["owner", "name"], name="contact_by_name"),
        ),
        migrations.AddIndex(
            "contactatjob",
            models.Index(condition=STANDING, fields=["owner", "opportunity"], name="contact_of_job"),
        ),
        migrations.AddIndex(
            "contactatjob",
            models.Index(condition=STANDING, fields=["owner", "contact"], name="job_of_contact"),
        ),
        migrations.RunPython(_keep_those_written_to, migrations.RunPython.noop),
    ]
