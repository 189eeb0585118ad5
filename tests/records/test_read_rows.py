"""A row that is read quickly is the row that Django itself would make of the same columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from tests.filled import fill, on_the_morning

from onward_app.records.models import Event, Opportunity, Owner

MODELS = list(apps.get_app_config("records").get_models())


def by_django(model: Any) -> list[Any]:
    """The same rows, each through `__init__`."""
    columns = [field.attname for field in model._meta.concrete_fields]
    made = [model(**dict(zip(columns, row, strict=True))) for row in model._default_manager.values_list(*columns)]
    for row in made:
        row._state.adding, row._state.db = False, "default"
    return made


def told(row: models.Model) -> dict[str, Any]:
    """All that it holds; a place for rows it is joined to is made when it is first needed, and is empty."""
    assert not row._state.fields_cache
    return {name: value for name, value in row.__dict__.items() if name != "_state"} | vars(row._state)


@pytest.fixture
def filled(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Owner:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        fill(alice)
    return alice


def test_every_row_of_every_table_is_the_one_that_django_makes(filled: Owner) -> None:
    for model in MODELS:
        rows = [*model._default_manager.order_by("pk")]
        others = sorted(by_django(model), key=lambda row: row.pk)
        assert rows == others
        assert list(map(told, rows)) == list(map(told, others)), model


def test_what_was_left_out_is_asked_for_when_it_is_looked_at(filled: Owner, django_assert_num_queries: Any) -> None:
    row = Opportunity.objects.of(filled).only("employer").order_by("pk")[0]
    assert row.get_deferred_fields() >= {"role", "stage", "notes"}
    with django_assert_num_queries(1):
        assert row.stage
    with django_assert_num_queries(0):
        assert row.employer


def test_a_row_comes_with_the_row_it_is_joined_to_and_can_be_written(
    filled: Owner, django_assert_num_queries: Any
) -> None:
    row = Event.objects.of(filled).select_related("opportunity").order_by("pk")[0]
    with django_assert_num_queries(0):
        assert row.opportunity.employer
        assert row.opportunity.pk == row.opportunity_id
    row.note = "Written."
    row.save()
    assert Event.objects.get(pk=row.pk).note == "Written."
