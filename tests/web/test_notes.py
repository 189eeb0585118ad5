"""Notes are shown as Markdown, and whatever is typed into one can't act, fetch or lead elsewhere than it says."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.people import door

from onward_app.records.models import Opportunity, Owner
from onward_app.records.writing.jobs import add_job, edit_job
from onward_app.web.notes import show_notes

MAY_STAND = {"p", "em", "strong", "br", "ul", "ol", "li", "a", "code", "pre", "blockquote", "hr", "h3"}
SIGNS = st.text(alphabet="[]()<>!*_`#-:/\\\"'&;=\n ajsxhtp1", max_size=200)


def read(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(show_notes(text))


def links(text: str) -> list[str | None]:
    return [one.attributes.get("href") for one in read(text).css("a")]


def test_it_looks_as_it_is_meant() -> None:
    shown = show_notes("# Monday\n**call** *her*\nat nine\n\n- one\n- two\n\n[map](https://maps.example/x)")
    assert "<h3>Monday</h3>" in shown
    assert "<strong>call</strong> <em>her</em><br" in shown
    assert "<li>one</li>\n<li>two</li>" in shown
    assert '<a href="https://maps.example/x" rel="noopener noreferrer">map</a>' in shown


@pytest.mark.parametrize(
    "to", ["https://elm.example/a?b=1", "http://elm.example", "mailto:jo@elm.example", "HTTPS://elm.example"]
)
def test_it_leads_to_the_web_and_to_addresses(to: str) -> None:
    assert links(f"[x]({to})") == [to]


@pytest.mark.parametrize(
    "to",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "&#106;avascript:alert(1)",
        "data:text/html,<script>1</script>", "vbscript:x", "file:///etc/passwd", "//evil.example/x", "/jobs/1/merge/",
        "onward:x", "ftp://elm.example", " javascript:alert(1)", "\x01javascript:alert(1)",
    ],
)  # fmt: skip
def test_it_leads_nowhere_else(to: str) -> None:
    assert links(f"[x]({to})") == links(f"<{to}>") == links(f"[x]\n\n[x]: {to}") == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](https://evil.example/pixel.png)",
        "![x][1]\n\n[1]: https://evil.example/pixel.png", "<iframe src='//evil.example'>", "<svg/onload=alert(1)>",
        "[x](https://a.example \"' onmouseover='alert(1)\")", "[x](https://a.example/\"onclick=\"alert(1))",
        "<a href='javascript:1'>x</a>", "`<b onclick=1>`", "```<script>\nx\n```", "<!-- <b> -->", "</div></main><h1>x",
        "<style>*{display:none}</style>", "&lt;script&gt;", "[<img src=x>](https://a.example)",
    ],
)  # fmt: skip
def test_nothing_in_a_note_acts_or_fetches(text: str) -> None:
    hold(text)


@given(SIGNS)
@example("[" * 60 + "](https://a.example)")
def test_nor_does_anything_else_that_could_be_typed(text: str) -> None:
    hold(text)


def hold(text: str) -> None:
    """Only what a note may have, and of each only what it needs."""
    for one in read(text).css("body *"):
        assert one.tag in MAY_STAND, one.html
        allowed = {"a": {"href", "rel", "title"}, "ol": {"start"}, "code": {"class"}}.get(one.tag or "", set())
        assert set(one.attributes) <= allowed, one.html
        if one.tag == "a":
            assert re.match(r"(?:https?://|mailto:)", one.attributes.get("href") or "", re.IGNORECASE)


def test_what_was_typed_is_kept_as_it_was(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Elm", role="", on=date(2026, 11, 3))
    typed = "**Ask** for _Jo_ <script>alert(1)</script>\n- nine\n- ten"
    edit_job(alice, row, notes=typed)
    page = door(alice).get(f"/jobs/{row.pk}/").content.decode()
    assert Opportunity.objects.get().notes == typed
    assert "<strong>Ask</strong> for <em>Jo</em> &lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<li>nine</li>" in page
