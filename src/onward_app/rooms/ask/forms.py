"""The message, and what came back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from onward.ask.sentence_sorts import SentenceSort
from onward.ask.whom import Recipient, explain_unread
from onward.notice.job.mailboxes import is_read_by_people
from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.reading.ask import list_kinks_to_choose
from onward_app.records.reading.kinds import list_kinds, suggest_kind
from onward_app.records.writing.replies import ReplyPart
from onward_app.sources.copied import read_chat
from onward_app.web.boxes import LookedAtForm
from onward_app.web.day_fields import refuse_future
from onward_app.web.looks import Look

SORTS = (
    (str(SentenceSort.PRAISE), "praise"), (str(SentenceSort.WORK), "to work on"), (str(SentenceSort.KIND), "kind"),
    (str(SentenceSort.LEAVE), "leave it"),
)  # fmt: skip
KEPT = (str(SentenceSort.PRAISE), str(SentenceSort.WORK), str(SentenceSort.KIND))
WHERE_TO_FIND_IT = "It may stand in the invitation or your calendar, or the recruiter has it. Else copy the message."
KEEPING = ("keep", "eml", "sent", "send")  # buttons after which the message stays, or leaves as a file


class MessageForm(LookedAtForm):
    """What the person sends by their own hand."""

    folded = ("to_name", "subject")

    to_name = forms.CharField(label="To", max_length=200, required=False, help_text="The person you spoke with.")
    to_address = forms.EmailField(
        label="Their mail address", max_length=320, required=False,
        error_messages={"invalid": "That doesn’t look like a mail address. It can stay empty."},
    )  # fmt: skip
    subject = forms.CharField(label="Subject", max_length=300, required=False)
    text = forms.CharField(
        label="Message", max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 9, "spellcheck": "true", "data-checks": "#checked"}),
        error_messages={"required": "The message is empty. A few words are enough."},
    )  # fmt: skip

    @property
    def opens(self) -> bool:
        """Whether something behind “More” has to be put right."""
        return any(name in self.errors for name in self.folded) or bool(self.looks)

    def __init__(self, *args: Any, find_instead: Callable[[], Recipient] = Recipient, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._find_instead = find_instead
        if not self.is_bound and not self.initial.get("to_address"):
            self.fields["to_address"].help_text = WHERE_TO_FIND_IT

    def clean_to_address(self) -> str:
        """An ask is never addressed to what nobody reads."""
        address = str(self.cleaned_data["to_address"])
        if address and not is_read_by_people(address):
            raise forms.ValidationError(explain_unread(address, self._find_instead()))
        return address

    def wants_details(self) -> bool:
        """The check marks them by itself, and keeps nothing."""
        return self.data.get("do") in KEEPING

    def clean_text(self) -> str:
        """Browsers send line ends as CR LF; offsets and word counts are by the plain text."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")


class VoiceForm(LookedAtForm):
    """What the draft is signed with, and the one good thing it thanks for."""

    me = forms.CharField(label="You sign as", max_length=120, required=False)
    liked = forms.CharField(
        label="Something you talked about that was good", max_length=300, required=False,
        help_text="The thanks name it: “… for the conversation about the step-down program”.",
    )  # fmt: skip

    def __init__(self, *args: Any, talked: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not talked:
            del self.fields["liked"]


# What two forms of one page choose from: the person's kinks, and the kinds that they have none of yet.
KinkChoices = tuple[list[tuple[str, str]], list[tuple[str, str]]]


class AdviceForm(LookedAtForm):
    """What came back: their words, my reading, and how to test it."""

    quote = forms.CharField(
        label="Their words", max_length=10_000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="As they wrote them. They stay as they are.",
        error_messages={"required": "Paste what they wrote, word for word."},
    )  # fmt: skip
    reading = forms.CharField(
        label="My reading", max_length=5_000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What I take it to mean. It may be wrong.",
    )  # fmt: skip
    test = forms.CharField(
        label="Test", max_length=5_000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="How I would find out, in the next interview or with somebody’s help.",
    )  # fmt: skip
    kink = forms.ChoiceField(label="Is it about one of these?", required=False)
    on = forms.DateField(label="When it came", widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, choices: KinkChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine, new = choices
        field: Any = self.fields["kink"]
        field.choices = [("", "Not now"), *([("Mine", mine)] if mine else []), ("New", new)]
        self.initial.setdefault("on", clock.today())

    def clean_on(self) -> Any:
        """Nothing comes from the future."""
        return refuse_future(self.cleaned_data["on"])

    def clean_quote(self) -> str:
        """Their words alone, without the name and the hour that a chat puts before each message."""
        return _bare_chat(str(self.cleaned_data["quote"]))

    def list_texts(self) -> dict[str, str]:
        """What was typed; a chat’s hours are no client’s days."""
        return {name: _bare_chat(text) if name == "quote" else text for name, text in super().list_texts().items()}


def _bare_chat(text: str) -> str:
    chat = read_chat(text.splitlines())
    return chat[1].strip() if chat else text


def list_kink_choices(owner: Owner) -> KinkChoices:
    """The person's kinks, and the kinds that they have none of yet."""
    mine = list(list_kinks_to_choose(owner))
    named = {kink.kind for kink in mine}
    new = [(f"new:{kind.key}", kind.name) for kind in list_kinds(owner) if kind.key not in named]
    return [(str(kink.pk), kink.name) for kink in mine], new


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """One sentence with its fields, and the kink that its words point to."""

    text: str
    sort: forms.BoundField
    kinks: forms.BoundField
    name: forms.BoundField
    suggested: str


class SplitReplyForm(LookedAtForm):
    """A reply by its sentences: what each is, and which kink it bears on."""

    def __init__(
        self, *args: Any, choices: KinkChoices, sentences: Sequence[str], writers: Iterable[str],
        before: Mapping[str, tuple[SentenceSort, list[str]]], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.known, self.sentences = tuple(filter(None, writers)), sentences
        mine, new = choices
        for place, text in enumerate(sentences):
            sort, kinks = before.get(text, (SentenceSort.LEAVE, []))
            self.fields |= _sentence_fields(place, text, sort, kinks, [*mine, *new])

    @property
    def rows(self) -> list[SentenceRow]:
        """Each sentence with its fields."""
        return [self._make_row(place, text) for place, text in enumerate(self.sentences)]

    def _make_row(self, place: int, text: str) -> SentenceRow:
        suggested = suggest_kind(text)
        sort, kinks, name = (self[f"{field}_{place}"] for field in ("sort", "kinks", "name"))
        return SentenceRow(text, sort, kinks, name, suggested.name if suggested else "")

    def list_details(self) -> list[Look]:
        """Of their sentences, only those that are kept as something of the person's."""
        found = super().list_details()
        kept = (text for place, text in enumerate(self.sentences) if self.data.get(f"sort_{place}") in KEPT)
        looks = [(text, self.find_details("sentence", text)) for text in kept]
        return found + [look for text, some in looks if some and self.ask_once(text, about="details") for look in some]

    def parts(self) -> list[ReplyPart]:
        """What the person said of each."""
        told = self.cleaned_data
        return [
            ReplyPart(
                text, SentenceSort(told[f"sort_{place}"] or SentenceSort.LEAVE), tuple(told[f"kinks_{place}"]),
                told[f"name_{place}"],
            )
            for place, text in enumerate(self.sentences)
        ]  # fmt: skip


def _sentence_fields(
    place: int, text: str, sort: SentenceSort, kinks: list[str], choices: list[tuple[str, str]]
) -> dict[str, forms.Field]:
    return {
        f"sort_{place}": forms.ChoiceField(
            label=text, required=False, choices=SORTS, widget=forms.RadioSelect, initial=str(sort)
        ),
        f"kinks_{place}": forms.MultipleChoiceField(
            label="It is about", required=False, choices=choices, widget=forms.CheckboxSelectMultiple, initial=kinks
        ),
        f"name_{place}": forms.CharField(label="Or call it, in your words", required=False, max_length=200),
    }
