"""Which model read a letter, so that another one may judge it again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0027_start_and_pay"),
    ]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="read_by",
            field=models.CharField(blank=True, default="", max_length=12),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="seen",
            name="read_by",
            field=models.CharField(blank=True, default="", max_length=12),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="letter", index=models.Index(fields=["owner", "read_by"], name="letter_read_by")
        ),
    ]
