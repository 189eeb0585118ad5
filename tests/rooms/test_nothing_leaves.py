"""What is typed is looked at on this computer: no address is looked up and nothing is connected to."""

from __future__ import annotations

import socket
from datetime import date
from typing import Any

import pytest
from tests.flat import flat
from tests.people import door

from onward_app.records.models import Owner
from onward_app.records.writing.jobs import add_job

HEAVY = "They said no. I want to kill myself."
DETAIL = "My client Maria Lopez, 34, from Fairfield cried."


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every way out that was tried; none of them leads anywhere."""
    tries: list[object] = []

    def refuse(*what: object, **_: Any) -> None:
        tries.append(what)
        raise OSError("there is no way out")

    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    return tries


@pytest.mark.parametrize(
    ("typed", "said"),
    [(HEAVY, "988"), (DETAIL, "This is a warning")],
    ids=["words of self-harm", "client details"],
)
def test_the_looks_over_what_was_typed_connect_to_nothing(
    alice: Owner, tried: list[object], typed: str, said: str
) -> None:
    row, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 11, 1))
    page = flat(door(alice).post(f"/jobs/{row.pk}/edit/", {"employer": "Harbor Light", "role": "", "notes": typed}))
    assert said in page
    assert tried == []


def test_somebody_who_phones_out_would_be_noticed(tried: list[object]) -> None:
    with pytest.raises(OSError, match="no way out"):
        socket.create_connection(("192.0.2.1", 80))
    assert len(tried) == 1


def test_the_warning_says_that_it_can_miss_things(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 11, 1))
    page = flat(door(alice).post(f"/jobs/{row.pk}/edit/", {"employer": "Harbor Light", "role": "", "notes": DETAIL}))
    assert "This is a warning, and it can miss things." in page
    assert not any(word in page.casefold() for word in ("certified", "anonymized", "hipaa", "is safe to share"))
