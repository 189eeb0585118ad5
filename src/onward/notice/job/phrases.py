"""How letters in seven languages say “your application for X at Y”: a table of words, and the patterns built from it.

A pattern may hold a group `role`. Where an employer follows, the pattern ends just before its name, which `scan` reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# What a role may consist of, taken as short as the rest of the pattern lets it be. No character is read in two ways and
# no run ends where the next may begin: else a letter of “Sr.Sr.Sr.” or a table of blanks is tried in all of them.
_ROLE = (
    r"[\"“”„«'‘’*]*+(?P<role>(?:[^\n.!?;:\"“”„«»]|\.(?=\w)|(?<=\b[SJsj]r)\.(?!\w)|:(?=in\b|innen\b| \w)){2,120}?)"
    r"[\"“”»'’*]{0,9}"
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language. Each value is a piece of a regular expression without groups."""

    lead: str  # what the person did: application, interest …
    to: str  # the little words after it
    noun: str  # position, role, job …
    of: str  # between the noun and the role
    at: str  # between the role and the employer
    end: str  # words that end a role when no employer follows
    employer: tuple[str, ...]  # what stands directly before an employer's name
    behind: bool = False  # whether the noun may also stand behind the role (“the X position”)


_EN = Phrases(
    lead=r"appl(?:y|ying|ied|ication)|interest(?:ed)?|candida(?:cy|ture|te)|submission|consider(?:ed|ation|ing)?"
    r"|interview(?:ing|ed)?(?: you)?|resume|résumé|qualifications|skills|experience|team|discuss|chat about|"
    r"conversation|offer(?:ing)?(?: you)?|screening|talk about"
    r"|selected|chosen|process|update|join(?:ing)?(?: us)?|assessment|invited?|hire|heard back|next steps?"
    r"|materials?|documents?|portfolio|profile|dossier|your hand|in the ring|part|stage|round|form|stuff|letter|note|"
    r"inquir(?:y|ies)"
    r"|employment|applicants?|looking|recruiting|competition|shortlist(?:ed)?|exam(?:ination)?",
    to=r"(?:to|for|in|as|on|about|regarding|with)(?: be| be an?)?",
    noun=r"(?:position|role|opening|opportunity|vacancy|job|post|posting|requisition|search|seat|spot|slot)s?",
    of=r"of|as|for|titled|:",
    at=r"(?:(?:here|available|open|currently open|based)\s+)?(?:at|with|@)",
    end=r"and|has|have|is|was|we|in|that|at|with|on|which|but|you|here|because|through|located|based|required|requires",
    employer=(
        r"interest(?:ed)? in (?:employment|an? (?:career|job|position|role|opportunity)|careers|working|joining|job "
        r"opportunities"
        r"|(?:an? |the )?(?:career|employment|job) opportunit(?:y|ies)|opportunities|exploring [\w ]{0,30}?)"
        r"(?: (?:at|with|for|within))?(?: our team at)?",
        r"(?:appl(?:y|ying|ied|ication)|candidacy|openings?|submission|interview(?:ing|ed)?|careers?|employment|"
        r"positions?|roles?"
        r"|opportunit(?:y|ies)|jobs?|working|work|conversation|call|chat|recruiter|hiring manager|team|us|process|"
        r"submission"
        r"|resume|background|offer|vacanc(?:y|ies)|internships?|screen|session)"
        r"(?: (?:here|today|again|status|directly|in person))? (?:to|at|with|from|@)",
        r"(?:time|interest|application|stay connected|keep in touch) (?:with|to|at|and interest in)",
        r"interest(?:ed)? in",
        r"(?:on behalf of|(?:all of us|everyone|team|folks|here|meet(?:ing)?|speak(?:ing)?|interview) (?:at|with))",
        r"(?:joining|join|considering|chance to be (?:a )?part of|part of|choosing|contacting)",
        r"(?:this is|i am|i'm|i’m|my name is) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?,? (?:(?:and i'm |and i’m )?(?:a )?[\w "
        r"]{0,30}?)(?:from|at|with)",
        r"(?:consider|as part of) (?:us|you|your application)? ?(?:at|to)",
    ),
    behind=True,
)
_DE = Phrases(
    lead=r"bewerbung(?:sunterlagen)?|beworben|interesse|bewerben|vorstellungsgespräch|gespräch|auswahlverfahren|"
    r"kandidatur|unterlagen|angebot|einladung",
    to=r"(?:als|um|auf|für|an|zur|zum)(?: (?:die|eine|einen|der|den|das|unsere|unserer|einer|ausgeschriebene|"
    r"offene)){0,3}",
    noun=r"(?:stellen?(?:ausschreibung|anzeige)?|position|ausschreibung|funktion|rolle|vakanz|praktikumsplatz|"
    r"ausbildungsplatz)",
    of=r"als|des|der|einer|eines|:",
    at=r"(?:bei|beim|im hause|in der|im|für)(?: (?:der|dem|den|die|unserem unternehmen))?",
    end=r"und|haben|ist|wurde|ist|bedanken|eingegangen|hat|sind|vielen|entschieden|erhalten|interessieren|interessiert|"
    r"zu|zum (?=\d)|die|ab|beworben",
    employer=(
        r"(?:interesse (?:an (?:einer (?:mitarbeit|tätigkeit|anstellung|stelle|position) (?:bei|in)|der)|an)|bewerbung "
        r"(?:bei|an)"
        r"|mitarbeit (?:bei|in)|beworben (?:haben )?bei|karriere bei|tätigkeit bei|stelle bei|arbeiten bei|team (?:von|"
        r"der|bei)"
        r"|position bei|gespräch (?:bei|mit)|grüße aus dem hause|unternehmen|arbeitgeber)(?: (?:der|dem|den|die))?",
        r"\bbei(?: (?:der|dem|den))?",
    ),
)
_FR = Phrases(
    lead=r"candidature|postul(?:é|er|ation)|intérêt|candidat(?:e)?|entretien|dossier|recrutement|proposition",
    to=r"(?:(?:spontanée )?(?:au|aux|pour|à|sur|concernant|relative|comme|de)(?: (?:au|le|la|l['’]|un|une|notre|nos|"
    r"les))?|en tant que)",
    noun=r"(?:poste|offre(?: d['’]emploi)?|emploi|fonction|stage|alternance|mission|annonce)",
    of=r"de|d['’]|:|–|-",
    at=r"(?:chez|au sein d(?:e(?: la| l['’])?|u|es)|auprès d(?:e(?: la| l['’])?|u)|à la|à l['’]|dans l['’]entreprise)",
    end=r"et|est|a|que|nous|dans|qui|ont|n['’]a|ne|vous|au|avec|basé|à",
    employer=(
        r"(?:au sein d(?:e(?: la| l['’])?|u|es)|chez|rejoindre|intérêt (?:pour|que vous portez à|porté à|envers)"
        r"|équipe(?: de)? recrutement(?: de)?|candidature (?:à|chez|auprès de)|l['’]équipe(?: de)?)(?: (?:la|le|"
        r"l['’]))?",
    ),
)
_ES = Phrases(
    lead=r"contar contigo|candidatura|solicitud|postulaci[oó]n|inter[eé]s|aplica(?:r|do|ci[oó]n)|inscri(?:pci[oó]n|to|"
    r"ta)|postul(?:arte|arse|ado|aste)|entrevista|proceso(?: de selecci[oó]n)?|oferta",
    to=r"(?:a|al|para|por|en|como|de|del)(?: (?:el|la|los|las|nuestra|nuestro|una|un|ocupar))*",
    noun=r"(?:puesto|vacante|posici[oó]n|cargo|oferta|plaza|empleo|rol)",
    of=r"de|como|:",
    at=r"(?:en|con)(?: (?:la|el|los|las))?",
    end=r"y|ha|hemos|es|fue|que|se|en|con|no|nos|para|te|le|est[aá]|a partir|desde",
    employer=(
        r"(?:inter[eé]s (?:en|por)(?: (?:trabajar (?:en|con)|formar parte de|unirte a|incorporarte a))?|candidatura "
        r"(?:a|en|para)"
        r"|formar parte de|trabajar en|postularte a|equipo de(?: selecci[oó]n de)?|solicitud (?:a|en)|proceso de "
        r"selecci[oó]n (?:de|en)"
        r"|en nombre de|unirte a)(?: (?:la|el|los|las))?",
    ),
)
_IT = Phrases(
    lead=r"candidatura|interesse|candid(?:arti|arsi|ato|ata)|selezione|colloquio|domanda|offerta",
    to=r"(?:per|alla|al|a|all['’]|nella|nel|come|relativa|inviata|di)(?: (?:la|il|un|una|nostra|nostro|alla|al|per))*",
    noun=r"(?:posizione|ruolo|offerta(?: di lavoro)?|annuncio|impiego|lavoro|posto)",
    of=r"di|come|:|da",
    at=r"(?:presso|in|da)(?: (?:la|il|lo|i))?",
    end=r"a partire|dal|e|è|ha|abbiamo|che|presso|non|in|sono|da|ci",
    employer=(
        r"(?:interesse (?:per|verso|dimostrato (?:per|verso|nei confronti di)|nei confronti di|mostrato per)|presso|"
        r"candidatura (?:a|presso|in)"
        r"|far parte di|lavorare (?:in|con|presso|per)|team(?: di)?|per conto di)(?: (?:la|il|lo|l['’]))?",
    ),
)
_PT = Phrases(
    lead=r"procura|candidatura|inscri[çc][ãa]o|interesse|candidat(?:ar|ou|ura)(?:-se)?|processo(?: seletivo| de "
    r"sele[çc][ãa]o| de recrutamento)?|entrevista|proposta",
    to=r"(?:à|ao|para|na|no|pela|pelo|a|em|como|de|da|do)(?: (?:a|o|nossa|nosso|uma|um))*",
    noun=r"(?:vaga|posi[çc][ãa]o|fun[çc][ãa]o|cargo|oportunidade|oferta(?: de emprego)?|lugar)",
    of=r"de|para|como|:",
    at=r"(?:na|no|em|da|do|junto da|junto do)",
    end=r"a partir|e|foi|é|que|na|no|em|não|nos|da|do|está|com|tem|recebemos",
    employer=(
        r"(?:interesse (?:em (?:trabalhar|fazer parte) (?:na|no|da|do|em|de)|na|no|pela|pelo|em)|fazer parte d[aoe]|"
        r"candidatura (?:à|ao|na|no|a|em)"
        r"|equip[ae] d[aeo](?: recrutamento d[aeo])?|trabalhar (?:na|no|em|conosco na)|em nome d[aeo]|processo "
        r"seletivo d[aeo])",
    ),
)
_NL = Phrases(
    lead=r"sollicitatie(?:gesprek|procedure)?|gesolliciteerd|interesse|solliciteren|belangstelling|gesprek|aanbod",
    to=r"(?:naar|voor|op|in|als|bij|om)(?: (?:de|het|een|onze))*",
    noun=r"(?:functie|vacature|positie|rol|baan|stage)",
    of=r"van|als|:",
    at=r"(?:bij|binnen)(?: (?:de|het))?",
    end=r"en|is|hebben|heeft|bij|hebt|ontvangen|te|die|we|wij|niet|in|zijn",
    employer=(
        r"(?:interesse in(?: (?:een (?:functie|baan) bij|werken bij))?|belangstelling voor|sollicitatie bij|werken bij|"
        r"gesolliciteerd (?:hebt )?bij"
        r"|namens|team van|functie bij|gesprek (?:bij|met)|bij)(?: (?:de|het))?",
    ),
)
LANGUAGES: dict[str, Phrases] = {"en": _EN, "de": _DE, "fr": _FR, "es": _ES, "it": _IT, "pt": _PT, "nl": _NL}


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
def list_patterns(language: str | None) -> tuple[Pattern, ...]:
    """The patterns of one language and always the English ones, strongest first."""
    known = LANGUAGES.get(language or "en", _EN)
    built = _build(known) if known is _EN else (*_build(known), *_build(_EN))
    return (*built, *_SPECIAL)


# A file's number behind the word for it (“application no. 88213”), and a file that is only a number.
_NUMBER = r"(?=[\w/.-]{0,60}\d)[\w/-]{1,60}(?:\.[\w/-]{1,60}){0,9}"
_FILED = rf"(?:,? (?:(?:no|nr|number|id|ref)\.? |#)?{_NUMBER})?"
_FILE = (
    r"(?:req(?:uisition)?|posting|vacancy|job|position|announcement|recruitment|application|kennziffer|ausschreibung|"
    r"selecci[oó]n|selezione)"
    rf"\.?:? ?(?:(?:no|nr|number|id|ref)\b\.?:? ?|#)?{_NUMBER}"
)


def _build(p: Phrases) -> tuple[Pattern, ...]:
    stop = rf"(?=[.,;!)\n\"“”»]| (?:{p.end})\b|$)"
    noun, of, at = p.noun, p.of, p.at
    article = "(?:an? |the |un[ea]? |eine?[rs]? |een )"
    found: list[tuple[str, float, str]] = [
        (rf"\b{noun}(?: {of}| ?[:–-] ?| )(?: ?{article})?{_ROLE} {at} (?:the )?", 4.0, "like-role employer"),
        (
            rf"\b(?:{p.lead}){_FILED} {p.to} (?:the |our |an? |your )?(?:{noun}(?: {of}|:)? ?)?{_ROLE} {at} (?:the )?",
            3.5,
            "like-role employer",
        ),
        (rf"\b{noun} (?:{of}) ?(?:an? |the )?{_ROLE}{stop}", 3.0, "like-role"),
        (rf"\b(?:{p.lead}){_FILED} {p.to} (?:the |our |an? )?{_ROLE}{stop}", 2.0, "like-role"),
        (rf"\b{_FILE}(?: ?[–-] ?|[,:]? | ?\(){_ROLE}{stop}", 3.5, "like-role"),
    ]
    if p.behind:
        found += [
            (rf"\b(?:the|our|an?|your|open|to|for) {_ROLE},? {noun} {at} (?:the )?", 4.5, "tight role employer"),
            (rf"\b(?:the|our|an?|your|open) {_ROLE},? {noun}\b", 2.5, "tight role"),
        ]
    found += [(rf"\b{piece} (?:the )?", 2.0, "employer") for piece in p.employer]
    return tuple(_pattern(*item) for item in found)


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


_SPECIAL: tuple[Pattern, ...] = (
    _pattern(rf"\b(?:forward|ahead|proceed) with your {_ROLE} application\b", 4.0, "role"),
    _pattern(rf"\byour {_ROLE} application\b", 2.0, "like-role"),
    _pattern(rf"\b(?:position|role|job)(?: title)?: {_ROLE}(?=\n|$|,? (?:location|job|req|id)\b)", 4.0, "role"),
    _pattern(
        rf"\b(?:following|this) (?:positions?|roles?|jobs?)(?:\(s\))?:[ \n]*+[•*-]? ?{_ROLE}(?=[.\n]|$|, ?[\d\[])",
        4.0,
        "role",
    ),
    # A line of a form says it outright.
    _pattern(
        r"(?:^|\n)[ ]*+(?:(?:job|position|role|vacancy|posting)(?: (?:title|name))?|classification|title|opening|"
        r"requisition|recruitment|announcement"
        rf"|stelle|poste|puesto|cargo|posizione|ruolo|vaga|functie|vacature)[ ]*+(?::|[–-] )[ ]*+(?:{_NUMBER}[ "
        rf",:–-]++)?{_ROLE}(?=\n|$|,? (?:location|job|req|id)\b)",
        4.0,
        "like-role",
    ),
    _pattern(rf"\b(?:which|what) (?:role|position|job)[^\n?]{{0,50}}\?[ \n]*+{_ROLE}(?=\n|$)", 4.0, "like-role"),
    _pattern(
        r"\b(?:reviewing|reviewed|considering|seen) (?:all )?(?:applicants|applications|candidates) for:[ "
        rf"\n]*+{_ROLE}(?=\n|$)",
        4.0,
        "like-role",
    ),
    # A card: the role, and below it the employer with its place.
    _pattern(
        rf"(?:^|\n)[ ]*+{_ROLE}[ ]*+\n[ ]*+(?=(?-i:[A-Z])[^\n]{{2,60}} [–·|-] (?-i:[A-Z])[\w .]{{2,25}}, "
        rf"(?-i:[A-Z]{{2}})\b)",
        3.5,
        "like-role employer",
    ),
    # Whom they want, or took, in the words of people.
    _pattern(
        r"\b(?:(?:wants?|wanted|needs?|seeks?|seeking|hires?|hired|hiring|signed|appointed|to hire) an?(?:other)?|"
        r"(?:room for|decide on|decided on|join(?:ing)? (?:us|the team) as"
        r"|to (?:be|become|have you as)|you as) (?:an?|our|the|my)) "
        rf"{_ROLE}(?=[.,;!?)\n\"“”]| (?:and|has|have|is|was|we|in|that|at|with|on|which|but|you|here|because|who|last|"
        r"this|if|so)\b|$)",
        1.6,
        "like-role",
    ),
    _pattern(
        r"(?:^|\n)[ ]*+(?:hiring |your )?(?:agency|employer|company|organi[sz]ation|arbeitgeber|firma|employeur|"
        r"entreprise|empresa"
        r"|empleador|azienda|datore di lavoro|empregador|werkgever|bedrijf)(?: name)?[ ]*+:[ ]*+",
        7.0,
        "employer",
    ),
    _pattern(
        r"(?:^|\n)[\w .’'-]{3,40}, [\w &/-]{0,40}\b(?:partner|manager|director|recruiter|lead|head|specialist|"
        r"coordinator|founder|owner)"
        r"[\w &/]{0,30}? (?:at|with) (?:the )?",
        3.0,
        "employer",
    ),
    _pattern(r"(?:^|\n|[.!] )(?:here )?at (?:the )?(?=[^\n,.]{2,50}, (?:we|our)\b)", 1.8, "employer"),
    _pattern(
        r"(?:^|\n|[.!] )(?:unfortunately,? )?(?=[\w’'&.,() -]{2,60} (?:has|have) (?:decided|moved|chosen|selected|"
        r"reviewed|received|finished|completed|closed))",
        2.5,
        "employer",
    ),
    _pattern(
        r"(?:^|\n)(?:[—–-] ?)?(?:(?:the|das|die|l['’]équipe|il|el|het|o|a) )?(?=[\w’'&., -]{2,50} (?:(?:campus |talent "
        r"|global |university )?(?:talent|recruit(?:ing|ment)|hiring|people|hr|human resources|staffing|careers?)\b[\w "
        r"&]{0,30}(?:team|department|acquisition|resources)?)[ \t]*(?:\n|$))",
        1.5,
        "employer",
    ),
)
