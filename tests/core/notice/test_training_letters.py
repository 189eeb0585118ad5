"""The letters we wrote to learn from are whole, varied, and point at nobody real."""

from __future__ import annotations

import mailbox
import re
import tomllib
from contextlib import closing
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz.fuzz import token_set_ratio

from onward.facts import LetterKind
from onward.notice.message.letter import parse_letter

FOLDER = Path(__file__).resolve().parents[3] / "benchmarks" / "letters"
LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt")
FIELDS = {"id", "kind", "from", "subject", "body"}
TOO_ALIKE = 80.0
"""Of two bodies: a one-line letter beside a long one reaches 75, a template with only its names changed 93."""

HOST = re.compile(r"(?:@|https?://)([\w.-]*\w)")
BARE = re.compile(r"\b(?:www\.[\w.-]+|[\w-]+\.(?:com|net|org|de|fr|es|it|pt|br|nl|eu|io)\b)")
RESERVED = re.compile(r"(?:.+\.example|(?:.+\.)?example\.(?:com|org|net))")


def files(language: str) -> list[Path]:
    return sorted((FOLDER / language).rglob("*.toml"))


def letters(language: str) -> list[dict[str, str]]:
    return [entry for path in files(language) for entry in tomllib.loads(path.read_text("utf-8"))["letter"]]


def everyone() -> list[dict[str, str]]:
    return [entry for language in LANGUAGES for entry in letters(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_has_every_field_as_words(language: str) -> None:
    found = letters(language)
    assert len(found) >= 75
    for entry in found:
        assert set(entry) == FIELDS, entry.get("id")
        assert all(isinstance(value, str) for value in entry.values()), entry["id"]
        assert entry["body"].strip(), entry["id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_is_of_the_kind_its_file_is_named_for(language: str) -> None:
    for path in files(language):
        for entry in tomllib.loads(path.read_text("utf-8"))["letter"]:
            kind = LetterKind(path.stem.partition("_")[0])
            assert entry["kind"] == kind.value
            assert re.fullmatch(rf"{language}-{kind.value}-\d{{3}}", entry["id"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_kind(language: str) -> None:
    assert {entry["kind"] for entry in letters(language)} == {kind.value for kind in LetterKind}


def test_every_folder_is_a_language_looked_at_here() -> None:
    assert sorted(path.name for path in FOLDER.iterdir() if path.is_dir()) == list(LANGUAGES)


def test_no_two_letters_share_an_id() -> None:
    ids = [entry["id"] for entry in everyone()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_letters_say_nearly_the_same(language: str) -> None:
    words = [(entry["id"], entry["body"], frozenset(entry["body"].split())) for entry in letters(language)]
    alike = [
        (one, other)
        for (one, body, said), (other, text, told) in combinations(words, 2)
        if 2 * len(said & told) >= min(len(said), len(told)) and token_set_ratio(body, text, score_cutoff=TOO_ALIKE)
    ]
    assert alike == []


def test_addresses_and_links_lead_nowhere() -> None:
    for entry in everyone():
        hosts = HOST.findall(" ".join((entry["from"], entry["subject"], entry["body"])))
        assert [host for host in hosts if not RESERVED.fullmatch(host)] == [], entry["id"]
        # A sender's display name may be a company called after its domain; what can be followed may not.
        bare = [host for host in BARE.findall(entry["subject"] + " " + entry["body"]) if not RESERVED.fullmatch(host)]
        assert bare == [], entry["id"]


SENTENCES = FOLDER.parent / "sentences"
AROUND = {"talk", "chat", "listing"}


def test_every_file_of_sentences_is_a_kind_or_what_stands_around_it() -> None:
    names = {path.stem for path in SENTENCES.glob("*/*.txt")}
    assert names == {kind.value for kind in LetterKind} | AROUND


def test_no_sentence_is_written_twice_or_belongs_to_two_kinds() -> None:
    said = [line for path in sorted(SENTENCES.glob("*/*.txt")) for line in path.read_text("utf-8").splitlines()]
    assert len(said) > 1000
    assert [line for line in said if said.count(line) > 1] == []
    assert all(line == line.strip() and line for line in said)


def test_sentences_lead_nowhere() -> None:
    text = "\n".join(path.read_text("utf-8") for path in SENTENCES.glob("*/*.txt"))
    assert HOST.findall(text) == []
    assert BARE.findall(text) == []


REAL = FOLDER.parents[2] / "shared" / "data" / "letters_dev.mbox"
LONG = 9  # words in a row: up to eight are how everybody says it (“thank you for your interest in working with”)
WORD = re.compile(r"[^\W\d_]+")


def runs(text: str) -> set[tuple[str, ...]]:
    words = [word.lower() for word in WORD.findall(text)]
    return {tuple(words[at : at + LONG]) for at in range(len(words) - LONG + 1)}


def test_nothing_that_was_measured_on_was_copied_to_learn_from() -> None:
    """Words taken from a letter would be learned before it is judged. Where the real letters aren't, there is nothing to hold."""
    real: set[tuple[str, ...]] = set()
    if REAL.exists():
        with closing(mailbox.mbox(REAL, create=False)) as box:
            real.update(*(runs(parse_letter(message.as_bytes()).body) for message in box))
    lines = [(path.stem, line) for path in SENTENCES.glob("*/*.txt") for line in path.read_text("utf-8").splitlines()]
    ours = [(entry["id"], entry["body"]) for entry in everyone()] + lines
    assert [(name, " ".join(run)) for name, text in ours for run in runs(text) & real] == []
