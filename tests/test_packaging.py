"""What is handed out: the package says what it is, and the image and the folder are made of what is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

TEN = 10  # lines of the image’s recipe
ROOT = Path(__file__).resolve().parent.parent
TOLD = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_the_package_says_that_it_is_typed_and_takes_its_docs_along() -> None:
    wheel = TOLD["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert "Typing :: Typed" in TOLD["project"]["classifiers"]
    assert all((ROOT / package / "py.typed").is_file() for package in wheel["packages"])
    assert all((ROOT / folder).is_dir() for folder in wheel["shared-data"])


def test_the_image_copies_what_is_there_and_what_the_package_is_built_from() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    copied = {name for line in lines if line.startswith("COPY") for name in line.split()[1:-1]}
    wheel = TOLD["tool"]["hatch"]["build"]["targets"]["wheel"]
    wanted = {name.split("/")[0] for name in (*wheel["packages"], *wheel["shared-data"], *wheel["force-include"])}
    assert {name for name in copied if not (ROOT / name).exists()} == set()
    assert wanted | {"pyproject.toml", TOLD["project"]["readme"], *TOLD["project"]["license-files"]} <= copied
    assert len([line for line in lines if not line.startswith("#")]) <= TEN
    for name in re.findall(r"docs/[\w-]+\.md", lines[0]):
        assert "docker run" in (ROOT / name).read_text("utf-8")


def test_the_scripts_for_windows_and_macos_do_what_make_bundle_does() -> None:
    made = re.search(r"^bundle:.*?(?=^\n)", (ROOT / "Makefile").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert made
    wanted = re.search(r'"pyinstaller[^"]+"', made[0])
    assert wanted
    for name in ("make-windows.cmd", "make-macos.command"):
        text = (ROOT / "bundle" / name).read_text("utf-8").replace("\\", "/")
        assert wanted[0] in text
        assert "bundle/onward.spec" in text
        assert "--distpath dist" in text
        assert "dist/onward/onward" in text


def test_each_system_can_read_its_script() -> None:
    windows, macos = ((ROOT / "bundle" / name).read_bytes() for name in ("make-windows.cmd", "make-macos.command"))
    assert windows.count(b"\n") == windows.count(b"\r\n")
    assert windows.isascii()
    steps = [line for line in windows.decode().splitlines() if line.startswith(("py ", "build"))]
    assert len(steps) == 3
    assert all(step.endswith("|| exit /b 1") for step in steps)  # what fails isn’t followed by “ready”
    assert b"\r" not in macos
    assert os.access(ROOT / "bundle" / "make-macos.command", os.X_OK)
    assert subprocess.run(["sh", "-n"], input=macos, check=False).returncode == 0
    assert b"set -e" in macos


def test_the_folder_takes_along_each_library_that_only_settings_name() -> None:
    spec = (ROOT / "bundle" / "onward.spec").read_text("utf-8")
    settings = (ROOT / "src" / "onward_app" / "settings.py").read_text("utf-8")
    middleware = set(re.findall(r'"(\w+)\.[\w.]*[mM]iddleware\b', settings)) - {"django", "onward_app"}
    assert middleware == {"whitenoise"}
    assert all(f'"{name}"' in spec for name in (*middleware, "waitress", "tzdata", "onward", "onward_app"))


def test_the_built_program_runs_what_onward_starts_beside_itself() -> None:
    told = [run_built("--version"), run_built("-m", "onward_app", "--version")]
    assert told[0] == told[1] != b""
    assert run_built("-m", "onward_app.trackers.sheets", given=b"no workbook") == b'"broken"'
    assert b"No such option" in run_built("-m", "os", fails=True)


def run_built(*words: str, given: bytes = b"", fails: bool = False) -> bytes:
    """What the script writes that the built program begins with, or what it complains about."""
    command = [sys.executable, ROOT / "bundle" / "start.py", *words]
    done = subprocess.run(command, input=given, capture_output=True, check=not fails)
    return done.stderr if fails else done.stdout


def test_nothing_else_starts_a_python() -> None:
    places = [path for path in (ROOT / "src").rglob("*.py") if "sys.executable, " in path.read_text("utf-8")]
    assert [path.name for path in places] == ["own_program.py"]
    spec = (ROOT / "bundle" / "onward.spec").read_text("utf-8")
    assert 'here / "start.py"' in spec
