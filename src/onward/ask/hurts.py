"""What hurts in an ask; and for English, as one table, the words that show it, why, and what to say instead."""

from __future__ import annotations

import re
from enum import StrEnum


class Hurt(StrEnum):
    """What can be wrong with an ask."""

    ARGUMENT = "argument"
    REPROACH = "reproach"
    RECONSIDER = "reconsider"
    LEGAL = "legal threat"
    QUESTIONS = "two questions"
    CHASING = "chasing"
    APOLOGY = "apology spiral"
    CLIENT = "client details"
    LONG = "too long"
    LONGISH = "rather long"
    ATTACHMENT = "attachment"
    OTHERS = "who was hired"
    NO_QUESTION = "no question"
    REASONS = "asks for reasons"
    COMPARISON = "comparison"
    FLATTERY = "flattery"
    GUILT = "guilt"
    BACKWARD = "looks back"
    BESIDE = "beside the ask"


REMARKS = frozenset({Hurt.NO_QUESTION, Hurt.LONGISH, Hurt.ATTACHMENT})  # no question about a hurt
OF_ADVICE = frozenset({Hurt.NO_QUESTION, Hurt.BESIDE})  # said only of a message that asks for advice
Rule = tuple[Hurt, re.Pattern[str], str, str]


def _make_rule(what: Hurt, patterns: tuple[str, ...], why: str, repair: str) -> Rule:
    return what, re.compile("|".join(rf"(?:{one})" for one in patterns), re.IGNORECASE), why, repair


_RESPECT = "I respect the decision."
_ADVICE = "What one thing would you advise me to work on before my next interview?"
_UNDERSTAND = "If policy doesn’t allow it, I completely understand."
_ARGUES = "This argues with the decision, and the reader will defend it instead of helping you."
_HURT = "This reads as a reproach. It may be true, and it closes the door on advice."
_AGAIN = "This asks them to change their mind. Accepting the decision is what makes advice possible."
_LAW = "This can end the conversation at once. If something was unlawful, there is a page with the official ways."
_PUSH = "This presses for an answer. Leave them free not to write."
_WHO = "They can’t tell you about somebody else."
_FILE = "An attachment makes it a task. A plain message is easier to answer."

_FOUND = (
    r"\bi\s+(?:still\s+|really\s+|truly\s+|honestly\s+|strongly\s+|firmly\s+)?"
    r"(?:believe|think|feel|know|maintain)\s+(?:that\s+)?"
)
_DECISION = r"(?:the|your|this|that)\s+(?:hiring\s+)?(?:decision|outcome|choice|mind|result|verdict|reasons?|reasoning)"
_SURE = r"(?:clearly\s+|obviously\s+|far\s+|much\s+|simply\s+)?"
_BEST = (
    r"(?:more|better|over|most|best|strongest|ideal|perfect|right|top)[\s-]?"
    r"(?:qualified|suited|experienced?|candidate|fit|person|choice|match)"
)
_REJECTED = (
    r"(?:rejected|turned\s+down|passed\s+over|not\s+(?:selected|chosen|hired|considered|moved\s+forward)|"
    r"eliminated|ruled\s+out|denied)"
)

RULES: tuple[Rule, ...] = (
    _make_rule(
        Hurt.ARGUMENT,
        (
            r"\bwhy\s+(?:wasn't|was\s+not|weren't|didn't|did\s+not|am|was|did)\s+(?:i|you)\b(?:\s+not)?",
            rf"\bwhy\s+(?:i|my\s+\w+)\s+(?:was|were|am|wasn't|were\s+not|had\s+been)\s+{_REJECTED}",
            r"\bwhy\s+(?:i\s+(?:didn't|did\s+not)|you\s+(?:didn't|did\s+not|chose|went|decided|preferred|rejected|"
            r"picked))\b",
            rf"\bi\s+(?:was|am|had|have)\s+{_SURE}(?:the\s+|a\s+)?{_BEST}\b",
            rf"{_FOUND}i\s+(?:was|am|would\s+(?:be|have\s+been)|could\s+have\s+been)\s+{_SURE}(?:the|a|"
            rf"an)\s+(?:\w+\s+)?(?:{_BEST}|fit|match|candidate|asset|choice)\b",
            rf"{_FOUND}(?:i|my\s+\w+)\s+(?:should\s+have|could\s+have\s+done\s+(?:the|this)|meets?|exceed\w*|"
            r"deserved?)\b",
            rf"{_FOUND}you(?:'ve|\s+have)?\s+(?:overlooked|misjudged|underestimated|made\s+(?:a|the)\s+(?:mistake|"
            r"wrong))\b",
            r"\byou(?:'ve|\s+have)?\s+(?:overlooked|misjudged|underestimated)\b|\byou(?:'ve|"
            r"\s+have)?\s+(?:got\s+(?:this|it|me)|are)\s+wrong\b",
            r"\bi\s+(?:don't|do\s+not|can't|cannot|fail\s+to)\s+(?:understand|see|believe)\s+(?:how|why|that|it|your|"
            r"the)\b",
            r"\bi\s+(?:strongly\s+|respectfully\s+)?(?:disagree|object)\b|\bi\s+(?:don't|do\s+not|can't|"
            r"cannot)\s+(?:agree|accept)\b",
            r"\byou(?:'re|\s+are)\s+(?:wrong|mistaken|making\s+a\s+mistake)\b",
            r"\bi\s+(?:meet|met|exceed|exceeded|have|had)\s+(?:all|every)\s+(?:of\s+)?(?:the\s+|"
            r"your\s+)?(?:requirement|qualification|criteri|skill)\w*",
            r"\bmy\s+\w+\s+(?:\w+\s+){0,2}(?:exceeds?|exceeded|surpass\w*|far\s+outweighs?|more\s+than\s+(?:meets?|"
            r"qualif\w+))\b",
            r"\bi\s+(?:\w+\s+)?answered\s+(?:all|every|each)\b|\bi\s+had\s+more\s+experience\s+than\b",
            r"\bthat(?:'s|\s+is)\s+not\s+(?:true|right|correct|what\s+i\s+said)\b",
        ),
        _ARGUES,
        _RESPECT,
    ),
    _make_rule(
        Hurt.REPROACH,
        (
            r"\bi\s+deserved?\b|\bunfair(?:ly)?\b|\bnot\s+(?:fair|right)\s+(?:to|of|that|how)\b|\b(?:isn't|wasn't|"
            r"not)\s+fair\b",
            r"\bdisappointed\s+(?:in|with|by|at)\s+(?:you\b|your|how|this|the\s+(?:process|decision|way|outcome|result|"
            r"company|team))",
            r"\bunprofessional|\brude\b|\binsult(?:ed|ing)?\b|\bdisrespect\w*|\bappall\w+|\boutrag\w+|\bridiculous\b|"
            r"\b(?:was|is|what)\s+(?:such\s+)?a\s+(?:joke|farce|sham)\b",
            r"\b(?:at\s+(?:the\s+very\s+)?least\s+)?you\s+owe\b|"
            r"\b(?:you\s+)?could\s+(?:have\s+)?at\s+(?:the\s+very\s+)?least\b|\bthe\s+least\s+you\s+(?:can|could)\b",
            r"\bwast(?:ed|ing|e\s+of)\s+(?:of\s+)?(?:my|our|everyone's)\s+time\b|\b(?:led|strung|leading|"
            r"stringing)\s+me\s+(?:on|along)\b",
            r"\byou\s+(?:lied|promised|ignored|ghosted|misled|let\s+me\s+down|never\s+(?:even\s+)?(?:called|wrote|"
            r"replied|bothered))\b",
            r"\b(?:i\s+)?expected\s+(?:better|more)\b|\bhow\s+dare\b|\bshame\s+on\b|\bshocked\s+(?:by|at|that|to)\b|"
            r"\bmade?\s+me\s+wait\b",
            r"\bhow\s+(?:poorly|badly)\b|\bpoorly\s+(?:handled|treated|run)\b|\bleft\s+(?:me\s+)?in\s+the\s+dark\b",
        ),
        _HURT,
        "Thank you for letting me know.",
    ),
    _make_rule(
        Hurt.RECONSIDER,
        (
            r"\bre-?consider(?:ation|ing|ed)?\b|"
            r"\byou\s+(?:will\s+|to\s+|could\s+|might\s+|would\s+|can\s+|please\s+|"
            r"be\s+open\s+to\s+)*(?:re-?think|re-?visit|re-?evaluat)\w*",
            rf"\b(?:re-?think|re-?visit|re-?evaluat)\w*\s+(?:{_DECISION}|my\s+(?:application|candidacy))\b|"
            r"\byou\s+to\s+think\s+again\b",
            r"\b(?:change|changing|review|reviewing|overturn|overturning|reverse|discuss|appeal|alter|"
            rf"re-?open)\s+(?:{_DECISION}|your\s+minds?|my\s+application)\b",
            r"\b(?:second|another|one\s+more|last)\s+(?:chance|shot|opportunity\s+to\s+(?:interview|prove|show)|"
            r"look\s+at\s+(?:me|my\s+(?:application|candidacy|file|cv|resume|résumé)))\b|\bgive\s+me\s+a\s+chance\b",
            rf"\b(?:is|was)\s+{_DECISION}\s+final\b|\bstill\s+open\s+to\s+me\b|\bstill\s+be\s+considered\b",
            r"\bif\s+(?:it|this|the\s+other\s+(?:person|candidate)|(?:any|some)thing)\s+(?:falls|fell|changes|changed|"
            r"doesn't\s+work)\s*(?:through|out)?\b",
            r"\bkeep\s+me\s+in\s+mind\s+for\s+(?:this|the)\s+(?:role|position|job)\b",
        ),
        _AGAIN,
        _RESPECT,
    ),
    _make_rule(
        Hurt.LEGAL,
        (
            r"\b(?:lawyers?|attorneys?|solicitors?|legally|legal\s+(?:action|advice|steps?|rights?|counsel|options?|"
            r"matter)|lawsuits?|sue|suing)\b",
            r"\b(?:take|taking|see|seeing|go|going)\s+(?:\w+\s+)?(?:in|to)\s+court\b|\btribunals?\b|\beeoc\b|\bacas\b|"
            r"\bombudsman\b|\blabou?r\s+(?:board|department|law)\b",
            r"\bdiscriminat(?:ed|ory|ing|e)\b|\b(?:was|is|of|as|for|felt\s+like|looks\s+like)\s+(?:age\s+|racial\s+|"
            r"sex\s+|gender\s+)?discrimination\b(?!\s+(?:train|learn|task|trial))",
            r"\billegal(?:ly)?\b|\bunlawful(?:ly)?\b|\bagainst\s+the\s+(?:law|ada|act)\b|\b(?:violat|break|broke|"
            r"breach)\w*\s+(?:of\s+)?(?:the\s+|my\s+)?(?:law|ada|act|rights?)\b",
            r"\bmy\s+rights\b|\b(?:file|filing|make|lodge|lodging)\s+a\s+(?:formal\s+)?(?:complaint|charge|"
            r"grievance)\b|\breport(?:ing)?\s+(?:you\b|your)",
        ),
        _LAW,
        "",
    ),
    _make_rule(
        Hurt.CHASING,
        (
            r"\b(?:please|kindly)\s+(?:do\s+)?(?:respond|reply|answer|get\s+back|write\s+back|call\s+me)\b|\basap\b|"
            r"\bas\s+soon\s+as\s+(?:possible|you\s+can)\b|\bat\s+your\s+earliest\b|\burgent(?:ly)?\b",
            r"\b(?:a|your)\s+(?:quick|prompt|speedy|timely|swift)\s+(?:reply|response|answer)\b",
            r"\bfollowing\s+up\b|\b(?:just|quick|another|this\s+is)\s+(?:a\s+)?follow[\s-]up\b|"
            r"\bfollow\s+up\s+(?:again|on\s+(?:my|this)|with\s+you)\b",
            r"\bcheck(?:ing)?\s+in\s+again\b|\bhaven't\s+heard\b|\bstill\s+waiting\b|\bcircl(?:e|ing)\s+back\b|"
            r"\bbump(?:ing)?\b|\bmy\s+(?:last|previous|earlier)\s+(?:two\s+|three\s+)?(?:e-?mails?|messages?)\b",
            r"\blook(?:ing)?\s+forward\s+to\s+(?:your|an?\s+(?:\w+\s+)?(?:reply|response|answer)|hearing)\b|\b(?:await|"
            r"expect)(?:ing)?\s+(?:your|an?)\s+(?:reply|response|answer)\b",
            r"\bby\s+(?:monday|tuesday|wednesday|thursday|friday|tomorrow|the\s+end\s+of)\b|\bi\s+(?:need|expect|"
            r"demand)\s+(?:an?|your)\s+(?:answer|reply|response|explanation)\b",
        ),
        _PUSH,
        _UNDERSTAND,
    ),
    _make_rule(
        Hurt.OTHERS,
        (
            r"\bwho\s+(?:did\s+you\s+(?:hire|choose|pick|select)|was\s+(?:hired|chosen|selected)|got\s+(?:it|"
            r"the\s+(?:job|role|position)))\b",
            r"\b(?:the|your)\s+(?:other|successful|chosen|new)\s+(?:candidate|person|hire)(?:'s)?\s+(?:have|had|has|"
            r"got|experience|background|qualifications)\b",
        ),
        _WHO,
        _ADVICE,
    ),
    _make_rule(
        Hurt.ATTACHMENT,
        (r"\battach(?:ed|ment|ments|ing)?\b|\benclosed\b|\bsee\s+my\s+(?:resume|résumé|cv|portfolio)\b",),
        _FILE,
        "",
    ),
)  # fmt: skip

# A request that asks although it ends with a full stop.
REQUEST = re.compile(
    r"(?:and\s+|also,?\s+|or\s+)*(?:can|could|would|will|may|might)\s+(?:you|i|we)\s+(?!be\s+happy|like\s+to\s+thank|"
    r"please\s+pass|please\s+thank|pass\b|thank\b|say\b)\w+",
    re.IGNORECASE,
)
