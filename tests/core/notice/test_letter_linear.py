"""Reading takes time in proportion to the bytes, whoever wrote them: four times as many, never nine times the time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from onward.notice.message.letter import find_own_words, parse_letter

_HTML = b"Content-Type: text/html\n\n"
_MIXED = b"Content-Type: multipart/mixed; boundary=x\n\n"
HOSTILE: dict[str, Callable[[int], bytes]] = {
    "quote marks": lambda n: b"Subject: a\n\n" + b">" * n,
    "quoted lines": lambda n: b"Subject: a\n\n" + b">\n" * (n // 2),
    "encoded words that never end": lambda n: b"Subject: " + b"=?" * (n // 2) + b"\n\nx",
    "openings of encoded words": lambda n: b"Subject: " + b"=?utf-8?q?" * (n // 10) + b"?=\n\nx",
    "folded lines": lambda n: b"Subject: " + b"\n a" * (n // 3) + b"\n\nx",
    "fields": lambda n: b"A: b\n" * (n // 5) + b"\nx",
    "no field at all": lambda n: b"A" * n,
    "parts": lambda n: _MIXED + b"--x\n\na\n" * (n // 7),
    "nested parts": lambda n: b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (i, i) for i in range(n // 50)
    ),
    "nested messages": lambda n: b"Content-Type: message/rfc822\n\n" * (n // 30),
    "dashes": lambda n: b'Content-Type: multipart/mixed; boundary="-"\n\n' + b"-" * n,
    "parameters": lambda n: b"Content-Type: text/plain" + b"; a=b" * (n // 5) + b"\n\nx",
    "quoted semicolons": lambda n: b"Content-Type: text/plain" + b';"' * (n // 2) + b"\n\nx",
    "open brackets": lambda n: b"From: " + b"<" * n + b"\n\nx",
    "ids": lambda n: b"References: " + b"<a@b> " * (n // 6) + b"\n\nx",
    "base64 padding": lambda n: b"Content-Transfer-Encoding: base64\n\n" + b"=" * n,
    "angle brackets": lambda n: _HTML + b"<" * n,
    "open blocks": lambda n: _HTML + b"<div>" * (n // 5),
    "crossed tags": lambda n: _HTML + b"".join(b"<b a=%d><p>" % i for i in range(n // 12)),
    "closed crossed tags": lambda n: _HTML + b"".join(b"<b a=%d><p></b>" % i for i in range(n // 16)),
    "attributes": lambda n: _HTML + b"<p " + b"".join(b"a%d " % i for i in range(n // 7)) + b">",
    "lists in lists": lambda n: _HTML + b"<ul><li>" * (n // 8),
    "comments": lambda n: _HTML + b"<!--" * (n // 4),
    "On": lambda n: b"Subject: a\n\n" + b"On 2026\n" * (n // 8),
    "wrote": lambda n: b"Subject: a\n\n" + b"x\nOn 2026 a@b wrote:\n> a\n" * (n // 25),
    "blank lines": lambda n: b"Subject: a\n\n" + b" \n" * (n // 2),
    "From": lambda n: b"Subject: a\n\n" + b"From: a\n" * (n // 8),
}
SMALL, TIMES = 40_000, 4


def _seconds(raw: bytes) -> float:
    """The best of three, on the processor's own clock, so that a busy machine changes nothing."""
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        find_own_words(parse_letter(raw).body)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("what", HOSTILE)
def test_four_times_the_bytes_take_about_four_times_as_long(what: str) -> None:
    small, large = _seconds(HOSTILE[what](SMALL)), _seconds(HOSTILE[what](SMALL * TIMES))
    assert large < small * TIMES * 2.2 + 0.02
