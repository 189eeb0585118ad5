from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0008_reply_kept_for_tomorrow")]

    operations = [migrations.AddField("kink", "asked", models.JSONField(default=list))]
