"""Packs: the two that ship are whole, and a mistake in one's own is named with its line."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.kinks.kinds import BY_KEY
from onward.packs.load import KINKS, MOST_MISTAKES, SHIPPED, load_pack, load_shipped_pack
from onward.packs.pack import NOT_REVIEWED, ValueCard
from onward.values.lines import find_wording_hint

GOOD = """key = "mine"
name = "Mine"

[[family]]
key = "first"
name = "First"
kink = "length"

[[family.question]]
ask = "Why?"
points = ["one", "two", "three"]

[[family.question]]
ask = "How?"
points = ["one", "two", "three"]

[[ask_back]]
ask = "Who supervises?"
why = "It matters."
"""


@pytest.mark.parametrize("key", SHIPPED)
def test_a_shipped_pack_has_eight_questions_a_family_and_three_points_each(key: str) -> None:
    pack = load_shipped_pack(key)
    assert all(len(family.questions) >= 8 for family in pack.families)
    questions = [question for family in pack.families for question in family.questions]
    assert len({question.key for question in questions}) == len(questions)
    assert len({question.ask for question in questions}) == len(questions)
    assert all(len(set(question.points)) == 3 for question in questions)
    assert len(pack.ask_back) >= 8
    assert pack.reviewed == NOT_REVIEWED


def test_general_has_a_family_for_each_kind_of_kink() -> None:
    assert sorted(family.kink for family in load_shipped_pack("general").families) == sorted(BY_KEY)


def test_behavioral_health_has_the_families_of_the_field() -> None:
    assert [family.key for family in load_shipped_pack("behavioral_health").families] == [
        *("orientation", "risk", "ethics", "confidentiality", "documentation", "productivity", "supervision"),
        *("co-occurring", "teamwork", "culture", "reporting", "self-care", "telehealth", "license-and-availability"),
    ]


def test_the_kinks_a_pack_may_name_are_the_twelve() -> None:
    assert set(BY_KEY) == KINKS


def test_a_safety_question_asks_decides_with_others_documents_and_follows_up() -> None:
    (question,) = [
        q for q in load_shipped_pack("behavioral_health").families[1].questions if "ending their life" in q.ask
    ]
    said = " ".join(question.points).lower()
    assert all(
        step in said for step in ("directly", "plan", "means", "intent", "consult", "safety plan", "document", "follow")
    )


def test_a_persons_own_pack_is_read() -> None:
    pack, mistakes = load_pack(GOOD, "mine.toml")
    assert mistakes == ()
    assert pack is not None
    assert (pack.key, pack.size, pack.reviewed) == ("mine", 2, NOT_REVIEWED)
    assert [q.key for _, q in pack.for_kink("length")] == ["first-why", "first-how"]
    assert pack.ask_back[0].why == "It matters."


def mistake(text: str) -> str:
    pack, mistakes = load_pack(text, "mine.toml")
    assert pack is None
    return str(mistakes[0])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            ', "three"]\n\n[[ask',
            "]\n\n[[ask",
            "mine.toml, line 15: The question “How?” has 2 points. It needs 3, no more and no fewer.",
        ),
        (
            'ask = "How?"\npoints = ["one", "two", "three"]',
            'ask = "How?"',
            'mine.toml, line 13: The question “How?” has no points. Add points = ["…", "…", "…"]: what a good answer has.',
        ),
        (
            '["one", "two", "three"]\n\n[[family',
            '["one", "", "three"]\n\n[[family',
            "mine.toml, line 11: The question “Why?” needs points that are texts in quotes, none of them empty.",
        ),
        ('ask = "How?"\n', "", 'mine.toml, line 13: A question needs ask = "…".'),
        ('name = "First"\n', "", 'mine.toml, line 4: The family “first” needs name = "…".'),
        ('kink = "length"', 'kink = "fear"', "mine.toml, line 7: “fear” isn’t a kind of kink."),
        (
            'key = "first"',
            'key = "First one"',
            "mine.toml, line 5: The key “First one” may have only small letters, digits, - and _.",
        ),
        ('name = "Mine"\n', "", 'mine.toml, line 1: The pack needs name = "…".'),
        ('why = "It matters."', "", 'mine.toml, line 17: A question to ask back needs why = "…".'),
        ('name = "Mine"', "name = Mine", "mine.toml, line 2: This isn’t TOML: "),
        (
            'points = ["one", "two", "three"]\n\n[[ask',
            'points = ["one", "two", "three"\n\n[[ask',
            "mine.toml, line 17: This isn’t TOML: ",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert mistake(GOOD.replace(old, new)).startswith(said)


def test_values_are_at_most_twelve_texts_or_cards() -> None:
    pack, _ = load_pack(f'values = ["quiet"]\n{GOOD}\n[[value]]\ntext = "light"\nline = "A window."\n', "mine.toml")
    assert pack is not None
    assert pack.values == (ValueCard("quiet"), ValueCard("light", "A window."))
    for wrong, said in (('["a", ""]', "none of them empty"), ("3", "texts in quotes"), (str(["a"] * 13), "13 values")):
        pack, mistakes = load_pack(f"values = {wrong}\n{GOOD}", "mine.toml")
        assert pack is None
        assert said in str(mistakes[0])
        assert mistakes[0].line == 1
    assert "needs text" in mistake(f'{GOOD}\n[[value]]\nline = "A window."\n')
    assert "may have why" in mistake(f'{GOOD}\n[[value]]\ntext = "light"\nwhy = 3\n')
    assert "may be tables" in mistake(f"value = 3\n{GOOD}")


def test_each_shipped_value_has_a_test_that_anybody_could_check() -> None:
    field = load_shipped_pack("behavioral_health").values
    named = (
        "caseload",
        "supervision",
        "productivity",
        "evidence-based",
        "notes",
        "safety",
        "on call",
        "health cover",
        "license",
    )
    said = [f"{card.text} {card.line}".casefold() for card in field]
    assert [word for word in named if not any(word in text for text in said)] == []
    assert (len(field), len(load_shipped_pack("general").values)) == (9, 6)
    cards = (*field, *load_shipped_pack("general").values)
    assert [card.line for card in cards if not 0 < len(card.line) <= 200 or find_wording_hint(card.line)] == []


def test_a_family_without_questions_or_twice_is_named() -> None:
    family = '\n[[family]]\nkey = "first"\nname = "Again"\n'
    _, mistakes = load_pack(GOOD + family, "mine.toml")
    assert [str(m) for m in mistakes] == [
        "mine.toml, line 21: The family “Again” has no questions. Add a [[family.question]] below it.",
        "mine.toml, line 22: There is already a family with the key “first”.",
    ]


@pytest.mark.parametrize("text", ["", 'key = "a"\nname = "A"\n', 'key = "a"\nname = "A"\nfamily = "none"\n'])
def test_a_pack_without_families_is_named(text: str) -> None:
    _, mistakes = load_pack(text, "mine.toml")
    assert mistakes[-1].sentence == "A pack needs at least one [[family]] with questions."


def test_a_pack_written_inline_is_checked_as_well() -> None:
    good = 'key = "a"\nname = "A"\nfamily = [{key = "f", name = "F", question = [{ask = "Why?", points = ["1", "2", "3"]}]}]\n'
    pack, mistakes = load_pack(good, "a.toml")
    assert (pack is not None, mistakes) == (True, ())
    assert "has 2 points" in mistake(good.replace(', "3"]', "]"))
    assert "needs name" in mistake(good.replace(', name = "F"', ""))


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert load_pack("\ufeff" + GOOD, "mine.toml")[1] == ()


@pytest.mark.parametrize("value", ["[" * 5_000 + "]" * 5_000, "1" * 5_000])
def test_what_the_reader_of_toml_chokes_on_is_a_mistake_too(value: str) -> None:
    pack, mistakes = load_pack(f"a = {value}", "mine.toml")
    assert pack is None
    assert [one.line for one in mistakes] == [1]


@given(st.text(max_size=200))
def test_any_text_is_a_pack_or_mistakes(text: str) -> None:
    pack, mistakes = load_pack(text, "x.toml")
    assert (pack is None) == bool(mistakes)


def test_what_the_law_and_the_studies_say_is_what_they_say_now() -> None:
    pack = load_shipped_pack("behavioral_health")
    points = {question.ask: " ".join(question.points) for family in pack.families for question in family.questions}
    records = points["What is different about substance use treatment records?"]
    assert "one may now cover all treatment, payment and health care operations" in records  # since 16 February 2026
    assert (
        "whether and how far a crisis is an exception is that state’s rule"
        in points["Your client is on vacation in another state and wants to keep the appointment."]
    )
    withdrawal = points["Which withdrawal can kill, and what do you do when you see it?"]
    assert "opioid withdrawal can too" in withdrawal
    assert "lost tolerance" in withdrawal


ODD = [1, 1.5, True, [], ["depth", "story"], [["a"]], {}, {"a": 1}, [{"a": [1]}], "", "\u0000", "x" * 3000]


def spots(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value in a pack, however deep."""
    yield path
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from spots(value, (*path, key))


def with_value(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    changed = copy.deepcopy(data)
    inside = changed
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = value
    return changed


@pytest.mark.parametrize("path", [spot for spot in spots(tomllib.loads(GOOD)) if spot], ids=str)
def test_a_value_of_any_other_shape_is_a_mistake_or_does_no_harm(
    path: tuple[Any, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for value in ODD:
        changed = with_value(tomllib.loads(GOOD), path, value)
        monkeypatch.setattr("onward.packs.load.tomllib.loads", lambda _, changed=changed: changed)
        pack, mistakes = load_pack(GOOD, "odd.toml")
        assert (pack is None) == bool(mistakes)
        if pack is not None:
            texts = [pack.key, pack.name, pack.plain, pack.reviewed, *pack.values, *(f.kink for f in pack.families)]
            texts += [text for f in pack.families for q in f.questions for text in (q.key, q.ask, *q.points)]
            assert all(isinstance(text, str) for text in texts)


@pytest.mark.parametrize(
    "text",
    [
        ".".join(["a"] * 50_000) + " = 1",
        "[" + ".".join(["a"] * 50_000) + "]",
        "[[" + " . ".join(["'a'"] * 20_000) + "]]",
        GOOD + "x = {" + ".".join(['"a"'] * 20_000) + " = 1}",
        GOOD + "x = {y = 1, " + ".".join(["a"] * 20_000) + " = 1}",
    ],
    ids=["key", "table", "quoted", "inline", "second in a table"],
)
def test_a_name_with_thousands_of_dots_is_refused_before_it_is_read(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onward.packs.load.tomllib.loads", lambda _: pytest.fail("it was read"))
    pack, (mistake,) = load_pack(text, "slow.toml")
    assert pack is None
    assert "so many dots" in str(mistake)


def test_dots_in_sentences_are_no_matter() -> None:
    pack, mistakes = load_pack(
        GOOD.replace("Why?", "Why, e.g. a.b.c.d.e.f.g.h.i.j.k.l, and ........... so?"), "mine.toml"
    )
    assert mistakes == ()
    assert pack is not None


KIND = """
[[kind]]
key = "handover"
name = "Handover"
plain = "I left out who takes over."
chance = "They asked how a shift ends."
plan = ["they ask how it ends", "I will say who knows what"]
cost = 3
"""


def test_a_pack_may_bring_kinds_of_kink_and_its_families_may_name_them() -> None:
    pack, mistakes = load_pack(GOOD.replace('"length"', '"handover"') + KIND, "mine.toml")
    assert not mistakes
    assert pack is not None
    assert [(one.key, one.plan[1], one.cost) for one in pack.kinds] == [("handover", "I will say who knows what", 3)]
    assert pack.families[0].kink == "handover"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('key = "handover"', 'key = "story"', "is taken or too long"),
        ('chance = "They asked how a shift ends."\n', "", 'needs chance = "…"'),
        ("cost = 3", "cost = 9", "may cost 1, 2 or 3"),
        ('plan = ["they ask how it ends", "I will say who knows what"]', 'plan = "later"', "may have plan"),
    ],
)
def test_what_is_wrong_with_a_kind_is_named_with_its_line(old: str, new: str, said: str) -> None:
    pack, mistakes = load_pack(GOOD + KIND.replace(old, new), "mine.toml")
    assert pack is None
    assert [said in str(one) for one in mistakes] == [True]
    assert mistakes[0].line > GOOD.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "[[family]]\n" * 90_000,
        '[[family]]\nkey = "a"\nname = "A"\n' + "[[family.question]]\n" * 50_000,
        'key = "a"\nname = "A"\n' + "[[kind]]\n" * 100_000 + '[[family]]\nkey = "b"\nname = "B"\n',
        'key = "a"\nname = "A"\nvalue = [' + "{},\n" * 200_000 + "]\n",
        "ask_back = [" + "1," * 400_000 + "]\n[[family]]\n",
    ],
    ids=["families", "questions", "kinds", "values", "questions to ask back"],
)
def test_a_file_of_a_million_mistakes_tells_the_first_and_that_there_is_more(text: str) -> None:
    pack, mistakes = load_pack(text, "own.toml")
    assert pack is None
    assert 1 <= len(mistakes) <= MOST_MISTAKES + 1
    assert sum(len(str(one)) for one in mistakes) < 10_000
    assert len(mistakes) <= MOST_MISTAKES or "There is more from here on" in str(mistakes[-1])
