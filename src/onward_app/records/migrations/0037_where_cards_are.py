"""When each card was answered last and how long it rests is kept in columns: none is read to know which come."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from onward.practice.cards import Card
from onward.practice.schedule import state_from_json

COLUMNS = ("answered_on", "noon_on", "rests")


def _tell(apps: Any, _: Any) -> None:
    """What writing keeps up from now on, for the cards there are."""
    model = apps.get_model("records", "Card")
    rows = list(model.objects.exclude(stability=None))
    for row in rows:
        state = state_from_json(Card(row.pk, "", (), row.practice, row.made_at), row.state)
        for name in COLUMNS:
            setattr(row, name, getattr(state, name))
    model.objects.bulk_update(rows, COLUMNS, batch_size=100)


class Migration(migrations.Migration):
    dependencies = [("records", "0036_evidence_of_kinks")]

    operations = [
        migrations.AddField("card", "answered_on", models.DateField(null=True)),
        migrations.AddField("card", "noon_on", models.DateField(null=True)),
        migrations.AddField("card", "rests", models.IntegerField(null=True)),
        migrations.RunPython(_tell, migrations.RunPython.noop),
    ]
