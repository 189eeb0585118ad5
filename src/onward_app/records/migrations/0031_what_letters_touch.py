"""What letters and jobs are found by when letters are linked is kept beside them; and indexes for what was struck."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from onward.notice.linking.reach import list_marks, list_marks_of_name
from onward_app.records.facts import to_letter_facts, to_mark_number

BATCH = 1000


def _mark(apps: Any, _: Any) -> None:
    """What writing keeps up from now on, for the letters and jobs there are."""
    find = apps.get_model
    for owner in find("records", "Owner").objects.all():
        own = frozenset(find("records", "OwnAddress").objects.filter(owner=owner).values_list("address", flat=True))
        letters = find("records", "Letter").objects.filter(owner=owner).defer("body").order_by("pk")
        jobs = find("records", "Opportunity").objects.filter(owner=owner).order_by("pk")
        _keep(find("records", "LetterMark"), owner, "letter_id",
              ((row.pk, list_marks(to_letter_facts(row, own))) for row in letters.iterator(500)))  # fmt: skip
        _keep(find("records", "JobMark"), owner, "opportunity_id",
              ((row.pk, list_marks_of_name(row.employer)) for row in jobs.iterator(500)))  # fmt: skip


def _keep(model: Any, owner: Any, of: str, found: Any) -> None:
    made = [
        model(owner=owner, mark=mark, **{of: pk})
        for pk, texts in found
        for mark in sorted({to_mark_number(text) for text in texts})
    ]
    model.objects.bulk_create(made, batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0030_calendar_reminds"),
    ]

    operations = [
        migrations.CreateModel(
            name="JobMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.BigIntegerField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="LetterMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.BigIntegerField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="owner",
            name="filed_through",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(model_name="owner", name="file_again", field=models.JSONField(default=list)),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("stands", True), _negated=True), fields=["owner", "letter"], name="event_struck"
            ),
        ),
        migrations.AddIndex(
            model_name="opportunity",
            index=models.Index(
                condition=models.Q(("stands", True), _negated=True), fields=["owner"], name="opportunity_struck"
            ),
        ),
        migrations.AddField(
            model_name="jobmark",
            name="opportunity",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.opportunity"
            ),
        ),
        migrations.AddField(
            model_name="jobmark",
            name="owner",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.owner"
            ),
        ),
        migrations.AddField(
            model_name="lettermark",
            name="letter",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.letter"),
        ),
        migrations.AddField(
            model_name="lettermark",
            name="owner",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.owner"
            ),
        ),
        migrations.AddIndex(
            model_name="jobmark",
            index=models.Index(fields=["owner", "mark", "opportunity"], name="job_by_mark"),
        ),
        migrations.AddIndex(
            model_name="lettermark",
            index=models.Index(fields=["owner", "mark", "letter"], name="letter_by_mark"),
        ),
        migrations.RunPython(_mark, migrations.RunPython.noop),
    ]
