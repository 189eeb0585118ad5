"""Addresses of our own pages that are written out instead of made from their name (`{% url %}`, `reverse`).

An address is literal when the text of the path stands in Python or in a template of the application: `href="/jobs/"`,
`redirect(f"/jobs/{pk}/")`, `"/notice/"` in a table, `f"http://{host}/enter"`, `{{ back|default:"/jobs/" }}`.

Not counted: patterns in a `urls.py`, docstrings, what lies under `/static/`, folders of the operating system, and "/"
unless it is returned or handed first to a call that doesn't cut texts (`redirect("/")` is one, `split("/")` isn't).
Scripts are not read: a script knows no names of addresses, the page has to give them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from benchmarks.structure.tree import APPLICATION, House, Module, branches, last_word, line_at

TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
_PATH = re.compile(r"/(?:[A-Za-z][\w\0-]*(?:[/?#]\S*)?|\0[\w\0-]*/\S*)\Z")  # \0: a value is put in there
_NO_PAGE = re.compile(r"/(?:static|bin|dev|etc|home|mnt|opt|proc|root|sys|tmp|usr|var|Users|Volumes)(?:/|\Z)")
_HERE = re.compile(r"https?://(?:\0|localhost|127\.0\.0\.1)[\0:\d]*(?=/)")
_ATTRIBUTE = re.compile(r"""[\w:-]+\s*=\s*(["'])(?P<path>/(?!/)[^"']*)\1""")
_IN_TAG = re.compile(r"""(["'])(?P<path>/[^"'\s]*)\1""")
_NO_LINKS = {"Path", "PurePath", "PurePosixPath"} | {name for name in dir(str) if not name.startswith("_")}


def literal_addresses(house: House) -> list[str]:
    """File and line of each; see the head of this module."""
    found = [f"{module.place}:{line}" for module in house.modules.values() for line in sorted(_in_module(module))]
    return found + [f"{place}:{line}" for place, text in house.templates.items() for line in sorted(_on_page(text))]


def _in_module(module: Module) -> Iterator[int]:
    if not f"{module.name}.".startswith(f"{APPLICATION}.") or module.name.endswith(".urls"):
        return
    left_out, roots = _left_out(module), {id(node) for node in _links(module)}
    for node in module.nodes:
        if id(node) in left_out or not isinstance(node, ast.Constant | ast.JoinedStr):
            continue
        text = _flat(node)
        if _is_address(_HERE.sub("", text)) or (text == "/" and id(node) in roots):
            yield node.lineno
        yield from (node.lineno for found in _ATTRIBUTE.finditer(text) if _is_address(found["path"]))


def _left_out(module: Module) -> set[int]:
    """Docstrings, and the pieces of texts that have values in them."""
    pieces = (part for node in module.nodes if isinstance(node, ast.JoinedStr) for part in node.values)
    return {id(node.value) for node in module.nodes if isinstance(node, ast.Expr)} | {id(part) for part in pieces}


def _links(module: Module) -> Iterator[ast.expr]:
    """What is returned, or handed first to a call that doesn't cut texts: there "/" is the first page."""
    for node in module.nodes:
        if isinstance(node, ast.Return) and node.value is not None:
            yield from branches(node.value)
        elif isinstance(node, ast.Call) and node.args and last_word(node.func) not in _NO_LINKS:
            yield from branches(node.args[0])


def _flat(node: ast.Constant | ast.JoinedStr) -> str:
    """A text with \\0 for each value that is put in; one with the setting for static files lies under /static/."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    parts = (str(one.value) if isinstance(one, ast.Constant) else "\0" for one in node.values)
    return "/static/" if "STATIC_URL" in ast.unparse(node) else "".join(parts)


def _is_address(text: str) -> bool:
    return _PATH.match(text) is not None and _NO_PAGE.match(text) is None


def _on_page(page: str) -> Iterator[int]:
    """Lines of a template on which an attribute begins with a path, or a text inside its tags is one."""
    bare = TAG.sub(lambda tag: "\n" * tag[0].count("\n") + ("\0" if tag[0].startswith("{{") else ""), page)
    for found in _ATTRIBUTE.finditer(bare):
        if _NO_PAGE.match(found["path"]) is None:
            yield line_at(bare, found.start("path"))
    for tag in TAG.finditer(page):
        for inner in _IN_TAG.finditer(tag[0]):
            if _is_address(inner["path"]) and not tag[0].startswith("{#"):
                yield line_at(page, tag.start() + inner.start())
