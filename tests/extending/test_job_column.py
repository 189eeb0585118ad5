"""Whoever follows docs/extending/job-column.md has a column that is typed, kept, merged, undone and shown."""

from __future__ import annotations

from pathlib import Path

from tests.extending.pages import copy_of_onward, run, steps, take

WALK = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "onward_app.settings"
import django
django.setup()
from tests.people import door
from onward_app.cli.owner import command_line_owner
from onward_app.records.models import Opportunity
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.merging import merge_jobs
me = command_line_owner()
one, _ = add_job(me, employer="Cedar", role="Therapist")
two, _ = add_job(me, employer="Cedar", role="Therapist")
page = door(me)
page.post(f"/jobs/{two.pk}/edit/", {"employer": "Cedar", "role": "Therapist", "hours": "32"})
print("shown", "32 hours a week" in page.get(f"/jobs/{two.pk}/").content.decode())
two.refresh_from_db()
merge_jobs(me, one, two)
print("merged", Opportunity.objects.get(pk=one.pk).hours)
"""


def test_the_column_of_the_page_is_there_everywhere(tmp_path: Path) -> None:
    copy = copy_of_onward(tmp_path)
    for file, step in steps("job-column.md").items():
        take(step, copy / file)
    made = run(copy, "-m", "django", "makemigrations", "records", "--settings", "onward_app.settings")
    assert made.returncode == 0, made.stderr
    walked = run(copy, "-c", WALK)
    assert walked.stdout.split("\n")[:2] == ["shown True", "merged 32"], walked.stderr
