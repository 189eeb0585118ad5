from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0006_no_in_the_evening"),
    ]

    operations = [
        migrations.AddField(
            model_name="ask",
            name="reply_from",
            field=models.DateField(null=True),
        ),
    ]
