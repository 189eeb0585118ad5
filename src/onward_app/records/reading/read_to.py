"""Up to which day mail was read, and whether that day can be so: a clock may have been wrong, then or now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from onward.wording.days import say_day
from onward_app.records.models import Owner, Seen

SET_THE_CLOCK = "If today is wrong, set this computer’s clock."


@dataclass(frozen=True, slots=True)
class DayAhead:
    """Mail counts as read up to a day that hasn't come; `instead` is the newest message that was read."""

    kept: date
    today: date
    instead: date | None

    @property
    def words(self) -> str:
        """What is odd about it."""
        return f"Mail is said to be read up to {say_day(self.kept)}, and today is {say_day(self.today)}."

    @property
    def meanwhile(self) -> str:
        """What silence counts to, as long as nothing is said of it."""
        if self.instead is None:
            return "No message tells up to when it was really read, so no quiet day counts by mail."
        return f"Quiet days count to {say_day(self.instead)}, the day of the newest message that was read."


def find_day_ahead(owner: Owner, today: date) -> DayAhead | None:
    """What is odd about the day that mail was read; None where nothing is."""
    if owner.mail_read_on is None or owner.mail_read_on <= today:
        return None
    newest = Seen.objects.filter(owner=owner, on__lte=today).aggregate(day=Max("on"))["day"]
    return DayAhead(owner.mail_read_on, today, newest)


def find_day_read_to(owner: Owner, today: date) -> date | None:
    """The day up to which mail counts as read: a day that hasn't come vouches for nothing."""
    ahead = find_day_ahead(owner, today)
    return owner.mail_read_on if ahead is None else ahead.instead
