"""How fast mail is read, and in how much memory, beside named peers in the same run: `python benchmarks/reading.py [MBOX]`.

Prints one JSON object a line. Ratios are peer ÷ ours (above 1: ours takes less). Without an MBOX it reads made-up mail.
"""

from __future__ import annotations

import email
import email.policy
import json
import mailbox
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from onward.notice.message.letter import find_own_words, parse_letter
from onward_app.sources import Found, open_source

LINE = b"From ana@clinic.example Mon Nov  2 10:00:00 2026\n"
REPEATS = 3


def made_up(number: int) -> bytes:
    """One message in four is markup beside plain text, one has a file of 30 kB; the rest is plain."""
    head = (
        f"From: =?utf-8?q?Ana_Ru=C3=ADz?= <ana{number}@clinic.example>\nTo: Sam <sam@home.example>\n"
        f"Subject: Your application {number}\nDate: Mon, 2 Nov 2026 10:00:00 +0000\nMessage-ID: <{number}@clinic.example>\n"
        "MIME-Version: 1.0\n"
    )
    words = "Dear Sam,\n\nthank you for your time. We have decided to go on with others.\n" * 8
    if number % 4 == 0:
        markup = "<html><body>" + "<p>Dear <b>Sam</b>, thank you for your time.</p>" * 20 + "</body></html>"
        body = f"--b\nContent-Type: text/plain\n\n{words}\n--b\nContent-Type: text/html\n\n{markup}\n--b--\n"
        return f"{head}Content-Type: multipart/alternative; boundary=b\n\n{body}".encode()
    if number % 4 == 1:
        file = "QUJD" * 18 + "\n"
        body = (
            f"--b\nContent-Type: text/plain; charset=utf-8\n\n{words}\n--b\nContent-Type: application/pdf; name=a.pdf\n"
            f"Content-Transfer-Encoding: base64\n\n{file * 400}\n--b--\n"
        )
        return f"{head}Content-Type: multipart/mixed; boundary=b\n\n{body}".encode()
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{words}".encode()


def seconds(run: Callable[[], object]) -> float:
    """The best of a few, on the processor's clock."""
    best = float("inf")
    for _ in range(REPEATS):
        begun = time.process_time()
        run()
        best = min(best, time.process_time() - begun)
    return best


def say(what: str, ours: float, *, ratio: float | None = None, **more: Any) -> None:
    """One line: what we need or do, and where there is a peer how many times as long it takes. No goal was set for it."""
    line = {"what": what, "ours": ours, "goal": None, "peer": None, "ratio": ratio} | more
    print(json.dumps({name: round(x, 3) if isinstance(x, float) else x for name, x in line.items()}), flush=True)


def drain(items: Iterable[object]) -> int:
    return sum(1 for _ in items)


def splitting(path: Path) -> None:
    """Our strict splitter beside `mailbox.mbox`, both giving raw bytes."""

    def peer() -> Iterator[bytes]:
        box = mailbox.mbox(path)
        yield from (box.get_bytes(key) for key in box.iterkeys())
        box.close()

    ours, theirs = seconds(lambda: drain(open_source(path))), seconds(lambda: drain(peer()))
    count = drain(open_source(path))
    rate, found = count / ours, {"messages": count, "peer_messages": drain(peer())}
    say(
        "messages split off an mbox a second",
        rate,
        peer=count / theirs,
        of="mailbox.mbox",
        ratio=theirs / ours,
        **found,
    )
    say("megabytes of an mbox split a second", path.stat().st_size / ours / 1e6)


def stdlib(raw: bytes, policy: Any) -> str:
    """What a careful user of the standard library does for head and text; what it raises is counted as read."""
    try:
        message = email.message_from_bytes(raw, policy=policy)
        found = [str(message.get(name, "")) for name in ("from", "to", "subject", "date", "message-id")]
        part = message.get_body(("plain", "html")) if policy is email.policy.default else None
        found.append(part.get_content() if part else "")
        return "".join(found)
    except Exception:
        return ""


def parsing(path: Path) -> None:
    """`parse` (with text out of markup, and the key) beside the standard library, which leaves markup as it is."""
    raws = [item.raw for item in open_source(path) if isinstance(item, Found)]
    ours = seconds(lambda: drain(parse_letter(raw) for raw in raws))
    theirs = seconds(lambda: drain(stdlib(raw, email.policy.default) for raw in raws))
    rates = len(raws) / ours, len(raws) / theirs
    say("messages parsed a second", rates[0], peer=rates[1], of="email.policy.default", ratio=theirs / ours)
    bodies = [parse_letter(raw).body for raw in raws]
    own = seconds(lambda: drain(find_own_words(body) for body in bodies))
    say("bodies a second, own words found", len(bodies) / own)
    from mailparser_reply import EmailReplyParser

    peer = EmailReplyParser(languages=["en", "de", "fr", "es", "it", "nl", "pt"])
    short = [body[:5_000] for body in bodies]
    ours, theirs = (
        seconds(lambda: drain(map(find_own_words, short))),
        seconds(lambda: drain(peer.read(body) for body in short)),
    )
    told = {"peer": len(short) / theirs, "of": "mail-parser-reply", "ratio": theirs / ours}
    say("bodies a second, of the first 5,000 characters", len(short) / ours, **told)


_PEAK = """
import resource, sys
sys.path.insert(0, sys.argv[2])
from onward.notice.message.letter import parse_letter
from onward_app.sources import Found, open_source
count = 0
for item in open_source(sys.argv[1]):
    if isinstance(item, Found):
        parse_letter(item.raw)
        count += 1
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, count)
"""


def memory(folder: Path) -> None:
    """Peak memory of a fresh process that reads and parses files four times as large each: flat, or not."""
    source = str(Path(__file__).parents[1] / "src")
    for copies in (1, 4, 16):
        path = folder / f"{copies}.mbox"
        with path.open("wb") as file:
            for number in range(2_000 * copies):
                file.write(LINE + made_up(number) + b"\n")
        done = subprocess.run(
            [sys.executable, "-c", _PEAK, str(path), source], capture_output=True, text=True, check=True
        )
        peak, count = map(int, done.stdout.split())
        say("peak memory, MB", peak, file_megabytes=path.stat().st_size // 1_000_000, messages=count)
        path.unlink()


def large(folder: Path) -> None:
    """One message with a file of 30 MB: read for its text, the file left closed."""
    path = folder / "large.eml"
    head = b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nWe regret.\n--b\nContent-Type: application/pdf\n"
    path.write_bytes(head + b"Content-Transfer-Encoding: base64\n\n" + (b"QUJD" * 18 + b"\n") * 560_000 + b"\n--b--\n")
    raw = path.read_bytes()
    small = seconds(lambda: parse_letter(raw[: len(head) + 100]))
    say("a file of 30 MB beside the text, s", seconds(lambda: parse_letter(raw)), without_the_file=small)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else folder / "made_up.mbox"
        if len(sys.argv) < 2:
            path.write_bytes(b"".join(LINE + made_up(number) + b"\n" for number in range(2_000)))
        splitting(path)
        parsing(path)
        memory(folder)
        large(folder)


if __name__ == "__main__":
    main()
