"""A page of Onward in a browser closed while it writes: `python benchmarks/closes.py [--count 300] [--seed 0]`, after `make web`.

A real Chromium writes one job after another through the real program; its page is closed at a moment of chance and opened again. At the
end everything is taken out and brought into an ordinary Onward: whatever was acknowledged has to be there, and nothing half of it.
It prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from playwright.sync_api import Page, sync_playwright
from tests.anywhere.phone import Phone
from tests.browser.at_home import run
from tests.browser.shell import BUILT, served, wait_for_page

MOMENT = "2026-11-16T09:00"
LONGEST = 1.5  # seconds until it is closed
WRITE = """(number) => {
  window.noted = [];
  const write = async () => {
    const answer = await fetch("/jobs/add/"), page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (let turn = 0; ; turn++) {
      const form = new FormData(page.querySelector("main form")), name = `House ${number} ${turn}.`;
      form.set("employer", name);
      if ((await fetch("/jobs/add/", { method: "POST", body: form })).ok) window.noted.push(name);
    }
  };
  write();
}"""
BUSY = "SELECT count(*) FROM records_opportunity o WHERE NOT EXISTS (SELECT 1 FROM records_change c WHERE c.opportunity_id = o.id)"


def main() -> int:
    """Close it so often; 1 when anything was lost or half there."""
    given = argparse.ArgumentParser(prog="python benchmarks/closes.py")
    given.add_argument("--count", type=int, default=300)
    given.add_argument("--seed", type=int, default=0)
    asked = given.parse_args()
    with tempfile.TemporaryDirectory() as folder, served(BUILT) as server, sync_playwright() as play:
        phone = Phone(play, Path(folder) / "profile", server)
        told = close_often(phone, asked.count, random.Random(asked.seed), Path(folder))
        phone.close()
    print(json.dumps({"attack": "closes", "seed": asked.seed} | told))
    return int(bool(told["failed"]))


def close_often(phone: Phone, count: int, chance: random.Random, folder: Path) -> dict[str, object]:
    """So many closes in one run, and what became of what was written."""
    phone.start(MOMENT)
    noted: set[str] = set()
    failed: list[str] = []
    for number in range(count):
        try:
            wait_for_page(phone.page, 1)
            noted.update(close_once(phone.page, number, chance.uniform(0, LONGEST)))
            phone.page.goto(phone.origin)
        except AssertionError as trouble:
            failed.append(f"{number}: it doesn’t open: {trouble}")
            break
    wait_for_page(phone.page, 1)
    kept, half, whole = look_at(phone, folder)
    failed += [f"{name} was acknowledged and is lost" for name in sorted(noted - kept)]
    failed += [f"{half} jobs without their change"] * bool(half) + [f"integrity: {whole}"] * (whole != "ok")
    return {"tried": number + 1, "failed": len(failed), "acknowledged": len(noted), "kept": len(kept)} | (
        {"failures": failed[:20]} if failed else {}
    )


def close_once(page: Page, number: int, after: float) -> list[str]:
    """Write until it is closed; what was acknowledged shortly before."""
    page.evaluate(WRITE, number)
    time.sleep(after)
    noted: list[str] = page.evaluate("window.noted")
    page.goto("about:blank")
    return noted


def look_at(phone: Phone, folder: Path) -> tuple[set[str], int, str]:
    """Taken out and brought into an ordinary Onward: who is there, how many are half there, and what SQLite says of the file."""
    phone.go("/data/")
    with phone.page.expect_download() as coming:
        phone.page.get_by_role("button", name="Take everything out").tap()
    coming.value.save_as(folder / "out.zip")
    told = run(folder / "home", MOMENT, "import", str(folder / "out.zip"))
    assert told.returncode == 0, told.stderr
    with closing(sqlite3.connect(folder / "home" / "onward.sqlite3")) as db:
        kept = {name for (name,) in db.execute("SELECT employer FROM records_opportunity")}
        return kept, db.execute(BUSY).fetchone()[0], db.execute("PRAGMA integrity_check").fetchone()[0]


if __name__ == "__main__":
    sys.exit(main())
