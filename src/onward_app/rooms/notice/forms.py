"""Forms for bringing mail and deciding about a letter."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.conf import settings

from onward.facts import NO_JOB, LetterKind
from onward_app.records.models import Letter, Owner
from onward_app.records.reading.notice import likeliest_job_kind
from onward_app.records.reading.rows import list_opportunities
from onward_app.sources import OnServer, SourceTrouble
from onward_app.sources.passwords import find_password, keep_password
from onward_app.sources.providers import place_of_address
from onward_app.web.boxes import LookedAtForm
from onward_app.web.job_choice import JobChoiceForm

KIND_WORDS = {
    LetterKind.CONFIRMATION: "They have my application",
    LetterKind.ASSESSMENT: "A test or task to do",
    LetterKind.INTERVIEW: "An invitation to talk",
    LetterKind.REJECTION: "A no",
    LetterKind.OFFER: "An offer",
    LetterKind.FEEDBACK: "Feedback on how I did",
    LetterKind.OUTREACH: "A recruiter writing out of the blue",
    LetterKind.ALERT: "A job alert",
    LetterKind.OTHER: "Something else",
}


class PasteForm(LookedAtForm):
    """A letter, pasted."""

    text = forms.CharField(
        label="The letter",
        help_text="Paste all of it, with or without the lines From, Subject and Date. It is read as plain text.",
        widget=forms.Textarea(attrs={"rows": 12}),
        max_length=1_000_000,
        error_messages={"required": "Nothing was pasted yet. The letter itself is enough."},
    )


class SeveralFilesInput(forms.ClearableFileInput):
    """A file field that takes more than one."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Some files."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file, as an upload."""
        rows = data if isinstance(data, (list, tuple)) else [data]
        return [super(FilesField, self).clean(row, initial) for row in rows if row] or [super().clean(None, initial)]


class BringForm(LookedAtForm):
    """Mail, as files or as a place on this computer."""

    either = ("mail", "place")  # one of them is needed, so neither is called optional

    mail = FilesField(
        label="Files",
        required=False,
        help_text="A message (.eml), a mailbox (.mbox) or a Google Takeout zip. You can drop them here.",
    )
    place = forms.CharField(
        label="Or where it is on this computer",
        required=False,
        max_length=1000,
        help_text="For a whole mailbox: the full path of the file or folder, such as /home/you/Downloads/takeout.zip.",
    )
    began = forms.DateField(
        label="When did this search begin?",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="The newest mail is read first, and none from before that day.",
    )
    older = forms.BooleanField(label="Older mail, too", required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        """In a browser there are no places, only files that are chosen."""
        super().__init__(*args, **more)
        if settings.IN_BROWSER:
            del self.fields["place"]

    def clean_place(self) -> str:
        """The place, without the quotes that a file manager puts around a path."""
        return cast(str, self.cleaned_data["place"]).strip().strip('"')

    def clean(self) -> dict[str, Any]:
        """Something has to be brought."""
        told = cast(dict[str, Any], super().clean())
        if not any(told.get("mail") or []) and not told.get("place") and not self.errors:
            self.add_error(
                "mail",
                "Choose a file."
                if settings.IN_BROWSER
                else "Choose a file, or say where the mail is on this computer.",
            )
        return told


class MailboxForm(LookedAtForm):
    """A mailbox on a server, by the address that it belongs to."""

    either = ("password",)  # needed, unless the keyring has it
    folded = ("host", "keep", "anew", "older")

    address = forms.EmailField(label="Your mail address", max_length=320)
    password = forms.CharField(
        label="App password", required=False, strip=False, max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Made at your provider for this one use; Help says where. It is used now and not kept.",
    )  # fmt: skip
    folder = forms.CharField(
        label="Only this folder or label", required=False, max_length=300, initial="Onward",
        help_text="Empty means the whole mailbox, which can take long.",
    )  # fmt: skip
    host = forms.CharField(
        label="IMAP server", required=False, max_length=255, help_text="Only for a provider that Onward doesn’t know."
    )
    keep = forms.BooleanField(label="Keep the password in this system’s keyring", required=False)
    began = forms.DateField(
        label="When did this search begin?", required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text="The newest mail is read first, and none from before that day.",
    )  # fmt: skip
    anew = forms.BooleanField(label="Read it from its start again", required=False)
    older = forms.BooleanField(label="Older mail, too", required=False)
    place: OnServer

    def clean(self) -> dict[str, Any]:
        """The address has to lead to a server, and a password has to be there."""
        told = cast(dict[str, Any], super().clean())
        if self.errors:
            return told
        try:
            place = place_of_address(
                told["address"], password=told["password"], host=told["host"], folder=told["folder"]
            )
        except SourceTrouble as trouble:
            self.add_error("host" if told["host"] else "address", str(trouble))
            return told
        self.place = find_password(place)
        if not self.place.password:
            self.add_error("password", "A password is needed to look into the mailbox. An app password is the safest.")
        elif told["keep"] and not keep_password(self.place):
            self.add_error(
                "keep", "There is no keyring here that Onward can use. Leave this off, and it is asked for each time."
            )
        return told


class DecideForm(JobChoiceForm):
    """What the person says a letter is, and which job it belongs to."""

    kind = forms.ChoiceField(label="What is it?", choices=[(str(k), words) for k, words in KIND_WORDS.items()])
    job = forms.ChoiceField(label="Which job?", required=False)
    employer = forms.CharField(label="Employer of the new job", required=False, max_length=200)
    role = forms.CharField(label="Role of the new job", required=False, max_length=200)

    def __init__(self, *args: Any, owner: Owner, letter: Letter, said: LetterKind | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        near = next((job for job in (letter.opportunity, letter.suggested) if job is not None and job.stands), None)
        first, blank = [near] if near is not None else [], "A new job (say which below)"
        self.offer_jobs("job", list_opportunities(owner), first=first, blank=blank)
        self.folded = ("employer", "role") if near is not None else ()
        told = letter.verdict
        self.initial = {
            "kind": str(said or likeliest_job_kind(letter)),
            "job": str(near.pk if near is not None else ""),
            "employer": told.get("employer") or "",
            "role": told.get("role") or "",
        }

    def clean(self) -> dict[str, Any]:
        """A letter about a job needs the job."""
        told = super().clean()
        about = told.get("kind") not in NO_JOB
        named = told.get("job") or (told.get("employer") or "").strip() or self.typed in self.errors
        if about and not named:
            self.add_error("employer", "Say who it is from, or choose the job above.")
        return told
