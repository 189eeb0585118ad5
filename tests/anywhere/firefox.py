"""Firefox told by its own wire (Marionette) to open an address and to run a script: Debian has no geckodriver."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 120  # seconds
QUIET: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class Firefox:
    """Firefox on a profile that stays."""

    def __init__(self, profile: Path) -> None:
        profile.mkdir(exist_ok=True)
        (profile / "user.js").write_text('user_pref("marionette.port", 0);\n', "utf-8")
        told = profile / "MarionetteActivePort"
        told.unlink(missing_ok=True)
        command = ["firefox-esr", "--headless", "--marionette", "--profile", str(profile)]
        self._process = subprocess.Popen(command, **QUIET)
        wait_until(lambda: told.is_file() and bool(told.read_text()), "Firefox opens its wire")
        self._socket = socket.create_connection(("127.0.0.1", int(told.read_text())))
        self._wire = self._socket.makefile("rb")
        self._number = 0
        self._read()
        self._tell("NewSession")
        self._tell("SetTimeouts", script=PATIENCE * 1000, pageLoad=PATIENCE * 1000)

    def open(self, address: str) -> None:
        """Go there."""
        self._tell("Navigate", url=address)

    def run(self, script: str, *values: Any) -> Any:
        """What a script of the page returns."""
        return self._tell("ExecuteScript", script=script, args=list(values))["value"]

    def close(self) -> None:
        """End it."""
        self._tell("Quit", of="Marionette", flags=["eAttemptQuit"])
        self._wire.close()
        self._socket.close()
        self._process.wait(PATIENCE)

    def _tell(self, what: str, of: str = "WebDriver", **values: Any) -> Any:
        self._number += 1
        said = json.dumps([0, self._number, f"{of}:{what}", values]).encode()
        self._socket.sendall(b"%d:%b" % (len(said), said))
        _, _, trouble, answer = self._read()
        assert trouble is None, trouble
        return answer

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._wire.read(1)
        return json.loads(self._wire.read(int(length[:-1])))


def wait_until(is_so: Callable[[], Any], what: str) -> None:
    """Ask again and again, up to the end of patience."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until, what
        time.sleep(0.1)
