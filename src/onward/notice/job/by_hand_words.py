"""The words of letters that came by hand, in seven languages: tables for `by_hand`."""

# ruff: noqa: SIM905 - tables of words are read as text

from __future__ import annotations

import re

_N = r"(?-i:[^\W\d_a-zà-ÿ][\w’'-]{0,30})(?: (?-i:[^\W\d_a-zà-ÿ][\w’'-]{0,30})){0,2}?"  # a person's name
_FROM = (
    r"(?:from|at|with|over at|of|aus|von|vom|bei|beim|de chez"
    r"|de la|de l['’]|des|du|del|de los|de las|desde|de|chez"
    r"|della|dello|dell['’]|dal|dalla"
    r"|dall['’]|di|da|do|dos|das|van|bij|namens)(?:(?<=['’])"
    r"| )(?:(?:the|der|dem|den|die|das|het|de|la|el|il|lo|le"
    r"|les) )?"
)
_CAPITAL = r"(?=(?-i:[^\W\d_a-zà-ÿ]))"

INTRODUCED = re.compile(
    rf"(?:\b(?:this is|it['’]?s|i['’]m|i am|my name is"
    rf"|hier (?:ist|schreibt|spricht)(?: die| der)?|hier"
    rf"|ich bin(?:['’]s)?|mein name ist|c['’]est|ici|je suis"
    rf"|je m['’]appelle|soy|aquí|te escribe|me llamo|sono"
    rf"|qui(?: è)?|ti scrive|aqui é(?: [oa])?|é [oa]"
    rf"|sou(?: [oa])?|met|ik ben|dit is|je spreekt met"
    rf"|u spreekt met) {_N},? "
    rf"|(?:^|(?<=\W)){_N}(?: (?:here|hier|speaking|aquí|aqui|qui"
    rf"|ici),? | hier,? )){_FROM}{_CAPITAL}",
    re.IGNORECASE | re.MULTILINE,
)
_TITLED = r"(?:M\.|Mme|Monsieur|Madame|Herrn?|Frau|Dr\.|Sr\.|Sra\.|Mr\.?|Ms\.?|Mrs\.?|dott\.|mevrouw|meneer)"
HEARD = re.compile(
    r"\b(?:(?:heard|word|news|call|message|feedback|update|reply"
    r"|answer|decision|note|phoned)(?: back)? (?:from|with)"
    r"|(?:team|people|folks|client|manager|lead) (?:at|from|over at)"
    r"|(?:rückmeldung|nachricht|absage|antwort|bescheid|anruf"
    r"|feedback|entscheidung|leute|kollegen|chefin"
    r"|chef)n? (?:von|vom|aus|bei|der|des)"
    r"|(?:mandant|kunde|auftraggeber)(?:e?n|in)?,?(?: die| der"
    r"| das| den| dem)?"
    r"|(?:retour|réponse|nouvelles?|appel|message|décision"
    r"|les gens|l['’]équipe)(?: négative?)? (?:de chez|de la|du"
    r"|des|de l['’]|de|d['’])"
    r"|(?:notre|mon|nuestro|mi|nostro|mio|nosso|meu|our|my|onze"
    r"|mijn) (?:client|cliente|opdrachtgever|klant),?"
    r"|(?:respuesta|noticias|llamada|mensaje|decisión|la gente"
    r"|el equipo|los|las chicas|los chicos) (?:de la|del|de los"
    r"|de)"
    r"|(?:risposta|riscontro|notizie|telefonata|messaggio"
    r"|decisione|la gente|il team|i ragazzi|quelli) (?:da|di"
    r"|dalla|dal|della|del|dall['’]|dell['’])"
    r"|(?:resposta|retorno|notícias|ligação|mensagem|decisão"
    r"|o pessoal|a turma|a equipe|a equipa|a gente) (?:da|do|de"
    r"|dos|das)"
    r"|(?:bericht|reactie|antwoord|terugkoppeling|nieuws"
    r"|telefoontje|besluit|mensen) (?:van|uit|bij)"
    rf"|(?:avec|mit|con|with|com|met|de"
    rf"|von) (?:{_TITLED}) (?-i:[^\W\d_a-zà-ÿ])[\w’'-]+,? (?:de la"
    rf"|du|des|de chez|de|chez|von der|vom|von|aus der|de l['’]"
    rf"|at|from|of|del|della|da|do|van)"
    r")(?:(?<=['’])| )"
    r"(?:(?:the|der|dem|den|die|das|het|la|el|il|lo|le|les|l['’]) ?(?:(?<=['’])|(?<= )))?" + _CAPITAL,
    re.IGNORECASE,
)
PLACES = re.compile(
    r"\b(?:at|with|join|joining|over to|portez (?:au|à)|bei|beim"
    r"|im|in der|in die|am|chez|au sein d(?:e|u|es)|en|presso"
    r"|alla|al|da|na|no|em|à|bij|binnen)"
    r"(?: (?:the|der|dem|la|el|los|las|il|lo|le|de|het))? " + _CAPITAL,
    re.IGNORECASE,
)
OF = re.compile(
    rf"\b(?:of|von|der|vom|de|du|des|del|di|della|da|do|van)(?: (?:the|la|las|los|het))? {_CAPITAL}", re.IGNORECASE
)
HOUSE = re.compile(
    r"\b(?:studio|atelier|clinic|center|centre|school|elementary"
    r"|library|health|hospital|trust|foundation|bakery|café|cafe"
    r"|restaurant|hotel|group|labs?|works"
    r"|logistics|robotics|services|society|museum|gallery|farm"
    r"|nursery|church|college|academy|university|county|council"
    r"|press|books|theatre|theater|partners|bank"
    r"|klinik\w*|kita|praxis|\w+praxis|buchhandlung|stadtwerke"
    r"|verlag|brauhaus|bäckerei|schule|\w+schule|wohnverbund"
    r"|pflegeheim|seniorenheim|werkstatt|verein|stiftung|haus"
    r"|stadt|landratsamt|gemeinde|apotheke|\w+verbund|\w+werke?"
    r"|\w+technik|ehpad|boulangerie|groupe|transports|librairie"
    r"|mairie|cabinet|crèche|école|lycée|maison|résidence"
    r"|association|pharmacie|garage|clinique|hôpital|centro"
    r"|academia|óptica|fundación|colegio|grupo|clínica|hospital"
    r"|residencia|librería|panadería|taller|ayuntamiento"
    r"|asociación"
    r"|escuela|guardería|farmacia|cooperativa|scuola|asilo"
    r"|libreria|panificio|ristorante|comune|fondazione|azienda"
    r"|ospedale|casa|centro|bottega|officina|farmácia|creche"
    r"|escola"
    r"|colégio|padaria|livraria|prefeitura|câmara|instituto"
    r"|fundação|editora|oficina|loja|energia|zorggroep|drukkerij"
    r"|fietsenmakerij|bakkerij|basisschool|\w*school|techniek"
    r"|gemeente|stichting|ziekenhuis|kinderopvang|boekhandel"
    r"|bibliotheek|huisartsenpraktijk|tandartspraktijk"
    r"|restaurant|hogeschool|woonzorg\w*)\b",
    re.IGNORECASE,
)
TITLES = re.compile(
    r"^(?:human resources|hr|recruiting|resourcing|personal\w*"
    r"|departamento|depto|área|ufficio|afdeling|abteilung"
    r"|service|équipe|l['’]équipe|equipo|equipe|time|team"
    r"|the .{0,60} team"
    r"|ihr .{0,60}team|direction|dirección|direção|direzione"
    r"|leit(?:ung|er|erin)|cadre|director\w*|directora"
    r"|directrice|directeur|diretor\w*|direttor\w+|coord\w+"
    r"|manager|teammanager"
    r"|principal|program|senior|intercedent|consultant"
    r"|consultor\w*|recruiter|owner|founder|head|vorstand"
    r"|geschäftsführ\w*|responsable|resp\w+|verantwoord\w+"
    r"|i\. ?a\.|gerente|gestor\w*"
    r"|rh|recursos|risorse|ressources|people|talent|chef\w*"
    r"|inhaber\w*|titolare|eigenaar|teamleid\w*|teamleit\w*"
    r"|pflegedienst\w*|station\w*|dipl\w*|dr|mr|mrs|ms"
    r"|prof)\b(?!.{0,200}\b(?:inc|gmbh|clinic|centre|center)\b)"
    r"|\b(?:team|manager|direktor|director|coordinator|officer"
    r"|regards|grüße[n]?|grüßen|saludo\w*|saluti|cumprimentos"
    r"|groet\w*|cordialement|sincerely|thanks|cheers|wishes|best"
    r"|abraço|abrazo|saluto|gruß|herzlich|atentamente|warmly"
    r"|bien à vous|presto|vous|recruitment)\b$",
    re.IGNORECASE,
)
NOISE = re.compile(
    r"^(?:sent from|get outlook|von meinem|gesendet (?:von|mit)"
    r"|envoyé (?:de|depuis)|enviado (?:desde|do|de)|inviato da"
    r"|verzonden (?:vanaf|met)|tel\b|phone|mobil|fax|p\.?s\.?\b"
    r"|[\"“„«>_=-])"
    r"|confidential|vertraulich|confidentiel|confidencial"
    r"|riservat|uitsluitend|intended (?:solely|recipient)"
    r"|environment|environnement|umwelt|ambiente|imprim"
    r"|ausdrucken|unsubscribe|abmelden"
    r"|désinscri|date de baja|automat|automát|do not reply"
    r"|nicht auf diese|ne pas répondre|no respond|non rispondere"
    r"|não responda|equal opportunit|sitz der|hrb|ust-id"
    r"|geschäftsführ|vorstand"
    r"|anstalt des|privacy|datenschutz|adressat|destinatari"
    r"|geadresseerde|geadresseerd|https?:|www\.|\S@\S"
    r"|(?:\d[ ()+/.-]{0,5}){7}|^\W*$|^\d+ |^(?:crp|iban|kvk|siret"
    r"|nif|p\. ?iva|btw)\b",
    re.IGNORECASE,
)
SHORT_FOR = re.compile(r"(?:Dr|St|Ste|Zn|Co|Inc|Bros|Mt|Ltd|Corp|S\.?[pP]?\.?A|S\.?r\.?l|S\.?L|e\.V|B\.V|N\.V|[A-Z])\.")
CONNECTS = frozenset(
    """of and for the & am an der den dem im zum zur von vom und de des du
    d' del da do das dos di della dello dei e et y i van het op la le les
    il lo los las""".split()
)
PRONOUNS = frozenset(
    """i we you it he she they us me ich wir sie ihnen ihr ihre dir dich
    du uns je nous vous tu on te se lo la le el ella ellos usted
    noi voi lei loro eu você nós ele ela ik wij we u jij je ons team
    company thanks thank hi hello dear best regards monday tuesday
    wednesday thursday friday
    saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
    moment gespräch zukunft kopf pool haus hause system anfang ende the our your""".split()
)
WITH = re.compile(r"\b(?:with|and|mit|und|avec|et|con|y|e|com|met|en|by|from|to)\s+$", re.IGNORECASE)
_ARTICLE = r"(?:(?:an?|the|our|der|die|den|une?|la|el|il|lo|o|a|de|een|het) )?"
POSITION = re.compile(
    r"\b(?:(?:job|role|position|post|opening|vacancy|spot|seat"
    r"|shift)s? (?:of|as|for)"
    r"|(?:stelle|position|job|platz|vakanz|bewerbung|funktion"
    r"|ausbildung)(?: als| der| des| für|:)|ausschreibung|als"
    r"|(?:poste|place|emploi|offre|mission|rôle"
    r"|candidature)(?: de| :| -| –)"
    r"|(?:puesto|plaza|vacante|oferta|posición|vaga|lugar|cargo"
    r"|posição|função|candidatura)(?: de| para| :| -| –|:)?"
    r"|finalista para"
    r"|(?:posto|posizione|ruolo|figura|candidatura)(?: da| di"
    r"| per| :| -| –|:)?"
    r"|(?:functie|vacature|baan|rol)(?: van| als| voor|:)?"
    rf") {_ARTICLE}[“„\"«'‘]?(?=[^\W\d_])"
    r"|\b(?:stelle|position|job) (?=(?-i:[A-ZÄÖÜ]))|\b(?:poste"
    r"|place|emploi|offre|mission) d['’](?=[^\W\d_])",
    re.IGNORECASE,
)
ROLE_STOPS = frozenset(
    """auf mit bei im in bekommt ist wurde weitergeleitet ho abbiamo on a
    se hemos ficou ha que qui who because op gekozen is hebben wij ya
    finalement uma un una
    une os aus für den die das wir uns nicht at with was has have had that
    which we you they i and und et y e en donc c'est est il elle lo la le
    les el los
    na no em da nos abbiamo è sono per presso con para por voor bij naar
    die we zijn heeft heb hebben geworden vergeben gegeben zu zum zur
    haben hat sind
    wird werden ich sie er es doch and to from but so went going h/f m/f
    m/w/d heute leider hay le lui nous vous je on ne a été au aux dans
    avec
    chez pour sur als maar dat niet werd gaat krijgt bekommen geht besetzt neu this here open""".split()
) - {"a"}
MET = re.compile(
    r"\b(?:trial (?:shift|day|class|lesson)|(?:stopping|coming"
    r"|dropping|stopped|came|dropped) (?:by|in|over)"
    r"|having (?:me|you) (?:over|in)"
    r"|(?:talk|chat|call|conversation|interview|meeting|lunch"
    r"|coffee|visit) (?:with you|we had|last week|on (?:mon|tues"
    r"|wednes|thurs|fri|satur|sun)day)"
    r"|(?:enjoyed|loved|liked) (?:the|our|your) (?:call|chat"
    r"|talk|visit|interview|conversation)|you were (?:lovely"
    r"|great|wonderful)|(?:enjoyed|nice|lovely|great"
    r"|good) (?:to meet|meeting) you"
    r"|bei uns (?:waren|warst)|hospitation|probe(?:tag|arbeit\w*"
    r"|stunde|dienst)|gespräch (?:mit ihnen|mit dir|am|von"
    r"|gestern)|(?:ihr|dein|das"
    r"|unser) (?:vorstellungs)?gespräch (?:hat|war|am)"
    r"|im (?:fall|vorstellungs)gespräch|(?:dein|ihr)e?n? besuch"
    r"|vorbei(?:gekommen|geschaut)|(?:sie|dich"
    r"|dir) kennen(?:zulernen|gelernt)"
    r"|à l['’]essai|(?:votre|ton|notre) (?:entrevue|entretien"
    r"|visite)|journée d['’]essai|jour d['’]essai"
    r"|d['’]être ven\w+|(?:vous|te"
    r"|t['’]) ?(?:avoir )?rencontr\w+|(?:venue?"
    r"|passée?) nous (?:voir|rencontrer)"
    r"|gracias por (?:venir|pasarte|pasar|acercarte|el rato)"
    r"|(?:entrevista|charla|conversación) (?:contigo|con usted"
    r"|del (?:lunes|martes|miércoles|jueves|viernes)|de ayer"
    r"|fue)"
    r"|(?:clase|día|jornada|turno) de prueba|(?:te|le) conoc\w+"
    r"|conocerte|viniste"
    r"|(?:per il|del|nel) colloquio (?:di|con|che)|la tua prova"
    r"|prova di (?:ieri|sabato|luned\w|marted\w)|(?:giornata"
    r"|turno|serata) di prova|(?:sei|essere) (?:venut|passat)\w"
    r"|con te mi ero|(?:averti|averla|ti ho|conoscerti"
    r"|incontrarti)\b"
    r"|obrigad\w pel[ao] (?:conversa|visita|entrevista)"
    r"|obrigad\w por (?:ter vindo|vir)|agradeço\S{0,5} a (?:manhã"
    r"|tarde|visita)|(?:nossa|sua|tua) (?:conversa|entrevista)"
    r"|(?:dia|aula|turno) (?:de teste|experimental)"
    r"|passou conn?osco|da entrevista|(?:te|lhe|você) conhec\w+"
    r"|conhecer (?:você|te)|conhecê-l[ao]"
    r"|meeloop\w*|proef(?:dag|dienst|les|dagen)|(?:gesprek"
    r"|kennismaking) (?:van (?:maandag|dinsdag|woensdag"
    r"|donderdag|vrijdag|gisteren|vorige)|met (?:jou|je|u)\b"
    r"|was)|langskwam|langs(?:gekomen| te komen| bent gekomen)"
    r"|je te (?:ontmoeten|spreken|leren kennen))\b",
    re.IGNORECASE,
)
