"""By which words a sentence of a German offer letter speaks of pay, a start, hours and the rest."""

from __future__ import annotations

from onward.values.offer_fields import OfferField, make_look

_MONTH = r"(?:januar|jänner|februar|feber|märz|april|mai|juni|juli|august|september|oktober|november|dezember)"
_WEEKDAY = r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
_DATE = (
    rf"(?:\b\d\d?\. ?{_MONTH}|\b\d\d?\.\d\d?\.(?:\d\d(?:\d\d)?)?|\b\d{{4}}-\d\d-\d\d|\b(?:anfang|mitte"
    rf"|ende) (?:{_MONTH}"
    rf"|des monats|der (?:kommenden )?woche|kommender woche|nächster woche)|\b{_MONTH} \d{{4}}|{_WEEKDAY})"
)
_MONEY = (
    r"(?:€ ?\d|\b\d[\d.,]{0,12} ?(?:€|eur\b|euro\b|chf\b|franken\b)|\b\d[\d.,]{2,9} (?:brutto|netto)\b"
    r"|\b(?:entgelt|vergütungs|besoldungs|lohn|gehalts)(?:gruppe|stufe)\b|\btvöd\b|\btv-?l\b|\btv-ärzte\b|\bavr\b"
    r"|\b(?:[sep]|kr|eg|ä) ?\d\d?\s?[a-c]?\b)"
)
_PAY = (
    r"(?:gehalt|lohn\b|\blohn|entgelt|vergüt|verdien|honorar|besold|brutto|bezüge\b"
    r"|bezahl|\bzahlen\b|eingruppier|eingestuft|\berhalten\b"
    r"|\bbekomm|(?:\bim|\bpro|\bje|/) ?(?:monat|jahr|stunde|sitzung|std)|\bmonatlich|\bjährlich)"
)
_HOURS_WORD = r"(?:stunden|std\b\.?|wochenstunden)"
_PAPER = (
    r"(?:führungszeugnis|approbation|gesundheitszeugnis|masern|impf|untersuchung|fahrerlaubnis|führerschein"
    r"|zeugnisse?\b"
    r"|urkunde|nachweis|arbeitserlaubnis|aufenthaltstitel|anerkennung|referenz|schein\b|karte\b)"
)
GERMAN = (
    make_look(
        OfferField.SALARY, _MONEY, _PAY,
        unless=r"zurück|erstatt|umzug|fortbildung|vertragsstrafe|einmalig|reisekosten|darlehen|essen|überstunden sind",
    ),
    make_look(
        OfferField.START,
        r"(?:\b(?:beginn(?:t|en)?|eintritt|einstieg|einsatz|start\w*|anfangen|aufnahme|arbeitsaufnahme|erste[rn]? "
        r"(?:arbeits|dienst)?tag|los geht|losgehen|fängt|fangen sie|tritt|treten sie|erwarten (?:wir )?sie am"
        r"|zu besetzen"
        r"|an bord|bei uns)\b|beginn\b|eintritt|antritt|^(?:\W{0,3})ab\b|\bab (?:dem )?\d)",
        rf"{_DATE}|\b\d\d?\.\d\d?\.|\bsofort|nächstmöglich|vereinbarung|\bbaldmöglich",
        unless=r"probezeit|urlaub|befristet|kündig|antrag|vorlegen|reichen sie|bescheid|\bfrei\b|zulage ab|rückmeld"
        r"|vorstellungsgespräch",
    ),
    make_look(  # said so plainly that nothing beside it makes it something else
        OfferField.START,
        r"(?:^|[,;(–-] ?)(?:\w{0,20}(?:beginn|eintritt|antritt|start)|erster arbeitstag)(?: ist)?:?"
        rf"(?: am| der| zum| ab| dem)? ?{_DATE}",
    ),
    make_look(
        OfferField.HOURS,
        rf"(?:\b\d\d?(?:,\d\d?)? ?(?:-|–)?{_HOURS_WORD}|\d-stunden-woche|arbeitszeit|wochenstunden|\bvollzeit"
        rf"|\bteilzeit"
        r"|\b(?:ganze|halbe|volle) stelle\b(?! begleitet| betreut)|schicht|(?:früh|spät|nacht|bereitschafts"
        r"|wochenend)dienst"
        r"|rufbereitschaft|gleitzeit|kernzeit|überstunden|mehrarbeit|\bsamstags\b|\bsonntags\b|jede[sn]? \w+ wochenende"
        r"|\bmontags? bis|\bmo(?:\.|ntag)? ?(?:-|–|bis) ?(?:do|fr)|vertrauensarbeit|unterrichtsstunden|\bvier tage\b"
        r"|\bvon \d\d?(?:[.:]\d\d)? bis \d\d?(?:[.:]\d\d)?(?: uhr)?\b|tage (?:in der|pro|die) woche)",
        unless=r"supervision|anleitung|intervision|zuschlag|\bje stunde\b|urlaub|vergütet|abrechenbar|innerhalb|binnen"
        r"|sprechstunde|fortbildung",
    ),
    make_look(
        OfferField.SUPERVISION,
        r"supervis|intervision|fallbesprechung|fachaufsicht|\banleit|praxisanleit|\bmentor|\bpatin\b|\bpaten\b"
        r"|einarbeitung"
        r" durch|weiterbildungsermächt|facharztzeit|balint",
        unless=r"sie leiten|leiten sie an|supervisor\w{0,9} der",
    ),
    make_look(
        OfferField.PRODUCTIVITY,
        r"abrechenbar|fallzahl|fachleistungsstunden|auslastung|zielvorgabe|zielvereinbarung|\bvorgabe|\bquote\b"
        r"|umsatzziel"
        r"|\b(?:\d{1,4}|acht|neun|zehn|zwölf|fünfzehn|zwanzig) (?:\w{1,30} ){0,2}\w{0,30}(?:sitzungen|klient\w*"
        r"|patient\w*|fälle|familien|termine"
        r"|beratungen|kontakte|besuche|fachleistungsstunden|anrufe|bewohner\w*|punkte)\b",
        unless=r"\bwir (?:sind|haben|behandeln|begleiten) (?:rund |etwa )?\d",
    ),
    make_look(
        OfferField.AT_WILL,
        r"kündig|probezeit|befrist|auflös",
        unless=r"unbefristet(?!.{0,80}(?:kündig|probezeit))|zurück|erstatt",
    ),
    make_look(
        OfferField.CONTINGENT,
        rf"vorbehalt|voraussetzung|vorausgesetzt|\bbedingung|\bsofern\b|abhängig|nur wenn|erst wirksam"
        rf"|erst gültig|zustimm"
        rf"|\bvorlegen|\blegen sie\b|\breichen sie\b|{_PAPER}",
        unless=r"einstellung\b.{0,40}\bzugestimmt|nebentätigkeit|arbeitsbedingungen|unter guten bedingungen",
    ),
    make_look(
        OfferField.REPAYMENT,
        r"zurück(?:zu)?(?:zahl|erstatt|forder)|zurückzu|rückzahl|(?:erstatten|fordern|zahlen"
        r"|verlangen)\b.{0,60}\bzurück\b"
        r"|\b(?:zu erstatten|erstatten sie|haben sie .{0,40}zu tragen)|vertragsstrafe|anteilig zu",
        unless=r"erstatten wir|wird ihnen erstattet|fahrtkosten werden",
    ),
    make_look(
        OfferField.NON_COMPETE,
        r"wettbewerb|mitbewerber|konkurrenz|nebentätig|nebenjob|nebenbeschäftig|abwerb|abzuwerben|eigene praxis"
        r"|umkreis von"
        r"|mandantenschutz|(?:kunden|klienten|patienten|mandanten) mit(?:zu)?nehmen|verschwiegenheit",
        unless=r"wettbewerbsfähig",
    ),
    make_look(
        OfferField.DEADLINE,
        r"(?:rückmeld|antwort|zusage|zusagt|bescheid|unterschr|unterzeichn|zurück|angebot|entscheid|annahme"
        r"|annehmen|gebunden|halten"
        r"|zeichen|\bja\b|hören|gültig|gilt|mitteil|bestätig|wissen)",
        rf"(?:\b(?:bis|spätestens|vor)\b.{{0,40}}(?:{_DATE}|\b\d\d?\.\d\d?\.|\bwoche|\bmonats)|\bbinnen\b"
        rf"|\binnerhalb\b|erlischt|verfällt"
        r"|noch diese woche|in den nächsten)",
        unless=r"zurückzu|rückzahl|fordern wir|erstatt|austritt|kündig|personalrat|betriebsrat|probezeit|urlaub",
    ),
)  # fmt: skip
