"""Moves for letters and for what is to be written: what came in, and what is asked or answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from onward.ask.ledger import READ_OR_KEEP
from onward.today.move import Move, Where, make_move
from onward.today.now import Now
from onward.wording.counts import join_sentences, spell_number
from onward.wording.days import say_by

AWAY_WEEKS = timedelta(days=14)  # after so long it is “welcome back”


def propose_notice(now: Now, on: date) -> Iterator[Move]:
    """What came in: the first start, a welcome after weeks, letters that wait for a yes or a no."""
    if now.first_start and not now.nos_today:
        reason = "Nothing to set up. Begin with what happened."
        yield make_move("first start", "What happened?", reason, Where("today", "start"))
    elif now.last_here is not None and on - now.last_here >= AWAY_WEEKS:
        reason = "Welcome back. Good news, a quiet week, or shall I read the mail?"
        yield make_move("welcome", "Say how it is", reason, Where("today", "welcome"))
    if now.waiting_letters:
        many = f"{spell_number(now.waiting_letters).capitalize()} letters Onward isn’t sure about."
        said, move = ("One letter Onward isn’t sure about.", "Look at it"), (many, "Look at them")
        reason, button = said if now.waiting_letters == 1 else move
        yield make_move("letters", button, f"{reason} A yes or a no is enough.", Where("notice", "inbox"))


def propose_named(now: Now, _: date) -> Iterator[Move]:
    """Days that a no names."""
    for one in now.days_named:
        reason = f"The no from {one.about.who} names “{one.day}”. Look once whether it asks for something."
        yield make_move("named", "Look", reason, Where("notice", "letter", one.about.id))


def propose_ask(now: Now, on: date) -> Iterator[Move]:
    """Answers that came, asks that are due, and a kind word to what is open elsewhere."""
    for reply in now.replies_unread:
        reason = f"{reply.who} answered your ask. {READ_OR_KEEP}"
        yield make_move("reply", "Read it", reason, Where("ask", "reply", reply.id))
    for ask in now.asks_due:
        fine = f"Best sent by {say_by(ask.on, on)}." if ask.on and ask.on >= on else ""
        short = "One short question for advice, and that’s all."
        reason = join_sentences(f"You spoke with somebody {ask.there}.", short, fine)
        yield make_move("ask", "Write the ask", reason, Where("ask", "draft", ask.id))
    for one in now.farewells:
        reason = f"You have signed elsewhere. {one.who} is still open; a kind word lets them go on too."
        yield make_move("farewell", "Write the withdrawal", reason, Where("ask", "withdrawal", one.id))
