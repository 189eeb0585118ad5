from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0007_letters_set_aside")]

    operations = [migrations.AddField("kink", "asked", models.JSONField(default=list))]
