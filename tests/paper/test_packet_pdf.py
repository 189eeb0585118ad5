"""A packet on paper: what its page says can be read back from the PDF, item by item."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.core.packet.packets import make_packet

from onward.packet.layout import OVER, BlockLook, list_blocks
from onward.packet.packet import ItemPart, ItemSort, Packet, PacketItem, number_items
from onward.packet.scan import COVERED
from onward_app.paper import packet_pdf

pypdf = pytest.importorskip("pypdf")
MADE = date(2026, 11, 16)
DRAWING = (
    '<svg class="picture drawn" viewBox="0 0 320 40"><rect class="filled" x="0" y="20" width="90" height="12"/></svg>'
)


def read(packet: Packet, on: date = MADE) -> list[str]:
    """The words of each page."""
    paper = pypdf.PdfReader(io.BytesIO(packet_pdf.print_packet(packet, on)))
    return [" ".join(page.extract_text().split()) for page in paper.pages]


def with_items(*items: PacketItem) -> Packet:
    return make_packet(items=number_items(items))


def test_every_block_of_the_page_is_on_paper_in_the_same_order() -> None:
    packet = with_items(
        PacketItem(0, ItemSort.PICTURE, "How far?", (ItemPart("Came to", ("Found: 3\nApplied: 2",)),), DRAWING),
        PacketItem(0, ItemSort.STRENGTH, "I listen <first> & speak then"),
    )
    told, at = read(packet)[0], 0
    for block in list_blocks(packet):
        if block.look is not BlockLook.DRAWING:
            at = told.index(" ".join(block.words.split()), at)


def test_it_reads_in_every_language_of_latin_greek_and_cyrillic_letters() -> None:
    words = "Zażółć gęślą jaźń, größer, cœur, ação, señal, Ελληνικά, Журнал, “so”: it’s"
    assert words in read(with_items(PacketItem(0, ItemSort.KINK, words)))[0]


def test_each_page_of_a_long_one_says_for_whom_and_until_when() -> None:
    long = PacketItem(0, ItemSort.DEBRIEF, "Harbor Light", (ItemPart("What was asked", ("Tell me more. " * 600,)),))
    pages = read(with_items(long))
    assert len(pages) > 1
    assert all(f"From Robin for Dana. Good until 16 December 2026. {n}" in page for n, page in enumerate(pages, 1))


def test_one_that_is_saved_when_its_day_is_over_says_so_and_before_it_does_not() -> None:
    packet = make_packet(items=())
    assert OVER in read(packet, packet.stale_on + timedelta(days=1))[0]
    assert OVER not in read(packet, packet.stale_on)[0]


def test_what_was_covered_stays_covered_in_words() -> None:
    told = read(with_items(PacketItem(0, ItemSort.STRENGTH, f"I calmed {COVERED} down")))[0]
    assert "I calmed [covered] down" in told


def test_a_letter_that_no_font_has_is_a_box_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packet_pdf, "list_kept_fonts", list)
    packet = with_items(PacketItem(0, ItemSort.STRENGTH, "I wrote 漢字"))
    told = read(packet)[0]
    assert f"I wrote {packet_pdf.BOX * 2}" in told
    assert packet_pdf.BOXES in told
    assert packet_pdf.BOXES not in read(with_items(PacketItem(0, ItemSort.STRENGTH, "I wrote")))[0]


def test_a_heading_goes_to_a_new_page_with_what_it_heads() -> None:
    picture = PacketItem(0, ItemSort.PICTURE, "How far?", (ItemPart("", ("3 jobs.",)),), DRAWING)
    lines = "\n".join(f"line {n}" for n in range(22))
    first, second = read(with_items(replace(picture, title="One", parts=(ItemPart("", (lines,)),)), picture))
    assert "2. How far?" not in first
    assert second.startswith("2. How far? 3 jobs.")


def test_without_the_libraries_it_says_how_a_page_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ImportError

    monkeypatch.setattr(packet_pdf, "find_own_fonts", missing)
    assert not packet_pdf.can_print()
    with pytest.raises(packet_pdf.PaperTrouble, match=r"open the file and print it.*onward\[paper\]"):
        packet_pdf.print_packet(make_packet(), MADE)
