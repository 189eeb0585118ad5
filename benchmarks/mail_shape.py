"""Mail in the shape that a mailbox of somebody who looks for work has, made up, the same each time.

Of twenty messages one is a letter about a job and two are everyday mails that say no to something else (both from this
folder, as they stand); five are from people, with what they answer quoted below; twelve go to many, most with markup ten
times as large as their text. What people and newsletters say are paragraphs of Python's manual, which comes with Python
(`pydoc_data`): real sentences that nothing was learned from, all in English.
"""

from __future__ import annotations

import base64
import os
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.header import Header
from functools import cache
from itertools import cycle
from pathlib import Path
from pydoc_data.topics import topics
from random import Random

from benchmarks.corpus import own
from benchmarks.ordinary import make_mails

SEED = 20261127
BEGUN = datetime(2026, 8, 1, tzinfo=UTC)
ROUND, LETTERS, EVERYDAY, PEOPLE = 20, 1, 2, 5  # of so many messages; the rest goes to many
ONLY_MARKUP = 0.25  # of what goes to many has no plain text beside it
FILE = 0.10  # has a file with it
MOST_TEXT = 12  # paragraphs of one message
ENCODINGS = ("quoted-printable", "base64", "8bit")
CHARSETS = ("utf-8", "utf-8", "utf-8", "iso-8859-1", "windows-1252")
TO_MANY = "List-Unsubscribe: <https://mail.example/leave>\nPrecedence: bulk\n"
CELL = (
    '<tr><td align="left" style="padding:12px 24px;font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;'
    'color:#333333;mso-line-height-rule:exactly"><p style="margin:0 0 12px 0">{}</p></td></tr>\n<tr><td style="padding:0 24px">'
    '<a href="https://click.mail.example/f/a/{}?utm_source=mail&amp;utm_medium=email&amp;utm_campaign={}" target="_blank" '
    'style="color:#0066cc;text-decoration:none"><img src="https://img.mail.example/{}.png" width="552" height="1" alt="" '
    'style="display:block;border:0"></a></td></tr>\n'
)


@dataclass(frozen=True, slots=True)
class MadeMail:
    """What one message says, and how it came."""

    sender: str
    subject: str
    text: str
    to_many: bool = False
    quoted: str = ""  # what it answers


@cache
def list_paragraphs() -> tuple[str, ...]:
    """Prose of the manual, a paragraph each."""
    pieces = (piece for topic in topics.values() for piece in topic.split("\n\n"))
    return tuple(re.sub(r"\s+", " ", one).strip() for one in pieces if len(one) > 150 and not one.startswith("   "))


def make_texts(number: int) -> Iterator[MadeMail]:
    """So many mails, the same each time."""
    rng = Random(SEED)
    mails, letters = list(make_mails(min(number, 6_000))), own()
    rng.shuffle(mails)
    rng.shuffle(letters)
    everyday, jobs = cycle(mails), cycle(letters)
    for place in range(number):
        kind = place % ROUND
        if kind < LETTERS:
            letter = next(jobs)
            yield MadeMail(letter.sender or "jobs@employer.example", letter.subject, letter.body)
            continue
        mail = next(everyday)
        if kind < LETTERS + EVERYDAY:
            yield MadeMail(mail.sender, mail.subject, mail.body)
        elif kind < LETTERS + EVERYDAY + PEOPLE:
            yield MadeMail(mail.sender, rng.choice(_list_subjects()), _draw_text(rng, 1), quoted=_draw_text(rng, 1))
        else:
            yield MadeMail(mail.sender, rng.choice(_list_subjects()), _draw_text(rng, 3), to_many=True)


@cache
def _list_subjects() -> tuple[str, ...]:
    return tuple(one.partition(",")[0].partition(".")[0][:70] for one in list_paragraphs())


def _draw_text(rng: Random, least: int) -> str:
    count = min(int(least * rng.paretovariate(1.2)), MOST_TEXT)
    return "\n\n".join(rng.choice(list_paragraphs()) for _ in range(count))


def make_message(place: int, mail: MadeMail, rng: Random) -> bytes:
    """One message as it comes over the wire."""
    head, kind = _make_head(place, mail), "mixed"
    quoted = "".join(f"\n> {line}" for line in mail.quoted.splitlines())
    text = f"{mail.text}\n\nOn 3 Aug 2026 Kim Doe <kim@home.example> wrote:{quoted}\n" if quoted else mail.text
    parts = [_make_part("text/plain", text, rng)]
    if mail.to_many:
        rows = "".join(CELL.format(line, place, n, n) for n, line in enumerate(mail.text.splitlines()) if line)
        markup = _make_part("text/html", f"<html><body><table width=600>{rows}</table></body></html>", rng)
        parts = [markup] if rng.random() < ONLY_MARKUP else [*parts, markup]
        kind = "alternative"
    if rng.random() < FILE:
        body = base64.encodebytes(rng.randbytes(int(20_000 * rng.paretovariate(1.1)) % 2_000_000))
        parts.append(b"Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n" + body)
        kind = "mixed"
    if len(parts) == 1:
        return head.encode() + parts[0]
    whole = b"".join(b"--=_b\n" + part + b"\n" for part in parts)
    return f"{head}Content-Type: multipart/{kind}; boundary==_b\n\n".encode() + whole + b"--=_b--\n"


def find_moment(place: int) -> datetime:
    """When a message came, some minute of three months: every kind of mail comes on every day, so also on the last."""
    return BEGUN + timedelta(minutes=place * 104_729 % (92 * 24 * 60))


def _make_head(place: int, mail: MadeMail) -> str:
    day = f"{find_moment(place):%d %b %Y %H:%M:%S %z}"
    head = (
        f"From: {mail.sender}\nTo: sam@home.example\nSubject: {Header(mail.subject, 'utf-8').encode()}\nDate: {day}\n"
    )
    head += "".join(f"Received: from mx{hop}.example by mx{hop + 1}.example with ESMTPS; {day}\n" for hop in range(4))
    head += f"DKIM-Signature: v=1; a=rsa-sha256; d=mail.example; s=k1;\n\th=from:to:subject:date;\n\tb={'Ab9' * 60}\n"
    head += f"Message-ID: <{place}@mail.example>\nMIME-Version: 1.0\n{TO_MANY if mail.to_many else ''}"
    if mail.quoted:
        head += f"In-Reply-To: <{place - 1}@mail.example>\nReferences: <{place - 1}@mail.example>\n"
    return head


def _make_part(kind: str, text: str, rng: Random) -> bytes:
    charset, encoding = rng.choice(CHARSETS), rng.choice(ENCODINGS)
    raw = text.encode(charset, "replace")
    coded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(encoding, bytes)(raw)
    return f"Content-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + coded


def make_maildir(folder: Path, number: int) -> int:
    """So many messages in a folder; how many bytes they are."""
    rng, size = Random(SEED + 1), 0
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    for place, mail in enumerate(make_texts(number)):
        raw = make_message(place, mail, rng)
        file = folder / "cur" / f"{1_780_000_000 + place}.{place}.home:2,S"
        size += file.write_bytes(raw)
        came = find_moment(place).timestamp()
        os.utime(file, (came, came))  # as a mail program leaves it
    return size
