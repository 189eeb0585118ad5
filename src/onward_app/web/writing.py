"""A box for words that nobody reads, and its two buttons: keep, and burn."""

from __future__ import annotations

from django import forms

from onward_app.web.boxes import LookedAtForm

KEEP, BURN = "keep", "burn"


class WritingForm(LookedAtForm):
    """What the person writes for themselves. What is burnt is looked through for words of self-harm alone."""

    text = forms.CharField(
        label="Write", max_length=50_000, widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        error_messages={"required": "Nothing is written yet. A line is enough."},
    )  # fmt: skip

    def wants_details(self) -> bool:
        """Only what is kept can point to a client later."""
        return self.data.get("say") != BURN

    def is_burnt(self) -> bool:
        """Whether it goes into the fire."""
        return bool(self.data.get("say") == BURN)
