"""What is shown commands no terminal and turns no words around."""

from __future__ import annotations

import pytest

from onward.wording.plain import strip_controls


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Evil\x1b[2J Clinic\x07", "Evil[2J Clinic"),
        ("title \x1b]0;pwned\x07", "title ]0;pwned"),
        ("an eight-bit one \x9b31m", "an eight-bit one 31m"),
        ("cilbup\u202e.exe\u2066x\u2069", "cilbup.exex"),
        ("over\rwritten", "over\nwritten"),
    ],
)
def test_commands_and_overrides_are_left_out(given: str, shown: str) -> None:
    assert strip_controls(given) == shown


@pytest.mark.parametrize(
    "kept", ["two\nlines\tand a tab", "Müller", "می\u200cخواهم", "👩\u200d⚕️", "\u200fשלום\u200e", "日本"]
)
def test_what_scripts_need_stays(kept: str) -> None:
    assert strip_controls(kept) == kept
