"""Whether a letter answers an ask: by address, subject, thread, name and employer. One sign alone is enough
only where it is the address that was asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onward.facts import LetterKind
from onward.notice.job.subjects import skip_reply_prefix

WAITS = timedelta(days=120)  # judgement: later than that it is about something new
WRITTEN_BACK = frozenset({LetterKind.FEEDBACK, LetterKind.REJECTION, LetterKind.OTHER, LetterKind.OUTREACH})
SIGNED = 4  # lines at the end of a letter in which its writer's name is looked for


@dataclass(frozen=True, slots=True)
class AskInMail:
    """An ask as mail knows it. `threads` are the message ids and conversations of its job's letters."""

    id: int
    job: int
    sent_on: date
    employer: str = ""
    to_name: str = ""
    to_address: str = ""
    subject: str = ""
    threads: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MaybeAnswer:
    """A letter that may answer one. A paste without its head has no sender and no day; its end then says who signed."""

    kind: LetterKind
    on: date | None = None
    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    threads: frozenset[str] = frozenset()
    employer: str = ""
    end: str = ""


def find_answered(letter: MaybeAnswer, asks: Iterable[AskInMail]) -> AskInMail | None:
    """The ask that a letter answers; None when no ask fits, or two of different jobs fit equally well."""
    timely = (ask for ask in asks if is_in_time(letter.on, ask.sent_on))
    fitting = [(len(signs), ask) for ask in timely if answers(letter, ask, signs := set(_list_signs(letter, ask)))]
    most = max((number for number, _ in fitting), default=0)
    best = [ask for number, ask in fitting if number == most]
    return max(best, key=lambda ask: ask.sent_on) if len({ask.job for ask in best}) == 1 else None


class AsksInMail:
    """Asks by what a letter may share with one, so that each is held against few.

    The employer isn't looked up: it is never enough without one of the others.
    """

    def __init__(self, asks: Iterable[AskInMail]) -> None:
        self._asks = sorted(asks, key=lambda ask: ask.sent_on)
        self._places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place, ask in enumerate(self._asks):
            for shared in set(_list_shared(ask)):
                self._places[shared].append(place)

    def find_answered(self, letter: MaybeAnswer) -> AskInMail | None:
        """The ask that a letter answers, as `find_answered` says of all of them."""
        places = {place for shared in _list_sought(letter) for place in self._places.get(shared, ())}
        return find_answered(letter, [self._asks[place] for place in sorted(places)])


def _list_shared(ask: AskInMail) -> Iterator[tuple[str, str]]:
    yield "address", ask.to_address.casefold()
    yield "subject", _bare_subject(ask.subject)
    yield from (("thread", name) for name in ask.threads)
    if words := ask.to_name.casefold().split():
        yield "name", " ".join(words)
        yield "signed", words[0]


def _list_sought(letter: MaybeAnswer) -> Iterator[tuple[str, str]]:
    if letter.sender:
        yield "address", letter.sender.casefold()
    if subject := _bare_subject(letter.subject):
        yield "subject", subject
    yield from (("thread", name) for name in letter.threads)
    if letter.sender_name:
        yield from (("name", " ".join(words)) for words in _list_called(letter))
    else:
        yield from (("signed", first) for first in _list_signed(letter.end))


def answers(letter: MaybeAnswer, ask: AskInMail, signs: set[str]) -> bool:
    """Whether these signs are enough for a letter in time. An invitation or an offer only answers where it replies."""
    replies = bool(signs & {"subject", "thread"})
    if not letter.sender:  # pasted without its head
        return "name" in signs and (letter.kind is not LetterKind.REJECTION or bool(signs & {"employer", "subject"}))
    if letter.kind not in WRITTEN_BACK or (letter.kind is LetterKind.REJECTION and letter.on == ask.sent_on):
        return replies and len(signs) > 1
    return "address" in signs or len(signs) > 1


def is_in_time(on: date | None, sent_on: date) -> bool:
    """Whether a letter of that day may answer what was sent then; one without a day may answer anything."""
    return on is None or sent_on <= on <= sent_on + WAITS


def _list_signs(letter: MaybeAnswer, ask: AskInMail) -> Iterator[str]:
    if letter.sender and letter.sender.casefold() == ask.to_address.casefold():
        yield "address"
    if _bare_subject(letter.subject) and _bare_subject(letter.subject) == _bare_subject(ask.subject):
        yield "subject"
    if letter.threads & ask.threads:
        yield "thread"
    if _is_from(letter, ask.to_name):
        yield "name"
    if _is_same_house(letter, ask):
        yield "employer"


def _bare_subject(subject: str) -> str:
    return " ".join(subject[skip_reply_prefix(subject) :].split()).casefold()


def _is_from(letter: MaybeAnswer, name: str) -> bool:
    """Whether the one who was asked wrote it: the whole name at the head, or the first name where it is signed."""
    wanted = name.casefold().split()
    if not wanted:
        return False
    if letter.sender_name:
        return wanted in _list_called(letter)
    return wanted[0] in _list_signed(letter.end)


def _list_called(letter: MaybeAnswer) -> list[list[str]]:
    """What its sender is called; in a chat also without what stands behind the name in the phone."""
    names = [letter.sender_name]
    if not letter.sender:
        from onward.notice.job.contact_names import find_person_in_contact  # heavy, and few letters are chats

        names.append(find_person_in_contact(letter.sender_name))
    return [words for name in names if (words := name.casefold().split())]


def _list_signed(end: str) -> list[str]:
    """The first word of each short line at the end of a letter."""
    lines = [line for line in end.casefold().splitlines() if line.strip()][-SIGNED:]
    words = (line.strip(" ,.–—-").split() for line in lines if len(line.split()) <= SIGNED)
    return [found[0] for found in words if found]


def _is_same_house(letter: MaybeAnswer, ask: AskInMail) -> bool:
    from onward.notice.job.names import is_same_employer  # heavy, and most pages hold no letter against an ask
    from onward.notice.job.senders import domain_of, is_shared_domain, registrable_domain

    if letter.employer and ask.employer and is_same_employer(letter.employer, ask.employer):
        return True
    if not letter.sender or not ask.to_address or is_shared_domain(letter.sender):
        return False
    return registrable_domain(domain_of(letter.sender)) == registrable_domain(domain_of(ask.to_address))
