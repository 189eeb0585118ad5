"""Every box a person can write in: both looks go over it, once, before anything of it is kept.

Each form of a room is a `LookedAtForm`. While something in it wants a look that it hasn't had, it isn't valid, so that
the page comes back with what was typed; the button then sends the marks of those very words along (`keep`), and they
are kept. Other words are looked at again. Words of self-harm are looked for in every box, also where only a name
belongs, because anything can be typed anywhere; where they are in doubt, nothing waits, and the next page has one
quiet line. Client details are looked for wherever prose is written: in every box
that `SHORT` doesn't name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest
from django.http.request import QueryDict
from django.utils.html import format_html

from onward.wording.client_sentences import list_client_sentences
from onward.wording.crisis import Concern, find_concern
from onward_app.records.reading.known_names import list_known_names
from onward_app.web.looks import MARK, NOTHING, SHOWN, Look, Looks, find_detail_looks, first_concern, mark_text
from onward_app.web.replies import request_owner
from onward_app.web.sentences import speak_plainly
from onward_app.web.sitting import find_sitting

speak_plainly()  # before the first form of a room is made: a field takes its sentences along

KEEP = "keep"
LONG = 100_000  # characters
SHORT = {
    "employer": "a name", "role": "a name", "agency": "a name", "place": "a place or a path", "link": "an address",
    "people": "initials, or what they do", "group": "initials, or what they do", "who": "a name", "format": "a word",
    "address": "an address", "folder": "a label’s name", "host": "a server’s name",
    "to_name": "a name", "to_address": "an address", "reach": "a number or an address", "uid": "a calendar’s own mark",
    "PersonForm.name": "a name", "HelperForm.name": "a name",
    "ContactForm.name": "a name", "how": "where you met", "part": "what they did", "by": "a name",
    "ViewForm.name": "a name", "me": "a name", "TranscriptForm.name": "a file’s name", "q": "a word to look for",
}  # fmt: skip
OTHERS = {
    "NoForm.text": "a letter, with the names of those who wrote it: only sentences that speak of a client",
    "PasteForm.text": "a letter, with the names of those who wrote it: only sentences that speak of a client",
    "CommentsForm.text": "comments that somebody else wrote: only sentences that speak of a client",
    "SheetForm.text": "rows of employers and days: only sentences that speak of a client",
}
UNREAD = {
    "BringForm.mail": "mail that others wrote, by the thousand",
    "CalendarForm.file": "an invitation that others wrote; what is kept of it stands in a form of its own",
    "CommentsForm.file": "comments that somebody else wrote; each is shown before anything becomes of it",
    "AnswerForm.sound": "a sound",
    "OfferLetterForm.file": "a letter that others wrote, of which nothing is kept",
    "AdvertForm.file": "a page that an employer wrote for everybody",
    "DocumentForm.file": "a document that is kept as it is, and looked into by nobody",
}
_NUMBER = re.compile(r"(?<!\d)_?\d++$")


class SentenceField(forms.CharField):
    """One sentence, in a box that shows the whole of it on a phone too: a new line in it is a space."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 2, "data-sentence": ""}), **kwargs)

    def to_python(self, value: Any) -> str:
        """Its words, a space between them."""
        return " ".join((super().to_python(value) or "").split())


class LookedAtForm(forms.Form):
    """A form that is valid once its words had the looks they want. `known` are names that may stand in it."""

    request: HttpRequest | None = None
    known: Iterable[str] = ()
    shown = SHOWN
    folded: tuple[str, ...] = ()  # fields that nearly nobody needs: behind “More”

    @property
    def front(self) -> list[forms.BoundField]:
        """The fields that are there at once."""
        return [field for field in self if field.name not in self.folded]

    @property
    def back(self) -> list[forms.BoundField]:
        """The fields behind “More”."""
        return [self[name] for name in self.folded if name in self.fields]

    @property
    def opens(self) -> bool:
        """Whether the form came back: then nothing of it is out of sight."""
        return self.is_bound

    def is_filled(self) -> bool:
        """Whether every field can be taken, whatever its words still want."""
        return super().is_valid()

    def is_valid(self) -> bool:
        """Whether it can be kept: filled in, and nothing in it wants a look that it hasn't had."""
        if self.request is not None and self.looks:
            self.request.looks = self.looks  # type: ignore[attr-defined]
        return self.is_filled() and not self.looks

    @cached_property
    def looks(self) -> Looks:
        """What wants a look now: words of self-harm also while something else has to be put right first."""
        if not self.is_bound:
            return NOTHING
        concerns = {text: find_concern(text) for text in self.list_texts().values()}
        found = self.list_details() if self.wants_details() else []
        concern = self._call_for(concerns)
        return Looks(concern, tuple(found[: self.shown]), max(0, len(found) - self.shown))

    def _call_for(self, concerns: dict[str, Concern]) -> Concern:
        """What the whole page comes up for. Once that was put away there is a line in its place, for this sitting."""
        sitting = find_sitting(self.request)
        heavy = {text: concern for text, concern in concerns.items() if concern not in (Concern.NONE, Concern.DOUBT)}
        if sitting.away:
            sitting.line = sitting.line or bool(heavy)
            return Concern.NONE
        asked = {text: concern for text, concern in heavy.items() if self.ask_once(text)}
        sitting.away = bool(heavy) and not asked
        sitting.line = sitting.line or (not heavy and Concern.DOUBT in concerns.values())
        return first_concern(asked.values())

    def list_texts(self) -> dict[str, str]:
        """What stands in each field, as it was typed. A password is no words, and never comes back on a page."""
        raw = {name: self[name].data for name, field in self.fields.items() if not _is_secret(field)}
        return {name: value for name, value in raw.items() if isinstance(value, str) and value.strip()}

    def wants_details(self) -> bool:
        """Whether the button that was pressed keeps anything, so that client details are looked for."""
        return True

    def list_details(self) -> list[Look]:
        """What else wants a look in the fields where prose is written, and hasn't had it."""
        texts = self.list_texts()
        found = {name: self.find_details(name, text) for name, text in texts.items() if self.is_prose(name)}
        return [
            look
            for name, some in found.items()
            if some and self.ask_once(texts[name], about="details")
            for look in some
        ]

    def find_details(self, name: str, text: str) -> list[Look]:
        """What else in one field's words wants a look: what could point to a client."""
        if len(text) > LONG and name in self.errors:
            return []  # megabytes that can’t be kept as they are: there is a look at what they are cut down to
        spoken = "\n".join(list_client_sentences(text)) if self._make_key(name) in OTHERS else text
        return find_detail_looks(spoken, self.list_names)

    def list_names(self) -> tuple[str, ...]:
        """Names that may stand in the prose of this form: those the search knows, and those in its own short fields."""
        short = (text for name, text in self.list_texts().items() if self._is_short(name))
        return (*self._of_the_search, *self.known, *short)

    def is_prose(self, name: str) -> bool:
        """Whether client details are looked for in this field."""
        return isinstance(self.fields.get(name), forms.CharField) and not self._is_short(name)

    def ask_once(self, text: str, about: str = "") -> bool:
        """Whether to ask about these words; False once they were sent back as they are, after that very look."""
        mark = mark_text(f"{about}\n{text}")
        self.marks[mark] = None
        sent = str(self.data.get(KEEP, ""))
        return mark not in {sent[start : start + MARK] for start in range(0, len(sent), MARK)}

    @cached_property
    def marks(self) -> dict[str, None]:
        """The marks of the words that were asked about, in order."""
        return {}

    @property
    def seal(self) -> str:
        """What the page sends along so that these very words are kept."""
        return "".join(self.marks)

    @property
    def seal_input(self) -> str:
        """The seal as a hidden field, where anything was asked."""
        return format_html('<input type="hidden" name="{}" value="{}">', KEEP, self.seal) if self.marks else ""

    @cached_property
    def _of_the_search(self) -> tuple[str, ...]:
        return list_known_names(request_owner(self.request)) if self.request is not None else ()

    def _is_short(self, name: str) -> bool:
        return stem(name) in SHORT or self._make_key(name) in SHORT

    def _make_key(self, name: str) -> str:
        return f"{type(self).__name__}.{stem(name)}"


F = TypeVar("F", bound=LookedAtForm)


def read_form(request: HttpRequest, sort: type[F], *, sent: bool | None = None, **more: Any) -> F:
    """The form as it was sent with this request; an empty one when nothing was, or `sent` says it isn't this one's."""
    mine = request.method == "POST" if sent is None else sent
    form = sort(_find_words(request) if mine else None, request.FILES if mine else None, **more)
    form.request = request
    return form


def _is_secret(field: forms.Field) -> bool:
    return isinstance(field.widget, forms.PasswordInput)


def stem(name: str) -> str:
    """A field's name as `SHORT` has it: those that a form has several of differ by a number at the end."""
    return _NUMBER.sub("", name)


def _find_words(request: HttpRequest) -> QueryDict:
    return request.POST if request.method == "POST" else request.GET
