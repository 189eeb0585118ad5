"""The boxes of forms, those of one line drawn without a template: on a page with fifty, Django’s three for each of them
were a tenth of its time. They come out the same to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape

_ONE_LINE = (
    "checkbox", "color", "date", "datetime", "email", "file", "hidden", "input", "number", "password", "search", "tel",
    "text", "time", "url",
)  # fmt: skip
_DRAWN = frozenset(f"django/forms/widgets/{name}.html" for name in _ONE_LINE)


class InputRenderer(DjangoTemplates):
    """Draws the boxes of one line; whatever else a form has is Django’s."""

    def render(self, template_name: str, context: Any, request: Any = None) -> str:
        """A box, each part of it escaped, or what the template makes of it."""
        if template_name in _DRAWN:
            return "".join(_draw_input(context["widget"]))
        return super().render(template_name, context, request)


def _draw_input(box: Mapping[str, Any]) -> Iterator[str]:
    yield f'<input type="{conditional_escape(box["type"])}" name="{conditional_escape(box["name"])}"'
    if box["value"] is not None:
        yield f' value="{conditional_escape(box["value"])}"'
    for name, value in box["attrs"].items():
        if value is not False:
            yield f" {conditional_escape(name)}"
            if value is not True:
                yield f'="{conditional_escape(value)}"'
    yield ">"
