"""What links don't lead to: forms that refuse, pages that aren't there, four hundred percent, the keyboard, paper."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.find_browser import FLAGS, browser
from tests.browser.house import NARROW, House, Visit, leads_on, names, visit
from tests.browser.steps import heading, press, tap, turn
from tests.browser.walk import MAIN, troubles

MAGNIFIED = 320, 256  # pixels: 1280 by 1024 at four hundred percent
TYPED = "as I typed it"
FORMS = (
    "/jobs/add/", "/start/interview/", "/start/offer/", "/start/quiet/", "/notice/paste/", "/notice/bring/",
    "/jobs/import/", "/debrief/interview/add/", "/debrief/interview/calendar/", "/kinks/add/", "/kinks/kinds/add/",
    "/practice/cards/add/", "/recover/kind-words/", "/values/", "/jobs/1/", "/jobs/1/edit/", "/jobs/1/merge/",
)  # fmt: skip
SHEET = 680  # pixels between the margins of a sheet, 180 mm
MOST_STOPS = 150  # of the Tab key on one page


def test_a_form_that_refuses_is_readable_by_everybody(opened: Browser, full: House) -> None:
    with visit(opened, full, width=MAGNIFIED[0], dark=True) as window:
        found = [f"{path} {row}" for path in FORMS for row in refused(window, path)]
        assert not found, names(found)
        window.assert_quiet()


def refused(window: Visit, path: str) -> list[str]:
    """Send the page's form with what it needs left out, and one box filled if that isn't needed."""
    window.go(path)
    form = window.page.locator("main form:has(.field)[method=post]").first
    with leads_on(window.page):
        filled = form.evaluate(
            """(form, typed) => {
              form.noValidate = true;
              const boxes = [...form.querySelectorAll("input[type=text], textarea")];
              const spare = boxes.find(box => !box.required && !box.closest(".field").matches(":has([aria-required])")
                && /optional/.test(box.closest(".field").textContent));
              for (const box of form.querySelectorAll("input:not([type=hidden], [type=file], [type=checkbox], [type=radio])"))
                box.value = "";
              if (spare) spare.value = typed;
              setTimeout(() => form.requestSubmit(form.querySelector("button:not([type=button])")));
              return spare ? spare.name : "";
            }""",
            TYPED,
        )
    page = window.page
    found = troubles(page) + _told(page)
    kept = not filled or any(box.input_value() == TYPED for box in page.locator(f"main [name={filled}]").all())
    return found + ([] if kept else [f"forgot what was typed as {filled}"])


def _told(page: Page) -> list[str]:
    """Whether each error stands beside its field, and the field points to it."""
    found: list[str] = page.evaluate(
        """() => {
          const errors = [...document.querySelectorAll("main .field .error, main .errors")];
          const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
          const twice = ids.filter((id, place) => ids.indexOf(id) !== place).map(id => "has the id " + id + " twice");
          const deaf = [...document.querySelectorAll("main [aria-invalid=true]")].filter(
            field => !(field.closest("[aria-describedby]")?.getAttribute("aria-describedby") ?? "").split(" ")
              .some(id => document.getElementById(id)?.matches(".error"))
          ).map(field => field.name + " doesn't point to what is wrong with it");
          const lost = [...document.querySelectorAll("[aria-describedby], [aria-labelledby]")].flatMap(
            e => `${e.getAttribute("aria-describedby") ?? ""} ${e.getAttribute("aria-labelledby") ?? ""}`.split(" ")
          ).filter(id => id && !document.getElementById(id)).map(id => "points to " + id + ", which isn't there");
          return [...(errors.length ? [] : ["says nothing of what is missing"]), ...twice, ...deaf, ...lost];
        }"""
    )
    return found


def test_pages_that_are_none_are_whole_pages(opened: Browser, empty: House) -> None:
    with visit(opened, empty, width=MAGNIFIED[0]) as window:
        assert window.go("/nowhere/") == 404
        found = [f"{row} at a place that isn't there" for row in troubles(window.page)]
    assert not found, names(found)


def test_pages_before_the_door_are_whole_pages(opened: Browser, empty: House) -> None:
    with visit(opened, empty, width=MAGNIFIED[0]) as window:
        window.go("/jobs/add/")
        window.page.get_by_label("Employer").fill("Harbor Light")
        window.context.clear_cookies(name=re.compile("csrf"))
        press(window.page, "Add it")
        assert "opened too long ago" in window.page.inner_text("h1")
        found = [f"{row} on a form that is too old" for row in troubles(window.page)]
        window.context.clear_cookies()
        assert window.go("/") == 403
        assert "private" in window.page.inner_text("h1")
        found += [f"{row} before the door" for row in troubles(window.page)]
    assert not found, names(found)


def test_at_four_hundred_percent_nothing_scrolls_sideways_and_the_bar_gives_way(opened: Browser, full: House) -> None:
    with visit(opened, full, width=MAGNIFIED[0], height=MAGNIFIED[1]) as window:
        for path in MAIN:
            window.go(path)
            wide = window.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= MAGNIFIED[0], path
        assert window.page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "static"


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64])
def test_the_way_past_the_rail_is_out_of_sight_until_it_is_reached_at_any_text_size(
    opened: Browser, empty: House, size: int
) -> None:
    flags = [*FLAGS, f"--blink-settings=defaultFontSize={size}"]
    larger = opened.browser_type.launch(executable_path=browser(), args=flags)
    try:
        with visit(larger, empty) as window:
            window.go("/")
            skip = window.page.locator(".skip")
            assert skip.evaluate("link => link.getBoundingClientRect().bottom") <= 0
            window.page.keyboard.press("Tab")
            assert skip.evaluate("link => link === document.activeElement && link.getBoundingClientRect().top") >= 0
    finally:
        larger.close()


@pytest.mark.parametrize(
    "path", ["/", "/jobs/", "/jobs/1/", "/jobs/add/", "/notice/", "/pace/", "/values/", "/recover/"]
)
def test_the_keyboard_meets_everything_in_order_and_nothing_hides_what_it_is_on(
    opened: Browser, full: House, path: str
) -> None:
    with visit(opened, full, width=NARROW, height=640) as window:
        window.go(path)
        wanted = window.page.evaluate(f"({_STOPS})().length")
        met = [stop for stop in _tabbed(window.page) if stop["main"]]
        assert len(met) == wanted
        assert [stop["place"] for stop in met] == sorted(stop["place"] for stop in met)
        assert [stop["what"] for stop in met if stop["hidden"] or not stop["ring"]] == []


_STOPS = """() => {
  const all = [...document.querySelectorAll("main :is(a[href], button, input, select, textarea, summary, [tabindex='0'])")];
  const seen = all.filter(e => e.type !== "hidden" && e.checkVisibility({ visibilityProperty: true }));
  const once = seen.filter(e => e.type !== "radio" || e.checked
    || (!document.querySelector(`input[name="${e.name}"]:checked`)
      && e === e.form.querySelector(`input[name="${e.name}"]`)));
  return once;
}"""


def _tabbed(page: Page) -> list[dict[str, Any]]:
    """Each thing that the Tab key stops at once: where it is, whether something lies over it, whether it shows."""
    found: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            f"""() => {{
              const e = document.activeElement, stops = ({_STOPS})(), box = e.getBoundingClientRect();
              const bar = document.querySelector(".bar").getBoundingClientRect();
              const style = getComputedStyle(e);
              return {{ what: e.outerHTML.slice(0, 90), main: !!e.closest("main"), place: stops.indexOf(e),
                       end: e === document.body,
                       hidden: box.top + Math.min(box.height, 44) > bar.top + 1,
                       ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 }};
            }}"""
        )
        if stop["end"]:
            return found
        if not found or stop["what"] != found[-1]["what"]:  # a day has a stop for each of its parts
            found.append(stop)
    raise AssertionError("The Tab key never comes to the end.")


def test_before_you_walk_in_is_ink_on_paper(opened: Browser, full: House) -> None:
    with visit(opened, full, dark=True) as window:
        page = window.page
        window.go("/start/interview/")
        page.get_by_label("Or who?").fill("Harbor Light")
        page.get_by_label("On which day?").fill("2026-11-20")
        press(page, "Keep it")
        heading(page, "Before you walk in")
        page.emulate_media(media="print", color_scheme="dark")
        for gone in (".rail", ".bar", ".foot", "main form", "main button"):
            assert not any(one.is_visible() for one in page.locator(gone).all()), gone
        paper, ink = (page.evaluate(f"getComputedStyle(document.body).{name}") for name in ("backgroundColor", "color"))
        assert (paper, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
        assert page.locator("main h2").first.is_visible()
        assert page.locator(".ruled").count() == 2  # nothing was noted yet, so there is room to write
        assert all(line.is_visible() for line in page.locator(".ruled").all())
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1
        page.emulate_media(media="screen")
        assert page.get_by_role("button", name="Print this page").is_visible()
        page.emulate_media(media="print", color_scheme="dark")
        soft = page.locator("main .soft, main .lead").first
        assert soft.evaluate("e => getComputedStyle(e).color") == "rgb(68, 68, 68)"


@pytest.mark.parametrize("path", ["/jobs/log/", "/jobs/?show=all", "/jobs/1/", "/pace/", "/recover/", "/kinks/"])
def test_on_paper_a_page_is_what_it_says_within_its_margins(opened: Browser, full: House, path: str) -> None:
    with visit(opened, full, width=SHEET) as window:
        window.go(path)
        window.page.emulate_media(media="print")
        for gone in (".rail", ".bar", ".foot", "main button", "main .button", "main input", "main select"):
            assert not any(one.is_visible() for one in window.page.locator(gone).all()), gone
        over = window.page.locator("main *").evaluate_all(
            "(all, most) => all.filter(e => e.checkVisibility() && e.getBoundingClientRect().right > most + 1 "
            "&& getComputedStyle(e).position !== 'absolute').map(e => e.outerHTML.slice(0, 80))",
            SHEET,
        )
        assert not over
        assert window.page.locator("main h1").is_visible()


def test_the_letters_can_be_turned_off_and_on(opened: Browser, full: House) -> None:
    with visit(opened, full) as window:
        page = window.page
        window.go("/help/keys/")
        tap(page, "Turn the letters off")
        _type_n(page)
        assert window.go("/help/keys/") == 200  # comes after whatever the letter began
        assert full.origin + "/jobs/add/" not in window.asked
        tap(page, "Turn the letters on")
        with leads_on(page):
            _type_n(page)
        assert page.url == full.origin + "/jobs/add/"
        window.assert_quiet()


def _type_n(page: Page) -> None:
    page.get_by_role("heading", level=1).click()  # so that the button is no longer what is typed at
    page.keyboard.press("n")


def test_a_message_is_copied_by_one_button(opened: Browser, full: House) -> None:
    with visit(opened, full) as window:
        window.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = window.page
        window.go("/jobs/?show=ended")
        turn(page, page.get_by_role("link", name="Stillbrook Youth Services", exact=True))
        window.go(f"/ask/new/{page.url.rstrip('/').rsplit('/', 1)[1]}/?anyway=1")
        press(page, "Check it")
        message = page.get_by_label("Message").input_value()
        tap(page, "Copy the message")
        expect(page.get_by_text("Copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == message
