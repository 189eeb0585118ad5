"""What the page of somebody to talk to asks."""

from __future__ import annotations

from django import forms

from onward.wording.help_lines import HelpCountry, find_help_country, list_help_countries
from onward_app.web.boxes import LookedAtForm


def _list_choices() -> list[tuple[str, str]]:
    return [(one.code, f"{one.name[:1].upper()}{one.name[1:]}") for one in list_help_countries()]


class CountryForm(LookedAtForm):
    """The country whose lines to call are shown."""

    country = forms.ChoiceField(label="Where are you?", choices=_list_choices)

    def chosen(self) -> HelpCountry:
        """The country that was chosen."""
        return find_help_country(self.cleaned_data["country"])
