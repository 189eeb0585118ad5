"""Which letter answers which ask is kept beside the letter; and indexes by which letters and their events are found."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from onward.ask.answered import AskInMail, AsksInMail, MaybeAnswer
from onward.facts import NOS, LetterKind


def _find_answers(apps: Any, _: Any) -> None:
    """What writing keeps up from now on, for the letters there are."""
    for owner in apps.get_model("records", "Owner").objects.all():
        asks = _load_asks(apps, owner)
        rows = apps.get_model("records", "Letter").objects.filter(owner=owner, outgoing=False) if asks else ()
        asked = AsksInMail(asks)
        nos = apps.get_model("records", "Event").objects.filter(owner=owner, stands=True, kind__in=NOS)
        no_keys = set(nos.values_list("letter", flat=True))
        for row in rows:
            answered = asked.find_answered(_to_maybe_answer(row))
            if answered is not None and row.key not in no_keys:
                row.answers_id = answered.id
                row.save(update_fields=["answers"])


def _load_asks(apps: Any, owner: Any) -> list[AskInMail]:
    rows = apps.get_model("records", "Ask").objects.filter(
        owner=owner, stands=True, sort="advice", suppressed=False, opportunity__stands=True
    )
    names: dict[int, set[str]] = defaultdict(set)
    filed = apps.get_model("records", "Letter").objects.filter(owner=owner).exclude(opportunity=None)
    for job, message, thread in filed.values_list("opportunity_id", "message_id", "thread"):
        names[job] |= {name for name in (message, thread) if name}
    return [
        AskInMail(row.pk, row.opportunity_id, row.sent_on, row.opportunity.employer, row.to_name, row.to_address,
                  row.subject, frozenset(names[row.opportunity_id]))
        for row in rows.exclude(sent_on=None).select_related("opportunity")
    ]  # fmt: skip


def _to_maybe_answer(row: Any) -> MaybeAnswer:
    threads = frozenset(filter(None, (*row.refs, row.thread)))
    end = row.body if not row.sender else ""
    employer = row.verdict.get("employer") or ""
    return MaybeAnswer(LetterKind(row.kind), row.on, row.sender, row.sender_name, row.subject, threads, employer, end)


class Migration(migrations.Migration):
    dependencies = [("records", "0018_indexes_that_are_used")]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="answers",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="answered_by",
                to="records.ask",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("stands", True)), fields=["owner", "letter"], name="event_of_letter"
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("answers", None), _negated=True),
                fields=["owner", "answers"],
                name="letter_answering",
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["owner", "on"], name="letter_on_day"),
        ),
        migrations.RunPython(_find_answers, migrations.RunPython.noop),
    ]
