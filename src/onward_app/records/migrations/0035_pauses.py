"""A pause, and until when."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """A day on which Onward speaks again."""

    dependencies = [("records", "0034_what_came_of_interviews")]
    operations = [migrations.AddField("owner", "paused_until", models.DateField(null=True))]
