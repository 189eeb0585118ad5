"""The reader without a compiled library says what the compiled one says."""

from __future__ import annotations

import mailbox
import random
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onward.notice.message import html_text
from onward.notice.message.html_text import read_compiled, read_plain

ROOT = Path(__file__).parents[3]
TAGS = [
    "p",
    "div",
    "span",
    "b",
    "a",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "ul",
    "li",
    "ol",
    "blockquote",
    "h1",
    "h2",
    "br",
    "hr",
    "pre",
    "font",
    "center",
    "dl",
    "dt",
    "dd",
    "img",
    "section",
    "style",
    "title",
    "form",
    "button",
]
FOLDERS = ("tests", "examples", "benchmarks", "src", "docs")
TEXTS = (".eml", ".toml", ".py", ".html", ".js", ".md", ".txt", ".json")
LIMIT = 1_000_000


def texts() -> Iterator[tuple[str, str]]:
    """Every message's markup in the repository, and every other text that holds a tag, read as if it were mail."""
    for place in sorted(one for folder in FOLDERS for one in (ROOT / folder).rglob("*")):
        if place.suffix == ".mbox":
            yield from ((str(place), raw.decode("utf-8", "replace")) for raw in _parts(place))
        elif place.suffix in TEXTS:
            yield str(place), place.read_text("utf-8", errors="replace")


def _parts(place: Path) -> Iterator[bytes]:
    with closing(mailbox.mbox(place)) as box:
        for part in (part for message in box for part in message.walk()):
            payload = part.get_payload(decode=True)
            if part.get_content_type() == "text/html" and isinstance(payload, bytes):
                yield payload


def test_both_readers_say_the_same_of_every_text_that_is_here() -> None:
    read = 0
    for place, markup in texts():
        if re.search("<[a-z]", markup) and len(markup) < LIMIT:
            assert read_plain(markup) == read_compiled(markup), place
            read += 1
    assert read > 100


@given(st.integers(0, 2**32))
@example(0)
def test_both_readers_say_the_same_of_markup_in_disorder(seed: int) -> None:
    chance = random.Random(seed)
    markup = "".join(_piece(chance) for _ in range(chance.randint(2, 12)))
    assert read_plain(markup) == read_compiled(markup), markup


def _piece(chance: random.Random) -> str:
    sort, tag = chance.random(), chance.choice(TAGS)
    if sort < 0.45:
        return f"<{tag}{chance.choice(['', '', ' class=gmail_quote', ' type=cite'])}>"
    return (
        f"</{tag}>" if sort < 0.7 else chance.choice(["x", "y z", "\n", " ", "&amp;", "1 < 2", "<!-- c -->", "\u00a0k"])
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<p title=it's>a</p>",
        "<p title=\"a>b\" style='display:none'>a</p>b",
        "<div HIDDEN>a</div>b",
        '<p style="color:red',
        "a</>b<!>c<?d?>e",
        "<td>a<table>b<tr>c<td>d</table>e",
        "<table><tr><td><p>a<table><td>b</table>c</table>",
        "<ul><li>a<ul><li>b</ul><li>c</ul>",
        "<form><table><form><tr><td>a</form>b</table>c",
        "<select><option>a<select>b",
        "<script><p>a</script>b<style></p>c</style>d",
        "<body hidden>a<body>b",
        "a\r\nb<pre>\r\nc\rd</pre>",
        "&notit; &#0; &#x80; &nbsp;a&copy",
    ],
)
def test_both_readers_say_the_same_of_what_is_odd(markup: str) -> None:
    assert read_plain(markup) == read_compiled(markup)


def test_where_the_compiled_one_is_missing_the_plain_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_text, "lexbor", None)
    assert html_text.html_to_text("<p>Dear <b>Sam</b>,<p hidden>no<li>one") == "Dear Sam,\n\n- one"


def test_what_belongs_before_a_table_takes_time_in_line_with_its_length() -> None:
    markup = "<table>" + "x<tr>" * 100_000  # each “x” is put before the table
    assert read_plain(markup).startswith("xxx")
