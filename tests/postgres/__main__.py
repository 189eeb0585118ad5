"""`python -m tests.postgres`: what may differ on PostgreSQL, tried on a server that is started for it, and stopped.

That is what is written and read (records), what moves a search, the calendar's feed, and the rooms with questions to
the database of their own. The other rooms ask through these. Paths and options of pytest's choose others.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.postgres.server import NoServer, find_programs, serve

ROOMS = ("ask", "find", "jobs_table", "today")
TESTS = ("tests/postgres", "tests/records", "tests/keeping/test_feed.py", *(f"tests/rooms/test_{n}.py" for n in ROOMS))


def main(words: list[str]) -> int:
    """Run the tests; where no server can be had, say so and why."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the server is stopped then too
    try:
        with (
            tempfile.TemporaryDirectory(prefix="onward-pg-", ignore_cleanup_errors=True) as folder,
            serve(Path(folder), find_programs()) as address,
        ):
            return _run_tests(address, words)
    except NoServer as why:
        print(f"NOT RUN: nothing was tried on PostgreSQL, because {why}")  # noqa: T201 - what make says
        return 0


def _run_tests(address: str, words: list[str]) -> int:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-m", "not in_file and not long"]
    chosen = () if any(not word.startswith("-") for word in words) else TESTS
    told = os.environ | {"ONWARD_TESTS_ON": address}
    return subprocess.run([*command, *chosen, *words], env=told, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
