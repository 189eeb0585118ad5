"""What other programs may do, and which of them made a change."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0025_views_and_feed")]

    operations = [
        migrations.AddField(
            model_name="change",
            name="program",
            field=models.CharField(blank=True, default="", max_length=60),
            preserve_default=False,
        ),
        migrations.AddField(model_name="owner", name="programs_may", field=models.JSONField(default=list)),
        migrations.AddField(model_name="owner", name="programs_shut", field=models.BooleanField(default=False)),
    ]
