"""Where the sentences of a text begin and end: of a message, a note, a reply, a turn in a talk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.wording.span import Span

_SHORT = [
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "St",
    "Sr",
    "Sra",
    "Dra",
    "Sig",
    "Prof",
    "dr",
    "dhr",
    "mevr",
    "Dott",
    "Ing",
    "Eng",
    "Mme",
    "Lic",
    "Exmo",
    "Gez",
    "dott.ssa",
    "bzw",
    "ca",
    "e.g",
    "i.e",
    "vs",
    "z.B",
    "d.h",
]
_KEEP = "".join(rf"(?<!\b{re.escape(one)})" for one in _SHORT)
_END = re.compile(
    rf"{_KEEP}(?<!\d)(?<!\b[A-ZÀ-Þ])\.(?=[\s\"”»)]|$)|(?<=\d)\.(?=\s+[A-ZÀ-Þ¿¡]|\s*$)|"
    rf"[!?…](?=\s|$)|\n+"
)


def cut_sentences(text: str) -> tuple[Span, ...]:
    """Every sentence with its place. A title or a day (“Mrs. Roy”, “the 3. of May”) ends none.

    >>> [one.text for one in cut_sentences("Dear Mrs. Roy, thank you. What would you advise?")]
    ['Dear Mrs. Roy, thank you.', 'What would you advise?']
    """
    return tuple(_cut_spans(text))


def _cut_spans(text: str) -> Iterator[Span]:
    start = 0
    for end in [*(one.end() for one in _END.finditer(text)), len(text)]:
        said = text[start:end].strip()
        if said:
            begins = start + len(text[start:end]) - len(text[start:end].lstrip())
            yield Span(begins, begins + len(said), said)
        start = end
