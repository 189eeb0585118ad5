"""Every address of the pages, walked through as Django has them, with rows of a search in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import URLResolver, get_resolver

# What stands in an address, by the address's name: where it is not here, an id has no row and a test says so.
ROWS = {
    "jobs": "job", "changes": "change", "notice": "letter", "values": "value",
    "jobs:strike": "job event", "jobs:drop_view": "view",
    "jobs:document": "document", "jobs:delete_document": "document", "ask:write": "lost", "ask:send": "lost", "ask:apart": "lost", "ask": "ask", "values:job": "job", "values:gate": "job", "values:offer": "job",
    "debrief": "interview", "debrief:record": "event", "debrief:start_application": "job", "debrief:resume": "debrief",
    "debrief:screen": "debrief", "debrief:transcript": "transcript", "debrief:who": "transcript",
    "debrief:edit_transcript": "transcript", "debrief:delete_transcript": "transcript",
    "start:unlike": "letter", "start:move": "letter job", "start:move_told": "no job", "start:met": "lost",
    "recover:no": "no", "recover:close": "day", "recover:evening": "day", "recover:back": "day", "recover:reached": "day companion",
    "recover:person": "companion", "recover:remove_person": "companion", "recover:remove_words": "words", "recover:letter_words": "letter",
    "values:burn": "matters", "recover:burn": "kind_lines",
    "pace": "job", "kinks": "kink", "kinks:kind": "kind", "kinks:remove_kind": "kind", "kinks:before": "interview",
    "kinks:sighting": "sighting", "kinks:mine": "sighting", "kinks:drop": "sighting", "kinks:chance": "chance",
    "people": "person", "people:off": "person link",
    "helpers": "helper", "helpers:packet": "packet", "helpers:file": "packet", "helpers:paper": "packet", "helpers:forget": "packet",
    "helpers:comment": "comment",
    "practice": "card", "practice:audio": "recording", "practice:delete_recording": "recording",
    "practice:round": "round", "practice:end_round": "round", "practice:let_go": "round",
    "practice:keep_question": "round attempt",
}  # fmt: skip
WORDS = {"screen": "asked", "name": "normal", "pack": "general", "family": "why-here", "key": "nobodys"}
NEEDS = {"values:gate": "?action=accept"}


def list_addresses(resolver: URLResolver | None = None, space: str = "", path: str = "/") -> Iterator[tuple[str, str]]:
    """Each address: its full name, and its path with <converters>."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from list_addresses(one, one.namespace or space, path + str(one.pattern))
        else:
            yield f"{space}:{one.name}" if space else str(one.name), path + str(one.pattern)


def address_with_rows(name: str, path: str, named: Mapping[str, Any]) -> str:
    """The address with the rows of this search in it."""
    rows = iter((ROWS.get(name) or ROWS[name.split(":")[0]]).split() if "<int:" in path else ())
    parts = []
    for part in path.split("/"):
        if part.startswith("<int:"):
            parts.append(str(named[next(rows)].pk))
        else:
            parts.append(WORDS[part.strip("<>").split(":")[1]] if part.startswith("<") else part)
    return "/".join(parts) + NEEDS.get(name, "")
