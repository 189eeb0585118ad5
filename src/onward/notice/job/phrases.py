"""How letters say “your application for X at Y”: patterns built from the words of each language.

A pattern may hold a group `role`. Where an employer follows, the pattern ends just before its name, which `scan` reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onward.notice.languages.load import Language, join_words, load_languages

# What a role may consist of, taken as short as the rest of the pattern lets it be. No character is read in two ways and
# no run ends where the next may begin: else a letter of “Sr.Sr.Sr.” or a table of blanks is tried in all of them.
_ROLE = (
    r"[\"“”„«'‘’*]*+(?P<role>(?:[^\n.!?;:\"“”„«»]|\.(?=\w)|(?<=\b[SJsj]r)\.(?!\w)|:(?=in\b|innen\b| \w)){2,120}?)"
    r"[\"“”»'’*]{0,9}"
)


Row = tuple[str, float, str]  # a pattern, its weight, and what it finds


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled pattern: what it finds, and how far it is to be trusted (a weight, chosen by reading real
    letters).
    """

    regex: re.Pattern[str]
    weight: float
    role: bool  # it has a group `role`
    employer: bool  # an employer's name begins where the match ends
    must_be_role: bool = False  # only if the words found look like a role
    tight: bool = False  # the word that announces the role stands behind it


@cache
def list_patterns(code: str | None) -> tuple[Pattern, ...]:
    """The patterns of one language and always the English ones, strongest first."""
    english, *others = load_languages()
    own = tuple(pattern for language in others if language.code == code for pattern in _build(language))
    return (*own, *_build(english), *_build_forms())


# A file's number behind the word for it (“application no. 88213”), and a file that is only a number.
_NUMBER = r"(?=[\w/.-]{0,60}\d)[\w/-]{1,60}(?:\.[\w/-]{1,60}){0,9}"
_FILED = rf"(?:,? (?:(?:no|nr|number|id|ref)\.? |#)?{_NUMBER})?"


@cache
def _build(language: Language) -> tuple[Pattern, ...]:
    """What one language says, nothing when its file has no phrases."""
    lead, to, noun = language.join("phrases.lead"), language.join("phrases.to"), language.join("phrases.noun")
    of, at, end = language.join("phrases.of"), language.join("phrases.at"), language.join("phrases.end")
    if not lead:
        return ()
    stop = rf"(?=[.,;!)\n\"“”»]| (?:{end})\b|$)"
    article = f"(?:{join_words('phrases.article')}) "
    number = rf"\.?:? ?(?:(?:no|nr|number|id|ref)\b\.?:? ?|#)?{_NUMBER}"
    found: list[Row] = [
        (rf"\b{noun}(?: {of}| ?[:–-] ?| )(?: ?{article})?{_ROLE} {at} (?:the )?", 4.0, "like-role employer"),
        (
            rf"\b(?:{lead}){_FILED} {to} (?:the |our |an? |your )?(?:{noun}(?: {of}|:)? ?)?{_ROLE} {at} (?:the )?",
            3.5,
            "like-role employer",
        ),
        (rf"\b{noun} (?:{of}) ?(?:an? |the )?{_ROLE}{stop}", 3.0, "like-role"),
        (rf"\b(?:{lead}){_FILED} {to} (?:the |our |an? )?{_ROLE}{stop}", 2.0, "like-role"),
        (rf"\b(?:{join_words('phrases.file')}){number}(?: ?[–-] ?|[,:]? | ?\(){_ROLE}{stop}", 3.5, "like-role"),
    ]
    if language.tables["phrases.before_role"]:
        before, before_at = language.join("phrases.before_role"), language.join("phrases.before_role_at")
        found += [
            (rf"\b(?:{before_at}) {_ROLE},? {noun} {at} (?:the )?", 4.5, "tight role employer"),
            (rf"\b(?:{before}) {_ROLE},? {noun}\b", 2.5, "tight role"),
        ]
    found += [(rf"\b{piece} (?:the )?", 2.0, "employer") for piece in language.tables["phrases.employer"]]
    return tuple(_pattern(*item) for item in found)


# What only English letters say.
_ENGLISH: tuple[Row, ...] = (
    (rf"\b(?:forward|ahead|proceed) with your {_ROLE} application\b", 4.0, "role"),
    (rf"\byour {_ROLE} application\b", 2.0, "like-role"),
    (rf"\b(?:position|role|job)(?: title)?: {_ROLE}(?=\n|$|,? (?:location|job|req|id)\b)", 4.0, "role"),
    (
        rf"\b(?:following|this) (?:positions?|roles?|jobs?)(?:\(s\))?:[ \n]*+[•*-]? ?{_ROLE}(?=[.\n]|$|, ?[\d\[])",
        4.0,
        "role",
    ),
    # A line of a form says it outright.
    (rf"\b(?:which|what) (?:role|position|job)[^\n?]{{0,50}}\?[ \n]*+{_ROLE}(?=\n|$)", 4.0, "like-role"),
    (
        r"\b(?:reviewing|reviewed|considering|seen) (?:all )?(?:applicants|applications|candidates) for:[ "
        rf"\n]*+{_ROLE}(?=\n|$)",
        4.0,
        "like-role",
    ),
    # A card: the role, and below it the employer with its place.
    (
        rf"(?:^|\n)[ ]*+{_ROLE}[ ]*+\n[ ]*+(?=(?-i:[A-Z])[^\n]{{2,60}} [–·|-] (?-i:[A-Z])[\w .]{{2,25}}, "
        rf"(?-i:[A-Z]{{2}})\b)",
        3.5,
        "like-role employer",
    ),
    # Whom they want, or took, in the words of people.
    (
        r"\b(?:(?:wants?|wanted|needs?|seeks?|seeking|hires?|hired|hiring|signed|appointed|to hire) an?(?:other)?|"
        r"(?:room for|decide on|decided on|join(?:ing)? (?:us|the team) as"
        r"|to (?:be|become|have you as)|you as) (?:an?|our|the|my)) "
        rf"{_ROLE}(?=[.,;!?)\n\"“”]| (?:and|has|have|is|was|we|in|that|at|with|on|which|but|you|here|because|who|last|"
        r"this|if|so)\b|$)",
        1.6,
        "like-role",
    ),
    (
        r"(?:^|\n)[\w .’'-]{3,40}, [\w &/-]{0,40}\b(?:partner|manager|director|recruiter|lead|head|specialist|"
        r"coordinator|founder|owner)"
        r"[\w &/]{0,30}? (?:at|with) (?:the )?",
        3.0,
        "employer",
    ),
    (r"(?:^|\n|[.!] )(?:here )?at (?:the )?(?=[^\n,.]{2,50}, (?:we|our)\b)", 1.8, "employer"),
    (
        r"(?:^|\n|[.!] )(?:unfortunately,? )?(?=[\w’'&.,() -]{2,60} (?:has|have) (?:decided|moved|chosen|selected|"
        r"reviewed|received|finished|completed|closed))",
        2.5,
        "employer",
    ),
)


@cache
def _build_forms() -> tuple[Pattern, ...]:
    """What English letters say, and lines of forms, which have one shape in all languages."""
    role, employer, team = (
        join_words(table) for table in ("phrases.role_line", "phrases.employer_line", "phrases.before_team")
    )
    forms: tuple[Row, ...] = (
        (
            rf"(?:^|\n)[ ]*+(?:{role})[ ]*+(?::|[–-] )[ ]*+(?:{_NUMBER}[ ,:–-]++)?"
            rf"{_ROLE}(?=\n|$|,? (?:location|job|req|id)\b)",
            4.0,
            "like-role",
        ),
        (
            rf"(?:^|\n)[ ]*+(?:{employer})[ ]*+:[ ]*+",
            7.0,
            "employer",
        ),
        (
            rf"(?:^|\n)(?:[—–-] ?)?(?:(?:{team}) )?"
            r"(?=[\w’'&., -]{2,50} (?:(?:campus |talent |global |university )?(?:talent|recruit(?:ing|ment)|hiring|"
            r"people|hr|human resources|staffing|careers?)\b[\w "
            r"&]{0,30}(?:team|department|acquisition|resources)?)[ \t]*(?:\n|$))",
            1.5,
            "employer",
        ),
    )
    return tuple(_pattern(*row) for row in (*_ENGLISH, *forms))


def _pattern(regex: str, weight: float, finds: str) -> Pattern:
    """One row: `finds` names what it yields, “like-role” a role only when its words name an occupation.

    Where a blank stands, a letter may have many. Who takes them keeps them.
    """
    spaced = re.sub(r" (?![?*+{])", " ++", regex).replace(" ?", " *+")
    return Pattern(
        re.compile(spaced, re.IGNORECASE),
        weight,
        role="role" in finds,
        employer="employer" in finds,
        must_be_role="like-role" in finds,
        tight="tight" in finds,
    )
