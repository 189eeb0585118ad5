"""Markup to the text a person would read."""

from __future__ import annotations

import pytest

from onward.notice.message import bodies
from onward.notice.message.html_text import html_to_text
from onward.notice.message.letter import parse_letter


def test_blocks_stand_on_lines_of_their_own_and_spaces_are_one() -> None:
    assert html_to_text("<p>Dear  Sam,</p>\n<p>thank\nyou<br>again</p><div>Ana</div>") == (
        "Dear Sam,\n\nthank you\nagain\n\nAna"
    )


def test_scripts_styles_comments_and_titles_are_not_read() -> None:
    markup = "<title>t</title><style>p{}</style><script>x()</script><!-- note --><p>Words<noscript> here</noscript>"
    assert html_to_text(markup).startswith("Words")
    assert "t" not in html_to_text("<title>t</title><p>x")


def test_a_hidden_preheader_is_not_read() -> None:
    for style in (
        "display:none",
        "DISPLAY: NONE",
        "mso-hide:all",
        "visibility:hidden",
        "max-height:0px",
        "font-size:0px",
    ):
        assert html_to_text(f'<div style="color:red;{style};">You got the job</div><p>We regret') == "We regret"
    assert html_to_text("<div hidden>no</div><p>yes") == "yes"


def test_links_keep_their_words_and_pictures_leave_nothing() -> None:
    assert html_to_text('See <a href="https://t.example/x?y">the role</a><img src="https://t.example/p.gif">.') == (
        "See the role."
    )


def test_lists_and_tables_can_be_read() -> None:
    assert html_to_text("<ul><li>one<li>two</ul>") == "- one\n- two"
    assert html_to_text("<table><tr><td>Role</td><td>Nurse</td></tr><tr><td>Date</td><td>Monday</td></tr></table>") == (
        "Role Nurse\nDate Monday"
    )


def test_a_quoted_reply_is_marked_as_in_plain_mail() -> None:
    markup = '<div>Thanks!</div><blockquote type="cite"><p>When?</p><div>Sam</div></blockquote>'
    assert html_to_text(markup) == "Thanks!\n\n> When?\n>\n> Sam"


def test_entities_and_invisible_letters_are_resolved() -> None:
    assert html_to_text("<p>R&amp;D&nbsp;&lt;3\u200b\u00ad\u034f</p>") == "R&D <3"


def test_text_in_pre_keeps_its_lines() -> None:
    assert html_to_text("<pre>one\n  two</pre>") == "one\ntwo"


def test_markup_too_deep_for_a_tree_is_read_all_the_same() -> None:
    deep = "<div>" * 5_000 + "Hello<br>you<script>no</script> &amp; me" + "</div>" * 5_000
    assert html_to_text(deep) == "Hello\nyou & me"


def test_markup_that_holds_no_words_is_empty() -> None:
    for markup in ("", "<p>", "<img src=x>", "<!-- -->", "<"):
        assert html_to_text(markup) in ("", "<")


def test_markup_beside_its_own_words_is_not_laid_out_but_what_is_odd_in_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    laid_out: list[str] = []
    monkeypatch.setattr(bodies, "html_to_text", lambda markup: laid_out.append(markup) or "markup")
    head = b"From: Jo <jo@home.example>\nContent-Type: multipart/alternative; boundary=b\n\n"
    plain, markup = b"--b\n\n%b\n", b"--b\nContent-Type: text/html; charset=odd\n\n<p>We regret</p>\n--b--\n"
    both = parse_letter(head + plain % b"We regret" + markup)
    assert (both.body, laid_out) == ("We regret", [])
    assert both.troubles == ("Its character set “odd” is unknown, so it was read as best it could be.",)
    alone = parse_letter(head + plain % b"" + markup)
    assert (alone.body, len(laid_out), alone.troubles) == ("markup", 1, both.troubles)
