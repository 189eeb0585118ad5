"""What an offer letter says: quotes with their place, what isn't in it, and what is no offer letter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.values.lines import Line
from onward.values.offer_fields import FIELD_NAMES, OfferField
from onward.values.offer_letter import A_CHAT, NOT_AN_OFFER, OTHER_LANGUAGE, find_lines_in_offer, read_offer

LETTER = """Dear Alice,

We are pleased to offer you the position of Therapist. Your salary will be $62,000 per year.
Your first day is Monday, January 11, 2027. You will work 40 hours a week.
Your employment is at will. This offer is contingent upon a background check.
If you leave within 24 months you agree to repay the sign-on bonus.
For one year you may not solicit our clients within 15 miles.
You will receive weekly clinical supervision. We expect 25 billable hours per week.
Please sign and return this letter by December 4, 2026.
"""


def test_each_field_is_quoted_with_its_place() -> None:
    found = read_offer(LETTER)
    assert (found.missing, found.refusal) == ((), "")
    (pay,) = found.of(OfferField.SALARY)
    assert pay.text == "Your salary will be $62,000 per year."
    assert (LETTER[pay.start : pay.end], pay.line) == (pay.text, 3)
    assert {one.field: one.line for one in found.quotes} == {
        OfferField.SALARY: 3, OfferField.START: 4, OfferField.HOURS: 4, OfferField.AT_WILL: 5, OfferField.CONTINGENT: 5,
        OfferField.REPAYMENT: 6, OfferField.NON_COMPETE: 7, OfferField.SUPERVISION: 8, OfferField.PRODUCTIVITY: 8,
        OfferField.DEADLINE: 9,
    }  # fmt: skip


@pytest.mark.parametrize("field", OfferField)
def test_what_is_not_in_it_is_said(field: OfferField) -> None:
    there = {one.text for one in read_offer(LETTER).of(field)}
    kept = LETTER
    for sentence in there:
        kept = kept.replace(sentence, "")
    assert field in read_offer(kept).missing
    assert FIELD_NAMES[field]


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Moving expenses up to $4,000 are reimbursed.", OfferField.REPAYMENT),
        ("Moving expenses up to $4,000 are reimbursed.", OfferField.SALARY),
        ("Benefits begin on January 1.", OfferField.START),
        ("You would supervise two interns.", OfferField.SUPERVISION),
        ("We are productive people.", OfferField.PRODUCTIVITY),
        ("A recruiter will call you by Friday.", OfferField.DEADLINE),
        ("The offer expires at 5 p.m. on December 10.", OfferField.HOURS),
        ("Your title is subject to change.", OfferField.CONTINGENT),
    ],
)
def test_what_only_sounds_like_it_is_not_quoted(sentence: str, field: OfferField) -> None:
    assert read_offer(f"{LETTER}\n{sentence}").of(field) == read_offer(LETTER).of(field)


def test_a_sentence_goes_on_over_the_end_of_a_line_and_after_an_abbreviation() -> None:
    found = read_offer("Your salary at Cedar, Inc. will be $62,000\nper year. Ms. Reed signs.\n").of(OfferField.SALARY)
    assert [one.text for one in found] == ["Your salary at Cedar, Inc. will be $62,000\nper year."]


def test_a_line_has_what_the_letter_says_of_it_or_nothing() -> None:
    lines = [
        Line(1, "Weekly clinical supervision, in writing", date(2026, 3, 1)),
        Line(2, "No unpaid documentation", date(2026, 3, 1)),
    ]
    kept, silent = find_lines_in_offer(lines, LETTER)
    assert [one.text for one in kept.quotes] == ["You will receive weekly clinical supervision."]
    assert silent.quotes == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Thank you for your interest. We are moving ahead with others.", NOT_AN_OFFER),
        ("Dana: we'd pay $62,000 a year\nMe: wow\nDana: start January 4?\nMe: yes", A_CHAT),
        ("[12:01] Dana: we'd pay $62,000\n[12:02] Sam: wow\n[12:03] Dana: start January 4?", A_CHAT),
        (
            "[20/11/26, 10:31:02] Dana: we want you\n[20/11/26, 10:32:10] Me: wow\n[20/11/26, 10:33:00] Dana: $62,000",
            A_CHAT,
        ),
        (
            "20/11/2026, 10:31 - Dana: we want you\n20/11/2026, 10:32 - Me: wow\n20/11/2026, 10:33 - Dana: $62,000",
            A_CHAT,
        ),
        ("Dana Moss  10:31 AM\nIt’s an offer\nAlice  10:32 AM\nwow\nDana Moss  10:33 AM\n$62,000 a year", A_CHAT),
        (
            "Dana Moss 11/20/2026 10:31 AM\nIt’s an offer\nAl 11/20/2026 10:32 AM\nwow\nDana Moss 11/20/2026 10:40 AM\n$9",
            A_CHAT,
        ),
        ("[6:02 PM] Dana Moss\n$62,000 a year\n[6:03 PM] You\nok\n[6:04 PM] Dana Moss\nstart Monday", A_CHAT),
        ("Dana · 10:31\n$62,000 a year\nYou · 10:32\nok\nDana · 10:33\nstart Monday", A_CHAT),
        (
            "Dana — Today at 10:31 AM\n$62,000 a year\nKim — Today at 10:32 AM\nok\nDana — Today at 10:33 AM\nMay 4",
            A_CHAT,
        ),
        (
            "Dana, [20 Nov 2026 at 10:31:05]:\n$62,000 a year\nMe, [20 Nov 2026 at 10:32:05]:\nok\n"
            "Dana, [20 Nov 2026 at 10:33:05]:\nstart May 4",
            A_CHAT,
        ),
        (
            "Dana Moss sent the following message at 10:31 AM\n$62,000 a year\n"
            "Me sent the following messages at 10:33 AM\nWhen?\nDana Moss sent the following message at 10:35 AM\nMay 4",
            A_CHAT,
        ),
        ("Dana (20 Nov 10:31 AM): $62,000 a year\nMe (20 Nov 10:32 AM): ok\nDana (20 Nov 10:33 AM): May 4", A_CHAT),
        (
            "[11/20/26, 10:31 AM] ~ Dana: $62,000\n[11/20/26, 10:32 AM] +1 415 555 0134: ok\n"
            "[11/20/26, 10:33 AM] ~ Dana: start May 4",
            A_CHAT,
        ),
        ("Dana Moss\n$62,000 a year\nYou\nok\nDana Moss\nstart Monday", A_CHAT),
        ("Dear Alice,\nSalary: $62,000 a year\nStart: 4 January 2027\nHours: 38 a week\nSupervision: weekly", ""),
        (
            "We offer you the position.\nPay: $62,000 a year\nMonday 9:00-17:00\nTuesday 9:00-17:00\nWednesday 9:00-13:00",
            "",
        ),
        (
            "Chère Madame Reyes, nous avons le plaisir de vous proposer le poste de thérapeute. Votre salaire sera de "
            "48.000 euros par an. Votre premier jour est le 11 janvier 2027, pour 35 heures par semaine. Merci de nous "
            "renvoyer cette lettre signée avant le 4 décembre, et de nous appeler pour toute question.",
            OTHER_LANGUAGE,
        ),
    ],
)
def test_what_is_no_offer_letter_gets_its_sentence(text: str, said: str) -> None:
    assert read_offer(text).refusal == said


GERMAN_LETTER = """Sehr geehrte Frau Reyes,

wir freuen uns, Ihnen die Stelle als Therapeutin anbieten zu können. Ihr Gehalt beträgt 62.000 Euro im Jahr.
Der erste Arbeitstag ist der 11. Januar 2027. Die Arbeitszeit beträgt 40 Stunden in der Woche.
Die Probezeit dauert sechs Monate. Die Zusage gilt vorbehaltlich eines Führungszeugnisses.
Die Kosten einer Fortbildung sind anteilig zurückzuzahlen. Nebentätigkeiten sind anzuzeigen.
Supervision findet wöchentlich statt. Wir erwarten 20 abrechenbare Sitzungen in der Woche.
Bitte senden Sie den Vertrag bis zum 4. Dezember unterschrieben zurück.
"""


def test_a_german_letter_is_quoted_the_same_way() -> None:
    found = read_offer(GERMAN_LETTER)
    assert (found.missing, found.refusal) == ((), "")
    assert {one.field: one.line for one in found.quotes} == {
        OfferField.SALARY: 3, OfferField.START: 4, OfferField.HOURS: 4, OfferField.AT_WILL: 5, OfferField.CONTINGENT: 5,
        OfferField.REPAYMENT: 6, OfferField.NON_COMPETE: 6, OfferField.SUPERVISION: 7, OfferField.PRODUCTIVITY: 7,
        OfferField.DEADLINE: 8,
    }  # fmt: skip
    assert found.of(OfferField.START)[0].text == "Der erste Arbeitstag ist der 11. Januar 2027."


@pytest.mark.parametrize("field", ["salary", "start", "hours", "repayment", "deadline"])
def test_the_german_letters_kept_apart_are_read_as_published(field: str) -> None:
    from benchmarks.offers import LETTERS, measure, read_letters

    (told,) = [one for one in measure(read_letters(LETTERS / "german_untouched.txt")) if one["field"] == field]
    assert (told["precision"], told["recall"]) == (1.0, 1.0)


@given(st.text(max_size=400))
def test_whatever_is_pasted_every_quote_is_the_letters_own(text: str) -> None:
    for one in read_offer(text).quotes:
        assert text[one.start : one.end] == one.text
        assert one.line == text.count("\n", 0, one.start) + 1


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Vergütung nach TVöD S 11b, Probezeit 6 Monate, Beginn 15.01.2027.", OfferField.START),
        ("Kündigungsfrist ein Monat, Dienstantritt: 1. März 2027, 30 Tage Urlaub.", OfferField.START),
        ("Eintritt am 01.02.2027 – Probezeit drei Monate – 39 Stunden.", OfferField.START),
        ("Bitte geben Sie uns bis zum 30.11. Bescheid.", OfferField.DEADLINE),
        ("Wir brauchen bis spätestens 4.12. Ihre Zusage.", OfferField.DEADLINE),
        ("Please note: you'll have clinical supervision of 90 minutes each month.", OfferField.SUPERVISION),
        ("You will have a target of 22 contact hours a week, and you start on 4 May.", OfferField.PRODUCTIVITY),
    ],
)
def test_what_stands_beside_it_in_a_sentence_makes_it_nothing_else(text: str, field: OfferField) -> None:
    (quote,) = read_offer(text).of(field)
    assert quote.text == text
