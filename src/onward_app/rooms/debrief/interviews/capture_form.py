"""The form for what is noted before the outcome is known: three taps and a line, and the rest if there is time."""

from __future__ import annotations

from typing import Any

from django import forms

from onward.debrief import capture
from onward_app import clock
from onward_app.records.models import Interview
from onward_app.records.writing.debrief import CapturedQuestion
from onward_app.web.boxes import LookedAtForm

QUESTIONS = 4
REAL_ENDS = {1: "not at all", 5: "fully"}
WENT = [(str(n), words) for n, words in capture.WENT]
REAL = [(str(n), f"{n}, {REAL_ENDS[n]}" if n in REAL_ENDS else str(n)) for n in range(1, 6)]
FORECAST = [(str(n), f"{words} ({n})") for n, words in capture.ANCHORS]
NUMBER = {
    "min_value": "A forecast is a number from 0 to 100.",
    "max_value": "A forecast is a number from 0 to 100.",
    "invalid": "A forecast is a number from 0 to 100, without a comma.",
}


class CaptureForm(LookedAtForm):
    """Sixty seconds: one question, how it went, being oneself, a forecast. Or ten minutes: all of the questions.

    Once the outcome `is_known` no forecast is asked, and one that was said stays.
    """

    def __init__(self, *args: Any, interview: Interview, is_known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.said_before = interview.forecast
        rows = list(interview.questions.filter(stands=True))
        self.rows = max(QUESTIONS, len(rows) + 1)
        for number in range(self.rows):
            self._add_question(number, rows[number] if number < len(rows) else None)
        self.fields["said_real"] = _make_taps(capture.REAL, REAL, interview.said_real)
        if not is_known:
            self._add_forecast(interview.forecast)
        self.fields["liked"] = forms.CharField(
            label="Something you talked about that was good", required=False, max_length=300, initial=interview.liked,
            help_text="A thank-you can begin with it.",
        )  # fmt: skip

    def _add_question(self, number: int, row: Any) -> None:
        first = number == 0
        self.fields[f"asked{number}"] = forms.CharField(
            label=capture.LINE if first else f"Question {number + 1}", required=False, max_length=1000,
            initial=row.asked if row else "",
        )  # fmt: skip
        self.fields[f"went{number}"] = _make_taps(
            capture.ITS_ANSWER if first else f"How answer {number + 1} went", WENT, row.went if row else None
        )
        self.fields[f"said{number}"] = forms.CharField(
            label="The gist of what I said to it" if first else f"The gist of my answer {number + 1}", required=False,
            max_length=5000, initial=row.said if row else "", widget=forms.Textarea(attrs={"rows": 2}),
        )  # fmt: skip

    def _add_forecast(self, said: int | None) -> None:
        tapped = capture.find_anchor(said)
        self.fields["forecast_words"] = _make_taps(capture.FORECAST, FORECAST, tapped)
        self.fields["forecast"] = forms.IntegerField(
            label="Or the forecast as a number, 0 to 100", min_value=0, max_value=100, required=False,
            initial=None if tapped is not None else said, error_messages=NUMBER,
        )  # fmt: skip

    @property
    def quick(self) -> list[Any]:
        """The fields of the sixty seconds."""
        return [self[name] for name in ("asked0", "went0", "said_real", "forecast_words") if name in self.fields]

    @property
    def full(self) -> list[Any]:
        """What the ten minutes add."""
        more = [f"{name}{n}" for n in range(1, self.rows) for name in ("asked", "said", "went")]
        return [self[name] for name in ("said0", *more, "liked", "forecast") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        """At least something; and what was said or rated has its question."""
        told = super().clean() or {}
        if self.errors:
            return told
        places = {"line": "asked0", **{f"asked_{n + 1}": f"asked{n}" for n in range(self.rows)}}
        for name, sentence in capture.find_capture_troubles(self.captured()).items():
            if not (name == "line" and told["liked"]):
                self.add_error(places.get(name), sentence)
        return told

    def captured(self) -> capture.Capture:
        """What was noted, as the library has it."""
        told = self.cleaned_data
        rows = [
            capture.AskedQuestion(*(told[f"{name}{n}"] for name in ("asked", "said", "went"))) for n in range(self.rows)
        ]
        first, went = rows[0], rows[0].went  # a tap without its line is kept; the others need their question
        questions = (capture.AskedQuestion(first.asked, first.said), *rows[1:])
        return capture.Capture(clock.now(), went, told["said_real"], self.chance(), first.asked, questions)

    def chance(self) -> int | None:
        """The forecast, 0 to 100; what was said before, once the outcome is known."""
        if "forecast" not in self.fields:
            return self.said_before
        told = self.cleaned_data
        return capture.choose_forecast(told["forecast_words"], told["forecast"], self.said_before)

    def questions(self) -> list[CapturedQuestion]:
        """The questions that have any words, or a rating."""
        told = self.cleaned_data
        rows = [CapturedQuestion(told[f"asked{n}"], told[f"said{n}"], told[f"went{n}"]) for n in range(self.rows)]
        return [row for row in rows if row.asked or row.said or row.went]


def _make_taps(label: str, choices: list[tuple[str, str]], given: int | None) -> forms.TypedChoiceField:
    """One tap of a few, or none."""
    return forms.TypedChoiceField(
        label=label, choices=choices, coerce=int, empty_value=None, required=False, widget=forms.RadioSelect,
        initial="" if given is None else str(given),
    )  # fmt: skip
