"""How do I know: where a piece of evidence comes from, and whether that is only me."""

from __future__ import annotations

from enum import StrEnum


class Chip(StrEnum):
    """Where a piece of evidence comes from. The first six are asked in a debrief; `EMPLOYER` is a written feedback."""

    INTERVIEWER = "interviewer said"
    REACTION = "visible reaction"
    RECORDING = "recording"
    RUBRIC = "rubric"
    PERSON = "another person"
    FEELING = "just a feeling"
    EMPLOYER = "employer said"


class Counts(StrEnum):
    """Whom a piece of evidence counts as."""

    SELF = "only me"
    INDEPENDENT = "an independent source"
    EMPLOYER = "the employer"


ASKED: tuple[Chip, ...] = tuple(chip for chip in Chip if chip is not Chip.EMPLOYER)

# A reaction is seen and a rubric is scored by the person, so both are still only that person's reading.
COUNTS: dict[Chip, Counts] = {
    Chip.INTERVIEWER: Counts.INDEPENDENT,
    Chip.REACTION: Counts.SELF,
    Chip.RECORDING: Counts.INDEPENDENT,
    Chip.RUBRIC: Counts.SELF,
    Chip.PERSON: Counts.INDEPENDENT,
    Chip.FEELING: Counts.SELF,
    Chip.EMPLOYER: Counts.EMPLOYER,
}

HELP: dict[Chip, str] = {
    Chip.INTERVIEWER: "They said so there.",
    Chip.REACTION: "A nod, or a frown.",
    Chip.RECORDING: "It can be heard or read there.",
    Chip.RUBRIC: "Your points, scored.",
    Chip.PERSON: "They saw or heard it.",
    Chip.FEELING: "A hunch, and that is fine.",
    Chip.EMPLOYER: "They wrote or said it as advice afterwards.",
}
