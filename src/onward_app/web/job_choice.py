"""Which job is meant: chosen from a short list, and where there are more than that, by typing a part of its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from onward_app.records.models import Opportunity
from onward_app.records.reading.jobs import search_jobs
from onward_app.web.boxes import LookedAtForm

MOST = 50  # jobs in a list: more than that nobody reads
NONE = "No job has that in its name. A shorter part of it may find it."
SEVERAL = "Several have that in their name. They stand in the list now: choose one."
MANY = "Many have that in their name. The first of them stand in the list now; a longer part finds fewer."


class JobChoiceForm(LookedAtForm):
    """A form with a field for a job. `typed` is the field that is added beside it where jobs are many."""

    typed = "job_named"

    def offer_jobs(
        self, name: str, rows: QuerySet[Opportunity], *, first: Iterable[Opportunity] = (), blank: str = ""
    ) -> None:
        """Offer these jobs in a field, some of them first."""
        self.job_field, self.jobs, self.blank = name, rows, blank
        likely = {row.pk: row for row in (*first, *rows[: MOST + 1])}
        self._set_choices(list(likely.values())[:MOST])
        if len(likely) > MOST:
            self._add_box(name)

    def _add_box(self, name: str) -> None:
        """The box for a part of a name, right behind the list."""
        self.fields[name].required = False
        box = forms.CharField(label="Or type a part of its name", required=False, max_length=200)
        fields = list(self.fields.items())
        place = next(n for n, (key, _) in enumerate(fields) if key == name) + 1
        self.fields = dict([*fields[:place], (self.typed, box), *fields[place:]])

    def _set_choices(self, rows: Iterable[Opportunity]) -> None:
        """The choices: these, and whatever was chosen when the list was another one."""
        choices = {str(row.pk): row.title for row in rows}
        sent = str(self.data.get(self.add_prefix(self.job_field), "")) if self.is_bound else ""
        if sent.isdecimal() and sent.isascii() and len(sent) < 19 and sent not in choices:
            choices |= {str(row.pk): row.title for row in self.jobs.filter(pk=int(sent))}
        field = cast(forms.ChoiceField, self.fields[self.job_field])
        field.choices = [("", self.blank), *choices.items()] if self.blank else list(choices.items())

    def clean(self) -> dict[str, Any]:
        """What was typed leads to the one job that has it in its name."""
        said: dict[str, Any] = super().clean() or {}
        text = (said.get(self.typed) or "").strip()
        if self.typed not in self.fields or said.get(self.job_field) or self.job_field in self.errors:
            return said
        found = list(search_jobs(self.jobs, text)[: MOST + 1]) if text else []
        if len(found) == 1:
            said[self.job_field] = str(found[0].pk)
        elif text:
            self._set_choices(found[:MOST])
            self.add_error(self.typed, MANY if len(found) > MOST else SEVERAL if found else NONE)
        return said
