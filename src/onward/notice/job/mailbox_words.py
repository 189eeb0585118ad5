"""What the part of an address before the @ is called: words of work, words of machines, and everything else, a name."""

# ruff: noqa: SIM905 - tables of words are read as text

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

_LONGEST = 64  # characters before the @ (RFC 5321)

# Nobody reads what comes here, and no name has these words: they count wherever they stand, in one piece or several.
_NOBODY = """no reply|no replies|non reply|not reply|do not reply|dont reply|never reply|do not respond|dont respond
|no response|do not answer|nicht antworten|keine antwort|nicht beantworten|ne pas repondre|pas de reponse
|sans reponse|ne repondez pas|no responder|no responda|no contestar|no conteste|sin respuesta|nao responda
|nao responder|sem resposta|non rispondere|non risponda|no rispondere|niet beantwoorden|niet antwoorden
|niet reageren|geen antwoord|auto reply|auto replies|auto response|auto responder|auto answer|auto confirm
|auto confirmation|auto mail|auto mailer|auto notify|mailer daemon|mail daemon|post master|bounce|bounces
|undeliverable|unmonitored|unattended|dev null|list serv|major domo|notify|notifier|notification
|notifications|benachrichtigung|benachrichtigungen|notificacion|notificaciones|notificacao|notificacoes
|notifica|notifiche|notificatie|notificaties|meldingen|newsletter|newsletters|alerts|automated""".replace("\n", "")
# Of a machine where nothing but words of work stands beside them: with a name they are surnames.
_MACHINE = """
    alert automatic automat automailer bot cron daemon digest jobagent jobagents mailer message messages news
    otp receipt receipts robot root sender suchagent system systems update updates verification verify
""".split()
# Boxes that people read and where the house speaks, in seven languages: for applications, and for whoever asks.
_DESK = """
    careers career jobs job hr hris talent talents recruit recruiter recruiters recruiting recruitment hiring
    people staffing employment apply applicant applicants application applications candidate candidates
    candidacy humanresources resume resumes cv vacancy vacancies internship internships intern interviews
    interview scheduling ats acquisition bewerbung bewerbungen bewerber bewerbermanagement karriere personal
    personalabteilung personalwesen personalbuero personaldienst personalmanagement stellenangebote ausbildung
    praktikum praktika recrutement recrutements recruteur recruteurs candidature candidatures candidat candidats
    emploi emplois rh drh carriere carrieres stage stages empleo empleos seleccion reclutamiento rrhh candidato
    candidatos candidatura candidaturas trabajo carreras talento talentos selezione selezioni risorseumane
    lavoro lavoraconnoi curriculum candidati carriera recrutamento selecao vagas emprego empregos carreira
    carreiras trabalheconosco gestaodepessoas vacature vacatures sollicitatie sollicitaties werving werkenbij
    hrm personeelszaken info infos information contact contacts kontakt contacto contato contatto contatti hello
    hallo hola bonjour ciao hi support team teams equipe equipo squadra
""".split()
# Boxes that people read and share, and mostly sign with their own names.
_OFFICE = """
    office buero sekretariat secretariat secretariaat secretaria segreteria accueil empfang reception frontdesk
    verwaltung stellen administration admin administracion administracao amministrazione help helpdesk service
    services kundenservice billing accounts accounting payroll benefits sales press media marketing enquiries
    inquiries questions feedback staff onboarding admissions security privacy legal compliance events training
    volunteer volunteers webmaster members welcome alumni campus community department dept desk graduates inbox
    listing listings mailbox management network operations ops partners placement pool portal posting postings
    relations site students submissions university workforce
""".split()
# What may stand beside them and says nothing alone: mail@jane-doe.com is Jane.
_BESIDE = """
    and box center centre central corporate correio correo customer de early email emea eu europe external first
    fr global graduate group hit inmail internal international invitation invitations mail my na new nl online
    our partner post posta poste publico reply replies search student the uk us usa web your
""".split()
_GLUED_IN_FRONT = frozenset(("hr", "rh", "cv"))  # “hrteam”; other short words are too often syllables of a name
_SHORTEST = 3  # letters of a word that is glued to another


class LocalPart(IntEnum):
    """What a part before the @ reads like; of several words the strongest counts."""

    NAME = 0
    OFFICE = 1
    DESK = 2
    MACHINE = 3


_KNOWN = {
    **dict.fromkeys(_BESIDE, LocalPart.NAME),
    **dict.fromkeys(_OFFICE, LocalPart.OFFICE),
    **dict.fromkeys(_DESK, LocalPart.DESK),
    **dict.fromkeys(_MACHINE, LocalPart.MACHINE),
    **dict.fromkeys(_NOBODY.replace(" ", "").split("|"), LocalPart.MACHINE),
}
_NOBODY_READS = re.compile(rf"(?:^|-)(?:{_NOBODY.replace(' ', '-?')})(?:-|$)")
# Long enough that no name ends or begins with them, so glued to anything they count: “acmedonotreply”.
_UNMISTAKABLE = re.compile("|".join(one for one in _NOBODY.replace(" ", "").split("|") if len(one) > 8))
# So long that nobody's name begins or ends with them, whatever they are glued to: “recruitingberlin”.
_LONG_WORDS = tuple(word for word in (*_DESK, *_OFFICE) if len(word) > 6)


@lru_cache(1 << 12)
def read_local_part(local: str, own: frozenset[str] = frozenset()) -> LocalPart:
    """Whether it is a name, a box of work or a machine's; `own` are words of its domain, which are nobody's name there.

    “no.reply” and “jobsnoreply2” are a machine's, “hr-emea” is a desk's; “jane.systems” and “robotham” are names.
    """
    words = fold_local_part(local)
    text = "-".join(words)
    if not local.strip() or _NOBODY_READS.search(text) or _UNMISTAKABLE.search(text):
        return LocalPart.MACHINE
    said = [_weigh(word, own) for word in words]
    if None in said:
        return said[0] if said[0] in (LocalPart.DESK, LocalPart.OFFICE) else LocalPart.NAME
    return max((one for one in said if one is not None), default=LocalPart.NAME)


def fold_local_part(text: str) -> list[str]:
    """Its words: lower case, without accents, cut at everything that is no letter."""
    plain = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    return re.findall(r"[^\W\d_]+", "".join(c for c in plain if not unicodedata.combining(c)))


def _weigh(word: str, own: frozenset[str]) -> LocalPart | None:
    """What a word says, whole or made of known ones (“talentacquisition”); None for any other, which may be a name."""
    pieces = [word] if word in _KNOWN or word in own else _cut(word, own, first=True)
    if pieces:
        return max(_KNOWN.get(piece, LocalPart.NAME) for piece in pieces)
    found = (long for long in _LONG_WORDS if word.startswith(long) or word.endswith(long))
    return max((_KNOWN[long] for long in found), default=None)


def _cut(word: str, own: frozenset[str], *, first: bool = False) -> list[str]:
    """The known words that a longer one is made of, none when something is left over."""
    for end in range(len(word), 1, -1):
        piece = word[:end]
        is_known = piece in _KNOWN or piece in own
        if not is_known or (end < _SHORTEST and not (first and piece in _GLUED_IN_FRONT)):
            continue
        rest = _cut(word[end:], own)
        if end == len(word) or rest:
            return [piece, *rest]
    return []
