"""Notes as they are shown: Markdown without HTML and without pictures, so that nothing in them can act or fetch."""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import OptionsDict

LINKS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)  # what a note may lead to
HEADING = "h3"  # below those of the page


def show_notes(text: str) -> SafeString:
    """A note as HTML. What was typed is kept as it is; this is only how it looks.

    >>> str(show_notes("*soon* <b>"))
    '<p><em>soon</em> &lt;b&gt;</p>\\n'
    """
    shown: str = _load_reader().render(text)
    return mark_safe(shown)  # noqa: S308 - the reader escapes whatever isn't its own


@cache
def _load_reader() -> MarkdownIt:
    """Loaded when the first note is shown: most pages have none."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False, "breaks": True})
    reader.disable(["html_block", "html_inline", "image"])
    reader.validateLink = lambda url: bool(LINKS.match(url))  # type: ignore[method-assign]
    reader.add_render_rule("link_open", _open_link)
    reader.add_render_rule("heading_open", _rename_heading)
    reader.add_render_rule("heading_close", _rename_heading)
    return reader


def _open_link(
    shown: RendererHTML, tokens: Sequence[Token], place: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    """The page it leads to learns nothing of this one."""
    tokens[place].attrSet("rel", "noopener noreferrer")
    return shown.renderToken(tokens, place, options, env)


def _rename_heading(
    shown: RendererHTML, tokens: Sequence[Token], place: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    tokens[place].tag = HEADING
    return shown.renderToken(tokens, place, options, env)
