"""Forms for a pack's file and for choosing what goes to Anki."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, cast

from django import forms

from onward.packs.pack import Pack
from onward.practice.cards import Card as CardFacts
from onward_app.packs_folder import MOST_BYTES, read_pack
from onward_app.records.models import Owner
from onward_app.records.reading.practice import list_card_groups, list_cards_to_export
from onward_app.web.boxes import LookedAtForm
from onward_app.web.looks import Look, find_detail_looks

EVERY = "all"
TOO_LARGE = "The file is larger than a pack may be (1 MB). Split it into several packs."


class PackFileForm(LookedAtForm):
    """A pack as a file; or, once it was looked at, its text. What was read is `pack` and `raw`."""

    file = forms.FileField(
        label="The file",
        help_text="A TOML file with families of questions. You can drop it here.",
        error_messages={
            "required": "Choose the file first.",
            "empty": "That file is empty. A pack needs a key, a name and families of questions.",
        },
    )
    text = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    pack: Pack | None = None
    raw = b""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = not self.data.get("text")

    def clean(self) -> dict[str, Any]:
        """The pack, or each mistake with its line."""
        told = cast(dict[str, Any], super().clean())
        if self.errors:
            return told
        file = told.get("file")
        if file is not None and file.size > MOST_BYTES:
            self.add_error("file", TOO_LARGE)
            return told
        self.raw = file.read() if file is not None else told["text"].replace("\r\n", "\n").encode("utf-8", "replace")
        pack, mistakes = read_pack(self.raw, str(file.name) if file is not None else "the pack")
        for mistake in mistakes:
            self.add_error("file", str(mistake))
        self.pack = pack
        return told

    def list_texts(self) -> dict[str, str]:
        """The file as it is kept, and what its pack says: client details are looked for in that alone."""
        typed = super().list_texts()
        if self.errors or self.pack is None:
            return typed
        return {"file": self.raw.decode("utf-8", "replace"), "text": "\n".join(_list_words(self.pack))}


def _list_words(pack: Pack) -> Iterator[str]:
    """What a pack says, without what only its file is made of."""
    yield pack.plain
    for family in pack.families:
        yield family.plain
        for question in family.questions:
            yield from (question.ask, *question.points)
    for one in pack.ask_back:
        yield from (one.ask, one.why)


class ExportForm(LookedAtForm):
    """Which cards go to Anki."""

    which = forms.ChoiceField(label="Which cards?")

    def __init__(self, *args: Any, owner: Owner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner
        field = cast(forms.ChoiceField, self.fields["which"])
        field.choices = [(EVERY, "All that aren’t let go"), *list_card_groups(owner)]

    @cached_property
    def cards(self) -> list[CardFacts]:
        """The cards that were chosen."""
        which = str(self.cleaned_data["which"])
        return list_cards_to_export(self.owner, "" if which == EVERY else which)

    def list_details(self) -> list[Look]:
        """What of the cards could point to a client; nothing once these very words were meant so."""
        if self.errors:
            return []
        words = [text for card in self.cards for text in (card.question, *card.points)]
        found = [look for text in words for look in find_detail_looks(text, self.list_names)]
        return found if found and self.ask_once("\n".join(words), about="details") else []
