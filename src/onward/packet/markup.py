"""The pages that leave: HTML made of plain words, with their own style and script in them and nothing else."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template


@cache
def read_own(name: str) -> str:
    """A file of this folder: a style, a script, a frame."""
    return files("onward.packet").joinpath(name).read_text(encoding="utf-8")


def fill_own(name: str, **given: str) -> str:
    """A frame of this folder with what is given put in as it is."""
    return Template(read_own(name)).substitute(given)


def say_in(tag: str, words: str, look: str = "") -> str:
    """Words in an element; whatever they are, they stay words."""
    return wrap(tag, escape(words), look)


def wrap(tag: str, inside: str, look: str = "") -> str:
    """Markup in an element."""
    opened = f'{tag} class="{look}"' if look else tag
    return f"<{opened}>{inside}</{tag}>"


def write_page(title: str, body: str, *, script: bool, look: str = "narrow") -> str:
    """A page of its own."""
    return fill_own(
        "page.html",
        policy=escape(write_policy(script=script)),
        title=escape(title),
        style=read_own("page.css"),
        look=look,
        body=body,
        script=f"<script>{read_own('page.js')}</script>\n" if script else "",
    )


def write_policy(*, script: bool) -> str:
    """What the page may do: its own style and script by their fingerprints, and nothing from or to anywhere."""
    may = [f"style-src '{_hash_text(read_own('page.css'))}'"]
    may += [f"script-src '{_hash_text(read_own('page.js'))}'"] if script else []
    return "; ".join(["default-src 'none'", *may, "form-action 'none'", "base-uri 'none'"])


def _hash_text(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
