"""The house: one arrow between the packages, the order of the steps inside, and no clock or disk in the library."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onward import STORY

SRC = Path(__file__).parent.parent / "src"
BELOW = {"facts", "log", "maths", "wording", "packs"}  # what every step may stand on
LIBRARIES = {
    "selectolax", "fast_mail_parser", "mailparser_reply", "fsrs", "icalendar", "dateutil", "webvtt",
}  # fmt: skip
IMPURE_CALLS = {
    ("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time"),
    ("os", "environ"), ("os", "getenv"), ("random", "random"), ("random", "choice"), ("random", "shuffle"),
}  # fmt: skip
IMPURE_MODULES = {
    "socket",
    "urllib.request",
    "http.client",
    "subprocess",
    "sqlite3",
    "smtplib",
    "imaplib",
    "tempfile",
    "shutil",
}


def modules(package: str) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((SRC / package).rglob("*.py")):
        name = ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text("utf-8"))


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "relative"


def refusal(module: str, imported: str) -> str | None:
    """Why this import breaks the house, or None."""
    top = imported.split(".")[0]
    if imported == "relative":
        return "imports are absolute"
    if module.split(".")[0] == "onward":
        return _library(module, imported, top)
    return _application(module, imported)


def _library(module: str, imported: str, top: str) -> str | None:
    if top not in {"onward", "__future__"} | LIBRARIES | set(sys.stdlib_module_names):
        return "the library stands on the standard library and a few pure ones"
    if any(imported == bad or imported.startswith(bad + ".") for bad in IMPURE_MODULES):
        return "the library doesn't touch the world"
    if top != "onward":
        return None
    here, there = _step(module), _step(imported)
    if here in {"today", ""} or there in {here, ""}:
        return None
    if here == "maths" or there == "today":
        return "maths knows nothing of jobs, and nothing knows today"
    if here in STORY and there in STORY and STORY.index(there) > STORY.index(here):
        return "a step imports earlier steps only"
    if here in BELOW and there not in BELOW:
        return "what stands below the steps doesn't know them"
    return None


def _application(module: str, imported: str) -> str | None:
    parts, target = module.split("."), imported.split(".")
    if target[0] != "onward_app" and not (parts[1:2] == ["sources"] and target[0] == "onward"):
        return None
    if (
        parts[1:2] == ["rooms"]
        and target[1:2] == ["rooms"]
        and len(parts) > 2
        and len(target) > 2
        and parts[2] != target[2]
    ):
        return "a room never imports another room"
    if parts[1:2] in (["records"], ["sources"]) and target[1:2] in (["rooms"], ["cli"], ["web"]):
        return "records and sources don't know who shows them"
    if parts[1:2] == ["sources"] and target[0] == "onward" and target[1:3] != ["notice", "message"]:
        return "sources know letters, and nothing else of the library"
    return None


def _step(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "onward" and parts[1] in {*STORY, *BELOW, "today"} else ""


def test_no_import_breaks_the_house() -> None:
    broken = [
        f"{module} imports {imported}: {why}"
        for package in ("onward", "onward_app")
        for module, tree in modules(package)
        for imported in imports(tree)
        if (why := refusal(module, imported))
    ]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("onward.ask.draft", "django.db.models"),
        ("onward.ask.draft", "onward.kinks.kinds"),
        ("onward.maths.survival", "onward.facts.Stage"),
        ("onward.pace.silence", "onward.today.moves"),
        ("onward.notice.message.letter", "socket.socket"),
        ("onward.facts", "onward.notice.verdict"),
        ("onward_app.rooms.ask.views", "onward_app.rooms.kinks.views"),
        ("onward_app.records.reading.ask", "onward_app.rooms.ask.views"),
        ("onward_app.sources.mbox", "onward.notice.kind.classify.classify"),
    ],
)
def test_a_planted_import_is_caught(module: str, imported: str) -> None:
    assert refusal(module, imported)


def test_the_library_never_asks_for_the_time_or_the_environment() -> None:
    asked = [
        f"{module}:{node.lineno} {node.value.id}.{node.attr}"
        for module, tree in modules("onward")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in IMPURE_CALLS
    ]
    assert not asked


def test_only_the_clock_asks_for_the_time() -> None:
    calls = {
        ("date", "today"),
        ("datetime", "now"),
        ("datetime", "utcnow"),
        ("timezone", "now"),
        ("timezone", "localdate"),
    }
    asked = [
        f"{module}:{node.lineno}"
        for module, tree in modules("onward_app")
        if module != "onward_app.clock"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and (node.value.id, node.attr) in calls
    ]
    assert not asked


def test_the_story_is_the_list_of_folders() -> None:
    folders = {path.name for path in (SRC / "onward").iterdir() if path.is_dir() and path.name in {*STORY}}
    rooms = {path.name for path in (SRC / "onward_app" / "rooms").iterdir() if path.is_dir()}
    assert folders == set(STORY)
    assert set(STORY) <= rooms


@pytest.mark.parametrize(
    "place", sorted(SRC.glob("*/**/__init__.py")), ids=lambda place: str(place.parent.relative_to(SRC))
)
def test_every_package_says_what_comes_in_what_goes_out_and_who_calls_it(place: Path) -> None:
    if "migrations" in place.parts or place.parent == SRC / "onward":  # the one is Django's, the other the front
        return
    said = ast.get_docstring(ast.parse(place.read_text("utf-8"))) or ""
    assert [word for word in ("In:", "Out:", "Called by") if word not in said] == []
