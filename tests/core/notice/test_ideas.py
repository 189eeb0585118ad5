"""Words of any language are read as ideas, and ideas in a row as numbers."""

from __future__ import annotations

import pytest

from onward.notice.kind.ideas import IdeaTable, find_ideas, join_ideas

NO = {
    "en": "sadly we have chosen another candidate",
    "de": "leider haben wir einen anderen bewerber ausgewählt",
    "fr": "malheureusement nous avons choisi un autre candidat",
    "es": "lamentablemente nosotros hemos elegido a otro candidato",
    "it": "purtroppo noi abbiamo scelto un altro candidato",
    "nl": "helaas hebben we een andere kandidaat gekozen",
    "pt": "infelizmente nós escolhemos outro candidato",
}


@pytest.mark.parametrize("language", NO)
def test_what_says_the_same_is_the_same_idea(language: str) -> None:
    assert set(find_ideas(NO[language].split(), language)) == set(find_ideas(NO["en"].split(), "en"))


def test_a_language_that_was_not_learned_has_no_ideas() -> None:
    assert find_ideas(["tyvärr", "position"], "sv") == []


def test_where_the_language_is_not_told_every_table_is_asked() -> None:
    assert find_ideas(["leider", "sadly"], None) == find_ideas(["sadly"], "en")


def test_an_idea_is_said_once_in_a_row() -> None:
    assert len(find_ideas(["sorry", "sadly", "sorry"], "en")) == 1


def test_accents_do_not_count_and_parts_around_an_apostrophe_do() -> None:
    assert find_ideas(["decision"], "fr") == find_ideas(["décision"], "fr") != []
    assert find_ideas(["n'avons"], "fr") == find_ideas(["pas"], "fr") != []
    assert find_ideas(["d'autres"], "fr") == find_ideas(["autres"], "fr") != []


def test_the_longer_of_two_beginnings_decides() -> None:
    table = IdeaTable()
    for word, idea in (("ab*", 1), ("abc*", 2), ("abcd", 3), ("*yz", 4)):
        table.add(word, idea)
    assert [table[word] for word in ("abx", "abcx", "abcd", "xyz", "zz")] == [(1,), (2,), (3,), (4,), ()]


def test_ideas_in_a_row_are_numbers_of_32_bits_and_their_order_counts() -> None:
    some, turned = join_ideas([1, 2, 3]), join_ideas([3, 2, 1])
    assert len(some) == 3 + 2 + 1 + 1
    assert all(0 <= one < 2**32 for one in some)
    assert set(some) != set(turned)
    assert join_ideas([]) == []
