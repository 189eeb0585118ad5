"""A packet as a PDF: block by block what its page says, with its day at the foot of every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources
from importlib.util import find_spec
from typing import Any

from onward.packet.layout import OVER, BlockLook, PacketBlock, list_blocks, say_title
from onward.packet.packet import Packet
from onward.packet.scan import COVERED
from onward.wording.days import say_day
from onward_app.paper.fonts import find_own_fonts, list_kept_fonts

MISSING = (
    "On paper or as a PDF: open the file and print it; “Save as PDF” is among the printers. With "
    "`pip install 'onward[paper]'` Onward writes the PDF itself."
)
BOX, BOXES = "▯", "A box stands for a letter that no font here has. The page for a browser shows it."
COVERED_SAID = "[covered]"  # the bar of the page is in no font that comes along
FAMILY, BOLD = "onward", "B"
INK, SOFT, ACCENT = (34, 35, 31), (79, 79, 72), (22, 80, 75)
LEADING = 1.45  # of a line, in sizes of its type
MARGIN = 20  # mm
POINT = 25.4 / 72  # mm
DRAWN = 90  # mm that a drawing is wide; none is higher
ROOM, ROOM_FOR_DRAWING = 30, DRAWN + 30


class PaperTrouble(Exception):
    """It can't be put on paper; the message says why."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a look is set: points, whether bold, its ink, and the space above it in mm."""

    size: float
    bold: bool = False
    ink: tuple[int, int, int] = INK
    above: float = 1.5


TYPES = {
    BlockLook.TITLE: Type(20, above=0),
    BlockLook.STALE: Type(10, ink=SOFT),
    BlockLook.PLAIN: Type(11),
    BlockLook.GROUP: Type(13, bold=True, above=7),
    BlockLook.ASKS: Type(11, ink=ACCENT),
    BlockLook.ITEM: Type(11.5, bold=True, above=4),
    BlockLook.PART: Type(9.5, bold=True, ink=SOFT, above=2.5),
    BlockLook.WORDS: Type(11),
}


def can_print() -> bool:
    """Whether the libraries are there."""
    if find_spec("fpdf") is None:  # not imported to know it: it takes 30 MB, and a page only asks
        return False
    try:
        find_own_fonts()
    except ImportError:
        return False
    return True


def print_packet(packet: Packet, on: date) -> bytes:
    """The PDF as it is saved on this day.

    Raises:
        PaperTrouble: the libraries aren't there.
    """
    if not can_print():
        raise PaperTrouble(MISSING)
    blocks = [
        PacketBlock(one.look, one.words.replace(COVERED, COVERED_SAID), one.item) for one in _list_printed(packet, on)
    ]
    paper = _open_paper(packet)
    left = _take_fonts(paper, {letter for one in blocks for letter in one.words})
    paper.add_page()
    boxes = str.maketrans(dict.fromkeys(left, BOX))
    blocks = [PacketBlock(one.look, one.words.translate(boxes), one.item) for one in blocks]
    told = [*blocks[:1], *([PacketBlock(BlockLook.STALE, BOXES)] if left else []), *blocks[1:]]
    for place in range(len(told)):
        _put_block(paper, told[place:])
    return bytes(paper.output())


def _list_printed(packet: Packet, on: date) -> Iterator[PacketBlock]:
    """What the page says, and under its day that it is over, where it is."""
    for one in list_blocks(packet):
        yield one
        if one.look is BlockLook.STALE and on > packet.stale_on:
            yield PacketBlock(BlockLook.ASKS, OVER)


def _open_paper(packet: Packet) -> Any:
    from fpdf import FPDF

    foot = f"{say_title(packet)}. Good until {say_day(packet.stale_on)}."

    class Paper(FPDF):
        def footer(self) -> None:
            self.set_y(-MARGIN + 5)
            self.set_font(FAMILY, size=8)
            self.set_text_color(*SOFT)
            self.cell(self.epw - 10, 4, foot)
            self.cell(10, 4, str(self.page_no()), align="R")

    paper = Paper(format="A4")
    paper.set_margins(MARGIN, MARGIN, MARGIN)
    paper.set_auto_page_break(auto=True, margin=MARGIN + 3)
    paper.set_title(say_title(packet))
    paper.set_author(packet.by)
    paper.set_lang("en")
    return paper


def _take_fonts(paper: Any, letters: set[str]) -> set[str]:
    """Take the fonts that these letters need; what is left over is in none that is here."""
    for style, path in zip(("", BOLD), find_own_fonts(), strict=True):
        paper.add_font(FAMILY, style, path)
    left = _list_left(paper, FAMILY, letters)
    kept = list_kept_fonts() if left else []
    for place, path in enumerate(kept):
        paper.add_font(f"kept{place}", "", path)
        left = _list_left(paper, f"kept{place}", left)
    paper.set_fallback_fonts([f"kept{place}" for place in range(len(kept))], exact_match=False)
    return left


def _list_left(paper: Any, family: str, letters: set[str]) -> set[str]:
    return {letter for letter in letters if letter.isprintable() and ord(letter) not in paper.fonts[family].cmap}


def _put_block(paper: Any, blocks: Sequence[PacketBlock]) -> None:
    """The first of these blocks; a heading goes to a new page with what it heads."""
    block = blocks[0]
    if block.look is BlockLook.DRAWING:
        _draw_picture(paper, block.words)
        return
    look = TYPES[block.look]
    if look.bold and paper.y + _find_room(blocks) > paper.page_break_trigger:
        paper.add_page()
    paper.set_font(FAMILY, BOLD if look.bold else "", look.size)
    paper.set_text_color(*look.ink)
    paper.ln(look.above)
    paper.multi_cell(0, look.size * POINT * LEADING, block.words, align="L", new_x="LMARGIN", new_y="NEXT")


def _find_room(blocks: Sequence[PacketBlock]) -> float:
    """How much of a page, in mm, headings need with the first thing that they head."""
    headed = next((one.look for one in blocks if one.look is BlockLook.DRAWING or not TYPES[one.look].bold), None)
    return ROOM_FOR_DRAWING if headed is BlockLook.DRAWING else ROOM


def _draw_picture(paper: Any, drawing: str) -> None:
    opened, _, rest = drawing.partition(">")
    style = (resources.files("onward_app.paper") / "drawing.css").read_text("utf-8")
    styled = f'{opened} font-family="{FAMILY}" font-size="13"><style>{style}</style>{rest}'
    paper.ln(2)
    paper.image(styled.encode(), w=DRAWN)
    paper.ln(2)
