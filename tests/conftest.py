"""What all tests share. The core's tests run where Django isn't installed, so nothing here needs it."""

from __future__ import annotations

import atexit
import gc
import importlib.util
import os
import shutil
import tempfile

import pytest
from hypothesis import HealthCheck, settings

# A busy computer is no failure: no test is timed, not even by the tool that makes up its examples.
settings.register_profile(
    "onward",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,  # what decides over a change asks the same of each
)
settings.load_profile("onward")

# Rings of objects are looked for less often: in five files that were measured a tenth of the processor's time went into
# that, and three quarters of it where source is parsed, which makes very many objects and no rings.
gc.set_threshold(50_000, 10, 10)

_MEMORY, ENOUGH = "/dev/shm", 2_000_000_000  # where each write needn't wait for a disk; bytes that there have to be
if "TMPDIR" not in os.environ and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > ENOUGH:
    os.environ["TMPDIR"] = tempfile.tempdir = _MEMORY

_home = tempfile.mkdtemp(prefix="onward-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["ONWARD_HOME"] = _home
os.environ.pop("ONWARD_CLOCK", None)
os.environ["DATABASE_URL"] = os.environ.pop("ONWARD_TESTS_ON", "")  # a PostgreSQL, from `make test-postgres`

# What takes longest, or waits for a browser or another program: begun first, so that no worker is left alone with it at the end.
_FIRST = ("tests/attack/", "tests/browser/", "tests/test_story.py", "tests/test_patterns.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Two workers that take a file each, in this order, end at about the same time."""
    items.sort(key=lambda item: not item.nodeid.startswith(_FIRST))


if importlib.util.find_spec("django") is not None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "onward_app.settings"
    import django

    django.setup()
    pytest_plugins = ["tests.people"]
