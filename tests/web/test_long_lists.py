"""Long lists begin with some rows, and the rest is one tap away."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.people import door

from onward_app import clock
from onward_app.records.models import Ask, KindWords, Opportunity, Owner, Recording
from onward_app.rooms.ask import views as ask
from onward_app.rooms.practice.recordings import views as recordings
from onward_app.rooms.recover import kind_words

SAID = ("The first of all", "The second one", "The third and newest")


@pytest.fixture
def browser(alice: Owner, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Three rows of each list, and pages of two."""
    for room in (ask, recordings, kind_words):
        monkeypatch.setattr(room, "PAGE", 2)
    today = clock.today()
    for said in SAID:
        KindWords.objects.create(owner=alice, text=said, on=today)
        Recording.objects.create(owner=alice, question=said, name=said[-5:], sort="audio/webm", size=9, at=clock.now())
        job = Opportunity.objects.create(owner=alice, employer=said)
        Ask.objects.create(owner=alice, opportunity=job, sent_on=today)
    return door(alice)


@pytest.mark.parametrize("where", ["/recover/kind-words/", "/practice/recordings/", "/ask/"])
def test_a_long_list_comes_by_pages(browser: Client, where: str) -> None:
    first, second = (browser.get(f"{where}?page={n}").content.decode() for n in (1, 2))
    shown = [[said in page for said in SAID] for page in (first, second)]
    assert sorted(map(sum, shown)) == [1, 2]
    assert all(one or other for one, other in zip(*shown, strict=True))
    assert '<a class="button" href="?page=2">More</a>' in first
    assert '<a class="button" href="?page=1">Those before</a>' in second
