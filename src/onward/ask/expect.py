"""What to expect of an ask before it is sent, from a labelled prior and the person's own asks."""

from __future__ import annotations

from dataclasses import dataclass

from onward.maths.proportion import Beta, Interval
from onward.wording.counts import join_sentences, say_rate, spell_times
from onward.wording.sources import cited

PRIOR = Beta(1.5, 8.5)  # 15 % useful replies: judgement, from how seldom candidates say they got a reason
BEFORE_SENDING = cited("Most people never hear back. It isn’t a verdict.", "asking-poll")
SOURCE = cited(
    "It starts from 15 in 100, our own estimate: most candidates say they never got a reason, and nobody has "
    "counted how often "
    "an ask for advice is answered. It moves with your own asks.",
    "talent-board-2022",
    "asking-poll",
)


@dataclass(frozen=True, slots=True)
class Expected:
    """The chance of a useful reply: `mean`, an 80 % `interval`, from `asked` closed asks of the person, in words."""

    mean: float
    interval: Interval
    asked: int
    answered: int
    words: str


REPLIES = (
    "Useful replies: {about}, {between}, before any asks of your own.",
    "Useful replies: {about}, {between}, from {n} ask.",
    "Useful replies: {about}, {between}, from {n} asks.",
)


def expect_reply(asked: int, answered: int) -> Expected:
    """After `asked` asks that came to an end (answered, declined or silent), `answered` of them with advice."""
    if not 0 <= answered <= asked:
        raise ValueError(f"{answered} answers to {asked} asks can’t be")
    belief = PRIOR.updated(answered, asked - answered)
    own = f"Advice came {spell_times(answered)} so far." if answered else ""
    words = join_sentences(say_rate(belief, asked, *REPLIES), own)
    return Expected(belief.mean, belief.interval(), asked, answered, words)
