"""An interview's record: from a calendar file, changed, moved, taken away; and forecasts beside what came."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.flat import flat
from tests.people import door
from tests.sealed import sealed

from onward.debrief.calibration import ForecastOutcome
from onward_app import clock
from onward_app.records.models import Change, Event, Interview, Opportunity, Owner, Question
from onward_app.records.reading.debrief import choose_counting, list_forecasts
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.owner import record_mail_read, remember_addresses
from onward_app.records.writing.undo import undo_change

DAY = "2026-03-10"


@pytest.fixture(autouse=True)
def _day():
    with clock.fixed(f"{DAY}T09:00"):
        yield


def ics(*lines: str, uid: str = "one@cal") -> bytes:
    event = ("BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Interview with Harbor Light", *lines, "END:VEVENT")
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:t", *event, "END:VCALENDAR", "")).encode()


USUAL = ("DTSTART;TZID=America/New_York:20260312T140000", "DURATION:PT45M", "LOCATION:https://zoom.example/j/1")


def dropped(client: Client, raw: bytes, name: str = "invite.ics") -> str:
    answer = client.post("/debrief/interview/calendar/", {"file": SimpleUploadedFile(name, raw)})
    assert answer.status_code == 200
    return answer.content.decode()


def job(owner: Owner, employer: str = "Harbor Light") -> Opportunity:
    return add_job(owner, employer=employer, role="Therapist", on=date(2026, 2, 20))[0]


def kept(client: Client, **told: object) -> Interview:
    answer = client.post("/debrief/interview/add/", {"round": "interview", "on": "2026-03-12"} | told)
    assert answer.status_code == 302, answer.content.decode()
    return Interview.objects.get(pk=int(answer.headers["Location"].split("/")[3]))


def test_an_invitation_is_shown_first_and_kept_when_told_to(alice: Owner) -> None:
    row, client = job(alice), door(alice)
    remember_addresses(alice, ["alice@mail.example"])
    who = ("ORGANIZER;CN=Dana Roth:mailto:d@harbor.example", "ATTENDEE;CN=Alice Ames:mailto:Alice@mail.example")
    page = dropped(client, ics(*USUAL, *who))
    here = datetime(2026, 3, 12, 14, tzinfo=ZoneInfo("America/New_York")).astimezone()
    assert "Interview with Harbor Light" in page
    assert f'value="{row.pk}" selected' in page
    assert f'value="{here:%H:%M}' in page
    assert 'value="D. R."' in page  # initials, and not the person's own
    assert not Interview.objects.exists()
    made = kept(client, job=row.pk, at="14:00", minutes=45, uid="one@cal", people="D. R.", format="video")
    assert (made.opportunity, made.uid, made.minutes, made.at) == (row, "one@cal", 45, time(14))


def test_the_same_invitation_again_is_the_same_interview_on_its_new_day(alice: Owner) -> None:
    row, client = job(alice), door(alice)
    first = kept(client, job=row.pk, uid="one@cal")
    moved = ics("DTSTART:20260319T140000Z", "DURATION:PT1H", "SEQUENCE:1")
    assert "brings that record up to date" in dropped(client, moved)
    again = kept(client, job=row.pk, uid="one@cal", on="2026-03-19")
    assert again.pk == first.pk
    assert again.on == date(2026, 3, 19)
    assert Interview.objects.count() == 1


def test_a_canceled_invitation_offers_to_take_the_record_away(alice: Owner) -> None:
    row, client = job(alice), door(alice)
    made = kept(client, job=row.pk, uid="one@cal")
    page = dropped(client, ics(*USUAL, "STATUS:CANCELLED"))
    assert f"/debrief/interview/{made.pk}/remove/" in page
    assert "Keep it" not in page


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (ics("DTSTART:20260312T140000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"), "It repeats"),
        (ics("DTSTART;TZID=Mars/Olympus:20260312T140000", "DURATION:PT1H"), "isn’t one that is known"),
        (ics("DTSTART:20260312T140000Z"), "It has no end"),
        (ics("DTSTART;VALUE=DATE:20260312"), "a whole day"),
        (ics("DTSTART:soon"), "no start that can be read"),
        (ics(), "no start that can be read"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "no event"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "isn’t a calendar file"),
        (b"", "That file is empty"),
        (b"BEGIN:VCALENDAR" + b" " * 5_000_001, "larger than a calendar file is"),
    ],
)
def test_what_is_odd_about_an_invitation_is_said_in_words(alice: Owner, raw: bytes, says: str) -> None:
    page = dropped(door(alice), raw)
    assert says in page
    assert not Interview.objects.exists()


def test_a_file_of_many_events_offers_the_first_few(alice: Owner) -> None:
    events = b"".join(
        b"BEGIN:VEVENT\r\nUID:%d@c\r\nSUMMARY:Talk %d\r\nDTSTART:202603%02dT100000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
        % (n, n, n + 1)
        for n in range(12)
    )
    page = dropped(door(alice), b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + b"END:VCALENDAR\r\n")
    assert page.count("<h2 id=") == 5
    assert "7 more stand in the file" in page


def test_an_interview_moves_to_another_day_and_job_and_back(alice: Owner) -> None:
    here, there, client = job(alice), job(alice, "Oak Hollow"), door(alice)
    row, _ = add_interview(alice, here, on=date(2026, 3, 9), round="interview")
    told = {"job": there.pk, "on": "2026-03-08", "round": "final", "people": "D. W."}
    assert client.post(f"/debrief/interview/{row.pk}/edit/", told).status_code == 302
    row.refresh_from_db()
    assert (row.opportunity, row.on, row.round, row.people) == (there, date(2026, 3, 8), "final", "D. W.")
    assert Event.objects.get(stands=True, kind="interview").opportunity == there
    assert Opportunity.objects.get(pk=here.pk).stage == "applied"
    assert Opportunity.objects.get(pk=there.pk).stage == "interview"
    undo_change(alice, Change.objects.filter(intention="debrief.edit").get())
    row.refresh_from_db()
    assert (row.opportunity, row.on, row.people) == (here, date(2026, 3, 9), "")
    assert Opportunity.objects.get(pk=here.pk).stage == "interview"
    assert Opportunity.objects.get(pk=there.pk).stage == "applied"


def test_an_interview_before_its_application_is_refused_and_nothing_typed_is_lost(alice: Owner) -> None:
    row, _ = add_interview(alice, job(alice), on=date(2026, 3, 9), round="interview")
    told = {"job": row.opportunity_id, "on": "2026-01-02", "round": "interview", "people": "D. W., director"}
    answer = door(alice).post(f"/debrief/interview/{row.pk}/edit/", told)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert 'class="error"' in page
    assert "D. W., director" in page
    row.refresh_from_db()
    assert row.on == date(2026, 3, 9)


def test_a_record_that_was_taken_away_comes_back_whole(alice: Owner) -> None:
    row, _ = add_interview(alice, job(alice), on=date(2026, 3, 9), round="interview")
    Question.objects.create(owner=alice, interview=row, asked="Why here?")
    client = door(alice)
    client.post(f"/debrief/interview/{row.pk}/remove/")
    assert client.get(f"/debrief/interview/{row.pk}/").status_code == 404
    assert Opportunity.objects.get(pk=row.opportunity_id).stage == "applied"
    undo_change(alice, Change.objects.filter(intention="debrief.remove").get())
    assert "Why here?" in client.get(f"/debrief/interview/{row.pk}/").content.decode()
    assert Opportunity.objects.get(pk=row.opportunity_id).stage == "interview"


@pytest.mark.parametrize("page", ["edit", "remove"])
def test_a_strangers_interview_is_not_there(alice: Owner, bob: Owner, page: str) -> None:
    row, _ = add_interview(alice, job(alice), on=date(2026, 3, 9))
    assert door(bob).post(f"/debrief/interview/{row.pk}/{page}/").status_code == 404


def forecast(owner: Owner, number: int, said: int, came: str | None) -> None:
    """One interview of its own job, with a forecast on the day and what came four days later."""
    row = job(owner, f"Employer {number}")
    on = date(2026, 2, 21) + timedelta(days=number % 5)
    made, _ = add_interview(owner, row, on=on)
    Interview.objects.filter(pk=made.pk).update(
        forecast=said, forecast_at=clock.local(clock.now()).replace(month=2, day=on.day)
    )
    if came:
        add_event(owner, Opportunity.objects.get(pk=row.pk), kind=came, on=on + timedelta(days=4))


def test_the_figures_are_those_of_an_independent_computation(alice: Owner) -> None:
    alice.show_numbers = True
    alice.save()
    said = [(20 + 7 * (n % 9), "rejected" if n % 3 else "verbal offer") for n in range(33)]
    for number, (chance, came) in enumerate(said):
        forecast(alice, number, chance, came)
    forecast(alice, 40, 90, "closed")
    forecast(alice, 41, 80, None)
    page = flat(door(alice).get("/debrief/forecasts/"))
    pairs = [
        (chance / 100, float(came == "verbal offer")) for chance, came in [*said, (90, "closed")]
    ]  # closed: none came
    n = len(pairs)
    gap = sum(chance - came for chance, came in pairs) / n
    base = (sum(came for _, came in pairs) + 2) / (n + 10)
    score = sum((chance - came) ** 2 for chance, came in pairs) / n
    plain = sum((base - came) ** 2 for _, came in pairs) / n
    assert f"n = {len(said)}, and 1 in silence" in page
    assert f"{round(100 * gap)} in 100, give or take {round(100 * (0.2 / n) ** 0.5)}" in page
    assert f"{round(100 * (gap - 1 / n))} in 100, or {round(100 * gap)}" in page
    assert f"{round(100 * gap * n / (n + 9))} in 100: times n" in page
    assert f"{round(100 * base)} in 100 move on" in page
    assert f"{round(100 * (1 - score / plain))} in 100 (Brier skill)" in page.replace("by ", "").replace("no: ", "")
    assert "<svg" in page
    band = [(chance, came) for chance, came in pairs if 0.2 <= chance < 0.4]
    came = round(100 * sum(c for _, c in band) / len(band))
    mean = round(100 * sum(c for c, _ in band) / len(band))
    assert f"<td>20 to 40</td><td>{len(band)}</td><td>{mean} in 100</td><td>{came} in 100</td>" in page
    assert "In silence" in page
    assert "Still open" in page


def test_an_interview_long_silent_counts_by_its_chance_though_nobody_closed_it(alice: Owner) -> None:
    with clock.fixed("2026-01-10T09:00"):
        silent = add_job(alice, employer="Never Answers", role="", on=date(2026, 1, 2))[0]
        made, _ = add_interview(alice, silent, on=date(2026, 1, 5))
        Interview.objects.filter(pk=made.pk).update(forecast=60, forecast_at=clock.now())
    record_mail_read(alice, clock.today())
    (told,) = list_forecasts(alice)
    assert told.outcome is ForecastOutcome.SILENCE
    assert 0 <= told.left < 0.2
    page = flat(door(alice).get("/debrief/forecasts/"))
    assert "In silence" in page
    assert "Still open" not in page


def test_few_forecasts_say_nothing_and_draw_nothing(alice: Owner) -> None:
    for number in range(7):
        forecast(alice, number, 90, "rejected")
    page = door(alice).get("/debrief/forecasts/").content.decode()
    assert "7 forecasts with an answer so far" in page
    assert "hopeful" not in page
    assert '<svg class="picture' not in page


def test_a_forecast_made_after_the_outcome_is_kept_and_not_counted(alice: Owner) -> None:
    forecast(alice, 1, 50, "rejected")
    Interview.objects.update(forecast_at=clock.now())
    page = door(alice).get("/debrief/forecasts/").content.decode()
    assert "Made after the outcome" in page
    assert choose_counting(list_forecasts(alice)) == []


def test_the_page_before_warns_of_client_details_and_keeps_them_when_meant(alice: Owner) -> None:
    row, _ = add_interview(alice, job(alice), on=date(2026, 3, 12))
    client, text = door(alice), "They ask about my client Maria Lopez, 34, from Elm Street."
    answer = client.post(f"/kinks/before/{row.pk}/", {"text": text})
    assert answer.status_code == 200
    assert "could point to a client" in answer.content.decode()
    seal = sealed(answer)["keep"]
    assert client.post(f"/kinks/before/{row.pk}/", {"text": text, "keep": seal}).status_code == 302
    row.refresh_from_db()
    assert row.may_go_wrong == text


def test_of_a_whole_calendar_what_is_a_job_s_or_sounds_like_one_is_offered(alice: Owner) -> None:
    years = [
        f"BEGIN:VEVENT\r\nUID:d{n}\r\nSUMMARY:Dentist\r\nDTSTART:202{n % 10}0105T090000\r\nEND:VEVENT"
        for n in range(30)
    ]
    soon = "BEGIN:VEVENT\r\nUID:i\r\nSUMMARY:Vorstellungsgespräch\r\nDTSTART:20260301T090000\r\nEND:VEVENT"
    text = "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *years[:15], soon, *years[15:], "END:VCALENDAR", ""))
    file = SimpleUploadedFile("all.ics", text.encode())
    page = flat(door(alice).post("/debrief/interview/calendar/", {"file": file}))
    assert "Vorstellungsgespräch" in page


def test_being_myself_stands_beside_my_own_earlier_answers_once_wanted(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 1, 5))
    for day, (real, be) in enumerate([(2, 2), (2, 3), (3, 2), (4, 4), (5, None), (4, 5)], 1):
        add_interview(alice, row, on=date(2026, 2, day))
        Interview.objects.filter(on=date(2026, 2, day)).update(said_real=real, could_be=be)
    browser = door(alice)
    assert "Was I myself?" not in browser.get("/debrief/forecasts/").content.decode()
    alice.show_numbers = True
    alice.save(update_fields=["show_numbers"])
    page = flat(browser.get("/debrief/forecasts/"))
    assert "you were more like yourself than in the 3 before" in page
    assert "Compared only with your own answers." in page
