"""Forms for kinks and strengths."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from onward.debrief.chips import HELP, Chip
from onward.kinks.kinds import KINDS
from onward_app import clock
from onward_app.records.models import Kink, Owner

CHIPS = [(chip.value, f"{chip.value.capitalize()}. {HELP[chip]}") for chip in Chip]
COSTS = [("1", "A little"), ("2", "Something"), ("3", "A lot")]


class See(forms.Form):
    """One piece of evidence."""

    text = forms.CharField(
        label="What was seen or said?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="No client details. Describe your steps, not the person.",
    )
    chip = forms.ChoiceField(label="How do you know?", choices=CHIPS, widget=forms.RadioSelect)
    group = forms.CharField(
        label="Whose word is it?",
        required=False,
        max_length=100,
        help_text="Initials or a role. One panel weighs as one.",
    )
    on = forms.DateField(label="Day", widget=forms.DateInput(attrs={"type": "date"}))

    def clean_on(self) -> Any:
        """Evidence is of something that has happened."""
        on = self.cleaned_data["on"]
        if on > clock.today():
            raise forms.ValidationError("That day hasn't come yet.")
        return on


class Add(forms.Form):
    """A kink or a strength, by hand."""

    what = forms.ChoiceField(
        label="Which is it?",
        choices=[("kink", "Something to work out"), ("strength", "Something that works")],
        widget=forms.RadioSelect,
        initial="kink",
    )
    kind = forms.ChoiceField(
        label="What kind of thing?",
        required=False,
        choices=[("", "None of these, or a strength"), *((k.key, f"{k.name}: {k.plain}") for k in KINDS)],
    )
    name = forms.CharField(label="Your own name for it", required=False, max_length=200)
    text = See.base_fields["text"]
    chip = See.base_fields["chip"]
    group = See.base_fields["group"]


class Edit(forms.Form):
    """Its name, its plan, and what it costs."""

    name = forms.CharField(label="Name", max_length=200)
    if_they = forms.CharField(label="If they ask, or if I notice …", required=False, max_length=300)
    then_i = forms.CharField(label="… then I will …", required=False, max_length=300)
    cost = forms.TypedChoiceField(
        label="What it costs when it happens", choices=COSTS, coerce=int, widget=forms.RadioSelect
    )


class Merge(forms.Form):
    """The other one."""

    other = forms.ChoiceField(label="Which one is the same thing?")

    def __init__(self, *args: Any, owner: Owner, kink: Kink, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Kink.objects.of(owner).filter(strength=kink.strength).exclude(pk=kink.pk)
        cast(forms.ChoiceField, self.fields["other"]).choices = [(str(row.pk), row.name) for row in rows]


class Before(forms.Form):
    """Set-backs seen coming hurt less."""

    text = forms.CharField(
        label="Two things that may go wrong, and what I'd do", widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
