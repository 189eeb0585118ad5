"""Forms for kinks and strengths, for one piece of evidence, and for kinds of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from onward.debrief.chips import HELP, Chip
from onward.kinks.kinds import NOT_MINE, NOT_MINE_NAME, NOT_MINE_PLAIN, make_own_kind
from onward.wording.client_details import BEFORE
from onward.wording.days import say_day
from onward_app import clock
from onward_app.records.models import Interview, Kink, Owner, OwnKind
from onward_app.records.reading.kinds import list_kinds, list_own_kinds
from onward_app.records.reading.kinks import list_interviews_to_choose
from onward_app.records.reading.rows import find_row
from onward_app.web.boxes import LookedAtForm
from onward_app.web.day_fields import refuse_future

NEWEST = 20  # interviews to choose from; all of them are one tap away
LONGEST = 16  # digits of an id
CHIPS = [(chip.value, f"{chip.value.capitalize()}. {HELP[chip]}") for chip in Chip]
COSTS = [("1", "A little"), ("2", "Something"), ("3", "A lot")]
CAME_OF_IT = [
    ("clean", "A clean chance: it came up, and it went clean"),
    ("happened", "It happened"),
    ("none", "There was no chance"),
]
REMEMBERED = [
    ("unknown", "Nobody can say, or there was no chance"),
    ("clean", "A chance, and it went clean"),
    ("happened", "It happened"),
]
_TEXT_MISSING = {"required": "A few words are enough. What was seen or said?"}
_CHIP_MISSING = {"required": "Choose one. “Just a feeling” is an answer."}


class SightingForm(LookedAtForm):
    """One piece of evidence."""

    folded: tuple[str, ...] = ("group", "interview", "on")
    text = forms.CharField(
        label="What was seen or said?", widget=forms.Textarea(attrs={"rows": 3}), help_text=BEFORE, max_length=10_000,
        error_messages=_TEXT_MISSING,
    )  # fmt: skip
    chip = forms.ChoiceField(
        label="How do you know?", choices=CHIPS, widget=forms.RadioSelect, error_messages=_CHIP_MISSING
    )
    group = forms.CharField(
        label="Whose word is it?",
        required=False,
        max_length=100,
        help_text="Initials or a role. One panel weighs as one: give it one name.",
    )
    interview = forms.ChoiceField(label="In which interview?", required=False)
    on = forms.DateField(label="Day", widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, owner: Owner, every: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner
        chosen = str(self["interview"].value() or "")
        also = int(chosen) if chosen.isascii() and chosen.isdecimal() and len(chosen) < LONGEST else None
        rows = list_interviews_to_choose(owner, also, None if every else NEWEST + 1)
        self.further = not every and len(rows) > NEWEST  # interviews that can't be chosen here
        shown = rows[:NEWEST] if self.further else rows
        cast(forms.ChoiceField, self.fields["interview"]).choices = [("", "None of these, or not known"), *shown]
        self.initial.setdefault("on", clock.today())

    def clean_on(self) -> Any:
        """Evidence is of something that has happened."""
        return refuse_future(self.cleaned_data["on"])

    def clean_interview(self) -> Interview | None:
        """The interview itself."""
        chosen = self.cleaned_data["interview"]
        return find_row(Interview, self.owner, chosen) if chosen else None


class AddKinkForm(SightingForm):
    """A kink or a strength, by hand, with its first piece of evidence."""

    folded: tuple[str, ...] = ("name", "group", "interview", "on")
    what = forms.ChoiceField(
        label="Which is it?",
        choices=[("kink", "Something to work out"), ("strength", "Something that works")],
        widget=forms.RadioSelect,
        initial="kink",
    )
    kind = forms.ChoiceField(label="What kind of thing?", required=False)
    name = forms.CharField(label="Your own name for it", required=False, max_length=200)
    field_order = ("what", "text", "kind", "name", "chip", "group", "interview", "on")

    def __init__(self, *args: Any, owner: Owner, every: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, owner=owner, every=every, **kwargs)
        named = [(kind.key, f"{kind.name}: {kind.plain or kind.chance}") for kind in list_kinds(owner)]
        cast(forms.ChoiceField, self.fields["kind"]).choices = [
            ("", "Not sure yet, or a strength"), *named, (NOT_MINE, f"{NOT_MINE_NAME}: {NOT_MINE_PLAIN}"),
        ]  # fmt: skip


class EvidenceForm(SightingForm):
    """One piece of evidence that is there: all of it may be changed, also what it is evidence for."""

    folded: tuple[str, ...] = ("kink", "group", "interview", "on")
    kink = forms.ChoiceField(label="What is it evidence for?")

    def __init__(self, *args: Any, owner: Owner, every: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, owner=owner, every=every, **kwargs)
        rows = Kink.objects.of(owner).order_by("strength", "noticed_on", "pk")
        cast(forms.ChoiceField, self.fields["kink"]).choices = [(str(row.pk), row.name) for row in rows]

    def clean_kink(self) -> Kink:
        """The kink or strength itself."""
        return find_row(Kink, self.owner, self.cleaned_data["kink"])


class EditKinkForm(LookedAtForm):
    """Its name, its plan, and what it costs."""

    name = forms.CharField(label="Name", max_length=200, error_messages={"required": "It needs a name."})
    if_they = forms.CharField(label="If they ask, or if I notice …", required=False, max_length=300)
    then_i = forms.CharField(label="… then I will …", required=False, max_length=300)
    cost = forms.TypedChoiceField(
        label="What it costs when it happens", choices=COSTS, coerce=int, widget=forms.RadioSelect
    )


class StrengthForm(LookedAtForm):
    """The name of something that works."""

    name = forms.CharField(label="Name", max_length=200, error_messages={"required": "It needs a name."})


class MergeKinksForm(LookedAtForm):
    """The other one."""

    other = forms.ChoiceField(label="Which one is the same thing?")

    def __init__(self, *args: Any, owner: Owner, kink: Kink, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Kink.objects.of(owner).filter(strength=kink.strength).exclude(pk=kink.pk)
        cast(forms.ChoiceField, self.fields["other"]).choices = [(str(row.pk), row.name) for row in rows]


class ChanceForm(LookedAtForm):
    """What came of one chance."""

    came = forms.ChoiceField(label="What came of it?", choices=CAME_OF_IT, widget=forms.RadioSelect)


AT_ONCE = 4  # interviews that are asked about before the rest is folded


class RememberForm(LookedAtForm):
    """What came of interviews that nothing is noted of, one choice each; “nobody can say” is an answer."""

    def __init__(self, *args: Any, rows: Sequence[tuple[Interview, bool]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {f"in_{row.pk}": row for row, _ in rows}
        self.folded = tuple(self.rows)[AT_ONCE:]
        for row, seen in rows:
            self.fields[f"in_{row.pk}"] = forms.ChoiceField(
                label=f"{row.opportunity.title}, {say_day(row.on)}", choices=REMEMBERED, widget=forms.RadioSelect,
                initial="happened" if seen else "unknown",
            )  # fmt: skip

    @property
    def came(self) -> dict[Interview, bool | None]:
        """Whether it happened in each, None where nobody can say."""
        said = {"happened": True, "clean": False}
        return {row: said.get(self.cleaned_data[name]) for name, row in self.rows.items()}


class OwnKindForm(LookedAtForm):
    """A kind of one's own."""

    name = forms.CharField(label="Name", max_length=40, help_text="Short: “Numbers”.", required=False)
    plain = forms.CharField(
        label="What goes wrong", max_length=300, required=False, help_text="In your words: “I get numbers wrong.”"
    )
    chance = forms.CharField(
        label="What counts as a chance",
        max_length=300,
        required=False,
        help_text="When could it happen? “They asked for a number.” Without that, nobody can tell clean from no "
        "chance.",
    )
    cost = forms.TypedChoiceField(
        label="What it costs when it happens", choices=COSTS, coerce=int, widget=forms.RadioSelect, initial="2"
    )

    def __init__(self, *args: Any, owner: Owner, row: OwnKind | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taken = {one.key for one in list_own_kinds(owner) if row is None or one.pk != row.pk}

    def clean(self) -> dict[str, Any]:
        """The library's own sentences, each at its field."""
        told = cast(dict[str, Any], super().clean())
        kind, troubles = make_own_kind(
            told.get("name", ""), told.get("plain", ""), told.get("chance", ""), cost=told.get("cost", 2)
        )
        for sentence in troubles:
            self.add_error("chance" if "could happen" in sentence else "name", sentence)
        if kind is not None and kind.key in self.taken:
            self.add_error("name", f"You have a kind “{kind.name}” already. Change that one, or use another name.")
        told["made"] = kind
        return told


class NoteBeforeForm(LookedAtForm):
    """Where it is; and set-backs that are seen coming, which hurt less."""

    place = forms.CharField(
        label="Where is it?", required=False, max_length=300, help_text="The address, the room, or the link."
    )
    text = forms.CharField(
        label="Two things that may go wrong, and what I’d do", widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
