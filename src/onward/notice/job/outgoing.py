"""Letters that the person wrote: how to tell, and what they say they did."""

from __future__ import annotations

import re
from functools import cache

from onward.facts import Ending, EventKind, OtherEvent, Stage
from onward.notice.languages.load import compile_words, list_words
from onward.notice.message.letter import Letter

# Gmail's own label for sent mail in languages that no file is for.
_SENT_ELSEWHERE = (
    "skickat|sendt|lähetetyt|wysłane|odeslané|odoslané|odoslané správy|elküldött üzenetek|trimise|изпратени|"
    "отправленные|надіслані|gönderilmiş postalar|gönderilenler|已发送|已发邮件|寄件備份|送信済みメール|送信済み|보낸편지함|المرسلة"
    "|דואר יוצא|terkirim|đã gửi|ส่งแล้ว"
)
_TABLES: tuple[tuple[EventKind, str], ...] = (
    (Ending.WITHDREW, "outgoing.withdrew"),
    (Ending.DECLINED, "outgoing.declined"),
    (Stage.SIGNED, "outgoing.signed"),
    (OtherEvent.ACCEPTED, "outgoing.accepted"),
    (Stage.APPLIED, "outgoing.applied"),
)


@cache
def _sent_labels() -> frozenset[str]:
    return frozenset((*list_words("outgoing.sent_labels"), *_SENT_ELSEWHERE.split("|")))


@cache
def _compile_deeds() -> tuple[tuple[EventKind, re.Pattern[str]], ...]:
    return tuple((deed, compile_words(table)) for deed, table in _TABLES)


def is_outgoing(letter: Letter, *, own: frozenset[str]) -> bool:
    """Whether the person wrote it: from one of their addresses (lower case), or Gmail keeps it among what was sent."""
    if letter.sender.address and letter.sender.address in own:
        return True
    return any(label.strip().strip('"').casefold() in _sent_labels() for label in letter.labels)


def find_deed(text: str) -> str | None:
    """What the person says they did, as an event's kind: "applied", "withdrew" …; None when nothing of it."""
    return next((str(deed) for deed, pattern in _compile_deeds() if pattern.search(text, 0, 6000)), None)
