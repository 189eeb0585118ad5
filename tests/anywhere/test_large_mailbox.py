"""A mailbox larger than what a phone has to spare: it is read where it is, slice by slice, and never held in memory."""

from __future__ import annotations

from pathlib import Path

from benchmarks.browser_memory import measure_memory, watch_memory, write_mailbox
from playwright.sync_api import Playwright, expect
from tests.anywhere.phone import Finger, Phone
from tests.browser.shell import BUILT, served, wait_for_page
from tests.browser.test_article import MORNING

SIZE = 400_000_000  # bytes
# Bytes of memory that its largest letters take while they are read, and what the browser lets lie: 100 to 190 million, by
# how busy the machine is, for a mailbox of 200 as of 500 MB.
BESIDE = 300_000_000


def test_a_mailbox_of_400_mb_is_read_in_slices_without_being_held_in_memory(play: Playwright, tmp_path: Path) -> None:
    count = write_mailbox(tmp_path / "mail.mbox", SIZE)
    with served(BUILT) as server:
        phone = Phone(play, tmp_path / "profile", server)
        finger = phone.start(MORNING)
        wait_for_page(phone.page, 1)
        phone.go("/notice/bring/")
        profile = str(phone.profile)
        before = measure_memory(profile)
        phone.page.locator("input[type=file]").set_input_files(tmp_path / "mail.mbox")
        with watch_memory(profile) as watched:
            finger.press("Read it")
        expect(phone.page.get_by_role("main")).to_contain_text(f"Read {count} messages")
        assert before > 0
        assert watched.most - before < BESIDE
        assert phone.complaints == []
        phone.close()


def test_a_large_file_that_is_no_mail_is_a_sentence_and_the_next_is_read(play: Playwright, tmp_path: Path) -> None:
    (tmp_path / "film.mbox").write_bytes(bytes(range(256)) * 40_000)
    count = write_mailbox(tmp_path / "mail.mbox", 6_000_000)
    with served(BUILT) as server:
        phone = Phone(play, tmp_path / "profile", server)
        phone.start(MORNING)
        wait_for_page(phone.page, 1)
        for name, said in (("film.mbox", "film.mbox"), ("mail.mbox", f"Read {count} messages")):
            phone.go("/notice/bring/")
            phone.page.locator("input[type=file]").set_input_files(tmp_path / name)
            Finger(phone.page).press("Read it")
            expect(phone.page.get_by_role("main")).to_contain_text(said)
        phone.close()
