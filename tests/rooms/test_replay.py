"""The replay as it is lived: left and taken up, in two tabs, changed after the end, opened too often."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from tests.flat import flat
from tests.people import door
from tests.sealed import sealed

from onward.debrief.sittings import ENOUGH, LESSON, NEARLY
from onward_app import clock
from onward_app.records.models import Card, Chance, Debrief, Interview, Kink, Opportunity, Owner, Sighting
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.practice import cache_schedules
from onward_app.records.writing.undo import undo_change

FIRST = {
    "asked": {"text": "How do you handle a crisis?"},
    "said": {"text": "I said I stay calm."},
    "worked": {"text": "I asked about supervision", "chip": "just a feeling"},
    "change": {"change_1": "I told no example", "kind_1": "story", "none": ""},
    "know": {"chip_1": "interviewer said", "who_1": "D. W."},
    "plan": {"if_1": "they ask about a crisis", "then_1": "the night shift"},
    "myself": {"said_real": "4", "could_be": "3"},
}


@pytest.fixture(autouse=True)
def _day():
    with at("2026-03-10T09:00"):
        yield


def at(moment: str):
    return clock.fixed(moment)


def interview(owner: Owner, on: date = date(2026, 3, 9)) -> Interview:
    row, _ = add_job(owner, employer="Harbor Light", role="Therapist", on=date(2026, 2, 20))
    return Interview.objects.create(owner=owner, opportunity=row, on=on, round="interview")


def begun(client: Client, row: Interview) -> str:
    """Where a replay begins or goes on."""
    return client.post(f"/debrief/interview/{row.pk}/start/").headers["Location"]


def say(client: Client, there: str, given: dict[str, str]) -> str:
    """One screen answered, what it says back meant so; where it goes on."""
    answer = client.post(there, given)
    if answer.status_code == 200:
        answer = client.post(there, given | sealed(answer))
    return answer.headers["Location"]


def through(client: Client, there: str, answers: dict[str, dict[str, str]]) -> Debrief:
    """From a screen to the end."""
    while not there.endswith("/done/"):
        there = say(client, there, answers[there.rstrip("/").rpartition("/")[2]])
    client.post(there)
    return Debrief.objects.get(pk=int(there.split("/")[2]))


def test_it_goes_on_where_it_was_left(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    there = begun(client, row)
    there = say(client, there, FIRST["asked"])
    with at("2026-03-12T09:00"):
        assert begun(door(alice), row) == there
        assert begun(door(alice), row).endswith("/said/")
        assert "How do you handle a crisis?" in client.get(there.replace("said", "asked")).content.decode()


def test_it_isnt_done_before_every_screen_is(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    there = begun(client, row)
    for answer in (client.get(there.replace("asked", "done")), client.post(there.replace("asked", "done"))):
        assert answer.headers["Location"] == there
    assert Debrief.objects.get().done_at is None
    assert client.get(there.replace("asked", "nonsense")).status_code == 404


def test_a_screen_that_another_tab_made_fall_away_leads_on(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    there = begun(client, row)
    for screen in ("asked", "said", "worked", "change"):
        there = say(client, there, FIRST[screen])
    say(client, there.replace("know", "change"), {"none": "nothing to fix"})
    assert client.post(there, FIRST["know"]).headers["Location"].endswith("/myself/")
    assert "know" not in Debrief.objects.get().answers or not Debrief.objects.get().answers["know"]


def test_done_twice_from_two_tabs_is_done_once(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    debrief = through(client, begun(client, row), FIRST)
    assert client.post(f"/debrief/{debrief.pk}/done/").status_code == 302
    assert Sighting.objects.of(alice).count() == 2
    assert alice.changes.filter(intention="debrief.finish").count() == 1


def test_changed_after_the_end_it_takes_the_place_of_what_it_came_to(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    debrief = through(client, begun(client, row), FIRST)
    card = Card.objects.of(alice).get()
    there = f"/debrief/{debrief.pk}/change/"
    assert "can still be changed" in client.get(f"/debrief/{debrief.pk}/done/").content.decode()
    through(client, say(client, there, {"change_1": "I told no example at all", "kind_1": "story"}), FIRST)
    kink = Kink.objects.of(alice).get(strength=False)
    assert Sighting.objects.of(alice).get(kink=kink).text == "I told no example at all"
    assert Card.objects.of(alice).get() == card
    through(client, say(client, there, {"none": "nothing to fix"}), FIRST)
    assert not Kink.objects.of(alice).filter(strength=False).exists()
    assert not Card.objects.of(alice).exists()
    undo_change(alice, alice.changes.filter(intention="debrief.finish").order_by("-pk").first())
    assert Kink.objects.of(alice).filter(strength=False).get() == kink
    assert Card.objects.of(alice).get() == card


def test_a_chance_that_was_put_right_is_counted_once(alice: Owner) -> None:
    client = door(alice)
    through(client, begun(client, interview(alice)), FIRST)
    kink = Kink.objects.of(alice).get(strength=False)
    with at("2026-03-20T09:00"):
        answers = FIRST | {"change": {"none": "nothing to fix"}, "chances": {f"kink_{kink.pk}": "a clean chance"}}
        debrief = through(client, begun(client, interview(alice, date(2026, 3, 19))), answers)
        assert [one.happened for one in Chance.objects.of(alice)] == [False]
        there = say(client, f"/debrief/{debrief.pk}/chances/", {f"kink_{kink.pk}": "it happened"})
        through(client, there, answers)
        assert [one.happened for one in Chance.objects.of(alice)] == [True]


def test_one_interview_has_one_replay_also_when_a_no_comes_in_between(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    there = begun(client, row)
    assert Debrief.objects.get().script == "good"
    say(client, there, FIRST["asked"])
    with at("2026-03-12T09:00"):
        add_event(alice, Opportunity.objects.get(pk=row.opportunity_id), kind="rejected", on=date(2026, 3, 11))
        again = begun(client, row)
        assert again.endswith("/said/")
        assert Debrief.objects.get().script == "no"
        debrief = through(client, again, FIRST)
    with at("2026-03-13T09:00"):
        assert begun(client, row) == f"/debrief/{debrief.pk}/done/"


def test_a_kink_that_was_just_named_stands_as_having_happened(alice: Owner) -> None:
    client = door(alice)
    through(client, begun(client, interview(alice)), FIRST)
    kink = Kink.objects.of(alice).get(strength=False)
    with at("2026-03-20T09:00"):
        there = begun(client, interview(alice, date(2026, 3, 19)))
        while not there.endswith("/chances/"):
            there = say(client, there, FIRST[there.rstrip("/").rpartition("/")[2]])
        page = flat(client.get(there))
        assert re.search(rf'name="kink_{kink.pk}" value="it happened" checked', page)


def test_what_was_said_of_being_oneself_on_the_day_stands_there(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    Interview.objects.update(said_real=2)
    there = begun(client, row)
    page = client.get(there.replace("asked", "myself")).content.decode()
    assert re.search(r'name="said_real" value="2" checked', page)


def test_words_of_self_harm_are_not_stored(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    there = begun(client, row)
    page = client.post(there, {"text": "I want to kill myself"}).content.decode()
    assert "Call or text 988" in page
    assert Debrief.objects.get().answers == {}


def test_client_details_in_any_box_of_the_replay_are_shown_before_they_are_kept(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    there, detail = begun(client, row), "My client Maria Lopez, 34, from Elm Street"
    while not there.endswith("/done/"):
        screen = there.rstrip("/").rpartition("/")[2]
        for box in (name for name in FIRST[screen] if name.split("_")[0] in {"text", "change", "if", "then"}):
            page = client.post(there, FIRST[screen] | {box: detail})
            assert "could" in page.content.decode() or "Say “a client”" in page.content.decode(), (screen, box)
            assert detail not in str(Debrief.objects.get().answers)
            worse = {box: f"{detail} and Tyrone Banks"} | sealed(page)
            assert client.post(there, FIRST[screen] | worse).status_code == 200
        there = say(client, there, FIRST[screen])


def test_the_third_opening_is_braked_also_when_it_is_finished(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    debrief = through(client, begun(client, row), FIRST)
    for day, braked in ((11, False), (12, True)):
        with at(f"2026-03-{day}T09:00"):
            page = client.get(f"/debrief/{debrief.pk}/done/").content.decode()
            assert (LESSON in page) is braked


def test_somebody_who_writes_for_long_sits_once_and_is_told_when_it_is_enough(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    there = begun(client, row)
    client.get(there)
    for moment, screen, said in (("21", "asked", NEARLY), ("27", "said", ENOUGH)):
        with at(f"2026-03-10T09:{moment}"):
            there = say(client, there, FIRST[screen])
            page = client.get(there).content.decode()
            assert said in page
    assert '<button class="first">Go on' not in page
    assert Debrief.objects.get().sittings.count() == 1
    assert Debrief.objects.get().answers.keys() == {"asked", "said"}


def closing(client: Client, answers: dict[str, dict[str, str]], row: Interview) -> str:
    """The page that a replay ends on."""
    debrief = through(client, begun(client, row), answers)
    return client.post(f"/debrief/{debrief.pk}/done/", follow=True).content.decode()


def test_it_ends_on_one_page_with_the_strength_the_plan_and_what_comes_tomorrow(alice: Owner) -> None:
    page = closing(door(alice), FIRST, interview(alice))
    assert "I asked about supervision" in page
    assert "If they ask about a crisis, then the night shift." in page
    assert "11 March" in page
    assert f'href="/practice/card/{Card.objects.of(alice).get().pk}/"' in page
    assert "That’s enough" in page
    assert page.count('class="button first"') == 1


def test_what_is_practiced_begins_the_day_after_as_the_page_says(alice: Owner) -> None:
    closing(door(alice), FIRST, interview(alice))
    assert clock.local(Card.objects.of(alice).get().due_at).date() == date(2026, 3, 11)


def test_practice_offers_nothing_of_a_replay_on_its_own_day_also_when_schedules_are_reckoned_anew(alice: Owner) -> None:
    client = door(alice)
    closing(client, FIRST, interview(alice))
    card = Card.objects.of(alice).get()
    cache_schedules(alice, [card])  # as when another interview is noted, or the owner's cards are rebuilt
    card.refresh_from_db()
    assert clock.local(card.due_at).date() == date(2026, 3, 11)
    begins = f'<a class="button first" href="/practice/card/{card.pk}/">Begin</a>'
    assert begins not in client.get("/practice/").content.decode()
    with at("2026-03-11T09:00"):
        assert begins in client.get("/practice/").content.decode()


def test_nothing_to_fix_ends_on_the_same_page_without_cards(alice: Owner) -> None:
    page = closing(door(alice), FIRST | {"change": {"none": "nothing to fix"}}, interview(alice))
    assert "Nothing to fix." in page
    assert "Practiced next" not in page


def test_the_last_page_waits_for_the_end_and_belongs_to_its_owner(alice: Owner, bob: Owner) -> None:
    client, row = door(alice), interview(alice)
    there = begun(client, row)
    last = there.replace("asked", "became")
    assert client.get(last).headers["Location"] == there
    assert door(bob).get(last).status_code == 404


def test_a_true_sentence_for_the_next_time_is_rehearsed_from_tomorrow(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    rather = "I need an hour a week with somebody to think a case through."
    answers = FIRST | {"myself": {"said_real": "2", "could_be": "2", "rather": rather}}
    through(client, begun(client, row), answers)
    card = Card.objects.get(kink=None)
    assert card.question == "How do you handle a crisis?"
    assert rather in card.points[0]
    assert clock.local(card.due_at).date() == date(2026, 3, 11)
    page = flat(client.get(f"/practice/card/{card.pk}/", follow=True))
    assert "How do you handle a crisis?" in page
    assert rather not in page  # it asks first


def test_without_one_nothing_is_made_of_how_genuine_somebody_felt(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    through(client, begun(client, row), FIRST | {"myself": {"said_real": "1", "could_be": "1", "rather": "  "}})
    assert not Card.objects.filter(kink=None).exists()
