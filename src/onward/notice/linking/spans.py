"""How many days lie between letters of one job, and between two applications."""

from __future__ import annotations

LIVE_DAYS = 200  # a job that nobody wrote about for longer takes no letter that doesn't name it
ANEW_DAYS = 120  # a new confirmation so long after a no is a new application
DUPLICATE_DAYS = 14  # a second no within this is the same no
BEFORE_DAYS = 60  # so long before the first letter that names the role, one without it may belong to the same job
SLACK_DAYS = 3  # mail may cross: a confirmation that comes so late is harmless
