"""Install each part of a release where nothing of this machine’s Onward is, and play it. `make release-check`."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from bundle.check import open_first_page

from onward import __version__
from release.build import ROOT, build_release

CONSTRAINTS = ROOT / "constraints.txt"
TESTED_ON = ("Linux", "x86_64", "3.11")  # whose files the constraints name
FRONT = r"import onward; print(onward.read_letter(onward.parse_letter(b'Subject: No\n\nWe chose another candidate.')).guess.kind)"


def main() -> None:
    """Build everything, play everything, and say what holds; stop at the first that doesn’t."""
    check_changelog()
    made = build_release()
    for kind in ("wheel", "sdist"):
        with tempfile.TemporaryDirectory() as place:
            play_package(install(made[kind], Path(place) / "venv"), Path(place) / "home")
        print(f"{made[kind].name}: installed by itself and played.", flush=True)
    with tempfile.TemporaryDirectory() as place:
        play_static(made["static"], Path(place))
    print(f"{made['static'].name}: unpacked and played.", flush=True)


def check_changelog() -> None:
    """The version has its heading."""
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    if not any(heading.split()[0] == __version__ for heading in headings):
        sys.exit(f"CHANGELOG.md has no heading for {__version__}.")


def install(package: Path, place: Path) -> Path:
    """The folder of its commands; its libraries are the tested ones, by hash, where those are for this machine."""
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    here = (platform.system(), platform.machine(), ".".join(platform.python_version_tuple()[:2]))
    if here == TESTED_ON:
        subprocess.run([*pip, "--require-hashes", "-r", str(CONSTRAINTS)], check=True)
        subprocess.run([*pip, "--no-deps", str(package)], check=True)
    else:
        print(f"constraints.txt is for {' '.join(TESTED_ON)}; on this machine the newest libraries were taken.")
        subprocess.run([*pip, str(package)], check=True)
    return place / "bin"


def play_package(commands: Path, home: Path) -> None:
    """The front of the library, commands that write and read, a search out and in again, and the first page."""
    expect(say(commands / "python", home, "-c", FRONT), "rejection")
    onward = commands / "onward"
    expect(say(onward, home, "--version"), __version__)
    say(onward, home, "add", "Riverbend Clinic", "Social worker")
    taken = home / "out.zip"
    say(onward, home, "export", str(taken))
    say(onward, home / "again", "import", str(taken))
    expect(say(onward, home / "again", "jobs", "--json"), say(onward, home, "jobs", "--json"))
    expect(str(len(json.loads(say(onward, home, "jobs", "--json")))), "1")
    expect(open_first_page(onward, home / "page"), "Onward")


def say(program: Path, home: Path, *words: str) -> str:
    """What a command prints, in a world where nothing else is."""
    home.mkdir(exist_ok=True)
    world = {"HOME": str(home), "ONWARD_HOME": str(home / "search"), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    done = subprocess.run([str(program), *words], env=world, cwd=home, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"`{program.name} {' '.join(words)}` failed: {done.stdout}{done.stderr}")
    return done.stdout


def expect(said: str, wanted: str) -> None:
    """Stop where it isn’t in what was said."""
    if wanted not in said:
        sys.exit(f"“{wanted}” was expected, and this came: {said}")


def play_static(packed: Path, place: Path) -> None:
    """An evening, from the unpacked files on a plain server, in a real browser."""
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(place)
    tests = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "tests/anywhere/test_hosted.py"]
    subprocess.run(tests, cwd=ROOT, env=os.environ | {"ONWARD_BUILT": str(place)}, check=True)


if __name__ == "__main__":
    main()
