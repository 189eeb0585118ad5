"""What a pattern can't match without: never more than that, or a letter's sign would be passed over."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.notice.kind.needed import is_possible, list_needed
from onward.notice.languages.load import load_languages

PATTERNS = [re.compile(sign.pattern) for language in load_languages() for sign in language.signs]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\b(?:will|shall)\b.{0,9}\bcontact", (("contact",), ("will", "shall"))),
        (r"(?:very )?glad(?:ly)?", (("glad",),)),
        (r"colou?r", (("colo",),)),
        (r"(?:tests?|[a-z]+)\b", ()),
        (r"(?i)Glad", ()),
        (r"(?:(?i:Glad)) to", ((" to",),)),
        (r"(?!never)always(?<=ways)", (("always",),)),
        (r"(?:ab)+c", ()),
        (r"(?:abc){2,}", (("abc",),)),
        (r"", ()),
    ],
)
def test_it_is_what_stands_in_every_match(pattern: str, needed: tuple[tuple[str, ...], ...]) -> None:
    assert list_needed(re.compile(pattern)) == needed


def test_nearly_every_sign_needs_something() -> None:
    assert sum(bool(list_needed(pattern)) for pattern in PATTERNS) > 0.9 * len(PATTERNS)


@settings(max_examples=200, deadline=None)
@given(data=st.data(), pattern=st.sampled_from(PATTERNS))
def test_whatever_a_sign_matches_holds_what_it_needs(data: st.DataObject, pattern: re.Pattern[str]) -> None:
    text = data.draw(st.from_regex(pattern))
    found = pattern.search(text)
    assert found is not None
    assert is_possible(found.group(), list_needed(pattern))
