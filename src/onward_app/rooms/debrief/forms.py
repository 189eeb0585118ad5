"""The form for what is noted before the outcome is known."""

from __future__ import annotations

from typing import Any

from django import forms

from onward_app.records.models import Interview
from onward_app.records.writing.debrief import Answered

QUESTIONS = 4
WENT = [
    ("", "not said"),
    *((str(n), words) for n, words in enumerate(("badly", "shaky", "all right", "well", "very well"), 1)),
]
FORECAST = [
    ("10", "Very unlikely (10)"),
    ("30", "Unlikely (30)"),
    ("50", "Could go either way (50)"),
    ("70", "Likely (70)"),
    ("90", "Very likely (90)"),
]


class Capture(forms.Form):
    """Sixty seconds: a forecast, how it went, one line. Or ten minutes: the questions too."""

    forecast_words = forms.ChoiceField(
        label="Will they ask you on?", choices=FORECAST, widget=forms.RadioSelect, required=False
    )
    forecast = forms.IntegerField(label="Or as a number, 0 to 100", min_value=0, max_value=100, required=False)
    liked = forms.CharField(label="One line: what you talked about that was good", required=False, max_length=300)

    def __init__(self, *args: Any, interview: Interview, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = list(interview.questions.filter(stands=True))
        self.rows = max(QUESTIONS, len(rows) + 1)
        for number in range(self.rows):
            row = rows[number] if number < len(rows) else None
            self.fields[f"asked{number}"] = forms.CharField(
                label=f"Question {number + 1}", required=False, max_length=1000, initial=row.asked if row else ""
            )
            self.fields[f"said{number}"] = forms.CharField(
                label=f"The gist of my answer {number + 1}", required=False, max_length=5000, initial=row.said if row else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip
            self.fields[f"went{number}"] = forms.TypedChoiceField(
                label=f"How answer {number + 1} went", choices=WENT, coerce=int, empty_value=None, required=False,
                initial=str(row.went or "") if row else "",
            )  # fmt: skip

    @property
    def quick(self) -> list[Any]:
        """The fields of the sixty seconds."""
        return [self["forecast_words"], self["forecast"], self["liked"]]

    @property
    def full(self) -> list[list[Any]]:
        """The fields of the ten minutes, a question each."""
        return [[self[f"{name}{n}"] for name in ("asked", "said", "went")] for n in range(self.rows)]

    def chance(self) -> int | None:
        """The forecast, 0 to 100: the number, or else the words."""
        told = self.cleaned_data
        if told["forecast"] is not None:
            return int(told["forecast"])
        return int(told["forecast_words"]) if told["forecast_words"] else None

    def questions(self) -> list[Answered]:
        """The questions that have any words."""
        told = self.cleaned_data
        rows = [Answered(told[f"asked{n}"], told[f"said{n}"], told[f"went{n}"]) for n in range(self.rows)]
        return [row for row in rows if row.asked or row.said]
