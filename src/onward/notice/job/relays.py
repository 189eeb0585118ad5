"""When an agency writes on behalf of somebody else: whom it names as the employer."""

from __future__ import annotations

import re

from onward.notice.job.mentions import Mention, make_mention
from onward.notice.job.roles import is_role_like
from onward.notice.job.scan import find_name_at

_CLIENT = re.compile(
    r"\b(?:(?:our|my) client(?=,| named| (?-i:[A-Z])| (?:has|is|would|decided|went|chose))|(?:unser|mein)(?:e[mnr])? "
    r"(?:kunde|mandant|auftraggeber)n?|(?:notre|mon) client(?:e)?|(?:nuestro|mi) cliente"
    r"|(?:il )?nostro cliente|(?:o )?nosso cliente|(?:onze|mijn) (?:opdrachtgever|klant))(?:,? (?:at|bei|chez|en|bij|"
    r"la|der|die))?[,:]? +",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"\b(?:heard (?:back )?from|off (?:the phone|a call) with|(?:word|call|catch-?up) with|(?:word|news|feedback|"
    r"update|response|answer|decision) (?:back )?from|(?:spoke|spoken|talked|checked) (?:with|to)"
    r"|(?:hiring )?(?:manager|team|director|folks|people) (?:over )?at|hold of (?:[A-Z]\w+ )?(?:at|from)|"
    r"(?-i:[A-Z])\w+ at|rückmeldung (?:von|der|vom)|antwort (?:von|der|vom)|retour de|réponse de"
    r"|(?:respuesta|noticias) de|(?:risposta|riscontro) da|(?:resposta|retorno) d[aeo]|(?:reactie|antwoord|"
    r"terugkoppeling) van)(?: (?:the|der|la|het|de))? +",
    re.IGNORECASE,
)
_CAME_BACK = re.compile(
    r"(?:^|\n|[.!,;:] )(?=(?-i:[A-Z])[\w’'&.-]*(?: (?-i:[A-Z&])[\w’'&.-]*){0,4} (?:have |has |just )?(?:fed back|came "
    r"back|come back|got back|gave (?:us |me )?feedback)\b)",
    re.IGNORECASE,
)
# What an agency has to offer, and with whom; a firm says as much of itself.
_AT_WHOM = re.compile(
    r"\b(?:jobs?|roles?|positions?|openings?|vacanc(?:y|ies)|opportunit(?:y|ies)|contracts?|recruiting|hiring|"
    r"interview(?:ing|ed)?"
    r"|(?:putting|put|submitted|submit) you (?:forward|up)|stelle|position|poste|puesto|vacante|posizione|vaga|functie|"
    r"vacature)"
    r" (?:for|with|at|to|bei|für|chez|pour|en|con|para|presso|per|na|no|bij|voor)(?: the)? +(?=(?-i:[A-Z&]))",
    re.IGNORECASE,
)
_MET_AT = re.compile(
    r"\b(?:interview|meeting|call|conversation|visit|chat) with (?:(?:Dr|Mr|Ms|Mrs)\.? )?(?-i:[A-Z])[\w’'-]+(?: "
    r"(?-i:[A-Z])[\w’'-]+)?"
    r"(?: and [\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?)? at(?: the)? +(?=(?-i:[A-Z&]))",
    re.IGNORECASE,
)
_THEIR_CHOICE = re.compile(
    r"\b(?:they(?:['’]ve| have|['’]d| would)? (?:like you|love to|want|wanted|liked|loved|decided|gone|chosen|opted|"
    r"went|are going|will not|won['’]t|aren['’]t|did not|didn['’]t|filled|felt|passed|hired|picked|moved on|preferred|"
    r"said no|thought)"
    r"|went (?:another|a different) (?:way|direction)|sie haben sich|ils ont|han decidido|hanno deciso|decidiram|zij "
    r"hebben|ze hebben)\b",
    re.IGNORECASE,
)


def find_relayed(text: str, *, by_agency: bool = False) -> list[Mention]:
    """Mentions of an employer for whom somebody else speaks: “our client X”, “I heard back from X … they went another
    way”.

    Who “came back” or “fed back” may be a colleague, unless an agency says so.
    """
    found = [_named(text, match.end(), 7.0) for match in _CLIENT.finditer(text, 0, 6000)]
    if by_agency:
        offered = (match for pattern in (_AT_WHOM, _MET_AT) for match in pattern.finditer(text, 0, 6000))
        found += [_named(text, match.end(), 5.5) for match in offered]
    if _THEIR_CHOICE.search(text):
        patterns = (_HEARD, _CAME_BACK) if by_agency else (_HEARD,)
        heard = (match for pattern in patterns for match in pattern.finditer(text, 0, 6000))
        found += [_named(text, match.end(), 6.0) for match in heard]
    return [one for one in found if one is not None]


def is_on_behalf_of_client(text: str) -> bool:
    """Whether the letter says “our client”, named or not."""
    return _CLIENT.search(text, 0, 6000) is not None


def _named(text: str, start: int, weight: float) -> Mention | None:
    span = find_name_at(text, start)
    if span is None or is_role_like(text[span[0] : span[1]]):
        return None
    return make_mention("employer", text, span, field="body", weight=weight)
