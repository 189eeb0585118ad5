"""How long each page takes, with how many queries and bytes: `python benchmarks/pages.py [--jobs 500 5000] [--only ROOM]`.

Prints one JSON object for each address in the URL table that a page is read from: server time is the median of five on
the processor's clock, for a search of each size (`benchmarks/filled.py`), then how it grew. `ours` is its time in ms at
the largest and `goal` what was set for it; `kept` says whether it keeps to all that was set: at most 50 ms at the largest
and 1.5 times the smallest (below 5 ms nothing is compared), as many queries at both, at most 15, at most 60 kB. No peer
has such pages.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
os.environ["ONWARD_HOME"] = tempfile.mkdtemp(prefix="onward-pages-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward_app.settings")

import django

django.setup()

from benchmarks.addresses import address_with_rows, list_addresses
from benchmarks.filled import CLOCK, fill_search, name_rows
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from onward_app import clock
from onward_app.records import models as rows
from onward_app.web.gate import cookie_for, cookie_name

REPEATS = 5
MOST_MS, MOST_GROWTH, MOST_QUERIES, MOST_KB, TOO_SHORT = 50, 1.5, 15, 60, 5
READ = (200, 301, 302)


@dataclass(frozen=True, slots=True)
class Measured:
    """One address of one search."""

    status: int
    ms: float
    queries: int
    kb: float


@contextmanager
def counting() -> Iterator[list[str]]:
    """The statements that are sent meanwhile, without those that open and close a transaction."""
    sent: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN")):
            sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield sent


def measure(browser: Client, where: str) -> Measured:
    """Ask for it a few times; what looking writes is taken back each time."""
    with counting() as sent:
        answer, _ = ask(browser, where)
    if answer.status_code not in READ:
        return Measured(answer.status_code, 0.0, len(sent), 0.0)
    taken = median(ask(browser, where)[1] for _ in range(REPEATS))
    size = 0 if answer.streaming else len(answer.content)
    return Measured(answer.status_code, round(taken * 1000, 1), len(sent), round(size / 1000, 1))


def ask(browser: Client, where: str) -> tuple[Any, float]:
    """The answer, and the seconds that the processor took for it."""
    with transaction.atomic():
        begun = time.process_time()
        answer = browser.get(where)
        taken = time.process_time() - begun
        transaction.set_rollback(True)
    return answer, taken


def measure_search(owner: rows.Owner, only: str) -> dict[str, Measured]:
    """Every address of one person's search."""
    browser = Client(raise_request_exception=False, HTTP_HOST="127.0.0.1:80", SERVER_PORT="80")
    browser.cookies[cookie_name()] = cookie_for(owner)
    named = name_rows(owner)
    return {
        name: measure(browser, address_with_rows(name, path, named))
        for name, path in list_addresses()
        if name.startswith(only)
    }


def tell(name: str, found: dict[int, Measured]) -> dict[str, Any]:
    """One line: what was measured at each size, and whether that is as it was set."""
    least, most = found[min(found)], found[max(found)]
    line: dict[str, Any] = {"page": name} | {str(jobs): asdict(one) for jobs, one in found.items()}
    line["growth"] = round(most.ms / least.ms, 2) if least.ms else None
    grew = most.ms > max(TOO_SHORT, MOST_GROWTH * least.ms)
    fits = most.ms <= MOST_MS and most.queries <= MOST_QUERIES and most.kb <= MOST_KB
    line |= {"ours": most.ms, "goal": MOST_MS, "peer": None, "ratio": None}
    return line | {"kept": fits and not grew and most.queries == least.queries}


def main() -> None:
    """Fill, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--jobs", type=int, nargs="+", default=[500, 5000])
    options.add_argument("--only", default="", help="addresses whose name begins so, like pace:")
    asked = options.parse_args()
    os.environ["ONWARD_CLOCK"] = CLOCK
    found: dict[str, dict[int, Measured]] = {}
    for jobs in sorted(asked.jobs):
        call_command("migrate", verbosity=0)
        owner = rows.Owner.objects.create(name="Sam", made_at=clock.now())
        fill_search(owner, jobs)
        for name, one in measure_search(owner, asked.only).items():
            found.setdefault(name, {})[jobs] = one
        call_command("flush", verbosity=0, interactive=False)
    for name, one in found.items():
        if any(measured.status in READ for measured in one.values()):
            print(json.dumps(tell(name, one)))


if __name__ == "__main__":
    main()
