"""What the script says back: to a verdict on oneself, to anger, and to client details."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onward.debrief.screens import Entry, Screen
from onward.wording.client_details import find_client_details
from onward.wording.span import Span
from onward.wording.tone import ANGRY, WHICH_ANSWER, find_anger, find_global_judgment


class NoticeTopic(StrEnum):
    """What a notice is about."""

    SPECIFIC = "which answer"
    ANGER = "anger"
    CLIENT = "client details"


@dataclass(frozen=True, slots=True)
class GentleNotice:
    """Something said back beside a field. It never blocks: the person may leave the words as they are."""

    field: str
    about: NoticeTopic
    sentence: str
    spans: tuple[Span, ...]


def find_notices(screen: Screen, given: Mapping[str, str], *, known: Iterable[str] = ()) -> tuple[GentleNotice, ...]:
    """What to say back to one screen's words. `known` are names that may stand there: the person's, the employer's."""
    names = tuple(known)
    free = [f.name for f in screen.fields if f.entry in (Entry.TEXT, Entry.LINE)]
    return tuple(notice for name in free for notice in _list_notices(name, given.get(name, ""), names))


def _list_notices(field: str, text: str, known: Sequence[str]) -> Iterable[GentleNotice]:
    if spans := find_global_judgment(text):
        yield GentleNotice(field, NoticeTopic.SPECIFIC, WHICH_ANSWER, spans)
    if spans := find_anger(text):
        yield GentleNotice(field, NoticeTopic.ANGER, ANGRY, spans)
    if details := find_client_details(text, known=known):
        where = tuple(Span(d.start, d.end, d.text) for d in details)
        yield GentleNotice(field, NoticeTopic.CLIENT, " ".join(dict.fromkeys(d.suggestion for d in details)), where)
