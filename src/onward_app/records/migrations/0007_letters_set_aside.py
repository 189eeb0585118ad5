from django.db import migrations, transaction

from onward_app.records.writing.forgetting import overwrite, owe_overwriting


def forget_set_aside(apps, _schema_editor):
    """The text of letters that were said not to be about a job, which earlier versions kept, and what quotes it."""
    decision, letter = apps.get_model("records", "Decision"), apps.get_model("records", "Letter")
    change = apps.get_model("records", "Change")
    with transaction.atomic():
        said = decision.objects.filter(stands=True, no_job=True).values_list("owner_id", "key")
        gone = [row for owner, key in said for row in letter.objects.filter(owner_id=owner, key=key)]
        for row in gone:
            quoted = f"“{row.subject[:80]}”"
            for told in change.objects.filter(owner_id=row.owner_id, summary__contains=quoted) if row.subject else ():
                told.summary = told.summary.replace(quoted, "the letter")
                told.save(update_fields=["summary"])
            row.delete()
        if gone:
            owe_overwriting()  # killed between the two, the next start does it
    if gone:
        transaction.on_commit(overwrite)  # the file is written anew afterwards, which no transaction may hold


class Migration(migrations.Migration):
    dependencies = [("records", "0006_no_in_the_evening")]

    operations = [migrations.RunPython(forget_set_aside, migrations.RunPython.noop)]
