"""As a host has it: in a folder below its address, with its name on a card, and with what other apps share."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect
from tests.anywhere.phone import Phone
from tests.browser.shell import BUILT, served, wait_for_page
from tests.browser.test_article import EVENING

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
