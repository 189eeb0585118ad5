"""No sentence is put together from parts of grammar: each is whole where it stands, with names for what is filled in."""

from __future__ import annotations

import ast

import pytest
from benchmarks.page_flow import read_flow
from benchmarks.whole_sentences import list_broken, list_broken_in, list_broken_pages
from benchmarks.whole_texts import list_all, list_halves, read_module


def test_no_page_makes_a_choice_within_a_sentence() -> None:
    assert list(list_broken_pages()) == []


@pytest.mark.parametrize(
    "page",
    [
        "<p>It {% if late %}was{% else %}is{% endif %} here.</p>",
        "<p>Sent {{ on }}{% if who %} to {{ who }}{% endif %}.</p>",
        "<p>{{ n }} job{{ n|pluralize }}</p>",
        "<p>{% if new %}New{% else %}Old{% endif %} letters wait.</p>",
        "<p>Kept{% for one in all %} and {{ one }}{% endfor %}.</p>",
        "<p>{{ day }}{% if at %} at {{ at }}{% endif %}</p>",
        '<a aria-label="{% if on %}Put away{% else %}Show{% endif %} the numbers">x</a>',
        '<p>From {{ name|default:"somebody" }}, today.</p>',
        "<p>{% if n == 1 %}1 letter{% else %}{{ n }} letters{% endif %}</p>",
        "<p>There {% blocktranslate count n=n %}is 1{% plural %}are {{ n }}{% endblocktranslate %} left.</p>",
        "<p>On a{% if far %}nother{% endif %} computer</p>",
    ],
)
def test_a_choice_within_a_sentence_is_seen(page: str) -> None:
    assert list_broken(page)


@pytest.mark.parametrize(("piece", "broken"), [("{% if a %}was{% else %}is{% endif %}", True), ("{{ day }}", False)])
def test_what_is_included_within_a_sentence_is_read_there(piece: str, broken: bool) -> None:
    flow = read_flow('<p>It {% include "a.html" %} here.</p>', {"a.html": piece}.__getitem__)
    assert bool(list_broken_in(flow)) == broken


@pytest.mark.parametrize(
    "page",
    [
        "<p>{% if late %}It was here.{% else %}It is here.{% endif %} Look again.</p>",
        "<p>{% if who %}Sent {{ on }} to {{ who }}.{% else %}Sent {{ on }}.{% endif %}</p>",
        "<p>{% blocktranslate count n=n %}1 job{% plural %}{{ n }} jobs{% endblocktranslate %}</p>",
        "<p>{{ title }}{% if role %}, {{ role }}{% endif %}.</p>",
        "<li{% if on %} class='on'{% endif %}>{{ name }}</li>",
        "<p>Kept on {{ day }}{% if until %} · open until {{ until }}{% endif %}</p>",
        "<label>{{ label }}{% if free %} <span>(optional)</span>{% endif %}</label>",
        "<p><a class='button'>Add</a>{% if more %}<a class='button'>More</a>{% endif %}</p>".replace("'", '"'),
        "<p>Words.{% if more %}<br>More words{% endif %}</p>",
        "{% if a %}<h2>One</h2>{% endif %}<p>Two</p>",
    ],
)
def test_whole_sentences_may_be_chosen_from(page: str) -> None:
    assert list_broken(page) == []


# And in the code


def find_halves(code: str) -> list[tuple[int, str]]:
    return list(list_halves("here", {"here": read_module(ast.parse(code))}))


def test_no_text_of_the_code_is_put_together_from_halves() -> None:
    assert list(list_all()) == []


@pytest.mark.parametrize(
    "code",
    [
        "def say(n):\n    thing = 'a card' if n == 1 else 'some cards'\n    return f'Added {thing} to it.'",
        "def say(day):\n    return f'Sent{_on(day)} to them.'\n\ndef _on(day):\n    return f' on {day}'",
        "WORDS = {1: 'a test', 2: 'an offer'}\n\ndef say(n):\n    return f'It sounds like {WORDS[n]}, but is it?'",
        "def say(late):\n    return 'It came' + (' too late.' if late else '.')",
        "def say(day):\n    until = f'until {day}'\n    return f'Practiced {until} in all.'",
        "ENDING = 'so it was read again.'\n\ndef say(name):\n    return f'{name} is smaller, {ENDING}'",
        "MORE = ', in writing'",
    ],
)
def test_a_half_is_seen(code: str) -> None:
    assert find_halves(code)


@pytest.mark.parametrize(
    "code",
    [
        "def say(n):\n    return 'Added one card.' if n == 1 else f'Added {n} cards.'",
        "ENDING = 'It was read again.'\n\ndef say(name):\n    return f'{name} is smaller. {ENDING}'",
        "def say(parts):\n    parts = 'two talks and a card'\n    return f'A good week from here: {parts}.'",
        "def say(name):\n    label = 'the pay'\n    return f'What does “{label}” mean to {name}?'",
        "def say(a, b):\n    return a + b",
        "SAID = 'Added {n} cards.'\n\ndef say(n):\n    return SAID.format(n=n)",
    ],
)
def test_whole_texts_are_left_alone(code: str) -> None:
    assert find_halves(code) == []
