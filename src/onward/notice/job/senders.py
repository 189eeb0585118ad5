"""Whose address it is: applicant tracking systems, mail providers, job boards, and what an address says of an
employer.
"""

# ruff: noqa: SIM905 - tables of words and patterns are read as text

from __future__ import annotations

import re

from onward.notice.job.mailbox_words import LocalPart, read_local_part
from onward.notice.languages.load import compile_words

# Registrable domains under which many employers send. Mail from them names the employer elsewhere.
TRACKING_SYSTEMS = frozenset(
    """
    greenhouse.io greenhouse-mail.io lever.co hire.lever.co myworkday.com myworkdayjobs.com workday.com icims.com
    smartrecruiters.com ashbyhq.com jobvite.com taleo.net oraclecloud.com successfactors.com successfactors.eu
    sapsf.com sapsf.eu workable.com workablemail.com breezy.hr breezy-mail.com bamboohr.com paylocity.com paycom.com
    paycomonline.net paycor.com ukg.com ultipro.com ukg.net adp.com applytojob.com jazz.co jazzhr.com
    resumatorapi.com recruitee.com personio.de personio.com personio-mail.com teamtailor.com teamtailor-mail.com
    join.com softgarden.io softgarden.de rexx-systems.com rexx-recruitment.com d.vinci.de dvinci-hr.com umantis.com
    haufe.com concludis.de eightfold.ai phenompeople.com phenom.com avature.net cornerstoneondemand.com csod.com
    silkroad.com hirebridge.com applicantpro.com applicantstack.com clearcompany.com jobdiva.com bullhorn.com
    bullhornmail.com cats-mail.com catsone.com zohorecruit.com zohorecruitmail.com freshteam.com pinpointhq.com
    rippling.com gusto.com dayforce.com dayforcehcm.com ceridian.com brassring.com kenexa.com trakstar.com
    recruiterbox.com comeet.co comeet-notifications.com homerun.co traffit.com welcomekit.co talentlink.com
    lumesse.com talentsoft.com digitalrecruiters.com flatchr.io taleez.com factorialhr.com bizneo.com altamira-
    hr.com inrecruiting.com gupy.io gupy.com.br kenoby.com solides.com.br otys.nl otys.com carerix.com hireology.com
    isolvedhire.com neogov.com governmentjobs.com schooljobs.com interfolio.com peopleadmin.com hackerrank.com
    hackerrankforwork.com codility.com codesignal.com testgorilla.com hirevue.com sparkhire.com calendly.com
    modernloop.io goodtime.io docusign.net docusign.com hellosign.com adobesign.com dropboxsign.com sendgrid.net
    mailgun.org amazonses.com mandrillapp.com fountain.com harri.com talentreef.com apploi.com viventium.com
    relias.com
    """.split()
)
JOB_BOARDS = frozenset(
    """linkedin.com indeed.com indeedemail.com ziprecruiter.com glassdoor.com monster.com dice.com careerbuilder.com
    stepstone.de stepstone.com xing.com infojobs.net infojobs.it hellowork.com apec.fr welcometothejungle.com wttj.co
    joinhandshake.com wellfound.com angel.co builtin.com simplyhired.com snagajob.com jobs2web.com hired.com otta.com
    werkenbij.nl nationalevacaturebank.nl catho.com.br vagas.com.br net-empregos.com idealist.org""".split()
) - {"joinhandshake.com"}  # its own recruiters write from it
MAIL_PROVIDERS = frozenset(
    """
    gmail.com googlemail.com google.com outlook.com outlook.de hotmail.com hotmail.fr live.com msn.com yahoo.com
    yahoo.de yahoo.fr yahoo.es yahoo.it ymail.com aol.com icloud.com me.com mac.com proton.me protonmail.com pm.me
    gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org fastmail.com zoho.com
    mail.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it tiscali.it virgilio.it telefonica.net sapo.pt
    uol.com.br bol.com.br ziggo.nl kpnmail.nl planet.nl xs4all.nl comcast.net verizon.net att.net sbcglobal.net
    cox.net hey.com tutanota.com example.com example.org example.net localhost
    """.split()
) - {"google.com"}
# A domain that is one or two of such words alone carries people's mail and names no house: “mailpost”, “courriel”.
_MAIL_WORDS = frozenset(
    """mail email webmail web net my box mailbox inbox post poste posta postfach postbus postkasten brief briefkasten
    brievenbus courriel courrier messagerie correo correio buzon caixa casella boite online""".split()
)
_FOR_LETTERS = frozenset(one + other for one in _MAIL_WORDS for other in ("", *_MAIL_WORDS))
_US_PUBLIC = frozenset("k12 lib cc tec state co ci".split())  # “oakhollow.k12.oh.us”
_SECOND_LEVEL = frozenset("co com org net ac gov edu gob asn".split())


def is_called_agency(name: str) -> bool:
    """Whether a name says that its firm places people with others: “Bellwright Staffing”."""
    return compile_words("senders.agency").search(name) is not None


def domain_of(address: str) -> str:
    """What stands after the @, lower case; empty when nothing does."""
    return address.rpartition("@")[2].strip().strip(".").lower() if "@" in address else ""


_CARRIERS = frozenset(
    one.partition(".")[0] for one in TRACKING_SYSTEMS | JOB_BOARDS | MAIL_PROVIDERS if len(one.partition(".")[0]) > 2
) | frozenset(
    """web gmx whatsapp telegram signal messenger facebook instagram tiktok slack discord teams wechat viber threema
    imessage sms mms netempregos francetravail poleemploi werk peopleadmin gupy pec""".split()
)


def is_carrier(name: str) -> bool:
    """Whether a name is that of a program, a board or a system that only brings a letter: “Proton Mail”, “Web.de”."""
    words = re.findall(r"\w+", name.lower())
    return bool(words) and (words[0] in _CARRIERS or "".join(words[:2]) in _CARRIERS)


def registrable_domain(domain: str) -> str:
    """The part of a domain that somebody registered: “mail.acme.co.uk” gives “acme.co.uk”."""
    parts = domain.split(".")
    if len(parts) > 3 and parts[-1] == "us" and parts[-3] in _US_PUBLIC:
        return ".".join(parts[-4:])
    if len(parts) > 2 and parts[-2] in _SECOND_LEVEL and len(parts[-1]) == 2:
        return ".".join(parts[-3:])
    return ".".join(parts[-2:])


_BY_FIRST_WORD = {name.partition(".")[0]: name for name in sorted(TRACKING_SYSTEMS) if len(name.partition(".")[0]) > 4}
_FOR_MAIL = re.compile(r"-(?:mail|email|notify|notifications?|ats)$")


def domain_owner(address: str) -> str:
    """The registrable domain; that of the tracking system for one it keeps only for mail (“icims-mail.com”)."""
    base = registrable_domain(domain_of(address))
    word = base.partition(".")[0]
    bare = _FOR_MAIL.sub("", word)
    return _BY_FIRST_WORD.get(bare, base) if bare != word else base


def is_shared_domain(address: str) -> bool:
    """Whether many employers or people send from this domain, so that it says nothing of who it is."""
    domain, base = domain_of(address), domain_owner(address)
    return not base or {domain, base} & (TRACKING_SYSTEMS | JOB_BOARDS | MAIL_PROVIDERS) != set()


def is_job_board(address: str) -> bool:
    """Whether the address belongs to a job board, which relays for employers."""
    return registrable_domain(domain_of(address)) in JOB_BOARDS


def is_agency(address: str) -> bool:
    """Whether the domain itself says that an agency sends: “bellwrightstaffing”."""
    label = registrable_domain(domain_of(address)).partition(".")[0]
    return compile_words("senders.agency_label", "", "$", flags=0).search(label) is not None


def find_employer_label(address: str) -> str | None:
    """The one word of an address that stands for the employer: its own domain's, or its tenant's at a tracking
    system.
    """
    if is_shared_domain(address):
        return find_tenant(address)
    label = registrable_domain(domain_of(address)).partition(".")[0]
    label = re.sub(r"^join(?=[a-z]{5})", "", label)
    label = re.sub(r"-(?:inc|llc|ltd|gmbh|ag|group|careers|jobs)$", "", label)
    return label if len(label) > 1 and label.replace("-", "").rstrip("0123456789") not in _FOR_LETTERS else None


TENANT_IN_LOCAL = frozenset({"myworkday.com", "icims.com", "workday.com"})
_TENANT_IN_HOST = frozenset(
    """
    myworkday.com myworkdayjobs.com icims.com bamboohr.com recruitee.com teamtailor-mail.com teamtailor.com
    applytojob.com breezy.hr personio.de personio.com softgarden.io softgarden.de hirevue.com workablemail.com
    paylocity.com avature.net
    """.split()
)
_NOT_A_TENANT = re.compile(
    r"^(?:wd\d+|mail\d*|email|notifications?|candidates?|app|jobs|www|us|eu|reply|otp|talent|smtp|e)$"
)


def find_tenant_in_host(address: str) -> str | None:
    """The employer before the domain of a tracking system that writes it there: “jobs@acme.icims.com”."""
    domain = domain_of(address)
    if domain_owner(address) not in _TENANT_IN_HOST:
        return None
    hosts = domain.removesuffix(registrable_domain(domain)).split(".")
    return next((part for part in hosts if part and not _NOT_A_TENANT.match(part)), None)


def find_tenant(address: str) -> str | None:
    """The employer that a tracking system sends for, where its address says so: “acme@myworkday.com”,
    “acme.icims.com”.
    """
    local = address.partition("@")[0]
    if (
        domain_owner(address) in TENANT_IN_LOCAL
        and re.fullmatch(r"[a-z][a-z0-9-]{2,}", local)
        and read_local_part(local) is LocalPart.NAME
    ):
        return local
    return find_tenant_in_host(address)
