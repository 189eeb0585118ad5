"""What in a free text wants a look before it is kept: client details, and words that call for somebody to talk to.

Nothing is stored of it, and nothing is blocked: the person may keep the words as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.forms import Form
from django.http import HttpRequest

from onward.kinks.kinds import NOT_MINE, NOT_MINE_NAME, Kind
from onward.kinks.suggest import suggest
from onward.wording.client_details import client_details
from onward.wording.counts import listed
from onward.wording.crisis import is_crisis

SHOWN = 5
KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Look:
    """One thing worth a look; `talk` when the way on is somebody to talk to."""

    text: str
    talk: bool = False


@dataclass(frozen=True, slots=True)
class Suggested:
    """A kind that words may be about: its key and name, and the words that made it come to mind, in quotes."""

    key: str
    name: str
    because: str


HEAVY = Look("That sounds heavy. Nothing here matters more than you do right now.", talk=True)


def looks(request: HttpRequest, form: Form, known: Iterable[str]) -> list[Look]:
    """What in this form's free texts wants a look; nothing once the person said to keep them."""
    if KEEP in request.POST:
        return []
    names = tuple(known)
    texts = [one for name in form.fields if isinstance(one := form.cleaned_data.get(name), str)]
    if is_crisis("\n".join(texts)):
        return [HEAVY]
    details = [detail for text in texts for detail in client_details(text, known=names)]
    return [Look(f"“{detail.text}” could point to a client. {detail.suggestion}") for detail in details[:SHOWN]]


def suggested(text: str, kinds: Iterable[Kind], *, but: str = "") -> list[Suggested]:
    """The kinds that these words may be about, the one it has already left out."""
    names = {kind.key: kind.name for kind in kinds} | {NOT_MINE: NOT_MINE_NAME}
    return [
        Suggested(one.kind, names[one.kind], listed([f"“{w}”" for w in dict.fromkeys(s.text for s in one.because)]))
        for one in suggest(text)
        if one.kind != but
    ]
