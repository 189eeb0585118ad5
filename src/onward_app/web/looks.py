"""What in a free text wants a look before it is kept: client details, and words that call for somebody to talk to.

Nothing is stored of it, and nothing is blocked: the person may keep the words as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, cast

from django.forms import Form
from django.http import HttpRequest

from onward.wording.client_details import find_client_details
from onward.wording.crisis import has_crisis_words

SHOWN = 5
KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Look:
    """One thing worth a look; `talk` when the way on is somebody to talk to."""

    text: str
    talk: bool = False


HEAVY = Look("That sounds heavy. Nothing here matters more than you do right now.", talk=True)


def look_at_form(request: HttpRequest, form: Form, known: Iterable[str], *, whose: str = "group") -> list[Look]:
    """What in this form's free texts wants a look; nothing once the person said to keep these very words.

    `known` are names that may be there; so is what stands in the field `whose`, an interviewer's initials or name.
    The form gets a `seal` of its words for the page to send back: words that were changed since are looked at again.
    """
    said = {name: one for name in form.fields if isinstance(one := form.cleaned_data.get(name), str)}
    cast(Any, form).seal = seal_texts(said.values())
    if request.POST.get(KEEP) == cast(Any, form).seal:
        return []
    names = (*known, said.pop(whose, ""))
    return list_looks(said.values(), names)


def list_looks(texts: Iterable[str], known: Iterable[str]) -> list[Look]:
    """What in these texts wants a look: words that call for somebody to talk to, and nothing else then; or details."""
    said = list(texts)
    return [HEAVY] if has_crisis_words("\n".join(said)) else list_detail_looks(said, known)


def seal_texts(texts: Iterable[str]) -> str:
    """A short mark of some texts, the same for the same words."""
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def list_detail_looks(texts: Iterable[str], known: Iterable[str]) -> list[Look]:
    """The first few client details of some texts."""
    names = tuple(known)
    found = [detail for text in texts for detail in find_client_details(text, known=names)]
    return [Look(f"“{detail.text}” could point to a client. {detail.suggestion}") for detail in found[:SHOWN]]
