"""A box of one line, and a choice, is drawn as Django’s templates draw it, whatever is in it."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django import forms
from django.conf import settings
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from onward_app.web.inputs import InputRenderer

BOXES: list[forms.Widget] = [
    forms.TextInput(), forms.NumberInput(attrs={"min": 0, "max": 100, "step": 0.5}), forms.EmailInput(),
    forms.URLInput(), forms.PasswordInput(render_value=True), forms.HiddenInput(), forms.DateInput(attrs={"type": "date"}),
    forms.TimeInput(format="%H:%M"), forms.CheckboxInput(), forms.FileInput(attrs={"multiple": False, "accept": ".ics"}),
    forms.TextInput(attrs={"required": True, "autofocus": False, "data-x": 'a "b" & <c>', "list": mark_safe("a&amp;b")}),
    forms.Textarea(), forms.Select(choices=[("a", "A & B")]), forms.RadioSelect(choices=[("a", "A")]),
    forms.CheckboxSelectMultiple(choices=[("a", "<A>"), ("b", "B")]), forms.DateTimeInput(), forms.SearchInput(),
    forms.TelInput(), forms.ColorInput(), forms.NullBooleanSelect(),
    forms.SelectMultiple(attrs={"size": 4}, choices=[("a", "A"), ("", "<none>"), (12, 12), (True, "Yes")]),
    forms.Select(attrs={"required": True}, choices=[("Gr & Co", [("a", "A"), (mark_safe("&lt;"), mark_safe("<b>B</b>"))]),
                                                    (None, "–"), ('x"', 'say "x"'), ("", [])]),
]  # fmt: skip
VALUES: list[Any] = [
    None, "", "a", 'x" onfocus="alert(1)', "<b>&amp;</b>", mark_safe("&lt;kept&gt;"), 0, 12, 3.5, True, False, (1, 2), ("a",),
    date(2026, 11, 16), time(9, 5), "Grüße, 日本", "a\nb", "%s",
]  # fmt: skip


@pytest.mark.parametrize("box", BOXES, ids=lambda box: type(box).__name__)
def test_it_comes_out_as_the_template_has_it(box: forms.Widget) -> None:
    for value in VALUES:
        for name in ("on", 'o"n<'):
            ours = box.render(name, value, {"id": f"id_{name}"}, InputRenderer())
            assert ours == box.render(name, value, {"id": f"id_{name}"}, DjangoTemplates()), value


@pytest.mark.parametrize("sort", [forms.RadioSelect, forms.CheckboxSelectMultiple])
@pytest.mark.parametrize("wrapped", [False, True])
def test_each_choice_of_some_comes_out_so(sort: type[forms.ChoiceWidget], wrapped: bool) -> None:
    class Told(forms.Form):
        on = forms.MultipleChoiceField(
            choices=[("a", "A"), ('b"<', "<B>"), ("G", [("c", mark_safe("<i>C</i>")), (0, "0")])], widget=sort()
        )

    for value in VALUES:
        drawn = [
            [choice.tag(wrap_label=wrapped) for choice in Told(initial={"on": value}, renderer=renderer)["on"]]
            for renderer in (InputRenderer(), DjangoTemplates())
        ]
        assert len(drawn[0]) == 4
        assert drawn[0] == drawn[1], value


def test_forms_are_drawn_so() -> None:
    assert settings.FORM_RENDERER == "onward_app.web.inputs.InputRenderer"
    assert isinstance(forms.Form().renderer, InputRenderer)
