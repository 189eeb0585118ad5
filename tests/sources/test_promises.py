"""What every source keeps: all of it, lazily, in the same order each time, and one bad thing stops nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from tests.sources.places import EXAMPLES, MESSAGES, Example, Given

from onward.notice.message.letter import letter_key, parse_letter
from onward_app.sources import SOURCES, Fits, Found, Source, SourceTrouble, Trouble, open_source, parse_place


def name_of(fits: Fits) -> str:
    return fits.__module__.rpartition(".")[2]


LISTED = {name_of(fits): fits for fits in SOURCES}
CASES = [
    pytest.param((name, example), id=f"{name}, {example.make.__name__}")
    for name in LISTED
    for example in EXAMPLES.get(name, ())
]


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> tuple[str, Example]:
    return request.param


@pytest.fixture
def place(case: tuple[str, Example], tmp_path: Path) -> Iterator[Given]:
    made = case[1].make(tmp_path)
    if isinstance(made, Iterator):
        yield from made
    else:
        yield made


def raws(source: Source) -> list[bytes]:
    return [item.raw for item in source if isinstance(item, Found)]


def test_every_source_that_is_listed_has_an_example_here_and_only_those() -> None:
    assert set(EXAMPLES) == set(LISTED), "the examples in tests/sources/places.py and the list of sources differ"


def test_it_is_opened_by_its_own_source(case: tuple[str, Example], place: Given) -> None:
    first = next(fits for fits in SOURCES if fits(parse_place(place)) is not None)
    assert name_of(first) == case[0]


@pytest.mark.parametrize("name", LISTED)
def test_an_address_of_a_kind_that_nobody_knows_is_let_pass(name: str) -> None:
    assert LISTED[name](parse_place("made-up://mail.example/Jobs")) is None


def test_every_message_is_found_as_it_stands(case: tuple[str, Example], place: Given) -> None:
    assert raws(open_source(place)) == list(MESSAGES[: case[1].holds])


def test_the_same_message_has_the_same_key_wherever_it_is(place: Given) -> None:
    assert letter_key(raws(open_source(place))[0]) == letter_key(MESSAGES[0])


def test_reading_twice_gives_the_same(place: Given) -> None:
    source = open_source(place)
    assert list(source) == list(source) == list(open_source(place))


def test_it_is_read_lazily(place: Given) -> None:
    found = iter(open_source(place))
    assert isinstance(found, Iterator)
    assert isinstance(next(found), Found)


def test_stopping_early_leaves_nothing_open(place: Given) -> None:
    assert len(list(islice(open_source(place), 1))) == 1  # an unclosed file would be a warning, and so an error


def test_it_says_how_far_it_has_come(place: Given) -> None:
    source = open_source(place)
    positions = [source.position for _ in source]
    assert positions == sorted(positions)
    assert source.position > 0
    assert source.total is None or source.position <= source.total
    assert source.kind


def test_every_message_says_where_it_was(place: Given) -> None:
    assert all(parse_place(place).name in item.where for item in open_source(place))


def test_nothing_is_changed_or_left_behind(place: Given, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    list(open_source(place))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_the_name_of_a_file_decides_nothing(place: Given) -> None:
    if isinstance(place, Path) and place.is_file():
        renamed = place.rename(place.with_name("something.bin"))
        assert raws(open_source(renamed))[0] == MESSAGES[0]


def test_a_message_of_arbitrary_bytes_stops_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.eml").write_bytes(MESSAGES[0])
    (folder / "b.eml").write_bytes(bytes(range(256)) * 10)
    (folder / "c.eml").write_bytes(b"%PDF-1.7 not a letter")
    (folder / "d.eml").write_bytes(b"")
    (folder / "e.eml").write_bytes(MESSAGES[1])
    items = list(open_source(folder))
    assert [item.raw for item in items if isinstance(item, Found)][::2] == [MESSAGES[0], MESSAGES[1]]
    troubles = [str(item) for item in items if isinstance(item, Trouble)]
    assert troubles[0].startswith("“c.eml” is a PDF, not mail.")
    assert troubles[1].startswith("“d.eml” is empty.")
    for item in items:
        if isinstance(item, Found):
            parse_letter(item.raw)


def test_a_trouble_is_its_sentence() -> None:
    assert str(SourceTrouble("It rained.")) == SourceTrouble("It rained.").sentence == "It rained."
    assert SourceTrouble("It rained.").permanent
    assert str(Trouble("It rained.", "here")) == "It rained."
