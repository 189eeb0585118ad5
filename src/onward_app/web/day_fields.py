"""A day that is asked for: the field for it, and the refusal of one that hasn't come yet."""

from __future__ import annotations

from datetime import date

from django import forms

from onward_app import clock

WHEN = {"required": "Say on which day.", "invalid": "That day can’t be read. Write it like 2026-03-04."}


def make_day_field(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    """A day, as browsers offer it."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages=WHEN,
    )


def refuse_future(on: date) -> date:
    """The day itself, for `clean_on`: what is told of has happened.

    Raises:
        forms.ValidationError: it is a day to come.
    """
    if on > clock.today():
        raise forms.ValidationError("That day hasn’t come yet.")
    return on
