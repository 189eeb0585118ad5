"""In which language, tone and way a message is drafted: chosen in the address, kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from onward.ask.draft import Draft, DraftDetails
from onward.ask.voices import TONES, WAYS, write_ask_in, write_interview_thanks_in, write_withdrawal_in
from onward.ask.words import ENGLISH, LANGUAGE_NAMES

NAMES = {
    "language": LANGUAGE_NAMES,
    "tone": dict(zip(TONES, ("plain", "warm", "formal"), strict=True)),
    "way": dict(zip(WAYS, ("a mail", "a LinkedIn message (300 characters)", "three sentences to say"), strict=True)),
}
LABELS = {"language": "Language", "tone": "Tone", "way": "It goes as"}


@dataclass(frozen=True, slots=True)
class Saying:
    """What was chosen; `chosen` says whether anything was."""

    language: str = ENGLISH
    tone: str = "plain"
    way: str = "mail"
    chosen: bool = False

    def list_choices(self, sort: str) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
        """Name, label and options of each choice. Only an ask goes another way than by mail."""
        names = [name for name in NAMES if sort == "advice" or name != "way"]
        now = {"language": self.language, "tone": self.tone, "way": self.way}
        return [
            (name, LABELS[name], [(key, said, key == now[name]) for key, said in NAMES[name].items()]) for name in names
        ]


def read_saying(request: HttpRequest, usual: str) -> Saying:
    """What the address says; what it doesn’t know is as usual, in the `usual` language."""
    known = list_said(request)
    return Saying(**{"language": usual} | known, chosen=bool(known))


def list_said(request: HttpRequest) -> dict[str, str]:
    """What of it the address says, to be taken along to the next one."""
    told = {name: request.GET.get(name, "") for name in NAMES}
    return {name: value for name, value in told.items() if value in NAMES[name]}


def write_draft(sort: str, about: DraftDetails, saying: Saying) -> Draft:
    """The draft of one sort."""
    if sort == "advice":
        return write_ask_in(about, language=saying.language, tone=saying.tone, way=saying.way)
    write = write_interview_thanks_in if sort == "thanks" else write_withdrawal_in
    return write(about, language=saying.language, tone=saying.tone)
