"""The patterns of the scan for client details: `client_rules.toml` says each of them, and how it is read."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from onward.wording.days import MONTHS, WEEKDAYS


class DetailKind(StrEnum):
    """What kind of detail it is."""

    NAME = "name"
    PLACE = "place"
    FACILITY = "facility"
    DATE = "date"
    AGE = "age"
    PHONE = "phone or fax number"
    EMAIL = "mail address"
    SOCIAL_SECURITY = "social security number"
    RECORD = "record number"
    ACCOUNT = "account or plan number"
    LICENSE = "license number"
    VEHICLE = "vehicle"
    DEVICE = "device number"
    LINK = "web address"
    NETWORK = "network address"
    BODY = "fingerprint or voice print"
    PHOTO = "photo"
    CODE = "other number"
    RARE = "rare combination"


@dataclass(frozen=True, slots=True)
class DetailRule:
    """What marks a kind of detail; `lines` are its ways to find one, each with an example of what it finds."""

    kind: DetailKind
    pattern: re.Pattern[str]
    lines: tuple[tuple[str, str], ...]


@cache
def load_rules() -> tuple[DetailRule, ...]:
    """The rules, in the order in which they name what two of them mark."""
    told = _read_file()
    # What stands for each <NAME>: the lists first, then the words, which may stand on those before them
    parts = {"MONTHS": "|".join(MONTHS), "WEEKDAYS": "|".join(WEEKDAYS)}
    for name, words in told["lists"].items():
        parts[name] = _spell_pattern("|".join(words), parts)
    for name, pattern in told["words"].items():
        parts[name] = _spell_pattern(pattern, parts)
    return tuple(_build_rule(one, parts) for one in told["rule"])


@cache
def load_diagnoses() -> re.Pattern[str]:
    """Words for a diagnosis: beside an age or a place one can point to a person."""
    return re.compile(rf"\b(?:{'|'.join(_read_file()['lists']['DIAGNOSES'])})\b", re.IGNORECASE)


@cache
def _read_file() -> dict[str, Any]:
    return tomllib.loads(files("onward.wording").joinpath("client_rules.toml").read_text("utf-8"))


def _build_rule(told: dict[str, Any], parts: dict[str, str]) -> DetailRule:
    flags = re.NOFLAG if told.get("cased") else re.IGNORECASE
    lines = tuple((example, _spell_pattern(line, parts)) for example, line in told["lines"])
    return DetailRule(DetailKind(told["kind"]), re.compile("|".join(line for _, line in lines), flags), lines)


def _spell_pattern(line: str, parts: dict[str, str]) -> str:
    """A line of the file as Python's `re` reads it; blanks in a class of characters stay what they are."""
    return _TOKEN.sub(lambda found: _spell_token(found[0], parts), _WRAPPED.sub("", line))


def _spell_token(token: str, parts: dict[str, str]) -> str:
    if token[0] == "<":
        return parts[token[1:-1]]
    return _BLANKS.get(token, token)


_WRAPPED = re.compile(r"\n {0,9}")  # a long line goes on in the next one
_TOKEN = re.compile(r"\[(?:\\.|[^\[\]\\]){0,60}\]|\\.|<[A-Z_]+>|[ ~]")
_BLANKS = {" ": r"(?:\s{1,3})", "~": r"(?:[ \t]{1,3})"}
