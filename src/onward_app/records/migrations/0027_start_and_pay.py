"""What an offer says of the first day and of pay."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0026_other_programs"),
    ]

    operations = [
        migrations.AddField(model_name="opportunity", name="starts_on", field=models.DateField(null=True)),
        migrations.AddField(
            model_name="opportunity",
            name="pay",
            field=models.CharField(blank=True, default="", max_length=200),
            preserve_default=False,
        ),
    ]
