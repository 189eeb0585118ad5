"""As a host has it: in a folder below its address, with its name on a card, and with what other apps share."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect
from tests.anywhere.phone import Phone
from tests.browser.shell import BUILT, follow, leads_on, served, wait_for_page
from tests.browser.test_article import EVENING

NORTH = "cove%20(north)"
LETTER = "From: jobs@riverbend.example\nSubject: Your application\n\nWe have chosen another candidate.\n"
# As the system does it when another app shares: a form that is sent to the address in the manifest, with no page of ours in between.
SHARE = """([name, text, letter]) => {
  const form = document.createElement("form"), box = document.createElement("input");
  Object.assign(form, { method: "post", action: "/care/share", enctype: "multipart/form-data" });
  box.name = letter ? "letter" : name;
  if (letter) {
    const files = new DataTransfer();
    files.items.add(new File([text], "no.eml", { type: "message/rfc822" }));
    box.type = "file";
    box.files = files.files;
  } else box.value = text;
  form.append(box);
  document.body.append(form);
  form.submit();
}"""


@pytest.fixture
def neighbors(play: Playwright, tmp_path: Path) -> Iterator[Phone]:
    """A phone at a host that has it in two folders, as where several people have a folder below one address."""
    for folder in ("care", "cove (north)"):
        shutil.copytree(BUILT, tmp_path / "site" / folder)
    with served(tmp_path / "site") as server:
        found = Phone(play, tmp_path / "profile", server)
        yield found
        found.close()


def note(page: Page, folder: str, employer: str) -> None:
    """A job is kept there."""
    follow(page, f"/{folder}/jobs/add/")
    page.get_by_label("Employer").fill(employer)
    with leads_on(page):
        page.get_by_role("button", name="Add it").tap()


def list_jobs(page: Page, folder: str) -> str:
    """What its list of jobs says."""
    follow(page, f"/{folder}/jobs/?show=all")
    return page.get_by_role("main").inner_text()


def test_two_at_one_address_keep_apart_and_one_may_be_deleted(neighbors: Phone) -> None:
    neighbors.start(EVENING, path="/care/")
    assert neighbors.context is not None
    ours, theirs = neighbors.page, neighbors.context.new_page()
    theirs.goto(f"{neighbors.origin}/{NORTH}/")
    for page, folder, employer in ((ours, "care", "Harbor Light"), (theirs, NORTH, "Riverbend")):
        wait_for_page(page, 1)  # both at once: neither waits for the other to be closed
        page.evaluate("async () => { await navigator.serviceWorker.ready; }")
        note(page, folder, employer)
    assert "Riverbend" not in list_jobs(ours, "care")
    assert "Harbor Light" not in list_jobs(theirs, NORTH)
    follow(theirs, f"/{NORTH}/data/delete/")
    with leads_on(theirs):
        theirs.get_by_role("button", name="Delete everything for good").tap()
    assert "Riverbend" not in list_jobs(theirs, NORTH)
    neighbors.start(EVENING, path="/care/")
    wait_for_page(neighbors.page, 1)
    assert "Harbor Light" in list_jobs(neighbors.page, "care")
    assert neighbors.page.evaluate("() => localStorage.getItem('onward%2Fcare%2F:since') > 0")


@pytest.fixture
def phone(play: Playwright, tmp_path: Path) -> Iterator[Phone]:
    """A phone at a host that has it in a folder and names itself."""
    shutil.copytree(BUILT, tmp_path / "site" / "care")
    told = {"name": "Harbor Career Service", "telephone": "+1 555 0100", "address": "12 Quay Street"}
    (tmp_path / "site" / "care" / "onward.json").write_text(json.dumps(told), "utf-8")
    with served(tmp_path / "site") as server:
        found = Phone(play, tmp_path / "profile", server)
        yield found
        found.close()


def test_below_a_folder_with_a_card_and_shared_texts(phone: Phone) -> None:
    finger = phone.start(EVENING, path="/care/")
    page = phone.page
    wait_for_page(page, 1)
    expect(page).to_have_url(re.compile("/care/start/$"))
    finger.follow("Need to talk to someone now?")
    expect(page).to_have_url(re.compile("/care/talk/$"))
    card = page.locator("section.card", has_text="Harbor Career Service")
    expect(card.get_by_role("link")).to_have_attribute("href", "tel:+15550100")
    expect(card).to_contain_text((BUILT / "fingerprint.txt").read_text("utf-8")[:16])
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    page.goto(f"{phone.origin}/care/jobs/")
    wait_for_page(page, 1)
    expect(page).to_have_url(re.compile("/care/jobs/$"))
    share(phone, "text", "They went with somebody else.", letter=False)
    share(phone, "letter", LETTER, letter=True)
    page.get_by_role("button", name="Go on").tap()
    wait_for_page(page, 1)
    expect(page.get_by_label("What they wrote, or who it was")).to_have_value(LETTER)
    assert [url for url in phone.asked if not url.startswith((f"{phone.origin}/care/", "blob:"))] == []
    assert phone.complaints == []


def share(phone: Phone, name: str, text: str, *, letter: bool) -> None:
    """Another app shares it, and it stands in the box."""
    phone.page.evaluate(SHARE, [name, text, letter])
    phone.page.wait_for_url(re.compile("/care/$"))
    expect(phone.page.get_by_label("What they wrote, or who it was")).to_have_value(text)
    expect(phone.page.get_by_role("button", name="Go on")).to_be_visible()
