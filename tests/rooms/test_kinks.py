"""Kinks: evidence by hand and from feedback, kinds of one's own, what counts, and what the page says of it."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.flat import flat
from tests.people import door
from tests.sealed import sealed
from typer.testing import CliRunner

from onward_app import clock
from onward_app.records.models import (
    Ask,
    Chance,
    Debrief,
    Interview,
    Kink,
    Letter,
    Opportunity,
    Owner,
    OwnKind,
    Sighting,
)
from onward_app.records.reading.evidence import report_kink
from onward_app.records.reading.kinks import rank_kinks, report_kinks
from onward_app.records.writing.debrief import finish_debrief
from onward_app.records.writing.evidence import rebuild_kinks
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.kinks import add_sighting, merge_kinks
from onward_app.records.writing.undo import undo_change
from onward_app.rooms.kinks.forms import NEWEST

BEGAN = date(2026, 3, 1)
HUNCH = {"what": "kink", "text": "My answer had an end nobody heard", "kind": "length", "name": "",
         "chip": "just a feeling", "group": "", "interview": "", "on": "2026-03-02"}  # fmt: skip


@pytest.fixture(autouse=True)
def _day():
    with clock.fixed("2026-06-10T09:00"):
        yield


@pytest.fixture
def client(alice: Owner) -> Client:
    return door(alice)


@pytest.fixture
def job(alice: Owner) -> Opportunity:
    return add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 2, 20))[0]


def kink(owner: Owner, outcomes: str = "", *, name: str = "Length", kind: str = "length", cost: int = 2) -> Kink:
    """A kink that is worked on, with one debriefed interview for each chance: c for clean, x where it happened."""
    row = Kink.objects.create(owner=owner, kind=kind, name=name, cost=cost, noticed_on=BEGAN, working_since=BEGAN)
    Sighting.objects.create(owner=owner, kink=row, source="just a feeling", on=BEGAN, text="Too long")
    for number, outcome in enumerate(outcomes, 1):
        on = BEGAN + timedelta(days=number)
        at = debriefed(owner, on)
        Chance.objects.create(owner=owner, kink=row, interview=at, on=on, happened=outcome == "x")
    rebuild_kinks(owner)
    return row


def debriefed(owner: Owner, on: date) -> Interview:
    there = Opportunity.objects.of(owner).first() or add_job(owner, employer="Oak Hollow", role="", on=on)[0]
    row = Interview.objects.create(owner=owner, opportunity=there, on=on)
    Debrief.objects.create(owner=owner, opportunity=there, interview=row, started_at=clock.now(), done_at=clock.now())
    return row


def page(client: Client, place: str) -> str:
    answer = client.get(place)
    assert answer.status_code == 200, place
    return flat(answer)


# --- it works -----------------------------------------------------------------------------------------------------


def test_one_by_hand_is_a_hunch_with_its_first_piece_of_evidence(alice: Owner, client: Client) -> None:
    answer = client.post("/kinks/add/", HUNCH)
    row = Kink.objects.of(alice).get()
    assert answer.headers["Location"].startswith(f"/kinks/{row.pk}/")
    assert (row.kind, row.name) == ("length", "My answer had an end nobody heard")
    assert Sighting.objects.of(alice).get().on == date(2026, 3, 2)
    shown = page(client, f"/kinks/{row.pk}/")
    assert "<h1>“My answer had an end nobody heard”</h1>" in shown
    assert "Kind: length · your hunch ·" in shown


def test_one_of_a_kind_that_is_there_gets_the_evidence_instead(alice: Owner, client: Client) -> None:
    client.post("/kinks/add/", HUNCH)
    client.post(
        "/kinks/add/", HUNCH | {"chip": "interviewer said", "group": "D. R.", "text": "They looked at the clock"}
    )
    told = report_kink(alice, Kink.objects.of(alice).get())
    assert told.standing.status == "supported"
    assert len(told.sightings) == 2


def test_words_without_a_kind_suggest_one_and_the_person_decides(alice: Owner, client: Client) -> None:
    told = HUNCH | {"text": "I rambled and went on and on", "kind": ""}
    asked = client.post("/kinks/add/", told).content.decode()
    assert "suggestions: choose one below, or none" in asked
    assert "<strong>Length</strong>, because of “rambled” and “went on and on”" in asked
    assert "I rambled and went on and on" in asked
    assert not Kink.objects.of(alice).exists()
    assert client.post("/kinks/add/", told | sealed(asked)).status_code == 302
    row = Kink.objects.of(alice).get()
    assert (row.kind, row.name) == ("own", "I rambled and went on and on")
    assert "Call it Length" in page(client, f"/kinks/{row.pk}/")
    client.post(f"/kinks/{row.pk}/call/", {"kind": "length"})
    row.refresh_from_db()
    assert (row.kind, row.name) == ("length", "I rambled and went on and on")
    assert "Call it" not in page(client, f"/kinks/{row.pk}/")


def test_a_hunch_that_gets_a_kind_that_is_there_becomes_part_of_it(alice: Owner, client: Client) -> None:
    there = kink(alice, "c")
    hunch = kink(alice, "", name="I rambled", kind="own")
    assert (
        client.post(f"/kinks/{hunch.pk}/call/", {"kind": "length"})
        .headers["Location"]
        .startswith(f"/kinks/{there.pk}/")
    )
    assert Kink.objects.of(alice).get() == there
    assert Sighting.objects.of(alice).filter(kink=there).count() == 2
    undo_change(alice, alice.changes.first())
    assert Kink.objects.of(alice).count() == 2


def test_a_letter_with_feedback_becomes_evidence_by_the_employer_once(
    alice: Owner, client: Client, job: Opportunity
) -> None:
    met = debriefed(alice, date(2026, 3, 1))
    body = "Thank you. It helped us to see you. Your answers were rather long-winded for our panel."
    letter = Letter.objects.create(
        owner=alice, key="f" * 64, on=date(2026, 3, 4), sender_name="D. Reyes", sender="d@example.org", body=body,
        kind="feedback", verdict={"because": [], "details_because": []}, opportunity=job,
    )  # fmt: skip
    assert f"/kinks/add/?letter={letter.pk}" in page(client, "/kinks/")
    form = page(client, f"/kinks/add/?letter={letter.pk}")
    assert "rather long-winded" in form
    assert "<strong>Length</strong>, because of “long-winded”" in form
    assert "D. Reyes" in form
    told = HUNCH | {"chip": "employer said", "group": "D. Reyes", "interview": str(met.pk), "on": "2026-03-04",
                    "text": "Your answers were rather long-winded for our panel."}  # fmt: skip
    assert client.post(f"/kinks/add/?letter={letter.pk}", told).status_code == 302
    seen = Sighting.objects.of(alice).get()
    assert (seen.letter, seen.interview_id, seen.source) == ("f" * 64, met.pk, "employer said")
    assert "others saw it there" in page(client, f"/kinks/{seen.kink_id}/")
    assert f"letter={letter.pk}" not in page(client, "/kinks/")


def test_what_came_back_to_an_ask_suggests_a_kind_and_is_looked_at(
    alice: Owner, client: Client, job: Opportunity
) -> None:
    ask = Ask.objects.create(owner=alice, opportunity=job, to_name="Dana Ruiz", text="Hi", sent_on=date(2026, 3, 1))
    told = {"quote": "Dana here: be more concise.", "reading": "It was the story about my client Marcus", "test": "",
            "kink": "new:length", "on": "2026-03-04"}  # fmt: skip
    warned = client.post(f"/ask/{ask.pk}/", told).content.decode()
    assert "“Marcus” could point to a client." in warned
    assert "“Dana”" not in warned
    assert "It was the story about my client Marcus" in warned
    assert not Sighting.objects.of(alice).exists()
    assert client.post(f"/ask/{ask.pk}/", told | sealed(warned)).status_code == 302
    assert Sighting.objects.of(alice).get().kink.kind == "length"
    assert "<strong>Length</strong> (because of “concise”)" in page(client, f"/ask/{ask.pk}/")


def test_not_mine_stays_on_the_line_and_counts_for_nothing(alice: Owner, client: Client) -> None:
    row = kink(alice)
    (seen,) = Sighting.objects.of(alice)
    client.post(f"/kinks/seen/{seen.pk}/mine/")
    told = report_kink(alice, row)
    assert (told.apart, told.status) == (True, "not counted")
    assert "Not mine, or can’t know, just a feeling: “Too long”." in page(client, f"/kinks/{row.pk}/")
    assert "What to fix first" not in page(client, "/kinks/")
    client.post(f"/kinks/seen/{seen.pk}/mine/")
    assert not report_kink(alice, row).apart
    assert "What to fix first" in page(client, "/kinks/")


def test_what_nobody_can_know_has_a_place_that_is_no_kink(alice: Owner, client: Client) -> None:
    client.post("/kinks/add/", HUNCH | {"kind": "not mine", "text": "They had an internal candidate"})
    there = page(client, "/kinks/")
    assert "Kept, and never counted." in there
    assert "What to fix first" not in there
    assert "All kinks" not in there
    assert "The others" not in there


def test_evidence_can_be_changed_moved_and_removed_and_all_of_it_undone(alice: Owner, client: Client) -> None:
    row, other = kink(alice), kink(alice, name="Story", kind="story")
    seen = Sighting.objects.of(alice).get(kink=row)
    told = {
        "text": "Far too long",
        "chip": "recording",
        "group": "",
        "interview": "",
        "on": "2026-03-03",
        "kink": str(row.pk),
    }
    assert client.post(f"/kinks/seen/{seen.pk}/", told).status_code == 302
    assert report_kink(alice, row).standing.status == "supported"
    client.post(f"/kinks/seen/{seen.pk}/", told | {"kink": str(other.pk)})
    assert Sighting.objects.of(alice).filter(kink=other).count() == 2
    client.post(f"/kinks/seen/{seen.pk}/remove/")
    assert Sighting.objects.of(alice).count() == 1
    for _ in range(3):
        undo_change(alice, alice.changes.filter(undoes=None, undone_by=None).first())
    seen.refresh_from_db()
    assert (seen.text, seen.source, seen.kink_id, seen.stands) == ("Too long", "just a feeling", row.pk, True)


def test_a_chance_that_was_noted_wrongly_can_be_corrected(alice: Owner, client: Client) -> None:
    row = kink(alice, "xcc")
    first = Chance.objects.of(alice).order_by("on").first()
    client.post(f"/kinks/chance/{first.pk}/", {"came": "clean"})
    assert report_kink(alice, row).verdict.seen == 0
    client.post(f"/kinks/chance/{first.pk}/", {"came": "none"})
    assert report_kink(alice, row).verdict.chances == 2


@pytest.mark.parametrize(
    ("outcomes", "state", "words"),
    [
        ("", "working on it", "No interview since you began to practice has called for it."),
        ("c", "working on it", "It stayed away the one time it could have come up; too early to say."),
        ("cc", "working on it", "It stayed away each of the two times it could have come up; too early to say."),
        ("xcc", "working on it", "It came up in one of three; too early to say."),
        ("ccccccc", "improving", "It stayed away each of the seven times it could have come up. It happens less often"),
        ("cccccccc", "rare now", "It stayed away each of the eight times it could have come up. It is rare now,"),
        ("xxxxxxxx", "working on it", "It came up in eight of eight. You are still working on it."),
        ("ccccccccx", "came back", "It came up in one of nine. It came back. That’s information: working on it again."),
        ("ccccccccxccccccc", "rare now", "It came up in one of 16. It is rare now, and may still come up."),
        ("xxxx" + "c" * 16, "rare now", "It came up in four of 20. It is rare now, and may still come up."),
    ],
)
def test_the_page_leads_with_words_and_keeps_the_figures_behind_why(
    alice: Owner, client: Client, outcomes: str, state: str, words: str
) -> None:
    row = kink(alice, outcomes)
    there = page(client, f"/kinks/{row.pk}/")
    assert f'<p class="lead">{words}' in there
    folded = re.sub(r"<details.*?</details>", "", there)
    assert report_kink(alice, row).verdict.words in there
    assert " in 100" not in folded
    assert f">{state}</span>" in there
    assert there.count("Clean: it could have come up") == outcomes.count("c")


def test_a_figure_just_short_of_the_limit_does_not_read_as_reached(alice: Owner, client: Client) -> None:
    assert "90 in 100 by 7 real chances; “rare now” from 92.5" in page(client, f"/kinks/{kink(alice, 'ccccccc').pk}/")


def test_what_to_fix_first_shows_its_factors_for_two_at_most(alice: Owner, client: Client) -> None:
    kink(alice, "xxc", cost=3)
    kink(alice, "c", name="Story", kind="story", cost=2)
    kink(alice, "", name="Asking", kind="asking", cost=1)
    there = page(client, "/kinks/")
    first = there.partition("What to fix first")[2].partition("The others")[0]
    assert first.count('<h3 class="say">') == 2
    assert first.index("<details>") < first.index("<dt>Still happens</dt>")
    assert "<dt>Still happens</dt><dd>about three in five, between 32 and 86 in 100, from 3 chances.</dd>" in first
    assert (
        "<dt>Has a chance</dt><dd>in about two in three, between 42 and 89 in 100, from 4 debriefed interviews.</dd>"
        in first
    )
    assert "<dt>Costs</dt><dd>a lot (3 of 3, your own mark).</dd>" in first


def test_a_clean_chance_where_it_was_seen_all_the_same_is_asked_about(alice: Owner, client: Client) -> None:
    row = kink(alice, "cxc")
    first, second, _ = Chance.objects.of(alice).order_by("on")
    assert "Say which it was" not in page(client, f"/kinks/{row.pk}/")
    for chance in (first, second):
        add_sighting(alice, row, text="Too long", chip="employer said", on=date(2026, 3, 9), interview=chance.interview)
    shown = page(client, f"/kinks/{row.pk}/")
    assert shown.count("Say which it was") == 1  # where it is noted that it happened, nothing is to be asked
    assert f'/kinks/chance/{first.pk}/">Say which it was' in shown
    client.post(f"/kinks/chance/{first.pk}/", {"came": "happened"})
    assert "Say which it was" not in page(client, f"/kinks/{row.pk}/")


def test_a_rest_keeps_every_chance_and_the_first_day(alice: Owner, client: Client) -> None:
    row = kink(alice, "ccccccccx")
    client.post(f"/kinks/{row.pk}/work/")
    assert report_kink(alice, Kink.objects.get(pk=row.pk)).state == "resting"
    client.post(f"/kinks/{row.pk}/work/")
    row.refresh_from_db()
    told = report_kink(alice, row)
    assert (row.working_since, told.verdict.chances, told.state) == (BEGAN, 9, "came back")


def test_making_two_one_never_counts_an_interview_twice(alice: Owner) -> None:
    keep, gone = kink(alice, "cc"), kink(alice, "", name="Rambling", kind="own")
    for at, happened in zip(Chance.objects.of(alice).filter(kink=keep).order_by("on"), (False, True), strict=True):
        Chance.objects.create(owner=alice, kink=gone, interview=at.interview, on=at.on, happened=happened)
    merge_kinks(alice, keep, gone)
    told = report_kink(alice, keep).verdict
    assert (told.chances, told.seen) == (2, 1)


def test_a_kind_of_ones_own_can_be_made_used_changed_and_deleted(alice: Owner, client: Client) -> None:
    mine = {"name": "Numbers", "plain": "I get numbers wrong.", "chance": "They asked for a number.", "cost": "3"}
    assert client.post("/kinks/kinds/add/", mine).status_code == 302
    row = OwnKind.objects.of(alice).get()
    assert "A chance: They asked for a number." in page(client, "/kinks/kinds/")
    client.post("/kinks/add/", HUNCH | {"kind": "own-numbers"})
    made = Kink.objects.of(alice).get()
    assert (made.name, made.cost) == ("My answer had an end nobody heard", 3)
    assert "They asked for a number." in page(client, f"/kinks/{made.pk}/")
    client.post(f"/kinks/kinds/{row.pk}/", mine | {"name": "Figures"})
    assert "Kind: figures" in page(client, f"/kinks/{made.pk}/")
    client.post(f"/kinks/kinds/{row.pk}/remove/")
    made.refresh_from_db()
    assert (made.kind, made.stands, OwnKind.objects.of(alice).exists()) == ("own", True, False)
    undo_change(alice, alice.changes.first())
    made.refresh_from_db()
    assert made.kind == "own-numbers"


def test_a_kind_of_ones_own_is_asked_about_in_the_debrief(alice: Owner, client: Client, job: Opportunity) -> None:
    OwnKind.objects.create(owner=alice, key="own-numbers", name="Numbers", chance="They asked for a number.")
    kink(alice, name="Numbers", kind="own-numbers")
    row = Interview.objects.create(owner=alice, opportunity=job, on=date(2026, 6, 1))
    there = client.post(f"/debrief/interview/{row.pk}/start/").headers["Location"]
    assert "Numbers: They asked for a number." in page(client, there.replace("/asked/", "/change/"))
    assert "A chance: they asked for a number." in page(client, there.replace("/asked/", "/chances/"))


def test_the_command_line_lists_what_the_pages_show(alice: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    row = kink(alice, "ccccccc")
    from onward_app.cli import owner as whose
    from onward_app.cli.start import app

    monkeypatch.setattr(whose, "command_line_owner", lambda: alice)
    (told,) = json.loads(CliRunner().invoke(app, ["kinks", "--json"]).stdout)
    assert (told["id"], told["state"], told["status"], told["fix"]) == (row.pk, "improving", "suspected", 1)
    assert told["verdict"] == {
        "chances": 7, "seen": 0, "clean_since": 7, "practices": 0, "before": {"chances": 0, "seen": 0},
        "p_rare": 0.9088, "p_less_often": None, "came_back_on": None, "without_debrief": 0,
    }  # fmt: skip
    assert told["sightings"][0]["text"] == "Too long"
    plain = CliRunner().invoke(app, ["kinks"]).stdout
    assert "Too long (length): your hunch, improving (fix first)" in plain
    Sighting.objects.of(alice).update(not_mine=True)
    Kink.objects.create(owner=alice, kind="strength", name="Calm", strength=True, noticed_on=BEGAN)
    apart = CliRunner().invoke(app, ["kinks"]).stdout
    assert "Length: not counted, kept apart\n" in apart
    assert "Calm: not counted, a strength\n" in apart


# --- the refusals -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "place", ["/kinks/add/", "/kinks/{kink}/see/", "/kinks/seen/{seen}/", "/kinks/{kink}/edit/", "/kinks/kinds/add/"]
)
def test_every_box_is_looked_at_for_client_details_and_may_be_kept(alice: Owner, client: Client, place: str) -> None:
    row = kink(alice)
    seen = Sighting.objects.of(alice).get()
    words = "I told them about my client Marcus"
    told = HUNCH | {
        "text": words, "name": "Named", "kink": str(row.pk), "cost": "2", "then_i": words, "if_they": "x", "plain": words,
        "chance": "They asked.",
    }  # fmt: skip
    place = place.format(kink=row.pk, seen=seen.pk)
    warned = client.post(place, told).content.decode()
    assert "“Marcus” could point to a client." in warned
    assert words in warned
    assert client.post(place, told | sealed(warned)).status_code == 302


def test_words_that_were_changed_after_a_warning_are_looked_at_again(alice: Owner, client: Client) -> None:
    warned = client.post("/kinks/add/", HUNCH | {"text": "It was Marcus"}).content.decode()
    again = client.post("/kinks/add/", HUNCH | {"text": "It was Deshawn"} | sealed(warned)).content.decode()
    assert "“Deshawn” could point to a client." in again
    assert client.post("/kinks/add/", HUNCH | {"text": "It was a client"} | sealed(again)).status_code == 302


def test_names_of_employers_and_interviewers_are_no_client_details(
    alice: Owner, client: Client, job: Opportunity
) -> None:
    Interview.objects.create(owner=alice, opportunity=job, on=date(2026, 3, 1), people="Marcus Lee")
    assert client.post("/kinks/add/", HUNCH | {"text": "Marcus at Harbor Light looked at the clock"}).status_code == 302


def test_the_debrief_knows_who_asked_and_whose_word_it_was(alice: Owner, client: Client, job: Opportunity) -> None:
    row = Interview.objects.create(owner=alice, opportunity=job, on=date(2026, 6, 1), people="Marcus Lee")
    there = client.post(f"/debrief/interview/{row.pk}/start/").headers["Location"]
    assert client.post(there, {"text": "Marcus asked how I plan."}).status_code == 302
    assert "could point to a client" not in client.post(there, {"text": "What would Marcus say?"}).content.decode()
    warned = client.post(there, {"text": "How I helped Deshawn."}).content.decode()
    assert "Deshawn" in warned.partition('role="alert"')[2][:200]


def test_heavy_words_get_somebody_to_talk_to(alice: Owner, client: Client) -> None:
    there = client.post("/kinks/add/", HUNCH | {"text": "I want to kill myself"}).content.decode()
    assert "Call or text 988" in there.partition("What you wrote sounds heavy.")[2]
    assert not Kink.objects.of(alice).exists()


def test_a_day_to_come_and_an_empty_box_get_a_sentence_and_keep_what_was_typed(alice: Owner, client: Client) -> None:
    there = client.post("/kinks/add/", HUNCH | {"on": "2027-01-01"}).content.decode()
    assert "That day hasn’t come yet." in there
    assert HUNCH["text"] in there
    assert "A few words are enough." in client.post("/kinks/add/", HUNCH | {"text": " "}).content.decode()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": ""}, "Give it a short name"),
        ({"name": "Length"}, "already one of the twelve"),
        ({"chance": ""}, "Say when it could happen."),
        ({"name": "numbers!"}, "You have a kind “numbers!” already."),
    ],
)
def test_a_kind_that_lacks_something_is_refused_with_a_sentence(
    alice: Owner, client: Client, changed: dict[str, str], sentence: str
) -> None:
    mine = {"name": "Numbers", "plain": "I get numbers wrong.", "chance": "They asked for a number.", "cost": "3"}
    client.post("/kinks/kinds/add/", mine)
    there = client.post("/kinks/kinds/add/", mine | changed).content.decode()
    assert sentence in there
    assert "I get numbers wrong." in there
    assert OwnKind.objects.of(alice).count() == 1


def test_a_kind_that_does_not_exist_is_not_found(alice: Owner, client: Client) -> None:
    row = kink(alice, name="I rambled", kind="own")
    assert client.post(f"/kinks/{row.pk}/call/", {"kind": "nonsense"}).status_code == 404


def test_a_strangers_ids_are_not_found(alice: Owner, bob: Owner, charlie: Client, job: Opportunity) -> None:
    row = kink(alice, "c")
    seen, chance = Sighting.objects.of(alice).get(), Chance.objects.of(alice).get()
    mine = OwnKind.objects.create(owner=alice, key="own-x", name="X", chance="Y")
    letter = Letter.objects.create(owner=alice, key="a" * 64, kind="feedback", verdict={}, opportunity=job)
    places = (
        f"/kinks/{row.pk}/", f"/kinks/{row.pk}/edit/", f"/kinks/{row.pk}/see/", f"/kinks/seen/{seen.pk}/",
        f"/kinks/chance/{chance.pk}/", f"/kinks/kinds/{mine.pk}/", f"/kinks/add/?letter={letter.pk}",
    )  # fmt: skip
    acts = (
        f"/kinks/{row.pk}/work/", f"/kinks/{row.pk}/remove/", f"/kinks/{row.pk}/call/", f"/kinks/seen/{seen.pk}/mine/",
        f"/kinks/seen/{seen.pk}/remove/", f"/kinks/kinds/{mine.pk}/remove/",
    )  # fmt: skip
    for place in places:
        assert door(bob).get(place).status_code == 404, place
        assert charlie.get(place).status_code == 403, place
    for place in acts:
        assert door(bob).post(place).status_code == 404, place


def test_the_list_takes_as_many_queries_for_twenty_kinks_as_for_ten(
    alice: Owner, client: Client, django_assert_max_num_queries
) -> None:
    for number in range(20):
        kink(alice, "cx", name=f"Kink {number}", kind="own")
    with django_assert_max_num_queries(8):
        rank_kinks(alice, report_kinks(alice))


# --- what nobody noted --------------------------------------------------------------------------------------------


def met(owner: Owner, on: date) -> Interview:
    """An interview that nobody replayed."""
    there = Opportunity.objects.of(owner).first() or add_job(owner, employer="Oak Hollow", role="", on=on)[0]
    return Interview.objects.create(owner=owner, opportunity=there, on=on)


def test_an_interview_without_a_replay_is_asked_about_once(alice: Owner, client: Client) -> None:
    row = kink(alice, "ccccccc")
    known, unknown = met(alice, date(2026, 4, 1)), met(alice, date(2026, 4, 2))
    there = page(client, f"/kinks/{row.pk}/")
    assert "2 interviews since then have no replay. If it happened there, all this looks better than it is." in there
    assert "2 interviews without a debrief: missing, not counted as clean." in there
    told = {f"in_{known.pk}": "happened", f"in_{unknown.pk}": "unknown"}
    assert client.post(f"/kinks/{row.pk}/remember/", told).status_code == 302
    there = page(client, f"/kinks/{row.pk}/")
    assert "Seen in 1 of 8 chances." in there
    assert "Say what you remember" not in there
    assert "1 interview without a debrief: missing, not counted as clean." in there
    undo_change(alice, alice.changes.first())
    assert "2 interviews since then have no replay" in page(client, f"/kinks/{row.pk}/")


def test_interviews_from_before_give_a_rate_to_compare_with(alice: Owner, client: Client) -> None:
    row = kink(alice, "ccccccxccc")
    assert report_kink(alice, row).verdict.state == "working on it"
    before = [met(alice, BEGAN - timedelta(days=n)) for n in range(5)]
    assert "it can be said sooner whether it happens less often now" in page(client, f"/kinks/{row.pk}/")
    told = {f"in_{one.pk}": "happened" if n < 3 else "clean" for n, one in enumerate(before)}
    client.post(f"/kinks/{row.pk}/remember/", told)
    there = page(client, f"/kinks/{row.pk}/")
    assert "Improving. It was 3 of 5 before you worked on it." in there
    assert "This takes for granted that interviews without a replay went like those with one." in there


def test_a_replay_takes_the_place_of_what_was_remembered(alice: Owner, client: Client, job: Opportunity) -> None:
    row = kink(alice)
    there = met(alice, date(2026, 4, 1))
    client.post(f"/kinks/{row.pk}/remember/", {f"in_{there.pk}": "happened"})
    replay = Debrief.objects.create(
        owner=alice, opportunity=there.opportunity, interview=there, script="no", started_at=clock.now(),
        answers={"chances": {f"kink_{row.pk}": "a clean chance"}},
    )  # fmt: skip
    finish_debrief(alice, replay)
    (now,) = Chance.objects.of(alice)
    assert (now.happened, now.debrief) == (False, replay)


def test_a_stranger_remembers_nothing_of_it(alice: Owner, bob: Owner) -> None:
    row = kink(alice)
    assert door(bob).get(f"/kinks/{row.pk}/remember/").status_code == 404


def test_two_rounds_at_one_employer_without_names_are_no_two_sources(alice: Owner, job: Opportunity) -> None:
    row = kink(alice)
    for day in (1, 8):
        add_sighting(alice, row, text="Too long", chip="interviewer said", on=date(2026, 4, day), interview=met(alice, date(2026, 4, day)))  # fmt: skip
    assert report_kink(alice, row).standing.status == "supported"


def test_the_kinds_of_ones_field_stand_beside_the_twelve(alice: Owner, client: Client) -> None:
    assert "Beyond my scope" not in client.get("/kinks/kinds/").content.decode()
    alice.field = "behavioral_health"
    alice.save()
    assert "Beyond my scope" in client.get("/kinks/kinds/").content.decode()
    client.post("/kinks/add/", HUNCH | {"kind": "scope", "text": "I said I would prescribe"})
    row = Kink.objects.get(kind="scope")
    assert "They gave a case, or asked what I would do next." in client.get(f"/kinks/{row.pk}/").content.decode()


def test_the_newest_interviews_can_be_chosen_and_all_of_them_are_one_tap_away(alice: Owner) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(NEWEST + 5)]
    job = Opportunity.objects.create(owner=alice, employer="Harbor")
    first, *_ = [Interview.objects.create(owner=alice, opportunity=job, on=on) for on in days]
    browser, where = door(alice), reverse("kinks:add")
    bare = browser.get(where).content.decode()
    assert len(re.findall(r"<option[^>]*>Harbor, ", bare)) == NEWEST
    assert "?every=1" in bare
    assert "Harbor, 1 January 2026" not in bare
    chosen = browser.get(f"{where}?interview={first.pk}").content.decode()
    assert re.search(rf'<option value="{first.pk}"\s+selected>Harbor, 1 January 2026', chosen)
    every = browser.get(f"{where}?every=1").content.decode()
    assert "Harbor, 1 January 2026" in every
    assert "Choose from all" not in every
    browser.post(where, HUNCH | {"interview": str(first.pk)})
    assert Sighting.objects.of(alice).get().interview_id == first.pk
