"""WebKit told by its driver (WebDriver) to open an address and to run a script, on a screen that nobody sees.

Its windows are private ones, and WebKitGTK 2.50 has no place that can be written at once (`createSyncAccessHandle`), which
Safari has: what is written in one is gone when it is closed.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from tests.anywhere.firefox import PATIENCE, QUIET, wait_until

SCREEN = ("xvfb-run", "--auto-servernum", "WebKitWebDriver")
BROWSERS = Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")
JSON = {"Content-Type": "application/json"}


class WebKit:
    """A window of WebKit, as long as it is open."""

    def __init__(self, home: Path, port: int) -> None:
        home.mkdir(exist_ok=True)
        world = os.environ | {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LIBGL_ALWAYS_SOFTWARE": "1"}
        world["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = (
            "1"  # it can't be had as root, and only our own pages are shown
        )
        self._driver = subprocess.Popen([*SCREEN, f"--port={port}"], env=world, start_new_session=True, **QUIET)
        self._at = f"http://127.0.0.1:{port}"
        wait_until(self._is_up, "WebKit’s driver listens")
        options = {"binary": str(next(iter(BROWSERS))), "args": ["--automation"]}
        asked = {"alwaysMatch": {"webkitgtk:browserOptions": options, "timeouts": {"script": PATIENCE * 1000}}}
        self._at += f"/session/{self._tell('/session', capabilities=asked)['sessionId']}"

    def open(self, address: str) -> None:
        """Go there."""
        self._tell("/url", url=address)

    def run(self, script: str, *values: Any) -> Any:
        """What a script of the page returns."""
        return self._tell("/execute/sync", script=script, args=list(values))

    def close(self) -> None:
        """End it, and its screen."""
        with urlopen(Request(self._at, method="DELETE"), timeout=PATIENCE):
            os.killpg(self._driver.pid, signal.SIGTERM)
        self._driver.wait(PATIENCE)

    def _is_up(self) -> bool:
        try:
            with urlopen(f"{self._at}/status", timeout=PATIENCE) as said:
                return bool(json.load(said)["value"]["ready"])
        except OSError:
            return False

    def _tell(self, what: str, **values: Any) -> Any:
        asked = Request(self._at + what, json.dumps(values).encode(), JSON)
        with urlopen(asked, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]
