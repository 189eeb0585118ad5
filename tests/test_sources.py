"""Every claim of fact carries a key into docs/sources.md, and a number in a sentence without one is found."""

from __future__ import annotations

import ast
import html
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onward.wording.sources import SOURCES, cited

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src"
PAGE = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
KEYS = {one.key for one in SOURCES}
NOT_SENTENCES = {
    "notice",
    "migrations",
    "postgresql",
    "models",
    "cli",
    "maths",
    "full_text.py",
}  # patterns, statements to the database, tables, --help, and errors for programmers
NUMBER = re.compile(
    r"\d|%|\bone in \w+|\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|forty|hundred) (?:in|of) (?:\w+)\b"
    r"|\b(?:half|most) of\b|\btimes (?:in|as|more)\b",
    re.IGNORECASE,
)
# Numbers of the house's own, and of what is counted here: no facts about the world.
OURS = (
    (r"\\[bd]|\(\?[:!=<]", "a pattern"),
    (
        r"§ (?:of|in) §|§ of 5|§ in 100|§ of 100|\(§ of 3|at an assumed §|and § in 100|about § % of it|[Ss]aid § in 100|You said {forecast} in 100|^{mark} of 5$|\([123] of 3, your own mark",
        "counted here",
    ),
    (
        r"\b\d+ MB\b|UTF-8|\.m4a|7-Zip|bzip2|#guid|characters fit|of at most 200 characters$|can’t be (?:less|more) than|\bbe below 0|is fine\.$",
        "what a field or a file takes",
    ),
    (
        r"from [01] to (?:5|100)|[Bb]etween 0 and|0 to 100|1, 2 or 3|1 is not at all|0, Monday|0 or more|of a card are 0",
        "what a field takes",
    ),
    (
        r"Write it like|Dates like|employer,role,status,date|\[\[family|2026\.?$|of 2026|you%40example\.org",
        "an example of how to write it",
    ),
    (
        r"100 points|over half|[Hh]alf of your hope|[Mm]ost of your hope|would not take most of it|held half of your",
        "the points of hope",
    ),
    (
        r"2-Step Verification|Microsoft 365|imaps:// usually has port|\b(?:465|587)\b",
        "a name, or what a protocol is kept at (RFC 8314)",
    ),
    (r"90 (?:words|is)|around 90|[Tt]hat’s 2[05] minutes", "a limit of the house"),
    (
        r"[Mm]ost of the words|[Mm]ore than half of the words|[Hh]alf of the answers",
        "the aim of an exercise, or counted here",
    ),
    (
        r"within \d+|8 in 10 sure|“rare now”|one in four or more|eight of eight|fewer than one in 100|in 100 \(Brier",
        "docs/numbers.md",
    ),
    (r"at most one in ten people whose forecasts|the waits of two people", "docs/numbers.md"),
    (r"leads to an offer|0\.8 multiplied|one offer in five interviews, with", "arithmetic"),
    (r"^You said \{forecast\} in 100", "their own forecast"),
    (r"own 911 may not reach", "a line to call"),
    (r"miss about one in eight", "docs/client-details.md"),
    (r"300 characters", "what a message on LinkedIn takes"),
    (r"^(?:SELECT|DELETE|AND) |ORDER BY", "a statement for the database"),
    (r"larger than an advert ever is \(5 MB", "what a file takes"),
    (r"as 2026-03-01\.$|as 14:30\.$", "an example of how to write it"),
    (r"from § to §\.$|characters at most\.$|The wished-for chance, in 100", "what an argument takes"),
    (r'font-size="13"', "how large a picture’s words are"),
    (r"\(7z\)|^- a day, as", "a name, or an example of how to write it"),
    (
        r"(?<![\d.,])1 (?:new |other )?(?:filler|message|job|letter|comment|item|change|day)\b"
        r"|^1 (?:matches|needs|is new|stays)|^§ 1 looks",
        "counted here: the singular beside a plural",
    ),
)


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?…:])\s+", " ".join(text.split())) if one]


def unsourced(text: str) -> Iterator[str]:
    """Sentences with a number in them that are none of ours."""
    for sentence in sentences(text):
        if len(sentence.split()) >= 3 and NUMBER.search(sentence) and not any(re.search(p, sentence) for p, _ in OURS):
            yield sentence


def texts_in_code(path: Path) -> Iterator[str]:
    """Every text of a module that may be shown, without docstrings, patterns and what is cited."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {id(one) for node in ast.walk(tree) for one in _skipped(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "§" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "\\" not in node.value:
            yield node.value


def _skipped(node: ast.AST) -> Iterator[ast.AST]:
    body = getattr(node, "body", None)
    if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
        yield body[0].value
    if isinstance(node, ast.JoinedStr):
        yield from node.values
    if isinstance(node, ast.Call) and _called(node) in {"cited", "Reference", "compile", "_compile_signs"}:
        yield from ast.walk(node)


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def text_of_template(path: Path) -> str:
    """What a page says, without what it cites and without what it fills in."""
    text = re.sub(r"{% source .*?{% endsource %}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"<svg.*?</svg>|{#.*?#}|{%.*?%}", "", text, flags=re.DOTALL)
    text = re.sub(
        r"</(?:p|li|t[dh]|d[dt]|h\d|summary|label|button|legend|option|pre)>", ". ", re.sub(r"{{.*?}}", "§", text)
    )
    return html.unescape(re.sub(r"<[^>]+>", "", text, flags=re.DOTALL))


MODULES = [
    path
    for path in sorted(SRC.rglob("*.py"))
    if not NOT_SENTENCES & set(path.relative_to(SRC).parts) and not path.name.startswith("client_")
]
TEMPLATES = sorted(SRC.rglob("*.html"))
PACKS = sorted((SRC / "onward" / "packs").glob("*.toml"))


def test_the_page_is_the_table() -> None:
    rows = [
        f"| `{one.key}` | {one.says} | {one.where} | {one.year} | {one.population} | {say_checked(one.checked)} |"
        for one in SOURCES
    ]
    assert "\n".join(rows) in PAGE


def say_checked(on: date | None) -> str:
    return f"{on.day} {on:%B %Y}" if on else "read before; not found again on 26 November 2026"


def test_each_source_says_what_where_when_and_of_whom() -> None:
    assert len(KEYS) == len(SOURCES)
    assert all(one.says and one.where and one.year and one.population for one in SOURCES)


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        cited("Nine in ten people like it.", "nobody-2020")


def test_no_number_in_the_code_is_without_a_source() -> None:
    found = [(path.name, one) for path in MODULES for text in texts_in_code(path) for one in unsourced(text)]
    assert found == [], "cite a source, or say in this test why it is none about the world"


def test_no_number_on_a_page_is_without_a_source() -> None:
    assert [(path.name, one) for path in TEMPLATES for one in unsourced(text_of_template(path))] == []


def test_no_number_in_a_pack_is_without_a_source() -> None:
    for path in PACKS:
        pack = tomllib.loads(path.read_text(encoding="utf-8"))
        for family in pack["family"]:
            for question in family["question"]:
                said = " ".join([question["ask"], *question["points"]])
                assert question.get("source") or not list(unsourced(said)), question["ask"]
        for card in pack["value"]:
            said = " ".join([card["text"], card["line"], card.get("why", "")])
            assert card.get("source") or not list(unsourced(said)), card["text"]


def test_every_key_is_known_and_every_source_is_used() -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in MODULES if path.name != "sources.py")
    used = {key for key in KEYS if f'"{key}"' in said}
    on_pages = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    named = re.findall(r"{% source ([^%]*) %}", on_pages)
    in_pages = {key for keys in named for key in re.findall(r'"([^"]+)"', keys)}
    in_packs = {
        key for path in PACKS for key in re.findall(r'^source = "([^"]+)"', path.read_text("utf-8"), re.MULTILINE)
    }
    assert (in_pages | in_packs) <= KEYS
    assert used | in_pages | in_packs == KEYS


@pytest.mark.parametrize(
    "claim",
    [
        "About 70 in 100 candidates never hear back.",
        "One ask in 20 gets a useful reply.",
        "Nine of ten people are turned down first.",
        "Callbacks were 36 % higher.",
        "It helps twice as often, three times in four.",
    ],
)
def test_a_claim_without_a_source_would_be_found(claim: str) -> None:
    assert list(unsourced(claim)) == [claim]
