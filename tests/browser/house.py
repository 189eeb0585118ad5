"""Where Onward lives while its rooms are tried: in a process of its own, or as it is built for a browser."""

from __future__ import annotations

import os

from tests.browser.at_home import AFTER_THE_EXAMPLE, EXAMPLE, ONWARD, run
from tests.browser.at_home import House as HouseAtHome
from tests.browser.built import BuiltHouse
from tests.browser.shell import leads_on
from tests.browser.window import NARROW, PATIENCE, WIDE, Visit, chromium, names, visit

IS_BUILT = os.environ.get("ONWARD_ROOMS") == "built"  # `make test-web` says so
House = BuiltHouse if IS_BUILT else HouseAtHome

__all__ = [
    "AFTER_THE_EXAMPLE",
    "EXAMPLE",
    "IS_BUILT",
    "NARROW",
    "ONWARD",
    "PATIENCE",
    "WIDE",
    "House",
    "Visit",
    "chromium",
    "leads_on",
    "names",
    "run",
    "visit",
]
