"""Spoiled files of every kind that Onward reads: each is read or refused in words, and none stops it.

A file is spoiled by a seed: bytes changed, taken out, doubled, cut off, mixed with another file's, and runs of one sign
put in, which is what patterns trip over. `limit` is the most seconds of the processor that a file of 100 kB may take.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.attack.packed import spoil_inside
from benchmarks.attack.samples import list_samples
from benchmarks.attack.tally import Tally

RUNS = (
    b" ",
    b"\t",
    b"-",
    b"=",
    b".",
    b"_",
    b"*",
    b",",
    b"\n",
    b"\r",
    b"\x00",
    b"(",
    b"[",
    b"<",
    b"&",
    b'"',
    b"a",
    b"9",
    b"\xa0",
    b"\xc3\xa9",
)
HOSTILE = (
    b"=?utf-8?B?", b"=?x?Q?=?=", b"Content-Type: multipart/mixed; boundary=", b"Content-Transfer-Encoding: base64\n\n",
    b"BEGIN:VEVENT\n", b"RRULE:FREQ=SECONDLY\n", b"DTSTART;TZID=/x:20261399T250000\n", b"-->", b"00:00:00.000 --> 99:99:99.999",
    b"<a href=" * 40, b"<div>" * 200, b"[[family]]\n", b"a." * 400, b"\xff\xfe", b"\xef\xbb\xbf", b"From \n", b"\nFrom x\n",
    b"%s%n", b"../../", b"PK\x03\x04", b"\x1f\x8b", b'"""', b'{"a":' * 50, b"NaN", b"9" * 400, b"-1", b"2026-02-30", b"\xed\xa0\x80",
)  # fmt: skip
LONG = 100_000  # bytes


def spoil(raw: bytes, others: Iterable[bytes], chance: random.Random) -> bytes:
    """This file with one to six things wrong with it."""
    out, every = bytearray(raw[:LONG]), list(others)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(out) + 1)
        to = min(len(out), at + chance.choice((1, 2, 8, 64, 600)))
        match chance.randrange(8):
            case 0:
                out[at:to] = bytes(chance.randrange(256) for _ in range(to - at))
            case 1:
                del out[at:to]
            case 2:
                out[at:at] = out[at:to] * chance.choice((1, 3, 30))
            case 3:
                out[at:at] = chance.choice(RUNS) * chance.choice((3, 24, 500, 20_000))
            case 4:
                out[at:at] = chance.choice(HOSTILE)
            case 5:
                other = chance.choice(every)
                start = chance.randrange(len(other) + 1)
                out[at:at] = other[start : start + chance.choice((20, 400, 5_000))]
            case 6:
                del out[at:]
            case _:
                out[at:to] = chance.choice(RUNS) * (to - at)
    return bytes(out[:LONG])


def spoil_any(raw: bytes, others: Iterable[bytes], chance: random.Random) -> bytes:
    """The same; of every other archive what is in it is spoiled, since else its own sum ends most of them."""
    inside = spoil_inside(raw, lambda inner: spoil(inner, [inner], chance), chance) if chance.randrange(2) else None
    return spoil(raw, others, chance) if inside is None else inside


def attack(count: int, seed: int, *, limit: float = 1.0, kinds: Iterable[str] = ()) -> Iterator[Tally]:
    """`count` spoiled files of each kind; a tally for each."""
    wanted = set(kinds)
    with tempfile.TemporaryDirectory(prefix="onward-attack-") as folder:
        for one in list_samples(wanted):
            place = Path(folder) / f"spoiled{one.ending}"
            yield _attack_kind(one.kind, one.files, one.read, count, seed, limit, place)


def _attack_kind(
    kind: str,
    files: list[bytes],
    read: Callable[[bytes, Path], bool],
    count: int,
    seed: int,
    limit: float,
    place: Path,
) -> Tally:
    tally = Tally(f"mutate {kind}")
    if not any(read(raw, place) for raw in files):
        tally.fail(f"{kind}: what isn't spoiled is refused, so nothing was tried")
    for number in range(seed, seed + count):
        chance = random.Random(f"{kind} {number}")
        raw = spoil_any(chance.choice(files), files, chance)
        before = tally.slowest
        with tally.one(f"{kind} {number}"):
            read(raw, place)
        if tally.slowest > max(before, limit):
            tally.fail(f"{kind} {number}: {tally.slowest:.1f} s for {len(raw)} bytes")
    return tally
