"""No sentence is put together from parts of grammar: each is whole where it stands, with names for what is filled in."""

from __future__ import annotations

import pytest
from benchmarks.page_flow import read_flow
from benchmarks.whole_sentences import list_broken, list_broken_in, list_broken_pages


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
