"""One no, from arrival to signed, by the hands of somebody with a browser; with JavaScript and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser import steps
from tests.browser.house import House, chromium, visit


@pytest.fixture(scope="module")
def opened() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize("javascript", [pytest.param(True, id="with-javascript"), pytest.param(False, id="without")])
def test_a_no_goes_round_the_loop_until_an_offer_is_signed(opened: Browser, tmp_path: Path, javascript: bool) -> None:
    with House(tmp_path / "home", steps.THE_DAY) as house, visit(opened, house, javascript=javascript) as window:
        steps.notice(window, by_upload=javascript)
        steps.recover(window)
        steps.later(window, steps.NEXT_MORNING)
        steps.come_back(window)
        steps.ask(window)
        steps.debrief(window)
        steps.kinks(window)
        steps.later(window, steps.NEXT_EVENING)
        steps.practice(window)
        steps.hope(window)
        steps.draw_a_line(window)
        steps.later(window, steps.WEEK_AFTER)
        steps.an_offer(window)
        steps.stopped_at_the_line(window)
        steps.later(window, steps.DAY_AFTER_THAT)
        steps.accept_and_sign(window)
        window.assert_quiet()
