"""The draft of an ask, of a thank-you and of a kind withdrawal, in the person's voice."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from onward.facts import Stage
from onward.wording.counts import join_sentences

MOST_WORDS = 90


@dataclass(frozen=True, slots=True)
class DraftDetails:
    """What a draft is made from. Only `me` and `employer` are needed; the rest makes it more specific.

    `person` is the one actually spoken with; `specific` completes “the conversation about …”; `reason` is a
    `notice.verdict.Reason` as text; `agency` says that `person` relays for `employer`.
    """

    me: str
    employer: str
    role: str = ""
    person: str = ""
    specific: str = ""
    stage: Stage = Stage.INTERVIEW
    reason: str = ""
    agency: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to be edited and sent by the person: never by Onward itself. `why` says what chose its words."""

    subject: str
    body: str
    why: str

    @property
    def words(self) -> int:
        """How many words the body has."""
        return count_words(self.body)


def count_words(text: str) -> int:
    """Words as a reader counts them: runs of letters and digits, with their apostrophes and hyphens."""
    return len(re.findall(r"[^\W_]+(?:[’'\-][^\W_]+)*", text))


def write_ask(about: DraftDetails) -> Draft:
    """One ask, at most 90 words: thanks, the decision accepted, one question for advice, a way out.

    >>> print(write_ask(DraftDetails(me="Dana", employer="Cedar", person="Priya")).body.splitlines()[0])
    Hi Priya,
    """
    about = shorten_details(about)
    _, why, question = next(row for row in _QUESTIONS if row[0](about))
    accepts = f"I respect {about.employer}’s decision." if about.agency else "I respect the decision."
    wish = "Wishing you well," if about.agency else "Wishing you and the team well,"
    lines = [
        f"{write_greeting(about)}{_say_thanks(about)} {accepts}",
        f"If you’re able to share it: {question.format(kind=_say_kind(about))}",
        "If policy doesn’t allow it, I completely understand.",
        f"{wish}\n{about.me}",
    ]
    return Draft(_write_subject(about, "Thank you"), "\n\n".join(lines).rstrip(), why)


def write_interview_thanks(about: DraftDetails) -> Draft:
    """A thank-you after an interview, before any outcome: no question, nothing to answer."""
    about = shorten_details(about)
    talk = "Thank you for your time, and for the conversation."
    if about.specific:
        talk = f"Thank you for your time, and for the conversation about {about.specific}."
    work = "It gave me a clearer picture of the work."
    if about.role:
        work = f"It gave me a clearer picture of the work in the {about.role} role."
    body = (
        f"{write_greeting(about)}{join_sentences(talk, work)}\n\n"
        f"No reply needed. All the best to you and the team.\n{about.me}"
    )
    return Draft(
        _write_subject(about, "Thank you for the conversation"), body, "After an interview, before any outcome."
    )


def write_advice_thanks(about: DraftDetails) -> Draft:
    """The only thing that is drafted after a reply: thanks, and nothing to answer."""
    body = f"{write_greeting(about)}Thank you for taking the time to answer. It helps.\n\nAll the best,\n{about.me}"
    return Draft(_write_subject(about, "Thank you"), body, "After a reply: thanks, and nothing beyond.")


def write_withdrawal(about: DraftDetails) -> Draft:
    """A kind withdrawal elsewhere, after an offer letter is signed."""
    about = shorten_details(about)
    talk = f"I valued the conversation about {about.specific}." if about.specific else ""
    thanks = (
        f"Thank you for considering me for the {about.role} role." if about.role else "Thank you for considering me."
    )
    withdraw = "I have accepted another position, so I’d like to withdraw my application."
    body = (
        f"{write_greeting(about)}{join_sentences(thanks, withdraw, talk)}\n\n"
        f"I hope you find somebody who fits well. All the best to you and the team.\n{about.me}"
    )
    return Draft(_write_subject(about, "Withdrawing my application"), body, "After signing elsewhere.")


def write_greeting(about: DraftDetails) -> str:
    """“Hi Dana,”, with the title where the name begins with one; “Hello,” to nobody in particular."""
    first = about.person.split()[0] if about.person.split() else ""
    named = about.person if first.rstrip(".").casefold() in {"dr", "prof", "mr", "mrs", "ms"} else first
    return f"Hi {named},\n\n" if named else "Hello,\n\n"


def _say_thanks(about: DraftDetails) -> str:
    if about.specific:
        return f"Thank you for letting me know, and for the conversation about {about.specific}."
    if about.agency:
        return f"Thank you for passing on the news from {about.employer}, and for your time."
    return "Thank you for letting me know, and for the time you took to talk with me."


def _say_kind(about: DraftDetails) -> str:
    return "for this kind of work" if about.role else "for this kind of role"


def _write_subject(about: DraftDetails, opening: str) -> str:
    return f"{opening}: {about.role}" if about.role else opening


def shorten_details(about: DraftDetails) -> DraftDetails:
    """Keep the parts that the person typed from carrying the message past its words; they can still be edited."""
    return replace(
        about,
        specific=_first_words(about.specific, 12).rstrip(".!?,; "),
        employer=_first_words(about.employer, 6),
        person=_first_words(about.person, 4),
        role=_first_words(about.role, 8),
        me=_first_words(about.me, 5),
    )


def _first_words(text: str, most: int) -> str:
    """At most that many words, on one line, with no question of its own."""
    return " ".join(text.replace("?", "").split()[:most])


_Row = tuple[Callable[[DraftDetails], bool], str, str]
_QUESTIONS: tuple[_Row, ...] = (
    (
        lambda a: a.reason == "requirement",
        "They named a requirement, so the question is about that.",
        "what one step would you advise me to take first, to be ready {kind} next time?",
    ),
    (
        lambda a: a.reason in ("position filled", "internal candidate", "paused"),
        "The reason was not about your answers, so the question looks at the next interview only.",
        "what one thing would you advise me to keep in mind for my next interview {kind}?",
    ),
    (
        lambda a: a.agency,
        "An agency relays it: they see many interviews.",
        "from what you heard, what one thing would you advise me to work on before my next interview {kind}?",
    ),
    (
        lambda a: a.stage.rank >= Stage.FINAL.rank,
        "You reached the final round.",
        "having come this far, what one thing would you advise me to work on before my next final round?",
    ),
    (
        lambda a: a.stage is Stage.SCREEN,
        "It ended after a first conversation.",
        "what one thing would you advise me to make clearer in a first conversation {kind}?",
    ),
    (
        lambda _: True,
        "You were interviewed.",
        "what one thing would you advise me to work on before my next interview {kind}?",
    ),
)
