"""Find a Chromium for the browser tests, installing the system's own where that may be done. It never skips."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
INSTALLERS = (
    (
        "apt-get",
        (("apt-get", "update", "-q"), ("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium")),
    ),
    ("dnf", (("dnf", "install", "-y", "-q", "chromium"),)),
    ("apk", (("apk", "add", "-q", "chromium"),)),
    ("pacman", (("pacman", "-Sy", "--noconfirm", "chromium"),)),
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HELP = (
    "The browser tests need Chromium or Chrome, and none was found. Install one (on Debian: apt install chromium; "
    "on macOS: brew install --cask chromium), or name it with ONWARD_CHROMIUM=/path/to/it, and run `make test` again."
)


def find() -> str | None:
    """Where a Chromium is: `ONWARD_CHROMIUM`, on the PATH, or where it is usually installed."""
    chosen = os.environ.get("ONWARD_CHROMIUM")
    candidates = [chosen] if chosen else [*filter(None, map(shutil.which, NAMES)), *PLACES]
    return next((place for place in candidates if place and Path(place).exists()), None)


def install() -> None:
    """Ask the system's package manager, when this user may."""
    if os.name != "posix" or os.geteuid() != 0:
        return
    for manager, commands in INSTALLERS:
        if shutil.which(manager):
            for command in commands:
                environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
                subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=environment)
            return


def browser() -> str:
    """Where a Chromium is, after trying to install one; else it stops with a sentence."""
    found = find()
    if found is None:
        install()
        found = find()
    if found is None:
        sys.exit(HELP)
    return found


if __name__ == "__main__":
    browser()
