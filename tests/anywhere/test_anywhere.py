"""Onward in a browser, without a server: the article's story on a phone, offline from the first morning on."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from pathlib import Path

from playwright.sync_api import Playwright, expect
from tests.anywhere.phone import Finger, Phone
from tests.browser.house import ONWARD
from tests.browser.shell import BUILT, leads_on, served, wait_for_page
from tests.browser.steps import heading
from tests.browser.test_article import ADDRESS, ANSWERED, EVENING, MORNING, NO, THEY, replay
from tests.browser.test_recording import plays, record

KEEP_STREAM = """() => {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (what) => {
    const stream = await ask(what);
    window.held = stream.getTracks();
    return stream;
  };
}"""
LOOK_THROUGH = """async (words) => {
  const kept = await caches.open("onward-ready"), found = [];
  for (const one of await kept.keys()) if (one.url.includes("picture-")) found.push(await (await kept.match(one)).arrayBuffer());
  if (found.length !== 2) throw new Error("a picture and its head, and not " + found.length);
  const text = found.map((one) => new TextDecoder("latin1").decode(one)).join("");
  return words.map((word) => text.includes(word));
}"""


def test_a_no_in_the_evening_and_everything_after_it_offline(play: Playwright, tmp_path: Path) -> None:
    with served(BUILT) as server:
        phone = Phone(play, tmp_path / "profile", server)
        the_evening(phone)
        assert phone.strangers == []
    phone.asked.clear()  # the server is gone: from here on nothing can be fetched at all
    the_next_morning(phone)
    an_evening_of_practice(phone)
    taken = take_out(phone, tmp_path / "out.zip")
    assert phone.strangers == []
    again = bring_in_at_home(taken, tmp_path / "home")
    bring_back(phone, again)
    assert phone.complaints == []
    has_a_picture_with_nothing_of_theirs(phone)
    phone.close()


def the_evening(phone: Phone) -> None:
    """Written down before the rest is here, and handed over; then enough for today."""
    finger = phone.start(EVENING)
    page = phone.page
    box = page.get_by_label("What they wrote, or who it was")
    box.fill("I want to die")
    expect(page.locator("#heavy")).to_be_visible()
    expect(page.locator("#lines").get_by_role("link").first).to_be_visible()
    box.fill(NO)
    expect(page.locator("#heavy")).to_be_hidden()
    page.get_by_role("button", name="Go on").tap()
    wait_for_page(page, 1)
    expect(page.get_by_label("What they wrote, or who it was")).to_have_value(NO)
    finger.press("Note it")
    heading(page, "That stings. Nothing to solve tonight.")
    expect(page.get_by_role("main")).to_contain_text(THEY)
    finger.press(re.compile("enough for today"))
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    page.wait_for_timeout(500)
    before = len(phone.asked)
    finger.follow("Need to talk to someone now?")
    expect(page.get_by_role("heading", name="Your people")).to_be_visible()
    assert phone.asked[before:] == []


def the_next_morning(phone: Phone) -> None:
    """The browser was closed and there is no connection: the ask, and the replay."""
    finger = phone.start(MORNING)
    page = phone.page
    wait_for_page(page, 1)
    asked = len(phone.asked)
    finger.follow("Write the ask")
    heading(page, "Ask for advice")
    page.get_by_label("Their mail address").fill(ADDRESS)
    finger.press("Check it")
    finger.press("I sent it")
    phone.go("/")
    finger.press("Replay it")
    heading(page, "What was asked?")
    replay(finger)
    heading(page, "What became of it")
    before = page.url
    finger.follow("That’s enough")
    heading(page, "Today")
    with leads_on(page):
        page.go_back(wait_until="commit")
    expect(page).to_have_url(before)
    heading(page, "What became of it")
    assert [url for url in phone.asked[asked:] if not url.startswith("blob:")] == []


def an_evening_of_practice(phone: Phone) -> None:
    """Another day: the card is there, is answered aloud, and what was recorded can be heard, also after the browser was closed."""
    finger = phone.start(ANSWERED, path="/practice/")
    page = phone.page
    wait_for_page(page, 1)
    heading(page, "Practice")
    finger.follow("Begin")
    lets_go_of_the_microphone_when_it_is_left(phone, finger)
    record(page, seconds=2)
    finger.tap(page.get_by_role("button", name=re.compile("^Stop")))
    assert plays(page.get_by_label("What was just recorded")) > 1
    page.get_by_role("main").get_by_role("textbox").first.fill("I saw it, called my supervisor, and we made a plan.")
    finger.press("I’ve answered")
    assert plays(page.get_by_label(re.compile("^Recording of"))) > 1
    for point in page.get_by_role("group", name="It had").get_by_role("checkbox").all()[:2]:
        finger.tap(point)
    finger.press("Done")
    phone.start(ANSWERED, path="/practice/recordings/")
    wait_for_page(phone.page, 1)
    assert plays(phone.page.get_by_label(re.compile("^Recording of"))) > 1


def lets_go_of_the_microphone_when_it_is_left(phone: Phone, finger: Finger) -> None:
    """A page that takes the place of another isn’t loaded, so nothing ends by itself."""
    page = phone.page
    page.evaluate(KEEP_STREAM)
    record(page)
    finger.follow("That’s enough for now")
    assert page.evaluate("window.held.map((one) => one.readyState)") == ["ended"]
    finger.follow("Begin")


def take_out(phone: Phone, place: Path) -> Path:
    """Everything as one file."""
    phone.go("/data/")
    with phone.page.expect_download() as coming:
        phone.page.get_by_role("button", name="Take everything out").tap()
    coming.value.save_as(place)
    return place


def bring_in_at_home(taken: Path, home: Path) -> Path:
    """On a computer `onward import` makes the same search of it; what `onward export` then writes is equal but for its moment."""
    told = onward(home, "import", str(taken))
    assert told.returncode == 0, told.stderr
    again = taken.with_name("again.zip")
    assert onward(home, "export", str(again)).returncode == 0
    assert rows(again) == rows(taken)
    return again


def bring_back(phone: Phone, file: Path) -> None:
    """And the computer's file takes the place of what the browser has."""
    phone.page.get_by_label("The file").set_input_files(file)
    finger = Finger(phone.page)
    finger.press("Bring it in")
    heading(phone.page, "Your data")
    third = take_out(phone, file.with_name("third.zip"))
    assert rows(third) == rows(file)
    phone.go("/jobs/?show=ended")
    expect(phone.page.get_by_role("main")).to_contain_text(THEY)


def has_a_picture_with_nothing_of_theirs(phone: Phone) -> None:
    """What later starts begin with knows the program’s own sentences, and nothing that was written or read."""
    told = phone.page.evaluate(LOOK_THROUGH, ["somebody who helps", THEY, ADDRESS, NO[:40]])
    assert told == [True, False, False, False]


def onward(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """One command of the ordinary Onward."""
    world = {name: value for name, value in os.environ.items() if not name.startswith(("ONWARD_", "DJANGO_"))}
    world |= {"ONWARD_HOME": str(home), "ONWARD_CLOCK": ANSWERED, "TZ": "UTC"}
    return subprocess.run([ONWARD, *words], env=world, capture_output=True, text=True, check=False)


def rows(file: Path) -> dict[str, bytes]:
    """All that an export holds, but for its head, which says when it was made."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != archive.namelist()[0]}
