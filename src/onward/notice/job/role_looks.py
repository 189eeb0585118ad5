"""What a candidate for the role looks like: the marks that the weights are learned for."""

from __future__ import annotations

import re
from collections import Counter

from onward.notice.job.candidates import Mention
from onward.notice.job.looks import look_around
from onward.notice.job.name_looks import holds_house
from onward.notice.job.names import role_words, split_name
from onward.notice.job.page import Page
from onward.notice.job.roles import holds_occupation, is_occupation, is_titled

_GENDER = re.compile(
    r"\(?\b[mwfdhxi](?:\s?[/|*]\s?[mwfdhxi]){1,3}\b|/(?:a|in|e|o|euse|trice)\b|[:*]in\b", re.IGNORECASE
)


def look_at_roles(page: Page, candidates: list[Mention], employer: str = "") -> list[list[str]]:
    """The marks of each candidate, in order, and last those of the answer that no role is named."""
    said = [role_words(one.text) for one in candidates]
    fields = Counter(key for key, _ in {(key, one.field) for key, one in zip(said, candidates, strict=True)})
    places = Counter(said)
    found = [
        [
            *_look_at_words(page, one, employer),
            f"fields={fields[key]}",
            f"times={min(places[key], 4)}",
            *_look_at_place(page, one),
        ]
        for key, one in zip(said, candidates, strict=True)
    ]
    no_role = ["none", "none*subject"] if page.texts["subject"].strip() else ["none"]
    return [*found, no_role]


def _look_at_words(page: Page, one: Mention, employer: str) -> list[str]:
    text = one.text
    words = split_name(text)
    if not words:
        return ["empty"]
    found = [f"n={min(len(words), 8)}", f"first={words[0]}", f"last={words[-1]}", *(f"w={word}" for word in words)]
    found += [f"end={word[-4:]}" for word in words if len(word) > 5]
    found += [f"fend={words[0][-4:]}", f"lend={words[-1][-4:]}", f"fbeg={words[0][:5]}"]
    if holds_occupation(text):
        found.append("role")
        found.append(f"rolefirst={is_occupation(text.split()[0])}")
        found.append(f"rolelast={is_occupation(text.split()[-1])}")
    else:
        found.append("norole")
    found += [f"titled={is_titled(text)}", f"cap={text[0].isupper()}{text.split()[-1][0].isupper()}"]
    if _GENDER.search(text):
        found.append("gender")
    if any(c.isdigit() for c in text):
        found.append("digit")
    if holds_house(words):
        found.append("house")
    if employer and (employer in text or text in employer):
        found.append("employer")
    if not page.people.isdisjoint(words):
        found.append("person")
    return found


def _look_at_place(page: Page, one: Mention) -> list[str]:
    text = page.texts[one.field]
    found = [f"f={one.field}", *(f"how={how}" for how in one.how), *look_around(text, one)]
    named = "role" if holds_occupation(one.text) else "norole"
    found += [f"f={one.field}*{named}", *(f"how={how}*{named}" for how in one.how), f"{found[-1]}*{named}"]
    opened = text[max(0, one.start - 1) : one.start]
    if opened in set("“„«\"'‘") and opened:
        found.append("inquotes")
    if one.field == "body":
        number = page.find_line(one.start)
        found.append(f"top={min(number, 4)}")
        found.append("quoted" if page.is_quoted(one.start) else f"sign={min(page.signed - 1 - number, 5)}")
        start, end = page.lines[number]
        found.append(f"size={'s' if end - start < 50 else 'l'}")
    else:
        found.append(f"sub={one.start == len(text) - len(text.lstrip())}{one.end >= len(text.rstrip())}")
    return found
