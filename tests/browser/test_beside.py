"""What belongs beside a page is at its right on a wide screen, and below it on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from tests.browser.house import NARROW, WIDE, House, visit

ROOMS = ("/ask/", "/debrief/", "/talk/", "/values/")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_side_is_where_there_is_room_for_it(opened: Browser, full: House, width: int) -> None:
    with visit(opened, full, width=width) as window:
        for path in ROOMS:
            window.go(path)
            side = window.page.locator("main .beside-it").bounding_box()
            main = window.page.locator("main .two > :first-child").bounding_box()
            assert side, path
            assert main, path
            if width == WIDE:
                assert side["x"] >= main["x"] + main["width"], path
                assert side["x"] + side["width"] <= width, path
            else:
                assert side["y"] >= main["y"] + main["height"], path
