"""Adverts, kept with their jobs."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0028_which_model_read")]

    operations = [
        migrations.CreateModel(
            name="Advert",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stands", models.BooleanField(default=True)),
                ("title", models.CharField(blank=True, max_length=200)),
                ("text", models.TextField()),
                ("posted_on", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("brought_on", models.DateField()),
                (
                    "opportunity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="adverts", to="records.opportunity"
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
    ]
