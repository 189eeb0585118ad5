"""What to expect of an ask, what became of it, and how it leaves."""

from __future__ import annotations

from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.ask.draft import Draft
from onward.ask.expect import expect_reply
from onward.ask.ledger import AdvicePart, AskOutcome, SentAsk, count_replies, explain_silence, is_paused, is_quoted
from onward.ask.send import make_eml, make_mailto

SENT = date(2026, 3, 4)


def test_before_any_ask_it_expects_fifteen_in_a_hundred_and_says_where_that_is_from() -> None:
    before = expect_reply(0, 0)
    assert before.mean == pytest.approx(0.15)
    assert before.words == "Useful replies: about one in seven, between 3 and 30 in 100, before any asks of your own."


def test_it_moves_with_the_persons_own_asks() -> None:
    after = expect_reply(11, 2)
    assert after.mean == pytest.approx(3.5 / 21)
    assert "from 11 asks. Advice came twice so far." in after.words


@settings(deadline=None)
@given(st.integers(0, 60), st.integers(0, 60))
def test_more_silence_lowers_it_and_more_advice_raises_it(answered: int, silent: int) -> None:
    now = expect_reply(answered + silent, answered)
    assert now.interval.low <= now.mean <= now.interval.high or answered == 0
    assert (
        expect_reply(answered + silent + 1, answered).mean
        < now.mean
        < expect_reply(answered + silent + 1, answered + 1).mean
    )


def test_it_refuses_more_answers_than_asks() -> None:
    with pytest.raises(ValueError, match="can’t be"):
        expect_reply(1, 2)


def test_open_asks_are_not_counted_as_silence() -> None:
    asks = [
        SentAsk(SENT),
        SentAsk(SENT, AskOutcome.ADVICE),
        SentAsk(SENT, AskOutcome.SILENCE),
        SentAsk(SENT, AskOutcome.DECLINED),
    ]
    assert (count_replies(asks).asked, count_replies(asks).answered) == (3, 1)


def test_silence_is_suggested_after_three_weeks_and_never_before() -> None:
    assert explain_silence(SentAsk(SENT), SENT + timedelta(days=20)) == ""
    assert "isn’t a verdict" in explain_silence(SentAsk(SENT), SENT + timedelta(days=21))
    assert explain_silence(SentAsk(SENT, AskOutcome.ADVICE), SENT + timedelta(days=90)) == ""


def test_a_reply_starts_a_days_pause() -> None:
    on = date(2026, 3, 6)
    answered = SentAsk(SENT, AskOutcome.ADVICE, on)
    assert is_paused(answered, on)
    assert not is_paused(answered, on + timedelta(days=1))
    assert not is_paused(SentAsk(SENT), on)


def test_a_quote_is_word_for_word() -> None:
    reply = "Your examples were strong,\nbut the risk answer\nneeded documentation."
    assert is_quoted(AdvicePart("the risk answer needed documentation"), reply)
    assert not is_quoted(AdvicePart("the risk answer was weak"), reply)
    assert not is_quoted(AdvicePart("  "), reply)


@given(st.text(max_size=80), st.text(max_size=300), st.emails())
def test_a_mailto_link_carries_the_draft_and_nothing_else(subject: str, body: str, address: str) -> None:
    parts = urlsplit(make_mailto(Draft(subject, body, ""), address))
    fields = parse_qs(parts.query, keep_blank_values=True)
    assert parts.scheme == "mailto"
    assert set(fields) == {"subject", "body"}
    assert "\n" not in fields["subject"][0]


@given(st.text(max_size=80), st.text(st.characters(codec="utf-8"), max_size=300))
def test_a_message_file_opens_for_editing_and_takes_no_headers_from_the_text(subject: str, body: str) -> None:
    raw = make_eml(Draft(f"{subject}\nBcc: x@example.org", body, ""), "dana@example.org", sender="ana@example.org")
    message = message_from_bytes(raw, policy=default)
    assert message["X-Unsent"] == "1"
    assert message["Bcc"] is None
    assert message["To"] == "dana@example.org"
