"""A page as it is read aloud: whether what comes later in the document also stands later on the page."""

from __future__ import annotations

from playwright.sync_api import Page

# Each piece of text beside the one before it in the document: it may stand beneath, or to the right, or in another column.
_OUT_OF_ORDER = """() => {
  const says = (e) => [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const stands = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest("svg, option")
    && getComputedStyle(e).position !== "absolute";
  const pieces = [...document.querySelectorAll("main *")].filter((e) => says(e) && stands(e))
    .map((e) => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width > 2 && box.height > 2);
  const short = (e) => e.textContent.trim().replace(/\\s+/g, " ").slice(0, 40);
  const found = [];
  for (let place = 1; place < pieces.length; place++) {
    const [before, first] = pieces[place - 1], [after, then] = pieces[place];
    if (before.contains(after)) continue;
    const isOneColumn = Math.min(first.right, then.right) - Math.max(first.left, then.left) > 4;
    const isAbove = isOneColumn && then.bottom <= first.top + 2;
    const isLeft = Math.abs(then.top - first.top) < 6 && then.right <= first.left + 2;
    if (isAbove || isLeft) found.push(`“${short(after)}” ${isAbove ? "above" : "left of"} “${short(before)}”`);
  }
  const turned = (style) => style.order !== "0" || style.flexDirection.endsWith("reverse");
  for (const e of document.querySelectorAll("body *"))
    if (turned(getComputedStyle(e))) found.push(`turned round by its style: ${e.outerHTML.slice(0, 90)}`);
  return found.slice(0, 3);
}"""


def find_out_of_order(page: Page) -> list[str]:
    """What is read aloud after something beneath or to the right of it, each as a line."""
    rows: list[str] = page.evaluate(_OUT_OF_ORDER)
    return rows
