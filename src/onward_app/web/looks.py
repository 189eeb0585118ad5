"""What in a person's words wants a look before they are kept: words of self-harm, and what could point to a client.

Nothing of it is stored or sent, and nothing is blocked: the person may keep the words as they are. Where words of harm
are in doubt, nothing waits: one quiet line stands on the page that comes next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from onward.wording.crisis import Concern, find_concern

SHOWN = 5  # details of one text that are named
MARK = 16  # characters of one text's mark


@dataclass(frozen=True, slots=True)
class Look:
    """One thing worth a look, in a sentence; and its place in a long text, where that helps."""

    text: str
    before: str = ""
    marked: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Looks:
    """What some words want looked at.

    `concern` is harm that the words speak of, which calls for somebody to talk to; `details` are what could point to a
    client, at most `SHOWN`, and `more` counts those beyond them. `quiet` says that harm is in doubt: then one line
    stands on the next page, and nothing waits for it.
    """

    concern: Concern = Concern.NONE
    details: tuple[Look, ...] = ()
    more: int = 0
    quiet: bool = False

    @property
    def heavy(self) -> bool:
        """Whether the words call for somebody to talk to."""
        return self.concern is not Concern.NONE

    def __bool__(self) -> bool:
        return self.heavy or bool(self.details)


NOTHING = Looks()


def look_at_texts(typed: Iterable[str], *, prose: Iterable[str] = (), known: Callable[[], Iterable[str]]) -> Looks:
    """Both looks at once: words of self-harm anywhere, client details in prose. `known` names may stand there."""
    texts = list(prose)
    found = {find_concern(text) for text in {*typed, *texts}} - {Concern.NONE}  # a long list says much twice
    details = tuple(look for text in texts for look in find_detail_looks(text, known))[:SHOWN]
    return Looks(first_concern(found), details, quiet=Concern.DOUBT in found)


def first_concern(found: Iterable[Concern]) -> Concern:
    """Which concern calls for somebody: the person themselves come before anybody else. A doubt alone doesn't."""
    told = set(found)
    return next((concern for concern in (Concern.SELF, Concern.OTHERS) if concern in told), Concern.NONE)


def find_detail_looks(text: str, known: Callable[[], Iterable[str]]) -> list[Look]:
    """The client details of a text. Which names may be there is asked only when there is something."""
    from onward.wording.client_details import find_client_details  # its patterns wait for the first text

    if not find_client_details(text):
        return []
    found = find_client_details(text, known=known())
    return [Look(f"“{detail.text}” could point to a client. {detail.suggestion}") for detail in found]


def mark_text(text: str) -> str:
    """A short mark of a text, the same for the same words, however a browser ends its lines."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:MARK]
