"""The sentences of what others wrote that speak of a client: of a letter full of names only these are looked over."""

from __future__ import annotations

import re

from onward.wording.sentences import cut_sentences

_CLIENT = re.compile(r"\b(?:client|patient)s?\b", re.IGNORECASE)
# An agency’s “our client Stonebridge” is an employer; “my client Maria” may be one whom the person worked with.
_AGENCYS = re.compile(r"\b(?:our|my|mon|notre) client,? (?P<name>\w+)", re.IGNORECASE)
_BEFORE_A_NAME = frozenset(("Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Herr", "Frau", "Mme", "Mlle", "Sr", "Sra"))


def list_client_sentences(text: str) -> list[str]:
    """Those sentences, in order.

    >>> list_client_sentences("I saw my client Dr. Roy twice. Our client Stonebridge chose somebody else.")
    ['I saw my client Dr. Roy twice.']
    """
    sentences = (one.text for one in cut_sentences(text))
    return [one for one in sentences if _CLIENT.search(_AGENCYS.sub(_leave_out_firm, one))]


def _leave_out_firm(match: re.Match[str]) -> str:
    from onward.wording.client_given import GIVEN_NAMES  # long lists, and no page needs them until somebody writes

    is_firm = match["name"][0].isupper() and not {match["name"]} & (GIVEN_NAMES | _BEFORE_A_NAME)
    return match["name"] if is_firm else match.group()
