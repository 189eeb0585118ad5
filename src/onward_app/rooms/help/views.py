"""Help: getting mail out, the keys, and what is kept where."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onward.story import STORY
from onward_app import home
from onward_app.folder_key import is_encrypted
from onward_app.web.rail import WORDS

PROMISES = {
    "notice": "A no arrives, by mail or by word. Onward finds it, says how it knows, and files it where it belongs.",
    "ask": "Ask, once and politely, for one piece of advice; and keep what comes back, word for word.",
    "debrief": "With or without an answer, an honest replay of the interview, while it is fresh.",
    "kinks": "What went wrong gets a name and its evidence; a hunch stays a hunch until something confirms it.",
    "practice": "Kinks are worked out now: short, spaced practice until learned. The next real interview is the test.",
    "pace": "Don’t pin all hopes on one opportunity: the search stays at full speed until it is signed.",
    "values": "Lines you set in advance are held up to you at the moment of weakness.",
    "recover": "It happens to everyone. Pick yourself up: not tonight, and not alone.",
}
KEYS = (
    ("n", "Add a job"),
    ("/", "Find anything"),
    ("t", "Go to Today"),
    ("p", "Go to Practice"),
    ("?", "This page"),
    ("Tab", "Go to the next link, button or field"),
    ("Enter", "Open the link, or send the form"),
)


def front(request: HttpRequest) -> HttpResponse:
    """The loop in eight lines, and where to read more."""
    loop = [(WORDS[word], reverse(f"{word}:front"), PROMISES[word]) for word in STORY]
    return render(request, "help/front.html", {"loop": loop})


def mail(request: HttpRequest) -> HttpResponse:
    """How to get mail out of the usual programs."""
    return render(request, "help/mail.html")


def keys(request: HttpRequest) -> HttpResponse:
    """The keys that work everywhere."""
    return render(request, "help/keys.html", {"keys": KEYS})


def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, where, how to back it up and how to be rid of it."""
    return render(
        request,
        "help/privacy.html",
        {"folder": home.home_folder(), "file": home.database_path().name, "encrypted": is_encrypted()},
    )
