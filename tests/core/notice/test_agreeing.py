"""Names of one employer count together, and it is called as it is written and not as its domain is."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind
from onward.notice.job.agreeing import choose_name
from onward.notice.job.details import read_details
from onward.notice.job.page import Page
from onward.notice.job.roles import holds_occupation, is_role_like
from onward.notice.job.senders import find_employer_label
from onward.notice.message.letter import parse_letter


def page_from(address: str) -> Page:
    return Page(parse_letter(f"From: {address}\n\nHello.".encode()))


@pytest.mark.parametrize(
    ("address", "names", "shown"),
    [
        ("jo@zanellimecc.example", ["zanellimecc", "Meccanica Zanelli"], "Meccanica Zanelli"),
        ("jo@slhertogenveld.example", ["slhertogenveld", "Stedelijk Lyceum Hertogenveld"], "Stedelijk Lyceum Hertogenveld"),
        ("jo@keanepharmacy.example", ["keanepharmacy", "Pharmacy"], "keanepharmacy"),
        ("Jo Moss <jo@mosslegal.example>", ["mosslegal", "Jo Moss"], "mosslegal"),
        ("jo@tideline.example", ["Tideline", "Tideline Labs"], "Tideline"),
    ],
)  # fmt: skip
def test_a_domain_gives_way_to_the_name_that_it_is_mostly_made_of(address: str, names: list[str], shown: str) -> None:
    best = choose_name(page_from(address), names, [0.5, 0.2])
    assert best is not None
    assert best.text == shown


def test_names_that_agree_count_together_and_others_do_not() -> None:
    names, chances = ["Lumenta", "Lumenta Software", "Human Resources"], [0.4, 0.35, 0.2]
    best = choose_name(page_from("jobs@lumenta.example"), names, chances)
    assert best is not None
    assert best.chance == pytest.approx(0.75)


def test_a_word_that_many_houses_have_makes_no_two_names_one() -> None:
    best = choose_name(page_from("jo@mail.example"), ["School", "Elm Street School"], [0.4, 0.3])
    assert best is not None
    assert best.chance == pytest.approx(0.4)


@pytest.mark.parametrize("domain", ["mailpost", "courriel", "correo", "postfach", "my-mailbox", "webmail24", "inbox"])
def test_a_domain_for_letters_names_no_employer(domain: str) -> None:
    assert find_employer_label(f"garage.hill@{domain}.example") is None


@pytest.mark.parametrize("domain", ["posthof", "boxberg", "mailchimp-haus", "webers", "briefings"])
def test_a_domain_that_only_begins_so_may_name_one(domain: str) -> None:
    assert find_employer_label(f"jo@{domain}.example") == domain


@pytest.mark.parametrize(
    "role",
    [
        "glazier", "scheepstimmerman", "Wijkbeheerder", "camarero/a", "gerocultora", "enologo", "maraîchère",
        "rececionista", "Dachdecker", "fornaio", "bibliotecária", "GZ-psycholoog", "libraire jeunesse",
    ],
)  # fmt: skip
def test_trades_of_all_languages_are_occupations(role: str) -> None:
    assert holds_occupation(role)


@pytest.mark.parametrize("name", ["Schneider", "Baker", "Marchetti", "Lindqvist", "Ferreira"])
def test_a_surname_that_is_a_trade_is_still_a_name(name: str) -> None:
    assert not is_role_like(name)


def test_a_client_is_the_employer_and_who_relays_it_is_not() -> None:
    body = "Dear Sam,\nour client, Hollow Oak Distillery, has filled the post of cellar manager.\n\nFenella Drew\nLark Staffing"
    letter = parse_letter(f"From: Fenella Drew <fenella@larkstaffing.example>\nSubject: News\n\n{body}".encode())
    assert read_details(letter, LetterKind.REJECTION).employer == "Hollow Oak Distillery"
