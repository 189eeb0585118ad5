"""In Firefox: the article’s story, offline from the first morning on. `make test-web` asks for it by its mark."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.anywhere import story
from tests.anywhere.firefox import Firefox, wait_until
from tests.anywhere.reader import Reader
from tests.browser.shell import BUILT, served

KEPT = "return (async () => Boolean((await navigator.serviceWorker.ready).active))()"


@pytest.mark.firefox
def test_firefox_keeps_the_evening_and_goes_on_offline_to_the_signature(tmp_path: Path) -> None:
    with served(BUILT) as server:
        origin = f"http://127.0.0.1:{server.server_port}"
        firefox = Firefox(tmp_path / "profile")
        story.the_evening(Reader(firefox, origin))
        wait_until(lambda: firefox.run(KEPT), "the program is kept")
        firefox.close()
    firefox = Firefox(tmp_path / "profile")  # the server is gone
    reader = Reader(firefox, origin)
    for part in story.AFTER_THE_EVENING:
        part(reader)
    firefox.close()
