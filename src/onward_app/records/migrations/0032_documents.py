"""Documents, kept with their jobs."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0031_what_letters_touch")]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stands", models.BooleanField(default=True)),
                ("name", models.CharField(max_length=120)),
                ("key", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("added_on", models.DateField()),
                (
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="records.opportunity",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.owner"
                    ),
                ),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("stands", True)), fields=["owner", "opportunity"], name="document_of_job"
            ),
        ),
    ]
