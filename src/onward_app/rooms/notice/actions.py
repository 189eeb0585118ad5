"""What lies between the forms and the records: files that were sent become places that are read."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse

from onward.facts import THEIR_NOS
from onward.notice.message.letter import letter_key
from onward.wording.days import say_day
from onward_app.collect import OnProgress, Reading, collect_mail, take_in_letters
from onward_app.records.models import Change, Event, Letter, Owner
from onward_app.records.reading.ask import find_ask_answered_by
from onward_app.records.writing.owner import change_settings
from onward_app.rooms.notice.under_way import ReadingUnderWay, begin_reading
from onward_app.sources import Found, OnServer, Place, Text, open_source

ODD = re.compile(r"[^\w.\- ]")


def begin_files(owner: Owner, files: Iterable[Any], place: str, since: date | None) -> ReadingUnderWay:
    """Have read what was dropped or pointed at. Dropped files are gone again when they are read."""
    folder = tempfile.TemporaryDirectory(prefix="onward-dropped-")
    try:
        paths = [_put_file(Path(folder.name), number, file) for number, file in enumerate(files)]
        places: list[str | Path | Place] = [*paths, *([place] if place else [])]

        def read(me: Owner, into: Reading, progress: OnProgress) -> None:
            collect_mail(me, places, since=since, again=not paths, progress=progress, into=into)

        one = begin_reading(owner, read, place="" if paths else place, after=folder.cleanup)
    except BaseException:
        folder.cleanup()
        raise
    if one.read is not read:  # another reading is under way, and goes on instead
        folder.cleanup()
    return one


def begin_mailbox(owner: Owner, place: OnServer, since: date | None, *, anew: bool) -> ReadingUnderWay:
    """Have a mailbox on a server read."""

    def read(me: Owner, into: Reading, progress: OnProgress) -> None:
        collect_mail(me, [place], since=since, anew=anew, progress=progress, into=into)

    return begin_reading(owner, read)


def keep_began(owner: Owner, began: date | None) -> None:
    """Keep the day on which the search began, where it is said."""
    if began:
        change_settings(owner, "notice.began", f"The search began on {say_day(began)}.", search_began=began)


def read_pasted(owner: Owner, text: str) -> tuple[str, Change | None]:
    """Read one pasted letter: its key, and what was filed. Raises SourceTrouble when there is nothing to read."""
    raws = [found.raw for found in open_source(Text(text)) if isinstance(found, Found)]
    return letter_key(raws[0]), take_in_letters(owner, raws).change


def _put_file(folder: Path, number: int, file: Any) -> Path:
    """Each under its own folder, so that two of one name don't meet and the sentence still names the file.

    In a browser a large one is where it can be read already: it isn't copied into memory.
    """
    if settings.IN_BROWSER and hasattr(file, "temporary_file_path"):
        return Path(file.temporary_file_path())
    place = folder / str(number) / (ODD.sub("_", Path(file.name).name)[:120] or "mail")
    place.parent.mkdir()
    with place.open("wb") as target:
        for chunk in file.chunks():
            target.write(chunk)
    return place


def find_next_address(owner: Owner, key: str) -> str:
    """The page to open on after one letter was read: the ask it answers, the no, the job, or the letter that waits."""
    letter = Letter.objects.filter(owner=owner, key=key).first()
    if letter is None:
        return reverse("notice:front")
    asked = find_ask_answered_by(owner, letter)
    if asked is not None:
        return reverse("ask:outcome", args=[asked.pk], query={"read": 1})
    event = Event.objects.of(owner).filter(letter=key, opportunity__stands=True).first()
    if event is not None and event.kind in THEIR_NOS:
        return reverse("recover:no", args=[event.pk])
    if letter.opportunity_id and not letter.waiting:
        return reverse("jobs:timeline", args=[letter.opportunity_id])
    return reverse("notice:letter", args=[letter.pk])
