"""`onward mcp`, driven by the SDK's own client: one program, in its own process, over its pipe."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import ClientSession, StdioServerParameters, types
from mcp.client.stdio import stdio_client
from tests.in_folder import in_folder

from onward_app.cli import programs
from onward_app.programs import server
from onward_app.programs.answering import NOT_LET
from onward_app.programs.reads import READS
from onward_app.records.models import Change, Opportunity
from onward_app.records.tables import create_tables
from onward_app.records.writing.owner import ensure_owner
from onward_app.records.writing.programs import let_programs

SRC = Path(__file__).parents[2] / "src"
COMMAND = ["-c", "import sys; sys.argv[1:] = ['mcp']; from onward_app.cli.start import main; main()"]


def test_the_sdks_client_reads_writes_what_it_may_and_is_refused_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, db: None
) -> None:
    with in_folder(monkeypatch, tmp_path):
        create_tables()
        let_programs(ensure_owner(), ["add_job"])
    told = anyio.run(_talk, tmp_path)
    assert told["tools"] == [*(read.name for read in READS), "add_job"]
    assert told["wrote"].structuredContent["summary"] == "Added Elm, Counselor."
    assert told["jobs"].structuredContent["jobs"][0]["employer"] == "Elm"
    assert told["refused"].isError
    assert told["refused"].content[0].text == NOT_LET
    with in_folder(monkeypatch, tmp_path):
        change = Change.objects.get(pk=told["wrote"].structuredContent["change"])
        assert (change.by, change.program) == ("program", "robin")
        assert Opportunity.objects.get().employer == "Elm"


async def _talk(home: Path) -> dict[str, Any]:
    environment = {**os.environ, "ONWARD_HOME": str(home), "PYTHONPATH": str(SRC)}
    command = StdioServerParameters(command=sys.executable, args=COMMAND, env=environment)
    async with stdio_client(command) as (reading, writing):
        me = types.Implementation(name="robin", version="1")
        async with ClientSession(reading, writing, client_info=me) as session:
            await session.initialize()
            return {
                "tools": [tool.name for tool in (await session.list_tools()).tools],
                "wrote": await session.call_tool("add_job", {"employer": "Elm", "role": "Counselor"}),
                "jobs": await session.call_tool("list_jobs", {}),
                "refused": await session.call_tool("add_note", {"job": 1, "text": "x"}),
            }


def test_without_the_library_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.stdio", None)
    with pytest.raises(programs.typer.Exit):
        programs.mcp()
    assert server.MISSING in capsys.readouterr().err
