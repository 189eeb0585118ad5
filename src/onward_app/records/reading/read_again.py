"""Letters that an earlier model read: what a newer one makes of them, and what of them can't be judged again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from onward.notice.message.letter import Address
from onward.notice.message.letter import Letter as ReadLetter
from onward.notice.read import read_letter
from onward.notice.verdict import Verdict, verdict_from_json, verdict_to_json
from onward.notice.version import reading_version
from onward_app.records.models import Decision, Letter, Owner, Seen
from onward_app.records.reading.notice import ABOUT_A_JOB, list_own_addresses, list_refused_keys


@dataclass(frozen=True, slots=True)
class ReadEarlier:
    """How many letters an earlier model read: those that are here, and those of which nothing but a kind is left."""

    here: int
    gone: int


@dataclass(frozen=True, slots=True)
class JudgedAgain:
    """A letter that is read otherwise now. What looks like other mail (`fits` is false) stays as it is: its text would
    go for good, and only the person may say that.
    """

    letter: Letter
    verdict: Verdict
    fits: bool


def count_read_earlier(owner: Owner) -> ReadEarlier:
    """What there is to judge again. What is gone is only counted where something is here."""
    here = list_read_earlier(owner).count()
    kept_keys = Letter.objects.filter(owner=owner).values_list("key", flat=True)
    gone = Seen.objects.filter(owner=owner).exclude(read_by=reading_version()).exclude(key__in=kept_keys)
    return ReadEarlier(here, gone.count() if here else 0)


def list_read_earlier(owner: Owner) -> QuerySet[Letter]:
    """The letters here that an earlier model read."""
    mark = reading_version()
    others = Q(read_by__lt=mark) | Q(read_by__gt=mark)  # which an index finds, as it doesn't what isn't equal
    return Letter.objects.filter(others, owner=owner).order_by("pk")


def judge_read_earlier(owner: Owner) -> Iterator[JudgedAgain]:
    """Those that are read otherwise now. What the person decided is left alone, and so is what rests on more than its
    text: an invitation's calendar, the folder it lay in, what couldn't be read.
    """
    decided = set(Decision.objects.of(owner).values_list("key", flat=True)) | list_refused_keys(owner)
    own = list_own_addresses(owner)
    for row in list_read_earlier(owner).iterator(200):
        before = verdict_from_json(row.verdict)
        if row.key in decided or before.outgoing or before.left_open or before.meeting:
            continue
        now = read_letter(_to_letter(row), own=own)
        if verdict_to_json(now) != row.verdict:
            yield JudgedAgain(row, now, _is_kept(before, now))


def _is_kept(before: Verdict, now: Verdict) -> bool:
    """Whether it goes on being a letter that is kept."""
    same = now.guess.kind is before.guess.kind and (now.guess.unsure or not before.guess.unsure)
    return not now.outgoing and (now.guess.kind in ABOUT_A_JOB or same)


def _to_letter(row: Letter) -> ReadLetter:
    """What is kept of it, as it was read from its bytes."""
    return ReadLetter(
        key=row.key, message_id=row.message_id, date=row.at, sender=Address(row.sender_name, row.sender),
        to=tuple(Address(name, address) for name, address in row.to), reply_to=None, subject=row.subject, body=row.body,
        in_reply_to=(), references=tuple(row.refs), thread=row.thread or None, labels=(), list_id=None, bulk=False,
        delivered_to=(), attached=(), calendar=(), troubles=(),
    )  # fmt: skip
