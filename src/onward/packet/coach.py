"""A coach's page: every packet of a folder in one table. It is made of the packets alone, and kept nowhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from urllib.parse import quote

from onward.packet.markup import say_in, wrap, write_page
from onward.packet.packet import Packet, PacketTrouble
from onward.packet.read import read_packet
from onward.wording.counts import join_words, say_count
from onward.wording.days import say_day

TITLE = "Packets"
HEADS = ("Who", "Since", "What they asked for", "Made", "Stale")
STALE = "stale: ask for a new one"
CHANGED = "changed by hand after it was made"
TWICE = "the same packet is here twice"
FOR_ANOTHER = "made for {who}, not for whom the others are"


@dataclass(frozen=True, slots=True)
class CoachRow:
    """One file: its packet, or why there is none; and what is odd about it."""

    name: str
    packet: Packet | None
    trouble: str = ""
    odd: tuple[str, ...] = ()

    def is_stale(self, on: date) -> bool:
        """Whether its day is over."""
        return self.packet is not None and on > self.packet.stale_on


def list_coach_rows(files: Sequence[tuple[str, bytes]]) -> list[CoachRow]:
    """A row for each file: the newest packets first, then those that can't be read."""
    rows = [_make_row(name, raw) for name, raw in files]
    codes = Counter(row.packet.code for row in rows if row.packet)
    mine = _find_reader([row.packet for row in rows if row.packet])
    told = [replace(row, odd=(*row.odd, *_list_odd(row.packet, codes, mine))) if row.packet else row for row in rows]
    return sorted(
        told, key=lambda row: (row.packet is None, -row.packet.made_on.toordinal() if row.packet else 0, row.name)
    )


def _find_reader(packets: Sequence[Packet]) -> str:
    """For whom most of them are; nobody where they are for many."""
    names = Counter(_fold_name(one.to) for one in packets)
    name, times = next(iter(names.most_common(1)), ("", 0))
    return name if times * 2 > len(packets) else ""


def _list_odd(packet: Packet, codes: Counter[str], mine: str) -> Iterator[str]:
    if codes[packet.code] > 1:
        yield TWICE
    if mine and _fold_name(packet.to) != mine:
        yield FOR_ANOTHER.format(who=packet.to)


def _fold_name(name: str) -> str:
    return " ".join(name.casefold().split())


def _make_row(name: str, raw: bytes) -> CoachRow:
    try:
        found = read_packet(raw)
    except PacketTrouble as trouble:
        return CoachRow(name, None, str(trouble))
    return CoachRow(name, found.packet, odd=(CHANGED,) if found.changed else ())


def say_coach(rows: Sequence[CoachRow], on: date) -> str:
    """How many there are, and how many want a new one."""
    read = [row for row in rows if row.packet]
    stale = sum(row.is_stale(on) for row in rows)
    rest = len(rows) - len(read)
    told = [say_count(len(read), "{n} packet", "{n} packets"), f"{stale} stale" if stale else "none stale"]
    return f"{join_words([*told, *([f'{rest} that can’t be read'] if rest else [])])}."


def write_coach_page(rows: Sequence[CoachRow], on: date) -> str:
    """The page: who, since when, what they asked for, and what is stale."""
    heads = wrap("thead", wrap("tr", "".join(f'<th scope="col">{head}</th>' for head in HEADS)))
    table = wrap("table", heads + wrap("tbody", "\n".join(_write_row(row, on) for row in rows)))
    made = f"Made on {say_day(on)} from the files of this folder alone. Nothing else is kept."
    body = [say_in("h1", TITLE), say_in("p", say_coach(rows, on)), table, say_in("p", made, "soft small")]
    return write_page(TITLE, "\n".join(body), script=False, look="wide")


def _write_row(row: CoachRow, on: date) -> str:
    link = f'<a href="{escape(quote(row.name))}">{escape(row.packet.by if row.packet else row.name)}</a>'
    who = f'<th scope="row">{link}</th>'
    if row.packet is None:
        return wrap("tr", f'{who}<td colspan="{len(HEADS) - 1}">{escape(row.trouble)}</td>')
    one = row.packet
    stale = "; ".join([STALE if row.is_stale(on) else f"after {say_day(one.stale_on)}", *row.odd])
    asks = one.asks or say_count(len(one.items), "Nothing in words; {n} item", "Nothing in words; {n} items")
    since = say_day(one.since) if one.since else "not said"
    told = zip(HEADS[1:], (since, asks, say_day(one.made_on), stale), strict=True)
    cells = "".join(f'<td data-label="{head}">{wrap("div", escape(words), "lines")}</td>' for head, words in told)
    return wrap("tr", who + cells)
