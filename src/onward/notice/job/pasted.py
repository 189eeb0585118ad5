"""What a letter that came by hand says of the job: the evidence of `by_hand`, weighed with what any letter says."""

from __future__ import annotations

from onward.facts import Stage
from onward.notice.job import by_hand
from onward.notice.job.employers import choose_employer
from onward.notice.job.mentions import Mention, find_mentions
from onward.notice.job.names import is_same_employer
from onward.notice.job.people import find_people
from onward.notice.job.relays import find_relayed
from onward.notice.job.senders import find_employer_label
from onward.notice.message.letter import Letter
from onward.notice.verdict import Because

Chosen = tuple[Mention | None, str | None]  # the employer, and the agency between


def choose_pasted_employer(letter: Letter, body: str, quoted: str, usual: Chosen, found: list[Mention]) -> Chosen:
    """Whom somebody between names, else who introduces themselves, signs, or is named; never a person."""
    people = by_hand.list_people_keys(letter, body, find_people(body, name="", address=""))
    signed = by_hand.find_signed_firm(body, people=people)
    firm = choose_employer(signed, label=None)
    heard = [*find_relayed(body, by_agency=False), *by_hand.find_heard_from(body)]
    others = [one for one in heard if not any(is_same_employer(one.shown, firm.shown) for firm in signed)]
    client = choose_employer((one for one in others if not by_hand.is_somebody(one, body, people)), label=None)
    if client is not None:
        return client, firm.shown if firm else None
    if usual[1] is not None and usual[0] is not None:
        return usual
    evidence = [*found, *by_hand.find_introduced(body), *signed]
    evidence += [*by_hand.find_places(body, weight=1.2), *by_hand.find_places(quoted, weight=1.0)]
    label = find_employer_label(letter.sender.address)
    best = choose_employer((one for one in evidence if not by_hand.is_somebody(one, body, people)), label=label)
    return by_hand.write_out(best, signed), usual[1]


def choose_pasted_role(
    letter: Letter, body: str, quoted: str, usual: Mention | None, *, language: str | None
) -> Mention | None:
    """The usual role without the sentence behind it, else what stands behind the word for a position, also quoted."""
    if usual is not None:
        text = letter.subject if usual.because.field == "subject" else body
        return by_hand.trim_role(usual, text)
    said = [*by_hand.find_position(body, "body"), *by_hand.find_position(letter.subject, "subject")]
    if said:
        return said[0]
    asked = [one for one in find_mentions(quoted, "body", language=language) if one.what == "role"]
    return next(iter([*asked, *by_hand.find_position(quoted, "body")]), None)


def find_meeting(body: str, quoted: str) -> tuple[Stage | None, Because | None]:
    """That they met, by words that only people use."""
    for text in (body, quoted):
        span = by_hand.has_met(text)
        if span is not None:
            return Stage.INTERVIEW, Because("body", *span, text[slice(*span)])
    return None, None
