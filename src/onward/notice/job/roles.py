"""Roles: whether words name an occupation, and where a role begins and ends inside a wider span."""

from __future__ import annotations

import re
from collections import deque

Span = tuple[int, int]

_ROLE_WORDS = re.compile(
    r"\b(?:\w*(?:engineer|developer|programmer|architect|analyst|scientist|designer|administrator|technician|specialist"
    r"|manager|director|coordinator|supervisor|assistant|associate|intern|internship|trainee|apprentice|consultant|"
    r"advisor"
    r"|therapist|counsell?or|clinician|psychologist|psychiatrist|nurse|nursing|social work\w*|caseworker|case manag\w*"
    r"|practitioner|physician|teacher|tutor|instructor|professor|lecturer|researcher|writer|editor|accountant"
    r"|representative|officer|president|worker|driver|operator|mechanic|barista"
    r"|cashier|seller|salesperson|recruiter|generalist|strategist|planner|producer|paralegal|attorney|lawyer|auditor"
    r"|dispatcher|reviewer|trainer|educator|receptionist|secretary|pharmacist|phlebotomist|dietitian|nutritionist|"
    r"chaplain|librarian"
    r"|bookkeeper|bookseller|electrician|plumber|welder|paramedic|custodian|janitor|scheduler|interpreter|translator|"
    r"evaluator|examiner"
    r"|inspector|investigator|caregiver|sonographer|hygienist|dentist|audiologist|pathologist|biologist|chemist|"
    r"statistician|economist"
    r"|actuary|underwriter|merchandiser|photographer|animator|illustrator|tester|devops|technologist|navigator|mentor|"
    r"coach|facilitator"
    r"|advocate|interventionist|behavio[u]?rist|scholar|fellow|fellowship|resident|postdoc|student|program|superviser|"
    r"liaison)s?"
    r"|(?:aide|clerk|agent|lead|head|chief|cook|chef|owner|qa|sre|bcba|rbt|lpcc?|lisw|lcsw|lmsw|lmft|rn|lpn|pmhnp|"
    r"cdca)s?"
    r"|\w*(?:entwickler|ingenieur|berater|leiter|arbeiter|pfleger|pädagog|psycholog|therapeut|fachkraft|fachfrau|"
    r"fachmann"
    r"|kaufmann|kauffrau|sachbearbeiter|mitarbeiter|referent|assistenz|assistent|werkstudent|praktikant|praktikum|"
    r"erzieher"
    r"|techniker|informatiker|verkäufer|fahrer|betreuer|koordinator|ärzt|arzt|lehrer|schwester|fachangestellte|"
    r"helfer)\w*"
    r"|ingénieur\w*|développeu\w*|infirmi\w*|psychologue|éducat\w*|assistant\w*|technicien\w*|chargée? d\w*|"
    r"responsable|conseill\w*"
    r"|travailleu\w*|analyste|chef\w?|comptable|directeur|directrice|thérapeute|stagiaire|animat\w*|gestionnaire|"
    r"vendeu\w*"
    r"|ingenier\w*|desarrollador\w*|psicólog\w*|enfermer\w*|trabajador\w*|terapeuta|analista|técnic\w*|asesor\w*|"
    r"coordinador\w*"
    r"|educador\w*|auxiliar|\w+terapeuta|orientador\w*|gestor\w*|administrativ\w*|programador\w*|becari\w*|encargad\w*"
    r"|sviluppat\w*|infermier\w*|psicolog\w*|assistente|educat\w*|impiegat\w*|tecnic\w*|ingegner\w*|addett\w*|"
    r"consulente|operat\w*"
    r"|coordinat\w*|tirocin\w*|programmat\w*|desenvolvedor\w*|engenheir\w*|enfermeir\w*|psicólog\w*|assistente|"
    r"técnic\w*|estagi\w*"
    r"|ontwikkelaar|verpleegkundige|begeleid\w*|medewerker|hulpverlener|psycholoog|adviseur|maatschappelijk\w*|"
    r"stagiair\w*"
    r"|verzorgende|leerkracht|docent|beheerder|behandelaar|consulent)\b",
    re.IGNORECASE,
)


_SMALL = frozenset(("and", "the", "for", "des", "les", "del", "das", "und", "für", "van", "der", "von", "den"))


def is_titled(text: str) -> bool:
    """Whether a short piece is written like a title: every longer word with a capital."""
    found = [word for word in re.findall(r"[^\W\d_]{3,}", text) if word not in _SMALL]
    return 0 < len(found) <= 6 and all(word[0].isupper() for word in found)


def is_role_like(text: str) -> bool:
    """Whether the words hold one that names an occupation, in any of the languages Onward reads."""
    return bool(_ROLE_WORDS.search(_BRAND.sub(" ", text)))


# Words that end the name of a house: enough to take a line for a firm's where nothing else says so.
INSTITUTION = re.compile(
    r"\b(?:clinics?|hospitals?|cent(?:er|re)s?|university|college|schools?|district|academy|institute|foundation|"
    r"counseling"
    r"|practice|hospice|clínica|fundación|fondation|clinique|hôpital|klinik\w*|stiftung|cooperativa|ziekenhuis|"
    r"stichting)$"
    r"|^(?:(?:the )?(?:department|university|school|city|county|state|ministry) of|stadt|landkreis|hôpital|clinique|"
    r"clínica|fundación"
    r"|fondation|cooperativa|stichting|universit\w+)\b(?=.*[A-Z])",
    re.IGNORECASE,
)
_BRAND = re.compile(r"\b(?!DevOps|PostDoc)[A-Z][a-z]+[A-Z]\w*")


# Runs are bounded or keep what they took, and none may begin in the middle of itself: no subject makes these wait.
_LEAD_IN = re.compile(
    r"^.{0,300}\b(?:interest(?:ed)?|appl(?:y|ying|ied|ication)|candidates?|candidacy|applicants?|considered|chosen|"
    r"selected|time|forward|fit|resume|qualifications"
    r"|invite|invited|interview|move|call|chat|conversation|and)\b.{0,120}?\b(?:in|for|to|as|about|the|our|"
    r"an?)\s+(?:the\s+)?(?:the\s+|our\s+|an?\s+)?",
    re.IGNORECASE,
)
_FOR_THE = re.compile(r"^.{3,}\b(?:for|about|as)\s+(?:the|our|an?)\s+", re.IGNORECASE)
_ROLE_FRONT = re.compile(
    r"^(?>(?:the|our|an?|your|open|current|following|recent|available|position|role|job|opening|of|as|for|to|few|"
    r"several|two|three|four|(?:full|part)[ -]?time|selecci[oó]n(?=:)|selezione(?=:)|recrutement(?=:)|eine?[rsn]?|die|"
    r"der|das|unsere?|offene|stelle"
    r"|le|la|l['’]|un|une|de|d['’]|el|los|una|il|lo|o|um|uma|het|een|onze|poste|puesto|vacante|posizione|vaga|functie|"
    r"vacature)(?:\s*+:\s*+|\s++|(?<=['’]))"
    r"|\[[^\]]*+\]\s*+|[\"“”„«'‘*•(:–-]++\s*+)+",
    re.IGNORECASE,
)
# A stretch of what is no part of a role: a number with the word for it, a place, brackets, the word “position”, a bare
# number, and whatever blanks and marks stand between.
_BESIDE_ROLE = re.compile(
    r"(?>(?:job\s++)?(?:req(?:uisition)?|ref(?:erence)?|kennziffer|referenz\w{0,30}|job|id|nr|no|"
    r"number)\b[\s#.:]*+(?:(?:id|no|nr|number)[\s#.:]*+)?(?:[^\W\d]|-){0,40}\d(?:\w|-(?=\w))*"
    r"|[,|–—-]\s++(?-i:[A-Z])[\w .'’-]{2,25}, (?-i:[A-Z]{2})\b|\[[^\]]{0,300}$|(?<=\s)\([^()]*+$|[\[(][^()\[\]]*+[\])]|"
    r"(?<=\s)(?:position|role|job|opening|opportunity|vacancy|search|req(?:uisition)?|posting|seat|spot|slot)"
    r"|#?(?:[A-Z]{1,4}-?)?(?<!\d)\d{4,}+[A-Z]{0,3}(?<!\b20\d\d)|[\s\"“”»'’*,;:–—|(-])+",
    re.IGNORECASE,
)
_NUMBER_FRONT = re.compile(
    r"^(?:\[[^\]]*+\]\s*+|(?:req(?:uisition)?|job|ref|posting|vacancy|position|announcement|recruitment|"
    r"application)\b[\s#.:]*+(?:(?:id|no)[\s#.:]*+)?[A-Z-]*\d[\w-]*[\s,:–-]+|(?:R|JR|REQ|"
    r"ID)?[-#_]?\d{4,}[A-Z]{0,3}(?:\s*+[-–:|])?\s++(?!(?>.*?summer\b).*intern))",
    re.IGNORECASE,
)


def find_role(text: str, start: int, end: int, *, tight: bool = False) -> Span | None:
    """The span of the role inside a wider span: without articles, the employer's number for it, and brackets at the
    end.

    `tight` refuses a span in which a sentence goes on behind the role: the word that announced it belongs to something
    else.
    """
    piece = _for_whom(text[start:end])
    begin = 0
    for lead_in in (_LEAD_IN, _FOR_THE):
        lead = lead_in.match(piece[begin:])
        begin += lead.end() if lead else 0
    front = _ROLE_FRONT.match(piece[begin:])
    begin += front.end() if front else 0
    begin += _opening(piece[begin:])
    number = _NUMBER_FRONT.match(piece[begin:])
    if number and not re.match(r"20\d\d\b", piece[begin:]):
        begin += number.end()
    finish = begin + _without_back(piece[begin:])
    finish = _keep_something(piece, begin, finish)
    whole, finish = finish, _before_clause(piece, begin, finish)
    if tight and _CLAUSE.match(piece, finish, whole):
        return None
    begin += _after_clause(piece[begin:finish])
    again = _ROLE_FRONT.match(piece[begin:finish])
    begin += again.end() if again else 0
    core = piece[begin:finish]
    return (start + begin, start + finish) if _is_role(core) else None


def _without_back(piece: str) -> int:
    """Where what belongs to no role begins, when it goes on to the end."""
    last = deque(_BESIDE_ROLE.finditer(piece), maxlen=1)
    return last[0].start() if last and last[0].end() == len(piece) else len(piece)


_TEAM_SERVED = re.compile(
    r"(?<!\s)\s+for (?:the|our|an?) [^,;:]{0,120}\b(?:program(?:me)?|team|department|unit|clinic|project|group)s?$",
    re.IGNORECASE,
)


def _for_whom(piece: str) -> str:
    """“House Manager for the living program” without the program."""
    served = _TEAM_SERVED.search(piece)
    return piece[: served.start()] if served and is_role_like(piece[: served.start()]) else piece


def _opening(piece: str) -> int:
    """“Unfinished) content analyst” begins behind the bracket."""
    shut = piece.find(")")
    return (
        len(piece[: shut + 1]) + len(piece[shut + 1 :]) - len(piece[shut + 1 :].lstrip())
        if 0 <= shut < _open(piece)
        else 0
    )


def _open(piece: str) -> int:
    place = piece.find("(")
    return place if place >= 0 else len(piece)


# What goes on about a role without being part of it.
_CLAUSE = re.compile(
    r"['’]s?\b|\s+(?:landed|arrived|reached|made|came|search|last|this|next|today|yesterday|tomorrow|who|whom|while|"
    r"when|where|if|so|since|until"
    r"|before|after|now|there|they|she|he|it|would|could|should|will|can|may|might|must|had|did|does|do|got|goes|went|"
    r"just|again|instead"
    r"|rather|than|though|although|but|because|to|up to|currently|soon|starting|beginning|reporting|duties|folder|file|"
    r"shortlist|panel|came)\b"
    r"|\s*:\s+(?:an?|the|we|our|you|please)\b|,\s+(?:they|we|you|i|he|she|it|who|which|was|were|is|are|has|had|and|but|"
    r"where|starting|beginning|reporting|full|part)\b",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"\b(?:the|our|your|an?|this|that)\s+", re.IGNORECASE)


def _before_clause(piece: str, begin: int, finish: int) -> int:
    """Where the role ends when the sentence goes on behind its word, or a house's name stands behind a comma."""
    for word in _ROLE_WORDS.finditer(piece, begin, finish):
        if _CLAUSE.match(piece, word.end(), finish):
            return word.end()
    head, comma, tail = piece[begin:finish].rpartition(", ")
    house = comma and INSTITUTION.search(tail) and tail[:1].isupper() and not is_role_like(tail) and is_role_like(head)
    return begin + len(head) if house else finish


def _after_clause(core: str) -> int:
    """Where the role begins when a half sentence stands before its article: “voted to fold the nurse”."""
    places = [m.end() for m in _DETERMINED.finditer(core)]
    if not places or is_role_like(core[: places[-1]]) or not is_role_like(core[places[-1] :]):
        return 0
    return places[-1]


def _keep_something(piece: str, begin: int, finish: int) -> int:
    """Where the role ends: at the end of the piece when cutting what stands behind it would leave nothing."""
    return finish if finish > begin else len(piece)


_NOT_A_ROLE = re.compile(
    r"^(?:at|with|in|on|by|from|bei|chez|en|presso|bij|status|submission|description|application (?:status|for))\b|"
    r"\btalent (?:community|network|pool)\b|^(?:(?:open|this|that|next|new|other|current|best|right|job|same|specific|"
    r"similar|future|available|permanent|great|good|any"
    r"|perfect|position|role|opening|many|hiring|leadership|one|exciting|particular|following|another|recent|above|"
    r"present"
    r"|interview|application|applied|selected|competitive|full|time|part|dream|first|second)\b\s*)+$|\b(?:you|we|your|"
    r"us|our|not|unfortunately|thank"
    r"|applying|applied|wir|ihre?|votre|nous|their|decided|fit|offered|please|will|been|hiring process|for which|meet|"
    r"wanted)\b|https?:|[@$€£]",
    re.IGNORECASE,
)


def _is_role(core: str) -> bool:
    return 1 < len(core.strip()) <= 110 and any(c.isalpha() for c in core) and not _NOT_A_ROLE.search(core)
