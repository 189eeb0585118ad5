"""What calendar programs and people write around an event's title once it is off or put off, in seven languages."""

from __future__ import annotations

import re
from typing import NamedTuple

_OFF = r"cancell?ed|abgesagte?r?|annul[ée]+|cancelad[oa]|annullat[oa]|geannuleerde?"
_TURNED_DOWN = r"declined|abgelehnt|refus[ée]+|rechazad[oa]|recusad[oa]|rifiutat[oa]|geweigerd|afgewezen"
_PUT_OFF = (
    r"postponed|rescheduled|verschoben|verlegt|report[ée]+|aplazad[oa]|pospuest[oa]|reprogramad[oa]"
    r"|verzet|verplaatst|uitgesteld|adiad[oa]|remarcad[oa]|rinviat[oa]|spostat[oa]"
)
_EVENT = (
    r"event|meeting|appointment|termin|besprechung|[ée]v[ée]nement|r[ée]union|evento|reunión|reunião|riunione"
    r"|evenement|afspraak"
)


class EventTitle(NamedTuple):
    """A title without what is said of the event, and what that is."""

    text: str
    called_off: bool = False
    declined: bool = False
    put_off: bool = False


def _compile(words: str) -> re.Pattern[str]:
    """Before the title with a colon or in brackets, or alone behind it: “Evento annullato: …”, “… (abgesagt)”."""
    said = rf"(?:(?:{_EVENT})\s)?(?:{words})(?:\s(?:{_EVENT}))?"
    return re.compile(
        rf"^(?:[\[(]\s?{said}\s?[\])]\s?[:-]?\s?|{said}\s?(?::|\s[–-]\s)\s?)"
        rf"|\s?(?:[\[(]\s?{said}\s?[\])]|\s[–-]\s{said})$",
        re.IGNORECASE,
    )


_CALLED_OFF, _DECLINED, _MOVED = _compile(_OFF), _compile(_TURNED_DOWN), _compile(_PUT_OFF)


def read_title(title: str) -> EventTitle:
    """What a title says of its event besides what it is called.

    >>> read_title("Evento annullato: Colloquio"), read_title("Interview (abgesagt)").called_off
    (EventTitle(text='Colloquio', called_off=True, declined=False, put_off=False), True)
    """
    plain = " ".join(title.split())
    off, declined, moved = _CALLED_OFF.search(plain), _DECLINED.search(plain), _MOVED.search(plain)
    said = off or declined or moved
    text = plain[: said.start()] + plain[said.end() :] if said else title
    return EventTitle(text.strip() or title, off is not None, declined is not None, moved is not None)
