"""Sign-ins that can be ended, one owner at home by constraint, and the owner of each part."""

import django.db.models.deletion
from django.db import migrations, models


def name_owners(apps, schema_editor):  # noqa: ARG001 - Django’s signature
    """The first owner is the one at home; a part belongs to whom its change does."""
    owners = apps.get_model("records", "Owner").objects
    first = owners.order_by("pk").first()
    if first is not None:
        owners.filter(pk=first.pk).update(at_home=True)
    changes = apps.get_model("records", "Change").objects.filter(pk=models.OuterRef("change_id"))
    parts = apps.get_model("records", "Part").objects
    parts.update(owner_id=models.Subquery(changes.values("owner_id")[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0021_weighed"),
    ]

    operations = [
        migrations.CreateModel(
            name="SignIn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.CharField(max_length=64, unique=True)),
                ("begun_at", models.DateTimeField()),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.owner"
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.AddField("owner", "at_home", models.BooleanField(default=False)),
        migrations.AddField(
            "part",
            "owner",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.owner"
            ),
        ),
        migrations.RunPython(name_owners, migrations.RunPython.noop),
        migrations.AlterField(
            "part",
            "owner",
            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.owner"),
        ),
        migrations.AddConstraint(
            "owner",
            models.UniqueConstraint(
                condition=models.Q(("at_home", True)), fields=("at_home",), name="one_owner_at_home"
            ),
        ),
    ]
