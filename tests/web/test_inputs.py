"""A box of one line is drawn as Django’s templates draw it, whatever is in it."""

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
    forms.TelInput(), forms.ColorInput(),
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


def test_forms_are_drawn_so() -> None:
    assert settings.FORM_RENDERER == "onward_app.web.inputs.InputRenderer"
    assert isinstance(forms.Form().renderer, InputRenderer)
