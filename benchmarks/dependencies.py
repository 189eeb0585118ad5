"""Write docs/dependencies.md from what is installed, and constraints.txt: `python benchmarks/dependencies.py`.

`--constraints FOLDER` makes the constraints anew from wheels in a folder (`pip download -d FOLDER onward`): names, versions and
sha256 of each file, and no address. Why we stand on a library is written here; license, version and date are its own.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "dependencies.md"
CONSTRAINTS = ROOT / "constraints.txt"
WHY = {
    "fsrs": "when a card comes again (FSRS-6); the reference in Python, by those who made the method",
    "icalendar": "reads invitations and writes calendars; used by Plone and many others",
    "python-dateutil": "which time of a series of events stands; icalendar stands on it as well",
    "selectolax": "the text of a letter in HTML, thirty times as fast as the alternatives",
    "tzdata": "time zones where the system has none (Windows)",
    "django": "pages, forms, tables, migrations; the LTS, kept up until April 2028",
    "imap-tools": "reads a mailbox over IMAP; pure Python on the standard library",
    "platformdirs": "where data lies on each system",
    "python-calamine": "reads .xlsx, .ods and .xls without running anything in them",
    "markdown-it-py": "shows notes as Markdown, with HTML and pictures off; pure Python, and here with rich anyway",
    "rich": "progress in the terminal",
    "typer": "the command line",
    "waitress": "serves the pages; pure Python, on every system",
    "whitenoise": "serves our own stylesheet and scripts",
    "keyring": "passwords in the system's keyring",
    "mcp": "speaks with other programs (the official SDK of the Model Context Protocol); only `onward mcp` loads it",
    "pypdf": "reads the text of an offer letter in a PDF; without it the words are pasted",
    "fpdf2": "writes a packet as a PDF; without it the packet’s page is printed from the browser",
    "fontpkg-fira-sans": "the font of that PDF: Latin, Greek and Cyrillic (OFL)",
    "pyrage": "seals a packet, an export, and an encrypted folder’s recordings and documents (age); without it none is sealed",
    "sqlcipher3": "encrypts the database (SQLCipher, which Zetetic keeps up, in the wheel); without it the folder isn’t encrypted",
    "dj-database-url": "reads the address of a PostgreSQL; pure Python, on Django alone",
    "psycopg": "speaks with a PostgreSQL; the library that Django asks for. Under the LGPL, so it is never part of a bundle",
    "argon2-cffi": "keeps the password of an Onward behind a proxy; without it the standard library's scrypt does",
}
FOR_WORK = {"dev", "attack"}  # extras of those who work on Onward: nobody who uses it gets them
MARKERS = re.compile(r"[<>=!~;\s\[].*")


def name_of(wanted: str) -> str:
    """The plain name of a requirement."""
    return MARKERS.sub("", wanted).lower().replace("_", "-")


def list_direct() -> dict[str, tuple[str, str]]:
    """Each direct library: the bounds that are asked for, and the extra that asks for it."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups = {
        "": told["dependencies"],
        **{name: some for name, some in told["optional-dependencies"].items() if name not in FOR_WORK},
    }
    return {
        name_of(one): (one[len(MARKERS.sub("", one)) :].partition(";")[0].strip(), extra)
        for extra, some in groups.items()
        for one in some
    }


def license_of(found: Distribution) -> str:
    """As it says of itself, shortly."""
    about = found.metadata
    named = about.get("License-Expression") or ""
    classified = [
        one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or [] if one.startswith("License ::")
    ]
    return named or ", ".join(classified) or (about.get("License") or "not said").splitlines()[0][:40]


def list_lines() -> Iterator[str]:
    """The page."""
    yield "# What Onward stands on"
    yield ""
    yield "Made by `python benchmarks/dependencies.py` from what is installed. Each library is held below its next major version, so that an upgrade is looked at"
    yield "before it comes. `constraints.txt` has the versions that were tested, with the sha256 of each file for Linux on x86-64 and Python 3.11: there"
    yield "`pip install --require-hashes -r constraints.txt`, and then `pip install --no-deps onward`, takes these files and no others."
    yield "`make audit` asks what is known against them."
    yield ""
    yield "| library | asked for | tested with | license | how far along it is | why |"
    yield "|---|---|---|---|---|---|"
    for name, (bounds, extra) in sorted(list_direct().items()):
        tested, terms, upkeep = _of(name)
        yield f"| {name}{f' (`onward[{extra}]`)' if extra else ''} | `{bounds}` | {tested} | {terms} | {upkeep} | {WHY[name]} |"
    yield ""
    yield "Who works on Onward has the extra `dev` besides, for tests and checks, and may have `attack` (atheris, under the Apache License, kept up by Google):"
    yield "it leads spoiled files by what they reach ([what was tried](trust.md)). It has wheels for Linux; nothing but `make attack` asks for it."
    yield ""
    yield "What these stand on themselves is in `constraints.txt`. Nothing else is loaded, and nothing from another address at run time."


def _of(name: str) -> tuple[str, str, str]:
    """Version, license and state of what is installed."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return "not installed where this was made", "", ""
    return found.version, license_of(found), _upkeep(found)


def _upkeep(found: Distribution) -> str:
    """What it says of its own state; where it says nothing, that stands there."""
    said = [
        one.rpartition(" :: ")[2]
        for one in found.metadata.get_all("Classifier") or []
        if one.startswith("Development Status")
    ]
    return said[0].partition(" - ")[2].lower() if said else "not said"


def list_constraints(folder: Path) -> Iterator[str]:
    """A line for each library, with the sha256 of each of its files."""
    files: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in sorted(folder.iterdir()):
        name, version = path.name.split("-")[:2]
        files[name.lower().replace("_", "-"), version.removesuffix(".tar.gz")].append(
            hashlib.sha256(path.read_bytes()).hexdigest()
        )
    for (name, version), sums in sorted(files.items()):
        if name != "onward":
            yield " \\\n    ".join([f"{name}=={version}", *(f"--hash=sha256:{one}" for one in sorted(sums))])


def main() -> None:
    """Write the page, and the constraints where a folder is named."""
    given = argparse.ArgumentParser()
    given.add_argument("--constraints", type=Path)
    folder = given.parse_args().constraints
    PAGE.write_text("\n".join(list_lines()) + "\n", "utf-8")
    if folder is not None:
        CONSTRAINTS.write_text("\n".join(list_constraints(folder)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
