"""The look: what is read has seven to one, nothing is set smaller than fifteen pixels, headlines stay calm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import onward_app

SHEET = (Path(onward_app.__file__).parent / "web/static/onward/onward.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in re.findall(r":root \{(.*?)\}", SHEET, re.S)[:2]
)
BODY = 17  # pixels of a rem


def brightness(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sheet", "wash"])
@pytest.mark.parametrize("text", ["ink", "soft", "accent"])
def test_what_is_read_has_seven_to_one(colors: dict[str, str], ground: str, text: str) -> None:
    assert contrast(colors[text], colors[ground]) >= 7


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_buttons_and_warnings_have_it_too_and_edges_have_three_to_one(colors: dict[str, str]) -> None:
    pairs = [("on-accent", "accent"), ("amber", "paper"), ("amber", "amber-wash"), ("danger", "paper")]
    assert [pair for pair in pairs if contrast(colors[pair[0]], colors[pair[1]]) < 7] == []
    assert [ground for ground in ("paper", "sheet") if contrast(colors["edge"], colors[ground]) < 3] == []


def test_nothing_is_set_smaller_than_fifteen_pixels_or_larger_than_twenty_eight() -> None:
    sizes = [float(size) * BODY for size in re.findall(r"font(?:-size)?: (?:\d+ )?([\d.]+)rem", SHEET)]
    assert len(sizes) > 10
    assert [size for size in sizes if not 15 <= size <= 28] == []


@pytest.mark.parametrize(
    "look", ["done", "interview", "rest", "filled", "outlined", "dot", "clear", "quiet", "ahead", "empty"]
)
def test_what_is_drawn_shares_no_look_with_a_box_of_the_page(look: str) -> None:
    plain = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)
    selectors = [one.strip() for group in re.findall(r"([^{}]+)\{", plain) for one in group.split(",")]
    assert f".{look}" not in selectors
