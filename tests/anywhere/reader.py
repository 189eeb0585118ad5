"""Somebody at a browser that is told by its own wire: fills boxes, presses, chooses, and waits for the page that comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from tests.anywhere.firefox import wait_until

SHOWN = "return window.onwardShown ?? 0"
MAIN = "return document.querySelector('main')?.innerText ?? ''"
READY = "return document.getElementById('on')?.hidden === false"
FILL = """
const labels = [...document.querySelectorAll("label")].filter((one) => one.textContent.trim().startsWith(arguments[0]));
const box = arguments[0] ? labels[0]?.control : document.querySelector("main textarea");
if (!box) return false;
box.value = arguments[1];
for (const what of ["input", "change"]) box.dispatchEvent(new Event(what, { bubbles: true }));
return true;
"""
PRESS = r"""
const found = [...document.querySelectorAll("main button, main a, button, a, summary")]
  .find((one) => one.textContent.replace(/\s+/g, " ").includes(arguments[0]) && one.closest(arguments[1]));
found?.click();
return Boolean(found);
"""
CHOOSE = """
const is = (one, name) => one.innerText.trim().toLowerCase().startsWith(name.toLowerCase());
const groups = [...document.querySelectorAll("main fieldset")].filter((one) => one.innerText.includes(arguments[0]));
const found = groups.map((group) => [...group.querySelectorAll("label")].filter((one) => is(one, arguments[1]))).findLast((some) => some.length) ?? [];
for (const one of found.slice(0, arguments[2])) one.click();
return found.length > 0;
"""
FOLLOW = """
const link = document.createElement("a");
link.href = arguments[0];
document.body.append(link);
link.click();
"""


class Driven(Protocol):
    """A browser that opens an address and runs a script."""

    def open(self, address: str) -> None:
        """Go there."""

    def run(self, script: str, *values: Any) -> Any:
        """What a script of the page returns."""


@dataclass(slots=True)
class Reader:
    """The hand and the eye; `origin` is where the folder of files is served."""

    browser: Driven
    origin: str

    def start(self, moment: str) -> None:
        """The address is opened at this moment."""
        self.browser.open(f"{self.origin}/fingerprint.txt")
        self.browser.run("localStorage.setItem('onward:clock', arguments[0])", moment)
        self.browser.open(f"{self.origin}/")

    def later(self, moment: str) -> None:
        """Time went by: it is opened anew, with what it kept."""
        self.start(moment)
        self.waits_for_the_first_page()

    def waits_for_the_first_page(self) -> None:
        """The program is there, and shows it."""
        wait_until(lambda: self.browser.run(SHOWN), "its first page")

    def waits_for_the_rest(self) -> None:
        """What is written before the program is there can be handed over."""
        wait_until(lambda: self.browser.run(READY), "the rest is there")

    def fill(self, label: str, text: str) -> None:
        """Write into the box whose label begins so, or choose that there."""
        assert self.browser.run(FILL, label, text), f"{label}: {self.browser.run(MAIN)}"

    def choose(self, group: str, label: str, times: int = 1) -> None:
        """Tap what is called so in the group that says this."""
        assert self.browser.run(CHOOSE, group, label, times), f"{group}, {label}: {self.browser.run(MAIN)}"

    def tap(self, name: str, within: str = "body") -> None:
        """Press what stays on this page."""
        assert self.browser.run(PRESS, name, within), f"{name}: {self.browser.run(MAIN)}"

    def press(self, name: str, within: str = "body") -> None:
        """Press what is called so, and wait for the page."""
        before = self.browser.run(SHOWN)
        self.tap(name, within)
        wait_until(lambda: self.browser.run(SHOWN) > before, f"{name} leads on: {self.browser.run(MAIN)}")

    def go(self, path: str) -> None:
        """To another page of the program that is open, as a link on it would lead there."""
        before = self.browser.run(SHOWN)
        self.browser.run(FOLLOW, path)
        wait_until(lambda: self.browser.run(SHOWN) > before, path)

    def sees(self, text: str) -> None:
        """The page says so, soon."""
        wait_until(lambda: text in self.browser.run(MAIN), f"“{text}” in {self.browser.run(MAIN)}")


CATCH = """
const make = URL.createObjectURL;
URL.createObjectURL = (blob) => {
  const reading = new FileReader();
  reading.onload = () => { window.onwardCopy = reading.result; };
  reading.readAsDataURL(blob);
  return make.call(URL, blob);
};
"""
COPY = "return window.onwardCopy ?? ''"
GIVE = """
const bytes = Uint8Array.from(atob(arguments[0].split(",")[1]), (one) => one.charCodeAt(0));
const files = new DataTransfer();
files.items.add(new File([bytes], "onward.zip"));
document.querySelector("input[type=file]").files = files.files;
"""


class ForgetfulReader(Reader):
    """In a window that keeps nothing: a copy is saved before it is closed, and brought in when it is opened again."""

    def later(self, moment: str) -> None:
        """Time went by: it is opened anew, and given what was saved."""
        self.go("/data/")
        self.browser.run(CATCH)
        self.tap("Take everything out")
        wait_until(lambda: self.browser.run(COPY), "a copy is saved")
        copy = self.browser.run(COPY)
        super().later(moment)  # a class with slots is made twice, so the short form finds another
        self.go("/data/")
        self.browser.run(GIVE, copy)
        self.press("Bring it in")
        self.go("/")
