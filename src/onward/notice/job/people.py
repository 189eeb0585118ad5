"""The people in a letter: who sent it, and whose name stands under it."""

from __future__ import annotations

import re

from onward.notice.job.employers import is_person, strip_title
from onward.notice.job.roles import is_role_like

_CLOSING = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:kind|best|warm|many|all the|with (?:kind|best|warm)|very|yours)\s+)?(?:regards|best|thanks|"
    r"thank you|sincerely|cheers"
    r"|warmly|wishes|take care|yours|respectfully|truly|mit freundlichen grüßen|freundliche grüße|(?:viele|beste|liebe|"
    r"herzliche) grüße|cordialement"
    r"|bien à vous|sincères salutations|un (?:cordial )?saludo|saludos(?: cordiales)?|atentamente|cordiali saluti|"
    r"distinti saluti|un saluto"
    r"|atenciosamente|cumprimentos|com os melhores cumprimentos|abraços?|met vriendelijke groeten?|groeten?|hartelijke "
    r"groet)[ \t]*+(?:[,.!]++[ \t]*+)?\n++"
    r"[ \t]*+(?P<name>[^\n,|<>@\[\]\d]{2,40})(?=[\n,|]|$)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"^(?:(?:Dr|Prof|Ms|Mr|Mrs|Frau|Herr)\.? )?[^\W\d_][\w’'-]*\.?(?: (?:[^\W\d_][\w’'-]*\.?|van|de|der|di|da|dos|von|"
    r"la)){0,3}$"
)
_FIRM_WORDS = re.compile(
    r"\b(?:team|inc|llc|gmbh|talent|recruit\w*|hiring|hr|careers?|department|group|company|clinic|health|services|"
    r"center|hospital|the|our|unser|acquisition|support|school|district|university|college|county|city|foundation|"
    r"institute|bank|systems|counseling|medical|care|associates|partners|network|house|personalteam)\b",
    re.IGNORECASE,
)


def find_people(body: str, *, name: str, address: str) -> tuple[str, ...]:
    """The sender if a person, then the names signed with, each once."""
    found = [strip_title(name.strip())] if is_person(name, address) else []
    for match in _CLOSING.finditer(body):
        signed = match["name"].strip(" -–—*")
        if _is_signed_name(signed) and not any(signed.lower() in known.lower() for known in found):
            found.append(signed)
    return tuple(found[:4])


def _is_signed_name(text: str) -> bool:
    capitals = all(
        word[0].isupper() for word in text.split() if word not in {"van", "de", "der", "di", "da", "dos", "von", "la"}
    )
    return bool(_NAME.match(text)) and capitals and not _FIRM_WORDS.search(text) and not is_role_like(text)
