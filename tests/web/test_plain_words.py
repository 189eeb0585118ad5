"""Words that a tired person doesn't know are explained where they stand: every template is read for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "src" / "onward_app").rglob("*.html"))
# The word, and what stands in the same template and explains it (in its words, or as what it is given).
EXPLAINED = {
    r"\bkinks?\b": (r"A kink is something small that goes wrong more than once", r"What sort of thing a kink is"),
    r"\blines?\b": (r"not for sale",),
    r"\bleads?\b": (),
    r"\bchances?\b": (r"an occasion on which it could come up", r"chance_means"),
    r"\beffective\b": (),
    r"\bsuspected\b": (),
    r"\bpacks?\b": (r"pack is a collection of questions", r"pack of questions", r"Questions that come up often"),
    r"\bfamil(?:y|ies)\b": (r"(?:family|families),? a few of one sort",),
    r"\bcertif(?:y|ies)\b": (),
    r"\.eml\b": (r"a mail file \(\.eml\)", r"how a mail program saves one letter"),
    r"\bmbox\b": (r"many letters in one file",),
}
# Where the same word is ordinary speech: a line of text or to call, a chance of an answer, what an address leads to.
ORDINARY = {
    r"\blines?\b": {
        "debrief/interviews/capture.html", "help/mail.html", "jobs/import.html", "jobs/preview.html", "practice/packs/anki.html",
        "practice/packs/add.html", "talk/country.html", "pieces/lines.html",
    },
    r"\bleads?\b": {"jobs/merge.html"},
    r"\bchances?\b": {"debrief/forecasts/forecasts.html", "pace/front.html", "kinks/kind.html"},  # kinds.html explains it
}  # fmt: skip


def read_words(template: str) -> str:
    """What stands on the page for the person, on one line."""
    without = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<svg.*?</svg>|<[^>]*>", " ", template, flags=re.DOTALL)
    return " ".join(without.split())


def find_unexplained(name: str, template: str) -> list[str]:
    """The words of this template that nothing in it explains."""
    said = read_words(template)
    return [
        word
        for word, means in EXPLAINED.items()
        if re.search(word, said, re.IGNORECASE)
        and name not in ORDINARY.get(word, ())
        and not any(re.search(one, " ".join(template.split())) for one in means)
    ]


def name_of(place: Path) -> str:
    """The name it is rendered by: its path below the rooms, or below the templates of all."""
    parts = place.parts
    return "/".join(parts[max(i for i, part in enumerate(parts) if part in ("rooms", "templates")) + 1 :])


@pytest.mark.parametrize("place", TEMPLATES, ids=name_of)
def test_no_word_stands_there_unexplained(place: Path) -> None:
    assert find_unexplained(name_of(place), place.read_text("utf-8")) == []


def test_an_unexplained_word_is_found() -> None:
    assert find_unexplained("x/y.html", "<p>Note it as a kink</p>") == [r"\bkinks?\b"]
    assert find_unexplained("x/y.html", "<p>{{ kink.name }}{# a pack #}</p>") == []


@pytest.mark.parametrize("word", ["kink", "line", "lead", "chance", "effective", "suspected", "pack", "family",
                                  "certify", ".eml", "mbox"])  # fmt: skip
def test_the_list_of_words_says_the_plain_word_for_each(word: str) -> None:
    plain = (ROOT / "docs" / "words.md").read_text("utf-8").partition("## Said plainly")[2]
    assert re.search(rf"^\| [^|]*{re.escape(word)}[^|]* \| \S", plain, re.MULTILINE), word
