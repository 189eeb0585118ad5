"""The boxes of forms, choices and those of one line, drawn without a template: on a page with fifty, Django’s three for
each of them were a tenth of its time, and on one with a hundred choices half. They come out the same to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape

_ONE_LINE = (
    "checkbox", "checkbox_option", "color", "date", "datetime", "email", "file", "hidden", "input", "number",
    "password", "radio_option", "search", "tel", "text", "time", "url",
)  # fmt: skip


class InputRenderer(DjangoTemplates):
    """Draws choices, and the boxes of one line; whatever else a form has is Django’s."""

    def render(self, template_name: str, context: Any, request: Any = None) -> str:
        """A box, each part of it escaped, or what the template makes of it."""
        draw = _DRAWN.get(template_name)
        if draw is None or context["widget"].get("wrap_label"):
            return super().render(template_name, context, request)
        return "".join(draw(context["widget"]))


def _draw_input(box: Mapping[str, Any]) -> Iterator[str]:
    yield f'<input type="{conditional_escape(box["type"])}" name="{conditional_escape(box["name"])}"'
    if box["value"] is not None:
        yield f' value="{conditional_escape(box["value"])}"'
    yield from _draw_attrs(box["attrs"])
    yield ">"


def _draw_select(box: Mapping[str, Any]) -> Iterator[str]:
    yield f'<select name="{conditional_escape(box["name"])}"'
    yield from _draw_attrs(box["attrs"])
    yield ">"
    for name, options, _ in box["optgroups"]:
        yield f'\n  <optgroup label="{conditional_escape(name)}">' if name else ""
        for option in options:
            yield f'\n  <option value="{conditional_escape(option["value"])}"'
            yield from _draw_attrs(option["attrs"])
            yield f">{conditional_escape(option['label'])}</option>\n"
        yield "\n  </optgroup>" if name else ""
    yield "\n</select>"


def _draw_attrs(attrs: Mapping[str, Any]) -> Iterator[str]:
    for name, value in attrs.items():
        if value is not False:
            yield f" {conditional_escape(name)}"
            if value is not True:
                yield f'="{conditional_escape(value)}"'


_DRAWN = {f"django/forms/widgets/{name}.html": _draw_input for name in _ONE_LINE} | {
    "django/forms/widgets/select.html": _draw_select
}
