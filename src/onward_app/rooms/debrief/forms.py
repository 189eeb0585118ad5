"""Forms for an interview's record and for what is noted before the outcome is known."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from onward_app.records import queries
from onward_app.records.models import Interview, Owner
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


class AddInterview(forms.Form):
    """An interview, by hand."""

    job = forms.ChoiceField(label="Which job?", required=False)
    employer = forms.CharField(label="Or a new one: who is it with?", required=False, max_length=200)
    role = forms.CharField(label="And for what role?", required=False, max_length=200)
    on = forms.DateField(label="Day", widget=forms.DateInput(attrs={"type": "date"}))
    at = forms.TimeField(label="Time", required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    round = forms.ChoiceField(
        label="Which round?",
        choices=[("screen", "A first call"), ("interview", "An interview"), ("final", "The last round")],
    )
    format = forms.CharField(label="How?", required=False, max_length=40, help_text="Phone, video, on site.")
    people = forms.CharField(
        label="With whom?",
        required=False,
        max_length=300,
        help_text="Initials and what they do are enough: “D. W., clinical director”.",
    )

    def __init__(self, *args: Any, owner: Owner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(str(row.pk), row.title) for row in queries.alive(owner)]
        cast(forms.ChoiceField, self.fields["job"]).choices = [("", "A new one"), *rows]

    def clean(self) -> dict[str, Any]:
        """A job that is there, or the name of a new one."""
        told = cast(dict[str, Any], super().clean())
        if not told.get("job") and not (told.get("employer") or "").strip():
            self.add_error("employer", "Choose the job above, or say who it is with.")
        return told


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
