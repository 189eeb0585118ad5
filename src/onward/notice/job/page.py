"""A letter as its candidates see it: the texts they stand in, its lines, and the words that are known to be people."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from onward.notice.job.names import employer_key, fold_name
from onward.notice.job.people import find_people
from onward.notice.job.senders import find_employer_label, is_shared_domain
from onward.notice.job.subjects import skip_reply_prefix
from onward.notice.job.whose import find_told
from onward.notice.languages.load import compile_words
from onward.notice.message.letter import Address, Letter, find_own_words

Span = tuple[int, int]

LONGEST = 6000  # characters of a letter that are looked through; what matters stands near the top
_LINE = re.compile(r"[^\n]+")
_GREETED = re.compile(r"\s*[^\n,:!.]{2,60}")
_TAG = re.compile(r"</?(?:br|p|div|b|i|u|a|span|td|tr)\b[^<>\n]{0,200}>", re.IGNORECASE)
_QUOTED_WRAP = re.compile(r"(?<=[^\n]{55})(?<![.!?:])\n(?:> ?){1,9}(?=[^\s•*>|-])")


_WRAP = re.compile(r"(?<=[^\n]{55})(?<![.!?:])\n(?=[^\s•*>|-])")


def unwrap(text: str) -> str:
    """The text with line breaks that only wrap a full line turned into blanks: the same length, so offsets hold."""
    text = text.replace("\t", " ").replace("\xa0", " ").replace("\r", " ")
    return _WRAP.sub(" ", text)


def _as_blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())


@dataclass(frozen=True)
class Page:
    """The texts of one letter by field, each as long as in the letter, so that offsets hold."""

    letter: Letter

    @cached_property
    def texts(self) -> dict[str, str]:
        """Body (wrapped lines joined), subject (without “Re:”) and sender."""
        start = skip_reply_prefix(self.letter.subject)
        subject = " " * start + self.letter.subject[start:]
        body = unwrap(_TAG.sub(_as_blanks, self.letter.body[:LONGEST]))
        body = unwrap(_QUOTED_WRAP.sub(_as_blanks, body))
        # “Sent from my iPhone” names no employer
        device = compile_words("outright.device", r"^[ \t]*", r"[^\n]{1,60}$", flags=re.IGNORECASE | re.MULTILINE)
        body = device.sub(_as_blanks, body)
        return {"body": body, "subject": subject, "from": format_sender(self.letter.sender)}

    @cached_property
    def lines(self) -> list[Span]:
        """The lines of the body with something in them."""
        return [one.span() for one in _LINE.finditer(self.texts["body"]) if not one.group().isspace()]

    @cached_property
    def starts(self) -> list[int]:
        """Where those lines begin."""
        return [start for start, _ in self.lines]

    def find_line(self, place: int) -> int:
        """The number of the line that a place in the body belongs to."""
        return max(0, bisect_right(self.starts, place) - 1)

    @cached_property
    def own(self) -> tuple[Span, ...]:
        """What the sender wrote now, and did not quote."""
        spans = find_own_words(self.letter.body)
        return spans or ((0, len(self.letter.body)),)

    def is_quoted(self, place: int) -> bool:
        """Whether a place in the body belongs to what is quoted."""
        return not any(start <= place < end for start, end in self.own)

    @cached_property
    def signed(self) -> int:
        """How many lines the sender wrote: signatures are counted from there."""
        end = self.own[-1][1]
        return sum(start < end for start in self.starts)

    def is_signature(self, place: int) -> bool:
        """Whether a place in the body belongs to the short lines at the end of what the sender wrote."""
        number = self.find_line(place)
        start, end = self.lines[number]
        return end - start < 60 and number >= self.signed - 8

    @cached_property
    def told(self) -> list[int]:
        """Where in the body a name would begin behind words that say whose it is."""
        return find_told(self.texts["body"])

    @cached_property
    def label(self) -> str | None:
        """The word of the sender's domain that stands for an employer."""
        return find_employer_label(self.letter.sender.address)

    @cached_property
    def bare_label(self) -> str:
        """Its letters and digits without marks."""
        return bare_umlauts(re.sub(r"[^a-z0-9]", "", fold_name(self.label or "")))

    @cached_property
    def is_shared(self) -> bool:
        """Whether many people or employers send from there, or no address is known."""
        return is_shared_domain(self.letter.sender.address)

    @cached_property
    def people(self) -> frozenset[str]:
        """The names of whoever signs and is written to, whole and word by word."""
        letter, body = self.letter, self.texts["body"]
        names = [*find_people(body, name=letter.sender.name, address=letter.sender.address)]
        names += [one.name for one in letter.to]
        words = [word for name in names for word in name.split()]
        greeted = _GREETED.match(body)
        words += greeted.group().split()[1:4] if greeted else []
        return frozenset(filter(None, map(employer_key, (*names, *words))))


def bare_umlauts(word: str) -> str:
    """“ae”, “oe” and “ue” as in a domain, and “ä”, “ö” and “ü” as folding leaves them, are one."""
    return re.sub(r"(?<=[aou])e", "", word)


def format_sender(address: Address) -> str:
    """The text that offsets in the field “from” count in: the name, then the address in angle brackets."""
    return f"{address.name} <{address.address}>" if address.name else address.address
