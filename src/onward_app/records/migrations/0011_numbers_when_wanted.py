from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0010_country_of_lines")]

    operations = [
        migrations.AddField("owner", "show_numbers", models.BooleanField(default=False)),
        migrations.AddField("interview", "place", models.CharField(blank=True, max_length=300)),
    ]
