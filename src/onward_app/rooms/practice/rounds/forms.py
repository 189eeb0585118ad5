"""What a mock round is made of: own cards, or a pack and some of its families."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from onward.practice.rounds import LEAST, MOST, USUAL, estimate_minutes
from onward.wording.counts import say_count, spell_number
from onward_app.packs_folder import list_packs
from onward_app.web.boxes import LookedAtForm

OWN = "my cards"  # no key of a pack can have a space
FILLED_FROM = "general"  # few cards of one's own are filled up from this pack
NUMBERS = [
    (
        str(n),
        say_count(
            estimate_minutes(n),
            "{questions}, about {n} minute",
            "{questions}, about {n} minutes",
            questions=spell_number(n).capitalize(),
        ),
    )
    for n in range(LEAST, MOST + 1)
]
ELSEWHERE = "The families you chose are in another set. Choose that set above, or none of the families."


class ChooseRoundForm(LookedAtForm):
    """The set, how many questions, and which families."""

    source = forms.ChoiceField(
        label="Questions from", widget=forms.RadioSelect, error_messages={"required": "Choose one."}
    )
    questions = forms.TypedChoiceField(
        label="How many", choices=NUMBERS, coerce=int, initial=str(USUAL), help_text="And one that you ask back."
    )
    only = forms.MultipleChoiceField(label="Only these", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, own: int, field: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.packs = list_packs(field)
        words = f"My own cards: {own}, and what is missing from General" if own < MOST else f"My own cards: {own}"
        mine = [(OWN, words)] if own else []
        chosen = cast(forms.ChoiceField, self.fields["source"])
        chosen.choices = [*mine, *((pack.key, f"{pack.name}. {pack.plain}") for pack in self.packs)]
        self.initial.setdefault("source", OWN if own >= LEAST else self.packs[0].key)
        cast(forms.MultipleChoiceField, self.fields["only"]).choices = [
            (f"{pack.key}/{family.key}", f"{family.name} ({pack.name})")
            for pack in self.packs
            for family in pack.families
        ]

    @property
    def families(self) -> set[str]:
        """The keys of the families that were chosen, of the pack that was chosen."""
        pack = f"{self.cleaned_data['source']}/"
        return {one.removeprefix(pack) for one in self.cleaned_data["only"] if one.startswith(pack)}

    @property
    def title(self) -> str:
        """What the round is called."""
        source = self.cleaned_data["source"]
        return "my own cards" if source == OWN else next(pack.name for pack in self.packs if pack.key == source)

    def clean(self) -> dict[str, Any]:
        """Families belong to the set that was chosen."""
        told = cast(dict[str, Any], super().clean())
        if told.get("only") and told.get("source") and not self.families:
            self.add_error("only", ELSEWHERE)
        return told
