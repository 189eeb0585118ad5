"""Where each card is, is kept with it, so that no page goes through all that was ever answered."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db import migrations

from onward.practice.cards import Card, CardReview
from onward.practice.schedule import rebuild_states, state_to_json
from onward_app import clock


def _keep_states(apps: Any, _: Any) -> None:
    """What writing keeps up from now on, for the cards there are."""
    answered: dict[int, list[CardReview]] = defaultdict(list)
    for one in apps.get_model("records", "Review").objects.filter(stands=True):
        answered[one.card_id].append(CardReview(one.card_id, clock.local(one.at), frozenset(one.met)))
    for row in apps.get_model("records", "Card").objects.filter(pk__in=list(answered)):
        card = Card(row.pk, row.question, tuple(row.points), row.practice, clock.local(row.made_at))
        row.state = state_to_json(rebuild_states([card], answered[row.pk])[row.pk])
        row.save(update_fields=["state"])


class Migration(migrations.Migration):
    dependencies = [("records", "0023_packets")]

    operations = [migrations.RunPython(_keep_states, migrations.RunPython.noop)]
