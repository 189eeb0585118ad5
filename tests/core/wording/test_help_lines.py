"""Whom to call: one reviewed file, and never a number that was guessed."""

from __future__ import annotations

import doctest
from datetime import date

import pytest

from onward.wording import help_lines
from onward.wording.help_lines import (
    ELSEWHERE,
    HOME,
    NEAR,
    HelpCountry,
    find_help_country,
    list_help_countries,
    read_region,
)

COUNTRIES = list_help_countries()
# As the pages say that were read on 26 November 2026, typed a second time.
READ = {
    "US": {"tel:988", "tel:+18006624357", "tel:911"},
    "DE": {"tel:+498001110111", "tel:+498001110222", "tel:112"},
    "NL": {"tel:113", "tel:112"},
    "ES": {"tel:024", "tel:112"},
    "PT": {"tel:1411", "tel:808242424", "tel:112"},
    "BR": {"tel:188", "tel:192"},
    "AU": {"tel:131114", "sms:0477131114", "tel:000"},
    "NZ": {"tel:1737", "tel:111"},
}


def test_the_examples_hold() -> None:
    assert not doctest.testmod(help_lines).failed


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_a_line_stands_with_its_source_and_its_day_or_not_at_all(country: HelpCountry) -> None:
    assert bool(country.lines) == bool(country.source) == bool(country.read) == (country.code in READ)
    assert country.read is None or date(2026, 1, 1) <= country.read <= date.today()


@pytest.mark.parametrize("code", READ)
def test_every_number_is_the_one_that_was_read(code: str) -> None:
    assert {way.href for way in find_help_country(code).list_ways()} == READ[code]


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_what_is_tapped_is_what_is_written(country: HelpCountry) -> None:
    for way in country.list_ways():
        said, tapped = ("".join(filter(str.isdigit, text)) for text in (way.what, way.href))
        assert way.href.startswith(("tel:", "sms:")) or not said
        assert tapped.endswith(said.removeprefix("1").removeprefix("0")) or "press" in way.what


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_every_country_has_somebody_and_danger_has_the_emergency_number_first(country: HelpCountry) -> None:
    assert len(country.list_ways()) >= 2
    assert country.list_urgent_ways()[0] == country.emergency
    assert country.lines or NEAR in country.list_ways()


def test_a_country_that_is_not_there_has_no_number_at_all() -> None:
    assert find_help_country("JP").code == ELSEWHERE
    assert not any(way.href for way in find_help_country("JP").list_ways())


def test_somewhere_else_stands_last_and_the_house_is_there() -> None:
    assert COUNTRIES[-1].code == ELSEWHERE
    assert find_help_country(HOME).lines


@pytest.mark.parametrize(
    ("languages", "region"),
    [
        ("es-ES,es;q=0.9,en;q=0.8", "ES"),
        ("de,en-GB;q=0.8", "GB"),
        ("zh-Hans-CN,zh", "CN"),
        ("de", ""),
        ("", ""),
        ("*", ""),
        ("en-001", ""),
        ("x" * 5000, ""),
    ],
)
def test_only_a_region_names_a_country(languages: str, region: str) -> None:
    assert read_region(languages) == region
