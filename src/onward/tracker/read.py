"""Which kind of text a file is, and its tables."""

from __future__ import annotations

from onward.decode import decode_bytes
from onward.tracker.delimited import read_delimited
from onward.tracker.json_text import looks_like_json, read_json
from onward.tracker.markdown import holds_tables, read_markdown
from onward.tracker.tables import TrackerTable


def read_text_tables(raw: bytes, name: str) -> list[TrackerTable]:
    """The tables in a file of text, of whatever shape and letters."""
    text, told = decode_bytes(raw)
    return [
        TrackerTable(one.name, one.lines, (*([told] if told else []), *one.told)) for one in read_tables(text, name)
    ]


def read_tables(text: str, name: str) -> list[TrackerTable]:
    """The tables in a text."""
    if looks_like_json(text):
        return read_json(text, name)
    if holds_tables(text):
        return read_markdown(text, name)
    return [read_delimited(text, name)]
