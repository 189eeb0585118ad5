"""Every sentence that Onward can say as gettext catalogs, one file a language: `python benchmarks/catalogs.py [FOLDER]`.

`en.pot` has all of them, each once with every file it stands in, and is what a translator begins from: whole sentences,
with a name for what is filled in, and in their forms for one and for many. `de.po` and the like have what is said in that
language already, beside the English it stands for. Any program for translating opens them. Without a FOLDER they are
`catalogs/` of this repository; `tests/test_catalogs.py` holds these to what the source says.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.sayings import DRAFTS, SRC, list_sayings

USUAL = SRC.parent / "catalogs"
SOURCE = "en"
HEAD = """msgid ""
msgstr ""
"Project-Id-Version: Onward\\n"
"Language: {}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
COUNTS = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'


def write_catalogs(folder: Path) -> list[Path]:
    """All of them, in a folder that is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {f"{SOURCE}.pot": write_source()} | {f"{one}.po": write_language(one) for one in list_languages()}
    for name, text in made.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in made]


def list_languages() -> list[str]:
    """Those that Onward says something in, without English."""
    return sorted(place.stem for place in (SRC / DRAFTS_IN).glob("*.toml") if place.stem != SOURCE)


def write_source() -> str:
    """Every English sentence once, with its files. One that is told for many, too, is told so wherever it stands."""
    places: dict[str, list[str]] = {}
    many: dict[str, str] = {}
    for one in list_sayings():
        if one.language == SOURCE:
            places.setdefault(one.text, []).append(one.place)
            many.setdefault(one.text, "")
            many[one.text] = many[one.text] or one.many
    entries = (write_entry(text, "", where, many=many[text]) for text, where in places.items())
    return HEAD.format(SOURCE) + COUNTS + "".join(entries)


def write_language(language: str) -> str:
    """What is said in a language, by the place it has in its file and in the English one."""
    english, said = (dict(_list_keys(_read_drafts(one))) for one in (SOURCE, language))
    where = f"{DRAFTS_IN}/{language}.toml"
    entries = (write_entry(text, said.get(key, ""), [where], context=key) for key, text in english.items())
    return HEAD.format(language) + "".join(entries)


def write_entry(text: str, said: str, places: list[str], *, context: str = "", many: str = "") -> str:
    """One entry. Where there is no translation yet, what is filled in later is marked: a translator’s program looks after
    it. A translation that is there may fill in something else: “Hi {first}” is “Guten Tag {person}”.
    """
    lines = [f"#: {one}" for one in dict.fromkeys(places)]
    lines += ["#, python-brace-format"] * ("{" in text + many and not said)
    lines += [f"msgctxt {_quote(context)}"] * bool(context)
    lines += [f"msgid {_quote(text)}"]
    lines += [f"msgid_plural {_quote(many)}", 'msgstr[0] ""', 'msgstr[1] ""'] if many else [f"msgstr {_quote(said)}"]
    return "\n" + "\n".join(lines) + "\n"


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _read_drafts(language: str) -> dict[str, object]:
    return tomllib.loads((SRC / DRAFTS_IN / f"{language}.toml").read_text("utf-8"))


def _list_keys(told: object, within: str = "") -> Iterator[tuple[str, str]]:
    """Each text of a file with the way to it: “advice.warm.open”."""
    if isinstance(told, str):
        yield within, told
    elif isinstance(told, dict | list):
        for key, one in told.items() if isinstance(told, dict) else enumerate(told):
            yield from _list_keys(one, f"{within}.{key}".lstrip("."))


DRAFTS_IN = f"onward/{DRAFTS}"

if __name__ == "__main__":
    for made in write_catalogs(Path(sys.argv[1]) if len(sys.argv) > 1 else USUAL):
        print(made)
