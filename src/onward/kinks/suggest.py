"""Which kind a person's own words may be about. Suggestions only: the person chooses, or none of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onward.kinks.kinds import NOT_MINE
from onward.wording.span import Span, straighten_quotes

MOST = 3


@dataclass(frozen=True, slots=True)
class KinkSuggestion:
    """A kind (its key, or “not mine”) and the words that made it come to mind."""

    kind: str
    because: tuple[Span, ...]


def suggest_kinks(text: str) -> tuple[KinkSuggestion, ...]:
    """At most three kinds, those with the most signs first; empty when nothing points anywhere."""
    smooth = straighten_quotes(text)
    found = [KinkSuggestion(kind, _find_spans(pattern, smooth, text)) for kind, pattern in _SIGNS.items()]
    return tuple(sorted((s for s in found if s.because), key=lambda s: -len(s.because))[:MOST])


def _find_spans(pattern: re.Pattern[str], smooth: str, text: str) -> tuple[Span, ...]:
    return tuple(Span(m.start(), m.end(), text[m.start() : m.end()]) for m in pattern.finditer(smooth))


def _compile_signs(*parts: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


_SIGNS: dict[str, re.Pattern[str]] = {
    "preparation": _compile_signs(
        r"research(?:ed)?",
        r"prepar\w+",
        r"their (?:website|mission|programs?)",
        r"look(?:ed)? (?:them|it) up",
        r"know (?:much |enough |more )?about (?:them|the (?:company|agency|role|clinic|team|population))",
        r"why here",
        r"why (?:us|this (?:job|role|place))",
    ),
    "framing": _compile_signs(
        r"mis(?:read|understood|heard)",
        r"(?:an)?other question",
        r"wrong question",
        r"off[- ]topic",
        r"second part",
        r"both parts",
        r"what (?:he|she|they) (?:really )?(?:meant|asked)",
        r"did(?:n't| not) (?:really )?answer",
        r"went around the question",
    ),
    "story": _compile_signs(
        r"(?:no|an|concrete|specific|real|actual) examples?",
        r"(?:too )?(?:vague|general|abstract|generic|theoretical)",
        r"spoke in general\w*",
        r"a story",
        r"specifics?",
        r"hypothetical\w*",
    ),
    "result": _compile_signs(
        r"outcomes?",
        r"results?",
        r"the ending?",
        r"how it ended",
        r"impact",
        r"numbers?",
        r"what (?:came of it|changed)",
        r"measur\w+",
    ),
    "length": _compile_signs(
        r"rambl\w+",
        r"too long",
        r"too short",
        r"went on(?: and on)?",
        r"kept talking",
        r"long[- ]winded",
        r"concise\w*",
        r"one[- ]word",
        r"cut me off",
        r"interrupted me",
        r"over(?:ran| time)",
        r"shorter",
        r"wordy",
    ),
    "depth": _compile_signs(
        r"did(?:n't| not) know (?:the|what|how|about|that|enough about (?:cbt|dbt|the method|it))",
        r"blanked",
        r"went blank",
        r"technical",
        r"knowledge",
        r"never heard of",
        r"(?:more )?depth",
        r"experience with",
        r"couldn't explain",
        r"terminology",
    ),
    "risk": _compile_signs(
        r"safety(?: plan\w*)?",
        r"suicid\w+",
        r"risk(?: assessment)?",
        r"crisis",
        r"boundar(?:y|ies)",
        r"ethic\w*",
        r"mandated",
        r"report(?:ing)? (?:duty|abuse)",
        r"confidential\w*",
        r"hipaa",
        r"consult\w*",
        r"document(?:ed|ing|ation)?",
    ),
    "negativity": _compile_signs(
        r"bad[- ]?mouth\w*",
        r"negative(?:ly)?",
        r"complain\w*",
        r"blam\w+",
        r"my (?:old|former|last|ex) (?:boss|supervisor|manager|job)",
        r"bitter",
        r"vent(?:ed|ing)",
        r"trash\w*",
    ),
    "delivery": _compile_signs(
        r"too fast",
        r"too quiet\w*",
        r"mumbl\w+",
        r"rush(?:ed|ing)",
        r"nervous\w*",
        r"fillers?",
        r"ums?",
        r"monotone",
        r"stammer\w*",
        r"shaky",
        r"spoke (?:so |too )?(?:fast|quick\w*|soft\w*)",
        r"my voice",
    ),
    "asking": _compile_signs(
        r"no questions",
        r"(?:any|had|ask(?:ed)?) (?:them )?(?:any )?questions",
        r"nothing to ask",
        r"ask(?:ed)? (?:them )?nothing",
        r"questions (?:for|of) (?:them|my own)",
        r"didn't ask",
    ),
    "logistics": _compile_signs(
        r"late",
        r"traffic",
        r"camera",
        r"microphone",
        r"sound",
        r"link",
        r"wi-?fi",
        r"zoom",
        r"salary",
        r"pay",
        r"availability",
        r"start date",
        r"schedule",
        r"parking",
        r"time zone",
    ),
    "genuineness": _compile_signs(
        r"fake\w*",
        r"pretend\w*",
        r"(?:wasn't|not|not being) myself",
        r"what they want(?:ed)? to hear",
        r"act(?:ed|ing)",
        r"didn't mean",
        r"don't mean",
        r"don't believe",
        r"exaggerat\w+",
        r"oversold",
        r"performance",
    ),
    NOT_MINE: _compile_signs(
        r"internal (?:candidate|hire)",
        r"budget",
        r"hiring freeze",
        r"position (?:was )?(?:closed|cancel\w+|filled)",
        r"already (?:had|filled|chosen)",
        r"discriminat\w+",
        r"licen[cs]e requirement",
        r"out of my (?:hands|control)",
    ),
}
