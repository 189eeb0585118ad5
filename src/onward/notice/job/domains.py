"""What the one word of a domain is made of: the words of a name, whole, shortened, or as initials."""

# ruff: noqa: SIM905 - tables of words are read as text

from __future__ import annotations

import re

from onward.notice.job.names import employer_key, fold_name, split_name
from onward.notice.languages.load import gather_words

# What a domain may add to a name that is there in full.
_ADDED = frozenset(
    """clinic clinics counseling therapy health healthcare care group center centre school schools inc llc gmbh online
    hq usa us uk jobs careers team hospital services wellness psych law tech labs app io ev""".split()
)
_PLACE = 4  # letters: a town or a state that is added behind the name (“…pdx”)
_SHORTENED = 5  # letters of a long first word that are enough to know it by


def is_label_made_of(label: str, name: str) -> bool:
    """Whether a domain's word is surely this name: each word of it whole, shortened from its end, or its first letter.

    “oakhollowusd” is made of Oakhollow Unified School District, “fernvalleypeds” of Fern Valley Pediatrics.
    """
    found = [word for place, word in enumerate(split_name(name)) if place or word not in gather_words("domains.small")]
    label = re.sub(r"[^a-z0-9]", "", fold_name(label))
    if not found or len(label) < 4:
        return False
    reached = _measure_reach(label, found)
    if len(label) in reached:
        return len(found) > 1 or label == found[0]
    whole = "".join(found)
    left = label.removeprefix(whole)
    return len(found) > 1 and left != label and (len(left) <= _PLACE or left in _ADDED)


def _measure_reach(label: str, found: list[str]) -> set[int]:
    """How far into the label the words lead, each giving a letter or more; the first is known by five or by all of
    it.
    """
    first = found[0]
    least = min(len(first), _SHORTENED)
    here = {size for size in range(least, len(first) + 1) if label.startswith(first[:size])}
    for word in found[1:]:
        passed = here if word in gather_words("domains.small") else set()
        here = passed | {end for start in here for end in _list_ends(label, start, word)}
    return here


def _list_ends(label: str, start: int, word: str) -> set[int]:
    """Where a word may end that begins at `start`: “peds” is short for pediatrics, so an s may follow."""
    size, ends = 0, set()
    while size < len(word) and start + size < len(label) and label[start + size] == word[size]:
        size += 1
        ends.add(start + size)
        if size > 1 and label[start + size : start + size + 1] == "s":
            ends.add(start + size + 1)
    return ends


def is_fitting_label(name: str, label: str) -> bool:
    """Whether a domain's word may be made from the name: joined up, its beginning, or its initials."""
    key, bare = employer_key(name), re.sub(r"[^a-z0-9]", "", fold_name(label))
    initials = "".join(word[0] for word in split_name(name) if word not in {"of", "and", "the", "for"})
    if not key or not bare:
        return False
    first = next(iter(split_name(name)), "")
    if len(first) >= 4 and bare.startswith(first):
        return True
    joined = len(min(key, bare, key=len)) >= 4 and (key.startswith(bare) or bare.startswith(key))
    return key == bare or joined or (len(bare) >= 3 and bare == initials) or is_label_made_of(label, name)
