"""What the tests of the rooms ask that a browser can't do, each with its reason. `make test-web` prints the list."""

from __future__ import annotations

import pytest

PROCESS = "There is no process and no port: nobody but its own pages can ask."
NOT_ONWARD = "It tries a page that Onward makes for others, as a file. No Onward is open."
REASONS = {
    "test_gate.py": PROCESS,
    "test_sending.py": "A browser can’t talk to a mail server. Mail goes out by the mail program.",
    "test_in_and_out.py::test_a_calendar_program_asks_for_the_address_by_itself_without_a_cookie": PROCESS,
    "test_corners.py::test_pages_before_the_door_are_whole_pages": "There is no door: whoever can open this browser is in.",
    "test_packet.py::test_the_packet_can_be_read_without_a_script_and_on_a_phone": NOT_ONWARD,
    "test_packet.py::test_what_is_stale_says_so_when_it_is_opened": NOT_ONWARD,
    "test_packet.py::test_a_coach_sees_thirty_on_one_page": NOT_ONWARD,
}
WITHOUT_JAVASCRIPT = "Without JavaScript there is no program in a browser; its first page says so."


def find_reason(item: pytest.Item) -> str:
    """Why a browser can't do it; empty where it can."""
    if isinstance(item, pytest.Function) and "without_javascript" in item.name:
        return WITHOUT_JAVASCRIPT
    spec = getattr(item, "callspec", None)
    if spec is not None and spec.params.get("javascript") is False:
        return WITHOUT_JAVASCRIPT
    file, _, name = item.nodeid.rpartition("/")[2].partition("::")
    return REASONS.get(file) or REASONS.get(f"{file}::{name.partition('[')[0]}", "")
