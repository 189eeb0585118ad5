"""The advert in a saved page: by schema.org's JobPosting where there is one, else by the page's words."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from onward.decode import decode_bytes
from onward.facts import LONGEST_NAME
from onward.notice.message.html_text import html_to_text
from onward.wording.plain import strip_controls

MOST_BYTES = 5_000_000
MOST_LETTERS = 60_000  # of the advert's own words
DEEPEST = 6  # lists and graphs within each other
TOO_LARGE = (
    "That page is larger than an advert ever is (5 MB at most). Mark the advert on it with your mouse, copy it, and "
    "paste it here."
)
NO_TEXT = "That is no page and no text. Save the page as a web page, or mark the advert, copy it and paste it here."
EMPTY = "There are no words in it."
CUT = "It was longer than an advert is; the first {:,} characters are kept."
_SCRIPT = re.compile(r"<script\b[^<>]{0,300}ld\+json[^<>]{0,300}>", re.I)
_SCRIPT_END = re.compile("</script", re.I)
_TITLE = re.compile(r"<title\b[^<>]{0,300}>", re.I)
_TITLE_END = re.compile("</title", re.I)
_CODE = re.compile(r"<(script|style)\b.{0,20000}?(?:</\1\s{0,9}>|$)", re.I | re.S)
_TAG = re.compile(r"<[^<>]{0,1000}>")
_PAGE = re.compile(rb"<(?:!doctype html|html|head|body|script|div|p|h1)\b", re.I)


class AdvertTrouble(Exception):
    """It can't be read; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class JobAdvert:
    """The words of an advert, and what it says of itself; what isn't known is empty. `told` are sentences about it."""

    text: str
    title: str = ""
    employer: str = ""
    place: str = ""
    posted_on: date | None = None
    until: date | None = None
    told: tuple[str, ...] = ()


def open_advert(raw: bytes) -> JobAdvert:
    """The advert in a file.

    Raises:
        AdvertTrouble: a sentence why it can't be read.
    """
    if len(raw) > MOST_BYTES:
        raise AdvertTrouble(TOO_LARGE)
    if b"\x00" in raw[:4096] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise AdvertTrouble(NO_TEXT)
    if not _PAGE.search(raw[:200_000]):
        return read_pasted(decode_bytes(raw)[0])
    page = decode_bytes(raw)[0]
    told = (_by_posting(one) for one in _list_postings(page))
    return _clean_advert(next((one for one in told if one.text.strip()), None) or _by_page(page))


def read_pasted(text: str) -> JobAdvert:
    """An advert that was copied as words.

    Raises:
        AdvertTrouble: there are none.
    """
    return _clean_advert(JobAdvert(text.replace("\r\n", "\n")))


def _list_postings(page: str) -> Iterator[dict[str, Any]]:
    """Every JobPosting on the page (schema.org, as JSON-LD); what isn't JSON is passed over."""
    for script in _list_contents(page, _SCRIPT, _SCRIPT_END):
        try:
            yield from _find_postings(json.loads(script), DEEPEST)
        except (ValueError, RecursionError):
            continue


def _list_contents(page: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[str]:
    """What stands in each element; one that isn't closed ends the search, so that no text is looked through twice."""
    begin = opening.search(page)
    while begin and (end := closing.search(page, begin.end())):
        yield page[begin.end() : end.start()]
        begin = opening.search(page, end.end())


def _find_postings(told: Any, deep: int) -> Iterator[dict[str, Any]]:
    if isinstance(told, list) and deep:
        for one in told:
            yield from _find_postings(one, deep - 1)
    elif isinstance(told, dict) and deep:
        kinds = told.get("@type")
        if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
            yield told
        yield from _find_postings(told.get("@graph"), deep - 1)


def _by_posting(told: dict[str, Any]) -> JobAdvert:
    organization, place = told.get("hiringOrganization"), told.get("jobLocation")
    name = organization.get("name") if isinstance(organization, dict) else organization
    return JobAdvert(
        html_to_text(html.unescape(_read_text(told.get("description")))),
        _read_text(told.get("title")),
        _read_text(name),
        _say_place(place[0] if isinstance(place, list) and place else place),
        _read_day(told.get("datePosted")),
        _read_day(told.get("validThrough")),
    )


def _say_place(told: Any) -> str:
    address = told.get("address", told.get("name")) if isinstance(told, dict) else told
    if not isinstance(address, dict):
        return _read_text(address)
    parts = (_read_text(address.get(name)) for name in ("addressLocality", "addressRegion", "addressCountry"))
    return ", ".join(part for part in parts if part)


def _by_page(page: str) -> JobAdvert:
    return JobAdvert(html_to_text(page), html.unescape(next(_list_contents(page, _TITLE, _TITLE_END), "")))


def _read_text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _read_day(value: Any) -> date | None:
    try:
        return date.fromisoformat(_read_text(value)[:10])
    except ValueError:
        return None


def _clean_advert(advert: JobAdvert) -> JobAdvert:
    """Plain words throughout: what stands in a name as code is no part of it."""
    text = "\n".join(strip_controls(line).rstrip() for line in advert.text.splitlines()).strip()
    if not text:
        raise AdvertTrouble(EMPTY)
    told = (*advert.told, *((CUT.format(MOST_LETTERS),) if len(text) > MOST_LETTERS else ()))
    title, employer, place = (_read_name(one) for one in (advert.title, advert.employer, advert.place))
    return replace(advert, text=text[:MOST_LETTERS], title=title, employer=employer, place=place, told=told)


def _read_name(text: str) -> str:
    plain = _TAG.sub(" ", _CODE.sub(" ", text[:MOST_LETTERS]))
    return " ".join(strip_controls(" ".join(plain.split())).split())[:LONGEST_NAME]
