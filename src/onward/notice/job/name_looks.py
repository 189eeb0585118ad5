"""What the words of a possible name look like: how many, which, whose they are, and whether the domain has them."""

from __future__ import annotations

from functools import lru_cache

from onward.notice.job.boards import is_about_jobs
from onward.notice.job.domains import is_fitting_label, is_label_made_of
from onward.notice.job.names import LEGAL_FORMS, employer_key, fold_name, split_name
from onward.notice.job.page import Page, bare_umlauts
from onward.notice.job.roles import holds_occupation
from onward.notice.job.senders import is_called_agency
from onward.notice.languages.load import gather_words
from onward.wording.client_given import GIVEN_NAMES

GIVEN = frozenset(word for name in GIVEN_NAMES for word in split_name(name))
_WORDS = 6  # of a name that are looked at
_STEM = 5  # letters at the beginning and the end of a long word: “Fahrradwerkstatt”, “fietsenmakerij”


def look_at_name(page: Page, text: str, key: str) -> list[str]:
    """The marks that a name has wherever it stands; `key` is its `employer_key`."""
    words = split_name(text)
    if not words:
        return ["empty"]
    long = [word for word in words[:_WORDS] if len(word) > _STEM]
    found = [f"n={min(len(words), _WORDS)}", f"first={words[0]}", f"last={words[-1]}"]
    found += [f"w={word}" for word in words[:_WORDS]]
    found += [f"end={word[-_STEM:]}" for word in long] + [f"beg={word[:_STEM]}" for word in long]
    if len(words) == 1:
        found.append(f"only={words[0]}")
    found += _look_at_shape(text, words)
    found += _look_for_people(page, text, words, key)
    found += _look_elsewhere(page, text)
    return [*found, *_compare_with_domain(page, text, words)]


def _look_at_shape(text: str, words: tuple[str, ...]) -> list[str]:
    told = {
        "legal": not LEGAL_FORMS.isdisjoint(words[1:]),
        "house": holds_house(words),
        "housefirst": holds_house(words[:1]),
        "houselast": len(words) > 1 and holds_house(words[-1:]),
        "jobword": is_about_jobs(text),
        "role": holds_occupation(text),
        "agencyword": is_called_agency(text),
        "upper": text.isupper(),
        "lower": text.islower(),
        "digit": any(c.isdigit() for c in text),
        "amp": "&" in text,
        "address": "@" in text or "http" in text,
    }
    return [name for name, is_so in told.items() if is_so]


@lru_cache(maxsize=8192)
def is_house(word: str) -> bool:
    """Whether one word, with its accents, is a house's: “Clínica”."""
    return fold_name(word) in gather_words("candidates.houses")


def holds_house(words: tuple[str, ...]) -> bool:
    """Whether a word says that a name is a house's: “Clinic”, “Stiftung”."""
    return not gather_words("candidates.houses").isdisjoint(words)


def _look_for_people(page: Page, text: str, words: tuple[str, ...], key: str) -> list[str]:
    """Whether it is, or holds, the name of whoever writes, is written to, or of anybody."""
    parts = text.split()
    held = sum(employer_key(word) in page.people for word in parts)
    given = "first" if words[0] in GIVEN else "some" if any(word in GIVEN for word in words) else "none"
    found = [
        f"people={'all' if held == len(parts) else 'some' if held else 'none'}",
        f"given={given}{min(len(words), 3)}",
    ]
    return [*found, "person"] if key in page.people else found


def _look_elsewhere(page: Page, text: str) -> list[str]:
    """Whether the first or the last word stands alone elsewhere, as a given name or a short form does."""
    words = text.split()
    if len(words) < 2:
        return []
    body = page.texts["body"]
    whole = body.count(text)
    return [f"alone={end}" for end, word in (("first", words[0]), ("last", words[-1])) if body.count(word) > whole]


def _compare_with_domain(page: Page, text: str, words: tuple[str, ...]) -> list[str]:
    label = page.label
    if not label:
        return ["nolabel"]
    made = is_label_made_of(label, text)
    fits = made or is_fitting_label(text, label)
    found = ["made" if made else "fits" if fits else "nofit"]
    if fits and not made and len(words) > 1:
        found.append("fitslong")
    shared = count_shared(page.bare_label, words)
    if not shared:
        return [*found, "share=0"]
    ends = f"{count_shared(page.bare_label, words[:1])}{count_shared(page.bare_label, words[-1:])}"
    return [*found, f"share={min(shared, 3)}", f"shareall={shared == len(words)}", f"shareends={ends}"]


def count_shared(label: str, words: tuple[str, ...]) -> int:
    """How many long words of a name are in the domain's word."""
    return sum(len(word) > 3 and bare_umlauts(word) in label for word in words)
