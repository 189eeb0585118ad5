"""How somebody judges themself as a whole, and how anger sounds, in six languages; English is in `tone`.

Pieces of patterns without regard to capitals. No piece has a gap without bounds.
"""

from __future__ import annotations

GLOBAL = {
    "de": (
        r"\bich\s+bin\s+(?:(?:einfach|halt|so|echt|wirklich|zu|total|ein|eine|nur)\s+){0,3}(?:schlecht|unfähig|dumm|"
        r"blöd|wertlos|nutzlos|versager(?:in)?|loser|idiot(?:in)?|niete|katastrophe|hoffnungslos|"
        r"nicht\s+gut\s+genug)\b(?:\s+in\s+(?:gesprächen|vorstellungsgesprächen|bewerbungsgesprächen|allem))?|"
        r"\bich\s+(?:kann|tauge)\s+(?:(?:einfach|ja|doch|gar)\s+){0,2}(?:nichts|zu\s+nichts)\b|"
        r"\bich\s+kann\s+(?:einfach\s+)?keine\s+(?:vorstellungs|bewerbungs)?gespräche\b|\b(?:mich\s+(?:nimmt|"
        r"will)\s+(?:doch\s+|ja\s+|eh\s+)?(?:keiner|niemand)|(?:keiner|niemand)\s+(?:nimmt|will)\s+mich)\b|"
        r"\bich\s+(?:versage|vermassle|versaue)\s+(?:immer|alles|jedes\s+mal)\b|\bich\s+habe?\s+alles\s+(?:versaut|"
        r"vermasselt|verbockt|ruiniert)\b"
    ),
    "fr": (
        r"\bje\s+suis\s+(?:(?:trop|si|tellement|vraiment|juste|un|une|pas)\s+){0,3}(?:nule?|nulle|mauvaise?|"
        r"incapable|stupide|bête|minable|ratée?|échec|catastrophe|bonne?\s+à\s+rien|assez\s+bonne?|"
        r"imposteur)\b(?:\s+(?:en|aux)\s+(?:entretiens?|tout))?|\bje\s+(?:ne\s+)?vaux\s+rien\b|"
        r"\bje\s+rate\s+(?:toujours\s+)?tout\b|\bj['’]ai\s+tout\s+(?:gâché|raté|foiré)\b|"
        r"\bpersonne\s+ne\s+(?:voudra|veut)\s+(?:jamais\s+)?de\s+moi\b|\bpersonne\s+ne\s+m['’](?:embauchera|"
        r"engagera|embauche)\b|\bje\s+(?:ne\s+)?sais\s+pas\s+passer\s+(?:un|d['’]|les|des)\s*entretiens?\b"
    ),
    "es": (
        r"\bsoy\s+(?:(?:muy|tan|un|una|realmente)\s+){0,3}(?:mal[oa]|malísim[oa]|pésim[oa]|inútil|incapaz|tont[oa]|"
        r"idiota|fracasad[oa]|fracaso|desastre|nulidad|imbécil|impostora?)\b(?:\s+(?:en|para|con)\s+(?:(?:las|"
        r"los)\s+)?(?:entrevistas?|esto|todo))?|\bno\s+(?:sirvo|valgo)\s+(?:para\s+)?(?:nada|esto|"
        r"las\s+entrevistas)\b|\bnadie\s+me\s+(?:quiere|querrá|contrata|contratará|va\s+a\s+(?:contratar|querer))\b|"
        r"\bsiempre\s+(?:la\s+cago|lo\s+estropeo|fracaso|meto\s+la\s+pata)\b|\blo\s+(?:arruiné|estropeé|"
        r"eché)\s+todo\b|\bno\s+sé\s+hacer\s+entrevistas\b"
    ),
    "it": (
        r"\bsono\s+(?:(?:un|una|proprio|davvero|troppo|così|solo)\s+){0,3}(?:un['’])?(?:negat[oa]|incapace|"
        r"stupid[oa]|inutile|fallit[oa]|fallimento|disastro|idiota|buon[oa]\s+a\s+nulla|impostore|"
        r"pessim[oa])\b(?:\s+(?:ai|nei|per\s+i)\s+colloqui)?|\bfaccio\s+schifo\s+(?:ai|nei)\s+colloqui\b|"
        r"\bnon\s+valgo\s+(?:niente|nulla)\b|\bnessuno\s+mi\s+(?:vuole|vorrà|assume|assumerà|prende|prenderà)\b|"
        r"\brovino\s+sempre\s+tutto\b|\bho\s+rovinato\s+tutto\b|\bsbaglio\s+sempre\b|"
        r"\bnon\s+so\s+fare\s+(?:i\s+)?colloqui\b"
    ),
    "nl": (
        r"\bik\s+ben\s+(?:(?:gewoon|echt|zo|te|een|veel)\s+){0,3}(?:slecht|waardeloos|dom|stom|hopeloos|"
        r"mislukkeling|mislukt|loser|sukkel|idioot|ramp|nutteloos|"
        r"niet\s+goed\s+genoeg)\b(?:\s+in\s+(?:(?:sollicitatie)?gesprekken|interviews|dit|alles))?|"
        r"\bik\s+kan\s+(?:gewoon\s+|ook\s+)?(?:niets|niks)\b|\bik\s+kan\s+(?:gewoon\s+)?niet\s+solliciteren\b|"
        r"\bniemand\s+(?:wil\s+(?:mij|me)|neemt\s+(?:mij|me)\s+(?:ooit\s+)?aan)\b|"
        r"\bik\s+verpest\s+(?:altijd\s+)?alles\b|\bik\s+heb\s+alles\s+(?:verpest|verknald)\b"
    ),
    "pt": (
        r"\b(?:eu\s+)?sou\s+(?:(?:um|uma|tão|muito|mesmo|só|realmente)\s+){0,3}(?:má|mau|péssim[oa]|horrível|inútil|"
        r"incapaz|burr[oa]|estúpid[oa]|fracassad[oa]|fracasso|desastre|idiota|impostora?|nulidade|"
        r"ruim)\b(?:\s+(?:em|nas?|nos?|para|com)\s+(?:entrevistas?|isto|isso|tudo))?|\bnão\s+(?:presto|"
        r"sirvo)\s+para\s+(?:nada|isto|isso)\b|\bnão\s+valho\s+nada\b|\bninguém\s+me\s+(?:quer|contrata|"
        r"vai\s+(?:contratar|querer))\b|\bestrago\s+sempre\s+tudo\b|\bestraguei\s+tudo\b|\bfalho\s+sempre\b|"
        r"\bnão\s+sei\s+fazer\s+entrevistas\b"
    ),
}
ANGER = {
    "de": (
        r"\b(?:bin|macht\s+mich)\s+(?:(?:so|echt|total|richtig)\s+){0,2}(?:wütend|sauer|stinksauer|stocksauer)\b|"
        r"\b(?:arschloch|arschlöcher|wichser|drecksladen|verarscht|lügner|frechheit)\b|\bsie\s+haben\s+gelogen\b"
    ),
    "fr": (
        r"\b(?:suis|ça\s+me\s+rend)\s+(?:(?:tellement|vraiment|trop|si)\s+){0,2}(?:furieux|furieuse|en\s+colère|"
        r"énervée?)\b|\b(?:connards?|enfoirés?|salauds?|menteurs)\b|\bse\s+sont\s+(?:foutus|moqués)\s+de\s+moi\b|"
        r"\bm['’]ont\s+menti\b"
    ),
    "es": (
        r"\bestoy\s+(?:(?:muy|tan|realmente)\s+){0,2}(?:enfadad[oa]|furios[oa]|cabread[oa]|enojad[oa]|"
        r"indignad[oa])\b|\b(?:cabrón|cabrones|imbéciles|mentirosos|hijos\s+de\s+puta)\b|"
        r"\bme\s+tomaron\s+el\s+pelo\b|\bme\s+mintieron\b"
    ),
    "it": (
        r"\bsono\s+(?:(?:così|davvero|molto|veramente)\s+){0,2}(?:arrabbiat[oa]|furios[oa]|incazzat[oa])\b|"
        r"\b(?:stronz[oi]|bastardi|bugiardi)\b|\bmi\s+hanno\s+(?:preso\s+in\s+giro|mentito)\b"
    ),
    "nl": (
        r"\b(?:ben|maakt\s+me)\s+(?:(?:zo|echt|heel|ontzettend)\s+){0,2}(?:boos|woedend|kwaad|pissig|woest|"
        r"razend)\b|\b(?:klootzak(?:ken)?|eikels|idioten|leugenaars)\b|\bze\s+hebben\s+gelogen\b|"
        r"\bmijn\s+tijd\s+verspild\b"
    ),
    "pt": (
        r"\bestou\s+(?:(?:tão|muito|mesmo)\s+){0,2}(?:zangad[oa]|furios[oa]|irritad[oa]|com\s+raiva|revoltad[oa])\b|"
        r"\b(?:canalhas|mentirosos|filhos\s+da\s+puta|palhaçada)\b|\bgozaram\s+comigo\b|\bmentiram[- ]me\b"
    ),
}
