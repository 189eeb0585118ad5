"""The waits that still run are read from an index of their own alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0037_where_cards_are")]

    operations = [
        migrations.RemoveIndex(model_name="jobwait", name="wait_running"),
        migrations.AddIndex(
            model_name="jobwait",
            index=models.Index(
                fields=["owner", "opportunity", "stage", "through", "begun_on", "days"],
                name="wait_running",
                condition=models.Q(days=None),
            ),
        ),
    ]
