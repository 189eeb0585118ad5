"""Indexes that questions use: of what stands alone, since Django asks for that in a way that no other index serves."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0017_waits_counted"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="ask",
            index=models.Index(
                condition=models.Q(("stands", True)), fields=["owner", "opportunity"], name="ask_of_job"
            ),
        ),
        migrations.AddIndex(
            model_name="chance",
            index=models.Index(condition=models.Q(("stands", True)), fields=["owner", "kink"], name="chance_of_kink"),
        ),
        migrations.AddIndex(
            model_name="debrief",
            index=models.Index(
                condition=models.Q(("stands", True)), fields=["owner", "opportunity"], name="debrief_of_job"
            ),
        ),
        migrations.AddIndex(
            model_name="debrief",
            index=models.Index(
                condition=models.Q(("stands", True)), fields=["owner", "interview"], name="debrief_of_interview"
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("stands", True)), fields=["owner", "opportunity", "on"], name="event_of_job"
            ),
        ),
        migrations.AddIndex(
            model_name="fit",
            index=models.Index(
                condition=models.Q(("stands", True)), fields=["owner", "opportunity"], name="fit_of_job"
            ),
        ),
        migrations.AddIndex(
            model_name="interview",
            index=models.Index(
                condition=models.Q(("stands", True)), fields=["owner", "opportunity", "on"], name="interview_of_job"
            ),
        ),
        migrations.AddIndex(
            model_name="interview",
            index=models.Index(condition=models.Q(("stands", True)), fields=["owner", "on"], name="interview_on_day"),
        ),
        migrations.AddIndex(
            model_name="rejectionday",
            index=models.Index(condition=models.Q(("stands", True)), fields=["owner", "on"], name="rejection_on_day"),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(
                condition=models.Q(("stands", True)), fields=["owner", "card", "at"], name="review_of_card"
            ),
        ),
        migrations.AddIndex(
            model_name="sighting",
            index=models.Index(condition=models.Q(("stands", True)), fields=["owner", "kink"], name="sighting_of_kink"),
        ),
    ]
