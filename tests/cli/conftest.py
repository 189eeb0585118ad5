"""Commands that are called in this process have databases of their own, in folders of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="module", autouse=True)
def _on_files(django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield
