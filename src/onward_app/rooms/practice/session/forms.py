"""The form of an answer."""

from __future__ import annotations

from itertools import chain
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from onward.practice import sound
from onward.practice.ways import KINDS, Way
from onward_app.web.boxes import LookedAtForm

WAYS = [(way.key, f"{way.name}. {way.plain}") for way in KINDS if way.questions == 1]
_POINT_MISSING = {"required": "A card has three points. One short thing that a good answer has."}
_LABELS = ("A good answer has", "And", "And as a third")


class AnswerForm(LookedAtForm):
    """The boxes of one kind of practice, and a recording. Nothing in it is required: saying it aloud is an answer."""

    def __init__(self, *args: Any, way: Way, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, box in enumerate(way.boxes):
            self.fields[f"box{number}"] = forms.CharField(
                label=box.label, help_text=box.help, required=False, max_length=20_000,
                widget=forms.Textarea(attrs={"rows": box.rows}),
            )  # fmt: skip
        for name in ("sound_seconds", "clock_seconds"):
            self.fields[name] = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
        if way.aloud:
            self.fields["sound"] = _sound_field()

    @property
    def boxes(self) -> list[forms.BoundField]:
        """The boxes to write in."""
        return [field for field in self if field.name.startswith("box")]

    @property
    def parts(self) -> list[str]:
        """What was written, a text for each box."""
        return [self.cleaned_data[field.name] for field in self.boxes]

    @property
    def said(self) -> UploadedFile[Any] | None:
        """The recording, when there is one."""
        return self.cleaned_data.get("sound")

    @property
    def sort(self) -> sound.Sound:
        """What the recording is, by its first bytes."""
        return self._sort

    def clean_sound(self) -> UploadedFile[Any] | None:
        """Only what a browser can play again, and no more than it takes to answer."""
        given: UploadedFile[Any] | None = self.cleaned_data["sound"]
        if given is None:
            return None
        if (given.size or 0) > sound.MOST_BYTES:
            raise forms.ValidationError(sound.TOO_LARGE)
        found = sound.detect_sound(given.read(sound.HEAD))
        given.seek(0)
        if found is None:
            raise forms.ValidationError(sound.REFUSED)
        self._sort = found
        return given


def _sound_field() -> forms.FileField:
    ending = [f".{one.ending}" for one in sound.Sound]
    return forms.FileField(
        label="A recording from a file", required=False,
        help_text="WebM, Ogg or MP4 sound; ten minutes or 25 MB at most.",
        widget=forms.FileInput(attrs={"accept": ",".join(chain(sound.Sound, ending))}),
        error_messages={"empty": sound.EMPTY},
    )  # fmt: skip
