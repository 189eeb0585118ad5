"""The boxes of one screen of the replay, looked at before they are kept: client details, verdicts on oneself, anger."""

from __future__ import annotations

from typing import Any

from django import forms

from onward.debrief.gently import find_notices
from onward.debrief.screens import Entry, Screen
from onward_app.web.boxes import LookedAtForm
from onward_app.web.looks import SHOWN, Look


class ScreenForm(LookedAtForm):
    """The boxes to write in. `lent` says that the words are a transcript's, which were looked at when it was added."""

    def __init__(self, *args: Any, screen: Screen, lent: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.screen, self.lent = screen, lent
        for field in screen.fields:
            if field.entry in (Entry.TEXT, Entry.LINE):
                self.fields[field.name] = forms.CharField(required=False, strip=False)

    def list_texts(self) -> dict[str, str]:
        """What was typed; nothing that a transcript lent and nobody changed."""
        return {name: text for name, text in super().list_texts().items() if not (self.lent and name == "text")}

    def wants_details(self) -> bool:
        """Taking something over from the transcript keeps nothing yet."""
        return "take" not in self.data

    def find_details(self, name: str, text: str) -> list[Look]:
        """What the script says back to these words, also to a verdict on oneself and to anger."""
        return [
            Look(f"“{'”, “'.join(span.text for span in notice.spans[:SHOWN])}”: {notice.sentence}")
            for notice in find_notices(self.screen, {name: text}, known=self.list_names())
        ]
