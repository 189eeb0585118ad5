"""Start the built folder with nothing of this machine’s Python, and open its first page. `make bundle` does it."""

from __future__ import annotations

import contextlib
import http.cookiejar
import re
import subprocess
import sys
import tempfile
import threading
import urllib.request
from pathlib import Path

PROGRAM = Path(__file__).parents[1] / "dist" / "onward" / "onward"
PATIENCE = 60  # seconds


def main() -> None:
    """Say what its first page is called, or stop."""
    with tempfile.TemporaryDirectory() as home:
        title = open_first_page(PROGRAM, Path(home))
    if "Onward" not in title:
        sys.exit(f"The folder was built, and doesn’t open: {title}")
    if run_own("onward_app.trackers.sheets", b"no workbook") != b'"broken"':
        sys.exit("The folder was built, and its program doesn’t start what runs beside it.")
    print(f"{PROGRAM.parent}: it opens with “{title}”.")


def open_first_page(program: Path, home: Path) -> str:
    """The title of the first page, started with nothing of this machine’s Python; else what the program said."""
    world = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    command = [str(program), "--no-browser"]
    with subprocess.Popen(command, env=world, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        ending = threading.Timer(PATIENCE, running.kill)
        ending.start()
        try:
            return open_page(running)
        finally:
            ending.cancel()
            running.kill()


def run_own(module: str, given: bytes) -> bytes:
    """What a module of Onward's writes when the program runs it, as it does for the example, an export, much mail."""
    world = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    return subprocess.run([str(PROGRAM), "-m", module], env=world, input=given, capture_output=True, check=False).stdout


def open_page(running: subprocess.Popen[str]) -> str:
    """The title of the page that its own address leads to, with its style there; else what it said."""
    said = ""
    for line in running.stdout or ():
        said += line
        if found := re.search(r"http://\S+", line):
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
            page = opener.open(found[0], timeout=PATIENCE).read().decode()
            style = re.search(r'href="([^"]+onward\.css)"', page)
            with contextlib.suppress(AttributeError):
                opener.open(re.sub(r"(//[^/]+)/.*", r"\1", found[0]) + style[1])  # type: ignore[index]
                return re.search(r"<title>(.*?)</title>", page)[1]  # type: ignore[index]
    return said


if __name__ == "__main__":
    main()
