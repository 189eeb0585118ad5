"""A no that may be about something else: a flat, a loan, a card, a school. Such a no is never sure by itself."""

from __future__ import annotations

import re

ELSEWHERE = re.compile(
    r"\b(?:apartments?|leas(?:e|ing)|rental|tenan(?:t|cy)|landlord|credit (?:card|score|report|limit|bureau)|loans?|"
    r"mortgage|"
    r"card ?holder|(?:rewards|bank|debit|store) card|card services|annual percentage|visa application|admissions?|"
    r"enrol+ment|tuition|kindergarten|insurance claim|"
    r"manuscript|grant proposal|new (?:patients|clients|families)|as a (?:patient|client)|out.of.network|(?:your|an) "
    r"intake|cohort|second date|a spark|wohnung|mietvertrag|vermieter|kredit\w*|darlehen|studienplatz|logement|loyer|"
    r"locataire|"
    r"carte de crédit|prêt|piso|alquiler|tarjeta|préstamo|hipoteca|appartamento|affitto|mutuo|prestito|carta di "
    r"credito|"
    r"apartamento|aluguel|arrendamento|empréstimo|cartão|woning|huur\w*|lening|hypotheek|creditcard)\b",
    re.IGNORECASE,
)
JOB = re.compile(
    r"\b(?:positions?|roles?|jobs?(?! (?:search|hunt|market))|candida\w*|interview\w*|vacanc\w*|hiring|recruit\w*|"
    r"résumé|resume|cv|employment opportunit\w*|"
    r"internship|stelle\w*|bewerber\w*|vorstellungsgespräch|lebenslauf|poste|recrutement|entretien|puesto|vacante|"
    r"entrevista|currículum|posizione|colloquio|selezione|vaga|currículo|functie|vacature|sollicit\w*)\b",
    re.IGNORECASE,
)
LOOKED_AT = 12_000  # code points


def is_elsewhere(text: str) -> bool:
    """Whether a text speaks of a flat, a loan, a card or a school and never of a job."""
    seen = text[:LOOKED_AT]
    return ELSEWHERE.search(seen) is not None and JOB.search(seen) is None
