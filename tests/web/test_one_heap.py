"""The threads of a server take their memory from one heap, where the C library keeps one for each."""

from __future__ import annotations

import ctypes
import sys

import pytest

from onward_app.one_heap import share_heap


class Library:
    """A C library that notes what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def mallopt(self, what: int, value: int) -> int:
        self.told.append((what, value))
        return 1


@pytest.mark.parametrize(("system", "told"), [("linux", [(-8, 1)]), ("darwin", []), ("win32", [])])
def test_it_asks_for_one_heap_where_there_would_be_many(
    monkeypatch: pytest.MonkeyPatch, system: str, told: list[tuple[int, int]]
) -> None:
    library = Library()
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    monkeypatch.setattr(sys, "platform", system)
    share_heap()
    assert library.told == told


def test_a_c_library_without_it_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    share_heap()
