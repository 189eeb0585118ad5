"""What goes wrong around a browser's Onward: each is a sentence, and what was kept stays as it was."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from anywhere.serve import PlainHandler
from playwright.sync_api import Playwright, expect
from tests.anywhere.phone import Finger, Phone
from tests.browser.shell import BUILT, served, wait_for_page
from tests.browser.test_article import EVENING, MORNING, THEY

WRITTEN = "They went with somebody else."
TOO_OLD = {
    "no WebAssembly, as in Lockdown Mode": "delete window.WebAssembly",
    "WebAssembly that is something else": "window.WebAssembly = undefined",
    "nothing that unpacks": "delete window.DecompressionStream",
}
KEEPS_NOTHING = {
    "no files for pages": "delete StorageManager.prototype.getDirectory",
    "no storage at all": "Object.defineProperty(Navigator.prototype, 'storage', { value: undefined })",
    "files that are refused": "StorageManager.prototype.getDirectory = async () => { throw new DOMException('', 'SecurityError'); }",
    "files that can't be written at once": "delete FileSystemFileHandle.prototype.createSyncAccessHandle",
}
HOLD = """async () => {
  const root = await navigator.storage.getDirectory(), folder = await root.getDirectoryHandle("onward");
  const worker = new Worker("hold.js");
  await new Promise(async (done) => { worker.onmessage = done; worker.postMessage(await folder.getFileHandle("index-a")); });
}"""
CLEAR = """async () => {
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
}"""
FORGET = """async (part) => {
  const kept = await caches.open("onward");
  for (const one of await kept.keys()) if (one.url.includes(part)) await kept.delete(one);
}"""

FAILING = """from django.db import migrations


def fail(apps, _):
    if apps.get_model("records", "Opportunity").objects.exists():
        raise ValueError("a job has no name")


class Migration(migrations.Migration):
    dependencies = [("records", "{}")]
    operations = [migrations.RunPython(fail, migrations.RunPython.noop)]
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A host's folder, which may be changed."""
    shutil.copytree(BUILT, tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def phone(play: Playwright, site: Path, tmp_path: Path) -> Iterator[Phone]:
    """A phone at that host."""
    with served(site) as server:
        found = Phone(play, tmp_path / "profile", server)
        yield found
        found.close()


def open_with(phone: Phone, lines: str) -> None:
    """The address opened by a browser that was made so."""
    phone.start(EVENING, path="/fingerprint.txt")
    phone.page.add_init_script(lines)
    phone.page.goto(phone.origin)


def note(phone: Phone) -> Finger:
    """A no is noted, and kept."""
    finger = phone.start(EVENING)
    wait_for_page(phone.page, 1)
    phone.page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    phone.go("/start/no/")
    phone.page.get_by_label("What they wrote, or who it was").fill(THEY)
    finger.press("Note it")
    return finger


def find_noted(phone: Phone) -> bool:
    """Whether it is there."""
    phone.go("/jobs/?show=all")
    return phone.page.get_by_role("main").get_by_text(THEY).count() > 0


@pytest.mark.parametrize("lines", TOO_OLD.values(), ids=TOO_OLD)
def test_a_browser_that_is_too_old_says_so_and_keeps_what_was_written(phone: Phone, lines: str) -> None:
    open_with(phone, lines)
    phone.page.get_by_label("What they wrote, or who it was").fill(WRITTEN)
    expect(phone.page.get_by_role("alert").filter(visible=True)).to_contain_text("too old to run Onward")
    phone.page.reload()
    expect(phone.page.get_by_label("What they wrote, or who it was")).to_have_value(WRITTEN)


@pytest.mark.parametrize("lines", KEEPS_NOTHING.values(), ids=KEEPS_NOTHING)
def test_a_browser_without_a_place_to_keep_things_works_and_says_that_it_keeps_nothing(
    phone: Phone, lines: str
) -> None:
    told = lines.replace("Navigator.prototype", "Object.getPrototypeOf(navigator)")
    phone.start(EVENING, path="/fingerprint.txt")
    worker = next(BUILT.glob("worker-*.js"))
    own = phone.server.RequestHandlerClass.keywords["directory"]  # type: ignore[attr-defined]
    (Path(own) / worker.name).write_text(f"{told};\n{worker.read_text('utf-8')}", "utf-8")
    phone.page.goto(phone.origin)
    wait_for_page(phone.page, 1)
    expect(phone.page.locator("#kept-here")).to_contain_text("This window keeps nothing")
    phone.go("/talk/")
    expect(phone.page.get_by_role("heading", name="Your people")).to_be_visible()


def test_what_is_kept_and_cannot_be_opened_is_not_written_over(phone: Phone, site: Path) -> None:
    note(phone)
    (site / "hold.js").write_text(
        "onmessage = async ({ data }) => { self.held = await data.createSyncAccessHandle(); postMessage(1); };", "utf-8"
    )
    phone.start(MORNING, path="/fingerprint.txt")
    phone.page.evaluate(HOLD)
    assert phone.context is not None
    second = phone.context.new_page()
    second.goto(phone.origin)
    expect(second.get_by_role("alert").filter(visible=True)).to_contain_text("Nothing of it was changed")
    phone.start(MORNING)
    wait_for_page(phone.page, 1)
    assert find_noted(phone)


def test_a_list_that_cannot_be_read_is_not_begun_anew(phone: Phone) -> None:
    note(phone)
    phone.start(MORNING, path="/fingerprint.txt")
    phone.page.evaluate(SPOIL)
    phone.page.goto(phone.origin)
    expect(phone.page.get_by_role("alert").filter(visible=True)).to_contain_text(
        "the list of what is kept can’t be read"
    )


SPOIL = """async () => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("onward");
  for (const name of ["index-a", "index-b"]) {
    const file = await (await folder.getFileHandle(name)).createWritable();
    await file.write("spoiled");
    await file.close();
  }
}"""


def test_storage_that_the_browser_cleared_is_said_and_a_copy_is_asked_for(phone: Phone) -> None:
    note(phone)
    phone.start(MORNING, path="/fingerprint.txt")
    phone.page.evaluate(CLEAR)
    phone.page.goto(phone.origin)
    wait_for_page(phone.page, 1)
    expect(phone.page.locator("#kept-here")).to_contain_text("this browser has cleared it")
    expect(phone.page.locator("#kept-here").get_by_role("link", name="Your data")).to_be_visible()


def test_a_full_quota_is_a_sentence_and_what_was_there_is_there(phone: Phone) -> None:
    note(phone)
    assert phone.context is not None
    told = {"origin": phone.origin, "quotaSize": 1000}
    phone.context.new_cdp_session(phone.page).send("Storage.overrideQuotaForOrigin", told)
    phone.go("/jobs/1/documents/")
    large = {"name": "Portfolio.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7" + bytes(3_000_000)}
    phone.page.get_by_label("The file").set_input_files(large)  # type: ignore[arg-type]
    Finger(phone.page).press("Keep it")
    expect(phone.page.get_by_role("main")).to_contain_text(re.compile("no room|full|space", re.IGNORECASE))
    phone.start(MORNING)
    wait_for_page(phone.page, 1)
    assert find_noted(phone)


def test_an_export_of_a_newer_version_is_refused_and_nothing_is_changed(phone: Phone, tmp_path: Path) -> None:
    note(phone)
    phone.go("/data/")
    with phone.page.expect_download() as coming:
        phone.page.get_by_role("button", name="Take everything out").tap()
    coming.value.save_as(tmp_path / "out.zip")
    newer = tmp_path / "newer.zip"
    with zipfile.ZipFile(tmp_path / "out.zip") as was, zipfile.ZipFile(newer, "w") as now:
        for name in was.namelist():
            raw = was.read(name)
            now.writestr(name, json.dumps(json.loads(raw) | {"version": 99}) if name == "onward.json" else raw)
    for file, said in ((newer, "newer"), (site_note(tmp_path), "isn’t an export")):
        phone.page.get_by_label("The file").set_input_files(file)
        Finger(phone.page).press("Bring it in")
        expect(phone.page.get_by_role("alert")).to_contain_text(said)
    assert find_noted(phone)


def site_note(folder: Path) -> Path:
    """A file that is something else."""
    place = folder / "holiday.zip"
    place.write_text("no zip at all", "utf-8")
    return place


def make_next_version(site: Path) -> None:
    """As a host has it that copied a new version over the old one and took the old files away: scripts of other names."""
    for stem in ("worker", "talk", "pages", "shell"):
        (old,) = site.glob(f"{stem}-*.js")
        new = f"{stem}-{'0' * 12}.js"
        for place in site.glob("*.*"):
            if place.suffix in (".js", ".html"):
                place.write_text(place.read_text("utf-8").replace(old.name, new), "utf-8")
        old.rename(site / new)
    keeper = site / "sw.js"
    keeper.write_text(re.sub(r"(Build |-page-)[0-9a-f]{12}", r"\g<1>" + "0" * 12, keeper.read_text("utf-8")), "utf-8")
    page = site / "index.html"
    page.write_text(page.read_text("utf-8").replace("<title>Onward", "<title>The next Onward"), "utf-8")


def test_an_old_service_worker_at_a_host_with_new_files_goes_on_and_takes_them_next_time(
    phone: Phone, site: Path
) -> None:
    note(phone)
    make_next_version(site)
    phone.start(MORNING)
    wait_for_page(phone.page, 1)
    assert find_noted(phone)
    phone.page.evaluate("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }")
    phone.page.wait_for_timeout(3000)
    phone.start(MORNING)
    assert phone.page.title() == "The next Onward"
    wait_for_page(phone.page, 1)
    assert find_noted(phone)


def test_an_old_page_whose_files_are_gone_everywhere_says_so_and_the_next_start_is_new(
    phone: Phone, site: Path
) -> None:
    note(phone)
    phone.page.evaluate(FORGET, "worker-")
    assert phone.context is not None
    phone.context.new_cdp_session(phone.page).send("Network.clearBrowserCache")
    make_next_version(site)
    (site / "sw.js").rename(site / "away")  # so that the old one can't mend itself
    phone.start(MORNING)
    expect(phone.page.get_by_role("alert").filter(visible=True)).to_contain_text("Open this address again")
    (site / "away").rename(site / "sw.js")
    phone.start(MORNING)
    wait_for_page(phone.page, 1)
    assert find_noted(phone)


class UnpackingHandler(PlainHandler):
    """Says of what is packed that it is packed once more, so that a browser unpacks it; and calls all of it by one type."""

    def end_headers(self) -> None:
        """What a host adds to a file that ends in .gz."""
        if self.path.endswith(".gz"):
            self.send_header("Content-Encoding", "gzip")
        super().end_headers()

    def guess_type(self, path: object) -> str:
        """Scripts as scripts, and all else by one name."""
        known = super().guess_type(path)  # type: ignore[arg-type]
        return known if "javascript" in known or "html" in known or "css" in known else "text/plain"


class WrongHandler(PlainHandler):
    """A host that calls the worker’s scripts plain text, which a browser won’t run."""

    def guess_type(self, path: object) -> str:
        """Of .mjs it has never heard."""
        return "text/plain" if str(path).endswith(".mjs") else super().guess_type(path)  # type: ignore[arg-type]


@pytest.fixture
def host(request: pytest.FixtureRequest, play: Playwright, site: Path, tmp_path: Path) -> Iterator[Phone]:
    """A phone at a host with habits of its own."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(request.param, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        found = Phone(play, tmp_path / "profile", server)
        yield found
        found.close()
        server.shutdown()


@pytest.mark.parametrize("host", [UnpackingHandler], indirect=True)
def test_a_host_that_packs_twice_and_knows_no_types_is_as_good(host: Phone) -> None:
    host.start(EVENING)
    wait_for_page(host.page, 1)


@pytest.mark.parametrize("host", [WrongHandler], indirect=True)
def test_a_host_that_serves_scripts_as_text_is_a_sentence(host: Phone) -> None:
    host.start(EVENING)
    expect(host.page.get_by_role("alert").filter(visible=True)).to_contain_text("can’t be loaded")


def unpack(place: Path) -> None:
    """As a host has it that unpacked it."""
    place.write_bytes(gzip.decompress(place.read_bytes()))


def cut(place: Path) -> None:
    """As it is after an upload that broke off."""
    place.write_bytes(place.read_bytes()[:100_000])


def answer_a_page(place: Path) -> None:
    """As with a host that answers everything it doesn’t know with its own page."""
    place.write_text("<!doctype html><title>Welcome</title>", "utf-8")


@pytest.mark.parametrize("spoil", [cut, answer_a_page, Path.unlink], ids=["cut off", "a page instead", "gone"])
def test_a_host_whose_files_are_not_whole_is_a_sentence(phone: Phone, site: Path, spoil: object) -> None:
    spoil(next(site.glob("onward-*.pack.gz")))  # type: ignore[operator]
    phone.start(EVENING)
    expect(phone.page.get_by_role("alert").filter(visible=True)).to_contain_text("Onward can’t run here")


def test_a_host_that_unpacked_its_files_is_as_good(phone: Phone, site: Path) -> None:
    for place in site.rglob("*.gz"):
        unpack(place)
    phone.start(EVENING)
    wait_for_page(phone.page, 1)


def make_version_that_fails(site: Path) -> None:
    """The next version, whose last step can't take over a search in which there is a job."""
    make_next_version(site)
    (pack,) = site.glob("onward-*.pack.gz")
    raw = gzip.decompress(pack.read_bytes())
    start = 4 + int.from_bytes(raw[:4], "little")
    files = json.loads(raw[4:start])
    newest = max(Path(name).stem for name, _ in files if "/records/migrations/0" in name)
    step = FAILING.format(newest).encode()
    files.append(["onward_app/records/migrations/0999_fails.py", len(step)])
    head = json.dumps(files).encode()
    new = site / f"onward-{'0' * 12}.pack.gz"
    new.write_bytes(gzip.compress(len(head).to_bytes(4, "little") + head + raw[start:] + step))
    pack.unlink()
    for place in site.glob("*.js"):
        place.write_text(place.read_text("utf-8").replace(pack.name, new.name), "utf-8")


def test_a_version_that_cannot_take_over_what_is_kept_gives_way_to_the_one_before(phone: Phone, site: Path) -> None:
    note(phone)
    make_version_that_fails(site)
    phone.start(MORNING)
    wait_for_page(phone.page, 1)
    phone.page.evaluate("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }")
    phone.page.wait_for_timeout(3000)
    phone.start(MORNING)
    assert phone.page.title() == "The next Onward"
    said = phone.page.get_by_role("alert").filter(visible=True)
    expect(said).to_contain_text("the Onward you had before opens it as it was")
    assert "Traceback" not in said.inner_text()
    for _ in range(2):  # and stays
        phone.start(MORNING)
        assert phone.page.title() != "The next Onward"
        wait_for_page(phone.page, 1)
        assert find_noted(phone)
