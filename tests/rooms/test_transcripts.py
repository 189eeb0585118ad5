"""Transcripts: adding one however it comes, who is who, what it shows, what it is used for, and deleting it."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.flat import flat
from tests.people import door
from tests.sealed import sealed

from onward_app import clock
from onward_app.records.models import (
    Change,
    Debrief,
    Interview,
    Kink,
    Opportunity,
    Owner,
    RejectionDay,
    Sighting,
    Transcript,
)
from onward_app.records.writing.debrief import CapturedQuestion, capture_interview
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.transcripts import add_transcript, edit_transcript
from onward_app.records.writing.undo import undo_change

CLAIM = "I am a very organized person. I always make lists, and people tell me that I never miss a deadline in my work."
STORY = (
    "Two years ago our team was three weeks behind. I built a template and sat with each clinician. "
    "Then I blocked the last ten minutes of every hour. Within a month the backlog was gone."
)
TALK = (
    ("Dana Ruiz", "Thanks for coming. Tell me about a time you stayed organized."),
    ("Robin Ames", CLAIM),
    ("Dana Ruiz", "And tell me about a time you fell behind."),
    ("Robin Ames", STORY),
    ("Dana Ruiz", "Do you have questions for us?"),
    ("Robin Ames", "Yes, um, how many clients does each clinician see in a week?"),
)


def vtt(talk: tuple[tuple[str, str], ...] = TALK, seconds: int = 15) -> str:
    cues = [
        f"00:{n * seconds // 60:02}:{n * seconds % 60:02}.000 --> 00:{(n * seconds + seconds - 1) // 60:02}:{(n * seconds + seconds - 1) % 60:02}.000\n<v {who}>{words}"
        for n, (who, words) in enumerate(talk)
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues)


@pytest.fixture(autouse=True)
def _day():
    with clock.fixed("2026-06-10T09:00"):
        yield


@pytest.fixture
def client(alice: Owner) -> Client:
    return door(alice)


@pytest.fixture
def job(alice: Owner) -> Opportunity:
    return add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 5, 20))[0]


@pytest.fixture
def interview(alice: Owner, job: Opportunity) -> Interview:
    return add_interview(alice, job, on=date(2026, 6, 9), people="Dana Ruiz")[0]


def upload(client: Client, interview: Interview, content: str | bytes, name: str = "talk.vtt", **more: str):
    raw = content.encode() if isinstance(content, str) else content
    return client.post(f"/debrief/interview/{interview.pk}/transcript/add/",
                       {"file": SimpleUploadedFile(name, raw), "text": "", **more})  # fmt: skip


def paste(client: Client, interview: Interview, text: str, **more: str):
    return client.post(f"/debrief/interview/{interview.pk}/transcript/add/", {"text": text, "name": "", **more})


def words(answer) -> str:
    return " ".join(html.unescape(answer.content.decode()).split())


def page(client: Client, place: str) -> str:
    answer = client.get(place)
    assert answer.status_code == 200, place
    return words(answer)


def known(owner: Owner, interview: Interview, text: str = "", who: str = "Robin Ames") -> Transcript:
    return add_transcript(owner, interview, text=text or vtt(), name="talk.vtt", candidate=who)[0]


# -- adding --


def test_an_upload_asks_who_is_who_once_and_remembers_it(client: Client, alice: Owner, interview: Interview) -> None:
    answer = upload(client, interview, vtt())
    row = Transcript.objects.get()
    assert (row.owner, row.interview, row.name, row.candidate) == (alice, interview, "talk.vtt", "")
    assert answer["Location"].startswith(f"/debrief/transcript/{row.pk}/who/?done=")
    assert "Robin Ames: “I am a very organized person." in page(client, f"/debrief/transcript/{row.pk}/who/")
    assert client.get(f"/debrief/transcript/{row.pk}/")["Location"].endswith("/who/")
    assert "Choose one" in words(client.post(f"/debrief/transcript/{row.pk}/who/", {}))
    client.post(f"/debrief/transcript/{row.pk}/who/", {"candidate": "Robin Ames"})

    other = add_interview(alice, interview.opportunity, on=date(2026, 6, 8))[0]
    again = upload(client, other, vtt((*TALK, ("Lee Chan", "Thank you for your time, Robin."))))
    second = Transcript.objects.of(alice).get(interview=other)
    assert second.candidate == "Robin Ames"
    assert again["Location"].startswith(f"/debrief/transcript/{second.pk}/?done=")
    client.post(f"/debrief/transcript/{second.pk}/who/", {"candidate": "Dana Ruiz"})
    assert "You are Dana Ruiz here." in page(client, f"/debrief/transcript/{second.pk}/")


def test_a_name_that_a_tool_made_up_is_asked_for_again(client: Client, alice: Owner, interview: Interview) -> None:
    talk = tuple(({"Dana Ruiz": "Speaker 1"}.get(who, "Speaker 2"), said) for who, said in TALK)
    known(alice, interview, vtt(talk), "Speaker 2")
    other = add_interview(alice, interview.opportunity, on=date(2026, 6, 8))[0]
    assert "/who/" in upload(client, other, vtt(talk))["Location"]


def test_the_same_transcript_twice_changes_nothing(client: Client, alice: Owner, interview: Interview) -> None:
    row = known(alice, interview)
    before = Change.objects.count()
    again = upload(client, interview, vtt().replace("\n", "\r\n"))
    assert again["Location"] == f"/debrief/transcript/{row.pk}/?already=1"
    assert "Nothing changed." in page(client, again["Location"])
    assert (Transcript.objects.count(), Change.objects.count()) == (1, before)


def test_it_is_undone_and_brought_back(client: Client, alice: Owner, interview: Interview) -> None:
    row, change = add_transcript(alice, interview, text=vtt(), name="", candidate="")
    assert change is not None
    undone = undo_change(alice, change)
    assert client.get(f"/debrief/transcript/{row.pk}/").status_code == 404
    undo_change(alice, undone)
    row.refresh_from_db()
    assert row.stands


def test_a_stranger_finds_nothing(bob: Owner, alice: Owner, interview: Interview) -> None:
    row, client = known(alice, interview), door(bob)
    for place in ("", "who/", "edit/", "delete/"):
        assert client.get(f"/debrief/transcript/{row.pk}/{place}").status_code == 404
    assert client.get(f"/debrief/interview/{interview.pk}/transcript/add/").status_code == 404
    assert client.post(f"/debrief/transcript/{row.pk}/delete/").status_code == 404
    assert Transcript.objects.count() == 1


def test_it_is_gone_with_its_interview(client: Client, alice: Owner, interview: Interview) -> None:
    row = known(alice, interview)
    Interview.objects.filter(pk=interview.pk).update(stands=False)
    assert client.get(f"/debrief/transcript/{row.pk}/").status_code == 404


# -- what comes instead of a transcript --


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "There is no text in it."),
        (b" \n\n ", "There is no text in it."),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "There is no text in it."),
        (bytes(range(256)) * 9, "This isn’t a text file."),
        (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "This is a PDF, whatever its name says."),
        (b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "This is a Word file"),
        (b"\x00\x00\x00\x20ftypisom" + b"\x00" * 50, "This is a recording."),
        (b"a: b\n" * 1_100_000, "over 5 MB, too long for a transcript"),
    ],
)
def test_a_file_that_is_none_is_told_for_what_it_is(
    client: Client, interview: Interview, content: bytes, sentence: str
) -> None:
    answer = upload(client, interview, content, text="Dana: what I had pasted")
    assert answer.status_code == 200
    assert sentence in words(answer)
    assert "Dana: what I had pasted" in words(answer)
    assert not Transcript.objects.exists()


def test_nothing_at_all_is_asked_for(client: Client, interview: Interview) -> None:
    assert "Choose a file, or paste the words below." in words(paste(client, interview, " "))


def test_pasted_words_over_the_limit_stay_where_they_are(client: Client, interview: Interview) -> None:
    answer = paste(client, interview, "Dana: hello there\n" * 300_000)
    assert "over 5 MB" in words(answer)
    assert answer.content.count(b"Dana: hello there") == 300_000


def test_far_too_many_pasted_words_get_a_page_that_says_so(client: Client, interview: Interview) -> None:
    answer = paste(client, interview, "Dana: hello there\n" * 1_200_000)
    assert answer.status_code == 400
    assert "It is over 20 MB of words, and nothing was kept." in words(answer)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Robin: Hello there.\nRobin: I called them twice.", "Only one speaker is named in it"),
        ("Just words without any names\nand more of them", "No speakers are named in it"),
    ],
)
def test_words_without_two_speakers_are_shown_and_may_be_kept(
    client: Client, alice: Owner, interview: Interview, text: str, sentence: str
) -> None:
    answer = paste(client, interview, text)
    assert sentence in words(answer)
    assert text.splitlines()[1] in words(answer)
    kept = paste(client, interview, text.replace("\n", "\r\n"), **sealed(answer))
    row = Transcript.objects.get()
    assert kept["Location"].startswith(f"/debrief/transcript/{row.pk}/?done=")
    shown = page(client, f"/debrief/transcript/{row.pk}/")
    assert sentence in shown
    assert text.splitlines()[1].removeprefix("Robin: ") in shown
    fixed = client.post(f"/debrief/transcript/{row.pk}/edit/", {"text": vtt(), "name": ""})
    fresh = Transcript.objects.of(alice).get()
    assert fixed["Location"].startswith(f"/debrief/transcript/{fresh.pk}/who/")


def test_client_details_are_shown_before_anything_is_kept(client: Client, alice: Owner, interview: Interview) -> None:
    text = vtt().replace("our team was", "my client Marcus Webb, 14, was")
    answer = upload(client, interview, text)
    assert not Transcript.objects.exists()
    said = words(answer)
    assert "<mark>Marcus Webb</mark>" in said
    assert "Say “a client”" in said
    assert "Dana Ruiz</mark>" not in said  # whoever speaks may be named
    assert "Two years ago my client Marcus Webb" in said  # all of it is there, to be changed
    other = text.replace("Marcus Webb", "Lena Ortiz")
    assert "<mark>Lena Ortiz</mark>" in words(paste(client, interview, other, **sealed(answer)))
    paste(client, interview, text, **(sealed(answer) | {"name": "talk.vtt"}))
    assert Transcript.objects.get().name == "talk.vtt"


# -- what it shows --


def test_the_page_pairs_questions_with_answers_and_quotes_what_it_means(
    client: Client, alice: Owner, interview: Interview
) -> None:
    said = page(client, f"/debrief/transcript/{known(alice, interview).pk}/")
    for line in (
        "1. Tell me about a time you stayed organized.",
        "Reads as a claim: no example that these rules can see.",
        "<dt>Ending</dt><dd>“Within a month the backlog was gone.”</dd>",
        '<mark class="did">I built a template and sat with each clinician.</mark>',
        '<mark class="claim">I am a very organized person.</mark>',
        '<mark class="filler">um</mark>',
        "3 questions with an answer.",
        "words a minute",
        "<dt>Doing</dt><dd>0 of 100 words are what you did and what came of it.</dd>",
        "of 100 words were yours",
        "nothing of it is a score of you",
    ):
        assert line in said, line
    assert "score" not in said.replace("nothing of it is a score of you", "")


def test_without_times_there_is_no_pace_and_it_says_why(client: Client, alice: Owner, interview: Interview) -> None:
    row = known(alice, interview, "\n".join(f"{who}: {said}" for who, said in TALK))
    said = page(client, f"/debrief/transcript/{row.pk}/")
    assert "Not known, because this transcript has no times." in said
    assert not re.search(r"\d words a minute", said)
    assert "No minutes, because this transcript has no times." in said


def test_times_that_run_backwards_are_said(client: Client, alice: Owner, interview: Interview) -> None:
    row = known(alice, interview, vtt().replace("00:00:29", "00:00:01"))
    assert "Its times go backwards in 1 place." in page(client, f"/debrief/transcript/{row.pk}/")


def test_delivery_is_turned_off_for_good_on_again_and_undone(
    client: Client, alice: Owner, interview: Interview
) -> None:
    place = f"/debrief/transcript/{known(alice, interview).pk}/"
    off = client.post("/debrief/transcripts/delivery/", {"show": "no", "next": place})
    assert off["Location"].startswith(place)
    said = page(client, place)
    assert "words a minute" not in said
    assert "were yours" not in said
    assert 'class="filler"' not in said
    assert "Turn figures on delivery on" in said
    undo_change(alice, Change.objects.filter(owner=alice, intention="debrief.delivery").get())
    alice.refresh_from_db()
    assert not alice.delivery_off
    client.post("/debrief/transcripts/delivery/", {"show": "no"})
    assert "Turn figures on delivery on" in page(client, "/debrief/transcripts/")
    client.post("/debrief/transcripts/delivery/", {"show": "yes"})
    assert "words a minute" in page(client, place)


def test_a_long_transcript_is_shown_eight_answers_at_a_time(client: Client, alice: Owner, interview: Interview) -> None:
    row = known(alice, interview, vtt(TALK * 9))
    first, last = page(client, f"/debrief/transcript/{row.pk}/"), page(client, f"/debrief/transcript/{row.pk}/?page=4")
    assert first.count("<article") == 8
    assert "27 questions with an answer." in first
    assert last.count("<article") == 3
    assert "Page 4 of 4" in last


def test_two_hours_in_twenty_thousand_cues_have_a_page(client: Client, alice: Owner, interview: Interview) -> None:
    cues = [
        f"{n // 10000}:{n // 166 % 60:02}:{n // 3 % 60:02}.000 --> {n // 10000}:{n // 166 % 60:02}:{n // 3 % 60:02}.900\n"
        f"{'Dana Ruiz: How did you' if n % 200 < 3 else 'Robin Ames: I called'}{' do it?' if n % 200 == 2 else ''}"
        for n in range(20_000)
    ]
    answer = upload(client, interview, "\n\n".join(cues))
    row = Transcript.objects.get()
    assert answer["Location"].startswith(f"/debrief/transcript/{row.pk}/who/")
    client.post(f"/debrief/transcript/{row.pk}/who/", {"candidate": "Robin Ames"})
    answer = client.get(f"/debrief/transcript/{row.pk}/")
    assert answer.content.count(b"<article") == 8
    assert len(answer.content) < 200_000


def test_the_page_takes_few_queries(
    client: Client, alice: Owner, interview: Interview, django_assert_max_num_queries
) -> None:
    row = known(alice, interview, vtt(TALK * 9))
    with django_assert_max_num_queries(40):
        client.get(f"/debrief/transcript/{row.pk}/")


def test_a_rejection_day_has_no_figures(client: Client, alice: Owner, interview: Interview) -> None:
    row = known(alice, interview)
    RejectionDay.objects.create(owner=alice, on=clock.today(), opportunity=interview.opportunity,
                                restart_on=date(2026, 6, 11))  # fmt: skip
    assert "Not today." in page(client, f"/debrief/transcript/{row.pk}/")
    other = upload(client, interview, vtt(TALK[:4]))
    assert other["Location"].startswith(f"/debrief/interview/{interview.pk}/")
    assert Transcript.objects.of(alice).count() == 2


# -- what it leads to --


def test_a_suggestion_leads_to_a_kink_with_the_recording_as_its_evidence(
    client: Client, alice: Owner, interview: Interview
) -> None:
    raw = client.get(f"/debrief/transcript/{known(alice, interview).pk}/").content.decode()
    link = html.unescape(re.findall(r'href="(/kinks/add/\?kind=story[^"]+)"', raw)[0])
    form = page(client, link)
    assert "They asked: “Tell me about a time you stayed organized.” I said: “I am a very organized person." in form
    assert re.search(r'value="recording"[^>]*checked', form)
    assert re.search(r'value="story"[^>]*selected', form)
    assert re.search(rf'value="{interview.pk}"[^>]*selected', form)
    told = {"what": "kink", "kind": "story", "name": "", "text": "No example", "chip": "recording", "group": "",
            "interview": str(interview.pk), "on": "2026-06-09"}  # fmt: skip
    client.post("/kinks/add/", told)
    assert Sighting.objects.get(kink=Kink.objects.get()).source == "recording"


def replay(client: Client, alice: Owner, interview: Interview) -> str:
    """Where the replay of the interview is."""
    client.post(f"/debrief/interview/{interview.pk}/start/")
    return f"/debrief/{Debrief.objects.of(alice).get().pk}/"


def box(client: Client, place: str) -> str:
    """What stands in the first box of a screen."""
    raw = client.get(place).content.decode()
    return html.unescape(re.findall(r"<textarea[^>]*>(.*?)</textarea>", raw, re.DOTALL)[0])


def test_the_replay_begins_with_what_the_transcript_says(client: Client, alice: Owner, interview: Interview) -> None:
    known(alice, interview)
    place = replay(client, alice, interview)
    assert box(client, f"{place}asked/").splitlines() == [
        "Tell me about a time you stayed organized.", "And tell me about a time you fell behind.",
        "Do you have questions for us?",
    ]  # fmt: skip
    assert "From the transcript." in page(client, f"{place}asked/")
    client.post(f"{place}asked/", {"text": "Only this one."})
    assert box(client, f"{place}asked/") == "Only this one."  # what was kept is not written over
    assert CLAIM in box(client, f"{place}said/")
    assert STORY in box(client, f"{place}said/")


def test_without_a_transcript_the_replay_begins_with_the_capture(
    client: Client, alice: Owner, interview: Interview
) -> None:
    known(alice, interview, who="")  # nobody said who is who: nothing is paired
    capture_interview(
        alice, interview, questions=[CapturedQuestion("Why here?", "Because of the supervision.")], forecast=None
    )
    place = replay(client, alice, interview)
    assert box(client, f"{place}asked/") == "Why here?"
    assert "From the transcript" not in page(client, f"{place}asked/")


def test_whoever_spoke_may_be_named_in_the_replay(client: Client, alice: Owner, interview: Interview) -> None:
    talk = tuple((who.replace("Dana Ruiz", "Priya Nandakumar"), said) for who, said in TALK)
    known(alice, interview, vtt(talk))
    place = replay(client, alice, interview)
    given = {"text": "I said to Priya Nandakumar that I would ask. Robin Ames nodded."}
    assert client.post(f"{place}said/", given).status_code == 302


def test_words_kept_once_are_not_warned_of_again_unless_they_change(
    client: Client, alice: Owner, interview: Interview
) -> None:
    known(alice, interview, vtt().replace("our team was", "my client Marcus Webb was"))
    place = replay(client, alice, interview)
    lent = box(client, f"{place}said/")
    assert "Marcus Webb" in lent
    assert "Marcus Webb”: Say “a client”" in words(client.post(f"{place}said/", {"text": lent + " And more."}))
    assert client.post(f"{place}said/", {"text": lent.replace("\n", "\r\n")}).status_code == 302


def test_what_worked_is_taken_over_as_a_recording(client: Client, alice: Owner, interview: Interview) -> None:
    known(alice, interview)
    place = replay(client, alice, interview)
    raw = client.get(f"{place}worked/").content.decode()
    (key,) = re.findall(r'name="take" value="([^"]+)"', raw)
    answer = client.post(f"{place}worked/", {"text": "I was calm.", "chip": "", "take": key})
    said = html.unescape(answer.content.decode())
    assert "I was calm.\nThey asked: “And tell me about a time you fell behind.”" in said.replace("\r\n", "\n")
    assert "“Within a month the backlog was gone.”" in said
    assert 'value="recording" checked' in flat(said)
    assert "worked" not in Debrief.objects.get().answers  # taken over, and not yet kept


def test_a_change_that_was_taken_over_comes_with_the_recording_as_its_chip(
    client: Client, alice: Owner, interview: Interview
) -> None:
    known(alice, interview)
    place = replay(client, alice, interview)
    raw = client.get(f"{place}change/").content.decode()
    key = re.findall(r'name="take" value="([^"]+)"', raw)[0]
    said = html.unescape(client.post(f"{place}change/", {"change_1": "I was late.", "take": key}).content.decode())
    first, second = re.findall(r"<textarea[^>]*>(.*?)</textarea>", said, re.DOTALL)
    assert first == "I was late."
    assert second.startswith("They asked: “Tell me about a time you stayed organized.” They asked for an example")
    given = {"change_1": first, "change_2": second}
    answer = client.post(f"{place}change/", given)
    client.post(f"{place}change/", given | sealed(answer))
    raw = flat(client.get(f"{place}know/"))
    assert not re.search(r'name="chip_1"[^>]*checked', raw)
    assert re.search(r'name="chip_2" value="recording" checked', raw)


def test_a_change_without_a_kind_is_asked_what_it_sounds_like(
    client: Client, alice: Owner, interview: Interview
) -> None:
    place = replay(client, alice, interview)
    given = {"change_1": "I gave no example at all", "kind_1": "", "none": ""}
    answer = client.post(f"{place}change/", given)
    assert answer.status_code == 200
    said = words(answer)
    assert "“I gave no example at all” sounds like: Story, because of “no example”. Is it?" in said
    assert not re.search(r'value="story" selected', said)
    assert "sounds like: Story" in page(client, f"{place}change/")
    assert client.post(f"{place}change/", given | sealed(answer)).status_code == 302
    chosen = client.post(f"{place}change/", given | {"kind_1": "result"})
    assert chosen.status_code == 302
    assert "sounds like" not in page(client, f"{place}change/")


def test_it_is_deleted_for_good_with_its_earlier_versions(client: Client, alice: Owner, interview: Interview) -> None:
    row = known(alice, interview)
    fresh, _ = edit_transcript(alice, row, text=vtt(TALK[:4]), candidate="Robin Ames")
    assert "can’t be undone" in page(client, f"/debrief/transcript/{fresh.pk}/delete/")
    answer = client.post(f"/debrief/transcript/{fresh.pk}/delete/", follow=True)
    assert "deleted for good" in words(answer)
    assert not Transcript.objects.exists()
    for change in Change.objects.filter(intention="debrief.transcript"):  # what is gone stays gone
        undo_change(alice, change)
    assert not Transcript.objects.exists()


def test_changed_words_take_the_place_of_the_old_ones_and_come_back(alice: Owner, interview: Interview) -> None:
    row = known(alice, interview)
    fresh, change = edit_transcript(alice, row, text=vtt(TALK[:4]), candidate="Robin Ames")
    assert change is not None
    assert list(Transcript.objects.of(alice)) == [fresh]
    undo_change(alice, change)
    assert list(Transcript.objects.of(alice)) == [row]
    assert edit_transcript(alice, row, text=row.text, candidate="Robin Ames") == (row, None)


def test_a_question_on_risk_in_a_talk_of_two_brings_nobody_to_call(
    client: Client, alice: Owner, interview: Interview
) -> None:
    talk = "Dana: How do you assess for suicide risk?\nSam: I ask about plans and means, and I stay with the person."
    page = client.post(f"/debrief/interview/{interview.pk}/transcript/add/", {"text": talk}, follow=True)
    assert "Call or text 988" not in page.content.decode()


def test_a_persons_own_words_in_that_box_do(client: Client, alice: Owner, interview: Interview) -> None:
    page = client.post(f"/debrief/interview/{interview.pk}/transcript/add/", {"text": "I want to kill myself."})
    assert "Call or text 988" in page.content.decode()
