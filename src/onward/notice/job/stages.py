"""Which stage a letter speaks of, by its kind and a table of words in seven languages."""

from __future__ import annotations

import re

from onward.facts import LetterKind, Stage
from onward.notice.verdict import Because


def _any(*pieces: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(pieces).replace(" ", r"[\s-]+") + ")", re.IGNORECASE)


_FINAL = _any(
    "final(?: round| stage| panel)?(?: of)? (?:interview|round|stage|conversation|meeting|panel)",
    "last (?:round|step|stage|interview|conversation|meeting)",
    "on ?-?site(?: interview| visit| day)?",
    "(?:finale[sn]?|letzte[sn]?) (?:\\w+ )?(?:gespräch|runde|interview)",
    "(?:dernier|ultime) entretien",
    "entretien final",
    "entrevista final",
    "última (?:entrevista|ronda|etapa)",
    "colloquio finale",
    "ultimo colloquio",
    "laatste (?:gesprek|ronde)",
    "eindgesprek",
    "finalists?\\b",
)
_PROPER = _any(
    "(?:video|panel|in person|technical|team|second|virtual|on ?site|clinical|formal|zoom) interview",
    "(?:second|next|third|2nd|3rd) round",
    "(?:meet|interview with) (?:the|our) (?:team|panel|hiring manager)",
    "zweites? gespräch",
    "zweite runde",
    "vorstellungsgespräch",
    "deuxième entretien",
    "segunda entrevista",
    "secondo colloquio",
    "tweede gesprek",
    "entrevista presencial",
    "entretien (?:en présentiel|avec l['’]équipe)",
)
_SCREEN = _any(
    "(?:phone|initial|recruiter|preliminary|hr|telephone|first)(?: \\w+)? ?-?(?:screen(?:ing)?|call|round|chat)",
    "screening (?:call|interview|chat)",
    "(?:intro(?:ductory)?|quick|brief|short|exploratory|discovery) (?:phone )?(?:call|chat|conversation)",
    "recruiter interview",
    "phone (?:interview|call)",
    "connect with you by phone",
    "(?:10|15|20) ?-?min(?:ute)?s?",
    "telefoninterview",
    "telefonat",
    "telefonisches? \\w*gespräch",
    "erstes? (?:gespräch|telefon\\w+)",
    "kennenlern\\w*",
    "erstgespräch",
    "entretien téléphonique",
    "premier échange",
    "échange téléphonique",
    "appel (?:de \\d+|découverte)",
    "pré-?qualification",
    "llamada",
    "entrevista telefónica",
    "primera (?:llamada|toma de contacto)",
    "colloquio (?:telefonico|conoscitivo)",
    "telefonata",
    "prima chiamata",
    "entrevista (?:por telefone|telefónica|inicial)",
    "chamada",
    "triagem",
    "telefonisch(?:e)? \\w+",
    "kennismaking\\w*",
    "belafspraak",
)
_MET = _any(
    "(?:after|following|since) (?:\\w+ ){0,3}(?:interviews?|meeting|conversations?|discussions?)",
    "interview(?:ing|ed)? with (?:us|me|our|the)",
    "(?:thank you|thanks) (?:so much |again |very much )?for (?:taking the time to |your time |coming (?:in )?to "
    ")?(?:interview(?:ing)?|meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|com(?:e|ing) in|your interview)",
    "(?:enjoyed|pleasure|loved|great|nice|lovely|good) (?:\\w+ )?(?:meeting|speaking|talking|getting to know|to "
    "(?:meet|talk|speak|get to know))",
    "get(?:ting)? to know you",
    "took the time to (?:speak|meet|interview|talk)",
    "time (?:you spent|spent) (?:interviewing|with (?:us|our|the))",
    "your (?:recent )?interview",
    "when we (?:met|spoke|talked)",
    "(?:nach|für) (?:\\w+ ){0,3}(?:vorstellungs|bewerbungs)?gespräch\\w*",
    "ihnen kennen(?:zu)?lern\\w*",
    "sie kennen(?:zu)?lern\\w*",
    "(?:suite à|après|lors de) (?:\\w+ ){0,2}entretiens?",
    "de vous (?:rencontrer|recevoir)",
    "(?:tras|después de|durante) (?:\\w+ ){0,2}entrevistas?",
    "(?:haberte|haberle|de) conocid[oa]",
    "(?:dopo|a seguito del|durante il) (?:\\w+ )?colloqui\\w*",
    "averla? (?:conosciut|incontrat)\\w",
    "(?:após|depois da) (?:\\w+ )?entrevista",
    "na (?:\\w+ ){0,2}gesprek(?:ken)?",
)
# Words of somebody who sat opposite: these stand above a phone call that is spoken of too.
_CAME = _any(
    "(?:thank you|thanks|grateful to you) (?:so much |again |very much |both )?for (?:coming(?! (?:to us with|back|"
    "forward|across|up))|visiting(?! (?:our|the) (?:\\w+ )?(?:web|career|job|site|page))"
    "|joining us|driving|making the (?:trip|drive))\\b",
    "(?:thank you|thanks) for (?:the|your|our) (?:\\w+ ){0,2}(?:visits?|interviews?|conversations?|talks|lesson|"
    "presentation|demo|seminar)\\b",
    "(?:your|the) (?:\\w+(?:-\\w+){0,9} ){0,2}(?:lesson|seminar|presentation|demo|talk) (?:you (?:gave|taught|held|"
    "led)|on|about)\\b",
    "(?:both|your) (?:visits?|interviews)\\b",
    "(?:second|third|next) visit\\b",
    "visit on \\d",
    "(?:lovely|great|nice|wonderful|good) (?:having|to have had) you\\b",
    "(?:glad|happy|good) (?:that )?we (?:talked|met|spoke|got to talk)",
    "(?:the|our) (?:\\w+ )?(?:conversations?|talks|interviews?) (?:we had|with (?:you|the \\w+)|on (?:mon|tues|wednes|"
    "thurs|fri)day|last week|this week|yesterday)",
    "(?:enjoyed|loved|liked|appreciated) (?:\\w+ ){0,3}(?:talking|chatting|our (?:\\w+ )?(?:chat|talk|conversation|"
    "time|visit)|having you|your visit)",
    "panel (?:met|placed|ranked|scored|agreed)",
    "(?:we|they) (?:saw|met|interviewed) (?:two|three|four|five|six|seven|eight|[2-8]) (?:\\w+ )?(?:people|candidates|"
    "finalists)",
    "(?:they|we|everyone|everybody|the \\w+) (?:really |all )?(?:liked|loved|enjoyed meeting) you\\b",
    "you were (?:\\w+ )?(?:great|wonderful|lovely|terrific) (?:w|with|in person)\\b",
    "(?:oral|panel) examination",
    "(?:schönes|angenehmes|gutes|offenes|nettes) gespräch",
    "(?:für )?(?:ihren|deinen) besuch\\b",
    "(?:merci|remercie|remercions) (?:\\w+ ){0,3}(?:venue?|d['’]être venue?|d['’]avoir fait le (?:déplacement|voyage)|"
    "votre visite|votre venue)",
    "(?:souvenir de )?notre (?:échange|rencontre|entretien)\\b",
    "gracias (?:\\w+ ){0,3}por (?:venir|tu visita|su visita|acercarte|acercarse|el rato)",
    "(?:bella|piacevole) (?:chiacchierata|conversazione)",
    "per (?:essere venut\\w|il colloquio|l['’]incontro)",
    "obrigad[oa] por (?:ter vindo|vir|a (?:sua )?visita)",
    "(?:bedankt|dank) (?:\\w+ ){0,3}voor (?:het|ons|je|uw) (?:\\w+ )?(?:gesprek|bezoek|komst)",
)
_LAST_TWO = _any(
    "(?:in|among) (?:the|our) (?:top|last|final) (?:two|three|2|3)\\b",
    "runner ?-?up\\b",
    "second place\\b",
    "reference (?:calls|checks)\\b",
)
_TAKEN_BACK = _any(
    "(?:take|taking|took|pull|pulling|withdraw|withdrawing|withdrawn|rescind\\w*|revok\\w+) (?:back )?(?:the|our|your|"
    "my|this) (?:\\w+ )?offer\\b",
    "(?:the|our|your) offer (?:\\w+ ){0,6}(?:is|has been|was|must be|had to be) (?:\\w+ )?(?:rescinded|withdrawn|"
    "revoked|taken back)",
    "(?:angebot|zusage) (?:\\w+ ){0,4}(?:zurückziehen|zurücknehmen|zurückgezogen)",
    "(?:retirer|annuler) (?:notre|cette|l['’]) ?offre",
    "retirar (?:la|nuestra|a nossa) (?:oferta|proposta)",
    "ritirare (?:la|l['’]) ?(?:nostra )?(?:offerta|proposta)",
    "aanbod (?:\\w+ ){0,3}(?:intrekken|ingetrokken)",
)
_TESTED = _any(
    "(?:your|the|review\\w*) (?:\\w+ )?(?:assessment|coding|take ?-?home|case study|test results?|exercise|work "
    "sample)",
    "completing (?:the|our) \\w+",
    "phone screen",
    "(?:pre-?)?screening (?:questionnaire|questions)",
    "(?:einstellungs|online)test\\w*",
    "arbeitsprobe",
    "test technique",
    "prueba técnica",
    "test tecnico",
    "teste técnico",
    "opdracht(?:en)?\\b",
)
_SIGNED = _any(
    "(?:received|have|got|received back) (?:\\w+ ){0,4}signed",
    "counter ?-?signed",
    "signed (?:offer|letter|contract|agreement|copy) (?:\\w+ ){0,3}(?:received|on file|complete)",
    "fully executed",
    "completed: [^\\n]{0,40}(?:offer|letter|contract|agreement)",
    "signed (?:offer letter|offer|letter|contract) (?:came through|arrived|is in)",
    "unterschriebene[nr]? (?:arbeits)?vertr[aä]g\\w* (?:\\w+ ){0,3}(?:erhalten|eingegangen)",
    "contrat signé",
    "contrato firmado",
    "contratto firmato",
    "contrato assinado",
    "getekende? (?:contract|arbeidsovereenkomst)",
)
_FOLLOWS = _any(
    "(?:formal|written|official) (?:offer|letter|paperwork|contract) (?:\\w+ ){0,4}(?:follow|come|soon|shortly|next "
    "week|this week|tomorrow|once|by)",
    "(?:will|to) (?:send|follow up with|email|get) (?:\\w+ ){0,4}(?:formal|written|offer letter|paperwork)",
    "schriftliche\\w* (?:angebot|vertrag) (?:\\w+ ){0,3}folgt",
    "vertrag (?:\\w+ ){0,4}(?:zusenden|zuschicken|per post)",
)
_VERBAL = _any(
    "verbal(?:ly)?",
    "(?:as|like) (?:i said|discussed|mentioned) (?:on|over) the phone",
    "mündlich\\w*",
    "zusage am telefon",
    "verbalement",
    "par téléphone",
    "de palabra",
    "verbalmente",
    "a voce",
    "mondeling\\w*",
)
_WRITTEN = _any(
    "(?:new|corrected|revised|updated) (?:copy|letter|version)[^.\\n]{0,40}(?:attached|enclosed)",
    "offer letter now",
    "(?:attached|enclosed|find|attaching|link(?:ed)?|below|review)[^.\\n]{0,60}(?:offer|letter|contract|agreement|"
    "documents?)",
    "(?:offer letter|letter|contract|agreement|offer)[^.\\n]{0,60}(?:attached|enclosed|docusign|sign)",
    "(?:sign|return|countersign)[^.\\n]{0,40}(?:offer|letter|contract|copy)",
    "docusign",
    "(?:im anhang|anbei|beigefügt)[^.\\n]{0,60}(?:vertrag|angebot)",
    "(?:ci-joint|en pièce jointe)",
    "adjunt\\w+",
    "in allegato|allegat\\w+",
    "em anexo|anexo",
    "bijgevoegd|bijlage",
)

# Per kind: the first pattern that is found says the stage; the last value is what the kind says by itself.
_TABLE: dict[LetterKind, tuple[tuple[tuple[re.Pattern[str], Stage], ...], Stage | None]] = {
    LetterKind.CONFIRMATION: ((), Stage.APPLIED),
    LetterKind.ASSESSMENT: ((), Stage.SCREEN),
    LetterKind.INTERVIEW: (
        ((_FINAL, Stage.FINAL), (_PROPER, Stage.INTERVIEW), (_SCREEN, Stage.SCREEN)),
        Stage.INTERVIEW,
    ),
    LetterKind.OFFER: (
        ((_SIGNED, Stage.SIGNED), (_FOLLOWS, Stage.VERBAL), (_WRITTEN, Stage.WRITTEN), (_VERBAL, Stage.VERBAL)),
        Stage.VERBAL,
    ),
    LetterKind.REJECTION: (
        (
            (_TAKEN_BACK, Stage.VERBAL),
            (_FINAL, Stage.FINAL),
            (_LAST_TWO, Stage.FINAL),
            (_CAME, Stage.INTERVIEW),
            (_SCREEN, Stage.SCREEN),
            (_MET, Stage.INTERVIEW),
            (_TESTED, Stage.SCREEN),
        ),
        None,
    ),
}


def find_stage(
    body: str, kind: LetterKind, *, subject: str = "", quoted: str = ""
) -> tuple[Stage | None, Because | None]:
    """The stage a letter of this kind speaks of, with the words that say so (None when the kind alone does).

    A no says the stage it came after, or nothing; what it answers (`quoted`, as long as the body) may say that they
    met.
    A letter without words says nothing.
    """
    rows, otherwise = _TABLE.get(kind, ((), None))
    for pattern, stage in rows:
        for field, text in (("subject", subject), ("body", body)):
            match = next((m for m in pattern.finditer(text, 0, 8000) if not _is_condition(text, m, stage)), None)
            if match:
                start, end = match.span()
                return stage, Because(field, start, end, text[start:end])
    if kind is LetterKind.REJECTION:
        return _met_before(quoted)
    return (otherwise if subject.strip() or body.strip() else None), None


def _met_before(quoted: str) -> tuple[Stage | None, Because | None]:
    """“Thank you for the conversation”, in the letter that a no answers."""
    for pattern in (_CAME, _MET):
        match = pattern.search(quoted, 0, 8000)
        if match:
            start, end = match.span()
            return Stage.INTERVIEW, Because("body", start, end, quoted[start:end])
    return None, None


_ONCE = re.compile(
    r"\b(?:once|when|after|until|if|as soon as|please|sobald|wenn|dès|une fois|cuando|una vez|quando|appena|zodra|"
    r"als)\b[^.!?]{0,60}$",
    re.IGNORECASE,
)


def _is_condition(text: str, match: re.Match[str], stage: Stage) -> bool:
    """“Once we have your signed letter” says that it isn't signed yet."""
    return stage is Stage.SIGNED and _ONCE.search(text[max(0, match.start() - 60) : match.start()]) is not None
