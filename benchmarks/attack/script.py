"""Every form with hostile names in every box, and then every page: nothing of them is a tag, an attribute or a script."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from benchmarks.addresses import address_with_rows, list_addresses
from benchmarks.attack.search import let_in, new_search
from benchmarks.attack.tally import Tally

MARK = "zq7"
NAMES = (
    f"<{MARK} onload=x>", f'"><{MARK}>', f"'><{MARK} x='", f'" {MARK}x="1', f"' {MARK}x='1", f"</textarea><{MARK}>", f"</title><{MARK}>",
    f"--><{MARK}>", f"]]><{MARK}>", f"<!--<{MARK}>", f"{{{{ {MARK} }}}}", f"{{% {MARK} %}}", f"javascript:{MARK}()", f"data:text/html,<{MARK}>",
    f"\u202e{MARK}\u2028<{MARK}>", f"</script><{MARK}>", f"&lt;{MARK}&gt;&#60;{MARK}>", f"=HYPERLINK(\"{MARK}\")", f"<{MARK}\x0conx=1>",
)  # fmt: skip
LEFT = ("/data/delete/", "/data/sign-out/", "/start/example/", "/enter", "/notice/mailbox", "/data/out/")
SHUT = {"submit", "button", "hidden", "file", "image", "reset"}


class Reader(HTMLParser):
    """A page as a browser takes it: its forms with their boxes, and what shouldn't be there."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, Any]] = []
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag or attribute of the mark's name came through; so did an address that runs."""
        told = {name: value or "" for name, value in attrs}
        self.odd += [f"<{tag}>"] * tag.startswith(MARK) + [name for name in told if name.startswith((MARK, "on"))]
        for name in ("href", "src", "action", "formaction"):
            if told.get(name, "").lstrip("\x00\t\n\r ").lower().startswith(("javascript:", "data:text", "vbscript:")):
                self.odd.append(f"{name}={told[name][:30]}")
        if tag == "form":
            self.forms.append(
                {"action": told.get("action", ""), "method": told.get("method", "get").lower(), "boxes": {}}
            )
        elif tag in {"input", "textarea", "select", "button"} and self.forms and told.get("name"):
            self._add_box(tag, told)

    def _add_box(self, tag: str, told: dict[str, str]) -> None:
        boxes = self.forms[-1]["boxes"]
        kind = told.get("type", "text")
        if tag == "textarea" or (tag == "input" and kind in {"text", "search", "url", "email", "tel"}):
            boxes[told["name"]] = None
        elif kind not in {"file", "submit"} and tag != "button":
            boxes.setdefault(told["name"], told.get("value", ""))

    def handle_data(self, data: str) -> None:
        """Text is what it should be."""


def attack(count: int) -> Tally:
    """Every form with some hostile names, at most `count` times; then every page is looked at."""
    tally, search = Tally("script"), new_search()
    browser = let_in(search.owner)
    addresses = [address_with_rows(name, path, search.named) for name, path in list_addresses()]
    forms = [
        (where, form)
        for where in addresses
        if not where.startswith(LEFT)
        for form in _look(browser, where, tally).forms
    ]
    writing = [(where, form) for where, form in forms if form["method"] == "post" and None in form["boxes"].values()]
    for number in range(min(count, len(writing) * len(NAMES))):
        where, form = writing[number % len(writing)]
        _send(browser, where, form, NAMES[(number // len(writing) + number) % len(NAMES)], tally)
    for where in addresses:
        if not where.startswith(LEFT):
            _look(browser, where, tally)
    tally.told["forms"] = len(writing)
    return tally


def _send(browser: Any, where: str, form: dict[str, Any], name: str, tally: Tally) -> None:
    action = (form["action"] or where).split("#")[0]
    if action.startswith(LEFT) or not action.startswith("/"):
        return
    told = {box: name if value is None else value for box, value in form["boxes"].items()}
    with tally.one(f"post {action} {name[:20]!r}"):
        _judge(browser.post(action, told))


def _look(browser: Any, where: str, tally: Tally) -> Reader:
    with tally.one(f"get {where}"):
        return _judge(browser.get(where))
    return Reader()


def _judge(answer: Any) -> Reader:
    """The page, when nothing of a hostile name is in force in it."""
    assert answer.status_code < 500, f"{answer.status_code}"
    reader = Reader()
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        reader.feed(b"".join(answer).decode())
    assert not reader.odd, f"{reader.odd[:3]}"
    return reader
