"""A kink and its cards: what practice counts for, and how cards for it come to be."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.test import Client
from tests.people import door

from onward_app import clock
from onward_app.records import queries_kinks
from onward_app.records.models import Card, Kink, Owner, Review

BEGAN = date(2026, 3, 1)


@pytest.fixture(autouse=True)
def _day():
    with clock.fixed("2026-06-10T09:00"):
        yield


@pytest.fixture
def client(alice: Owner) -> Client:
    return door(alice)


def kink(owner: Owner, **more: object) -> Kink:
    return Kink.objects.create(owner=owner, kind="length", name="Length", noticed_on=BEGAN, **more)


def card(owner: Owner, row: Kink) -> Card:
    points = ["one", "two", "three"]
    return Card.objects.create(owner=owner, kink=row, question="Why?", points=points, made_at=clock.now())


def test_practice_is_clean_when_two_points_or_three_were_there(alice: Owner) -> None:
    row = kink(alice, working_since=BEGAN)
    why = card(alice, row)
    for day, met in enumerate(([], [0], [0, 2], [0, 1, 2]), 2):
        at = datetime(2026, 3, day, 18).astimezone()
        Review.objects.create(owner=alice, card=why, at=at, met=met)
    told = queries_kinks.one(alice, row)
    assert [one.happened for one in queries_kinks.occasions(told.chances, told.reviews)] == [True, True, False, False]
    assert told.verdict.practices == 4
