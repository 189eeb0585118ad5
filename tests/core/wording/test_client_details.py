"""The scan for client details: every class is found, everyday words are left alone, and it stays linear."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.wording.client_details import find_client_details
from onward.wording.client_patterns import DetailKind

FOUND = [
    ("I worked with Maria for a year.", "Maria", DetailKind.NAME),
    ("my client J.D. came back", "J.D.", DetailKind.NAME),
    ("Her mother Linda Gomez called.", "Linda Gomez", DetailKind.NAME),
    ("a man named Tarek", "Tarek", DetailKind.NAME),
    ("We met Mrs. Abernathy there.", "Mrs. Abernathy", DetailKind.NAME),
    ("She grew up near Dayton.", "Dayton", DetailKind.PLACE),
    ("He lived at 12 Maple Street then.", "12 Maple Street", DetailKind.PLACE),
    ("It was at Riverside Hospital.", "Riverside Hospital", DetailKind.FACILITY),
    ("On March 3rd she was admitted.", "March 3rd", DetailKind.DATE),
    ("on 3/14/2025 he left", "3/14/2025", DetailKind.DATE),
    ("a 14-year-old came in", "14-year-old", DetailKind.AGE),
    ("he was 92 when we met", "he was 92", DetailKind.AGE),
    ("call 614-555-0199", "614-555-0199", DetailKind.PHONE),
    ("write to a.b@example.org", "a.b@example.org", DetailKind.EMAIL),
    ("123-45-6789", "123-45-6789", DetailKind.SOCIAL_SECURITY),
    ("MRN 445566", "MRN 445566", DetailKind.RECORD),
    ("policy number AB12345", "policy number AB12345", DetailKind.ACCOUNT),
    ("driver's license 8812345", "driver's license 8812345", DetailKind.LICENSE),
    ("his license plate", "license plate", DetailKind.VEHICLE),
    ("serial number X99-1", "serial number X99-1", DetailKind.DEVICE),
    ("see https://example.org/x", "https://example.org/x", DetailKind.LINK),
    ("from 10.0.0.7", "10.0.0.7", DetailKind.NETWORK),
    ("her fingerprints", "fingerprints", DetailKind.BODY),
    ("a photo of my client", "photo of my client", DetailKind.PHOTO),
    ("docket 4471", "docket 4471", DetailKind.CODE),
    ("MRN A77-210, I think", "MRN A77-210", DetailKind.RECORD),
    ("her chart was 88-1203", "chart was 88-1203", DetailKind.RECORD),
    ("the VIN, 1HGCM82633A004352", "VIN, 1HGCM82633A004352", DetailKind.VEHICLE),
    ("the case of Zbigniew", "Zbigniew", DetailKind.NAME),
    ("Then Talmage refused to leave.", "Talmage", DetailKind.NAME),
    ("j dot smith is wrong, jsmith at example dot com is right", "jsmith at example dot com", DetailKind.EMAIL),
    ("we talked on 2001:db8::1 once", "2001:db8::1", DetailKind.NETWORK),
    ("the boy was about six when", "boy was about six", DetailKind.AGE),
    ("an eight-year-old hid", "eight-year-old", DetailKind.AGE),
    ("on Thanksgiving Day we met", "Thanksgiving Day", DetailKind.DATE),
    ("our crew drove up Route 33", "Route 33", DetailKind.PLACE),
    ("his mugshot", "his mugshot", DetailKind.PHOTO),
    ("It was the mayor’s son.", "the mayor’s son", DetailKind.RARE),
    ("She was the only veteran there.", "was the only veteran", DetailKind.RARE),
]


@pytest.mark.parametrize(("text", "part", "detail"), FOUND)
def test_each_class_is_found_where_it_stands(text: str, part: str, detail: DetailKind) -> None:
    found = find_client_details(text)
    assert [(d.text, d.detail) for d in found] == [(part, detail)]
    assert text[found[0].start : found[0].end] == part
    assert found[0].suggestion


def test_every_class_has_an_example() -> None:
    assert {detail for _, _, detail in FOUND} == set(DetailKind)


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
    assert find_client_details(text) == ()


def test_a_suggestion_fits_the_age() -> None:
    (teen,) = find_client_details("a 15-year-old")
    (old,) = find_client_details("a 93-year-old")
    assert "a teen" in teen.suggestion
    assert "over 89" in old.suggestion


def test_a_diagnosis_beside_a_place_is_a_rare_combination() -> None:
    found = find_client_details("Schizophrenia, in Dayton. Elsewhere schizophrenia is only a word.")
    assert [(d.text, d.detail) for d in found] == [("Schizophrenia", DetailKind.RARE), ("Dayton", DetailKind.PLACE)]


def test_a_name_does_not_go_on_in_the_next_line() -> None:
    assert [d.text for d in find_client_details("I told them about Marcus\nThey asked why.")] == ["Marcus"]


def test_a_mark_that_reaches_past_another_keeps_its_end() -> None:
    found = find_client_details("My oldest client was 94 and still lived alone.")
    assert [(d.text, d.detail) for d in found] == [("My oldest client", DetailKind.RARE), ("was 94", DetailKind.AGE)]


def test_names_that_may_be_there_are_not_reported() -> None:
    text = "Dear Dr. Maria Reyes, thank you. At Harbor Clinic I learned of Linda."
    assert [d.text for d in find_client_details(text, known=("Maria Reyes", "Harbor Clinic"))] == ["Linda"]


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
    find_client_details(text)
    assert time.perf_counter() - started < 3


@given(st.text(max_size=400))
def test_spans_are_true_and_apart(text: str) -> None:
    end = 0
    for found in find_client_details(text):
        assert text[found.start : found.end] == found.text
        assert end <= found.start < found.end
        end = found.end


@pytest.mark.parametrize(
    "text",
    [
        "My husband Paul drove me and waited in the car.",
        "The recruiter, Hannah Brooks, was kind.",
        "Karen from HR told me the unit was short of staff.",
        "My LCSW exam is in February.",
        "I live in Chicago and would not move for this job.",
        "I listed Zoloft, Abilify and lithium as what I have given.",
    ],
)
def test_ones_own_people_days_and_places_and_medicines_are_no_clients(text: str) -> None:
    assert find_client_details(text) == ()


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("Ximena, 14, was the case I chose.", "14"),
        ("I mentioned a boy of 11 who was caring for three sisters.", "11"),
        ("Siobhan relapsed twice and came back.", "Siobhan"),
        ("I described sitting with Nizhoni until the helicopter came.", "Nizhoni"),
        ("I spoke about the Begay family.", "Begay"),
        ("It was the firefighter who lost both sons.", "the firefighter who lost both sons"),
        ("She was on 4 West when she eloped.", "4 West"),
    ],
)
def test_names_ages_wards_and_traits_are_found_in_any_sentence(text: str, detail: str) -> None:
    assert detail in {found.text for found in find_client_details(text)}
