"""Why an employer says no, where the letter says so: a table of turns of phrase in seven languages."""

from __future__ import annotations

import re

from onward.notice.verdict import Because, Reason


def _any(*pieces: str) -> re.Pattern[str]:
    return re.compile("|".join(pieces).replace(" ", r"\s+"), re.IGNORECASE)


# In the order in which they win: the more definite reason first, “other candidates” last.
REASONS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        Reason.INTERNAL,
        _any(
            r"\b(?:one|some) of (?:our|their|its) own (?:\w+ )?(?:staff|people|team|employees|interns|colleagues)\b",
            r"\binternal (?:candidate|applicant|hire|transfer|promotion)s?\b",
            r"\b(?:fill(?:ed)?|promot\w+|hir\w+|place\w*) (?:\w+ ){0,4}(?:internally|from within)\b",
            r"\b(?:transfer (?:window|list|request|rights?)|first claim|bumping rights|recall (?:list|rights))\b",
            r"\b(?:chose\w*|hired|hiring|promot\w+|offered|offering|going to|goes to|went to|given to|covered by|"
            r"filled by|asked)\b[^.!?\n]{0,60}\b(?:colleague|employee|staff member|team member|intern|trainee|"
            r"volunteer)s? (?:of ours|who (?:already |has |had )?(?:works?|worked|works|finished|trained|interned|"
            r"been)|already|from (?:another|within|our))\b",
            r"\b(?:someone|somebody|a person|people) (?:who(?:['’]s| is| are) )?already (?:on (?:our |the )?(?:staff|"
            r"team)|in[- ]house|working (?:here|with us|for us)|employed (?:here|with us|by us))\b",
            r"\bintern(?:e[nrms]?)? (?:kandidat|bewerber|besetz)\w*",
            r"\bcandidate?s? (?:en )?interne?s?\b",
            r"\b(?:en|à l['’])interne\b",
            r"\bcandidat[oa]s? intern[oa]s?\b",
            r"\binterne kandida\w+|\bintern (?:ingevuld|vervuld)\b",
        ),
    ),
    (
        Reason.PAUSED,
        _any(
            r"\b(?:position|role|search|hiring|requisition|opening|job|recruitment)\b[^.!?\n]{0,110}\b(?:on hold|"
            r"paused?|cancel+ed|frozen|suspended|postponed|eliminated|withdrawn|not be moving ahead)\b",
            r"\b(?:putting|put|placed|placing) (?:\w+ ){0,6}on hold\b",
            r"\b(?:hiring freeze|budget (?:cuts?|constraints|reasons?|changes?|was)|lost (?:the )?funding|funding "
            r"(?:was|for|has|fell))\b",
            r"\b(?:grant|funding|contract) (?:is|was|has|will) (?:\w+ ){0,2}(?:renewed|cut|ended|lost|withdrawn|run "
            r"out)\b",
            r"\b(?:cancel+ed|paused|closed) (?:the|this|our) (?:position|role|search|requisition|opening)\b",
            r"\b(?:stop|freeze|hold|pause|halt) (?:put )?(?:on|to) (?:(?:all|any|every|new|our|the) )*(?:open |"
            r"external )*(?:reqs?|requisitions?|hiring|positions?|posts?|roles?|openings?|recruit\w+)\b",
            r"\b(?:grant|funding|funds|money|contract|budget|award)\b[^.!?\n]{0,80}\b(?:not (?:being )?(?:renewed|"
            r"approved|funded|awarded|extended)|(?:was|were|been|being|is) (?:cut|pulled|lost|withdrawn)|fell through|"
            r"did not come through|didn['’]t come through|dried up|ran out)\b",
            r"\b(?:jobs?|positions?|roles?|posts?|openings?)\b[^.!?\n]{0,60}\bno longer exists?\b",
            r"\b(?:rather than|instead of|decided against) hir(?:e|ing)\b(?! you)|\b(?:nothing to hire|not hiring "
            r"any(?:one|body)|(?:can['’]?t|cannot|unable to) hire any(?:one|body))\b",
            r"\b(?:restructuring|reorgani[sz]ation|reduction in force|headcount (?:freeze|review|cuts?|reduction))\b|"
            r"\breview of headcount\b",
            r"\b(?:position|role|job|duties|work) (?:\w+ ){0,4}(?:folded|merged|absorbed) into\b|\bfold(?:ing)? (?:the|"
            r"this|its) [^.!?\n]{0,50}\binto\b",
            r"\b(?:fördermittel|fördergelder|mittel|finanzierung)\b[^.!?\n]{0,60}\b(?:gestrichen|gekürzt|weggefallen|"
            r"nicht (?:bewilligt|verlängert))\b",
            r"\b(?:subvention|financement|budget)\b[^.!?\n]{0,60}\b(?:pas (?:été )?(?:renouvelée?|accordée?)|"
            r"supprimée?|retirée?)\b",
            r"\b(?:subvención|financiación|presupuesto)\b[^.!?\n]{0,60}\b(?:no (?:se )?(?:ha |han )?(?:renov\w+|"
            r"conced\w+|aprob\w+)|retirad[oa]|recortad[oa]|perdid[oa])\b",
            r"\b(?:bando|finanziament\w+|progetto|fondi)\b[^.!?\n]{0,60}\b(?:slitta\w*|rinviat[oaie]|non (?:è |sono "
            r")?(?:stat\w )?(?:rinnovat|approvat)[oaie]|tagliat[oaie])\b|\bnon possiamo assumere\b|\bchiudere (?:anche "
            r")?la selezione\b",
            r"\b(?:financiamento|verba|orçamento)\b[^.!?\n]{0,60}\b(?:cortad[oa]|não (?:foi )?(?:renovad[oa]|"
            r"aprovad[oa]))\b",
            r"\b(?:subsidie|financiering|budget)\b[^.!?\n]{0,60}\b(?:niet (?:verlengd|toegekend)|weggevallen|"
            r"ingetrokken|geschrapt)\b",
            r"\bdecided not to (?:fill|hire for|move ahead with) (?:the|this) (?:position|role)\b",
            r"\b(?:stelle|position|suche|verfahren|ausschreibung)\b[^.!?\n]{0,60}\b(?:nicht besetz\w*|zurückgestellt|"
            r"gestoppt|pausiert|eingestellt|abgebrochen|zurückgezogen|auf eis)\b|einstellungsstopp",
            r"\b(?:poste|recrutement)\b[^.!?\n]{0,60}\b(?:suspendu|gelé|annulé|reporté|en pause)\b|gel des embauches",
            r"\b(?:puesto|vacante|proceso|búsqueda)\b[^.!?\n]{0,60}\b(?:cancelad[oa]|suspendid[oa]|pausad[oa]|"
            r"congelad[oa]|en pausa)\b",
            r"\b(?:posizione|selezione|ricerca)\b[^.!?\n]{0,60}\b(?:sospesa|annullata|congelata|in pausa)\b",
            r"\b(?:vaga|posição|processo)\b[^.!?\n]{0,60}\b(?:cancelad[oa]|suspens[oa]|congelad[oa]|em pausa|"
            r"pausad[oa])\b",
            r"\b(?:vacature|functie|procedure)\b[^.!?\n]{0,60}\b(?:ingetrokken|gepauzeerd|stopgezet|on hold|komen te "
            r"vervallen)\b",
        ),
    ),
    (
        Reason.REQUIREMENT,
        _any(
            r"\b(?:do(?:es)? not|don['’]t|did not|didn['’]t|not) (?:currently |yet |quite )?(?:meet|have|hold|satisfy|"
            r"fulfil+|reach|clear) (?:\w+ ){0,6}(?:requirements?|qualifications?|criteria|licen[sc]\w*|degree|"
            r"certificat\w+|credential\w*|experience|bar|threshold|cut-?off)\b",
            r"\bminimum (?:passing |qualifying )?score\b|\b(?:score|rating|result)s? (?:\w+ ){0,4}(?:below|under|short "
            r"of) (?:\w+ ){0,3}(?:minimum|threshold|cut-?off|benchmark|required)\b",
            r"\bonly (?:\w+ ){0,12}(?:licensed|credentialed|certified|registered|accredited)\b|\brequires? (?:an? |the "
            r")?(?:\w+ ){0,3}(?:licensed|credentialed|certified|registered)\b",
            r"\b(?:once|when|until|after|as soon as) (?:you|your) (?:\w+ ){0,5}(?:licen[sc]e|licensure|LPC|LCSW|LMFT|"
            r"LISW|RN|credentials?|certification|certificate|registration|degree|reciprocity)\b",
            r"\b(?:licen[sc]e|licensure|credentials?|reciprocity|certification)\b[^.!?\n]{0,60}\b(?:not (?:go(?:ing|"
            r"ne)? through|arrive\w*|in place|active|(?:been )?issued)|pending|expired|lapsed)\b",
            r"\b(?:credentialing|paneling) (?:timeline|takes?|would take|process)\b|\balready (?:in[- ]network|paneled|"
            r"credentialed|licensed)\b",
            r"\b(?:wants?|wanted|needs?|needed|requires?|required|look(?:ing|ed)? for|lean(?:ed|ing) toward) (?:a "
            r"person|someone|somebody|people|an? candidate|an? (?:[\w-]+ )?(?:clinician|therapist|nurse|counselor|"
            r"teacher|developer|engineer)) (?:who|that) (?:has|have|had|already|speaks?|holds?)\b",
            r"\b(?:not|without|don['’]t have|didn['’]t have) (?:yet )?enough (?:\w+ ){0,3}(?:experience|years|hours)\b|"
            r"\black of (?:\w+ ){0,4}experience\b|\b(?:need|needs|require|requires) (?:about |another |at least "
            r")?[\d,.]+ more (?:\w+ ){0,2}hours\b",
            r"\bohne (?:\w+ ){0,2}(?:approbation|zulassung|anerkennung|abschluss|führerschein|qualifikation)\b|"
            r"\berfahrung\w*\b[^.!?\n]{0,50}\b(?:fehlt|nicht (?:aus|ausreichend))\b",
            r"\b(?:demand\w+|exige\w*|requiert|requérait|nécessit\w+) (?:quelqu['’]un|une personne|un profil) qui\b",
            r"\b(?:necesit\w+|buscamos|requiere) (?:a )?(?:alguien|una persona) (?:que|con)\b|\b(?:cerchiamo|serve|"
            r"richiede) (?:qualcuno|una persona) (?:che|con)\b|\b(?:precisamos de|procuramos) (?:alguém|uma pessoa) "
            r"(?:que|com)\b",
            r"\bervaring\b[^.!?\n]{0,60}\bonvoldoende\b|\bonvoldoende (?:\w+ ){0,2}ervaring\b",
            r"\b(?:requires?|required|requiring|need(?:s|ed)?|must (?:have|hold)) (?:\w+ ){0,6}(?:licen[sc]\w*|"
            r"licensure|independent licen\w+|degree|certification|credential\w*|work (?:authorization|permit)|right to "
            r"work|clearance)\b",
            r"\b(?:unable to|cannot|can['’]t|do not|don['’]t) (?:\w+ ){0,3}sponsor\w*",
            r"\b(?:looking for|need|seeking) (?:someone|somebody|a candidate|candidates) (?:who (?:is|has|lives|holds) "
            r"|with )?(?:local|independently licensed|(?:a|an|the) [\w-]+ licen\w+|more years|at least|already|"
            r"licensed)\b",
            r"\b(?:licen[sc]e|licensure|certification|credential) (?:is|was|being) (?:\w+ )?(?:required|requirement|"
            r"needed|missing)\b",
            r"\b(?:approbation|anerkennung|zulassung|lizenz|abschluss|führerschein|"
            r"voraussetzung\w*)\b[^.!?\n]{0,60}\b(?:fehlt|voraus|zwingend|erforderlich|nicht erfüll\w*|benötig\w+)\b",
            r"\b(?:diplôme|licence|autorisation|certification)\b[^.!?\n]{0,50}\b(?:requise?|exigée?|obligatoire|"
            r"nécessaire|manqu\w+)\b",
            r"\b(?:título|licencia|titulación|homologa\w+|colegiación|permiso)\b[^.!?\n]{0,50}\b(?:requerid[oa]|"
            r"necesari[oa]|obligatori[oa]|exigid[oa]|falta)\b|no cumple (?:con )?(?:los|el) requisitos?",
            r"\b(?:iscrizione all['’]albo|titolo|abilitazione|requisit\w+)\b[^.!?\n]{0,50}\b(?:richiest[oaie]|"
            r"necessari[oa]|obbligatori[oa]|manca\w*)\b",
            r"\b(?:licença|registro|diploma|requisitos?|cédula)\b[^.!?\n]{0,50}\b(?:exigid[oa]|necessári[oa]|"
            r"obrigatóri[oa]|não (?:cumpre|atende))\b",
            r"\b(?:diploma|big-registratie|registratie|vergunning)\b[^.!?\n]{0,50}\b(?:vereist|verplicht|nodig|"
            r"ontbreekt)\b",
        ),
    ),
    (
        Reason.FILLED,
        _any(
            r"\b(?:posting|requisition|vacancy|position)\b[^.!?\n]{0,90}\b(?:was|been) filled\b",
            r"\b(?:position|role|opening|job|vacancy|post|openings|spot)\b[^.!?\n]{0,50}\b(?:(?:been|was|were|is|now|"
            r"already|since) (?:\w+ )?(?:filled|taken|closed)|all taken|no longer (?:available|open|accepting))\b",
            r"\b(?:have|has|we['’]ve)? ?(?:just |recently |already |now |since ){0,4}filled (?:this|the|that|our) "
            r"(?:position|role|opening|job|vacancy)\b",
            r"\bfilled (?:our|all(?: of)?(?: our)?|the|this|every) (?:\w+ ){0,2}(?:slate|slots?|spots?|seats?|"
            r"openings?|places?)\b|\b(?:schedule|roster|rota|cohort|team) is (?:now |already )?(?:full|complete)\b",
            r"\bwe(?: have|['’]ve)? (?:just |already |recently |since )?(?:signed|hired|brought on|appointed|engaged) "
            r"(?:an?|someone|somebody)\b(?! (?:\w+ )?else)(?=[^.!?\n]{0,60}[.!?\n])",
            r"\b(?:shaken hands|come to terms|reached an agreement|agreed terms) with (?:somebody|someone|"
            r"an?(?:other)?)\b",
            r"\b(?:Dr|Ms|Mr|Mrs)\.? \w+(?: \w+)? (?:will join|will be joining|has accepted|has been appointed|has "
            r"joined)\b",
            r"\b(?:extend(?:ed)?|made|accepted) (?:an|our|the) offer\b(?! to you)[^.!?\n]{0,40}|\bthis (?:role|"
            r"position|job) is no longer available\b|\bno longer (?:available|open)\b",
            r"\bopenings are all taken\b|\b(?:someone|another (?:candidate|applicant|person)) (?:has|who has) (?:been "
            r"hired|accepted)\b",
            r"\b(?:stelle|position)\b[^.!?\n]{0,60}\b(?:bereits |inzwischen |mittlerweile |schon )?(?:besetzt|"
            r"vergeben)\b",
            r"\bposte\b[^.!?\n]{0,40}\b(?:pourvu|attribué)\b",
            r"\b(?:puesto|vacante|plaza)\b[^.!?\n]{0,40}\b(?:cubiert[oa]|ocupad[oa]|cerrad[oa])\b",
            r"\b(?:posizione|ruolo|posto)\b[^.!?\n]{0,40}\b(?:coperta?|assegnat[oa]|occupat[oa]|chius[oa])\b",
            r"\b(?:vaga|posição|lugar)\b[^.!?\n]{0,40}\b(?:preenchid[oa]|ocupad[oa]|encerrad[oa])\b",
            r"\b(?:vacature|functie|positie)\b[^.!?\n]{0,40}\b(?:vervuld|ingevuld|vergeven)\b",
        ),
    ),
    (
        Reason.OTHERS,
        _any(
            r"\b(?:other|another|different|stronger|better[- ]suited|more (?:qualified|experienced|suitable)) (?:\w+ "
            r"){0,2}(?:candidates?|applicants?|people|person|finalist|direction with)\b",
            r"\b(?:candidates?|applicants?) (?:\w+ ){0,4}(?:whose|who(?:se)?|that) (?:\w+ ){0,10}(?:clos\w+|better|"
            r"align\w*|match\w*|fit|suited|strong\w*|more)\b",
            r"\b(?:progress\w+|mov\w+|proceed\w*|go(?:ing|ne)?|went) (?:\w+ )?(?:forward |ahead |on )?with (?:others|"
            r"someone else|somebody else|another)\b",
            r"\bmore (?:closely|directly) (?:match|align|fit|meet)\w*|\bnot the most competitive\b|\b(?:chose(?:n)?|"
            r"asked|offered|hired|picked) (?:\w+ )?(?:someone|somebody) else\b",
            r"\b(?:went|going|go|gone|continue|continuing) with (?:the|an)other\b|\bthe other (?:person|candidate|"
            r"applicant|finalist)\b",
            r"\b(?:offer(?:ed|ing)?|giv(?:en|ing)|gave|going|goes|went)\b[^.!?\n]{0,40}\bto (?:another [\w-]+|someone|"
            r"somebody|a (?:candidate|person|clinician|colleague|finalist))\b(?! at\b)",
            r"\b(?:leaned|inclined|favou?red|preferred|chose|chosen|picked|selected|settled on|decided (?:on|for|in "
            r"favou?r of)) (?:\w+ ){0,3}(?:the|another|a different) (?:candidate|person|applicant|finalist)\b",
            r"\byou (?:weren['’]t|were not) (?:one of|among) (?:the|those|them)\b",
            r"\bfür (?:\w+ ){0,2}(?:bewerber|kandidat)\w*[^.!?\n]{0,60}\bentschieden\b|\bmit (?:einer|einem) "
            r"(?:kollegin|kollegen|anderen \w+) (?:\w+ ){0,3}besetz\w+",
            r"\b(?:quedarnos|quedado|quedamos|optado|elegido|decidido) (?:con|por|a) (?:un[ao]?|otr[oa]) "
            r"(?:compañer[oa]|persona|candidat[oa]|colega)\b",
            r"\b(?:ander\w+|weiter\w+|passender\w+|geeigneter\w+|besser\w*) (?:\w+ ){0,2}(?:bewerb|kandidat|person)\w*|"
            r"für (?:eine andere|jemand ander)\w*",
            r"\b(?:autres?|d['’]autres) (?:\w+ )?(?:candidat\w*|profils?|personnes?)\b|\bprofils? (?:\w+ ){0,3}(?:plus|"
            r"mieux|davantage)\b|\bun autre (?:profil|candidat)",
            r"\b(?:otr[oa]s?|los) (?:\w+ )?(?:candidat[oa]s?|candidaturas?|perfiles|perfil|persona)\b(?: que)?|"
            r"\bperfil(?:es)? (?:que )?(?:\w+ ){0,3}(?:más|mejor)\b",
            r"\baltr[iaeo] (?:\w+ )?(?:candidat\w+|profil\w+|persona)\b|\bprofil[oi] (?:\w+ ){0,3}(?:più|"
            r"maggiormente)\b",
            r"\boutr[oa]s? (?:\w+ )?(?:candidat\w+|perfis|perfil|pessoa)\b|\bperfi(?:l|s) (?:\w+ ){0,3}mais\b",
            r"\b(?:andere|een andere|beter passende) (?:\w+ )?(?:kandida\w+|sollicitant\w*)\b|\bkandidaten? die (?:\w+ "
            r"){0,4}(?:beter|meer)\b",
        ),
    ),
)


def find_reason(body: str) -> tuple[Reason, Because] | None:
    """The reason a no gives, with the words that say it; None when it gives none."""
    for reason, pattern in REASONS:
        match = pattern.search(body, 0, 8000)
        if match:
            start, end = match.span()
            return reason, Because("body", start, end, body[start:end])
    return None
