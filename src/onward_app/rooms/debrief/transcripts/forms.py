"""Forms for a transcript: its file or its words, and which of its speakers the person is."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from onward.debrief.answers import guess_candidate, list_most_heard
from onward.debrief.decode import EMPTY, MOST_BYTES, TOO_LONG, decode_transcript
from onward.debrief.memory import cut_beginning
from onward.debrief.transcript import Transcript, read_transcript_text
from onward.wording.counts import join_sentences
from onward_app.records.reading.transcripts import write_what_was_said
from onward_app.rooms.debrief.transcripts.words import find_transcript_details
from onward_app.web.boxes import LookedAtForm
from onward_app.web.looks import Look

MOST_SPEAKERS = 40  # that can be chosen from
NAMES_HELP = (
    "A name and a colon before each turn (“Dana: …”) would tell them apart. "
    "You can add them below, or keep it as it is."
)


class TranscriptForm(LookedAtForm):
    """A transcript as a file, or as words that were pasted. What was read of it is `read`."""

    file = forms.FileField(
        label="The file",
        required=False,
        help_text="VTT, SRT, plain text or a table (CSV, JSON), up to 5 MB, as Teams, Zoom, Meet, Webex or Otter save "
        "it. You can drop it here.",
        error_messages={"empty": EMPTY},
    )
    text = forms.CharField(
        label="Or paste it",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text="One line for each turn helps most: “Dana: Tell me about a time …”.",
    )
    name = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    read: Transcript
    words = ""  # wherever they came from
    shown = 12

    def clean_name(self) -> str:
        """The name of the file, also when its words come back to be looked at."""
        file = self.files.get("file")
        return str(file.name)[:200] if file else cast(str, self.cleaned_data["name"])

    def clean(self) -> dict[str, Any]:
        """The words, read; a sentence at the field when there is nothing in them."""
        told = cast(dict[str, Any], super().clean())
        if "file" in self.errors:
            return told
        field, (text, trouble) = self._read_text(told)
        self.read = Transcript() if trouble else read_transcript_text(text)
        if trouble or not self.read.turns:
            self.add_error(field, trouble or self.read.troubles[0])
        told["text"] = self.words = text or told.get("text", "")
        return told

    def list_texts(self) -> dict[str, str]:
        """What was said, without the times beside it, whether it came as a file or pasted."""
        return super().list_texts() | ({} if self.errors else {"text": write_what_was_said(self.read)})

    def list_details(self) -> list[Look]:
        """Client details in their context, after what the reading itself found odd. Its speakers may be named."""
        if self.errors:
            return []
        few = [f"{trouble} {NAMES_HELP}" for trouble in self.read.troubles if len(self.read.speakers) < 2]
        found = [*map(Look, few[-1:]), *find_transcript_details(self.read, self.list_names)]
        return found if found and self.ask_once(self.words, about="details") else []

    def _read_text(self, told: dict[str, Any]) -> tuple[str, tuple[str, str]]:
        """Which field it came in, with its text or what is wrong with it. A file goes before pasted words."""
        file, pasted = told.get("file"), told.get("text") or ""
        if file is not None:
            return "file", ("", TOO_LONG) if file.size > MOST_BYTES else decode_transcript(file.read())
        if not pasted.strip():
            return "file", ("", "Choose a file, or paste the words below.")
        return "text", ("", TOO_LONG) if len(pasted.encode("utf-8", "replace")) > MOST_BYTES else (pasted, "")

    def shown_again(self) -> TranscriptForm:
        """The same words in the box for pasting, wherever they came from: to be looked at, and changed or kept.

        What can't be read, and what nobody has sent yet, stays the form it is.
        """
        if not self.is_filled():
            return self
        told = self.cleaned_data
        again = TranscriptForm(initial={"text": told["text"].replace("\r\n", "\n"), "name": told["name"]})
        again.marks.update(self.marks)
        again.fields["text"].label, again.fields["text"].required = "The words", True
        again.fields["text"].help_text = ""
        return again


class CandidateForm(LookedAtForm):
    """Which of the speakers the person is."""

    candidate = forms.ChoiceField(
        label="Which of them is you?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one. It can be changed later."},
    )

    def __init__(self, *args: Any, read: Transcript, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        likely = guess_candidate(read)
        first = {turn.speaker: turn.text for turn in reversed(read.turns)}
        choices = [
            (name, _describe_speaker(name, first[name], likely=name == likely))
            for name in list_most_heard(read, MOST_SPEAKERS)
        ]
        cast(forms.ChoiceField, self.fields["candidate"]).choices = choices


def _describe_speaker(name: str, first: str, *, likely: bool) -> str:
    """A name, the first words said under it, and whether that one talks most and asks least."""
    return join_sentences(f"{name}: “{cut_beginning(first, 12)}”", "Talks most and asks least." if likely else "")
