"""What is kept in the browser: nothing half written when a page is closed in the middle, and one tab at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect
from tests.anywhere.phone import Phone
from tests.browser.shell import BUILT, served, wait_for_page
from tests.browser.test_article import EVENING, THEY

TIMES = 15
FILES = re.compile(r"files-[0-9a-f]{12}\.js")
# A worker that writes for as long as it lives, as Python does: one write after another into a table and its journal. Each round
# changes two files that have to agree, in one index; it is ended somewhere in the middle.
WRITER = """
import { Slots } from "FILES";
const slots = await Slots.open(await navigator.storage.getDirectory(), "onward");
postMessage("open");
for (let round = 0; ; round++) {
  const path = `drafts/${round % 5}`;
  const handle = slots.take(path);
  handle.write(new Uint8Array(4096).fill(round % 251), { at: 0 });
  slots.move(path, "kept");
  slots.move("kept", "folder/kept");
  slots.move("folder", "other");
  slots.move("other/kept", "whole");
}
"""
READER = """
import { Slots } from "FILES";
const slots = await Slots.open(await navigator.storage.getDirectory(), "onward");
const paths = Object.keys(slots.paths), found = [];
for (const path of paths) {
  const handle = slots.handles.get(slots.paths[path]), bytes = new Uint8Array(handle.getSize());
  handle.read(bytes, { at: 0 });
  found.push([path, bytes.length, new Set(bytes).size]);
}
const names = Object.values(slots.paths), once = new Set(names).size === names.length && !names.some((name) => slots.free.includes(name));
postMessage({ found, once });
"""
RUN = """
([source, ends]) => new Promise((done, fail) => {
  const worker = new Worker(source, { type: "module" });
  worker.onerror = (event) => fail(new Error(event.message));
  worker.onmessage = ({ data }) => {
    if (ends === null) { worker.terminate(); done(data); }
    else setTimeout(() => { worker.terminate(); done(null); }, ends);
  };
})
"""


@pytest.fixture
def bare(play: Playwright, tmp_path: Path) -> Iterator[Page]:
    """A page with the program's file system and two workers that use it, and nothing else."""
    files = next(path.name for path in BUILT.iterdir() if FILES.fullmatch(path.name))
    folder = tmp_path / "bare"
    folder.mkdir()
    (folder / files).write_bytes((BUILT / files).read_bytes())
    for name, text in (("writer.js", WRITER), ("reader.js", READER)):
        (folder / name).write_text(text.replace("FILES", f"./{files}"), "utf-8")
    (folder / "index.html").write_text("<!doctype html><title>bare</title>", "utf-8")
    with served(folder) as server:
        phone = Phone(play, tmp_path / "profile", server)
        phone.start(EVENING)
        yield phone.page
        phone.close()


def test_a_page_closed_in_mid_write_leaves_nothing_half_written(bare: Page) -> None:
    for number in range(TIMES):
        bare.evaluate(RUN, ["writer.js", number % 17])
        if number % 10 == 9:
            told = read(bare)
            assert told["once"], told
            for path, size, sorts in told["found"]:
                assert path in ("kept", "folder/kept", "other/kept", "whole") or path.startswith("drafts/"), told
                assert path.startswith("drafts/") or (size == 4096 and sorts == 1), told


def read(page: Page) -> dict[str, Any]:
    """What the next start finds."""
    told: dict[str, Any] = page.evaluate(RUN, ["reader.js", None])
    return told


def test_a_second_tab_says_which_one_is_open_and_goes_on_when_that_is_closed(play: Playwright, tmp_path: Path) -> None:
    with served(BUILT) as server:
        phone = Phone(play, tmp_path / "profile", server)
        phone.start(EVENING)
        wait_for_page(phone.page, 1)
        assert phone.context is not None
        second = phone.context.new_page()
        second.goto(phone.origin)
        expect(second.get_by_role("status")).to_contain_text("open in another tab, at “What happened? · Onward”")
        phone.page.close()
        wait_for_page(second, 1)
        expect(second.get_by_role("heading", level=1)).to_have_text("What happened?")
        phone.close()


def test_without_a_service_worker_it_works_and_says_so(play: Playwright, tmp_path: Path) -> None:
    with served(BUILT) as server:
        phone = Phone(play, tmp_path / "profile", server)
        phone.start(EVENING, path="/fingerprint.txt")
        phone.page.add_init_script("delete Navigator.prototype.serviceWorker")
        phone.page.goto(phone.origin)
        wait_for_page(phone.page, 1)
        expect(phone.page.locator("#kept-here")).to_contain_text("It works here until this tab is closed")
        phone.go("/talk/")
        expect(phone.page.get_by_role("heading", name="Your people")).to_be_visible()
        phone.close()


def test_the_example_opens_in_the_place_of_ones_own_search_and_leaves_it_as_it_was(
    play: Playwright, tmp_path: Path
) -> None:
    with served(BUILT) as server:
        phone = Phone(play, tmp_path / "profile", server)
        finger = phone.start(EVENING)
        wait_for_page(phone.page, 1)
        phone.go("/start/no/")
        phone.page.get_by_label("What they wrote, or who it was").fill(THEY)
        finger.press("Note it")
        phone.go("/start/")
        finger.press("Open an example")
        phone.page.get_by_role("link", name="Look around").tap()
        expect(phone.page.locator(".example")).to_contain_text("This is an example")
        phone.go("/jobs/?show=all")
        expect(phone.page.get_by_role("main")).not_to_contain_text(THEY)
        expect(phone.page.get_by_role("main").get_by_role("link").nth(12)).to_be_visible()
        phone.page.locator(".example").get_by_role("link", name="Leave it").tap()
        expect(phone.page.locator(".example")).to_have_count(0)
        wait_for_page(phone.page, 1)
        phone.go("/jobs/?show=all")
        expect(phone.page.get_by_role("main")).to_contain_text(THEY)
        assert phone.complaints == []
        phone.close()
