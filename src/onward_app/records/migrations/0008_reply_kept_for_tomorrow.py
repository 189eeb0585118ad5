from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0007_letters_set_aside"),
    ]

    operations = [
        migrations.AddField(
            model_name="ask",
            name="reply_from",
            field=models.DateField(null=True),
        ),
    ]
