"""Points of hope, the day they named, and a week's goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from onward.pace.concentration import POINTS, describe_not_a_hundred
from onward.pace.week import MOST_TAILORED
from onward.wording.days import WEEKDAYS
from onward_app.records.models import Opportunity
from onward_app.web.boxes import LookedAtForm

NAMES = {
    "tailored": "Tailored applications",
    "contacts": "Talks with people",
    "practice": "Practice sessions",
}


def hope_field(row: Opportunity) -> str:
    """The name of the field for the points on a job."""
    return f"hope_{row.pk}"


class HopeForm(LookedAtForm):
    """100 points over the jobs that are open."""

    def __init__(self, *args: Any, rows: Sequence[Opportunity], points: Mapping[int, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = list(rows)
        words = {
            "required": "A number, please; 0 is fine.",
            "invalid": "A whole number, please.",
            "min_value": "Points can’t be below 0.",
            "max_value": "There are 100 points in all.",
        }
        for row in self.rows:
            self.fields[hope_field(row)] = forms.IntegerField(
                label=row.title, min_value=0, max_value=POINTS, initial=points.get(row.pk, 0),
                error_messages=words,
            )  # fmt: skip

    @property
    def points(self) -> dict[int, int]:
        """Points by job."""
        return {row.pk: self.cleaned_data[hope_field(row)] for row in self.rows}

    def clean(self) -> dict[str, Any]:
        """100 in all, in words when not."""
        if not self.errors and (sentence := describe_not_a_hundred(self.points)):
            raise forms.ValidationError(sentence)
        return self.cleaned_data


class PromisedForm(LookedAtForm):
    """The day they said you'd hear by."""

    on = forms.DateField(label="They said I’d hear by", required=False, widget=forms.DateInput(attrs={"type": "date"}))


class WeekForm(LookedAtForm):
    """A week in quality goals, and a day off."""

    day_off = forms.TypedChoiceField(label="Day off", coerce=int, choices=list(enumerate(WEEKDAYS)))

    def __init__(self, *args: Any, held: Mapping[str, tuple[int, int]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (wanted, done) in held.items():
            most = MOST_TAILORED if name == "tailored" else 50
            words = {"max_value": f"{most} at most: a few good ones carry further.", "min_value": "0 or more."}
            self.fields[f"{name}_wanted"] = forms.IntegerField(
                label=f"{NAMES[name]}: wanted", min_value=0, max_value=most, initial=wanted, error_messages=words
            )
            self.fields[f"{name}_done"] = forms.IntegerField(
                label=f"{NAMES[name]}: done", min_value=0, max_value=99, initial=done, error_messages=words
            )
        self.names = list(held)

    @property
    def goals(self) -> dict[str, tuple[int, int]]:
        """Wanted and done, by name."""
        data = self.cleaned_data
        return {name: (data[f"{name}_wanted"], data[f"{name}_done"]) for name in self.names}
