"""The tables. Whatever can be undone stands or doesn't; every row has its owner.

In: columns. Out: rows. They hold no rule: what rows say is told by `records.facts` and the library.
Called by `records` alone for writing, by rooms and commands as values.
"""

from onward_app.records.models.adverts import Advert
from onward_app.records.models.base import Change, OwnAddress, Owned, Owner, Part, Undoable
from onward_app.records.models.brought import TrackerMemory
from onward_app.records.models.compass import (
    Companion,
    Fit,
    Gate,
    Goal,
    Hope,
    Lesson,
    NoOpened,
    RejectionDay,
    SaidQuiet,
    StatusCheck,
    Value,
    Weighing,
    Writing,
)
from onward_app.records.models.documents import Document
from onward_app.records.models.door import SignIn
from onward_app.records.models.forgotten import Tombstone
from onward_app.records.models.growth import Card, Chance, Kink, OwnKind, Review, Sighting, Skipped
from onward_app.records.models.helpers import Comment, GivenPacket, Helper
from onward_app.records.models.interviews import Ask, Debrief, Interview, Question, Sending, Sitting, Transcript
from onward_app.records.models.log import Event, JobWait, Opportunity, name_job
from onward_app.records.models.mail import Decision, JobMark, KindWords, Letter, LetterMark, MailMark, Seen
from onward_app.records.models.people import Contact, ContactAtJob
from onward_app.records.models.rehearsal import Attempt, Recording, Round
from onward_app.records.models.views import KeptView

__all__ = [
    "Advert",
    "Ask",
    "Attempt",
    "Card",
    "Chance",
    "Change",
    "Comment",
    "Companion",
    "Contact",
    "ContactAtJob",
    "Debrief",
    "Decision",
    "Document",
    "Event",
    "Fit",
    "Gate",
    "GivenPacket",
    "Goal",
    "Helper",
    "Hope",
    "Interview",
    "JobMark",
    "JobWait",
    "KeptView",
    "KindWords",
    "Kink",
    "Lesson",
    "Letter",
    "LetterMark",
    "MailMark",
    "NoOpened",
    "Opportunity",
    "OwnAddress",
    "OwnKind",
    "Owned",
    "Owner",
    "Part",
    "Question",
    "Recording",
    "RejectionDay",
    "Review",
    "Round",
    "SaidQuiet",
    "Seen",
    "Sending",
    "Sighting",
    "SignIn",
    "Sitting",
    "Skipped",
    "StatusCheck",
    "Tombstone",
    "TrackerMemory",
    "Transcript",
    "Undoable",
    "Value",
    "Weighing",
    "Writing",
    "name_job",
]
