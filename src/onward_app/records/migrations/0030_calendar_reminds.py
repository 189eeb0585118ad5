"""Whether the private calendar asks the program that reads it to remind."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0029_adverts")]

    operations = [
        migrations.AddField(model_name="owner", name="feed_reminds", field=models.BooleanField(default=False)),
    ]
