"""Who says a line of a transcript: a name before a colon, in a voice tag, above the words, or none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import unescape

NAME = r"[^\W\d_][\w.'’&()/\- ]{0,48}?"
HEADING = r"(?:\+\d|[^\W\d_])[\w.,@+'’&()/\- ]{0,58}?"  # a name on a line of its own, where a comma does no harm
CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d+)?"
_SAYS = re.compile(
    rf"(?:>{{1,2}}|[-–])?\s*(?:[\[(]?{CLOCK}[\])]?\s*)?({NAME})\s?"
    rf"(?:[\[(]{CLOCK}[\])]\s?)?(?::(?:\s+(?=\S)|$)|：\s*)"
)
# A label of the file's own, of whatever signs: believed only where it comes again.
_ANY_LABEL = re.compile(
    rf"(?:>{{1,2}}|[-–])?\s*(?:[\[(]?{CLOCK}[\])]?\s*)?([^\s:：][^:：\n]{{0,99}}?)\s?"
    rf"(?:[\[(]{CLOCK}[\])]\s?)?(?::(?:\s+(?=\S)|$)|：\s*)"
)
_PARTICLES = frozenset(
    (
        *(
            "van",
            "der",
            "den",
            "de",
            "la",
            "le",
            "du",
            "des",
            "von",
            "zu",
            "zur",
            "zum",
            "vom",
            "da",
            "das",
            "do",
            "dos",
        ),
        *("di", "del", "della", "dal", "bin", "ibn", "al", "el", "y", "e", "ten", "ter", "te", "af", "av", "und", "of"),
    )
)
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")
_WIDE_NAME = 8  # signs: a longer label in Chinese, Japanese or Korean is a sentence's
_NUMBER = re.compile(r"[+(]?\d[\d ().*x/-]{4,24}")
_LONGEST = 60  # signs of a label that comes once
_MOST_WORDS = 12
_SENTENCE = re.compile(r"\. |[<>\[\]?!;]")  # what such a label doesn't have
_LABELED = 0.8  # of the lines that are spoken: then whatever stands before their colons is a speaker
_MOST_LABELS = 40
_NOT_NAMES = (
    *("note", "style", "region", "webvtt", "http", "https", "kind", "language", "example", "first", "second", "third"),
    *("last", "finally", "also", "again", "then", "so", "and", "but", "well", "because", "situation", "task", "action"),
    *("result", "outcome", "honestly", "basically", "actually", "look", "anyway", "subject", "date", "time"),
    *("attendees", "transcript", "recording", "meeting", "duration", "participants", "summary", "topic"),
)
_NOT_A_NAME = frozenset(_NOT_NAMES)
Labels = frozenset[str]  # case-folded
NO_LABELS: Labels = frozenset()
_ROLES = frozenset({"me", "i", "you", "q", "a", "interviewer", "candidate", "panel", "speaker", "question", "answer"})
_GENERIC = re.compile(
    r"(?:unknown |unidentified )?(?:speaker|participant|person|voice|guest|user|caller|spk)(?:[ _-]?\d{1,2}|[ "
    r"_-][a-z])?"
    r"|s\d{1,2}|unknown|q|a|you",
    re.IGNORECASE,
)


def split_speaker(line: str, labels: Labels = NO_LABELS) -> tuple[str, str]:
    """Who says a line (empty when it names nobody), and the words."""
    if line.startswith("<v"):
        tag, _, words = line.partition(">")
        return _read_voice_tag(tag), strip_to_words(words)
    found = match_speaker(line, labels)
    return (tidy_name(found.group(1)), strip_to_words(line[found.end() :])) if found else ("", strip_to_words(line))


def match_speaker(line: str, labels: Labels = NO_LABELS) -> re.Match[str] | None:
    """A name before a colon: at most five words, each with a capital or a digit first, the name of a role, or one of
    the file's own labels.
    """
    if ":" not in line and "：" not in line:
        return None
    if labels and (own := _ANY_LABEL.match(line)) and own.group(1).strip().casefold() in labels:
        return own
    found = _SAYS.match(line)
    if found is None or found.group(1).casefold() in _NOT_A_NAME:
        return None
    if found.group(0).rstrip().endswith("：") and _WIDE.search(found.group(1)) and len(found.group(1)) > _WIDE_NAME:
        return None
    return found if is_like_a_name(found.group(1)) or found.group(1).split()[0].casefold() in _ROLES else None


def find_labels(spoken: Sequence[str], *, timed: bool) -> Labels:
    """What stands before the colons of a file's spoken lines and is a speaker there, in whatever way it is written:
    “Ruiz, Dana”, “dana ruiz”, “+1 415 555 0101”, “Dana Ruiz, LCSW (she/her)”.

    Where every cue has such a label, all of them are; where nearly every line has one, those that come again or look
    like somebody; else those that do both.
    """
    written = [
        found.group(1).strip() for line in spoken if (":" in line or "：" in line) and (found := _ANY_LABEL.match(line))
    ]
    counted = Counter({label: n for label, n in Counter(written).items() if _may_be_label(label, again=n > 1)})
    few = len(counted) <= min(_MOST_LABELS, 1 + len(spoken) / 2)
    nearly_all = few and len(spoken) > 2 and counted.total() >= _LABELED * len(spoken)
    needed = 0 if nearly_all and timed and counted.total() == len(spoken) else 1 if nearly_all else 2
    return frozenset(
        label.casefold() for label, times in counted.items() if (times > 1) + is_like_somebody(label) >= needed
    )


def _may_be_label(label: str, *, again: bool) -> bool:
    if _WIDE.search(label) and len(label) > _WIDE_NAME:
        return False
    words = label.casefold().split()
    if not 0 < len(words) <= _MOST_WORDS or words[0].strip(",.") in _NOT_A_NAME:
        return False
    return again or (len(label) <= _LONGEST and not _SENTENCE.search(label.replace("Dr. ", "")))


def is_like_somebody(label: str) -> bool:
    """Whether a tool may write somebody so: a number, an address, “Last, First”, a name with what follows."""
    if _NUMBER.fullmatch(label):
        return True
    name = label.partition("(")[0].strip()
    first, comma, rest = name.partition(",")
    return ("@" in label and " " not in label) or (
        is_like_a_name(first) and (not comma or all(is_like_a_name(one) for one in rest.split(",")[:4]))
    )


def is_like_a_name(text: str) -> bool:
    """Whether this may be somebody's name: up to five words, of which only small ones (“van der”) begin small."""
    words = text.split()
    large = [word for word in words if word not in _PARTICLES]
    return (
        0 < len(large) <= 5 and len(words) <= 8 and words[-1] in large and not any(word[0].islower() for word in large)
    )


def is_generic(name: str) -> bool:
    """Whether a tool made the name up (“Speaker 1”), so that it may be somebody else in the next transcript."""
    return bool(_GENERIC.fullmatch(name.strip()))


def are_names_above(blocks: Iterable[Sequence[str]]) -> bool:
    """Whether the first lines of blocks are names: few of them, coming again and again, and without a full stop."""
    many = [lines for lines in blocks if lines]
    first = [lines[0] for lines in many if len(lines) > 1 and _ABOVE.fullmatch(lines[0]) and is_like_a_name(lines[0])]
    return len(first) >= 3 and len(first) > 0.6 * len(many) and 1 < len(set(first)) <= len(first) / 1.5


_ABOVE = re.compile(NAME)


@lru_cache(maxsize=512)
def _read_voice_tag(tag: str) -> str:
    """The name in `<v.loud Dana R.`, a tag without its end."""
    return tidy_name(tag.partition(" ")[2])


def strip_to_words(text: str) -> str:
    """Words without tags and entities."""
    bare = text.removesuffix("</v>")
    if "<" in bare:
        bare = _TAG.sub("", bare)
    return (unescape(bare) if "&" in bare else bare).strip()


_TAG = re.compile(r"</?[a-zA-Z][^>\n]{0,200}>|<\d[\d:.]*>")


def tidy_name(name: str) -> str:
    """A name with single spaces and nothing around it."""
    bare = " ".join(unescape(name).split()).strip(" :[]*")
    return f"{bare}]" if bare.count("[") > bare.count("]") else bare
