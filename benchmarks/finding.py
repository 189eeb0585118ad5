"""How long the one box takes in a long search: `python benchmarks/finding.py [--letters 10000]`.

Makes up so many letters of 150 to 350 words (most of them common words, as in letters), then looks for a rare word, common
ones, the first two letters of one as somebody types, and several at once; prints one JSON object for each: how many were
found, and the median and the worst of twenty times on the clock, with the rows read and the words marked.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
os.environ["ONWARD_HOME"] = tempfile.mkdtemp(prefix="onward-finding-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward_app.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import transaction

from onward_app import clock
from onward_app.records.models import Letter, Owner
from onward_app.records.reading.finding import find_words

REPEATS = 20
GOAL = 30  # milliseconds
ASKED = ("zygote", "zyg", "interview", "in", "a", "we regret application", "th an", "nothinghasthis")
COMMON = [
    "the",
    "and",
    "to",
    "of",
    "your",
    "for",
    "we",
    "you",
    "in",
    "application",
    "with",
    "are",
    "have",
    "a",
    "is",
    "that",
    "our",
    "this",
    "be",
    "interview",
    "position",
    "not",
    "regret",
    "team",
    "thank",
    "role",
    "an",
    "at",
    "will",
    "on",
    "next",
    "week",
    "call",
    "would",
    "like",
    "from",
    "as",
    "experience",
    "candidates",
    "therapist",
    "clinic",
    "process",
    "time",
]


def make_letters(owner: Owner, number: int) -> None:
    """So many letters with as many different words as letters have: a few often, most rarely."""
    chance = random.Random(7)
    syllables = ["ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pra", "ste", "tri", "vo", "zyg"]
    rare = ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(20_000)]
    rows = []
    for one in range(number):
        size = chance.randint(150, 350)
        body = " ".join(chance.choice(COMMON if chance.random() < 0.8 else rare) for _ in range(size))
        if one % 1000 == 0:
            body += " zygote"
        rows.append(
            Letter(owner=owner, key=str(one), subject=" ".join(chance.choices(rare, k=6)), sender_name="Pat", body=body,
                   verdict={}, kind="other", on=clock.today())
        )  # fmt: skip
    with transaction.atomic():
        Letter.objects.bulk_create(rows, batch_size=500)


def main() -> None:
    """Make the letters and print what each search took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=10_000)
    number = parser.parse_args().letters
    call_command("migrate", verbosity=0)
    owner = Owner.objects.create(made_at=clock.now())
    begun = time.perf_counter()
    make_letters(owner, number)
    print(json.dumps({"letters": number, "made_in_s": round(time.perf_counter() - begun, 1)}))
    for words in ASKED:
        taken = []
        for _ in range(REPEATS):
            begun = time.perf_counter()
            found = find_words(owner, words)
            taken.append((time.perf_counter() - begun) * 1000)
        print(json.dumps({"words": words, "found": found.total, "ms": round(median(taken), 1), "worst_ms": round(max(taken), 1), "goal": median(taken) < GOAL}))  # fmt: skip


if __name__ == "__main__":
    main()
