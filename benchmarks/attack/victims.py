"""What is killed: reading, serving, importing, exporting, restoring, migrating, practice. Each says what must hold afterwards."""

from __future__ import annotations

import gzip
import hashlib
import http.client
import logging
import os
import re
import socket
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.attack.places import check_place, enter, is_on_server, move_in
from benchmarks.attack.steps import Steps

ROOT = Path(__file__).parents[2]
BOX = ROOT / "examples" / "mailbox.mbox"
OLD = ROOT / "tests" / "records" / "old" / "0.1.0.sqlite3.gz"
FULL_ROUND = 40  # things done one after the other
GLANCE = 0.003  # seconds between two looks at whether it is done
DONE = "done"  # a file beside the folder: a line for each that was acknowledged


def is_at_it(pid: int) -> bool:
    """Whether a process that this one began hasn't ended."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None


def begin_anew() -> None:
    """What every start does before it opens the database."""
    from onward_app.keeping.in_use import alone
    from onward_app.keeping.swap import clear_incoming_drafts, finish_swap, is_swap_left

    if is_swap_left():
        with alone():
            finish_swap()
    clear_incoming_drafts()


def bring_up() -> Any:
    """What every start does, and then the owner."""
    from onward_app.records.writing.owner import ensure_owner
    from onward_app.serve import bring_up_to_date

    begin_anew()
    bring_up_to_date(daily=False)
    return ensure_owner()


def mark_search() -> str:
    """One word for all rows of the search; what numbers come next isn't part of it."""
    from onward_app.keeping.export import open_export

    with open_export()[0] as file, zipfile.ZipFile(file) as archive:
        told = sorted(f"{one.filename} {one.CRC}" for one in archive.infolist() if one.filename.startswith("rows/"))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


class Victim:
    """Something that is killed: how its folder is made, what it does, and what must hold whenever it was killed."""

    name = ""

    def __init__(self, beside: Path) -> None:
        self.beside = beside  # what outlives a try
        self.acknowledged = 0
        self.steps: Steps | None = None  # counted, and the last of them is where it is killed

    def prepare(self, folder: Path) -> None:
        """Make the folder that each try has a copy of."""
        move_in(folder)
        bring_up()

    def work(self, folder: Path) -> None:
        """What is killed."""
        raise NotImplementedError

    def begin(self, folder: Path) -> int:
        """Start the work in a process of its own."""
        from benchmarks.attack.kill import fork

        def begun() -> None:
            self.go_in(folder)
            self.work(folder)

        return fork(begun)

    def go_in(self, folder: Path) -> None:
        """This process works on this folder from here on, and its steps are counted."""
        enter(folder)
        if self.steps is not None:
            self.steps.listen(folder)

    def drive(self, folder: Path, until: float, pid: int) -> None:
        """What is done from outside while it works; then it is killed."""
        while time.monotonic() < until and is_at_it(pid):
            time.sleep(min(GLANCE, max(0, until - time.monotonic())))

    def remember(self, folder: Path) -> None:
        """Keep what a whole run leaves, to hold the others against."""
        enter(folder)
        (self.beside / f"{self.name}.whole").write_text(self.mark())

    def mark(self) -> str:
        """What is compared."""
        return mark_search()

    def judge(self, folder: Path) -> None:
        """The file is whole, and doing it again to its end gives what a whole run gives."""
        enter(folder)
        bring_up()
        check_place(folder)
        self.look(folder)
        self.work(folder)
        assert self.mark() == (self.beside / f"{self.name}.whole").read_text(), "another end"

    def look(self, folder: Path) -> None:
        """What must hold before it is done again."""


class Reading(Victim):
    """`onward read` of the example mailbox."""

    name = "reading"

    def work(self, folder: Path) -> None:
        """Read it, beginning with what an earlier run read and didn't file."""
        from onward_app.collect import collect_mail
        from onward_app.serve import _take_up_reading

        _take_up_reading()
        collect_mail(bring_up(), [BOX])

    def mark(self) -> str:
        """Every job with its events: numbers and moments may differ."""
        from onward_app.records.models import Event, Opportunity, Owner

        owner = Owner.objects.get()
        jobs = (
            Opportunity.objects.of(owner)
            .filter(merged_into=None)
            .values_list("pk", "employer", "role", "stage", "ended")
        )
        told = [
            (
                *job[1:],
                sorted(
                    f"{one.kind} {one.on} {one.letter}" for one in Event.objects.of(owner).filter(opportunity=job[0])
                ),
            )
            for job in jobs
        ]
        return repr(sorted(told))


class Practice(Victim):
    """An evening of practice: cards are made, answered and graded, and each is acknowledged."""

    name = "practice"

    def work(self, folder: Path) -> None:
        """Card by card."""
        from onward_app.records.models import Card
        from onward_app.records.writing.practice import add_card, grade_card, keep_attempt

        owner, said = bring_up(), folder / DONE
        with said.open("a", encoding="utf-8") as done:
            for number in range(len(said.read_text().split()), FULL_ROUND):
                if not Card.objects.of(owner).filter(question=f"Question {number}?").exists():
                    add_card(owner, question=f"Question {number}?", points=("a", "b", "c"))
                card = Card.objects.of(owner).get(question=f"Question {number}?")
                keep_attempt(owner, card, parts=["I said why."])
                grade_card(owner, card, met={0, 1})
                done.write(f"{number}\n")
                done.flush()

    def mark(self) -> str:
        """How many cards there are: a try that was killed between two steps has one answer more."""
        from onward_app.records.models import Card

        return str(Card.objects.count())

    def look(self, folder: Path) -> None:
        """Each that was acknowledged has its review, and the schedule is what the log says."""
        from onward_app.records.models import Card, Owner, Review
        from onward_app.records.writing.practice import rebuild_schedules

        done = (folder / DONE).read_text().split() if (folder / DONE).exists() else []
        lost = [one for one in done if not Review.objects.filter(card__question=f"Question {one}?").exists()]
        assert not lost, f"lost: {lost}"
        before = list(Card.objects.order_by("pk").values())
        rebuild_schedules(Owner.objects.get())
        assert list(Card.objects.order_by("pk").values()) == before, "the schedule isn't what the log says"


class Serving(Victim):
    """Pages that are sent forms, one after the other, over a real connection."""

    name = "serving"

    def prepare(self, folder: Path) -> None:
        """A folder, and what a browser shows that was let in."""
        move_in(folder)
        owner = bring_up()
        from onward_app.web.gate import cookie_for, cookie_name

        (folder / "cookie").write_text(f"{cookie_name()}={cookie_for(owner)}")

    def begin(self, folder: Path) -> int:
        """Listen here, and answer there."""
        from benchmarks.attack.kill import fork

        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen(16)
        self.port = self.listener.getsockname()[1]
        if folder.name == "whole":  # is driven to its end, to know how long that takes
            pid = fork(lambda: self._serve(folder))
            try:
                self.drive(folder, time.monotonic() + 600, pid)
            finally:
                os.kill(pid, 9)
                os.waitpid(pid, 0)
            return fork(lambda: None)
        return fork(lambda: self._serve(folder))

    def _serve(self, folder: Path) -> None:
        self.go_in(folder)
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        from waitress.server import create_server

        from onward_app.web.wsgi import application

        create_server(application, sockets=[self.listener], threads=4, ident=None).run()

    def drive(self, folder: Path, until: float, pid: int) -> None:
        """Send forms until then; a job for each, and a line for each that was answered."""
        self.listener.close()
        timeout = max(0.01, until - time.monotonic())
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        cookie = (folder / "cookie").read_text()
        try:
            csrf, token = self._open_form(connection, cookie)
            for number in range(FULL_ROUND):
                if time.monotonic() > until:
                    break
                told = urlencode(
                    {
                        "employer": f"Employer {number}",
                        "role": "",
                        "csrfmiddlewaretoken": token,
                        "on": "2026-11-02",
                        "kind": "applied",
                    }
                )
                headers = {"Cookie": f"{cookie}; {csrf}", "Content-Type": "application/x-www-form-urlencoded"}
                connection.request("POST", "/jobs/add/", told, headers)
                answer = connection.getresponse()
                answer.read()
                assert answer.status == 302, answer.status
                with (folder / DONE).open("a") as done:
                    done.write(f"{number}\n")
                self.acknowledged += 1
        except (OSError, http.client.HTTPException):
            pass  # its time was up, or its step has come
        finally:
            connection.close()

    def _open_form(self, connection: http.client.HTTPConnection, cookie: str) -> tuple[str, str]:
        connection.request("GET", "/jobs/add/", headers={"Cookie": cookie})
        answer = connection.getresponse()
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', answer.read().decode())
        assert found is not None
        return (answer.headers["Set-Cookie"] or "").split(";")[0], found[1]

    def remember(self, folder: Path) -> None:
        """Nothing: each try is held against what it acknowledged."""

    def judge(self, folder: Path) -> None:
        """Every form that was answered is there."""
        from onward_app.records.models import Opportunity

        enter(folder)
        bring_up()
        check_place(folder)
        done = (folder / DONE).read_text().split() if (folder / DONE).exists() else []
        there = set(Opportunity.objects.values_list("employer", flat=True))
        lost = [one for one in done if f"Employer {one}" not in there]
        assert not lost, f"lost: {lost}"


class Filled(Victim):
    """A victim with a search of something of everything in it."""

    def prepare(self, folder: Path) -> None:
        """The search, and another beside it."""
        from tests.filled import fill

        move_in(folder)
        fill(bring_up())


class Exporting(Filled):
    """`onward export`: the file is there whole, or isn't."""

    name = "exporting"

    def work(self, folder: Path) -> None:
        """Take everything out."""
        from onward_app.keeping.export import write_export

        write_export(folder / "out.zip")

    def mark(self) -> str:
        """The bytes of the file."""
        return hashlib.sha256((Path(os.environ["ONWARD_HOME"]) / "out.zip").read_bytes()).hexdigest()

    def look(self, folder: Path) -> None:
        """Whole, or not there."""
        if (folder / "out.zip").exists():
            assert self.mark() == (self.beside / f"{self.name}.whole").read_text(), "a part of a file"


class Swapping(Filled):
    """A victim that puts another search in the place of this one: it is the one or the other, whole."""

    def prepare(self, folder: Path) -> None:
        """The other search first, and then more in this one."""
        super().prepare(folder)
        self.put_aside(folder)
        from onward_app import clock
        from onward_app.records.models import Owner
        from onward_app.records.writing.jobs import add_job

        add_job(Owner.objects.get(), employer="Since then", role="", on=clock.today())
        (self.beside / f"{self.name}.before").write_text(mark_search())

    def put_aside(self, _: Path) -> None:
        """Keep what will be put in place."""
        raise NotImplementedError

    def look(self, folder: Path) -> None:
        """The one or the other."""
        known = {(self.beside / f"{self.name}.{which}").read_text() for which in ("before", "whole")}
        assert mark_search() in known, "neither the one search nor the other"


class Importing(Swapping):
    """`onward import FILE --replace`."""

    name = "importing"

    def put_aside(self, _: Path) -> None:
        """An export."""
        from onward_app.keeping.export import write_export

        write_export(self.beside / "in.zip")

    def work(self, folder: Path) -> None:
        """Bring it in."""
        from onward_app.keeping.bring_back import import_search

        import_search(self.beside / "in.zip", replace=True)


class Restoring(Swapping):
    """`onward restore`."""

    name = "restoring"

    def put_aside(self, _: Path) -> None:
        """A backup."""
        from onward_app.keeping.backups import make_backup

        (self.beside / "backup").write_text(make_backup().name)

    def work(self, folder: Path) -> None:
        """Put it in place."""
        from onward_app.keeping.restore import restore_backup
        from onward_app.serve import newest_migration

        restore_backup((self.beside / "backup").read_text(), newest_migration())


class Migrating(Victim):
    """The first start on the file of 0.1.0; on a server, where there was none, on a database with nothing in it."""

    name = "migrating"

    def prepare(self, folder: Path) -> None:
        """The old file."""
        move_in(folder)
        if not is_on_server():
            (folder / "onward.sqlite3").write_bytes(gzip.decompress(OLD.read_bytes()))

    def work(self, folder: Path) -> None:
        """Bring it up to date."""
        bring_up()


def list_victims(beside: Path) -> Iterator[Victim]:
    """All of them."""
    from benchmarks.attack.encrypting import Encrypting
    from benchmarks.attack.forgetting import Forgetting

    for victim in (Reading, Serving, Importing, Exporting, Restoring, Migrating, Practice):
        yield victim(beside)
    if not is_on_server():  # whose files aren't ours to look into
        yield Forgetting(beside)
        yield Encrypting(beside)
