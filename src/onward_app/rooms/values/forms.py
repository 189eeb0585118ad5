"""What may be typed about lines, values and a job's marks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from onward.values.lines import HINT, REVIEW_AFTER
from onward_app import clock
from onward_app.records.models import Fit, Value
from onward_app.web.boxes import LookedAtForm, SentenceField

LINE_MARKS = [("kept", "Kept"), ("crossed", "Crossed"), ("unknown", "Not known")]
VALUE_MARKS = [("kept", "Gives it"), ("crossed", "Doesn’t"), ("unknown", "Not known")]
KNOWN = [("seen", "Seen, or in writing"), ("told", "Told"), ("guessed", "Guessed")]


class LineForm(LookedAtForm):
    """A line, worded so that anybody could check it."""

    text = SentenceField(
        label="A line", max_length=200, help_text=HINT,
        error_messages={"required": "What is the line? One short sentence is enough."},
    )  # fmt: skip


class ValueForm(LookedAtForm):
    """A value with plain points."""

    text = SentenceField(
        label="Something a job should give", max_length=200,
        error_messages={"required": "What should a job give you? A few words are enough."},
    )  # fmt: skip
    points = forms.IntegerField(
        label="How much it counts, 0 to 100", min_value=0, max_value=100, initial=50,
        error_messages={"min_value": "Between 0 and 100.", "max_value": "Between 0 and 100."},
    )  # fmt: skip


class PointsForm(LookedAtForm):
    """How much a value counts."""

    points = forms.IntegerField(label="Points", min_value=0, max_value=100)


class IncomeForm(LookedAtForm):
    """When to look at it again."""

    review = forms.DateField(label="Look at it again on", widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("review", clock.today() + REVIEW_AFTER)

    def clean_review(self) -> date:
        """A review is ahead."""
        review: date = self.cleaned_data["review"]
        if review <= clock.today():
            raise forms.ValidationError("A day that is still to come.")
        return review


class ReasonForm(LookedAtForm):
    """Why the person would go on all the same."""

    reason = forms.CharField(
        label="My reason", max_length=5_000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="For you, to read tomorrow.",
        error_messages={"required": "A sentence is enough. It is only for you."},
    )  # fmt: skip


class MarksForm(LookedAtForm):
    """One mark for each line and value at a job, and how it is known."""

    def __init__(self, *args: Any, values: Iterable[Value], marks: dict[int, Fit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.values = list(values)
        for value in self.values:
            old = marks.get(value.pk)
            self._add_choice(f"mark_{value.pk}", value.text, LINE_MARKS if value.line else VALUE_MARKS,
                      old.mark if old else "unknown")  # fmt: skip
            self._add_choice(
                f"known_{value.pk}", f"How do you know? {value.text}", KNOWN, old.known if old else "guessed"
            )

    def _add_choice(self, name: str, label: str, choices: list[tuple[str, str]], initial: str) -> None:
        self.fields[name] = forms.ChoiceField(
            label=label, choices=choices, widget=forms.RadioSelect, initial=initial, required=False
        )

    @property
    def rows(self) -> list[tuple[Value, Any, Any]]:
        """Each line or value with its two fields."""
        return [(value, self[f"mark_{value.pk}"], self[f"known_{value.pk}"]) for value in self.values]

    @property
    def lines(self) -> list[tuple[Value, Any, Any]]:
        """The rows of what is not for sale."""
        return [row for row in self.rows if row[0].line]

    @property
    def others(self) -> list[tuple[Value, Any, Any]]:
        """The rows of what a job should give."""
        return [row for row in self.rows if not row[0].line]

    @property
    def said(self) -> dict[int, tuple[str, str]]:
        """What was said, by id. An answer left out is “unknown”, and a known one that was left out is a guess."""
        data = self.cleaned_data
        return {
            value.pk: (data[f"mark_{value.pk}"] or "unknown", data[f"known_{value.pk}"] or "guessed")
            for value in self.values
        }
