"""Thirty packets on one page."""

from __future__ import annotations

from datetime import date, timedelta

from tests.core.packet.packets import make_packet

from onward.packet.coach import CHANGED, FOR_ANOTHER, STALE, TWICE, list_coach_rows, say_coach, write_coach_page
from onward.packet.page import write_packet

ON = date(2026, 12, 20)


def files(count: int) -> list[tuple[str, bytes]]:
    """Packets of so many people, each made a day after the other."""
    made = [
        make_packet(
            code=f"AAAA22{n:02}",
            by=f"Person {n}",
            made_on=date(2026, 11, 1) + timedelta(n),
            stale_on=ON + timedelta(n - 10),
        )
        for n in range(count)
    ]
    return [(f"{one.code}.html", write_packet(one).encode()) for one in made]


def test_each_has_a_line_the_newest_first() -> None:
    rows = list_coach_rows(files(30))
    page = write_coach_page(rows, ON)
    assert len(rows) == 30
    assert page.index("Person 29<") < page.index("Person 0<")
    assert page.count("1 September 2026") == 30
    assert page.count("Where do I lose them?") == 30


def test_what_is_stale_is_said_and_counted() -> None:
    rows = list_coach_rows(files(30))
    assert say_coach(rows, ON) == "30 packets and 10 stale."
    assert write_coach_page(rows, ON).count(STALE) == 10


def test_a_packet_that_is_odd_or_no_packet_gets_its_sentence() -> None:
    told = files(2)
    changed = (told[0][0], told[0][1].replace(b"Where do I", b"When do I"))
    rows = list_coach_rows(
        [changed, told[1], ("again.html", told[1][1]), ("a & b.html", b"<p>hello"), ("c.age", b"age-encryption.org/v1")]
    )
    assert [row.odd for row in rows] == [(TWICE,), (TWICE,), (CHANGED,), (), ()]
    page = write_coach_page(rows, ON)
    assert "a &amp; b.html" in page
    assert "sealed with a passphrase" in page
    assert say_coach(rows, ON) == "3 packets, 3 stale and 2 that can’t be read."


def test_what_was_made_for_somebody_else_is_said() -> None:
    told = files(3)
    other = write_packet(make_packet(code="BBBB2233", to="Sam", by="Robin")).encode()
    rows = {row.name: row.odd for row in list_coach_rows([*told, ("other.html", other)])}
    assert rows["other.html"] == (FOR_ANOTHER.format(who="Sam"),)
    assert all(not odd for name, odd in rows.items() if name != "other.html")
    assert [row.odd for row in list_coach_rows([told[0], ("other.html", other)])] == [(), ()]  # who could say?
