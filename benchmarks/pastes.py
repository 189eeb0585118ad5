"""How well “I just got a no” takes in what people paste: `python benchmarks/pastes.py [FILE] [--misses]`.

Each paste goes through the page of a new person, on the evening of the day that it gives (else of one day). Prints one
JSON object; a count is “right of those that can be”, and `right_of_given` counts where an employer was said at all. One
whose id ends with “-x” is no no: the page may not begin a day with it in silence (`asked_of_no_no`). Without FILE it
reads `pastes.toml`, which nothing was tuned on.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))
os.environ["ONWARD_HOME"] = tempfile.mkdtemp(prefix="onward-pastes-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward_app.settings")

import django

django.setup()

from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment

from onward.notice.job.names import is_looser_role, is_same_employer, is_same_role
from onward.notice.message.letter import parse_letter
from onward_app import clock
from onward_app.records.models import Letter, Opportunity, Owner, RejectionDay
from onward_app.records.reading.named import find_day_named
from onward_app.sources.pasted import pasted_bytes
from onward_app.web.gate import cookie_for, cookie_name

EVENING = "2025-06-16T21:00"  # of a paste that gives no day
NO_NO = "-x"  # how the id of a paste ends that is no no
ANALYSIS = ("<mark>", "unsure", "Unsure")


@dataclass(frozen=True, slots=True)
class Taken:
    """What the page made of one paste."""

    begun: bool
    light: bool
    analyzed: bool
    employer: str
    role: str
    met: bool
    day: str


def take_paste(text: str, name: str) -> Taken:
    """Paste it as a person who has nothing here yet."""
    moment = parse_letter(pasted_bytes(text)).date
    with clock.fixed(moment.strftime("%Y-%m-%dT23:00") if moment else EVENING):
        owner = Owner.objects.create(name=name, made_at=clock.now())
        client = Client(HTTP_HOST="127.0.0.1:80", SERVER_PORT="80")
        client.cookies[cookie_name()] = cookie_for(owner)
        page = client.post("/start/no/", {"text": text}, follow=True).content.decode()
    day = RejectionDay.objects.of(owner).first()
    job = Opportunity.objects.of(owner).first()
    letter = Letter.objects.filter(owner=owner).first()
    return Taken(
        begun=day is not None,
        light=day is not None and day.light,
        analyzed=any(word in page for word in ANALYSIS),
        employer=job.employer if job else "",
        role=job.role if job else "",
        met=job is not None and job.interviews.filter(stands=True).exists(),
        day=find_day_named(letter) if letter else "",
    )


def is_right_role(found: str, told: str) -> bool:
    """The same role, or the same with more said of it: “night nurse” for “nurse”."""
    return is_same_role(found, told) or is_looser_role(told, found)


def is_begun_well(name: str, taken: Taken) -> bool:
    """Whether a no begins a day, and what is no no begins none."""
    return taken.begun is not name.endswith(NO_NO)


def measure(pastes: list[dict[str, Any]], *, misses: bool) -> dict[str, Any]:
    """Counts of what was right; what was wrong goes to the screen’s other stream when it is asked for."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for number, told in enumerate(pastes):
        taken = take_paste(told["text"], f"Person {number}")
        said = {
            "asked_of_no_no" if told["id"].endswith(NO_NO) else "rejection_days": is_begun_well(told["id"], taken),
            "without_analysis": not taken.analyzed,
            "met": taken.met == told["met"],
            "day_named": taken.day == told["names_day"],
        }
        if told["employer"]:
            said["employer"] = is_same_employer(taken.employer, told["employer"])
        else:
            said["no_employer_made_up"] = not taken.employer
        if told["role"]:
            said["role"] = is_right_role(taken.role, told["role"])
        if taken.employer:
            said["right_of_given"] = is_same_employer(taken.employer, told["employer"])
        right.update(what for what, well in said.items() if well)
        of.update(list(said))
        if misses and not all(said.values()):
            print(told["id"], [what for what, well in said.items() if not well], taken, file=sys.stderr)
    return {"n": len(pastes), **{what: f"{right[what]} of {of[what]}" for what in of}}


def main() -> None:
    """Measure one file of pastes."""
    files = [one for one in sys.argv[1:] if not one.startswith("--")]
    path = Path(files[0]) if files else ROOT / "benchmarks" / "pastes.toml"
    setup_test_environment()
    call_command("migrate", verbosity=0)
    pastes = tomllib.loads(path.read_text("utf-8"))["paste"]
    print(json.dumps(measure(pastes, misses="--misses" in sys.argv)))


if __name__ == "__main__":
    main()
