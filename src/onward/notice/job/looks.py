"""What a candidate for the employer looks like: the marks that the weights are learned for.

A mark is a short string: “p=bei” says that the word “bei” stands before it, “w=clinic” that it holds that word, and
“house*f=from” that a machine's letter names it as its sender.
"""

# ruff: noqa: SIM905 - tables of marks are read as text

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onward.notice.job.boards import offers_jobs
from onward.notice.job.candidates import Mention
from onward.notice.job.domains import is_label_made_of
from onward.notice.job.mailboxes import is_for_house
from onward.notice.job.name_looks import GIVEN, count_shared, holds_house, is_house, look_at_name
from onward.notice.job.names import employer_key, split_name
from onward.notice.job.page import Page
from onward.notice.job.roles import is_role_like
from onward.notice.job.senders import is_agency, is_called_agency, is_job_board
from onward.notice.languages.load import gather_words

_NEAR = 44  # characters before and after a candidate
_WORD = re.compile(r"[^\W\d_]+|[@&|•·<>:,.!?()\[\]–—/\"„“”-]")
# The marks that mean something else in another sort of letter.
_CROSSED = frozenset(
    "f=from f=subject f=body how=domain made fits nofit agencyword person house signature given=first1 given=first2 "
    "given=first3 given=none1 legal housefirst jobword".split()
)
# The marks that mean more or less by the field in which a name stands.
_SHOWN = frozenset(
    "made fits nofit share=0 share=1 share=2 share=3 house role person legal n=1 people=all people=some given=first2 "
    "how=line how=piece how=run how=head how=tail fields=1 fields=2 fields=3 housefirst houselast jobword".split()
)


def look_at(page: Page, candidates: Sequence[Mention]) -> list[list[str]]:
    """The marks of each candidate, in order, and last those of the answer that nobody is named."""
    keys = [employer_key(one.text) for one in candidates]
    places = {(key, one.field, one.start) for key, one in zip(keys, candidates, strict=True)}
    often = Counter(key for key, _, _ in places)
    fields = Counter(key for key, _ in {(key, field) for key, field, _ in places})
    sort = _look_at_letter(page)
    about = [*sort, *_look_at_rivals(page, candidates)]
    names: dict[str, list[str]] = {}
    found = []
    for key, one in zip(keys, candidates, strict=True):
        if one.text not in names:
            seen = [f"often={min(often[key], 4)}", f"fields={fields[key]}"]
            names[one.text] = [*look_at_name(page, one.text, key), *seen]
        own = [*names[one.text], *_look_at_place(page, one)]
        own += [f"f={one.field}*{mark}" for mark in _SHOWN.intersection(own)]
        found.append([*own, *(f"{a}*{b}" for b in _CROSSED.intersection(own) for a in about)])
    nobody = ["none", *(f"none*{one}" for one in sort), *([] if page.label else ["none*nolabel"])]
    return [*found, nobody]


def _look_at_letter(page: Page) -> list[str]:
    """What sort of letter it is, by who sent it."""
    sender = page.letter.sender
    is_house = is_for_house(sender.address)
    told = {
        "noaddress": not sender.address,
        "board": is_job_board(sender.address) or (is_house and offers_jobs(page.texts["body"])),
        "agency": is_agency(sender.address) or is_called_agency(sender.name),
        "shared": page.is_shared,
        "house": is_house,
    }
    return [name for name, is_so in told.items() if is_so]


def _look_at_rivals(page: Page, candidates: Sequence[Mention]) -> list[str]:
    """Whether the text itself has a name that the sender's domain is made of, or one that shares words with it."""
    if not page.label:
        return []
    texts = {one.text for one in candidates if "domain" not in one.how}
    if any(is_label_made_of(page.label, text) for text in texts):
        return ["named"]
    shared = {text: count_shared(page.bare_label, split_name(text)) for text in texts if " " in text}
    most = max(shared.values(), default=0)
    houses = any(count and holds_house(split_name(text)) for text, count in shared.items())
    return [f"shared{min(most, 2)}", *(["sharedhouse"] if houses else [])] if most else []


def _look_at_place(page: Page, one: Mention) -> list[str]:
    text = page.texts[one.field]
    found = [f"f={one.field}", *(f"how={how}" for how in one.how)]
    if "domain" in one.how:
        found += _look_at_domain(one.text)
    found += look_around(text, one)
    if one.field == "body":
        found += _look_at_line(page, one)
        if "\n" in page.letter.body[one.start : one.end]:
            found.append("wrap")
    return found


def _look_at_domain(text: str) -> list[str]:
    """The parts of a domain's word, and stretches of five letters of each."""
    parts = re.findall(r"[a-z0-9]+", text.lower())
    grams = {f"^{part}$"[at : at + 5] for part in parts for at in range(max(len(part) - 2, 1))}
    return [f"parts={min(len(parts), 3)}", *(f"d={gram}" for gram in sorted(grams)), *(f"dw={part}" for part in parts)]


def look_around(text: str, one: Mention) -> list[str]:
    """The words and marks on the same line before and after."""
    before = _WORD.findall(text[max(0, one.start - _NEAR) : one.start].rpartition("\n")[2].lower())[-3:]
    after = _WORD.findall(text[one.end : one.end + _NEAR].partition("\n")[0].lower())[:2]
    last = before[-1] if before else "^"
    found = [f"p={last}", f"fp={one.field[0]}{last}", f"a={after[0] if after else '$'}"]
    if len(before) > 1:
        found += [f"pp={before[-2]} {last}", f"p2={before[-2]}"]
    if len(before) > 2:
        found.append(f"ppp={before[-3]} {before[-2]} {last}")
    if last in GIVEN:
        found += ["pgiven", f"pgiven*{one.field}", *(f"pgiven*{how}" for how in one.how)]
    elif before and is_role_like(last):
        found.append("prole")
    if len(after) > 1:
        found.append(f"aa={after[0]} {after[1]}")
    found += _look_for_more(before, after)
    if not before and not after:
        found.append(f"whole={one.field}")
    if text[one.end : one.end + 1] in ("\n", ""):
        found.append("atend")
    return found


def _look_for_more(before: list[str], after: list[str]) -> list[str]:
    """Whether a house's word stands right before, or behind, so that the name may begin or end there: “Ferme des …”."""
    found = ["beforehouse"] if after and is_house(after[0]) else []
    for at, word in enumerate(reversed(before)):
        if is_house(word):
            return [f"behindhouse{min(at, 1)}", *found]
        if word not in gather_words("candidates.joins"):
            break
    return found


def _look_at_line(page: Page, one: Mention) -> list[str]:
    """Where in the letter its line stands, and how long that is."""
    number = page.find_line(one.start)
    start, end = page.lines[number]
    below = page.signed - 1 - number
    size = end - start
    found = [f"top={min(number, 3)}", f"size={'s' if size < 40 else 'm' if size < 90 else 'l'}"]
    found.append("quoted" if page.is_quoted(one.start) else f"sign={min(below, 7)}")
    if size < 60 and below < 8:
        whole = one.start - start < 3 and end - one.end < 3
        found += ["signature", f"signature*{'whole' if whole else 'part'}"]
    if number == 0:
        found.append("greeting" if size < 50 and page.texts["body"][end - 1] in ",!:" else "title")
    return found
