"""What is spoiled: files of every kind that Onward reads, and how each is read. What a kind refuses in words is no failure."""

from __future__ import annotations

import io
import shutil
import tarfile
import zipfile
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.attack.places import enter

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests"


@dataclass(frozen=True, slots=True)
class Sample:
    """A kind of file: good ones, and how it is read from bytes, with a place where it may be written; whether it was."""

    kind: str
    files: list[bytes]
    read: Callable[[bytes, Path], bool]
    ending: str = ""


def list_samples(wanted: Collection[str] = ()) -> list[Sample]:
    """Every kind, or those that are wanted; an export is made only where one is."""
    letters = _letters()
    transcripts = [path.read_bytes() for end in ("*.vtt", "*.srt") for path in (CASES / "core/debrief/cases").glob(end)]
    calendars = [path.read_bytes() for path in sorted((CASES / "core/debrief/cases").glob("*.ics"))]
    packs = [path.read_bytes() for path in sorted((ROOT / "src/onward/packs").glob("*.toml"))]
    sheets = [path.read_bytes() for path in sorted((CASES / "trackers/cases").iterdir()) if path.is_file()]
    exports = [_export()] if not wanted or "exports" in wanted else []
    every = [
        Sample("messages", letters, _read_message),
        Sample("mailboxes", [(ROOT / "examples/mailbox.mbox").read_bytes()[:60_000]], _read_mail, ".mbox"),
        Sample("zips", [_zip(letters)], _read_mail, ".zip"),
        Sample("tgzs", [_tgz(letters)], _read_mail, ".tgz"),
        Sample("calendars", [*calendars, (ROOT / "examples/interview.ics").read_bytes()], _read_calendar),
        Sample("transcripts", [*transcripts, (ROOT / "examples/transcript.vtt").read_bytes()], _read_transcript),
        Sample("tables", [TABLE.encode(), TABLE.replace(",", ";").encode("utf-16")], _read_table, ".csv"),
        Sample("workbooks", sheets, _read_table, ".xlsx"),
        Sample("packs", packs, _read_pack),
        Sample("exports", exports, _read_export, ".zip"),
    ]
    return [one for one in every if not wanted or one.kind in wanted]


TABLE = """Company,Job Title,Status,Date Applied,Notes
Harbor Light,Therapist,Rejected,2026-03-02,"They said ""no"", kindly"
Oak Hollow,Counselor,1st round,3/14/2026,
Müller GmbH,Sozialpädagogin,offer,14.03.2026,=1+1
"""


def _letters() -> list[bytes]:
    """The messages of the example, and those that tests keep because they are odd."""
    from onward_app.sources import open_source

    found = [one.raw for one in open_source(ROOT / "examples/mailbox.mbox") if hasattr(one, "raw")]
    return found + [path.read_bytes() for path in sorted((CASES / "core/notice/cases").rglob("*.eml"))]


def _zip(letters: list[bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, raw in enumerate(letters[:8]):
            archive.writestr(f"Mail/{number}.eml", raw)
        archive.writestr(
            "Takeout/Mail/All mail.mbox",
            b"".join(b"From x Mon Mar  2 09:00:00 2026\n" + one + b"\n" for one in letters[:8]),
        )
    return out.getvalue()


def _tgz(letters: list[bytes]) -> bytes:
    out = io.BytesIO()
    box = b"".join(b"From x Mon Mar  2 09:00:00 2026\n" + one + b"\n" for one in letters[:8])
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        head = tarfile.TarInfo("Takeout/Mail/All mail.mbox")
        head.size = len(box)
        archive.addfile(head, io.BytesIO(box))
    return out.getvalue()


def _export() -> bytes:
    """An export's shape, by the tables there are."""
    from benchmarks.attack.search import new_search

    from onward_app.keeping.export import open_export

    new_search()
    with open_export()[0] as file:
        return file.read()


def _read_message(raw: bytes, _: Path) -> bool:
    from onward.notice.message.letter import parse_letter
    from onward.notice.read import read_letter

    read_letter(parse_letter(raw))
    return True


def _read_mail(raw: bytes, place: Path) -> bool:
    from onward_app.sources import open_source
    from onward_app.sources.found import SourceTrouble

    place.write_bytes(raw)
    with suppress(SourceTrouble):
        return bool([str(one) for one in open_source(place)])
    return False


def _read_calendar(raw: bytes, _: Path) -> bool:
    from onward.debrief.meeting import read_meetings

    return bool(read_meetings(raw))


def _read_transcript(raw: bytes, _: Path) -> bool:
    from onward.debrief.answers import pair_answers
    from onward.debrief.measures import measure_answer
    from onward.debrief.transcript import read_transcript

    found = read_transcript(raw)
    for speaker in found.speakers[:2]:
        for answer in pair_answers(found, speaker)[:5]:
            measure_answer(answer)
    return bool(found.speakers)


def _read_table(raw: bytes, place: Path) -> bool:
    from onward_app.trackers.bringing import read_tracker
    from onward_app.trackers.opening import open_tracker
    from onward_app.trackers.troubles import TrackerTrouble

    with suppress(TrackerTrouble):
        read_tracker(open_tracker(place.name, raw))
        return True
    return False


def _read_pack(raw: bytes, _: Path) -> bool:
    from onward_app.packs_folder import read_pack

    found, mistakes = read_pack(raw, "mine.toml")
    return found is not None or any("that of a pack that ships" in one.sentence for one in mistakes)


def _read_export(raw: bytes, place: Path) -> bool:
    """Into a folder of its own, where nothing is: the search that is attacked is open, and would be busy."""
    from onward_app import home
    from onward_app.home import HomeTrouble
    from onward_app.keeping.archive import ImportTrouble
    from onward_app.keeping.bring_back import import_search

    was, empty = home.home_folder(), place.with_name("empty")
    place.write_bytes(raw)
    shutil.rmtree(empty, ignore_errors=True)
    enter(empty)
    try:
        with suppress(ImportTrouble, HomeTrouble):
            import_search(place)
            return True
    finally:
        enter(was)
    return False
