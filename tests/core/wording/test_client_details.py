"""The scan for client details: every class is found, everyday words are left alone, and it stays linear."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.wording.client_details import PROMISE, client_details
from onward.wording.client_patterns import Detail

FOUND = [
    ("I worked with Maria for a year.", "Maria", Detail.NAME),
    ("my client J.D. came back", "J.D.", Detail.NAME),
    ("Her mother Linda Gomez called.", "Linda Gomez", Detail.NAME),
    ("a man named Tarek", "Tarek", Detail.NAME),
    ("We met Mrs. Abernathy there.", "Mrs. Abernathy", Detail.NAME),
    ("She grew up near Dayton.", "Dayton", Detail.PLACE),
    ("He lived at 12 Maple Street then.", "12 Maple Street", Detail.PLACE),
    ("It was at Riverside Hospital.", "Riverside Hospital", Detail.FACILITY),
    ("On March 3rd she was admitted.", "March 3rd", Detail.DATE),
    ("on 3/14/2025 he left", "3/14/2025", Detail.DATE),
    ("a 14-year-old came in", "14-year-old", Detail.AGE),
    ("he was 92 when we met", "he was 92", Detail.AGE),
    ("call 614-555-0199", "614-555-0199", Detail.PHONE),
    ("write to a.b@example.org", "a.b@example.org", Detail.EMAIL),
    ("123-45-6789", "123-45-6789", Detail.SOCIAL_SECURITY),
    ("MRN 445566", "MRN 445566", Detail.RECORD),
    ("policy number AB12345", "policy number AB12345", Detail.ACCOUNT),
    ("driver's license 8812345", "driver's license 8812345", Detail.LICENSE),
    ("his license plate", "license plate", Detail.VEHICLE),
    ("serial number X99-1", "serial number X99-1", Detail.DEVICE),
    ("see https://example.org/x", "https://example.org/x", Detail.LINK),
    ("from 10.0.0.7", "10.0.0.7", Detail.NETWORK),
    ("her fingerprints", "fingerprints", Detail.BODY),
    ("a photo of my client", "photo of my client", Detail.PHOTO),
    ("docket 4471", "docket 4471", Detail.CODE),
    ("MRN A77-210, I think", "MRN A77-210", Detail.RECORD),
    ("her chart was 88-1203", "chart was 88-1203", Detail.RECORD),
    ("the VIN, 1HGCM82633A004352", "VIN, 1HGCM82633A004352", Detail.VEHICLE),
    ("the case of Zbigniew", "Zbigniew", Detail.NAME),
    ("Then Talmage refused to leave.", "Talmage", Detail.NAME),
    ("j dot smith is wrong, jsmith at example dot com is right", "jsmith at example dot com", Detail.EMAIL),
    ("we talked on 2001:db8::1 once", "2001:db8::1", Detail.NETWORK),
    ("the boy was about six when", "boy was about six", Detail.AGE),
    ("an eight-year-old hid", "eight-year-old", Detail.AGE),
    ("on Thanksgiving Day we met", "Thanksgiving Day", Detail.DATE),
    ("our crew drove up Route 33", "Route 33", Detail.PLACE),
    ("his mugshot", "his mugshot", Detail.PHOTO),
    ("It was the mayor’s son.", "the mayor’s son", Detail.RARE),
    ("She was the only veteran there.", "was the only veteran", Detail.RARE),
]


@pytest.mark.parametrize(("text", "part", "detail"), FOUND)
def test_each_class_is_found_where_it_stands(text: str, part: str, detail: Detail) -> None:
    found = client_details(text)
    assert [(d.text, d.detail) for d in found] == [(part, detail)]
    assert text[found[0].start : found[0].end] == part
    assert found[0].suggestion


def test_every_class_has_an_example() -> None:
    assert {detail for _, _, detail in FOUND} == set(Detail)


@pytest.mark.parametrize(
    "text",
    [
        "I asked directly about means and plan, then wrote a safety plan and documented it.",
        "Thank you for the conversation about group work in outpatient.",
        "I may march on; in English we say so. In Ohio that is common.",
        "We cut waiting time by 30 percent in two quarters.",
        "I built the service in Python and Django with a team of six.",
        "A teen in outpatient told me about school.",
        "She was two hours late, and he was one of three on the panel.",
        "Carl Rogers would have said so, and so would Linehan.",
        "The Epic rollout took 12-15 weeks, and Kubernetes never stopped.",
        "On the 4th attempt it worked. I quoted section 12.3.1 of ISO 27001.",
        "The American Counseling Association has a code.",
    ],
)
def test_general_words_are_left_alone(text: str) -> None:
    assert client_details(text) == ()


def test_a_suggestion_fits_the_age() -> None:
    (teen,) = client_details("a 15-year-old")
    (old,) = client_details("a 93-year-old")
    assert "a teen" in teen.suggestion
    assert "over 89" in old.suggestion


def test_a_diagnosis_beside_a_place_is_a_rare_combination() -> None:
    found = client_details("Schizophrenia, in Dayton. Elsewhere schizophrenia is only a word.")
    assert [(d.text, d.detail) for d in found] == [("Schizophrenia", Detail.RARE), ("Dayton", Detail.PLACE)]


def test_a_name_does_not_go_on_in_the_next_line() -> None:
    assert [d.text for d in client_details("I told them about Marcus\nThey asked why.")] == ["Marcus"]


def test_a_mark_that_reaches_past_another_keeps_its_end() -> None:
    found = client_details("My oldest client was 94 and still lived alone.")
    assert [(d.text, d.detail) for d in found] == [("My oldest client", Detail.RARE), ("was 94", Detail.AGE)]


def test_names_that_may_be_there_are_not_reported() -> None:
    text = "Dear Dr. Maria Reyes, thank you. At Harbor Clinic I learned of Linda."
    assert [d.text for d in client_details(text, known=("Maria Reyes", "Harbor Clinic"))] == ["Linda"]


def test_it_promises_no_more_than_it_does() -> None:
    assert "misses" in PROMISE
    assert "isn’t a HIPAA guarantee" in PROMISE


def test_a_long_and_odd_text_takes_no_longer_than_its_length() -> None:
    text = (
        "a" * 9000
        + " Maria" * 900
        + "A" * 4000
        + "1" * 4000
        + " " * 4000
        + "a.b-" * 1500
        + "the " * 3000
        + "bipolar. " * 2000
    )
    text += " ".join(
        word + " " * 2000 for word in ("client", "account", "serial number", "room", "photo of", "in", "the only")
    )
    started = time.perf_counter()
    client_details(text)
    assert time.perf_counter() - started < 3


@given(st.text(max_size=400))
def test_spans_are_true_and_apart(text: str) -> None:
    end = 0
    for found in client_details(text):
        assert text[found.start : found.end] == found.text
        assert end <= found.start < found.end
        end = found.end
