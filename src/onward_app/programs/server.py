"""The server of the Model Context Protocol: over standard input and output, and no port."""

from __future__ import annotations

import sys
from typing import Any

from onward import __version__

MISSING = (
    "For other programs Onward needs the library “mcp”, which isn’t installed. Install it with `pip install "
    "'onward[mcp]'`, and start the other program again."
)
SAYS = (
    "Onward is a private notebook of somebody’s job search, on their own computer. They may have had a bad day: say no "
    "figures unasked, never call a person or a search a failure, and leave decisions to them. Reading changes nothing. "
    "What may be written is what they said yes to in Onward, and they can undo each change."
)


class NoServer(Exception):
    """The library isn't there; the message says what to do."""


def check_server() -> None:
    """Whether it can be served, before anything else is done.

    Raises:
        NoServer: the library isn't installed.
    """
    try:
        import mcp.server.stdio  # noqa: F401 - only to know
    except ImportError as missing:
        raise NoServer(MISSING) from missing


def serve_programs() -> None:
    """Answer one program until it goes."""
    import anyio

    anyio.run(_serve_requests)


async def _serve_requests() -> None:
    from mcp.server.stdio import stdio_server

    server = _make_server()
    async with stdio_server() as (reading, writing):
        sys.stdout = sys.stderr  # what anything prints by the way is no message
        await server.run(reading, writing, server.create_initialization_options())


def _make_server() -> Any:
    import anyio.to_thread
    from mcp import types
    from mcp.server.lowlevel import Server

    server: Any = Server("onward", version=__version__, instructions=SAYS)

    @server.list_tools()  # type: ignore[untyped-decorator]
    async def list_tools() -> list[types.Tool]:
        told = await anyio.to_thread.run_sync(_list_tools)
        return [
            types.Tool(
                name=name, description=says, inputSchema=schema,
                annotations=types.ToolAnnotations(readOnlyHint=reads, destructiveHint=False, openWorldHint=False),
            )
            for name, says, schema, reads in told
        ]  # fmt: skip

    @server.call_tool(validate_input=False)  # type: ignore[untyped-decorator]
    async def call_tool(name: str, given: dict[str, Any]) -> dict[str, Any]:
        said = server.request_context.session.client_params
        return await anyio.to_thread.run_sync(_answer_call, said.clientInfo.name if said else "", name, given)

    return server


def _list_tools() -> list[tuple[str, str, dict[str, Any], bool]]:
    from django.db import connections

    from onward_app.programs.answering import list_offered
    from onward_app.programs.reads import Read
    from onward_app.records.writing.owner import ensure_owner

    try:
        return [(one.name, one.says, one.schema, isinstance(one, Read)) for one in list_offered(ensure_owner())]
    finally:
        connections.close_all()


def _answer_call(said: str, name: str, given: dict[str, Any]) -> dict[str, Any]:
    """Whose search it is, is asked each time: it may have been deleted, or another put in its place."""
    from django.db import connections

    from onward_app.programs.answering import answer, name_program
    from onward_app.records.writing.owner import ensure_owner

    try:
        return answer(ensure_owner(), name_program(said), name, given)
    finally:
        connections.close_all()
