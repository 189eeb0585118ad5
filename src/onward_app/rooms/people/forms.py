"""What the pages on people ask."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from onward_app.records.models import Contact, Opportunity
from onward_app.web.boxes import LookedAtForm
from onward_app.web.job_choice import JobChoiceForm

PART_HELP = "“Interviewed me”, “the recruiter”, “told me of it”."


class PeopleSearchForm(LookedAtForm):
    """Words to find somebody by. Nothing is kept of them."""

    q = forms.CharField(required=False)


class ContactForm(LookedAtForm):
    """Somebody of the search."""

    name = forms.CharField(label="Name", max_length=200, error_messages={"required": "A first name is enough."})
    reach = forms.CharField(
        label="How to reach them", max_length=200, required=False, help_text="A number or an address, for one tap."
    )
    how = forms.CharField(label="How you met", max_length=200, required=False)
    employer = forms.CharField(label="Where they work", max_length=200, required=False)
    role = forms.CharField(label="What they do there", max_length=200, required=False)
    notes = forms.CharField(
        label="Notes",
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Markdown is shown as it is meant: - for a list, **for weight**.",
    )
    part = forms.CharField(label="At this job they …", max_length=60, required=False, help_text=PART_HELP)
    folded = ("employer", "role", "notes")

    def __init__(self, *args: Any, at_job: bool = False, **kwargs: Any) -> None:
        """Whom they are at a job is asked where they are added from it."""
        super().__init__(*args, **kwargs)
        if not at_job:
            del self.fields["part"]


class AtJobForm(JobChoiceForm):
    """Which job somebody belongs to, and as whom."""

    job = forms.ChoiceField(label="Which job?", error_messages={"required": "Choose a job of the list."})
    part = forms.CharField(label="There they …", max_length=60, required=False, help_text=PART_HELP)

    def __init__(self, *args: Any, jobs: QuerySet[Opportunity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_jobs("job", jobs, blank="choose one")

    def clean(self) -> dict[str, Any]:
        """One has to be meant, chosen or typed."""
        said = super().clean()
        if not said.get("job") and not self.errors:
            self.add_error("job", "Choose a job of the list.")
        return said


class SamePersonForm(LookedAtForm):
    """Who of a short list is the same person."""

    other = forms.ChoiceField(
        label="Who is the same person?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who it is.", "invalid_choice": "Choose who it is."},
    )

    def __init__(self, *args: Any, others: Iterable[Contact], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.pk), ", ".join(filter(None, (one.name, one.role, one.employer)))) for one in others]
        cast(forms.ChoiceField, self.fields["other"]).choices = choices
