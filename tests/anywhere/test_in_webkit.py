"""In WebKit: the article’s story in windows that keep nothing, with a copy carried from one to the next.

`make test-web` asks for it by its mark.
"""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from tests.anywhere import story
from tests.anywhere.reader import ForgetfulReader
from tests.anywhere.webkit import WebKit
from tests.browser.shell import BUILT, served


@pytest.mark.webkit
def test_webkit_plays_it_to_the_signature_and_says_that_such_a_window_keeps_nothing(tmp_path: Path) -> None:
    with served(BUILT) as server:
        webkit = WebKit(tmp_path / "home", _find_port())
        reader = ForgetfulReader(webkit, f"http://127.0.0.1:{server.server_port}")
        story.the_evening(reader)
        assert "This window keeps nothing" in webkit.run("return document.body.innerText")
        for part in story.AFTER_THE_EVENING:
            part(reader)
        webkit.close()


def _find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
