"""Views of the jobs that are kept by name, and the secret address of a private calendar."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0024_states_of_cards_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="owner",
            name="feed_key",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(model_name="owner", name="feed_neutral", field=models.BooleanField(default=False)),
        migrations.CreateModel(
            name="KeptView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stands", models.BooleanField(default=True)),
                ("name", models.CharField(max_length=60)),
                ("asked", models.JSONField(default=dict)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.owner"
                    ),
                ),
            ],
            options={"ordering": ["id"]},
        ),
    ]
