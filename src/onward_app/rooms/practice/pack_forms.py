"""Forms for a pack's file and for choosing what goes to Anki."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from onward.packs.pack import Pack
from onward_app.packs_folder import MOST_BYTES, read_pack
from onward_app.records.models import Owner
from onward_app.records.reading.practice import list_card_groups

EVERY = "all"
TOO_LARGE = "The file is larger than a pack may be (1 MB). Split it into several packs."


class PackFileForm(forms.Form):
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
    pack: Pack
    raw: bytes

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
        if pack is not None:
            self.pack = pack
        return told


class ExportForm(forms.Form):
    """Which cards go to Anki."""

    which = forms.ChoiceField(label="Which cards?")

    def __init__(self, *args: Any, owner: Owner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ChoiceField, self.fields["which"])
        field.choices = [(EVERY, "All that aren’t let go"), *list_card_groups(owner)]

    @property
    def group(self) -> str:
        """The group that was chosen, empty for all."""
        which = str(self.cleaned_data["which"])
        return "" if which == EVERY else which
