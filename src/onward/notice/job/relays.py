"""When an agency writes on behalf of somebody else: whom it names as the employer."""

from __future__ import annotations

import re
from functools import cache

from onward.notice.job.mentions import Mention, make_mention
from onward.notice.job.roles import is_role_like
from onward.notice.job.scan import find_name_at
from onward.notice.languages.load import join_words

_NAME = r"(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?"  # a person's
_CAPITAL = r"(?=(?-i:[A-Z&]))"


@cache
def _client() -> re.Pattern[str]:
    client, at = join_words("relays.client"), join_words("relays.client_at")
    return re.compile(rf"\b(?:{client})(?:,? (?:{at}))?[,:]? +", re.IGNORECASE)


@cache
def _heard() -> re.Pattern[str]:
    heard, the = join_words("relays.heard"), join_words("relays.heard_the")
    return re.compile(rf"\b(?:{heard})(?: (?:{the}))? +", re.IGNORECASE)


@cache
def _came_back() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|\n|[.!,;:] )(?=(?-i:[A-Z])[\w’'&.-]*(?: (?-i:[A-Z&])[\w’'&.-]*){0,4} "
        rf"(?:have |has |just )?(?:{join_words('relays.came_back')})\b)",
        re.IGNORECASE,
    )


@cache
def _at_whom() -> tuple[re.Pattern[str], ...]:
    """What an agency has to offer, and with whom; whom it met, and where. A firm says as much of itself."""
    offered, at, met = (join_words(table) for table in ("relays.offered", "relays.offered_at", "relays.met"))
    return (
        re.compile(rf"\b(?:{offered}) (?:{at})(?: the)? +{_CAPITAL}", re.IGNORECASE),
        re.compile(
            rf"\b(?:{met}) with (?:(?:Dr|Mr|Ms|Mrs)\.? )?{_NAME}(?: and [\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?)? "
            rf"at(?: the)? +{_CAPITAL}",
            re.IGNORECASE,
        ),
    )


@cache
def _their_choice() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('relays.their_choice')})\b", re.IGNORECASE)


def find_relayed(text: str, *, by_agency: bool = False) -> list[Mention]:
    """Mentions of an employer for whom somebody else speaks: “our client X”, “I heard back from X … they went another
    way”.

    Who “came back” or “fed back” may be a colleague, unless an agency says so.
    """
    found = [_named(text, match.end(), 7.0) for match in _client().finditer(text, 0, 6000)]
    if by_agency:
        offered = (match for pattern in _at_whom() for match in pattern.finditer(text, 0, 6000))
        found += [_named(text, match.end(), 5.5) for match in offered]
    if _their_choice().search(text):
        patterns = (_heard(), _came_back()) if by_agency else (_heard(),)
        heard = (match for pattern in patterns for match in pattern.finditer(text, 0, 6000))
        found += [_named(text, match.end(), 6.0) for match in heard]
    return [one for one in found if one is not None]


def is_on_behalf_of_client(text: str) -> bool:
    """Whether the letter says “our client”, named or not."""
    return _client().search(text, 0, 6000) is not None


def _named(text: str, start: int, weight: float) -> Mention | None:
    span = find_name_at(text, start)
    if span is None or is_role_like(text[span[0] : span[1]]):
        return None
    return make_mention("employer", text, span, field="body", weight=weight)
