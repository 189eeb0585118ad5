"""People are one tap away: a number calls, an address writes, anything else is just said."""

from __future__ import annotations

import pytest

from onward.recover.reach import Reach, read_reaches


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("555 0100", "tel:5550100"),
        ("(555) 010-0199", "tel:5550100199"),
        ("+1 555.010.0199", "tel:+15550100199"),
        ("+44 (0)20 7946 0958", "tel:+442079460958"),
        ("0049 30 123456", "tel:004930123456"),
        ("06 12 34 56 78", "tel:0612345678"),
        ("030/123 45\u201167", "tel:0301234567"),
        ("mobile: 555\u00a00100", "tel:5550100"),
        ("\uff15\uff15\uff15\uff10\uff11\uff10\uff10", "tel:5550100"),
        ("ruth@example.org", "mailto:ruth@example.org"),
        ("email ruth.b+walks@mail.example.org", "mailto:ruth.b%2Bwalks@mail.example.org"),
        ("a?cc=all%40@example.org", "mailto:a%3Fcc%3Dall%2540@example.org"),
        ("mail@harbor.example", "mailto:mail@harbor.example"),
        ("work.ruth@example.org", "mailto:work.ruth@example.org"),
        ("home-office@example.org", "mailto:home-office@example.org"),
        ("e-mail mail@harbor.example", "mailto:mail@harbor.example"),
        ("WhatsApp 612 34 56 78", "tel:612345678"),
        ("móvil: 612 34 56 78", "tel:612345678"),
        ("Handy 0151 2345678", "tel:01512345678"),
        ("portable 06 12 34 56 78", "tel:0612345678"),
        ("cellulare 333 1234567", "tel:3331234567"),
        ("casa 96 123 45 67", "tel:961234567"),
        ("correo mama@example.org", "mailto:mama@example.org"),
    ],
)
def test_a_number_calls_and_an_address_writes(typed: str, href: str) -> None:
    (way,) = read_reaches(typed)
    assert (way.words, way.href) == (typed, href)
    assert way.does == ("Call" if href.startswith("tel:") else "Write to")


@pytest.mark.parametrize(
    "typed",
    [
        "two doors down",
        "room 12",
        "221",
        "18.30",
        "2026-11-16",
        "16/11/2026",
        "after six: 555 0100",
        "12345678901234567890",
        "ruth@kitchen",
        "javascript:alert(1)",
        "tel:javascript",
        "ruth@example.org?bcc=all@example.org",
        "<a@example.org>",
        '5550100"><script>',
        "+",
        "",
    ],
)
def test_anything_else_is_just_said(typed: str) -> None:
    assert read_reaches(typed) == ((Reach(typed),) if typed else ())


def test_a_number_and_an_address_beside_each_other_are_two_ways_and_the_rest_is_said() -> None:
    ways = read_reaches("555 0100, ruth@example.org or two doors down")
    assert [way.href for way in ways if way.href] == ["tel:5550100", "mailto:ruth@example.org"]
    assert [way.words for way in ways] == ["555 0100", "ruth@example.org", "two doors down"]
    assert [way.words for way in read_reaches("two doors down, or the garden")] == ["two doors down, or the garden"]


@pytest.mark.parametrize(
    "typed",
    [
        "WhatsApp 612 34 56 78, o llamar a casa",
        "612 34 56 78 o mama@example.org",
        "0151 2345678 oder zwei Türen weiter",
        "06 12 34 56 78 ou à côté",
        "06 12345678 of bij de buren",
    ],
)
def test_a_number_beside_other_words_calls_in_any_of_the_languages(typed: str) -> None:
    assert read_reaches(typed)[0].does == "Call"
    assert len(read_reaches(typed)) == 2
