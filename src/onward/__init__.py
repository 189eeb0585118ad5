"""Onward: what to do after a no, as a library.

Somebody wanted a job and got a no. The method is one loop of eight steps, and this package is that loop as
pure functions: no clock, no disk, no network, no framework. Time comes in as an argument, chance as a seeded
generator, and what a step needs of a later one arrives as a value.

1. ``notice``    a no arrives: bytes become a letter, a letter becomes a verdict with its reasons, and finds its job
2. ``ask``       one polite request for one piece of advice
3. ``debrief``   an honest replay of the interview, with or without an answer
4. ``kinks``     what went wrong gets a name, its evidence and a rule for "gone"
5. ``practice``  short, spaced practice until learned
6. ``pace``      full speed until an offer letter is signed
7. ``values``    lines set in advance, held up at the moment of weakness
8. ``recover``   not tonight, and not alone

``today`` orders what the steps propose. ``facts`` are the nouns they share, ``log`` says where a job stands; ``maths``
and ``wording`` stand below.

What stands in ``__all__`` is stable: it changes only with a line in the changelog and a new minor version. Everything
else may move. The front is loaded when it is first asked for, so that ``import onward`` costs next to nothing.

>>> import onward
>>> letter = onward.parse_letter(b"Subject: Your application\\n\\nUnfortunately we chose another candidate.")
>>> str(onward.read_letter(letter).guess.kind)
'rejection'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from onward.story import STORY

if TYPE_CHECKING:
    from onward.ask.check import check_wording as check_wording
    from onward.ask.draft import DraftDetails as DraftDetails
    from onward.ask.draft import write_ask as write_ask
    from onward.debrief.transcript import read_transcript_text as read_transcript_text
    from onward.kinks.gone import kink_verdict as kink_verdict
    from onward.kinks.occasions import KinkOccasion as KinkOccasion
    from onward.log.standing import Event as Event
    from onward.log.standing import fold_events as fold_events
    from onward.notice.linking.link import link_letters as link_letters
    from onward.notice.linking.link import to_letter_facts as to_letter_facts
    from onward.notice.message.letter import parse_letter as parse_letter
    from onward.notice.read import read_letter as read_letter
    from onward.pace.odds import odds as odds
    from onward.today.moves import propose_moves as propose_moves
    from onward.today.now import Now as Now
    from onward.wording.client_details import find_client_details as find_client_details

_FRONT = {
    "DraftDetails": "ask.draft",
    "Event": "log.standing",
    "KinkOccasion": "kinks.occasions",
    "Now": "today.now",
    "check_wording": "ask.check",
    "find_client_details": "wording.client_details",
    "fold_events": "log.standing",
    "kink_verdict": "kinks.gone",
    "link_letters": "notice.linking.link",
    "odds": "pace.odds",
    "parse_letter": "notice.message.letter",
    "propose_moves": "today.moves",
    "read_letter": "notice.read",
    "read_transcript_text": "debrief.transcript",
    "to_letter_facts": "notice.linking.link",
    "write_ask": "ask.draft",
}  # fmt: skip
__all__ = [
    "STORY",
    "DraftDetails",
    "Event",
    "KinkOccasion",
    "Now",
    "check_wording",
    "find_client_details",
    "fold_events",
    "kink_verdict",
    "link_letters",
    "odds",
    "parse_letter",
    "propose_moves",
    "read_letter",
    "read_transcript_text",
    "to_letter_facts",
    "write_ask",
]


__version__ = "0.9.0"


def __getattr__(name: str) -> Any:
    if name not in _FRONT:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"onward.{_FRONT[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
