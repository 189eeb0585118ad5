"""Where a person's own messages go out from, and each message on its way, so that none goes twice."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0019_answers_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="owner",
            name="sends_from",
            field=models.CharField(blank=True, max_length=320),
        ),
        migrations.AddField(
            model_name="owner",
            name="sends_through",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.CreateModel(
            name="Sending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("begun_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("went", models.BooleanField(null=True)),
                ("through", models.CharField(max_length=300)),
                ("message", models.TextField()),
                ("trouble", models.TextField(blank=True)),
                (
                    "ask",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sending", to="records.ask"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.owner"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
