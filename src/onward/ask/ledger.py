"""What became of each ask: asked, then advice, declined or silence. Silence is the person's to close."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from onward.ask.expect import Expected, expect_reply

SILENCE_AFTER = 21  # days; judgement: the window of a reply is long past
PAUSE = timedelta(days=1)
PAUSED = "A day’s pause before anything beyond thanks. Their words are kept; they will read the same tomorrow."
READ_OR_KEEP = "Read it, or keep it for tomorrow."  # feedback can hurt: the person says when (evidence 14)
ONE_RATER = "One comment is one person’s view. It becomes more when somebody else says it too."


class AskOutcome(StrEnum):
    """How an ask stands."""

    ASKED = "asked"
    ADVICE = "advice"
    DECLINED = "declined"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class SentAsk:
    """One ask that was sent, and what came back; `answered_on` is the day on which advice came."""

    sent_on: date
    outcome: AskOutcome = AskOutcome.ASKED
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class AdvicePart:
    """One point of a reply, split by the person: their words, the person's reading, and how to test it."""

    quote: str
    my_reading: str = ""
    test: str = ""


def explain_silence(asked: SentAsk, on: date) -> str:
    """A suggestion to close an open ask as silence, "" while it is too early. Nothing is closed by itself."""
    days = (on - asked.sent_on).days
    if asked.outcome is not AskOutcome.ASKED or days < SILENCE_AFTER:
        return ""
    return f"{days} days without a reply. You can close it as silence; most asks end that way, and it isn’t a verdict."


def is_paused(asked: SentAsk, on: date) -> bool:
    """Whether the day's pause after a reply still lasts: until it is over, nothing beyond thanks."""
    return asked.answered_on is not None and on < asked.answered_on + PAUSE


def is_quoted(piece: AdvicePart, reply: str) -> bool:
    """Whether the quote stands in the reply word for word (line breaks and spaces aside)."""
    quote = " ".join(piece.quote.split())
    return bool(quote) and quote in " ".join(reply.split())


def count_replies(asks: Iterable[SentAsk]) -> Expected:
    """What to expect of the next ask, from those that came to an end; open ones are not counted yet."""
    ended = [ask.outcome for ask in asks if ask.outcome is not AskOutcome.ASKED]
    return expect_reply(len(ended), sum(1 for outcome in ended if outcome is AskOutcome.ADVICE))
