"""What belongs beside a page is at its right on a wide screen, and below it on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from tests.browser.house import NARROW, WIDE, House, visit

ROOMS = (
    *("/ask/", "/debrief/", "/talk/", "/values/", "/recover/", "/start/", "/people/", "/help/", "/data/"),
    *("/jobs/", "/notice/", "/changes/", "/help/mail/"),
)
LEFT_OUT_BELOW = {"/recover/", "/jobs/", "/notice/", "/changes/", "/help/mail/"}  # or shown further down, on a phone
LEAST = 300  # px: a picture of 320 units has words of 13 px there


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_side_is_where_there_is_room_for_it(opened: Browser, full: House, width: int) -> None:
    with visit(opened, full, width=width) as window:
        for path in ROOMS:
            window.go(path)
            if width == NARROW and path in LEFT_OUT_BELOW:
                continue
            side = window.page.locator("main .beside-it").bounding_box()
            main = window.page.locator("main .two > :first-child").bounding_box()
            assert side, path
            assert main, path
            if width == WIDE:
                assert side["x"] >= main["x"] + main["width"], path
                assert side["x"] + side["width"] <= width, path
                assert side["width"] >= LEAST, path
            else:
                assert side["y"] >= main["y"] + main["height"], path
